/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-print-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-order-list.h"
#include "mattra-read-date.h"
#include "mattra-report-choices.h"
#include "mattra-report-columns.h"
#include "mattra-report-place.h"
#include "mattra-report-signers.h"
#include "mattra-report-texts.h"
#include "mattra-round-name.h"
#include "mattra-setting-act.h"
#include "mattra-settings.h"

struct _MattraPrintForm
{
  AdwBin parent_instance;

  MattraSession *session;
  MattraPlan *plan;     /* as its divisions are listed here */
  MattraClock *clock;
  GSettings *settings;
  const char **kinds;
  AdwComboRow *kind;
  AdwComboRow *round;
  AdwComboRow *division;
  AdwComboRow *digits;
  AdwComboRow *numbering;
  AdwPreferencesGroup *set_group;
  GtkWidget *set;
  GtkWidget *date;
  GtkLabel *understood;
  MattraReportTexts *texts;
  MattraReportColumns *columns;
  MattraReportSigners *signers;
  char *set_kinds;      /* those of one file, by commas */
  char *shown_date;     /* what the date says without being typed into */
  gboolean filling;
  gboolean stale;       /* what is chosen is to be read when the form is seen */
};

G_DEFINE_FINAL_TYPE (MattraPrintForm, mattra_print_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const MattraRound rounds[] = { MATTRA_ROUND_FIRST_HALF, MATTRA_ROUND_FULL_YEAR };

static const struct
{
  MattraDigits digits;
  const char *words;
} scripts[] = {
  { MATTRA_DIGITS_THAI, N_("Thai Digits") },
  { MATTRA_DIGITS_WESTERN, N_("Western Digits") },
};

static const struct
{
  MattraReportNumbering numbering;
  const char *words;
} numberings[] = {
  { MATTRA_NUMBERING_SEPARATE, N_("From 1 in Each Paper") },
  { MATTRA_NUMBERING_CONTINUOUS, N_("Through the Whole File") },
};

/* Before the divisions stand the whole office and each division. */
#define N_BEFORE_DIVISIONS 2

/* What is chosen */

static gboolean
is_set (MattraPrintForm *self)
{
  return self->kinds[adw_combo_row_get_selected (self->kind)] == NULL;
}

/* The kind under whose name settings are kept. */
static const char *
settings_kind (MattraPrintForm *self)
{
  return is_set (self) ? MATTRA_REPORT_SET : mattra_print_form_get_kind (self);
}

/* In a register that cannot be written a choice holds as long as the form. */
static void
keep (MattraPrintForm *self,
      const char      *setting,
      const char      *value)
{
  if (!self->filling && mattra_session_may (self->session, MATTRA_ACTION_SETTINGS))
    mattra_setting_act (self->session, "set-report-option", settings_kind (self), setting, value, NULL, NULL);
}

/* An empty date is the register's own. */
static gboolean
read_date (MattraPrintForm *self,
           MattraDate      *date)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->date));

  *date = MATTRA_DATE_NONE;
  return *text == '\0' || mattra_read_date (text, date);
}

static gboolean
is_date_typed (MattraPrintForm *self)
{
  return !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->date)), self->shown_date);
}

