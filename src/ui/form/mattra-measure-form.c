/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-measure-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-cell.h"
#include "mattra-find.h"
#include "mattra-form-answer.h"
#include "mattra-form-history.h"
#include "mattra-form-layout.h"
#include "mattra-form-steps.h"
#include "mattra-form-text.h"
#include "mattra-status-look.h"

struct _MattraMeasureForm
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkScrolledWindow *scrolled;
  AdwBin *head;
  GtkLabel *round;
  GtkLabel *closed;
  GtkBox *answers;
  AdwBin *more;
  GtkBox *extras;

  MattraSession *session;
  GSettings *settings;
  char *measure;           /* ULID of the one that is wanted */
  const char *speaking_of; /* ULID of the one that a signal is about */
  MattraMeasure *loaded;
  guint serial;            /* of the newest question to the register */
  GPtrArray *cells;        /* MattraFormCell, those of answers aside */
  char *answer_keys;       /* which answers there are */
  GPtrArray *kept;         /* Kept: texts that wait for their cells */
  GtkWidget *history;
  char *wanted_field;      /* to be focused when the measure is there */
};

G_DEFINE_FINAL_TYPE (MattraMeasureForm, mattra_measure_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_NAVIGATE,
  SIGNAL_DRAFT,
  SIGNAL_CLOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A text that was typed and is not committed. */
typedef struct
{
  MattraFormPlace place;
  char *text;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  mattra_form_place_clear (&kept->place);
  g_free (kept->text);
  g_free (kept);
}

static MattraTableContext
get_context (MattraMeasureForm *self)
{
  return (MattraTableContext) {
    .plan = mattra_session_get_plan (self->session),
    .round = mattra_session_get_round (self->session),
    .division = NULL,
    .today = mattra_clock_get_today (mattra_session_get_clock (self->session)),
    .digits = (MattraDigits) g_settings_get_enum (self->settings, "digits"),
  };
}

/* Cells */

typedef void (*CellFunc) (MattraMeasureForm *self,
                          MattraFormCell    *cell);

static void
for_each_of (MattraMeasureForm *self,
             GPtrArray         *cells,
             CellFunc           func)
{
  for (guint i = 0; i < cells->len; i++)
    func (self, g_ptr_array_index (cells, i));
}

static void
for_each_cell (MattraMeasureForm *self,
               CellFunc           func)
{
  GtkWidget *answer = gtk_widget_get_first_child (GTK_WIDGET (self->answers));

  for_each_of (self, self->cells, func);
  for (; answer; answer = gtk_widget_get_next_sibling (answer))
    for_each_of (self, mattra_form_answer_get_cells (MATTRA_FORM_ANSWER (answer)), func);
}

static void
commit_cell (MattraMeasureForm *self,
             MattraFormCell    *cell)
{
  mattra_form_cell_commit (cell);
}

static void
keep (MattraMeasureForm     *self,
      const MattraFormPlace *place,
      const char            *text)
{
  Kept *kept = g_new0 (Kept, 1);

  mattra_form_place_copy (&kept->place, place);
  kept->text = g_strdup (text);
  g_ptr_array_add (self->kept, kept);
}

static void
keep_cell (MattraMeasureForm *self,
           MattraFormCell    *cell)
{
  g_autofree char *draft = mattra_form_cell_dup_draft (cell);

  if (draft)
    keep (self, mattra_form_cell_get_place (cell), draft);
}

/* Of a round and a division are only the fields of an answer. */
static gboolean
is_kept_for (const Kept            *kept,
             const MattraFormPlace *place)
{
  if (place->field == NULL || mattra_cell_is_answer (place->field))
    return mattra_form_place_equal (&kept->place, place);
  return g_strcmp0 (kept->place.measure, place->measure) == 0
         && g_strcmp0 (kept->place.field, place->field) == 0;
}

static void
put_kept_back (MattraMeasureForm *self,
               MattraFormCell    *cell)
{
  for (guint i = self->kept->len; i > 0; i--)
    {
      Kept *kept = g_ptr_array_index (self->kept, i - 1);

      if (!is_kept_for (kept, mattra_form_cell_get_place (cell)))
        continue;
      mattra_form_cell_put_draft (cell, kept->text);
      g_ptr_array_remove_index (self->kept, i - 1);
    }
}

static void
draft_changed (MattraFormCell    *cell,
               const char        *text,
               MattraMeasureForm *self)
{
  const MattraFormPlace *place = mattra_form_cell_get_place (cell);

  self->speaking_of = place->measure;
  g_signal_emit (self, signals[SIGNAL_DRAFT], 0, place->field,
                 mattra_cell_is_answer (place->field) ? place->division : NULL, text);
  self->speaking_of = NULL;
}

/* A text that was refused when its measure was no longer shown waits for it. */
static void
text_kept (MattraFormCell        *cell,
           const MattraFormPlace *place,
           const char            *text,
           MattraMeasureForm     *self)
{
  keep (self, place, text);
}

static void reload (MattraMeasureForm *self);

static void
cell_settled (MattraFormCell    *cell,
              MattraMeasureForm *self)
{
  reload (self);
}

static void
drop_history (MattraMeasureForm *self)
{
  if (self->history && gtk_widget_get_parent (self->history) == GTK_WIDGET (self))
    gtk_widget_unparent (self->history);
  g_clear_object (&self->history);
}

static void
open_history (MattraFormCell    *cell,
              GtkWidget         *anchor,
              MattraMeasureForm *self)
{
  MattraTableContext context = get_context (self);

  mattra_form_cell_commit (cell);
  drop_history (self);
  self->history = g_object_ref (mattra_form_history_open (self->session, &context,
                                                          mattra_form_cell_get_place (cell),
                                                          mattra_form_cell_get_title (cell), GTK_WIDGET (self),
                                                          anchor));
}

/* The line in which one types stays in view. */
static void
scroll_to_cursor (GtkTextBuffer     *buffer,
                  GParamSpec        *property,
                  MattraMeasureForm *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  GtkTextIter cursor;
  GdkRectangle place;
  double y = 0;

  if (!GTK_IS_TEXT_VIEW (focus) || gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)) != buffer)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (focus), &cursor, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (focus), GTK_TEXT_WINDOW_WIDGET, place.x, place.y,
                                         &place.x, &place.y);
  if (gtk_widget_translate_coordinates (focus, gtk_scrolled_window_get_child (self->scrolled), 0, place.y, NULL, &y))
    {
      y += gtk_adjustment_get_value (adjustment);
      gtk_adjustment_clamp_page (adjustment, y, y + place.height);
    }
}

