/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-move-end.h"

#include <glib/gi18n-lib.h>

#include "mattra-edit.h"
#include "mattra-error.h"
#include "mattra-period-write.h"

static gboolean
check (MattraMeasure        *measure,
       const MattraMoveEnd  *move,
       GError              **error)
{
  MattraDate start = mattra_measure_get_period_start (measure);

  if (mattra_date_compare (mattra_measure_get_period_end (measure), move->was) != 0)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_CONFLICT,
                   _("The period of “%s” was changed meanwhile; look at it and move its end again"),
                   mattra_measure_get_title (measure));
      return FALSE;
    }
  if (mattra_date_is_set (start) && mattra_date_compare (move->end, start) < 0)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("The period of “%s” would end before it starts; move its start first"),
                   mattra_measure_get_title (measure));
      return FALSE;
    }
  return TRUE;
}

static char *
reword (MattraPlan           *plan,
        MattraMeasure        *measure,
        const MattraMoveEnd  *move,
        GError              **error)
{
  char *text = mattra_period_reword (mattra_measure_get_period_text (measure), mattra_plan_get_fiscal_year (plan),
                                     mattra_measure_get_period_start (measure), move->end, move->script);

  if (text == NULL)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                 _("The period of “%s” cannot be written with this end; type it in the table"),
                 mattra_measure_get_title (measure));
  return text;
}

/**
 * mattra_move_end:
 * @store: a register, in an act
 * @plan: its plan
 * @move: what is moved
 * @error: %MATTRA_ERROR_CONFLICT where the period is another by now, %MATTRA_ERROR_INVALID where it cannot end so
 *
 * Has the period of a measure end on another day. The text of the period is written anew in the manner in which it was
 * typed, by mattra_period_reword(), so that the days stay what it says.
 *
 * Returns: whether it was changed
 */
gboolean
mattra_move_end (MattraStore          *store,
                 MattraPlan           *plan,
                 const MattraMoveEnd  *move,
                 GError              **error)
{
  g_autoptr (MattraMeasure) measure = NULL;
  g_autofree char *text = NULL;
  MattraEdit edit = { NULL, "period_text", NULL, MATTRA_ROUND_NONE, NULL };

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (move != NULL && move->measure != NULL && mattra_date_is_set (move->end), FALSE);

  measure = mattra_store_load_measure (store, mattra_plan_get_id (plan), move->measure, error);
  if (measure == NULL || !check (measure, move, error))
    return FALSE;
  text = reword (plan, measure, move, error);
  edit.target = move->measure;
  edit.value = text;
  return text != NULL && mattra_edit_set (store, plan, &edit, error);
}