static const char *
get_division_id (MattraPrintForm *self)
{
  guint selected = adw_combo_row_get_selected (self->division);

  if (selected < N_BEFORE_DIVISIONS || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return mattra_division_list_get (mattra_plan_get_divisions (self->plan), selected - N_BEFORE_DIVISIONS)->id;
}

static MattraPrintChoice *
read_choice (MattraPrintForm *self)
{
  MattraPrintChoice *choice = mattra_print_choice_new (mattra_print_form_get_kind (self),
                                                       rounds[adw_combo_row_get_selected (self->round)],
                                                       get_division_id (self));

  choice->options.each_division = adw_combo_row_get_selected (self->division) == 1;
  choice->options.digits = scripts[adw_combo_row_get_selected (self->digits)].digits;
  choice->options.numbering = numberings[adw_combo_row_get_selected (self->numbering)].numbering;
  choice->options.today = mattra_clock_get_today (self->clock);
  if (is_date_typed (self))
    read_date (self, &choice->options.date);
  mattra_report_signers_leave_out (self->signers, choice);
  return choice;
}

/* What the register has for the kind */

typedef struct
{
  MattraPrintChoice *choice;
  MattraReportChoices *choices;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  mattra_print_choice_free (job->choice);
  mattra_report_choices_free (job->choices);
  g_free (job);
}

static gboolean
run_job (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  Job *job = data;

  job->choices = mattra_load_choices (store, plan, &job->choice->options, error);
  return job->choices != NULL;
}

static void
job_done (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MattraPrintForm) self = user_data;
  gpointer data = NULL;
  Job *job;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, NULL))
    return;
  job = data;
  if (self->texts && g_str_equal (job->choices->kind, mattra_print_form_get_kind (self))
      && g_strcmp0 (job->choices->plan, mattra_plan_get_id (self->plan)) == 0)
    {
      mattra_report_texts_show (self->texts, self->session, job->choices);
      mattra_report_columns_show (self->columns, self->session, job->choices);
    }
  job_free (job);
}

/* Measures are read for it: only where somebody looks. */
static void
load (MattraPrintForm *self)
{
  Job *job;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale || self->session == NULL)
    return;
  job = g_new0 (Job, 1);
  job->choice = read_choice (self);
  mattra_session_query_async (self->session, run_job, job, job_free, job_done, g_object_ref (self));
}

static void
load_if_stale (MattraPrintForm *self)
{
  if (self->stale)
    load (self);
}

/* What is shown */

static void
show_date (MattraPrintForm *self)
{
  MattraDate date;
  gboolean readable = read_date (self, &date);
  gboolean written = readable && mattra_date_is_set (date);
  MattraDigits digits = scripts[adw_combo_row_get_selected (self->digits)].digits;
  g_autofree char *text = written ? mattra_date_format (date, MATTRA_DATE_LONG, digits) : NULL;

  /* What is written out already needs no reading. */
  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self->date))) == 0)
    g_clear_pointer (&text, g_free);
  gtk_label_set_text (self->understood, text ? text : readable ? "" : _("not a day"));
  if (readable)
    gtk_widget_remove_css_class (self->date, "error");
  else
    gtk_widget_add_css_class (self->date, "error");
}

/* Who signs depends on the day: posts change hands. */
static void
show_signers (MattraPrintForm *self)
{
  g_autoptr (MattraPrintChoice) choice = read_choice (self);

  mattra_report_signers_show (self->signers, self->session, choice);
}

/* Plans, announcements and orders are of the year. */
static gboolean
has_round (MattraPrintForm *self)
{
  static const char *const without[] = { "measures", "announcement", "order", NULL };

  return is_set (self) || !g_strv_contains (without, mattra_print_form_get_kind (self));
}

static gboolean
has_several_papers (MattraPrintForm *self)
{
  return is_set (self) || adw_combo_row_get_selected (self->division) == 1
         || (mattra_report_is_for_division (mattra_print_form_get_kind (self)) && get_division_id (self) == NULL);
}

