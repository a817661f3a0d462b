/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-seal-dialog.h"

#include <glib/gi18n-lib.h>

#include "mattra-ask.h"
#include "mattra-error.h"
#include "mattra-print-faults.h"
#include "mattra-print-form.h"
#include "mattra-seal-cells.h"
#include "mattra-seal-compare.h"
#include "mattra-seal-job.h"
#include "mattra-settings.h"
#include "mattra-version-file.h"
#include "mattra-version-words.h"
#include "mattra-word-digits.h"

/* Milliseconds between two looks at how far it is. */
#define PROGRESS_MS 100

struct _MattraSealDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkWidget *cancel;
  GtkWidget *back;
  GtkWidget *accept;
  MattraPrintForm *form;
  AdwPreferencesGroup *version;
  AdwActionRow *report;
  AdwActionRow *day;
  AdwActionRow *digits;
  AdwActionRow *signers;
  AdwActionRow *faults;
  GtkImage *faults_icon;
  GtkWidget *show_faults;
  AdwPreferencesGroup *correction;
  GtkEditable *reason;
  AdwExpanderRow *further;
  GtkWidget *continuous_row;
  GtkSwitch *continuous;
  GtkSwitch *fields;
  AdwActionRow *meaning;
  GtkLabel *working;
  GtkProgressBar *progress;
  AdwStatusPage *done;
  GtkLabel *fingerprint;
  GtkWidget *copy;
  GtkWidget *save;
  GtkWidget *open;
  GtkWidget *versions;

  MattraSession *session;
  GSettings *settings;
  MattraPrintChoice *choice; /* what is to be confirmed */
  GPtrArray *seals;          /* (element-type MattraSeal): those there are; NULL while they are being read */
  GPtrArray *checks;         /* (element-type GtkCheckButton): further papers */
  GTask *making;
  GCancellable *cancellable;
  guint tick;
  MattraSealed sealed;
};

G_DEFINE_FINAL_TYPE (MattraSealDialog, mattra_seal_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_VERSIONS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MattraDigits
get_digits (MattraSealDialog *self)
{
  return mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
}

static MattraPlan *
get_plan (MattraSealDialog *self)
{
  return mattra_session_get_plan (self->session);
}

/* What was begun keeps a dialog that was closed meanwhile. */
static gboolean
is_closed (MattraSealDialog *self)
{
  return self->stack == NULL || !gtk_widget_get_realized (GTK_WIDGET (self));
}

/* What is to be confirmed */

static const char *
kind_of (GtkCheckButton *check)
{
  return g_object_get_data (G_OBJECT (check), "kind");
}

/* Whether what was chosen is a set of papers: then it says itself which. */
static gboolean
is_set (MattraSealDialog *self)
{
  return strchr (self->choice->options.kind, MATTRA_REPORT_KIND_SEPARATOR[0]) != NULL;
}

/* The chosen kind, and the further ones that were marked; a mark made before a set was chosen counts no more. */
static char *
dup_kinds (MattraSealDialog *self)
{
  g_autoptr (GString) kinds = g_string_new (self->choice->options.kind);

  for (guint i = 0; !is_set (self) && i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (check) && gtk_widget_get_visible (gtk_widget_get_ancestor (GTK_WIDGET (check),
                                                                                                 ADW_TYPE_ACTION_ROW)))
        g_string_append_printf (kinds, "%s%s", MATTRA_REPORT_KIND_SEPARATOR, kind_of (check));
    }
  return g_string_free (g_steal_pointer (&kinds), FALSE);
}

static MattraReportOptions
get_report (MattraSealDialog *self,
            const char       *kinds)
{
  MattraReportOptions report = self->choice->options;

  report.kind = kinds;
  return report;
}

static const MattraSeal *
find_corrected (MattraSealDialog *self)
{
  g_autofree char *kinds = dup_kinds (self);
  MattraReportOptions report = get_report (self, kinds);

  return self->seals ? mattra_seal_find_same (self->seals, &report) : NULL;
}

/* Showing it */

