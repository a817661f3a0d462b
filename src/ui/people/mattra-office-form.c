/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-office-form.h"

#include <glib/gi18n-lib.h>

#include "mattra-office-field.h"
#include "mattra-office-picture.h"
#include "mattra-office-signing.h"
#include "mattra-office-text.h"
#include "mattra-report.h"
#include "mattra-round-name.h"
#include "mattra-text.h"
#include "mattra-word-digits.h"

#define N_ROUNDS 2

typedef struct
{
  MattraOfficeField what;
  GtkWidget *row;
  char *shown;      /* what the plan has, or will have once it is written; what differs from it was typed */
  gboolean drafted; /* somebody was told of what was typed */
} Field;

struct _MattraOfficeForm
{
  AdwBin parent_instance;

  MattraSession *session;
  MattraDigits digits;
  GPtrArray *fields; /* Field */
  GtkWidget *switches[N_ROUNDS];
  GtkWidget *scores_group;
  int year; /* of the plan that the form was made for */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (MattraOfficeForm, mattra_office_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_DRAFT,
  SIGNAL_KEPT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const MattraRound rounds[N_ROUNDS] = { MATTRA_ROUND_FIRST_HALF, MATTRA_ROUND_FULL_YEAR };

/* Acts */

typedef struct
{
  MattraOfficeField field;
  char *text;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->text);
  g_free (job);
}

static gboolean
run_job (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  Job *job = data;

  return job->field.kind->set (store, plan, &job->field, job->text, error);
}

static char *
typed_text (const Field *field)
{
  if (MATTRA_IS_OFFICE_TEXT (field->row))
    return mattra_office_text_dup_text (MATTRA_OFFICE_TEXT (field->row));
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (field->row)));
}

/* The text as it would be kept: a preface has lines. */
static char *
row_text (const Field *field)
{
  g_autofree char *typed = typed_text (field);

  return field->what.kind->lines ? g_strdup (g_strstrip (typed)) : mattra_text_squeeze (typed);
}

static void
show_text (Field      *field,
           const char *text)
{
  if (MATTRA_IS_OFFICE_TEXT (field->row))
    mattra_office_text_set_text (MATTRA_OFFICE_TEXT (field->row), text);
  else if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (field->row)), text))
    gtk_editable_set_text (GTK_EDITABLE (field->row), text);
}

static void
note_shown (Field      *field,
            const char *text)
{
  g_free (field->shown);
  field->shown = g_strdup (text);
}

static gboolean
is_typed (const Field *field)
{
  g_autofree char *typed = typed_text (field);

  return !g_str_equal (typed, field->shown);
}

/* What was typed is told of until it is kept or given up; what the plan says was not typed. */
static void
tell (MattraOfficeForm *self,
      Field            *field)
{
  g_autofree char *key = mattra_office_field_dup_key (&field->what);
  g_autofree char *typed = is_typed (field) ? typed_text (field) : NULL;

  if (self->filling || (typed == NULL && !field->drafted))
    return;
  field->drafted = typed != NULL;
  g_signal_emit (self, signals[SIGNAL_DRAFT], 0, self->year, key, typed);
}

static void
check_field (GtkWidget *row,
             Field     *field)
{
  g_autofree char *text = row_text (field);
  GtkWidget *form = gtk_widget_get_ancestor (row, MATTRA_TYPE_OFFICE_FORM);

  if (form)
    tell (MATTRA_OFFICE_FORM (form), field);

  if (field->what.kind->is_valid (text))
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");
}

/* A text on its way to the register. */
typedef struct
{
  MattraOfficeForm *self;
  GtkWidget *row;
  char *typed;
  char *before; /* what the plan had */
} Sent;

static Sent *
sent_new (MattraOfficeForm *self,
          const Field      *field,
          const char       *typed)
{
  Sent *sent = g_new0 (Sent, 1);

  sent->self = g_object_ref (self);
  sent->row = g_object_ref (field->row);
  sent->typed = g_strdup (typed);
  sent->before = g_strdup (field->shown);
  return sent;
}

static void
sent_free (Sent *sent)
{
  g_object_unref (sent->self);
  g_object_unref (sent->row);
  g_free (sent->typed);
  g_free (sent->before);
  g_free (sent);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sent, sent_free)

/* The rows are others once another year is shown. */
static Field *
find_field (MattraOfficeForm *self,
            GtkWidget        *row)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (((Field *) g_ptr_array_index (self->fields, i))->row == row)
      return g_ptr_array_index (self->fields, i);
  return NULL;
}

