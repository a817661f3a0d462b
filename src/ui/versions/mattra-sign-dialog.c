/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-sign-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-ask.h"
#include "mattra-choose-file.h"
#include "mattra-register-name.h"
#include "mattra-scan-dialog.h"
#include "mattra-settings.h"
#include "mattra-sign.h"
#include "mattra-version-file.h"
#include "mattra-version-words.h"
#include "mattra-word-digits.h"

struct _MattraSignDialog
{
  AdwWindow parent_instance;

  GtkWidget *accept;
  GtkSpinner *spinner;
  AdwPreferencesPage *page;
  AdwActionRow *file_row;
  GtkWidget *choose_file;
  AdwActionRow *package_row;
  GtkWidget *choose_package;
  GtkEditable *passphrase;
  AdwComboRow *place;
  GtkEditable *post;

  MattraSession *session;
  GSettings *settings;
  MattraSeal *seal;    /* number, file's name and hash of the version; NULL for any file */
  char *name;          /* what the signed file is proposed to be called */
  GFile *file;         /* what is signed, once it is there */
  GFile *package;
  GPtrArray *places;   /* (element-type MattraSignPlace) */
};

G_DEFINE_FINAL_TYPE (MattraSignDialog, mattra_sign_dialog, ADW_TYPE_WINDOW)

static gboolean
is_closed (MattraSignDialog *self)
{
  return self->accept == NULL || !gtk_widget_get_realized (GTK_WIDGET (self));
}

static void
show_file (AdwActionRow *row,
           GFile        *file,
           const char   *none)
{
  g_autofree char *name = file ? g_file_get_basename (file) : NULL;

  adw_action_row_set_subtitle (row, name ? name : none);
}

static void
update (MattraSignDialog *self)
{
  if (self->seal == NULL)
    show_file (self->file_row, self->file, _("A PDF file; none is chosen yet"));
  show_file (self->package_row, self->package, _("A file .p12 or .pfx with your key and certificate"));
  gtk_widget_set_sensitive (self->accept, self->file && self->package && !gtk_spinner_get_spinning (self->spinner));
}

/* While a file is only looked at, one may go on typing. */
static void
set_looking (MattraSignDialog *self,
             gboolean          looking)
{
  gtk_spinner_set_spinning (self->spinner, looking);
  update (self);
}

/* A field that is taken the keyboard from under the hands has to be left first. */
static void
set_busy (MattraSignDialog *self,
          gboolean          busy)
{
  if (busy)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page), !busy);
  set_looking (self, busy);
}

/* A dialog that was closed meanwhile leaves it to its parent to tell. */
static void
tell (MattraSignDialog *self,
      const char       *heading,
      const char       *body)
{
  GtkWindow *parent = is_closed (self) ? gtk_window_get_transient_for (GTK_WINDOW (self)) : GTK_WINDOW (self);

  if (parent && gtk_widget_get_mapped (GTK_WIDGET (parent)))
    mattra_tell (parent, heading, body);
}

/* Where it is signed */

static void
show_places (MattraSignDialog *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint n = self->places ? self->places->len : 0;

  gtk_string_list_append (words, n > 0 ? _("The First Empty One") : _("Behind the Last Page, Not Seen"));
  for (guint i = 0; i < n; i++)
    {
      const MattraSignPlace *place = g_ptr_array_index (self->places, i);
      g_autofree char *word = place->label && *place->label ? g_strdup_printf ("%s (%s)", place->label, place->field)
                                                            : g_strdup (place->field);

      gtk_string_list_append (words, word);
    }
  adw_combo_row_set_model (self->place, G_LIST_MODEL (words));
  gtk_widget_set_sensitive (GTK_WIDGET (self->place), n > 0);
}

typedef struct
{
  char *path;
  GPtrArray *places;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->path);
  g_clear_pointer (&look->places, g_ptr_array_unref);
  g_free (look);
}

static gboolean
run_look (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  Look *look = data;

  look->places = mattra_sign_list_places (look->path, error);
  return look->places != NULL;
}

