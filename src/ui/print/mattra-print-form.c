/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-print-form.h"

#include <glib/gi18n-lib.h>

#include "mattra-read-date.h"
#include "mattra-round-name.h"
#include "mattra-settings.h"

struct _MattraPrintForm
{
  AdwBin parent_instance;

  MattraPlan *plan;     /* as its divisions are listed here, whatever becomes of them meanwhile */
  MattraClock *clock;
  GSettings *settings;
  const char **kinds;
  AdwComboRow *kind;
  AdwComboRow *round;
  AdwComboRow *division;
  AdwComboRow *digits;
  GtkWidget *date;
  GtkLabel *understood;
  AdwPreferencesGroup *signers;
  GPtrArray *signer_rows;
  GHashTable *left_out;
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

/* An empty date is the register's own. */
static gboolean
read_date (MattraPrintForm *self,
           MattraDate        *date)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->date));

  *date = MATTRA_DATE_NONE;
  return *text == '\0' || mattra_read_date (text, date);
}

static const char *
get_division_id (MattraPrintForm *self)
{
  guint selected = adw_combo_row_get_selected (self->division);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return mattra_division_list_get (mattra_plan_get_divisions (self->plan), selected - 1)->id;
}

static MattraPrintChoice *
read_choice (MattraPrintForm *self)
{
  MattraPrintChoice *choice = NULL;
  GHashTableIter iter;
  gpointer id;

  choice = mattra_print_choice_new (mattra_print_form_get_kind (self),
                                    rounds[adw_combo_row_get_selected (self->round)],
                                    get_division_id (self));
  choice->options.digits = scripts[adw_combo_row_get_selected (self->digits)].digits;
  choice->options.today = mattra_clock_get_today (self->clock);
  read_date (self, &choice->options.date);
  g_hash_table_iter_init (&iter, self->left_out);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (choice->unsigned_by, g_strdup (id));
  return choice;
}

static void
take_signer (MattraPrintForm *self,
             GParamSpec        *pspec,
             GtkCheckButton    *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "signer");

  if (gtk_check_button_get_active (check))
    g_hash_table_remove (self->left_out, id);
  else
    g_hash_table_add (self->left_out, g_strdup (id));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_signer_row (MattraPrintForm  *self,
                const MattraSigner *signer)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *subtitle = g_strjoin (" · ", signer->role, signer->post, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), signer->name ? signer->name : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_object_set_data_full (G_OBJECT (check), "signer", g_strdup (signer->id), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !g_hash_table_contains (self->left_out, signer->id));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (take_signer), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->signers, row);
  g_ptr_array_add (self->signer_rows, row);
}

/* Who signs depends on the day: posts change hands. */
static void
show_signers (MattraPrintForm *self)
{
  g_autoptr (MattraPrintChoice) choice = read_choice (self);
  g_autoptr (GPtrArray) signers = mattra_print_choice_list_signers (choice, self->plan);

  for (guint i = 0; i < self->signer_rows->len; i++)
    adw_preferences_group_remove (self->signers, g_ptr_array_index (self->signer_rows, i));
  g_ptr_array_set_size (self->signer_rows, 0);
  for (guint i = 0; i < signers->len; i++)
    add_signer_row (self, g_ptr_array_index (signers, i));
  adw_preferences_group_set_description (self->signers, signers->len > 0
    ? _("As kept under people and posts for the day of the report")
    : _("Nobody is named for this day: the paper leaves room for names and signatures by hand"));
}

static void
update (MattraPrintForm *self)
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
  gtk_widget_set_visible (GTK_WIDGET (self->round), !g_str_equal (mattra_print_form_get_kind (self), "measures"));
  if (readable)
    show_signers (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
fill_divisions (MattraPrintForm *self,
                const char      *shown)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (self->plan);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int position = shown ? mattra_division_list_position (divisions, shown) : -1;

  gtk_string_list_append (names, _("The Whole Office"));
  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    gtk_string_list_append (names, mattra_division_list_get (divisions, i)->name);
  adw_combo_row_set_model (self->division, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->division, (guint) (position + 1));
}

static void
fill (MattraPrintForm *self,
      MattraSession   *session)
{
  g_autofree char *kind = g_settings_get_string (self->settings, "report-kind");
  const MattraReportOptions options = { .kind = "results" };
  MattraDate date = mattra_report_date (self->plan, &options);
  MattraDigits digits = (MattraDigits) g_settings_get_enum (self->settings, "report-digits");
  MattraDigits shown = (MattraDigits) g_settings_get_enum (self->settings, "digits");
  g_autofree char *day = mattra_date_is_set (date) ? mattra_date_format (date, MATTRA_DATE_LONG, digits) : NULL;
  MattraRound round = mattra_session_get_round (session);
  g_autoptr (GtkStringList) kind_words = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) round_words = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) script_words = gtk_string_list_new (NULL);

  for (guint i = 0; self->kinds[i]; i++)
    gtk_string_list_append (kind_words, mattra_report_kind_title (self->kinds[i]));
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    gtk_string_list_take (round_words, mattra_round_name (rounds[i], shown));
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    gtk_string_list_append (script_words, _(scripts[i].words));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kind_words));
  adw_combo_row_set_model (self->round, G_LIST_MODEL (round_words));
  adw_combo_row_set_model (self->digits, G_LIST_MODEL (script_words));
  mattra_print_form_set_kind (self, kind);
  adw_combo_row_set_selected (self->round, round == MATTRA_ROUND_FULL_YEAR ? 1 : 0);
  adw_combo_row_set_selected (self->digits, digits == MATTRA_DIGITS_WESTERN ? 1 : 0);
  fill_divisions (self, mattra_session_get_division (session));
  gtk_editable_set_text (GTK_EDITABLE (self->date), day ? day : "");
}

