/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-signatures-window.h"

#include <glib/gi18n-lib.h>

#include "mattra-ask.h"
#include "mattra-choose-file.h"
#include "mattra-drop-file.h"
#include "mattra-read-date.h"
#include "mattra-settings.h"
#include "mattra-sign.h"
#include "mattra-word-digits.h"

struct _MattraSignaturesWindow
{
  AdwWindow parent_instance;

  GtkSpinner *spinner;
  AdwActionRow *file_row;
  GtkWidget *choose_file;
  AdwActionRow *folder_row;
  GtkWidget *choose_folder;
  AdwPreferencesGroup *signatures;

  MattraSession *session;
  GSettings *settings;
  GFile *file;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (MattraSignaturesWindow, mattra_signatures_window, ADW_TYPE_WINDOW)

static MattraDigits
get_digits (MattraSignaturesWindow *self)
{
  return mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
}

static gboolean
is_closed (MattraSignaturesWindow *self)
{
  return self->spinner == NULL || !gtk_widget_get_realized (GTK_WIDGET (self));
}

/* Rows */

static void
add_row (MattraSignaturesWindow *self,
         const char             *icon,
         const char             *title,
         const char             *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle ? subtitle : "");
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (self->signatures, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (MattraSignaturesWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->signatures, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static gboolean
is_good (const MattraSignatureReport *report)
{
  return report->state == MATTRA_SIGNATURE_INTACT && report->cover != MATTRA_COVERS_OTHER
         && report->certificate == MATTRA_CERTIFICATE_TRUSTED;
}

static char *
name_signer (MattraSignaturesWindow      *self,
             const MattraSignatureReport *report)
{
  MattraDate day;
  g_autofree char *date = report->claimed && mattra_date_parse_iso (report->claimed, &day)
                            ? mattra_date_format (day, MATTRA_DATE_SHORT, get_digits (self)) : NULL;

  if (report->name == NULL)
    return g_strdup (report->label ? report->label : report->field);
  return date ? g_strdup_printf (_("Signed by %s, by the signer’s own word on %s"), report->name, date)
              : g_strdup_printf (_("Signed by %s"), report->name);
}

static void
add_signature (MattraSignaturesWindow      *self,
               const MattraSignatureReport *report)
{
  g_autofree char *title = name_signer (self, report);
  g_autofree char *state = mattra_signature_say_state (report);
  g_autofree char *certificate = report->name ? mattra_signature_say_certificate (report) : NULL;
  g_autofree char *place = report->label ? g_strdup_printf (_("In the place of %s"), report->label) : NULL;
  g_autoptr (GString) words = g_string_new (state);

  if (certificate)
    g_string_append_printf (words, "\n%s", certificate);
  if (place)
    g_string_append_printf (words, "\n%s", place);
  add_row (self, is_good (report) ? "emblem-ok-symbolic" : "dialog-warning-symbolic", title, words->str);
}

static void
show_check (MattraSignaturesWindow     *self,
            const MattraSignatureCheck *check)
{
  clear_rows (self);
  if (check->signatures->len == 0)
    add_row (self, "dialog-information-symbolic", _("The File Has No Digital Signature"), NULL);
  for (guint i = 0; i < check->signatures->len; i++)
    add_signature (self, g_ptr_array_index (check->signatures, i));
  if (check->n_empty > 0)
    {
      g_autofree char *number = mattra_digits_format ((int) check->n_empty, get_digits (self));
      g_autofree char *words = g_strdup_printf (ngettext ("%s place for a digital signature is empty",
                                                          "%s places for digital signatures are empty", check->n_empty),
                                                number);

      add_row (self, "dialog-information-symbolic", words, NULL);
    }
}

/* Looking, off the main thread */

typedef struct
{
  char *path;
  char *folder;
  MattraDate day;
  MattraSignatureCheck *check;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->path);
  g_free (look->folder);
  mattra_signature_check_free (look->check);
  g_free (look);
}

static gboolean
run_look (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  Look *look = data;

  look->check = mattra_sign_verify_file (look->path, look->folder, look->day, error);
  return look->check != NULL;
}

static void
looked (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraSignaturesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;

  mattra_session_finish (MATTRA_SESSION (source), result, &data, &error);
  if (!is_closed (self))
    {
      gtk_spinner_stop (self->spinner);
      if (data)
        show_check (self, ((Look *) data)->check);
      else
        {
          clear_rows (self);
          mattra_tell (GTK_WINDOW (self), _("The File Could Not Be Checked"), error->message);
        }
    }
  if (data)
    look_free (data);
}

static void
look_at_file (MattraSignaturesWindow *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "trust-folder");
  g_autofree char *name = self->file ? g_file_get_basename (self->file) : NULL;
  Look *look = NULL;

  adw_action_row_set_subtitle (self->file_row, name ? name : _("A PDF file; none is chosen yet"));
  adw_action_row_set_subtitle (self->folder_row,
                               *folder ? folder
                                       : _("None: nobody attests who signed. Choose a folder with the certificates of the"
                                           " authorities that you trust."));
  if (self->file == NULL)
    return;
  look = g_new0 (Look, 1);
  look->path = g_file_get_path (self->file);
  look->folder = *folder ? g_steal_pointer (&folder) : NULL;
  look->day = mattra_clock_get_today (mattra_session_get_clock (self->session));
  gtk_spinner_start (self->spinner);
  mattra_session_query_async (self->session, run_look, look, look_free, looked, g_object_ref (self));
}

/**
 * mattra_signatures_window_set_file:
 * @self: the window
 * @file: a PDF
 *
 * Looks at the digital signatures of a file.
 */
void
mattra_signatures_window_set_file (MattraSignaturesWindow *self,
                                   GFile                  *file)
{
  g_return_if_fail (MATTRA_IS_SIGNATURES_WINDOW (self) && G_IS_FILE (file));

  if (g_file_peek_path (file) == NULL)
    {
      mattra_tell (GTK_WINDOW (self), _("The File Could Not Be Checked"),
                   _("It is not on this computer. Copy it here first."));
      return;
    }
  g_set_object (&self->file, file);
  look_at_file (self);
}

/**
 * mattra_signatures_window_set_folder:
 * @self: the window
 * @folder: certificates that are trusted
 *
 * Trusts the certificates of a folder, also the next time.
 */
void
mattra_signatures_window_set_folder (MattraSignaturesWindow *self,
                                     GFile                  *folder)
{
  g_return_if_fail (MATTRA_IS_SIGNATURES_WINDOW (self) && G_IS_FILE (folder));

  if (g_file_peek_path (folder) == NULL)
    return;
  g_settings_set_string (self->settings, "trust-folder", g_file_peek_path (folder));
  look_at_file (self);
}

/* Choosing */

typedef struct
{
  MattraSignaturesWindow *window;
  void (*take) (MattraSignaturesWindow *self,
                GFile                  *file);
} Choice;

static void
chosen (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autofree Choice *choice = user_data;
  g_autoptr (MattraSignaturesWindow) self = choice->window;
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);

