/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

/* Whoever writes, by whatever window or command, comes through here: the table of permissions is asked of each row, so
 * that no way into the register can forget it. Undo and redo come the same way. */

/* What it is to write a row of each table; of an item, whose answer counts, see find_place(). */
static const MattraAction actions[N_TABLES] = {
  [TABLE_ORGANISATION] = MATTRA_ACTION_SETTINGS,
  [TABLE_PLAN] = MATTRA_ACTION_SETTINGS,
  [TABLE_ROUND] = MATTRA_ACTION_SETTINGS,
  [TABLE_DIVISION] = MATTRA_ACTION_EDIT_PEOPLE,
  [TABLE_DIVISION_ALIAS] = MATTRA_ACTION_EDIT_PEOPLE,
  [TABLE_MEASURE] = MATTRA_ACTION_EDIT_PLAN,
  [TABLE_PARTY] = MATTRA_ACTION_EDIT_PLAN,
  [TABLE_PARTY_DIVISION] = MATTRA_ACTION_EDIT_PLAN,
  [TABLE_ANSWER] = MATTRA_ACTION_EDIT_ANSWER,
  [TABLE_ITEM] = MATTRA_ACTION_EDIT_PLAN,
  [TABLE_STEP_DONE] = MATTRA_ACTION_EDIT_ANSWER,
  [TABLE_QUESTION] = MATTRA_ACTION_EDIT_PLAN,
  [TABLE_PERSON] = MATTRA_ACTION_EDIT_PEOPLE,
  [TABLE_POST] = MATTRA_ACTION_EDIT_PEOPLE,
  [TABLE_APPOINTMENT] = MATTRA_ACTION_EDIT_PEOPLE,
  [TABLE_REPORT_SETTINGS] = MATTRA_ACTION_SETTINGS,
  [TABLE_SCORE] = MATTRA_ACTION_EDIT_PLAN,
  [TABLE_INDICATOR] = MATTRA_ACTION_EDIT_PLAN,
  [TABLE_TOPIC] = MATTRA_ACTION_EDIT_PLAN,
  [TABLE_OIT_ITEM] = MATTRA_ACTION_EDIT_PLAN,
  [TABLE_CALENDAR] = MATTRA_ACTION_EDIT_PLAN,
  [TABLE_DOCUMENT] = MATTRA_ACTION_SETTINGS,
  [TABLE_COMMITTEE_MEMBER] = MATTRA_ACTION_EDIT_PEOPLE,
  [TABLE_SEAL] = MATTRA_ACTION_SEAL,
  [TABLE_SCAN] = MATTRA_ACTION_SEAL,
  [TABLE_REVIEW] = MATTRA_ACTION_SUBMIT,
  [TABLE_COMMENT] = MATTRA_ACTION_COMMENT,
  [TABLE_EVIDENCE] = MATTRA_ACTION_ADD_EVIDENCE,
  [TABLE_REQUEST] = MATTRA_ACTION_SETTINGS,
  [TABLE_PUBLICATION] = MATTRA_ACTION_EDIT_PLAN,
  [TABLE_ANALYSIS] = MATTRA_ACTION_EDIT_PLAN,
  [TABLE_SCORE_CLASS] = MATTRA_ACTION_EDIT_PLAN,
  [TABLE_ORIGIN] = MATTRA_ACTION_EDIT_PLAN,
  [TABLE_CARRIED] = MATTRA_ACTION_EDIT_PLAN,
  [TABLE_MINUTE] = MATTRA_ACTION_EDIT_PLAN,
};

/* The answer that a row belongs to, and what it is to write the row. */
typedef struct
{
  MattraAction action;
  char *measure;
  char *round;
  char *division;
} Place;

