/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-print-dialog.h"

#include <glib/gi18n-lib.h>

#include "mattra-ask.h"
#include "mattra-choose-file.h"
#include "mattra-print-faults.h"
#include "mattra-print-form.h"
#include "mattra-print-job.h"
#include "mattra-print-operation.h"
#include "mattra-print-record.h"
#include "mattra-print-run.h"
#include "mattra-register-name.h"
#include "mattra-settings.h"
#include "mattra-show-file.h"

/* So often it is told how far the work is. */
#define PROGRESS_MS 100

struct _MattraPrintDialog
{
  AdwWindow parent_instance;

  MattraSession *session;
  MattraPlan *plan;     /* as its divisions are listed here, whatever becomes of them meanwhile */
  GSettings *settings;
  MattraPrintChoice *chosen; /* what is being written */
  gboolean export;
  gboolean for_once;    /* the kind was chosen for the user, who did not ask to find it again */
  GtkWidget *accept;
  GtkButton *cancel;
  GtkWidget *work;
  GtkLabel *working;
  GtkProgressBar *progress;
  GtkWidget *format_group;
  GtkSwitch *open;
  AdwComboRow *format;
  MattraPrintForm *form;
  GtkWidget *faults_group;
  AdwActionRow *faults;
  GtkWidget *show_faults;
  GTask *task;               /* what is being made */
  GCancellable *cancellable; /* stops it */
  guint tick;
};

G_DEFINE_FINAL_TYPE (MattraPrintDialog, mattra_print_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_EXPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update (MattraPrintDialog *self)
{
  gtk_widget_set_sensitive (self->accept, mattra_print_form_is_readable (self->form));
}

static void
faults_counted (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MattraPrintDialog) self = user_data;
  g_autofree char *words = mattra_print_faults_count_finish (result, NULL);

  if (self->faults == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->faults), words ? words : "");
  gtk_widget_set_visible (self->faults_group, words != NULL);
}

static void
count_faults (MattraPrintDialog *self)
{
  g_autoptr (MattraPrintChoice) choice = mattra_print_form_get_choice (self->form);

  mattra_print_faults_count_async (self->session, choice, faults_counted, g_object_ref (self));
}

/* The checks stand in the window; they are of the round that was to be printed. */
static void
show_faults (MattraPrintDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  MattraRound round = mattra_print_form_get_round (self->form);

  mattra_session_set_round (self->session, round);
  if (G_IS_ACTION_GROUP (parent))
    g_action_group_change_action_state (G_ACTION_GROUP (parent), "checks", g_variant_new_boolean (TRUE));
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
show_progress (gpointer user_data)
{
  MattraPrintDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, mattra_print_get_done (self->task));
  return G_SOURCE_CONTINUE;
}

static void
set_busy (MattraPrintDialog *self,
          gboolean           busy)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->task);
  g_clear_object (&self->cancellable);
  if (self->work == NULL)
    return;
  gtk_widget_set_visible (self->work, busy);
  gtk_button_set_label (self->cancel, busy ? _("_Stop") : _("_Cancel"));
  gtk_widget_set_sensitive (self->accept, !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !busy);
  gtk_widget_set_sensitive (self->format_group, !busy);
}

static void
remember (MattraPrintDialog *self)
{
  if (!self->for_once)
    mattra_print_form_remember (self->form);
}

/* Nobody waits for what takes no time; what takes long says how far it is. */
static void
begin_work (MattraPrintDialog *self)
{
  set_busy (self, TRUE);
  self->cancellable = g_cancellable_new ();
  gtk_label_set_text (self->working, self->export ? _("The report is being written…") : _("The pages are being made…"));
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel));
  self->tick = g_timeout_add (PROGRESS_MS, show_progress, self);
}

/* What is being made is stopped first; the dialog stays, so that another can be chosen. */
static void
cancel (MattraPrintDialog *self)
{
  if (self->cancellable == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_text (self->working, _("Stopping…"));
  g_cancellable_cancel (self->cancellable);
}

/* What is being typed is written, as where one leaves a text. */
static gboolean
mattra_print_dialog_close_request (GtkWindow *window)
{
  MattraPrintDialog *self = MATTRA_PRINT_DIALOG (window);

  mattra_print_form_commit (self->form);
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (mattra_print_dialog_parent_class)->close_request (window);
}

static const struct
{
  const char *files;
  const char *purpose;
} format_rows[] = {
  [MATTRA_PRINT_PDF] = { N_("PDF Documents"), N_("To print, to sign and to publish") },
  [MATTRA_PRINT_DOCX] = { N_("Word Documents"), N_("To go on with in Word; needs the font TH SarabunPSK") },
  [MATTRA_PRINT_PNG] = { N_("PNG Pictures"), N_("A picture of each page") },
  [MATTRA_PRINT_SVG] = { N_("SVG Drawings"), N_("A drawing of each page, sharp at every size") },
};

/* The rows are in the order of the formats. */
static MattraPrintFormat
get_format (MattraPrintDialog *self)
{
  return (MattraPrintFormat) adw_combo_row_get_selected (self->format);
}

static void
tell_purpose (MattraPrintDialog *self)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format), _(format_rows[get_format (self)].purpose));
}