static void
add_cell (MattraMeasureForm *self,
          MattraFormCell    *cell)
{
  g_signal_connect_object (cell, "draft", G_CALLBACK (draft_changed), self, 0);
  g_signal_connect_object (cell, "kept", G_CALLBACK (text_kept), self, 0);
  g_signal_connect_object (cell, "settled", G_CALLBACK (cell_settled), self, 0);
  g_signal_connect_object (cell, "history", G_CALLBACK (open_history), self, 0);
  if (MATTRA_IS_FORM_TEXT (cell))
    g_signal_connect_object (gtk_text_view_get_buffer (mattra_form_text_get_view (MATTRA_FORM_TEXT (cell))),
                             "notify::cursor-position", G_CALLBACK (scroll_to_cursor), self, G_CONNECT_AFTER);
}

/* The measure in its cells */

static MattraFormPlace
get_place (MattraMeasureForm *self,
           const char        *field,
           const char        *division)
{
  gboolean of_round = mattra_cell_is_answer (field) || g_str_equal (field, "steps");

  return (MattraFormPlace) {
    .measure = (char *) mattra_measure_get_id (self->loaded),
    .number = mattra_measure_get_number (self->loaded),
    .round = of_round ? mattra_session_get_round (self->session) : MATTRA_ROUND_NONE,
    .division = (char *) (of_round ? division : NULL),
    .field = (char *) field,
  };
}