static void
place_clear (Place *self)
{
  g_free (self->measure);
  g_free (self->round);
  g_free (self->division);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

/**
 * mattra_store_set_actor:
 * @self: a register
 * @role: the role of who writes from now on
 * @division: (nullable): ULID of the division that the person belongs to
 *
 * Tells who writes, see also mattra_store_set_person(): from then on each change is asked of the table of permissions,
 * and one that is not allowed fails with %MATTRA_ERROR_DENIED. Until this is told, and after mattra_store_drop_actor(),
 * the register is kept by one who may do all.
 */
void
mattra_store_set_actor (MattraStore *self,
                        MattraRole   role,
                        const char  *division)
{
  char *copy = g_strdup (division);

  g_return_if_fail (MATTRA_IS_STORE (self));
  g_return_if_fail ((guint) role < MATTRA_N_ROLES);

  g_free (self->actor_division);
  self->has_actor = TRUE;
  self->actor_role = role;
  self->actor_division = copy;
}

/**
 * mattra_store_drop_actor:
 * @self: a register
 *
 * From now on nobody writes whom the table of permissions knows: all is allowed.
 */
void
mattra_store_drop_actor (MattraStore *self)
{
  g_return_if_fail (MATTRA_IS_STORE (self));

  self->has_actor = FALSE;
  g_clear_pointer (&self->actor_division, g_free);
}

/**
 * mattra_store_get_actor:
 * @self: a register
 * @role: (out): the role of who writes
 * @division: (out) (transfer none) (nullable): ULID of that person's division
 *
 * Returns: whether it was told who writes
 */
gboolean
mattra_store_get_actor (MattraStore  *self,
                        MattraRole   *role,
                        const char  **division)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);

  *role = self->actor_role;
  *division = self->actor_division;
  return self->has_actor;
}

/* Whether the answer and its state make no difference to this role. */
static gboolean
is_alike (MattraRole   role,
          MattraAction action)
{
  MattraReason first = mattra_permission_ask (role, action, FALSE, MATTRA_REVIEW_DRAFT);

  for (guint own = 0; own < 2; own++)
    for (guint state = 0; state < MATTRA_N_REVIEW_STATES; state++)
      if (state != MATTRA_REVIEW_CLOSED && mattra_permission_ask (role, action, own, state) != first)
        return FALSE;
  return TRUE;
}

/* Finding the place */

static gboolean
take_place (const MattraValue *row,
            gpointer           user_data)
{
  Place *place = user_data;

  mattra_value_copy_text (&place->measure, &row[0]);
  mattra_value_copy_text (&place->round, &row[1]);
  mattra_value_copy_text (&place->division, &row[2]);
  return FALSE;
}

static gboolean
read_place (MattraStore    *self,
            MattraTableId   table,
            const char     *row,
            Place          *place,
            GError        **error)
{
  MattraValue values[] = { mattra_value_text (mattra_schema_table (table)->name), mattra_value_text (row) };

  return mattra_store_query (self, MATTRA_QUERY_ANSWER_OF_ROW, values, G_N_ELEMENTS (values), take_place, place, error);
}

static void
take_values (Place             *place,
             const MattraValue *measure,
             const MattraValue *round,
             const MattraValue *division)
{
  mattra_value_copy_text (&place->measure, measure);
  mattra_value_copy_text (&place->round, round);
  mattra_value_copy_text (&place->division, division);
}

static MattraAction
action_of_verdict (const MattraValue *value)
{
  static const MattraAction verdict_actions[MATTRA_N_VERDICTS] = {
    [MATTRA_VERDICT_SUBMITTED] = MATTRA_ACTION_SUBMIT,
    [MATTRA_VERDICT_RETURNED] = MATTRA_ACTION_RETURN,
    [MATTRA_VERDICT_APPROVED] = MATTRA_ACTION_APPROVE,
    [MATTRA_VERDICT_WITHDRAWN] = MATTRA_ACTION_WITHDRAW,
  };
  MattraReviewVerdict verdict = MATTRA_VERDICT_SUBMITTED;

  mattra_review_verdict_from_string (mattra_value_get_text (value), &verdict);
  return verdict_actions[verdict];
}