/* What was begun keeps a dialog that was closed meanwhile. */
static gboolean
is_closed (MattraPrintDialog *self)
{
  return !gtk_widget_get_realized (GTK_WIDGET (self));
}

static void
tell_failure (MattraPrintDialog *self,
              const char        *heading,
              const GError      *error)
{
  set_busy (self, FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  mattra_tell (is_closed (self) ? gtk_window_get_transient_for (GTK_WINDOW (self)) : GTK_WINDOW (self), heading,
               error->message);
}

static void
written (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MattraPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = mattra_print_export_finish (result, NULL, &error);
  g_autoptr (GFile) file = path ? g_file_new_for_path (path) : NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (MattraSession) session = NULL;
  g_autofree char *uri = NULL;
  GtkWindow *parent = NULL;

  if (file == NULL)
    {
      tell_failure (self, _("The Report Was Not Written"), error);
      return;
    }
  folder = g_file_get_parent (file);
  uri = folder ? g_file_get_uri (folder) : NULL;
  if (uri)
    g_settings_set_string (self->settings, "report-folder", uri);
  set_busy (self, FALSE);
  if (gtk_switch_get_active (self->open))
    mattra_show_file (gtk_window_get_transient_for (GTK_WINDOW (self)), file);
  g_signal_emit (self, signals[SIGNAL_EXPORTED], 0, file);
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  session = self->session != NULL ? g_object_ref (self->session) : NULL;
  gtk_window_destroy (GTK_WINDOW (self));
  if (session != NULL && self->chosen != NULL)
    mattra_print_offer_record (parent, session, self->chosen);
}

/**
 * mattra_print_dialog_write:
 * @self: the dialog
 * @file: the file; one whose name ends in ".pdf", ".docx", ".png" or ".svg" is written as that
 *
 * Writes the report as it is chosen.
 */
void
mattra_print_dialog_write (MattraPrintDialog *self,
                           GFile             *file)
{
  g_autoptr (MattraPrintChoice) choice = NULL;
  g_autofree char *path = NULL;
  MattraPrintFormat format;

  g_return_if_fail (MATTRA_IS_PRINT_DIALOG (self) && G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path == NULL)
    {
      mattra_tell (GTK_WINDOW (self), _("The Report Was Not Written"),
                   _("This place can only be reached through another program; choose a folder of this computer"));
      return;
    }
  mattra_print_form_commit (self->form);
  begin_work (self);
  remember (self);
  choice = mattra_print_form_get_choice (self->form);
  if (!mattra_print_format_of (path, &format))
    format = get_format (self);
  g_clear_pointer (&self->chosen, mattra_print_choice_free);
  self->chosen = mattra_print_choice_copy (choice);
  self->task = mattra_print_export_async (self->session, choice, format, path, self->cancellable, written,
                                          g_object_ref (self));
}

static void
place_chosen (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MattraPrintDialog) self = user_data;
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);

  if (file)
    mattra_print_dialog_write (self, file);
}

static void
ask_for_place (MattraPrintDialog *self)
{
  const MattraPrintFormat format = get_format (self);
  g_autofree char *pattern = g_strconcat ("*", mattra_print_extension (format), NULL);
  const char *const patterns[] = { pattern, NULL };
  g_autoptr (MattraPrintChoice) choice = mattra_print_form_get_choice (self->form);
  g_autofree char *base = mattra_print_choice_make_name (choice, self->plan);
  g_autofree char *name = g_strconcat (base, mattra_print_extension (format), NULL);
  g_autofree char *uri = g_settings_get_string (self->settings, "report-folder");
  g_autofree char *own = mattra_register_name_own_folder ();
  g_autoptr (GFile) folder = *uri ? g_file_new_for_uri (uri) : g_file_new_for_path (own);
  const MattraFileWish wish = {
    .title = _("Export Report"), .accept = _("_Export"), .save = TRUE,
    .filter = _(format_rows[format].files), .patterns = patterns, .name = name, .folder = folder,
  };

  mattra_choose_file_async (GTK_WINDOW (self), &wish, NULL, place_chosen, g_object_ref (self));
}

static void
print_done (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            gpointer                 user_data)
{
  GtkWindow *parent = user_data;
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    mattra_print_offer_record (parent, g_object_get_data (G_OBJECT (operation), "session"),
                               g_object_get_data (G_OBJECT (operation), "choice"));
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  mattra_tell (parent, _("The Report Was Not Printed"), error ? error->message : "");
}