static void
show_cell (MattraMeasureForm *self,
           MattraFormCell    *cell,
           const char        *division,
           const char        *whose)
{
  MattraTableContext context = get_context (self);
  MattraFormPlace place = get_place (self, gtk_widget_get_name (GTK_WIDGET (cell)), division);

  if (!mattra_form_place_equal (&place, mattra_form_cell_get_place (cell)))
    keep_cell (self, cell);
  mattra_form_cell_show (cell, &context, &place, self->loaded, whose);
  if (g_str_equal (place.field, "steps"))
    mattra_form_steps_show (cell, &context, self->loaded);
  put_kept_back (self, cell);
}

/* Whose ticks stand with the steps themselves: those of the table's division, else the joint ones, or those
 * of the one division that answers. */
static const char *
find_ticking (MattraMeasureForm *self,
              GPtrArray         *divisions)
{
  MattraTableContext context = get_context (self);
  const char *division = mattra_session_get_division (self->session);

  if (divisions->len <= 1)
    return mattra_cell_get_division (context.plan, self->loaded, "results", context.round, division);
  for (guint i = 0; i < divisions->len; i++)
    if (g_strcmp0 (((const MattraDivision *) g_ptr_array_index (divisions, i))->id, division) == 0)
      return division;
  return NULL;
}

static const char *
name_division (const MattraDivision *division)
{
  return division->short_name ? division->short_name : division->name;
}

static const char *
name_whose (MattraMeasureForm *self,
            const char        *division)
{
  const MattraDivision *found = NULL;

  if (division)
    found = mattra_division_list_find_id (mattra_plan_get_divisions (mattra_session_get_plan (self->session)),
                                          division);
  return found ? name_division (found) : _("Jointly");
}

/* Answers */

static void
summarise (MattraMeasureForm *self,
           MattraFormAnswer  *group)
{
  MattraTableContext context = get_context (self);
  const char *division = mattra_form_answer_get_division (group);
  MattraAnswer *answer = mattra_measure_find_answer (self->loaded, context.round, division);
  guint n = answer ? mattra_answer_get_items (answer, MATTRA_ITEM_RESULT)->len : 0;
  g_autofree char *number = mattra_digits_format ((int) n, context.digits);
  g_autofree char *results = n == 0 ? g_strdup (_("No result yet")) : g_strdup_printf (_("Results: %s"), number);
  g_autofree char *summary = NULL;
  const char *status = NULL;

  context.division = division;
  if (division)
    status = mattra_status_look_word (mattra_table_cell_find_status (&context, self->loaded));
  summary = g_strjoin (" · ", results, status, NULL);
  mattra_form_answer_set_summary (group, summary);
}

static void
show_answer (MattraMeasureForm *self,
             MattraFormAnswer  *group)
{
  GPtrArray *cells = mattra_form_answer_get_cells (group);
  gboolean has_steps = mattra_measure_get_items (self->loaded, MATTRA_ITEM_STEP)->len > 0;

  summarise (self, group);
  for (guint i = 0; i < cells->len; i++)
    {
      MattraFormCell *cell = g_ptr_array_index (cells, i);

      show_cell (self, cell, mattra_form_answer_get_division (group), mattra_form_answer_get_name (group));
      if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (cell)), "steps"))
        gtk_widget_set_visible (GTK_WIDGET (cell), has_steps);
    }
}

static void
answer_built (MattraFormAnswer  *group,
              MattraMeasureForm *self)
{
  for_each_of (self, mattra_form_answer_get_cells (group), add_cell);
  show_answer (self, group);
}

/* Open is the answer of the table's division, and what says something that is read with it. */
static gboolean
is_open_at_first (MattraMeasureForm *self,
                  const char        *division)
{
  MattraRound round = mattra_session_get_round (self->session);
  const char *shown = mattra_session_get_division (self->session);

  if (shown && *shown)
    return g_strcmp0 (shown, division) == 0
           || (division == NULL && mattra_cell_says_something (mattra_measure_find_answer (self->loaded, round, NULL)));
  return mattra_cell_says_something (mattra_measure_find_answer (self->loaded, round, division));
}

