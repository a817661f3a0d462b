/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-next-year-dialog.h"

#include <glib/gi18n-lib.h>

#include "mattra-choose-file.h"
#include "mattra-register-name.h"
#include "mattra-roll-over.h"
#include "mattra-settings.h"
#include "mattra-word-digits.h"

/* Years after the one that is shown that can be started. */
#define N_YEARS 3

struct _MattraNextYearDialog
{
  AdwWindow parent_instance;

  GtkWidget *cancel;
  GtkWidget *accept;
  GtkSpinner *spinner;
  GtkStack *stack;
  GtkLabel *refusal;
  AdwPreferencesPage *page;
  AdwComboRow *year;
  GtkSwitch *with_cancelled;
  GtkSwitch *elsewhere;
  AdwActionRow *file;
  AdwStatusPage *done;

  MattraSession *session;
  GSettings *settings;
  int from;
  char *path;
  gboolean path_chosen;
};

G_DEFINE_FINAL_TYPE (MattraNextYearDialog, mattra_next_year_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_STARTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MattraDigits
get_digits (MattraNextYearDialog *self)
{
  return mattra_word_digits ((MattraDigits) g_settings_get_enum (self->settings, "digits"));
}

static int
get_year (MattraNextYearDialog *self)
{
  return self->from + 1 + (int) adw_combo_row_get_selected (self->year);
}

/* A register that can only be read may be gone on from all the same, into a new one. */
static gboolean
is_elsewhere (MattraNextYearDialog *self)
{
  return gtk_switch_get_active (self->elsewhere);
}

static gboolean
is_taken (MattraNextYearDialog *self)
{
  GArray *years = mattra_session_get_years (self->session);

  for (guint i = 0; i < years->len && !is_elsewhere (self); i++)
    if (g_array_index (years, int, i) == get_year (self))
      return TRUE;
  return FALSE;
}

static void
refuse (MattraNextYearDialog *self,
        const char           *why)
{
  gtk_label_set_text (self->refusal, why ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), why != NULL);
}

static void
update (MattraNextYearDialog *self)
{
  g_autofree char *number = mattra_digits_format (get_year (self), get_digits (self));
  g_autofree char *taken = NULL;
  g_autofree char *shown = NULL;

  if (is_taken (self))
    taken = g_strdup_printf (_("This register already has a plan of fiscal year %s. Choose another year, or a new register."),
                             number);
  refuse (self, taken);
  if (!self->path_chosen)
    {
      g_free (self->path);
      self->path = mattra_register_name_propose (
        mattra_plan_get_organisation (mattra_session_get_plan (self->session))->name, get_year (self));
    }
  shown = g_filename_display_name (self->path);
  adw_action_row_set_subtitle (self->file, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->file), is_elsewhere (self));
  gtk_widget_set_sensitive (self->accept, taken == NULL && !gtk_spinner_get_spinning (self->spinner));
}

/* Starting it, on the session's thread */

typedef struct
{
  int year;
  char *path;
  gboolean with_cancelled;
  MattraActor actor;
  gboolean has_actor;
  char *name;
  MattraRollOver done;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  mattra_roll_over_clear (&job->done);
  g_free (job->path);
  g_free (job->name);
  g_free (job);
}

static gboolean
run_job (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  Job *job = data;
  const MattraActor *actor = job->has_actor ? &job->actor : NULL;

  return job->path != NULL ? mattra_roll_over_into (store, plan, job->year, job->path, job->with_cancelled, actor, &job->done,
                                                    error)
                           : mattra_roll_over (store, plan, job->year, job->with_cancelled, actor, &job->done, error);
}

static void
append_count (GString    *text,
              char       *words,
              MattraDigits digits)
{
  g_autofree char *shown = mattra_digits_apply (words, digits);

  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", shown);
  g_free (words);
}

