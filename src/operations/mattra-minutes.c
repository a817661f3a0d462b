/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-minutes.h"

#include <glib/gi18n-lib.h>

#include "mattra-cell.h"
#include "mattra-find.h"
#include "mattra-items.h"
#include "mattra-minute-words.h"
#include "mattra-status.h"

/**
 * mattra_minutes_check_actor:
 * @actor: (nullable): who wants to write minutes; %NULL for who keeps the register
 * @error: %MATTRA_ERROR_DENIED with the reason
 *
 * Returns: whether the person may
 */
gboolean
mattra_minutes_check_actor (const MattraActor  *actor,
                            GError            **error)
{
  return mattra_actor_check (actor, MATTRA_ACTION_EDIT_PLAN, _("minutes of the meeting"), error);
}

/* What a cell holds with a line more; a word for nothing gives way to it. */
static char *
dup_appended (MattraStore           *store,
              MattraPlan            *plan,
              const MattraDecision  *decision,
              GError               **error)
{
  const MattraEdit *edit = decision->edit;
  g_autoptr (MattraMeasure) measure = mattra_find_measure (store, plan, decision->measure, error);
  g_autofree char *before = NULL;

  if (measure == NULL)
    return NULL;
  before = mattra_cell_dup_text (plan, measure, edit->field, edit->round, edit->division);
  return *before == '\0' || mattra_items_is_none (before) ? g_strdup (edit->value)
                                                          : g_strconcat (before, "\n", edit->value, NULL);
}

static gboolean
apply_edit (MattraStore           *store,
            MattraPlan            *plan,
            const MattraDecision  *decision,
            GError               **error)
{
  MattraEdit edit;
  g_autofree char *value = NULL;

  if (decision->edit == NULL)
    return TRUE;
  edit = *decision->edit;
  edit.target = decision->measure;
  if (decision->append)
    {
      value = dup_appended (store, plan, decision, error);
      if (value == NULL)
        return FALSE;
      edit.value = value;
    }
  return mattra_edit_set (store, plan, &edit, error);
}

/* Returns: (transfer full): a change that a meeting decided, as minutes tell it */
static char *
dup_words (const MattraEdit *edit)
{
  const char *value = edit->value;
  MattraStatus status;

  if (g_str_equal (edit->field, "status") && mattra_status_from_string (value, &status))
    value = mattra_status_to_thai (status);
  return mattra_minute_words (edit->field, value);
}

/**
 * mattra_decide:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @decision: what was decided
 * @actor: (nullable): who writes it down; %NULL for who keeps the register
 * @error: why not: %MATTRA_ERROR_DENIED for who may not, or in a closed round
 *
 * Writes a decision of a meeting down as part of the act that is open: the change of the measure, as
 * mattra_edit_set() does it, and the line of the minutes.
 *
 * Returns: whether it was done
 */
gboolean
mattra_decide (MattraStore           *store,
               MattraPlan            *plan,
               const MattraDecision  *decision,
               const MattraActor     *actor,
               GError               **error)
{
  g_autofree char *words = NULL;
  g_autofree char *id = NULL;
  MattraMinute minute;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && decision != NULL, FALSE);
  g_return_val_if_fail (decision->edit == NULL || decision->measure != NULL, FALSE);

  if (!mattra_minutes_check_actor (actor, error) || !apply_edit (store, plan, decision, error))
    return FALSE;
  words = decision->text == NULL && decision->edit != NULL ? dup_words (decision->edit) : NULL;
  minute = (MattraMinute) {
    .meeting = decision->meeting, .measure = (char *) decision->measure,
    .text = words != NULL ? words : (char *) decision->text, .person = (char *) decision->person,
  };
  id = mattra_store_insert_minute (store, mattra_plan_get_id (plan), &minute, error);
  return id != NULL;
}

/**
 * mattra_minutes_dup_text:
 * @minutes: (element-type MattraMinute): lines of minutes, meeting by meeting
 * @digits: the script of numbers
 *
 * Returns: (transfer full): the minutes as text, to be put into a letter
 */
char *
mattra_minutes_dup_text (GPtrArray    *minutes,
                         MattraDigits  digits)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MattraDate meeting = MATTRA_DATE_NONE;

  g_return_val_if_fail (minutes != NULL, NULL);

  for (guint i = 0; i < minutes->len; i++)
    {
      const MattraMinute *minute = g_ptr_array_index (minutes, i);
      g_autofree char *line = mattra_minute_words_line (minute, digits);

      if (mattra_date_compare (meeting, minute->meeting) != 0)
        {
          g_autofree char *head = mattra_minute_words_head (minute->meeting, digits);

          g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", head);
        }
      meeting = minute->meeting;
      g_string_append_printf (text, "\n%s", line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
