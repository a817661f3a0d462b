/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-measure-form-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-cell.h"
#include "mattra-form-answer.h"
#include "mattra-form-layout.h"
#include "mattra-review-look.h"
#include "mattra-review-talk.h"
#include "mattra-round-name.h"
#include "mattra-status-look.h"
#include "mattra-word-digits.h"

/* Answers */

static void
summarise (MattraMeasureForm *self,
           MattraFormAnswer  *group)
{
  MattraTableContext context = mattra_measure_form_get_context (self);
  const char *division = mattra_form_answer_get_division (group);
  MattraAnswer *answer = mattra_measure_find_answer (self->loaded, context.round, division);
  guint n = answer ? mattra_answer_get_items (answer, MATTRA_ITEM_RESULT)->len : 0;
  g_autofree char *number = mattra_digits_format ((int) n, mattra_word_digits (context.digits));
  g_autofree char *results = n == 0 ? g_strdup (_("No result yet"))
                                    : g_strdup_printf (_("Results: %s"), number);
  const char *review = mattra_review_look_word (mattra_review_mark (self->loaded, context.round, division));
  g_autofree char *summary = NULL;
  g_autofree char *whole = NULL;
  const char *status = NULL;

  context.division = division;
  if (division)
    status = mattra_status_look_word (mattra_table_cell_find_status (&context, self->loaded));
  summary = g_strjoin (" · ", results, status, NULL);
  whole = g_strjoin (" · ", summary, context.round != MATTRA_ROUND_NONE && *review ? review : NULL, NULL);
  mattra_form_answer_set_summary (group, whole);
}

static void
show_answer (MattraMeasureForm *self,
             MattraFormAnswer  *group)
{
  MattraTableContext context = mattra_measure_form_get_context (self);
  GPtrArray *cells = mattra_form_answer_get_cells (group);
  gboolean has_steps = mattra_measure_get_items (self->loaded, MATTRA_ITEM_STEP)->len > 0;

  summarise (self, group);
  mattra_form_answer_show_evidence (group, self->loaded, mattra_session_get_round (self->session));
  for (guint i = 0; i < cells->len; i++)
    {
      MattraFormCell *cell = g_ptr_array_index (cells, i);

      mattra_measure_form_show_cell (self, cell, mattra_form_answer_get_division (group),
                                     mattra_form_answer_get_name (group));
      if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (cell)), "steps"))
        gtk_widget_set_visible (GTK_WIDGET (cell), has_steps);
    }
  if (mattra_form_answer_get_review (group))
    mattra_review_box_show (mattra_form_answer_get_review (group), &context, self->loaded,
                            mattra_form_answer_get_division (group));
}

static void
answer_built (MattraFormAnswer  *group,
              MattraMeasureForm *self)
{
  mattra_measure_form_for_each_of (self, mattra_form_answer_get_cells (group), mattra_measure_form_add_cell);
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
           || (division == NULL
               && mattra_cell_says_something (mattra_measure_find_answer (self->loaded, round, NULL)));
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
      mattra_measure_form_for_each_of (self, mattra_form_answer_get_cells (MATTRA_FORM_ANSWER (group)),
                                       mattra_measure_form_keep_cell);
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

      add_answer (self, division->id, mattra_division_get_short_name (division),
                  g_strcmp0 (ticking, division->id) != 0);
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

      g_string_append_printf (keys, " %s %s", division->id, mattra_division_get_short_name (division));
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
  MattraTableContext context = mattra_measure_form_get_context (self);
  g_autoptr (GPtrArray) divisions = mattra_form_layout_divisions (context.plan, self->loaded, context.round);
  const char *ticking = mattra_measure_form_find_ticking (self, divisions);
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
  mattra_measure_form_add_cell (self, MATTRA_FORM_CELL (cell));
}

/* What one measure has there is a field of all of them, as in the table. */
static void
add_extras (MattraMeasureForm *self)
{
  const char *const *labels = mattra_session_get_extras (self->session);

  for (guint i = 0; labels[i]; i++)
    add_extra (self, labels[i]);
}

/* A column that is gone leaves its field as long as something is typed in it. */
static gboolean
has_extra (MattraMeasureForm *self,
           MattraFormCell    *cell)
{
  const char *label = gtk_widget_get_name (GTK_WIDGET (cell)) + strlen (MATTRA_CELL_EXTRA);
  g_autofree char *draft = mattra_form_cell_dup_draft (cell);

  return draft || g_strv_contains (mattra_session_get_extras (self->session), label);
}

/* The page */

