/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-copy-answers.h"

#include "mattra-measure-source.h"

/* The report of a full year tells the whole year, but what was written for its first half is never mixed in
 * silently: the user has it copied, and then goes on from there. */

typedef struct
{
  MattraStore *store;
  MattraRound from;
  MattraRound to;
  gboolean copy;
  guint n_measures; /* that have something to copy */
  guint n_present;  /* that have an answer in the other round already */
} Copying;

static gboolean
has_lines (MattraAnswer   *answer,
           MattraItemKind  kind)
{
  return answer != NULL && mattra_answer_get_items (answer, kind)->len > 0;
}

static gboolean
copy_cell (const Copying   *self,
           MattraMeasure   *measure,
           MattraAnswer    *answer,
           MattraItemKind   kind,
           GError         **error)
{
  GPtrArray *items = mattra_answer_get_items (answer, kind);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  const char *none = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);

      if (item->none)
        none = item->text;
      else
        g_ptr_array_add (lines, item->text);
    }
  g_ptr_array_add (lines, NULL);
  return mattra_store_set_cell (self->store, mattra_measure_get_id (measure), kind, self->to,
                                mattra_answer_get_division (answer), (const char *const *) lines->pdata,
                                lines->len == 1 ? none : NULL, error);
}

/* @copied: set where a cell was, or would be, copied. A cell that holds anything is left as it is. */
static gboolean
copy_answer (const Copying   *self,
             MattraMeasure   *measure,
             MattraAnswer    *answer,
             gboolean        *copied,
             GError         **error)
{
  MattraAnswer *present = mattra_measure_find_answer (measure, self->to, mattra_answer_get_division (answer));

  for (guint kind = MATTRA_N_MEASURE_ITEM_KINDS; kind < MATTRA_N_ITEM_KINDS; kind++)
    {
      if (!has_lines (answer, kind) || has_lines (present, kind))
        continue;
      *copied = TRUE;
      if (self->copy && !copy_cell (self, measure, answer, kind, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_measure (MattraMeasure  *measure,
              gpointer        user_data,
              GError        **error)
{
  Copying *self = user_data;
  GPtrArray *answers = mattra_measure_get_answers (measure);
  gboolean copied = FALSE;
  gboolean present = FALSE;

  for (guint i = 0; i < answers->len; i++)
    {
      MattraAnswer *answer = g_ptr_array_index (answers, i);

      if (mattra_answer_get_round (answer) == self->to)
        present = present || mattra_answer_is_answered (answer);
      else if (mattra_answer_get_round (answer) == self->from
               && !copy_answer (self, measure, answer, &copied, error))
        return FALSE;
    }
  self->n_measures += copied;
  self->n_present += present;
  return TRUE;
}

static gboolean
copy_all (Copying     *self,
          MattraPlan  *plan,
          GError     **error)
{
  g_autoptr (MattraMeasureSource) measures =
    mattra_store_list_measures (self->store, mattra_plan_get_id (plan), NULL, error);

  return measures != NULL && mattra_measure_source_for_each (measures, copy_measure, self, error);
}

/**
 * mattra_copy_answers_count:
 * @store: a register
 * @plan: the plan as loaded from it
 * @from: a round
 * @to: another round
 * @n_measures: (out): how many measures have something that would be copied
 * @n_present: (out): how many measures have results in the other round already
 * @error: why it could not be read
 *
 * Looks what mattra_copy_answers() would do. One offers it where a round is opened that holds nothing yet.
 *
 * Returns: whether it could be read
 */
gboolean
mattra_copy_answers_count (MattraStore  *store,
                           MattraPlan   *plan,
                           MattraRound   from,
                           MattraRound   to,
                           guint        *n_measures,
                           guint        *n_present,
                           GError      **error)
{
  Copying copying = { store, from, to };

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && from != to, FALSE);
  g_return_val_if_fail (n_measures != NULL && n_present != NULL, FALSE);

  if (!copy_all (&copying, plan, error))
    return FALSE;
  *n_measures = copying.n_measures;
  *n_present = copying.n_present;
  return TRUE;
}

/**
 * mattra_copy_answers:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @from: a round
 * @to: another round, which is open
 * @n_measures: (out) (optional): to how many measures something was copied
 * @error: why not: %MATTRA_ERROR_DENIED in a closed round
 *
 * Copies the results, obstacles, recommendations and evidence of a round into another, each division's into
 * its own, as part of the act that is open. What stands there already is left; a stated status is not copied,
 * for it is that of a day.
 *
 * Returns: whether it was done
 */
gboolean
mattra_copy_answers (MattraStore  *store,
                     MattraPlan   *plan,
                     MattraRound   from,
                     MattraRound   to,
                     guint        *n_measures,
                     GError      **error)
{
  Copying copying = { store, from, to, TRUE };

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && from != to, FALSE);

  if (!copy_all (&copying, plan, error))
    return FALSE;
  if (n_measures != NULL)
    *n_measures = copying.n_measures;
  return TRUE;
}