/* A text that was refused is one that was typed, as before; what was typed since then stands in its place. */
static void
field_written (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Sent) sent = user_data;
  Field *field = find_field (sent->self, sent->row);
  gboolean typed_on = field && is_typed (field);

  if (mattra_session_finish (MATTRA_SESSION (source), result, NULL, NULL) || !field || !sent->self->session)
    return;
  if (g_str_equal (field->shown, sent->typed))
    note_shown (field, sent->before);
  if (!typed_on)
    show_text (field, sent->typed);
  tell (sent->self, field);
}

static void
commit_field (MattraOfficeForm *self,
              Field            *field)
{
  Sent *sent;
  g_autofree char *typed = typed_text (field);
  Job *job;

  if (self->session == NULL || !is_typed (field) || gtk_widget_has_css_class (field->row, "error"))
    return;
  job = g_new0 (Job, 1);
  job->field = field->what;
  job->text = row_text (field);
  sent = sent_new (self, field, typed);
  note_shown (field, typed);
  mattra_session_act_async (self->session, field->what.kind->act, NULL, run_job, job, job_free, field_written, sent);
  tell (self, field);
}

static void
apply_field (GtkWidget        *row,
             MattraOfficeForm *self)
{
  commit_field (self, g_object_get_data (G_OBJECT (row), "field"));
}

static void
leave_field (GtkEventController *controller,
             MattraOfficeForm   *self)
{
  apply_field (gtk_event_controller_get_widget (controller), self);
}

/* Escape gives up what was typed; where nothing was, it is for the page. */
static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             Field                 *field)
{
  if (keyval != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0 || !is_typed (field))
    return FALSE;
  show_text (field, field->shown);
  return TRUE;
}

typedef struct
{
  MattraRound round;
  gboolean open;
} State;

static gboolean
set_state (MattraStore  *store,
           MattraPlan   *plan,
           gpointer      data,
           GError      **error)
{
  const State *state = data;

  return mattra_store_set_round_field (store, mattra_plan_get_id (plan), state->round, "state",
                                       state->open ? "open" : "closed", error);
}

static void
show_states (MattraOfficeForm *self)
{
  MattraPlan *plan = mattra_session_get_plan (self->session);
  gboolean filling = self->filling;

  self->filling = TRUE;
  for (guint i = 0; i < N_ROUNDS; i++)
    gtk_switch_set_active (GTK_SWITCH (self->switches[i]), mattra_plan_get_round (plan, rounds[i])->open);
  self->filling = filling;
}

/* A switch whose change was refused goes back to what the register has. */
static void
state_written (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (MattraOfficeForm) self = user_data;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, NULL, NULL) && self->session != NULL)
    show_states (self);
}

static void
state_changed (GtkSwitch        *button,
               GParamSpec       *property,
               MattraOfficeForm *self)
{
  State *state;

  if (self->filling)
    return;
  state = g_new0 (State, 1);
  state->round = rounds[GTK_WIDGET (button) == self->switches[0] ? 0 : 1];
  state->open = gtk_switch_get_active (button);
  mattra_session_act_async (self->session, "set-round", NULL, set_state, state, g_free, state_written,
                            g_object_ref (self));
}

/* What the plan says */

static void build (MattraOfficeForm *self);

/* What is being typed stays. */
static void
fill_field (MattraOfficeForm *self,
            Field            *field)
{
  g_autofree char *text = field->what.kind->dup_text (mattra_session_get_plan (self->session), &field->what, self->digits);

  if (is_typed (field))
    return;
  note_shown (field, text ? text : "");
  show_text (field, field->shown);
}

static void
fill (MattraOfficeForm *self)
{
  MattraPlan *plan = mattra_session_get_plan (self->session);
  g_autofree char *year = mattra_digits_format (mattra_plan_get_analysed_year (plan), mattra_word_digits (self->digits));
  g_autofree char *said = g_strdup_printf (_("Points of fiscal year %s, from which this plan’s measures follow"), year);

  self->filling = TRUE;
  if (self->year != mattra_plan_get_fiscal_year (plan))
    build (self);
  for (guint i = 0; i < self->fields->len; i++)
    fill_field (self, g_ptr_array_index (self->fields, i));
  show_states (self);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->scores_group), said);
  gtk_widget_set_sensitive (GTK_WIDGET (self), mattra_session_may (self->session, MATTRA_ACTION_SETTINGS));
  self->filling = FALSE;
}