static void
show_done (MattraNextYearDialog *self,
           const MattraRollOver *done)
{
  MattraDigits digits = get_digits (self);
  g_autofree char *number = mattra_digits_format (done->to, digits);
  g_autofree char *title = g_strdup_printf (_("Fiscal Year %s Is Ready"), number);
  g_autoptr (GString) text = g_string_new (NULL);

  append_count (text, g_strdup_printf (ngettext ("%u measure", "%u measures", done->n_measures), done->n_measures), digits);
  if (done->n_cancelled > 0)
    append_count (text, g_strdup_printf (ngettext ("%u cancelled measure stays behind", "%u cancelled measures stay behind",
                                                   done->n_cancelled), done->n_cancelled), digits);
  append_count (text, g_strdup_printf (ngettext ("%u period moved", "%u periods moved", done->n_moved), done->n_moved),
                digits);
  append_count (text, g_strdup_printf (ngettext ("%u recommendation to answer", "%u recommendations to answer",
                                                 done->n_carried), done->n_carried), digits);
  if (done->n_without_days > 0)
    append_count (text, g_strdup_printf (ngettext ("%u period has no days; set them",
                                                   "%u periods have no days; set them", done->n_without_days),
                                         done->n_without_days), digits);
  if (done->left_out->len > 0)
    append_count (text, g_strdup (_("Texts of reports that name a year were left out; write them anew.")), digits);
  append_count (text, g_strdup (_("Look at “Checks Before Sending” for texts that still name last year.")), digits);
  adw_status_page_set_title (self->done, title);
  adw_status_page_set_description (self->done, text->str);
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_widget_set_visible (self->accept, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->cancel), _("_Close"));
}

static void
set_busy (MattraNextYearDialog *self,
          gboolean              busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page), !busy);
  gtk_widget_set_sensitive (self->cancel, !busy);
}

static void
job_done (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MattraNextYearDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  gboolean started = mattra_session_finish (MATTRA_SESSION (source), result, &data, &error);
  Job *job = data;

  if (self->stack != NULL && gtk_widget_get_realized (GTK_WIDGET (self)))
    {
      set_busy (self, FALSE);
      update (self);
      if (started)
        show_done (self, &job->done);
      else
        refuse (self, error->message);
    }
  if (started)
    g_signal_emit (self, signals[SIGNAL_STARTED], 0, job->year, job->path);
  g_clear_pointer (&data, job_free);
}

static void
start (MattraNextYearDialog *self)
{
  const MattraActor *actor = mattra_session_get_actor (self->session);
  Job *job = g_new0 (Job, 1);

  job->year = get_year (self);
  job->with_cancelled = gtk_switch_get_active (self->with_cancelled);
  job->path = is_elsewhere (self) ? g_strdup (self->path) : NULL;
  job->has_actor = actor != NULL;
  job->name = actor != NULL ? g_strdup (actor->name) : NULL;
  job->actor = (MattraActor) { .name = job->name, .role = actor != NULL ? actor->role : MATTRA_ROLE_SECRETARY };
  refuse (self, NULL);
  set_busy (self, TRUE);
  gtk_widget_set_sensitive (self->accept, FALSE);
  mattra_session_write_async (self->session, run_job, job, job_free, job_done, g_object_ref (self));
}

/* The file */

static void
file_chosen (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MattraNextYearDialog) self = user_data;
  g_autoptr (GFile) file = mattra_choose_file_finish (result, NULL);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path == NULL || self->stack == NULL)
    return;
  g_free (self->path);
  self->path = mattra_register_name_complete (path);
  self->path_chosen = TRUE;
  update (self);
}

static void
choose_file (MattraNextYearDialog *self)
{
  mattra_register_name_choose_async (GTK_WINDOW (self), self->path, NULL, file_chosen, g_object_ref (self));
}

/* The window */

static GtkWidget *
new_header (MattraNextYearDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  self->accept = gtk_button_new_with_mnemonic (_("_Start"));
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel), "window.close");
  gtk_widget_add_css_class (self->accept, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->spinner));
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (start), self, G_CONNECT_SWAPPED);
  return header;
}