/* What cannot be signed is not taken. */
static void
looked (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraSignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  Look *look = NULL;

  mattra_session_finish (MATTRA_SESSION (source), result, &data, &error);
  look = data;
  if (look && !is_closed (self))
    {
      g_clear_pointer (&self->places, g_ptr_array_unref);
      self->places = g_steal_pointer (&look->places);
      g_clear_object (&self->file);
      self->file = g_file_new_for_path (look->path);
    }
  if (look)
    look_free (look);
  if (is_closed (self))
    return;
  set_looking (self, FALSE);
  show_places (self);
  if (error)
    mattra_tell (GTK_WINDOW (self), _("The File Cannot Be Signed"), error->message);
}

/**
 * mattra_sign_dialog_set_file:
 * @self: the dialog
 * @file: the PDF
 *
 * Takes a file to sign, if it can be signed.
 */
void
mattra_sign_dialog_set_file (MattraSignDialog *self,
                             GFile            *file)
{
  Look *look = NULL;

  g_return_if_fail (MATTRA_IS_SIGN_DIALOG (self) && G_IS_FILE (file));

  if (g_file_peek_path (file) == NULL)
    {
      mattra_tell (GTK_WINDOW (self), _("The File Cannot Be Signed"),
                   _("It is not on this computer. Copy it here first."));
      return;
    }
  if (self->seal == NULL)
    {
      g_autofree char *base = g_file_get_basename (file);

      g_free (self->name);
      self->name = g_strndup (base, strlen (base) - (g_str_has_suffix (base, ".pdf") ? 4 : 0));
    }
  look = g_new0 (Look, 1);
  look->path = g_file_get_path (file);
  set_looking (self, TRUE);
  mattra_session_query_async (self->session, run_look, look, look_free, looked, g_object_ref (self));
}

/**
 * mattra_sign_dialog_set_package:
 * @self: the dialog
 * @package: the PKCS #12 package
 *
 * Takes the package to sign with.
 */