static void
add_answer (MattraMeasureForm *self,
            const char        *division,
            const char        *name,
            gboolean           ticks)
{
  GtkWidget *group = mattra_form_answer_new (self->session, division, name, ticks);

  g_signal_connect_object (group, "built", G_CALLBACK (answer_built), self, 0);
  gtk_box_append (self->answers, group);
  if (name == NULL || is_open_at_first (self, division))
    mattra_form_answer_expand (MATTRA_FORM_ANSWER (group));
}

static void
remove_answers (MattraMeasureForm *self)
{
  GtkWidget *group = NULL;

  while ((group = gtk_widget_get_first_child (GTK_WIDGET (self->answers))))
    {
      for_each_of (self, mattra_form_answer_get_cells (MATTRA_FORM_ANSWER (group)), keep_cell);
      gtk_box_remove (self->answers, group);
    }
}

static gboolean
has_several (MattraMeasureForm *self,
             GPtrArray         *divisions)
{
  MattraRound round = mattra_session_get_round (self->session);
  const MattraDivision *only = divisions->len == 1 ? g_ptr_array_index (divisions, 0) : NULL;

  return divisions->len > 1
         || (only && mattra_cell_says_something (mattra_measure_find_answer (self->loaded, round, NULL))
             && mattra_cell_says_something (mattra_measure_find_answer (self->loaded, round, only->id)));
}

/* Where divisions tick for themselves, joint ticks are shown only if there are some. */
static gboolean
has_joint_ticks (MattraMeasureForm *self)
{
  GPtrArray *ticks = mattra_measure_get_ticks (self->loaded);

  for (guint i = 0; i < ticks->len; i++)
    {
      const MattraTick *tick = g_ptr_array_index (ticks, i);

      if (tick->division == NULL && tick->round == mattra_session_get_round (self->session))
        return TRUE;
    }
  return FALSE;
}

static void
add_answers (MattraMeasureForm *self,
             GPtrArray         *divisions,
             const char        *ticking)
{
  if (!has_several (self, divisions))
    {
      add_answer (self, ticking, NULL, FALSE);
      return;
    }
  add_answer (self, NULL, _("Jointly"), ticking != NULL && has_joint_ticks (self));
  for (guint i = 0; i < divisions->len; i++)
    {
      const MattraDivision *division = g_ptr_array_index (divisions, i);

      add_answer (self, division->id, name_division (division), g_strcmp0 (ticking, division->id) != 0);
    }
}

/* Other answers need other fields; while they are the same ones the fields stay, and what is typed. */
static char *
dup_answer_keys (MattraMeasureForm *self,
                 GPtrArray         *divisions,
                 const char        *ticking)
{
  GString *keys = g_string_new (mattra_measure_get_id (self->loaded));

  g_string_append_printf (keys, " %d %d %d %s", mattra_session_get_round (self->session),
                          has_several (self, divisions), has_joint_ticks (self), ticking ? ticking : "");
  for (guint i = 0; i < divisions->len; i++)
    {
      const MattraDivision *division = g_ptr_array_index (divisions, i);

      g_string_append_printf (keys, " %s %s", division->id, name_division (division));
    }
  return g_string_free (keys, FALSE);
}

/* One unnamed answer serves every measure that has but one: its fields go from measure to measure. */
static void
reuse_answer (MattraMeasureForm *self,
              GPtrArray         *divisions)
{
  GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->answers));
  gboolean fits = group && !has_several (self, divisions)
                  && mattra_form_answer_get_name (MATTRA_FORM_ANSWER (group)) == NULL;

  if (!fits)
    remove_answers (self);
}