/* The place of a row that is about to be added. */
static gboolean
find_new_place (MattraStore        *self,
                MattraTableId       table,
                const MattraValue  *values,
                Place              *place,
                GError            **error)
{
  switch ((guint) table)
    {
    case TABLE_ANSWER:
      take_values (place, &values[COLUMN_ANSWER_MEASURE], &values[COLUMN_ANSWER_ROUND],
                   &values[COLUMN_ANSWER_DIVISION]);
      return TRUE;
    case TABLE_ITEM:
      if (values[COLUMN_ITEM_ANSWER].type != MATTRA_VALUE_TEXT)
        return TRUE;
      place->action = MATTRA_ACTION_EDIT_ANSWER;
      return read_place (self, TABLE_ANSWER, values[COLUMN_ITEM_ANSWER].data, place, error);
    case TABLE_STEP_DONE:
      place->measure = mattra_store_query_text (self, MATTRA_QUERY_MEASURE_OF_STEP,
                                                values[COLUMN_STEP_DONE_STEP].data, NULL);
      mattra_value_copy_text (&place->round, &values[COLUMN_STEP_DONE_ROUND]);
      mattra_value_copy_text (&place->division, &values[COLUMN_STEP_DONE_DIVISION]);
      return TRUE;
    case TABLE_EVIDENCE:
      take_values (place, &values[COLUMN_EVIDENCE_MEASURE], &values[COLUMN_EVIDENCE_ROUND],
                   &values[COLUMN_EVIDENCE_DIVISION]);
      return TRUE;
    case TABLE_REVIEW:
      place->action = action_of_verdict (&values[COLUMN_REVIEW_VERDICT]);
      take_values (place, &values[COLUMN_REVIEW_MEASURE], &values[COLUMN_REVIEW_ROUND],
                   &values[COLUMN_REVIEW_DIVISION]);
      return TRUE;
    default:
      return TRUE;
    }
}

/* The place of a row that is there. What an earlier year recommended is answered by who answers now; a round is closed
 * by confirming its results. */
static gboolean
find_place (MattraStore    *self,
            MattraTableId   table,
            const char     *row,
            guint           column,
            Place          *place,
            GError        **error)
{
  if (table == TABLE_CARRIED && column == COLUMN_CARRIED_ANSWER)
    place->action = MATTRA_ACTION_EDIT_ANSWER;
  if (table == TABLE_ROUND && column == COLUMN_ROUND_STATE && self->act.kind == MATTRA_ACT_SEAL)
    place->action = MATTRA_ACTION_SEAL;
  if (!read_place (self, table, row, place, error))
    return FALSE;
  if (table == TABLE_ITEM && place->measure != NULL)
    place->action = MATTRA_ACTION_EDIT_ANSWER;
  return TRUE;
}

/* Asking */

typedef struct
{
  gint64 count;
  char *division;
} Sole;

static gboolean
take_sole (const MattraValue *row,
           gpointer           user_data)
{
  Sole *sole = user_data;

  sole->count = row[0].integer;
  mattra_value_copy_text (&sole->division, &row[1]);
  return FALSE;
}

/* As mattra_actor_owns(): the own division's answer to a measure that is given to it or to every division, and the joint
 * one where no other division is responsible. */
static gboolean
find_own (MattraStore  *self,
          const Place  *place,
          gboolean     *own,
          GError      **error)
{
  MattraValue values[] = { mattra_value_text (place->measure), mattra_value_text (place->division) };
  gint64 n_given = 0;
  Sole sole = { 0 };
  gboolean done;

  *own = FALSE;
  if (place->measure == NULL || self->actor_division == NULL)
    return TRUE;
  if (place->division != NULL)
    {
      done = mattra_database_integer (self->database, mattra_query_get_sql (MATTRA_QUERY_IS_RESPONSIBLE), values,
                                      G_N_ELEMENTS (values), &n_given, error);
      *own = n_given > 0 && g_str_equal (place->division, self->actor_division);
      return done;
    }
  done = mattra_store_query (self, MATTRA_QUERY_DIVISIONS_RESPONSIBLE, values, 1, take_sole, &sole, error);
  *own = sole.count == 1 && g_strcmp0 (sole.division, self->actor_division) == 0;
  g_free (sole.division);
  return done;
}