void
mattra_sign_dialog_set_package (MattraSignDialog *self,
                                GFile            *package)
{
  g_return_if_fail (MATTRA_IS_SIGN_DIALOG (self) && G_IS_FILE (package));

  g_set_object (&self->package, package);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

/* A version is signed as the register has it. */

static void
version_written (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (MattraSignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  if (!mattra_version_file_put_finish (result, &error))
    {
      tell (self, _("The File Cannot Be Signed"), error->message);
      return;
    }
  if (is_closed (self))
    return;
  path = mattra_version_file_own_path (self->seal->pdf);
  file = path ? g_file_new_for_path (path) : NULL;
  if (file)
    mattra_sign_dialog_set_file (self, file);
}

static void
take_version (MattraSignDialog *self,
              const MattraSeal *seal)
{
  MattraPlan *plan = mattra_session_get_plan (self->session);
  MattraDigits digits = mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
  g_autofree char *path = mattra_version_file_own_path (seal->pdf);
  g_autofree char *number = mattra_version_words_number (seal, digits);

  self->seal = g_new0 (MattraSeal, 1);
  self->seal->number = seal->number;
  self->seal->pdf = g_strdup (seal->pdf);
  self->name = mattra_version_words_file_name (plan, seal);
  adw_action_row_set_subtitle (self->file_row, number);
  gtk_widget_set_visible (self->choose_file, FALSE);
  if (path)
    mattra_version_file_put_async (self->session, seal->pdf, path, version_written, g_object_ref (self));
}

/* Signing */

typedef struct
{
  char *pdf;
  char *package;
  char *secret;
  char *output;
  char *field;
  char *post;
  MattraDate date;
  char *signed_field;
  char *signer;
} Signing;

static void
signing_free (gpointer data)
{
  Signing *signing = data;

  if (signing->secret)
    explicit_bzero (signing->secret, strlen (signing->secret));
  g_free (signing->secret);
  g_free (signing->pdf);
  g_free (signing->package);
  g_free (signing->output);
  g_free (signing->field);
  g_free (signing->post);
  g_free (signing->signed_field);
  g_free (signing->signer);
  g_free (signing);
}

static gboolean
run_signing (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  Signing *signing = data;
  const MattraSignRequest request = { .pdf = signing->pdf, .package = signing->package, .secret = signing->secret,
                                      .output = signing->output, .field = signing->field, .post = signing->post,
                                      .date = signing->date };

  return mattra_sign_file (&request, &signing->signed_field, &signing->signer, error);
}

typedef struct
{
  GtkWindow *parent;
  MattraSession *session;
  MattraSeal *seal;
  GFile *file;
} Offer;

static void
offer_free (Offer *offer)
{
  g_object_unref (offer->parent);
  g_object_unref (offer->session);
  mattra_seal_free (offer->seal);
  g_object_unref (offer->file);
  g_free (offer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Offer, offer_free)

static void
offer_answered (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Offer) offer = user_data;
  g_autofree char *answer = mattra_ask_finish (result);

  if (g_strcmp0 (answer, "attach") == 0 && gtk_widget_get_mapped (GTK_WIDGET (offer->parent)))
    mattra_scan_dialog_present (offer->parent, offer->session, offer->seal, offer->file);
}

/* The signed file of a version is kept with it only if it is attached. */
static void
offer_to_attach (MattraSignDialog *self,
                 GtkWindow        *parent,
                 const Signing    *signing,
                 const char       *heading)
{
  const MattraReply replies[] = { { "not", _("_Not Now"), MATTRA_REPLY_PLAIN },
                                  { "attach", _("_Attach…"), MATTRA_REPLY_SUGGESTED } };
  Offer *offer = g_new0 (Offer, 1);

  offer->parent = g_object_ref (parent);
  offer->session = g_object_ref (self->session);
  offer->seal = g_steal_pointer (&self->seal);
  offer->file = g_file_new_for_path (signing->output);
  mattra_ask_async (parent, heading,
                    _("The signed file equals the version, with the signature behind it. Shall it be attached to the version,"
                      " so that the register keeps it?"),
                    replies, G_N_ELEMENTS (replies), offer_answered, offer);
}

static void
tell_signed (MattraSignDialog *self,
             const Signing    *signing)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *heading = g_strdup_printf (_("Digitally Signed by %s"), signing->signer);
  g_autofree char *body = g_strdup_printf (_("Written: %s"), signing->output);

  if (parent == NULL || !gtk_widget_get_mapped (GTK_WIDGET (parent)))
    return;
  if (self->seal && !mattra_session_get_read_only (self->session))
    offer_to_attach (self, parent, signing, heading);
  else
    mattra_tell (parent, heading, body);
}

static void
signed_done (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MattraSignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, &error))
    {
      if (!is_closed (self))
        set_busy (self, FALSE);
      tell (self, _("The File Was Not Signed"), error->message);
      return;
    }
  tell_signed (self, data);
  signing_free (data);
  if (!is_closed (self))
    gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * mattra_sign_dialog_write:
 * @self: the dialog, with file and package
 * @output: the signed file
 *
 * Signs as it is chosen. The field of the passphrase is emptied.
 */
void
mattra_sign_dialog_write (MattraSignDialog *self,
                          GFile            *output)
{
  guint chosen;
  Signing *signing = NULL;

  g_return_if_fail (MATTRA_IS_SIGN_DIALOG (self) && G_IS_FILE (output));
  g_return_if_fail (self->file != NULL && self->package != NULL);

  if (g_file_peek_path (output) == NULL || g_file_peek_path (self->package) == NULL)
    {
      mattra_tell (GTK_WINDOW (self), _("The File Was Not Signed"),
                   _("This place can only be reached through another program; choose a folder of this computer"));
      return;
    }
  chosen = adw_combo_row_get_selected (self->place);
  signing = g_new0 (Signing, 1);
  signing->pdf = g_file_get_path (self->file);
  signing->package = g_file_get_path (self->package);
  signing->output = g_file_get_path (output);
  signing->secret = g_strdup (gtk_editable_get_text (self->passphrase));
  gtk_editable_set_text (self->passphrase, "");
  if (self->places && chosen > 0 && chosen <= self->places->len)
    signing->field = g_strdup (((MattraSignPlace *) g_ptr_array_index (self->places, chosen - 1))->field);
  signing->post = g_strstrip (g_strdup (gtk_editable_get_text (self->post)));
  if (*signing->post == '\0')
    g_clear_pointer (&signing->post, g_free);
  signing->date = mattra_clock_get_today (mattra_session_get_clock (self->session));
  set_busy (self, TRUE);
  mattra_session_query_async (self->session, run_signing, signing, signing_free, signed_done, g_object_ref (self));
}

