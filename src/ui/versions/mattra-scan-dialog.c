/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-scan-dialog.h"

#include <glib/gi18n-lib.h>

#include "mattra-ask.h"
#include "mattra-choose-file.h"
#include "mattra-drop-file.h"
#include "mattra-error.h"
#include "mattra-read-date.h"
#include "mattra-seal-compare.h"
#include "mattra-seal.h"
#include "mattra-settings.h"
#include "mattra-version-words.h"
#include "mattra-word-digits.h"

struct _MattraScanDialog
{
  AdwWindow parent_instance;

  GtkWidget *accept;
  GtkSpinner *spinner;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *group;
  AdwActionRow *file_row;
  GtkWidget *choose;
  GtkEditable *signed_by;
  GtkEditable *signed_on;
  GtkLabel *understood;

  MattraSession *session;
  GSettings *settings;
  int number;
  GFile *file;
};

G_DEFINE_FINAL_TYPE (MattraScanDialog, mattra_scan_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_ATTACHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MattraDigits
get_digits (MattraScanDialog *self)
{
  return mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
}

/* An empty day is one that nobody knows. */
static gboolean
read_day (MattraScanDialog *self,
          MattraDate       *day)
{
  const char *text = gtk_editable_get_text (self->signed_on);

  *day = MATTRA_DATE_NONE;
  return *text == '\0' || mattra_read_date (text, day);
}

static void
update (MattraScanDialog *self)
{
  MattraDate day;
  gboolean readable = read_day (self, &day);
  g_autofree char *written = mattra_date_is_set (day) ? mattra_date_format (day, MATTRA_DATE_LONG, get_digits (self))
                                                      : NULL;
  g_autofree char *name = self->file ? g_file_get_basename (self->file) : NULL;

  if (g_strcmp0 (written, gtk_editable_get_text (self->signed_on)) == 0)
    g_clear_pointer (&written, g_free);
  gtk_label_set_text (self->understood, written ? written : readable ? "" : _("not a day"));
  if (readable)
    gtk_widget_remove_css_class (GTK_WIDGET (self->signed_on), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->signed_on), "error");
  adw_action_row_set_subtitle (self->file_row, name ? name : _("PDF or JPEG; none is chosen yet"));
  gtk_widget_set_sensitive (self->accept, readable && self->file && !gtk_spinner_get_spinning (self->spinner));
}

static void
set_busy (MattraScanDialog *self,
          gboolean          busy)
{
  if (busy)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page), !busy);
  update (self);
}

/* Attaching, on the session's thread */

typedef struct
{
  int number;
  char *path;
  char *signed_by;
  MattraDate signed_on;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->signed_by);
  g_free (job);
}

static gboolean
run_job (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  const Job *job = data;
  g_autoptr (GPtrArray) seals = mattra_store_list_seals (store, mattra_plan_get_id (plan), error);
  const MattraSeal *seal = seals ? mattra_seal_find (seals, job->number, error) : NULL;

  return seal != NULL && mattra_seal_attach_scan (store, seal, job->path, job->signed_by, job->signed_on, error);
}

static void
attached (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MattraScanDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = mattra_session_finish (MATTRA_SESSION (source), result, NULL, &error);
  GtkWindow *parent = NULL;

  if (done)
    g_signal_emit (self, signals[SIGNAL_ATTACHED], 0);
  if (done && self->accept)
    gtk_window_destroy (GTK_WINDOW (self));
  if (done)
    return;
  parent = self->accept && gtk_widget_get_mapped (GTK_WIDGET (self)) ? GTK_WINDOW (self)
                                                                     : gtk_window_get_transient_for (GTK_WINDOW (self));
  if (self->accept)
    set_busy (self, FALSE);
  if (parent && gtk_widget_get_mapped (GTK_WIDGET (parent)))
    mattra_tell (parent, _("The Scan Was Not Attached"), error->message);
}

static void
accept (MattraScanDialog *self)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *signed_by = g_strstrip (g_strdup (gtk_editable_get_text (self->signed_by)));
  Job *job = NULL;

  if (path == NULL)
    {
      mattra_tell (GTK_WINDOW (self), _("The Scan Was Not Attached"), _("It is not on this computer. Copy it here first."));
      return;
    }
  set_busy (self, TRUE);
  job = g_new0 (Job, 1);
  job->number = self->number;
  job->path = g_steal_pointer (&path);
  job->signed_by = *signed_by ? g_steal_pointer (&signed_by) : NULL;
  read_day (self, &job->signed_on);
  mattra_session_write_async (self->session, run_job, job, job_free, attached, g_object_ref (self));
}

/* The file */

static void
set_file (MattraScanDialog *self,
          GFile            *file)
{
  g_set_object (&self->file, file);
  update (self);
}

static void
chosen (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraScanDialog) self = user_data;
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);

  if (file && self->accept)
    set_file (self, file);
}

static void
choose_file (MattraScanDialog *self)
{
  static const char *const patterns[] = { "*.pdf", "*.PDF", "*.jpg", "*.JPG", "*.jpeg", "*.JPEG", NULL };
  const MattraFileWish wish = { .title = _("The Signed Paper"), .accept = _("_Choose"),
                                .filter = _("Scans (PDF, JPEG)"), .patterns = patterns };

  mattra_choose_file_async (GTK_WINDOW (self), &wish, NULL, chosen, g_object_ref (self));
}

static gboolean
take_drop (GtkWidget *widget,
           GFile     *file)
{
  set_file (MATTRA_SCAN_DIALOG (widget), file);
  return TRUE;
}

/* The object */

static void
mattra_scan_dialog_dispose (GObject *object)
{
  MattraScanDialog *self = MATTRA_SCAN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_SCAN_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (mattra_scan_dialog_parent_class)->dispose (object);
}

static void
mattra_scan_dialog_class_init (MattraScanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_scan_dialog_dispose;
  signals[SIGNAL_ATTACHED] = g_signal_new ("attached", MATTRA_TYPE_SCAN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-scan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraScanDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, MattraScanDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, MattraScanDialog, page);
  gtk_widget_class_bind_template_child (widget_class, MattraScanDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MattraScanDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, MattraScanDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, MattraScanDialog, signed_by);
  gtk_widget_class_bind_template_child (widget_class, MattraScanDialog, signed_on);
  gtk_widget_class_bind_template_child (widget_class, MattraScanDialog, understood);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mattra_scan_dialog_init (MattraScanDialog *self)
{
  self->settings = mattra_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mattra_drop_file_connect (GTK_WIDGET (self), take_drop);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choose, "clicked", G_CALLBACK (choose_file), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->signed_on, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_scan_dialog_present:
 * @parent: the window it belongs to
 * @session: the session
 * @seal: a confirmed version of its plan
 * @file: (nullable): the scan, where it is known
 *
 * Lets the user attach a scan to a version.
 *
 * Returns: (transfer none): the dialog
 */
MattraScanDialog *
mattra_scan_dialog_present (GtkWindow        *parent,
                            MattraSession    *session,
                            const MattraSeal *seal,
                            GFile            *file)
{
  MattraScanDialog *self = NULL;
  g_autofree char *number = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && seal != NULL, NULL);

  self = g_object_new (MATTRA_TYPE_SCAN_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->number = seal->number;
  self->file = file ? g_object_ref (file) : NULL;
  number = mattra_version_words_number (seal, get_digits (self));
  adw_preferences_group_set_title (self->group, number);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