static void
follow_choices (MattraPrintForm *self)
{
  AdwComboRow *rows[] = { self->kind, self->round, self->division, self->digits };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_connect_object (rows[i], "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
mattra_print_form_dispose (GObject *object)
{
  MattraPrintForm *self = MATTRA_PRINT_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_PRINT_FORM);
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
  g_ptr_array_unref (self->signer_rows);
  g_hash_table_unref (self->left_out);
  G_OBJECT_CLASS (mattra_print_form_parent_class)->finalize (object);
}

static void
mattra_print_form_class_init (MattraPrintFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mattra_print_form_dispose;
  object_class->finalize = mattra_print_form_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MATTRA_TYPE_PRINT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-print-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, kind);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, round);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, division);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, digits);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, date);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, understood);
  gtk_widget_class_bind_template_child (widget_class, MattraPrintForm, signers);
}

static void
mattra_print_form_init (MattraPrintForm *self)
{
  self->kinds = mattra_report_list_kinds ();
  self->signer_rows = g_ptr_array_new ();
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->settings = mattra_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mattra_print_form_set_session:
 * @self: a form without a session yet
 * @session: the window's session, with a plan
 *
 * Fills the form with what there is to choose and what was chosen last.
 */
void
mattra_print_form_set_session (MattraPrintForm *self,
                               MattraSession   *session)
{
  g_return_if_fail (MATTRA_IS_PRINT_FORM (self) && self->plan == NULL);
  g_return_if_fail (MATTRA_IS_SESSION (session) && mattra_session_get_plan (session));

  self->plan = g_object_ref (mattra_session_get_plan (session));
  self->clock = g_object_ref (mattra_session_get_clock (session));
  fill (self, session);
  follow_choices (self);
  update (self);
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
  int division;

  g_return_if_fail (MATTRA_IS_PRINT_FORM (self) && self->plan != NULL && choice != NULL);

  options = &choice->options;
  if (mattra_date_is_set (options->date))
    day = mattra_date_format (options->date, MATTRA_DATE_LONG, options->digits);
  division = options->division ? mattra_division_list_position (mattra_plan_get_divisions (self->plan),
                                                                options->division) : -1;
  g_hash_table_remove_all (self->left_out);
  for (guint i = 0; i < choice->unsigned_by->len; i++)
    g_hash_table_add (self->left_out, g_strdup (g_ptr_array_index (choice->unsigned_by, i)));
  mattra_print_form_set_kind (self, options->kind);
  adw_combo_row_set_selected (self->round, options->round == MATTRA_ROUND_FULL_YEAR ? 1 : 0);
  adw_combo_row_set_selected (self->digits, options->digits == MATTRA_DIGITS_WESTERN ? 1 : 0);
  adw_combo_row_set_selected (self->division, (guint) (division + 1));
  gtk_editable_set_text (GTK_EDITABLE (self->date), day ? day : "");
  update (self);
}

/**
 * mattra_print_form_get_kind:
 * @self: a form
 *
 * Returns: the name of the kind of report
 */
const char *
mattra_print_form_get_kind (MattraPrintForm *self)
{
  guint selected;

  g_return_val_if_fail (MATTRA_IS_PRINT_FORM (self), NULL);

  selected = adw_combo_row_get_selected (self->kind);
  return self->kinds[selected == GTK_INVALID_LIST_POSITION ? 0 : selected];
}

/**
 * mattra_print_form_set_kind:
 * @self: a form
 * @kind: the name of a kind of report; the first is chosen if there is none of that name
 *
 * Chooses the kind.
 */
void
mattra_print_form_set_kind (MattraPrintForm *self,
                            const char      *kind)
{
  guint selected = 0;

  g_return_if_fail (MATTRA_IS_PRINT_FORM (self) && kind != NULL);

  for (guint i = 0; self->kinds[i]; i++)
    if (g_str_equal (self->kinds[i], kind))
      selected = i;
  adw_combo_row_set_selected (self->kind, selected);
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
 * Returns: whether what is written as date is one
 */
gboolean
mattra_print_form_is_readable (MattraPrintForm *self)
{
  MattraDate date;

  g_return_val_if_fail (MATTRA_IS_PRINT_FORM (self), FALSE);

  return read_date (self, &date);
}

/**
 * mattra_print_form_remember:
 * @self: a form
 *
 * Remembers kind and digits for the next time.
 */
void
mattra_print_form_remember (MattraPrintForm *self)
{
  g_return_if_fail (MATTRA_IS_PRINT_FORM (self));

  g_settings_set_string (self->settings, "report-kind", mattra_print_form_get_kind (self));
  g_settings_set_enum (self->settings, "report-digits",
                       (int) scripts[adw_combo_row_get_selected (self->digits)].digits);
}