/* Choosing files */

typedef void (*TakeFile) (MattraSignDialog *self,
                          GFile            *file);

typedef struct
{
  MattraSignDialog *dialog;
  TakeFile take;
} Choice;

static void
chosen (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autofree Choice *choice = user_data;
  g_autoptr (MattraSignDialog) self = choice->dialog;
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);

  if (file && !is_closed (self))
    choice->take (self, file);
}

static void
choose (MattraSignDialog     *self,
        const MattraFileWish *wish,
        TakeFile              take)
{
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { g_object_ref (self), take };
  mattra_choose_file_async (GTK_WINDOW (self), wish, NULL, chosen, choice);
}

static void
choose_file (MattraSignDialog *self)
{
  static const char *const patterns[] = { "*.pdf", "*.PDF", NULL };
  const MattraFileWish wish = { .title = _("PDF to Sign"), .accept = _("_Choose"), .filter = _("PDF files"),
                                .patterns = patterns };

  choose (self, &wish, mattra_sign_dialog_set_file);
}

static void
choose_package (MattraSignDialog *self)
{
  static const char *const patterns[] = { "*.p12", "*.pfx", "*.P12", "*.PFX", NULL };
  const MattraFileWish wish = { .title = _("Key and Certificate"), .accept = _("_Choose"),
                                .filter = _("PKCS #12 packages"), .patterns = patterns };

  choose (self, &wish, mattra_sign_dialog_set_package);
}

static void
accept (MattraSignDialog *self)
{
  static const char *const patterns[] = { "*.pdf", NULL };
  g_autofree char *name = g_strdup_printf ("%s ลงลายมือชื่อดิจิทัล.pdf", self->name);
  g_autofree char *uri = g_settings_get_string (self->settings, "report-folder");
  g_autofree char *own = mattra_register_name_own_folder ();
  g_autoptr (GFile) folder = *uri ? g_file_new_for_uri (uri) : g_file_new_for_path (own);
  const MattraFileWish wish = { .title = _("The Signed File"), .accept = _("_Sign"), .save = TRUE,
                                .filter = _("PDF files"), .patterns = patterns, .name = name, .folder = folder };

  choose (self, &wish, mattra_sign_dialog_write);
}

/* The object */

static void
mattra_sign_dialog_dispose (GObject *object)
{
  MattraSignDialog *self = MATTRA_SIGN_DIALOG (object);

  if (self->passphrase)
    gtk_editable_set_text (self->passphrase, "");
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_SIGN_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->seal, mattra_seal_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->file);
  g_clear_object (&self->package);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  G_OBJECT_CLASS (mattra_sign_dialog_parent_class)->dispose (object);
}

static void
mattra_sign_dialog_class_init (MattraSignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_sign_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-sign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraSignDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, MattraSignDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, MattraSignDialog, page);
  gtk_widget_class_bind_template_child (widget_class, MattraSignDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, MattraSignDialog, choose_file);
  gtk_widget_class_bind_template_child (widget_class, MattraSignDialog, package_row);
  gtk_widget_class_bind_template_child (widget_class, MattraSignDialog, choose_package);
  gtk_widget_class_bind_template_child (widget_class, MattraSignDialog, passphrase);
  gtk_widget_class_bind_template_child (widget_class, MattraSignDialog, place);
  gtk_widget_class_bind_template_child (widget_class, MattraSignDialog, post);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mattra_sign_dialog_init (MattraSignDialog *self)
{
  self->settings = mattra_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choose_file, "clicked", G_CALLBACK (choose_file), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choose_package, "clicked", G_CALLBACK (choose_package), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_sign_dialog_present:
 * @parent: the window it belongs to
 * @session: the session
 * @seal: (nullable): the confirmed version that is signed; %NULL for a file that is chosen here
 *
 * Lets the user sign a PDF digitally.
 *
 * Returns: (transfer none): the dialog
 */
MattraSignDialog *
mattra_sign_dialog_present (GtkWindow        *parent,
                            MattraSession    *session,
                            const MattraSeal *seal)
{
  MattraSignDialog *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_SIGN_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  show_places (self);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  if (seal)
    take_version (self, seal);
  return self;
}