static void
update (MattraPrintForm *self)
{
  MattraDate date;

  if (self->filling)
    return;
  show_date (self);
  gtk_widget_set_visible (GTK_WIDGET (self->round), has_round (self));
  gtk_widget_set_visible (GTK_WIDGET (self->numbering), has_several_papers (self));
  gtk_widget_set_visible (GTK_WIDGET (self->set_group), is_set (self));
  if (is_set (self))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->texts), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->columns), FALSE);
    }
  if (read_date (self, &date))
    show_signers (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The day kept for the kind; of papers that bear none of their own that of the plan. */
static void
fill_date (MattraPrintForm *self)
{
  gboolean is_letter = (mattra_report_get_parts (settings_kind (self)) & MATTRA_REPORT_HAS_SUBJECT) != 0;
  const MattraReportOptions options = { .kind = settings_kind (self) };
  MattraDate date = is_letter ? mattra_report_own_date (self->plan, &options) : mattra_report_date (self->plan, &options);
  MattraDigits digits = mattra_report_kept_digits (self->plan, settings_kind (self));
  gboolean typed = is_date_typed (self);

  g_free (self->shown_date);
  self->shown_date = mattra_date_is_set (date) ? mattra_date_format (date, MATTRA_DATE_LONG, digits) : g_strdup ("");
  if (!typed)
    gtk_editable_set_text (GTK_EDITABLE (self->date), self->shown_date);
}

/* Those kept as one file, in their order, then the others. */
static void
fill_set (MattraPrintForm *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_order_item_free);
  g_auto (GStrv) chosen = g_strsplit (self->set_kinds, MATTRA_REPORT_KIND_SEPARATOR, -1);

  for (guint i = 0; chosen[i]; i++)
    if (mattra_report_has_kind (chosen[i]))
      g_ptr_array_add (items, mattra_order_item_new (chosen[i], mattra_report_kind_title (chosen[i]), NULL, TRUE, 0));
  for (guint i = 0; self->kinds[i]; i++)
    if (!g_strv_contains ((const char *const *) chosen, self->kinds[i]))
      g_ptr_array_add (items, mattra_order_item_new (self->kinds[i], mattra_report_kind_title (self->kinds[i]), NULL,
                                                     FALSE, 0));
  mattra_order_list_set_items (MATTRA_ORDER_LIST (self->set), items);
}

static void
fill_divisions (MattraPrintForm *self,
                const char      *shown,
                gboolean         each)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (self->plan);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int position = shown ? mattra_division_list_position (divisions, shown) : -1;

  gtk_string_list_append (names, _("The Whole Office"));
  gtk_string_list_append (names, _("Each Division, One Behind the Other"));
  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    gtk_string_list_append (names, mattra_division_list_get (divisions, i)->name);
  adw_combo_row_set_model (self->division, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->division, position >= 0 ? (guint) position + N_BEFORE_DIVISIONS : each ? 1 : 0);
}

/* What the plan keeps for the kind that is chosen. */
static void
fill_kept (MattraPrintForm *self)
{
  const char *kinds = mattra_plan_get_setting (self->plan, MATTRA_SETTING_SET_KINDS);
  gboolean filling = self->filling;

  self->filling = TRUE;
  g_free (self->set_kinds);
  self->set_kinds = g_strdup (kinds ? kinds : "");
  fill_set (self);
  adw_combo_row_set_selected (self->digits,
                              mattra_report_kept_digits (self->plan, settings_kind (self)) == MATTRA_DIGITS_WESTERN);
  adw_combo_row_set_selected (self->numbering, mattra_report_kept_numbering (self->plan, settings_kind (self))
                                                 == MATTRA_NUMBERING_CONTINUOUS);
  fill_date (self);
  self->filling = filling;
}

static void
fill (MattraPrintForm *self)
{
  g_autofree char *kind = g_settings_get_string (self->settings, "report-kind");
  MattraDigits shown = (MattraDigits) g_settings_get_enum (self->settings, "digits");
  MattraRound round = mattra_session_get_round (self->session);
  g_autoptr (GtkStringList) kind_words = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) round_words = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) script_words = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) numbering_words = gtk_string_list_new (NULL);

  self->filling = TRUE;
  for (guint i = 0; self->kinds[i]; i++)
    gtk_string_list_append (kind_words, mattra_report_kind_title (self->kinds[i]));
  gtk_string_list_append (kind_words, _("Several papers in one file"));
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    gtk_string_list_take (round_words, mattra_round_name (rounds[i], shown));
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    gtk_string_list_append (script_words, _(scripts[i].words));
  for (guint i = 0; i < G_N_ELEMENTS (numberings); i++)
    gtk_string_list_append (numbering_words, _(numberings[i].words));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kind_words));
  adw_combo_row_set_model (self->round, G_LIST_MODEL (round_words));
  adw_combo_row_set_model (self->digits, G_LIST_MODEL (script_words));
  adw_combo_row_set_model (self->numbering, G_LIST_MODEL (numbering_words));
  mattra_print_form_set_kind (self, kind);
  adw_combo_row_set_selected (self->round, round == MATTRA_ROUND_FULL_YEAR ? 1 : 0);
  fill_divisions (self, mattra_session_get_division (self->session), FALSE);
  fill_kept (self);
  self->filling = FALSE;
}