static void
show_signers (MattraSealDialog *self)
{
  g_autoptr (GPtrArray) all = mattra_print_choice_list_signers (self->choice, get_plan (self));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const MattraSigner *signer = g_ptr_array_index (all, i);

      if (signer->id == NULL
          || !g_ptr_array_find_with_equal_func (self->choice->unsigned_by, signer->id, g_str_equal, NULL))
        g_string_append_printf (names, "%s%s%s", names->len > 0 ? "\n" : "", signer->rank ? signer->rank : "",
                                signer->name ? signer->name : signer->post);
    }
  adw_action_row_set_subtitle (self->signers, names->len > 0 ? names->str
                                                             : _("Nobody by name: room is left to sign by hand"));
}

static void
show_report (MattraSealDialog *self)
{
  const MattraReportOptions *options = &self->choice->options;
  g_autofree char *kinds = dup_kinds (self);
  MattraRound round = mattra_seal_has_answers (kinds) ? options->round : MATTRA_ROUND_NONE;
  g_autofree char *words = mattra_version_words_report (get_plan (self), kinds, round, options->division,
                                                        get_digits (self));
  MattraDate day = mattra_report_date (get_plan (self), options);
  g_autofree char *date = mattra_date_is_set (day) ? mattra_date_format (day, MATTRA_DATE_LONG, options->digits) : NULL;

  if (options->division == NULL)
    {
      g_autofree char *whole = g_strjoin (" · ", words, options->each_division ? _("Each Division")
                                                                               : _("The Whole Office"), NULL);

      adw_action_row_set_subtitle (self->report, whole);
    }
  else
    adw_action_row_set_subtitle (self->report, words);
  adw_action_row_set_subtitle (self->digits, options->digits == MATTRA_DIGITS_THAI ? _("Thai Digits")
                                                                                   : _("Western Digits"));
  adw_action_row_set_subtitle (self->day, date ? date : _("None"));
  gtk_widget_set_visible (self->continuous_row, strchr (kinds, MATTRA_REPORT_KIND_SEPARATOR[0]) != NULL);
  show_signers (self);
}

static void
show_version (MattraSealDialog *self)
{
  int next = 1;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;

  if (self->seals && self->seals->len > 0)
    next = ((MattraSeal *) g_ptr_array_index (self->seals, self->seals->len - 1))->number + 1;
  number = mattra_digits_format (next, get_digits (self));
  title = g_strdup_printf (_("Version %s"), number);
  adw_preferences_group_set_title (self->version, self->seals ? title : "");
}

static void
show_correction (MattraSealDialog *self)
{
  const MattraSeal *corrected = find_corrected (self);
  g_autofree char *number = NULL;
  g_autofree char *time = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->correction), corrected != NULL);
  if (corrected == NULL)
    return;
  number = mattra_digits_format (corrected->number, get_digits (self));
  time = mattra_version_words_time (corrected->at_utc, get_digits (self));
  words = g_strdup_printf (_("This report was confirmed as version %s on %s. The new one corrects it; both are kept."),
                           number, time);
  adw_preferences_group_set_description (self->correction, words);
}

static void
show_meaning (MattraSealDialog *self)
{
  g_autofree char *kinds = dup_kinds (self);
  MattraReportOptions report = get_report (self, kinds);
  g_autofree char *words = NULL;

  words = g_strconcat (_("The file, and what it was made of, are kept in the register for good. Nobody can change or take"
                         " out a version, not even with Undo; what is wrong is corrected by a further one."),
                       mattra_seal_closes_round (&report)
                         ? _("\n\nThe answers of the round are closed then: nobody can change them until the round is"
                             " opened again. What is planned can still be changed.")
                         : "",
                       NULL);
  adw_action_row_set_subtitle (self->meaning, words);
}

static gboolean
is_on (MattraSealDialog *self,
       const char       *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

static gboolean
has_reason (MattraSealDialog *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));

  return find_corrected (self) == NULL || *reason != '\0';
}