/* The form */

static void
field_free (gpointer data)
{
  Field *field = data;

  g_free (field->shown);
  g_free (field);
}

static void
watch_field (MattraOfficeForm *self,
             Field            *field)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set_data (G_OBJECT (field->row), "field", field);
  g_signal_connect (field->row, "changed", G_CALLBACK (check_field), field);
  g_signal_connect (field->row, "apply", G_CALLBACK (apply_field), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_field), self);
  gtk_widget_add_controller (field->row, focus);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), field);
  gtk_widget_add_controller (field->row, keys);
}

static void
add_row (MattraOfficeForm *self,
         GtkWidget        *group,
         const char       *name,
         int               number,
         GtkWidget        *row)
{
  Field *field = g_new0 (Field, 1);

  mattra_office_field_init (&field->what, name, number);
  field->row = row;
  field->shown = g_strdup ("");
  watch_field (self, field);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->fields, field);
}

static char *
dup_title (MattraOfficeForm *self,
           const char       *name,
           int               number)
{
  MattraOfficeField field;

  mattra_office_field_init (&field, name, number);
  return mattra_office_field_dup_title (&field, mattra_session_get_plan (self->session), self->digits);
}

static void
add_field (MattraOfficeForm *self,
           GtkWidget        *group,
           const char       *name,
           int               number)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *title = dup_title (self, name, number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  add_row (self, group, name, number, row);
}

static void
add_text (MattraOfficeForm   *self,
          GtkWidget          *group,
          const char         *name,
          MattraFormTextKind  kind)
{
  g_autofree char *title = dup_title (self, name, 0);

  add_row (self, group, name, 0, mattra_office_text_new (title, kind));
}

static GtkWidget *
add_group (GtkWidget  *page,
           const char *title,
           const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return group;
}

static void
add_office (MattraOfficeForm *self,
            GtkWidget        *page)
{
  GtkWidget *group = add_group (page, _("Office"), NULL);

  add_field (self, group, "name", 0);
  add_field (self, group, "district", 0);
  add_field (self, group, "province", 0);
  add_field (self, group, "website", 0);
}

static void
add_pictures (MattraOfficeForm *self,
              GtkWidget        *page)
{
  GtkWidget *group = add_group (page, _("Pictures"), _("PNG or JPEG. Drop a file here, choose or paste one"));
  GtkWidget *emblem = mattra_office_picture_new (self->session, "emblem", _("Emblem of the Office"),
                                                 _("On covers, and without a Garuda on orders and announcements; 3 cm high"));
  GtkWidget *garuda = mattra_office_picture_new (self->session, "garuda", _("Garuda"),
                                                 _("On memos, orders and announcements. None comes with the program: take the "
                                                   "drawing that your office uses"));

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), emblem);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), garuda);
}