static void
show_answers (MattraMeasureForm *self)
{
  MattraTableContext context = get_context (self);
  g_autoptr (GPtrArray) divisions = mattra_form_layout_divisions (context.plan, self->loaded, context.round);
  const char *ticking = find_ticking (self, divisions);
  g_autofree char *keys = dup_answer_keys (self, divisions, ticking);
  GtkWidget *group = NULL;

  if (g_strcmp0 (keys, self->answer_keys) != 0)
    {
      g_free (self->answer_keys);
      self->answer_keys = g_steal_pointer (&keys);
      reuse_answer (self, divisions);
      if (gtk_widget_get_first_child (GTK_WIDGET (self->answers)) == NULL)
        add_answers (self, divisions, ticking);
      else
        mattra_form_answer_set_division (
          MATTRA_FORM_ANSWER (gtk_widget_get_first_child (GTK_WIDGET (self->answers))), ticking);
    }
  for (group = gtk_widget_get_first_child (GTK_WIDGET (self->answers)); group;
       group = gtk_widget_get_next_sibling (group))
    show_answer (self, MATTRA_FORM_ANSWER (group));
}

/* Columns of the office's own */

static void
add_extra (MattraMeasureForm *self,
           const char        *label)
{
  g_autofree char *field = g_strconcat (MATTRA_CELL_EXTRA, label, NULL);
  GtkWidget *cell = NULL;

  for (guint i = 0; i < self->cells->len; i++)
    if (g_str_equal (gtk_widget_get_name (g_ptr_array_index (self->cells, i)), field))
      return;
  cell = mattra_form_layout_new_cell (self->session, field);
  gtk_box_append (self->extras, cell);
  g_ptr_array_add (self->cells, cell);
  add_cell (self, MATTRA_FORM_CELL (cell));
}

/* A column that one measure has stays for the others: the office has it. */
static void
add_extras (MattraMeasureForm *self)
{
  GPtrArray *items = mattra_measure_get_items (self->loaded, MATTRA_ITEM_EXTRA);

  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);

      if (item->label && *item->label)
        add_extra (self, item->label);
    }
}

/* The page */

static void
show_round (MattraMeasureForm *self)
{
  static const char *const rounds[] = {
    [MATTRA_ROUND_NONE] = N_("Answers"),
    [MATTRA_ROUND_FIRST_HALF] = N_("Answers for the First 6 Months"),
    [MATTRA_ROUND_FULL_YEAR] = N_("Answers for the 12 Months"),
  };
  MattraTableContext context = get_context (self);
  g_autofree char *why = NULL;

  gtk_label_set_text (self->round, _(rounds[context.round]));
  mattra_cell_is_open (context.plan, "results", context.round, &why);
  gtk_label_set_text (self->closed, why ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->closed), why != NULL);
}

static void
show_name (MattraMeasureForm *self)
{
  int number = mattra_measure_get_number (self->loaded);
  g_autofree char *name = number > 0 ? g_strdup_printf (_("Measure %d"), number) : g_strdup (_("Measure"));
  g_autofree char *shown = mattra_digits_apply (name, get_context (self).digits);

  gtk_label_set_text (self->name, shown);
}

static void
show_own_cell (MattraMeasureForm *self,
               MattraFormCell    *cell)
{
  MattraTableContext context = get_context (self);
  const char *field = gtk_widget_get_name (GTK_WIDGET (cell));
  g_autoptr (GPtrArray) divisions = mattra_form_layout_divisions (context.plan, self->loaded, context.round);
  const char *ticking = find_ticking (self, divisions);
  const char *whose = g_str_equal (field, "steps") && has_several (self, divisions) ? name_whose (self, ticking)
                                                                                    : NULL;

  show_cell (self, cell, ticking, whose);
  if (whose)
    mattra_form_cell_set_whose (cell, whose);
  gtk_widget_set_visible (GTK_WIDGET (cell),
                          g_str_has_prefix (field, MATTRA_CELL_EXTRA)
                            || mattra_form_layout_is_wanted (context.plan, self->loaded, field));
}