static void
show_buttons (MattraSealDialog *self)
{
  gboolean look = is_on (self, "look");
  gboolean form = is_on (self, "form");

  gtk_button_set_label (GTK_BUTTON (self->cancel), is_on (self, "done") ? _("_Close")
                                                   : is_on (self, "work") ? _("_Stop") : _("_Cancel"));
  gtk_widget_set_visible (self->back, look);
  gtk_widget_set_visible (self->accept, look || form);
  gtk_button_set_label (GTK_BUTTON (self->accept), form ? _("_Continue") : _("C_onfirm"));
  gtk_widget_set_sensitive (self->accept, form ? mattra_print_form_is_readable (self->form)
                                               : self->seals != NULL && has_reason (self)
                                                   && !mattra_session_get_read_only (self->session));
}

static void
show_all (MattraSealDialog *self)
{
  show_report (self);
  show_version (self);
  show_correction (self);
  show_meaning (self);
  show_buttons (self);
}

/* What the checks find */

static void
show_faults (MattraSealDialog *self,
             const char       *words)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->faults),
                                 words ? words : _("The checks find nothing that must be mended"));
  gtk_image_set_from_icon_name (self->faults_icon, words ? "dialog-warning-symbolic" : "emblem-ok-symbolic");
  gtk_widget_set_visible (self->show_faults, words != NULL);
}

static void
faults_counted (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MattraSealDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = mattra_print_faults_count_finish (result, &error);

  if (!is_closed (self))
    show_faults (self, error ? error->message : words);
}

/* The checks stand in the window; they are of the round that was to be confirmed. */
static void
lead_to_faults (MattraSealDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  mattra_session_set_round (self->session, self->choice->options.round);
  if (G_IS_ACTION_GROUP (parent) && g_action_group_has_action (G_ACTION_GROUP (parent), "checks"))
    g_action_group_change_action_state (G_ACTION_GROUP (parent), "checks", g_variant_new_boolean (TRUE));
  gtk_window_close (GTK_WINDOW (self));
}

/* Looking at the register */

static void
listed (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraSealDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) seals = mattra_seal_job_list_finish (result, &error);

  if (is_closed (self))
    return;
  if (seals == NULL)
    {
      mattra_tell (GTK_WINDOW (self), _("The Versions Could Not Be Read"), error->message);
      return;
    }
  g_clear_pointer (&self->seals, g_ptr_array_unref);
  self->seals = g_steal_pointer (&seals);
  if (is_on (self, "look"))
    show_all (self);
}

/* Whatever somebody writes meanwhile, here or elsewhere, is looked at again. */
static void
look_at_register (MattraSealDialog *self)
{
  if (is_closed (self) || !is_on (self, "look"))
    return;
  mattra_seal_job_list_async (self->session, listed, g_object_ref (self));
  mattra_print_faults_count_async (self->session, self->choice, faults_counted, g_object_ref (self));
}

static void
hide_chosen_kind (MattraSealDialog *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (check), ADW_TYPE_ACTION_ROW),
                              !g_str_equal (kind_of (check), self->choice->options.kind));
    }
}

static void
go_to_look (MattraSealDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "look");
  gtk_widget_set_visible (GTK_WIDGET (self->further), !is_set (self));
  gtk_switch_set_active (self->continuous, self->choice->options.numbering == MATTRA_NUMBERING_CONTINUOUS);
  hide_chosen_kind (self);
  show_all (self);
  look_at_register (self);
  gtk_widget_grab_focus (self->accept);
}

static void
go_back (MattraSealDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "form");
  show_buttons (self);
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

/* Making it */

static gboolean
show_progress (gpointer user_data)
{
  MattraSealDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, mattra_seal_job_get_done (self->making));
  return G_SOURCE_CONTINUE;
}

static void
end_making (MattraSealDialog *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->making);
  g_clear_object (&self->cancellable);
}

static void
show_done (MattraSealDialog *self)
{
  g_autofree char *number = mattra_digits_format (self->sealed.number, get_digits (self));
  g_autofree char *title = g_strdup_printf (_("Version %s Is Confirmed"), number);
  g_autofree char *spaced = g_strdup_printf ("%.4s %.4s %.4s %s", self->sealed.fingerprint, self->sealed.fingerprint + 4,
                                             self->sealed.fingerprint + 8, self->sealed.fingerprint + 12);

  adw_status_page_set_title (self->done, title);
  adw_status_page_set_description (self->done, self->sealed.closed
    ? _("The answers of the round are closed. Print the file, have it signed, and attach the signed paper to the version."
        " This fingerprint stands on each page:")
    : _("Print the file, have it signed, and attach the signed paper to the version. This fingerprint stands on each page:"));
  gtk_label_set_text (self->fingerprint, spaced);
  gtk_stack_set_visible_child_name (self->stack, "done");
  show_buttons (self);
  gtk_widget_grab_focus (self->save);
}