/* As the print dialog calls them. */
static void
add_papers (MattraOfficeForm *self,
            GtkWidget        *page)
{
  static const struct
  {
    const char *name;
    const char *title;
    const char *preface;
  } papers[] = {
    { N_("Results of the Measures"), MATTRA_SETTING_TITLE, MATTRA_SETTING_PREFACE },
    { N_("Measures of the Year"), MATTRA_SETTING_MEASURES_TITLE, MATTRA_SETTING_MEASURES_PREFACE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      GtkWidget *group = add_group (page, _(papers[i].name), _("Where a text is left empty, the usual words print"));

      add_text (self, group, papers[i].title, MATTRA_FORM_LINE);
      add_text (self, group, papers[i].preface, MATTRA_FORM_LINES);
    }
}

static void
add_round (MattraOfficeForm *self,
           GtkWidget        *page,
           guint             place)
{
  const MattraPlanRound *round = mattra_plan_get_round (mattra_session_get_plan (self->session), rounds[place]);
  g_autofree char *days = mattra_date_format_range (round->start, round->end, MATTRA_DATE_LONG, self->digits);
  g_autofree char *name = mattra_round_name (rounds[place], self->digits);
  GtkWidget *group = add_group (page, name, days);
  GtkWidget *row = adw_action_row_new ();

  add_field (self, group, "answers_due", (int) rounds[place]);
  self->switches[place] = gtk_switch_new ();
  gtk_widget_set_valign (self->switches[place], GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Answers May Be Changed"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->switches[place]);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->switches[place]);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect (self->switches[place], "notify::active", G_CALLBACK (state_changed), self);
}

static void
add_scores (MattraOfficeForm *self,
            GtkWidget        *page)
{
  GPtrArray *scores = mattra_plan_get_scores (mattra_session_get_plan (self->session));

  self->scores_group = add_group (page, _("ITA Scores"), NULL);
  for (guint i = 0; i < scores->len; i++)
    {
      const MattraIndicatorScore *score = g_ptr_array_index (scores, i);

      add_field (self, self->scores_group, "score", score->indicator);
    }
}

/* What has no field any more would be known to nobody. */
static void
leave_fields (MattraOfficeForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = g_ptr_array_index (self->fields, i);
      g_autofree char *key = mattra_office_field_dup_key (&field->what);
      g_autofree char *typed = typed_text (field);

      if (field->drafted)
        g_signal_emit (self, signals[SIGNAL_KEPT], 0, self->year, key, typed);
    }
}

/* Another year has other rounds, and may have other indicators. */
static void
build (MattraOfficeForm *self)
{
  GtkWidget *page = adw_preferences_page_new ();

  leave_fields (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_ptr_array_set_size (self->fields, 0);
  self->year = mattra_plan_get_fiscal_year (mattra_session_get_plan (self->session));
  add_office (self, page);
  add_pictures (self, page);
  add_papers (self, page);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (mattra_office_signing_new (self->session)));
  for (guint i = 0; i < N_ROUNDS; i++)
    add_round (self, page, i);
  add_scores (self, page);
  adw_bin_set_child (ADW_BIN (self), page);
}

static void
mattra_office_form_dispose (GObject *object)
{
  MattraOfficeForm *self = MATTRA_OFFICE_FORM (object);

  self->filling = TRUE;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (mattra_office_form_parent_class)->dispose (object);
}

static void
mattra_office_form_finalize (GObject *object)
{
  g_ptr_array_unref (MATTRA_OFFICE_FORM (object)->fields);

  G_OBJECT_CLASS (mattra_office_form_parent_class)->finalize (object);
}

static void
mattra_office_form_class_init (MattraOfficeFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_office_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_office_form_finalize;

  signals[SIGNAL_DRAFT] = g_signal_new ("draft", MATTRA_TYPE_OFFICE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_KEPT] = g_signal_new ("kept", MATTRA_TYPE_OFFICE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_STRING, G_TYPE_STRING);
}

static void
mattra_office_form_init (MattraOfficeForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (field_free);
}

/**
 * mattra_office_form_new:
 * @session: a session
 * @digits: script of the numbers that are shown
 *
 * Returns: (transfer floating): the form
 */
GtkWidget *
mattra_office_form_new (MattraSession *session,
                        MattraDigits   digits)
{
  MattraOfficeForm *self;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_OFFICE_FORM, NULL);
  self->session = g_object_ref (session);
  self->digits = digits;
  g_signal_connect_object (session, "plan-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * mattra_office_form_focus:
 * @self: the form
 * @name: a field of the plan's settings, such as %MATTRA_SETTING_PREFACE
 *
 * Brings a field into view and gives it the keyboard.
 */
void
mattra_office_form_focus (MattraOfficeForm *self,
                          const char       *name)
{
  g_return_if_fail (MATTRA_IS_OFFICE_FORM (self) && name != NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = g_ptr_array_index (self->fields, i);

      if (g_str_equal (field->what.name, name))
        gtk_widget_grab_focus (field->row);
    }
}

/**
 * mattra_office_form_set_draft:
 * @self: the form
 * @key: the key of a field
 * @text: what was typed into it
 *
 * Goes on to type: the text stands in the field and is kept when one leaves it.
 */
void
mattra_office_form_set_draft (MattraOfficeForm *self,
                              const char       *key,
                              const char       *text)
{
  g_return_if_fail (MATTRA_IS_OFFICE_FORM (self) && key != NULL && text != NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      g_autofree char *own = mattra_office_field_dup_key (&field->what);

      if (!g_str_equal (own, key))
        continue;
      gtk_widget_grab_focus (field->row);
      show_text (field, text);
    }
}

/**
 * mattra_office_form_commit:
 * @self: the form
 *
 * Keeps what was typed, as far as it can stand.
 */
void
mattra_office_form_commit (MattraOfficeForm *self)
{
  g_return_if_fail (MATTRA_IS_OFFICE_FORM (self));

  for (guint i = 0; i < self->fields->len; i++)
    commit_field (self, g_ptr_array_index (self->fields, i));
}