static void
show_round (MattraMeasureForm *self)
{
  MattraTableContext context = mattra_measure_form_get_context (self);
  g_autofree char *round = context.round != MATTRA_ROUND_NONE ? mattra_round_name (context.round, context.digits)
                                                              : NULL;
  g_autofree char *title = g_strjoin (" · ", _("Answers"), round, NULL);
  g_autofree char *why = NULL;

  gtk_label_set_text (self->round, title);
  mattra_cell_is_open (context.plan, "results", context.round, &why);
  gtk_label_set_text (self->closed, why ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->closed), why != NULL);
}

static void
show_name (MattraMeasureForm *self)
{
  int number = mattra_measure_get_number (self->loaded);
  g_autofree char *name = number > 0 ? g_strdup_printf (_("Measure %d"), number) : g_strdup (_("Measure"));
  MattraDigits digits = mattra_word_digits (mattra_measure_form_get_context (self).digits);
  g_autofree char *shown = mattra_digits_apply (name, digits);

  gtk_label_set_text (self->name, shown);
}

static void
show_own_cell (MattraMeasureForm *self,
               MattraFormCell    *cell)
{
  MattraTableContext context = mattra_measure_form_get_context (self);
  const char *field = gtk_widget_get_name (GTK_WIDGET (cell));
  g_autoptr (GPtrArray) divisions = mattra_form_layout_divisions (context.plan, self->loaded, context.round);
  const char *ticking = mattra_measure_form_find_ticking (self, divisions);
  const char *whose = NULL;

  if (g_str_equal (field, "steps") && has_several (self, divisions))
    whose = mattra_measure_form_name_whose (self, ticking);
  mattra_measure_form_show_cell (self, cell, ticking, whose);
  if (whose)
    mattra_form_cell_set_whose (cell, whose);
  if (g_str_has_prefix (field, MATTRA_CELL_CARRIED))
    return;
  gtk_widget_set_visible (GTK_WIDGET (cell),
                          g_str_has_prefix (field, MATTRA_CELL_EXTRA)
                            ? has_extra (self, cell)
                            : mattra_form_layout_is_wanted (context.plan, self->loaded, field));
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

/* An answer that folds hides what waits for its fields. To look for a cell may make it, and put texts back. */
static void
unfold_kept (MattraMeasureForm *self)
{
  for (guint i = self->kept->len; i > 0; i = MIN (i - 1, self->kept->len))
    {
      const MattraFormKept *kept = g_ptr_array_index (self->kept, i - 1);
      g_autofree char *field = g_strdup (kept->place.field);
      g_autofree char *division = g_strdup (kept->place.division);
      MattraFormCell *cell = NULL;

      if (g_strcmp0 (kept->place.measure, self->measure) != 0
          || (mattra_cell_is_answer (field) && kept->place.round != mattra_session_get_round (self->session)))
        continue;
      cell = find_cell (self, field, division);
      if (cell)
        mattra_measure_form_put_back (self, cell);
    }
}

static MattraFormCell *
find_shown (MattraMeasureForm *self,
            const char        *field)
{
  MattraTableContext context = mattra_measure_form_get_context (self);
  const char *division = mattra_cell_get_division (context.plan, self->loaded, field, context.round,
                                                   mattra_session_get_division (self->session));
  MattraFormCell *cell = find_cell (self, field, division);

  return cell ? cell : find_cell (self, field, NULL);
}

void
mattra_measure_form_focus_wanted (MattraMeasureForm *self)
{
  g_autofree char *field = g_steal_pointer (&self->wanted_field);
  g_autofree char *waiting = g_strcmp0 (field, "carried") == 0 ? mattra_measure_form_dup_waiting (self) : NULL;
  MattraFormCell *cell = field && self->loaded ? find_shown (self, waiting ? waiting : field) : NULL;

  if (field && (cell == NULL || !gtk_widget_get_visible (GTK_WIDGET (cell))))
    cell = find_cell (self, "title", NULL);
  if (field == NULL || cell == NULL)
    return;
  mattra_measure_form_focus_cell (self, cell);
}

static void
show_talk (MattraMeasureForm *self)
{
  MattraTableContext context = mattra_measure_form_get_context (self);

  if (adw_bin_get_child (self->talk) == NULL)
    adw_bin_set_child (self->talk, mattra_review_talk_new (self->session));
  mattra_review_talk_show (MATTRA_REVIEW_TALK (adw_bin_get_child (self->talk)), &context, self->loaded);
}

/* Shows the measure that was loaded. */
void
mattra_measure_form_show_page (MattraMeasureForm *self)
{
  show_name (self);
  add_extras (self);
  mattra_measure_form_show_origin (self);
  mattra_measure_form_show_carried (self);
  mattra_measure_form_for_each_of (self, self->cells, show_own_cell);
  show_round (self);
  show_answers (self);
  show_talk (self);
  unfold_kept (self);
}