/* What changes */

static void
kind_changed (MattraPrintForm *self)
{
  if (self->filling)
    return;
  mattra_report_texts_commit (self->texts);
  fill_kept (self);
  update (self);
  load (self);
}

static void
division_changed (MattraPrintForm *self)
{
  update (self);
  if (!self->filling)
    load (self);
}

static void
digits_changed (MattraPrintForm *self)
{
  keep (self, MATTRA_SETTING_KIND_DIGITS, adw_combo_row_get_selected (self->digits) == 1 ? "western" : NULL);
  update (self);
}

static void
numbering_changed (MattraPrintForm *self)
{
  keep (self, MATTRA_SETTING_KIND_NUMBERING, adw_combo_row_get_selected (self->numbering) == 1 ? "continuous" : NULL);
  update (self);
}

static void
commit_date (MattraPrintForm *self)
{
  MattraDate date;
  g_autofree char *iso = NULL;

  if (self->session == NULL || !mattra_session_may (self->session, MATTRA_ACTION_SETTINGS) || !is_date_typed (self)
      || !read_date (self, &date))
    return;
  iso = mattra_date_is_set (date) ? mattra_date_to_iso (date) : NULL;
  g_free (self->shown_date);
  self->shown_date = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->date)));
  keep (self, MATTRA_SETTING_KIND_DATE, iso);
}

/* Escape gives up what was typed. */
static gboolean
date_key (GtkEventControllerKey *controller,
          guint                  keyval,
          guint                  keycode,
          GdkModifierType        state,
          MattraPrintForm       *self)
{
  if (keyval != GDK_KEY_Escape || !is_date_typed (self))
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->date), self->shown_date);
  return TRUE;
}

static void
set_changed (MattraPrintForm *self)
{
  GPtrArray *items = mattra_order_list_get_items (MATTRA_ORDER_LIST (self->set));
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const MattraOrderItem *item = g_ptr_array_index (items, i);

      if (item->checked)
        g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? MATTRA_REPORT_KIND_SEPARATOR : "", item->id);
    }
  g_free (self->set_kinds);
  self->set_kinds = g_strdup (kinds->str);
  keep (self, "kinds", kinds->len > 0 ? kinds->str : NULL);
  update (self);
}

/* Settings, divisions or people are others, or it is another year. What is not kept was chosen here alone: it stays. */
static void
plan_changed (MattraPrintForm *self)
{
  g_autofree char *division = g_strdup (get_division_id (self));
  gboolean each = adw_combo_row_get_selected (self->division) == 1;
  MattraPlan *plan = mattra_session_get_plan (self->session);
  gboolean same = mattra_plan_get_fiscal_year (plan) == mattra_plan_get_fiscal_year (self->plan);

  self->filling = TRUE;
  g_set_object (&self->plan, plan);
  fill_divisions (self, division, each);
  if (same && !mattra_session_may (self->session, MATTRA_ACTION_SETTINGS))
    fill_date (self);
  else
    fill_kept (self);
  self->filling = FALSE;
  update (self);
  load (self);
}