static GtkWidget *
new_switch_row (GtkSwitch  **button,
                const char  *title,
                const char  *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  *button = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (*button), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (*button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (*button));
  return row;
}

static GtkWidget *
new_elsewhere_row (MattraNextYearDialog *self)
{
  GtkWidget *row = new_switch_row (&self->elsewhere, _("In a New Register"),
                                   _("With the office, its people and its scores; this one stays as it is"));

  g_signal_connect_object (self->elsewhere, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
new_file_row (MattraNextYearDialog *self)
{
  GtkWidget *choose = gtk_button_new_with_mnemonic (_("C_hoose…"));

  self->file = ADW_ACTION_ROW (adw_action_row_new ());
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file), _("File"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->file), FALSE);
  adw_action_row_set_subtitle_lines (self->file, 0);
  adw_action_row_add_suffix (self->file, choose);
  g_signal_connect_object (choose, "clicked", G_CALLBACK (choose_file), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->file);
}

static GtkWidget *
new_page (MattraNextYearDialog *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->year = ADW_COMBO_ROW (adw_combo_row_new ());
  self->refusal = GTK_LABEL (gtk_label_new (NULL));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->year), _("Fiscal Year to Start"));
  adw_preferences_group_set_description (
    group, _("Measures, steps, indicators of success, follow-up and responsible parties go on, with their periods moved."
             " Results, evidence and ticks stay in their year; what was recommended waits to be answered."));
  adw_preferences_group_add (group, GTK_WIDGET (self->year));
  adw_preferences_group_add (group, new_switch_row (&self->with_cancelled, _("Cancelled Measures as Well"),
                                                    _("Else they stay behind, and count as dropped")));
  adw_preferences_group_add (group, new_elsewhere_row (self));
  adw_preferences_group_add (group, new_file_row (self));
  gtk_label_set_wrap (self->refusal, TRUE);
  gtk_label_set_xalign (self->refusal, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->refusal), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->refusal), "error");
  adw_preferences_group_add (group, GTK_WIDGET (self->refusal));
  adw_preferences_page_add (self->page, group);
  return GTK_WIDGET (self->page);
}

static void
fill_years (MattraNextYearDialog *self)
{
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);

  for (int i = 1; i <= N_YEARS; i++)
    {
      g_autofree char *number = mattra_digits_format (self->from + i, get_digits (self));

      gtk_string_list_append (years, number);
    }
  adw_combo_row_set_model (self->year, G_LIST_MODEL (years));
  g_signal_connect_object (self->year, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
mattra_next_year_dialog_dispose (GObject *object)
{
  MattraNextYearDialog *self = MATTRA_NEXT_YEAR_DIALOG (object);

  self->stack = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (mattra_next_year_dialog_parent_class)->dispose (object);
}

static void
mattra_next_year_dialog_class_init (MattraNextYearDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_next_year_dialog_dispose;
  signals[SIGNAL_STARTED] = g_signal_new ("started", MATTRA_TYPE_NEXT_YEAR_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mattra_next_year_dialog_init (MattraNextYearDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->settings = mattra_settings_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  self->done = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->done, "emblem-ok-symbolic");
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, new_page (self), "form");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->done), "done");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Start Next Year"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 480);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, -1);
}

/**
 * mattra_next_year_dialog_present:
 * @parent: the window
 * @session: its register, showing the year to go on from
 *
 * Has the user start the next fiscal year.
 *
 * Returns: (transfer none): the dialog
 */
MattraNextYearDialog *
mattra_next_year_dialog_present (GtkWindow     *parent,
                                 MattraSession *session)
{
  MattraNextYearDialog *self = NULL;
  gboolean read_only;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_NEXT_YEAR_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->from = mattra_plan_get_fiscal_year (mattra_session_get_plan (session));
  fill_years (self);
  read_only = mattra_session_get_read_only (session);
  gtk_switch_set_active (self->elsewhere, read_only);
  gtk_widget_set_sensitive (GTK_WIDGET (self->elsewhere), !read_only);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