static MattraFormCell *
find_cell (MattraMeasureForm *self,
           const char        *field,
           const char        *division)
{
  GtkWidget *answer = gtk_widget_get_first_child (GTK_WIDGET (self->answers));

  for (guint i = 0; i < self->cells->len; i++)
    if (g_str_equal (gtk_widget_get_name (g_ptr_array_index (self->cells, i)), field))
      return g_ptr_array_index (self->cells, i);
  for (; answer && mattra_cell_is_answer (field); answer = gtk_widget_get_next_sibling (answer))
    {
      MattraFormAnswer *group = MATTRA_FORM_ANSWER (answer);
      GPtrArray *cells = mattra_form_answer_get_cells (group);

      if (g_strcmp0 (mattra_form_answer_get_division (group), division) != 0)
        continue;
      mattra_form_answer_expand (group);
      for (guint i = 0; i < cells->len; i++)
        if (g_str_equal (gtk_widget_get_name (g_ptr_array_index (cells, i)), field))
          return g_ptr_array_index (cells, i);
    }
  return NULL;
}

/* An answer that folds hides what waits for its fields. */
static void
unfold_kept (MattraMeasureForm *self)
{
  for (guint i = 0; i < self->kept->len; i++)
    {
      const Kept *kept = g_ptr_array_index (self->kept, i);
      MattraFormCell *cell = NULL;

      if (g_strcmp0 (kept->place.measure, self->measure) != 0)
        continue;
      cell = find_cell (self, kept->place.field, kept->place.division);
      if (cell == NULL || !is_kept_for (kept, mattra_form_cell_get_place (cell)))
        continue;
      mattra_form_cell_put_draft (cell, kept->text);
      g_ptr_array_remove_index (self->kept, i--);
    }
}

static MattraFormCell *
find_shown (MattraMeasureForm *self,
            const char        *field)
{
  MattraTableContext context = get_context (self);
  const char *division = mattra_cell_get_division (context.plan, self->loaded, field, context.round,
                                                   mattra_session_get_division (self->session));
  MattraFormCell *cell = find_cell (self, field, division);

  return cell ? cell : find_cell (self, field, NULL);
}

static void
focus_wanted (MattraMeasureForm *self)
{
  g_autofree char *field = g_steal_pointer (&self->wanted_field);
  MattraFormCell *cell = field && self->loaded ? find_shown (self, field) : NULL;

  if (field && (cell == NULL || !gtk_widget_get_visible (GTK_WIDGET (cell))))
    cell = find_cell (self, "title", NULL);
  if (field && cell)
    gtk_widget_child_focus (GTK_WIDGET (cell), GTK_DIR_TAB_FORWARD);
}

static void
show_measure (MattraMeasureForm *self)
{
  show_name (self);
  add_extras (self);
  for_each_of (self, self->cells, show_own_cell);
  show_round (self);
  show_answers (self);
  unfold_kept (self);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->scrolled));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.previous", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.next", TRUE);
  focus_wanted (self);
}

static void
show_none (MattraMeasureForm *self)
{
  g_clear_object (&self->loaded);
  gtk_label_set_text (self->name, "");
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->empty));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.previous", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.next", FALSE);
}

/* What the register has */

typedef struct
{
  guint serial;
  char *id;
  MattraMeasure *measure;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->id);
  g_clear_object (&job->measure);
  g_free (job);
}

/* A measure that is no longer there is no error here. */
static gboolean
load (MattraStore  *store,
      MattraPlan   *plan,
      gpointer      data,
      GError      **error)
{
  Job *job = data;
  g_autoptr (GError) local_error = NULL;

  job->measure = mattra_find_measure (store, plan, job->id, &local_error);
  if (job->measure || g_error_matches (local_error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
loaded (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MattraMeasureForm) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  Job *job = NULL;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, &data, &error) || self->session == NULL)
    {
      g_clear_pointer (&data, job_free);
      return;
    }
  job = data;
  if (job->serial == self->serial && gtk_widget_get_root (GTK_WIDGET (self)))
    {
      g_set_object (&self->loaded, job->measure);
      if (self->loaded)
        show_measure (self);
      else
        show_none (self);
    }
  job_free (job);
}