static void
follow_choices (MattraPrintForm *self)
{
  const struct
  {
    AdwComboRow *row;
    GCallback changed;
  } rows[] = {
    { self->kind, G_CALLBACK (kind_changed) },
    { self->round, G_CALLBACK (division_changed) },
    { self->division, G_CALLBACK (division_changed) },
    { self->digits, G_CALLBACK (digits_changed) },
    { self->numbering, G_CALLBACK (numbering_changed) },
  };
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_connect_object (rows[i].row, "notify::selected", rows[i].changed, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date, "apply", G_CALLBACK (commit_date), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (commit_date), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (date_key), self, 0);
  gtk_widget_add_controller (self->date, focus);
  gtk_widget_add_controller (self->date, keys);
  g_signal_connect_object (self->set, "changed", G_CALLBACK (set_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->signers, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "plan-changed", G_CALLBACK (plan_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::read-only", G_CALLBACK (plan_changed), self, G_CONNECT_SWAPPED);
}

/* The form */

static void
mattra_print_form_dispose (GObject *object)
{
  MattraPrintForm *self = MATTRA_PRINT_FORM (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_PRINT_FORM);
  g_clear_object (&self->session);
  g_clear_object (&self->plan);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_print_form_parent_class)->dispose (object);
}

static void
mattra_print_form_finalize (GObject *object)
{
  MattraPrintForm *self = MATTRA_PRINT_FORM (object);

  g_free (self->kinds);
  g_free (self->set_kinds);
  g_free (self->shown_date);
  G_OBJECT_CLASS (mattra_print_form_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-print-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, kind);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, round);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, division);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, digits);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, numbering);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, set_group);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, date);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, understood);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, texts);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, columns);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, signers);
}