static gboolean
take_verdict (const MattraValue *row,
              gpointer           user_data)
{
  MattraReviewVerdict verdict;

  if (mattra_review_verdict_from_string (mattra_value_get_text (&row[0]), &verdict))
    *(MattraReviewState *) user_data = mattra_review_verdict_leads_to (verdict);
  return FALSE;
}

static gboolean
find_state (MattraStore        *self,
            const Place        *place,
            MattraReviewState  *state,
            GError            **error)
{
  MattraValue values[] = { mattra_value_text (place->measure), mattra_value_text (place->round),
                           mattra_value_text (place->division) };

  *state = MATTRA_REVIEW_DRAFT;
  if (place->round == NULL)
    return TRUE;
  if (g_hash_table_contains (self->act.closed, place->round))
    {
      *state = MATTRA_REVIEW_CLOSED;
      return TRUE;
    }
  return mattra_store_query (self, MATTRA_QUERY_LAST_VERDICT, values, G_N_ELEMENTS (values), take_verdict, state, error);
}

static char *
describe (MattraStore *self,
          const Place *place)
{
  MattraValue measure = mattra_value_text (place->measure);
  gint64 number = 0;

  if (place->measure == NULL)
    return g_strdup (mattra_action_to_text (place->action));
  mattra_database_integer (self->database, mattra_query_get_sql (MATTRA_QUERY_NUMBER_OF_MEASURE), &measure, 1, &number,
                           NULL);
  return number > 0 ? g_strdup_printf (_ ("answer to measure %d"), (int) number)
                    : g_strdup_printf (_ ("answer to measure %s"), place->measure);
}

static gboolean
refuse (MattraStore   *self,
        const Place   *place,
        MattraReason   reason,
        GError       **error)
{
  g_autofree char *where = describe (self, place);

  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED, "%s: %s", where, mattra_reason_to_text (reason));
  return FALSE;
}

static gboolean
check_place (MattraStore  *self,
             const Place  *place,
             GError      **error)
{
  MattraReviewState state = MATTRA_REVIEW_DRAFT;
  gboolean own = FALSE;
  MattraReason reason;

  if (!is_alike (self->actor_role, place->action)
      && (!find_own (self, place, &own, error) || !find_state (self, place, &state, error)))
    return FALSE;
  reason = mattra_permission_ask (self->actor_role, place->action, own, state);
  return reason == MATTRA_REASON_NONE || refuse (self, place, reason, error);
}

/* Whether who writes may add a row. */
gboolean
mattra_act_check_insert (MattraStore        *self,
                         MattraTableId       table,
                         const MattraValue  *values,
                         GError            **error)
{
  g_auto (Place) place = { actions[table] };

  return !self->has_actor
         || (find_new_place (self, table, values, &place, error) && check_place (self, &place, error));
}

/* What somebody said is changed by nobody else, but for who keeps the register. */
static gboolean
check_author (MattraStore  *self,
              const char   *comment,
              GError      **error)
{
  const Place place = { MATTRA_ACTION_COMMENT };
  g_autofree char *author = mattra_store_query_text (self, MATTRA_QUERY_AUTHOR_OF_COMMENT, comment, NULL);

  return self->actor_role == MATTRA_ROLE_SECRETARY || g_strcmp0 (author, self->person) == 0
         || refuse (self, &place, MATTRA_REASON_NOT_AUTHOR, error);
}

/* Whether who writes may change a cell of a row that is there. */
gboolean
mattra_act_check_set (MattraStore    *self,
                      MattraTableId   table,
                      const char     *row,
                      guint           column,
                      GError        **error)
{
  g_auto (Place) place = { actions[table] };

  if (!self->has_actor)
    return TRUE;
  return find_place (self, table, row, column, &place, error) && check_place (self, &place, error)
         && (table != TABLE_COMMENT || check_author (self, row, error));
}