static void
reload (MattraMeasureForm *self)
{
  Job *job = NULL;

  if (self->measure == NULL || self->session == NULL)
    return;
  job = g_new0 (Job, 1);
  job->serial = ++self->serial;
  job->id = g_strdup (self->measure);
  mattra_session_query_async (self->session, load, job, job_free, loaded, g_object_ref (self));
}

static void
measures_changed (MattraMeasureForm *self,
                  GPtrArray         *measures)
{
  if (self->measure && (measures == NULL
                        || g_ptr_array_find_with_equal_func (measures, self->measure, g_str_equal, NULL)))
    reload (self);
}

static void
show_again (MattraMeasureForm *self)
{
  if (self->loaded && g_strcmp0 (mattra_measure_get_id (self->loaded), self->measure) == 0)
    show_measure (self);
}

/* Round or division: what is typed belongs to the one before. */
static void
view_changed (MattraMeasureForm *self)
{
  for_each_cell (self, commit_cell);
  show_again (self);
}

/* Actions and keys */

static void
navigate (MattraMeasureForm *self,
          int                delta)
{
  if (self->measure == NULL)
    return;
  for_each_cell (self, commit_cell);
  g_signal_emit (self, signals[SIGNAL_NAVIGATE], 0, delta);
}

static void
go_previous (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  navigate (MATTRA_MEASURE_FORM (widget), -1);
}

static void
go_next (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  navigate (MATTRA_MEASURE_FORM (widget), 1);
}

static void
close_form (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  MattraMeasureForm *self = MATTRA_MEASURE_FORM (widget);

  for_each_cell (self, commit_cell);
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

/* Before a text view takes them for itself. */
static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             MattraMeasureForm     *self)
{
  gboolean up = keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up;
  gboolean down = keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down;

  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  if (state != GDK_CONTROL_MASK || (!up && !down))
    return FALSE;
  navigate (self, up ? -1 : 1);
  return TRUE;
}

/* The object */

static void
mattra_measure_form_dispose (GObject *object)
{
  MattraMeasureForm *self = MATTRA_MEASURE_FORM (object);

  drop_history (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_MEASURE_FORM);
  g_ptr_array_set_size (self->cells, 0);
  g_clear_object (&self->loaded);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_measure_form_parent_class)->dispose (object);
}

static void
mattra_measure_form_finalize (GObject *object)
{
  MattraMeasureForm *self = MATTRA_MEASURE_FORM (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->kept);
  g_free (self->measure);
  g_free (self->answer_keys);
  g_free (self->wanted_field);
  G_OBJECT_CLASS (mattra_measure_form_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mattra/Mattra/ui/mattra-measure-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, name);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, stack);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, empty);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, head);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, round);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, closed);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, answers);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, more);
  gtk_widget_class_bind_template_child (widget_class, MattraMeasureForm, extras);
}

static void
mattra_measure_form_class_init (MattraMeasureFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_measure_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_measure_form_finalize;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "form.previous", NULL, go_previous);
  gtk_widget_class_install_action (widget_class, "form.next", NULL, go_next);
  gtk_widget_class_install_action (widget_class, "form.close", NULL, close_form);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.close", NULL);

  signals[SIGNAL_NAVIGATE] = g_signal_new ("navigate", MATTRA_TYPE_MEASURE_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_DRAFT] = g_signal_new ("draft", MATTRA_TYPE_MEASURE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_CLOSE] = g_signal_new ("close", MATTRA_TYPE_MEASURE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
}