/* From here on the printer's own dialog has the word, unless the user has closed this one. */
static void
prepared (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MattraPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraLayout) layout = mattra_print_prepare_finish (result, &error);
  g_autoptr (MattraPrintChoice) choice = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *name = NULL;
  GtkWindow *parent = NULL;

  if (is_closed (self))
    {
      set_busy (self, FALSE);
      return;
    }
  if (layout == NULL)
    {
      tell_failure (self, _("The Report Was Not Printed"), error);
      return;
    }
  set_busy (self, FALSE);
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  choice = mattra_print_form_get_choice (self->form);
  name = mattra_print_choice_make_name (choice, self->plan);
  operation = mattra_print_operation_new (g_steal_pointer (&layout), name);
  g_object_set_data_full (G_OBJECT (operation), "session", g_object_ref (self->session), g_object_unref);
  g_object_set_data_full (G_OBJECT (operation), "choice", mattra_print_choice_copy (choice),
                          (GDestroyNotify) mattra_print_choice_free);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done), parent, 0);
  gtk_window_destroy (GTK_WINDOW (self));
  mattra_print_run (operation, parent);
}

static void
accept (MattraPrintDialog *self)
{
  g_autoptr (MattraPrintChoice) choice = NULL;

  if (self->export)
    {
      ask_for_place (self);
      return;
    }
  mattra_print_form_commit (self->form);
  begin_work (self);
  remember (self);
  choice = mattra_print_form_get_choice (self->form);
  self->task = mattra_print_prepare_async (self->session, choice, self->cancellable, prepared, g_object_ref (self));
}

static void
form_changed (MattraPrintDialog *self)
{
  update (self);
  count_faults (self);
}

static void
follow_choices (MattraPrintDialog *self)
{
  g_signal_connect_object (self->form, "changed", G_CALLBACK (form_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->format, "notify::selected", G_CALLBACK (tell_purpose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show_faults, "clicked", G_CALLBACK (show_faults), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cancel, "clicked", G_CALLBACK (cancel), self, G_CONNECT_SWAPPED);
}

static void
mattra_print_dialog_dispose (GObject *object)
{
  MattraPrintDialog *self = MATTRA_PRINT_DIALOG (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->task);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_PRINT_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->chosen, mattra_print_choice_free);
  g_clear_object (&self->plan);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_print_dialog_parent_class)->dispose (object);
}

static void
mattra_print_dialog_class_init (MattraPrintDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mattra_print_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = mattra_print_dialog_close_request;
  g_type_ensure (MATTRA_TYPE_PRINT_FORM);
  signals[SIGNAL_EXPORTED] = g_signal_new ("exported", MATTRA_TYPE_PRINT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraPrintDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintDialog, work);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintDialog, working);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintDialog, open);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintDialog, form);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintDialog, format_group);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintDialog, format);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintDialog, faults_group);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintDialog, faults);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintDialog, show_faults);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mattra_print_dialog_init (MattraPrintDialog *self)
{
  self->settings = mattra_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (self->settings, "report-open", self->open, "active", G_SETTINGS_BIND_DEFAULT);
}

/**
 * mattra_print_dialog_present:
 * @parent: (nullable): the window it belongs to
 * @session: the window's session, with a plan
 * @export: %TRUE to write a file, %FALSE to print
 *
 * Asks which report is wanted and makes it.
 *
 * Returns: (transfer none): the dialog; connect to its signal `exported` to offer the file
 */
MattraPrintDialog *
mattra_print_dialog_present (GtkWindow     *parent,
                             MattraSession *session,
                             gboolean       export)
{
  MattraPrintDialog *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && mattra_session_get_plan (session), NULL);

  self = g_object_new (MATTRA_TYPE_PRINT_DIALOG, "transient-for", parent,
                       "title", export ? _("Export Report") : _("Print"), NULL);
  self->session = g_object_ref (session);
  self->plan = g_object_ref (mattra_session_get_plan (session));
  self->export = export;
  gtk_widget_set_visible (self->format_group, export);
  tell_purpose (self);
  gtk_button_set_label (GTK_BUTTON (self->accept), export ? _("_Export…") : _("_Print…"));
  mattra_print_form_set_session (self->form, session);
  follow_choices (self);
  update (self);
  gtk_widget_grab_focus (self->accept);
  count_faults (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * mattra_print_dialog_choose:
 * @self: the dialog
 * @kind: name of a kind of report
 * @division: (nullable): ULID of a division; %NULL for a paper of each
 *
 * Shows this report as chosen, to be made at once or changed. It is not remembered as the last one.
 */
void
mattra_print_dialog_choose (MattraPrintDialog *self,
                            const char        *kind,
                            const char        *division)
{
  g_autoptr (MattraPrintChoice) before = NULL;
  g_autoptr (MattraPrintChoice) choice = NULL;

  g_return_if_fail (MATTRA_IS_PRINT_DIALOG (self) && kind != NULL);

  before = mattra_print_form_get_choice (self->form);
  choice = mattra_print_choice_new (kind, before->options.round, division);
  choice->options.each_division = division == NULL;
  choice->options.digits = before->options.digits;
  choice->options.numbering = before->options.numbering;
  self->for_once = TRUE;
  mattra_print_form_set_choice (self->form, choice);
}