static void
mattra_print_form_class_init (MattraPrintFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mattra_print_form_dispose;
  object_class->finalize = mattra_print_form_finalize;
  g_type_ensure (MATTRA_TYPE_REPORT_TEXTS);
  g_type_ensure (MATTRA_TYPE_REPORT_COLUMNS);
  g_type_ensure (MATTRA_TYPE_REPORT_SIGNERS);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MATTRA_TYPE_PRINT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
mattra_print_form_init (MattraPrintForm *self)
{
  self->kinds = mattra_report_list_kinds ();
  self->settings = mattra_settings_new ();
  self->set_kinds = g_strdup ("");
  self->shown_date = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->set = mattra_order_list_new (_("Papers of the File"), FALSE, 0);
  adw_preferences_group_add (self->set_group, self->set);
  g_signal_connect (self, "map", G_CALLBACK (load_if_stale), NULL);
}

/**
 * mattra_print_form_set_session:
 * @self: a form without a session yet
 * @session: the window's session, with a plan
 *
 * Fills the form with what there is to choose, and what the plan keeps for the kind that was chosen last.
 */
void
mattra_print_form_set_session (MattraPrintForm *self,
                               MattraSession   *session)
{
  g_return_if_fail (MATTRA_IS_PRINT_FORM (self) && self->plan == NULL);
  g_return_if_fail (MATTRA_IS_SESSION (session) && mattra_session_get_plan (session));

  self->session = g_object_ref (session);
  self->plan = g_object_ref (mattra_session_get_plan (session));
  self->clock = g_object_ref (mattra_session_get_clock (session));
  fill (self);
  follow_choices (self);
  update (self);
  load (self);
}

/**
 * mattra_print_form_get_choice:
 * @self: a form
 *
 * Returns: (transfer full): what is wanted
 */
MattraPrintChoice *
mattra_print_form_get_choice (MattraPrintForm *self)
{
  g_return_val_if_fail (MATTRA_IS_PRINT_FORM (self), NULL);

  return read_choice (self);
}

/**
 * mattra_print_form_set_choice:
 * @self: a form with a session
 * @choice: what is wanted
 *
 * Shows a choice that was made elsewhere, as far as the register still has what it names.
 */
void
mattra_print_form_set_choice (MattraPrintForm         *self,
                              const MattraPrintChoice *choice)
{
  const MattraReportOptions *options;
  g_autofree char *day = NULL;

  g_return_if_fail (MATTRA_IS_PRINT_FORM (self) && self->plan != NULL && choice != NULL);

  options = &choice->options;
  if (mattra_date_is_set (options->date))
    day = mattra_date_format (options->date, MATTRA_DATE_LONG, options->digits);
  self->filling = TRUE;
  mattra_print_form_set_kind (self, strstr (options->kind, MATTRA_REPORT_KIND_SEPARATOR) ? MATTRA_REPORT_SET
                                                                                         : options->kind);
  fill_kept (self);
  adw_combo_row_set_selected (self->round, options->round == MATTRA_ROUND_FULL_YEAR ? 1 : 0);
  adw_combo_row_set_selected (self->digits, options->digits == MATTRA_DIGITS_WESTERN ? 1 : 0);
  adw_combo_row_set_selected (self->numbering, options->numbering == MATTRA_NUMBERING_CONTINUOUS ? 1 : 0);
  fill_divisions (self, options->division, options->each_division);
  if (day)
    gtk_editable_set_text (GTK_EDITABLE (self->date), day);
  mattra_report_signers_set_left_out (self->signers, choice);
  self->filling = FALSE;
  update (self);
  load (self);
}

/**
 * mattra_print_form_get_kind:
 * @self: a form
 *
 * Returns: the name of the kind of report; of several in one file their names by commas, empty where none is chosen yet
 */
const char *
mattra_print_form_get_kind (MattraPrintForm *self)
{
  guint selected;

  g_return_val_if_fail (MATTRA_IS_PRINT_FORM (self), NULL);

  selected = adw_combo_row_get_selected (self->kind);
  if (selected == GTK_INVALID_LIST_POSITION)
    return self->kinds[0];
  return self->kinds[selected] ? self->kinds[selected] : self->set_kinds;
}

/**
 * mattra_print_form_set_kind:
 * @self: a form
 * @kind: the name of a kind of report, or %MATTRA_REPORT_SET for several in one file; the first is chosen if there is
 *   none of that name
 *
 * Chooses the kind.
 */
void
mattra_print_form_set_kind (MattraPrintForm *self,
                            const char      *kind)
{
  guint selected = 0;
  guint n = 0;

  g_return_if_fail (MATTRA_IS_PRINT_FORM (self) && kind != NULL);

  for (; self->kinds[n]; n++)
    if (g_str_equal (self->kinds[n], kind))
      selected = n;
  adw_combo_row_set_selected (self->kind, g_str_equal (kind, MATTRA_REPORT_SET) ? n : selected);
}

/**
 * mattra_print_form_get_round:
 * @self: a form
 *
 * Returns: the round
 */
MattraRound
mattra_print_form_get_round (MattraPrintForm *self)
{
  g_return_val_if_fail (MATTRA_IS_PRINT_FORM (self), MATTRA_ROUND_NONE);

  return rounds[adw_combo_row_get_selected (self->round)];
}

/**
 * mattra_print_form_is_readable:
 * @self: a form
 *
 * Returns: whether what is written as date is one, and a paper is chosen
 */
gboolean
mattra_print_form_is_readable (MattraPrintForm *self)
{
  MattraDate date;

  g_return_val_if_fail (MATTRA_IS_PRINT_FORM (self), FALSE);

  return read_date (self, &date) && *mattra_print_form_get_kind (self) != '\0';
}

/**
 * mattra_print_form_commit:
 * @self: a form
 *
 * Commits what is being typed: what is printed after this says it.
 */
void
mattra_print_form_commit (MattraPrintForm *self)
{
  g_return_if_fail (MATTRA_IS_PRINT_FORM (self));

  commit_date (self);
  mattra_report_texts_commit (self->texts);
}

/**
 * mattra_print_form_remember:
 * @self: a form
 *
 * Remembers the kind for the next time.
 */
void
mattra_print_form_remember (MattraPrintForm *self)
{
  g_return_if_fail (MATTRA_IS_PRINT_FORM (self));

  g_settings_set_string (self->settings, "report-kind", settings_kind (self));
}

/**
 * mattra_print_form_set_draft:
 * @self: a form with a session
 * @place: the reports of a plan
 * @field: one of their texts
 * @text: what was typed into it
 *
 * Chooses its kind and goes on to type, once the plan's texts of the kind are there.
 */
void
mattra_print_form_set_draft (MattraPrintForm *self,
                             const char      *place,
                             const char      *field,
                             const char      *text)
{
  g_autofree char *kind = NULL;
  g_autofree char *setting = NULL;

  g_return_if_fail (MATTRA_IS_PRINT_FORM (self) && place != NULL && field != NULL && text != NULL);

  if (!mattra_report_place_read_field (field, &kind, &setting))
    return;
  mattra_report_texts_set_draft (self->texts, place, field, text);
  mattra_print_form_set_kind (self, kind);
  load (self);
}