  if (file && !is_closed (self))
    choice->take (self, file);
}

static void
choose_file (MattraSignaturesWindow *self)
{
  static const char *const patterns[] = { "*.pdf", "*.PDF", NULL };
  const MattraFileWish wish = { .title = _("PDF With Digital Signatures"), .accept = _("_Choose"),
                                .filter = _("PDF files"), .patterns = patterns };
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { g_object_ref (self), mattra_signatures_window_set_file };
  mattra_choose_file_async (GTK_WINDOW (self), &wish, NULL, chosen, choice);
}

static void
choose_folder (MattraSignaturesWindow *self)
{
  const MattraFileWish wish = { .title = _("Certificates That Are Trusted"), .accept = _("_Choose"),
                                .select_folder = TRUE };
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { g_object_ref (self), mattra_signatures_window_set_folder };
  mattra_choose_file_async (GTK_WINDOW (self), &wish, NULL, chosen, choice);
}

static gboolean
take_drop (GtkWidget *widget,
           GFile     *file)
{
  mattra_signatures_window_set_file (MATTRA_SIGNATURES_WINDOW (widget), file);
  return TRUE;
}

/* The object */

static void
mattra_signatures_window_dispose (GObject *object)
{
  MattraSignaturesWindow *self = MATTRA_SIGNATURES_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_SIGNATURES_WINDOW);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->file);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mattra_signatures_window_parent_class)->dispose (object);
}

static void
mattra_signatures_window_class_init (MattraSignaturesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_signatures_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-signatures-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraSignaturesWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, MattraSignaturesWindow, file_row);
  gtk_widget_class_bind_template_child (widget_class, MattraSignaturesWindow, choose_file);
  gtk_widget_class_bind_template_child (widget_class, MattraSignaturesWindow, folder_row);
  gtk_widget_class_bind_template_child (widget_class, MattraSignaturesWindow, choose_folder);
  gtk_widget_class_bind_template_child (widget_class, MattraSignaturesWindow, signatures);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mattra_signatures_window_init (MattraSignaturesWindow *self)
{
  self->settings = mattra_settings_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mattra_drop_file_connect (GTK_WIDGET (self), take_drop);
  g_signal_connect_object (self->choose_file, "clicked", G_CALLBACK (choose_file), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choose_folder, "clicked", G_CALLBACK (choose_folder), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_signatures_window_present:
 * @parent: the window it belongs to
 * @session: the session
 *
 * Lets the user look at the digital signatures of a file.
 *
 * Returns: (transfer none): the window
 */
MattraSignaturesWindow *
mattra_signatures_window_present (GtkWindow     *parent,
                                  MattraSession *session)
{
  MattraSignaturesWindow *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_SIGNATURES_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  look_at_file (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