static void
tell_failure (MattraSealDialog *self,
              const GError     *error)
{
  GtkWindow *parent = is_closed (self) ? gtk_window_get_transient_for (GTK_WINDOW (self)) : GTK_WINDOW (self);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (parent && gtk_widget_get_mapped (GTK_WIDGET (parent)))
    mattra_tell (parent, _("The Version Was Not Confirmed"), error->message);
}

static void
versions_listed (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (MattraSealDialog) self = user_data;
  g_autoptr (GPtrArray) seals = mattra_seal_job_list_finish (result, NULL);

  if (seals == NULL || is_closed (self))
    return;
  g_clear_pointer (&self->seals, g_ptr_array_unref);
  self->seals = g_steal_pointer (&seals);
  show_done (self);
}

static void
made (GObject      *source,
      GAsyncResult *result,
      gpointer      user_data)
{
  g_autoptr (MattraSealDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  gboolean done = mattra_seal_job_make_finish (result, &self->sealed, &error);

  end_making (self);
  if (done)
    {
      mattra_seal_job_list_async (self->session, versions_listed, g_object_ref (self));
      return;
    }
  if (!is_closed (self))
    go_to_look (self);
  tell_failure (self, error);
}

static void
make (MattraSealDialog *self)
{
  const MattraSeal *corrected = find_corrected (self);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  g_auto (MattraSealWish) wish = { mattra_print_choice_copy (self->choice), dup_kinds (self) };

  wish.numbering = gtk_switch_get_active (self->continuous) ? MATTRA_NUMBERING_CONTINUOUS : MATTRA_NUMBERING_SEPARATE;
  wish.corrects = corrected ? corrected->number : 0;
  wish.reason = corrected ? g_steal_pointer (&reason) : NULL;
  wish.signature_fields = gtk_switch_get_active (self->fields);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_label_set_text (self->working, _("The version is being made…"));
  gtk_stack_set_visible_child_name (self->stack, "work");
  show_buttons (self);
  gtk_widget_grab_focus (self->cancel);
  self->making = mattra_seal_job_make_async (self->session, &wish, self->cancellable, made, g_object_ref (self));
  self->tick = g_timeout_add (PROGRESS_MS, show_progress, self);
}

/* Buttons */

static void
accept (MattraSealDialog *self)
{
  if (is_on (self, "look"))
    {
      make (self);
      return;
    }
  mattra_print_form_commit (self->form);
  g_clear_pointer (&self->choice, mattra_print_choice_free);
  self->choice = mattra_print_form_get_choice (self->form);
  mattra_print_form_remember (self->form);
  go_to_look (self);
}

/* What is being made is stopped first; the dialog stays, so that one sees how it ended. */
static void
cancel (MattraSealDialog *self)
{
  if (self->cancellable)
    {
      gtk_label_set_text (self->working, _("Stopping…"));
      g_cancellable_cancel (self->cancellable);
    }
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
mattra_seal_dialog_close_request (GtkWindow *window)
{
  MattraSealDialog *self = MATTRA_SEAL_DIALOG (window);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (mattra_seal_dialog_parent_class)->close_request (window);
}

static void
copy_fingerprint (MattraSealDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->sealed.fingerprint);
}

static const MattraSeal *
find_made (MattraSealDialog *self)
{
  return self->seals ? mattra_seal_find (self->seals, self->sealed.number, NULL) : NULL;
}

static char *
dup_file_name (MattraSealDialog *self)
{
  g_autofree char *base = mattra_version_words_file_name (get_plan (self), find_made (self));

  return g_strconcat (base, ".pdf", NULL);
}

static void
save (MattraSealDialog *self)
{
  g_autofree char *name = find_made (self) ? dup_file_name (self) : NULL;

  if (name)
    mattra_version_file_save (GTK_WINDOW (self), self->session, find_made (self)->pdf, name);
}

static void
open_file (MattraSealDialog *self)
{
  g_autofree char *name = find_made (self) ? dup_file_name (self) : NULL;

  if (name)
    mattra_version_file_open (GTK_WINDOW (self), self->session, find_made (self)->pdf, name);
}

static void
ask_for_versions (MattraSealDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_VERSIONS], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_further (MattraSealDialog *self,
             const char       *kind)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mattra_report_kind_title (kind));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "kind", g_strdup (kind), g_free);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (self->further, row);
  g_ptr_array_add (self->checks, check);
}