static void
mattra_measure_form_init (MattraMeasureForm *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cells = g_ptr_array_new ();
  self->kept = g_ptr_array_new_with_free_func (kept_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
follow_session (MattraMeasureForm *self)
{
  static const struct
  {
    const char *signal;
    void (*follow) (MattraMeasureForm *self);
  } watched[] = {
    { "notify::plan", reload },          { "notify::round", view_changed },
    { "notify::division", view_changed }, { "notify::read-only", show_again },
  };

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->session, watched[i].signal, G_CALLBACK (watched[i].follow), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (measures_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mattra_session_get_clock (self->session), "day-changed", G_CALLBACK (show_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::digits", G_CALLBACK (show_again), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_measure_form_new:
 * @session: a register's session
 * @settings: the user's settings
 *
 * Returns: (transfer floating): a form that shows no measure yet
 */
GtkWidget *
mattra_measure_form_new (MattraSession *session,
                         GSettings     *settings)
{
  MattraMeasureForm *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session) && G_IS_SETTINGS (settings), NULL);

  self = g_object_new (MATTRA_TYPE_MEASURE_FORM, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  adw_bin_set_child (self->head, mattra_form_layout_build (session, MATTRA_FORM_PART_HEAD, self->cells));
  adw_bin_set_child (self->more, mattra_form_layout_build (session, MATTRA_FORM_PART_MORE, self->cells));
  for_each_of (self, self->cells, add_cell);
  follow_session (self);
  show_none (self);
  return GTK_WIDGET (self);
}

/**
 * mattra_measure_form_get_measure:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): ULID of the measure it shows; while it tells of a draft, of the
 *   measure that the text belongs to
 */
const char *
mattra_measure_form_get_measure (MattraMeasureForm *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE_FORM (self), NULL);

  return self->speaking_of ? self->speaking_of : self->measure;
}

/**
 * mattra_measure_form_set_measure:
 * @self: a form
 * @measure: (nullable): ULID of a measure
 *
 * Shows another measure; what was typed for the one before is committed.
 */
void
mattra_measure_form_set_measure (MattraMeasureForm *self,
                                 const char        *measure)
{
  char *copy = NULL;

  g_return_if_fail (MATTRA_IS_MEASURE_FORM (self));

  if (g_strcmp0 (self->measure, measure) == 0)
    return;
  for_each_cell (self, commit_cell);
  copy = g_strdup (measure);
  g_free (self->measure);
  self->measure = copy;
  self->serial++;
  if (measure == NULL)
    show_none (self);
  else
    reload (self);
}

/**
 * mattra_measure_form_focus_field:
 * @self: a form
 * @field: a field
 *
 * Puts the focus into the field, as soon as the measure is there; without such a field into the title.
 */
void
mattra_measure_form_focus_field (MattraMeasureForm *self,
                                 const char        *field)
{
  g_return_if_fail (MATTRA_IS_MEASURE_FORM (self) && field != NULL);

  g_free (self->wanted_field);
  self->wanted_field = g_strdup (field);
  if (self->loaded && g_strcmp0 (mattra_measure_get_id (self->loaded), self->measure) == 0)
    focus_wanted (self);
}

/**
 * mattra_measure_form_set_draft:
 * @self: a form that shows a measure
 * @field: a field
 * @division: (nullable): ULID of the division that answers; %NULL for the joint answer
 * @text: a text that was typed and not committed
 *
 * Puts a text back into its field, as if it had just been typed, as soon as the measure is there.
 */
void
mattra_measure_form_set_draft (MattraMeasureForm *self,
                               const char        *field,
                               const char        *division,
                               const char        *text)
{
  gboolean of_answer = FALSE;
  MattraFormPlace place = { 0 };

  g_return_if_fail (MATTRA_IS_MEASURE_FORM (self) && field != NULL && text != NULL);
  g_return_if_fail (self->measure != NULL);

  of_answer = mattra_cell_is_answer (field);
  place.measure = self->measure;
  place.round = of_answer ? mattra_session_get_round (self->session) : MATTRA_ROUND_NONE;
  place.division = (char *) (of_answer ? division : NULL);
  place.field = (char *) field;
  keep (self, &place, text);
  show_again (self);
}

/**
 * mattra_measure_form_commit:
 * @self: a form
 *
 * Commits what was typed.
 */
void
mattra_measure_form_commit (MattraMeasureForm *self)
{
  g_return_if_fail (MATTRA_IS_MEASURE_FORM (self));

  for_each_cell (self, commit_cell);
}