static void
add_all_further (MattraSealDialog *self)
{
  g_autofree const char **kinds = mattra_report_list_kinds ();

  for (guint i = 0; kinds[i]; i++)
    add_further (self, kinds[i]);
}

static void
follow (MattraSealDialog *self)
{
  const struct
  {
    gpointer widget;
    const char *signal;
    void (*run) (MattraSealDialog *self);
  } watched[] = {
    { self->cancel, "clicked", cancel },
    { self->back, "clicked", go_back },
    { self->accept, "clicked", accept },
    { self->form, "changed", show_buttons },
    { self->reason, "changed", show_buttons },
    { self->show_faults, "clicked", lead_to_faults },
    { self->copy, "clicked", copy_fingerprint },
    { self->save, "clicked", save },
    { self->open, "clicked", open_file },
    { self->versions, "clicked", ask_for_versions },
    { self->session, "changed", look_at_register },
    { self->session, "plan-changed", look_at_register },
  };

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (watched[i].widget, watched[i].signal, G_CALLBACK (watched[i].run), self, G_CONNECT_SWAPPED);
}

/* The object */

static void
mattra_seal_dialog_dispose (GObject *object)
{
  MattraSealDialog *self = MATTRA_SEAL_DIALOG (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  end_making (self);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_SEAL_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->choice, mattra_print_choice_free);
  g_clear_pointer (&self->seals, g_ptr_array_unref);
  G_OBJECT_CLASS (mattra_seal_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-seal-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, back);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, form);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, version);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, report);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, day);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, digits);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, signers);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, faults);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, faults_icon);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, show_faults);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, correction);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, further);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, continuous_row);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, continuous);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, meaning);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, working);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, done);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, fingerprint);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, copy);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, save);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, open);
  gtk_widget_class_bind_template_child (widget_class, MattraSealDialog, versions);
}

static void
act_cancel (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  cancel (MATTRA_SEAL_DIALOG (widget));
}

static void
mattra_seal_dialog_class_init (MattraSealDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_seal_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = mattra_seal_dialog_close_request;
  g_type_ensure (MATTRA_TYPE_PRINT_FORM);
  signals[SIGNAL_VERSIONS] = g_signal_new ("versions", MATTRA_TYPE_SEAL_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "seal.cancel", NULL, act_cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "seal.cancel", NULL);
}

static void
mattra_seal_dialog_init (MattraSealDialog *self)
{
  self->settings = mattra_settings_new ();
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mattra_seal_dialog_present:
 * @parent: the window it belongs to
 * @session: the window's session, with a plan
 * @choice: (nullable): what is to be confirmed; %NULL where it is still to be chosen
 *
 * Lets the user confirm a version of a report.
 *
 * Returns: (transfer none): the dialog
 */
MattraSealDialog *
mattra_seal_dialog_present (GtkWindow               *parent,
                            MattraSession           *session,
                            const MattraPrintChoice *choice)
{
  MattraSealDialog *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && mattra_session_get_plan (session), NULL);

  self = g_object_new (MATTRA_TYPE_SEAL_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  mattra_print_form_set_session (self->form, session);
  if (choice)
    mattra_print_form_set_choice (self->form, choice);
  self->choice = choice ? mattra_print_choice_copy (choice) : mattra_print_form_get_choice (self->form);
  add_all_further (self);
  follow (self);
  gtk_window_present (GTK_WINDOW (self));
  if (*self->choice->options.kind != '\0' && choice)
    go_to_look (self);
  else
    go_back (self);
  return self;
}
