/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-sort-key.h"

/* Writing measures: the whole of a new one, its parties, its answers' status and its questions. */

static MattraValue
positive_value (int number)
{
  return number > 0 ? mattra_value_integer (number) : mattra_value_null ();
}

static MattraValue
date_value (MattraDate   date,
            char       **buffer)
{
  *buffer = mattra_date_is_set (date) ? mattra_date_to_iso (date) : NULL;
  return mattra_value_text (*buffer);
}

static const char *const question_kinds[] = {
  [MATTRA_QUESTION_ASKED] = "question",
  [MATTRA_QUESTION_UNPARSED] = "unparsed",
};

/* Parties */

static gboolean
take_id (const MattraValue *row,
         gpointer           user_data)
{
  g_hash_table_add (user_data, g_strdup (mattra_value_get_text (&row[0])));
  return TRUE;
}

/* The divisions of a plan are read once an act. */
static gboolean
read_divisions (MattraStore  *self,
                const char   *plan,
                GError      **error)
{
  MattraAct *act = &self->act;
  MattraValue key = mattra_value_text (plan);

  if (act->divisions != NULL && g_strcmp0 (act->divisions_plan, plan) == 0)
    return TRUE;
  g_clear_pointer (&act->divisions, g_hash_table_unref);
  g_free (act->divisions_plan);
  act->divisions_plan = g_strdup (plan);
  act->divisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return mattra_store_query (self, MATTRA_QUERY_DIVISION_IDS, &key, 1, take_id, act->divisions, error);
}

static gboolean
write_party_division (MattraStore  *self,
                      const char   *party,
                      const char   *division,
                      gboolean      fresh,
                      GError      **error)
{
  g_autofree char *id = mattra_ulid_derive (party, "division", division);
  MattraValue values[N_COLUMNS_PARTY_DIVISION];

  values[COLUMN_PARTY_DIVISION_ID] = mattra_value_text (id);
  values[COLUMN_PARTY_DIVISION_DELETED] = mattra_value_integer (0);
  values[COLUMN_PARTY_DIVISION_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_PARTY_DIVISION_PARTY] = mattra_value_text (party);
  values[COLUMN_PARTY_DIVISION_DIVISION] = mattra_value_text (division);
  return fresh ? mattra_act_insert (self, TABLE_PARTY_DIVISION, values, error)
               : mattra_act_revive (self, TABLE_PARTY_DIVISION, values, error);
}

/* A party that stands for every division (ทุกส่วนราชการ) has one row that says so, and goes on to do so
 * when a division joins the plan; what a user chose is kept division by division. */
static gboolean
means_all (MattraStore        *self,
           const MattraParty  *party)
{
  GHashTable *all = self->act.divisions;
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);

  if (party->corrected || g_hash_table_size (all) < 2 || party->divisions->len < g_hash_table_size (all))
    return FALSE;
  for (guint i = 0; i < party->divisions->len; i++)
    if (g_hash_table_contains (all, g_ptr_array_index (party->divisions, i)))
      g_hash_table_add (named, g_ptr_array_index (party->divisions, i));
  return g_hash_table_size (named) == g_hash_table_size (all);
}

static gboolean
was_named (const MattraParty *party,
           guint              position)
{
  for (guint i = 0; i < position; i++)
    if (g_str_equal (g_ptr_array_index (party->divisions, i), g_ptr_array_index (party->divisions, position)))
      return TRUE;
  return FALSE;
}

static gboolean
write_party_divisions (MattraStore        *self,
                       const MattraParty  *party,
                       gboolean            fresh,
                       GError            **error)
{
  if (party->divisions == NULL)
    return TRUE;
  if (means_all (self, party))
    return write_party_division (self, party->id, NULL, fresh, error);
  for (guint i = 0; i < party->divisions->len; i++)
    if (!was_named (party, i)
        && !write_party_division (self, party->id, g_ptr_array_index (party->divisions, i), fresh, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_party (MattraStore        *self,
             const char         *measure,
             const char         *sort_key,
             MattraParty        *party,
             GError            **error)
{
  MattraValue values[N_COLUMNS_PARTY];

  g_free (party->id);
  party->id = mattra_store_new_id (self);
  values[COLUMN_PARTY_ID] = mattra_value_text (party->id);
  values[COLUMN_PARTY_DELETED] = mattra_value_integer (0);
  values[COLUMN_PARTY_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_PARTY_MEASURE] = mattra_value_text (measure);
  values[COLUMN_PARTY_SORT_KEY] = mattra_value_text (sort_key);
  values[COLUMN_PARTY_TEXT] = mattra_value_text (party->text);
  values[COLUMN_PARTY_CORRECTED] = mattra_value_integer (party->corrected);
  return mattra_act_insert (self, TABLE_PARTY, values, error)
         && write_party_divisions (self, party, TRUE, error);
}

static gboolean
write_parties (MattraStore  *self,
               const char   *measure,
               GPtrArray    *parties,
               GError      **error)
{
  for (guint i = 0; i < parties->len; i++)
    {
      g_autofree char *sort_key = mattra_sort_key_nth (i);

      if (!write_party (self, measure, sort_key, g_ptr_array_index (parties, i), error))
        return FALSE;
    }
  return TRUE;
}

/* Items and answers */

/* The items of a measure are gathered and written together, which takes half the time. */
typedef struct
{
  MattraStore *store;
  const char *measure;
  GArray *values; /* (element-type MattraValue): row by row */
} Items;

static void
gather_item (Items           *self,
             MattraItemKind   kind,
             const char      *answer,
             MattraItem      *item)
{
  MattraValue values[N_COLUMNS_ITEM];

  g_free (item->id);
  item->id = mattra_store_new_id (self->store);
  values[COLUMN_ITEM_ID] = mattra_value_text (item->id);
  values[COLUMN_ITEM_DELETED] = mattra_value_integer (0);
  values[COLUMN_ITEM_ORGANISATION] = mattra_value_text (self->store->organisation);
  values[COLUMN_ITEM_MEASURE] = mattra_value_text (self->measure);
  values[COLUMN_ITEM_KIND] = mattra_value_text (mattra_item_kind_to_string (kind));
  values[COLUMN_ITEM_ANSWER] = mattra_value_text (answer);
  values[COLUMN_ITEM_SORT_KEY] = mattra_value_text (item->sort_key);
  values[COLUMN_ITEM_TEXT] = mattra_value_text (item->text);
  values[COLUMN_ITEM_LABEL] = mattra_value_text (item->label);
  values[COLUMN_ITEM_NONE] = mattra_value_integer (item->none);
  g_array_append_vals (self->values, values, N_COLUMNS_ITEM);
}

static void
gather_items (Items           *self,
              MattraItemKind   kind,
              const char      *answer,
              GPtrArray       *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      MattraItem *item = g_ptr_array_index (items, i);

      g_free (item->sort_key);
      item->sort_key = mattra_sort_key_nth (i);
      gather_item (self, kind, answer, item);
    }
}

static void
gather_all (Items          *self,
            MattraMeasure  *measure)
{
  GPtrArray *answers = mattra_measure_get_answers (measure);

  for (guint kind = 0; kind < MATTRA_N_MEASURE_ITEM_KINDS; kind++)
    gather_items (self, kind, NULL, mattra_measure_get_items (measure, kind));
  for (guint i = 0; i < answers->len; i++)
    {
      MattraAnswer *answer = g_ptr_array_index (answers, i);

      for (guint kind = MATTRA_N_MEASURE_ITEM_KINDS; kind < MATTRA_N_ITEM_KINDS; kind++)
        gather_items (self, kind, mattra_answer_get_id (answer), mattra_answer_get_items (answer, kind));
    }
}

static gboolean
write_items (MattraStore    *self,
             MattraMeasure  *measure,
             GError        **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (MattraValue));
  Items items = { self, mattra_measure_get_id (measure), values };

  gather_all (&items, measure);
  return mattra_act_insert_rows (self, TABLE_ITEM, (const MattraValue *) values->data, values->len / N_COLUMNS_ITEM,
                                 error);
}

static MattraValue
stated_value (MattraStatus stated)
{
  return mattra_value_text (stated != MATTRA_STATUS_NONE ? mattra_status_to_string (stated) : NULL);
}

static gboolean
write_answer (MattraStore   *self,
              const char    *plan,
              const char    *measure,
              MattraAnswer  *answer,
              GError       **error)
{
  g_autofree char *round = mattra_store_round_id (plan, mattra_answer_get_round (answer));
  g_autofree char *id = mattra_store_answer_id (measure, round, mattra_answer_get_division (answer));
  MattraValue values[N_COLUMNS_ANSWER];

  mattra_answer_set_id (answer, id);
  values[COLUMN_ANSWER_ID] = mattra_value_text (id);
  values[COLUMN_ANSWER_DELETED] = mattra_value_integer (0);
  values[COLUMN_ANSWER_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_ANSWER_MEASURE] = mattra_value_text (measure);
  values[COLUMN_ANSWER_ROUND] = mattra_value_text (round);
  values[COLUMN_ANSWER_DIVISION] = mattra_value_text (mattra_answer_get_division (answer));
  values[COLUMN_ANSWER_STATED] = stated_value (mattra_answer_get_stated (answer));
  return mattra_act_insert (self, TABLE_ANSWER, values, error);
}

/* Questions */

static gboolean
write_question (MattraStore           *self,
                const char            *plan,
                const char            *measure,
                const char            *id,
                const MattraQuestion  *question,
                GError               **error)
{
  MattraValue values[N_COLUMNS_QUESTION];

  values[COLUMN_QUESTION_ID] = mattra_value_text (id);
  values[COLUMN_QUESTION_DELETED] = mattra_value_integer (0);
  values[COLUMN_QUESTION_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_QUESTION_PLAN] = mattra_value_text (plan);
  values[COLUMN_QUESTION_MEASURE] = mattra_value_text (measure);
  values[COLUMN_QUESTION_KIND] = mattra_value_text (question_kinds[question->kind]);
  values[COLUMN_QUESTION_LINE] = mattra_value_integer (MAX (question->line, 0));
  values[COLUMN_QUESTION_FIELD] = mattra_value_text (question->field);
  values[COLUMN_QUESTION_TEXT] = mattra_value_text (question->text);
  values[COLUMN_QUESTION_MESSAGE] = mattra_value_text (question->message);
  values[COLUMN_QUESTION_SUGGEST] = mattra_value_text (question->suggest);
  return mattra_act_insert (self, TABLE_QUESTION, values, error);
}

/**
 * mattra_store_insert_question:
 * @self: a register open for writing
 * @plan: ULID of the plan
 * @measure: (nullable): ULID of the measure it is about; %NULL where it is about the document
 * @question: what is open
 * @error: why not
 *
 * Keeps what an import could not decide until somebody settles it.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_insert_question (MattraStore           *self,
                              const char            *plan,
                              const char            *measure,
                              const MattraQuestion  *question,
                              GError               **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (plan != NULL && question != NULL, FALSE);

  if (!mattra_act_enter (self, "ask", error))
    return FALSE;
  id = mattra_store_new_id (self);
  return mattra_act_leave (self, write_question (self, plan, measure, id, question, error), error);
}

/**
 * mattra_store_settle_question:
 * @self: a register open for writing
 * @question: ULID of a question
 * @error: why not
 *
 * Marks a question as answered: it is no longer asked, and stays in the history.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_settle_question (MattraStore  *self,
                              const char   *question,
                              GError      **error)
{
  MattraValue gone = mattra_value_integer (1);

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (question != NULL, FALSE);

  if (!mattra_act_enter (self, "settle", error))
    return FALSE;
  return mattra_act_leave (self,
                           mattra_act_set (self, TABLE_QUESTION, question, MATTRA_COLUMN_DELETED, &gone, error),
                           error);
}

/* Measures */

static gboolean
write_measure_row (MattraStore    *self,
                   const char     *plan,
                   MattraMeasure  *measure,
                   GError        **error)
{
  MattraValue values[N_COLUMNS_MEASURE];
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  values[COLUMN_MEASURE_ID] = mattra_value_text (mattra_measure_get_id (measure));
  values[COLUMN_MEASURE_DELETED] = mattra_value_integer (0);
  values[COLUMN_MEASURE_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_MEASURE_PLAN] = mattra_value_text (plan);
  values[COLUMN_MEASURE_SORT_KEY] = mattra_value_text (mattra_measure_get_sort_key (measure));
  values[COLUMN_MEASURE_NUMBER] = positive_value (mattra_measure_get_number (measure));
  values[COLUMN_MEASURE_TITLE] = mattra_value_text (mattra_measure_get_title (measure) != NULL
                                                    ? mattra_measure_get_title (measure) : "");
  values[COLUMN_MEASURE_SECTION] = mattra_value_text (mattra_measure_get_section (measure));
  values[COLUMN_MEASURE_PERIOD_TEXT] = mattra_value_text (mattra_measure_get_period_text (measure));
  values[COLUMN_MEASURE_PERIOD_START] = date_value (mattra_measure_get_period_start (measure), &start);
  values[COLUMN_MEASURE_PERIOD_END] = date_value (mattra_measure_get_period_end (measure), &end);
  values[COLUMN_MEASURE_RECURRENCE] = positive_value (mattra_measure_get_recurrence (measure));
  values[COLUMN_MEASURE_ITA_INDICATOR] = positive_value (mattra_measure_get_ita_indicator (measure));
  values[COLUMN_MEASURE_TOPIC] = positive_value (mattra_measure_get_topic (measure));
  return mattra_act_insert (self, TABLE_MEASURE, values, error);
}

static gboolean
write_lists (MattraStore    *self,
             const char     *plan,
             MattraMeasure  *measure,
             GError        **error)
{
  const char *id = mattra_measure_get_id (measure);
  GPtrArray *answers = mattra_measure_get_answers (measure);
  GPtrArray *questions = mattra_measure_get_questions (measure);

  for (guint i = 0; i < answers->len; i++)
    if (!write_answer (self, plan, id, g_ptr_array_index (answers, i), error))
      return FALSE;
  if (!write_items (self, measure, error))
    return FALSE;
  for (guint i = 0; i < questions->len; i++)
    {
      MattraQuestion *question = g_ptr_array_index (questions, i);

      g_free (question->id);
      question->id = mattra_store_new_id (self);
      if (!write_question (self, plan, id, question->id, question, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_measure (MattraStore    *self,
                const char     *plan,
                MattraMeasure  *measure,
                GError        **error)
{
  g_autofree char *id = mattra_store_new_id (self);

  mattra_measure_set_id (measure, id);
  if (mattra_measure_get_sort_key (measure) == NULL)
    {
      g_autofree char *last = mattra_store_query_text (self, MATTRA_QUERY_LAST_MEASURE_KEY, plan, NULL);
      g_autofree char *sort_key = mattra_sort_key_between (last, NULL);

      mattra_measure_set_sort_key (measure, sort_key);
    }
  return write_measure_row (self, plan, measure, error)
         && read_divisions (self, plan, error)
         && write_parties (self, id, mattra_measure_get_parties (measure), error)
         && write_lists (self, plan, measure, error);
}

/**
 * mattra_store_insert_measure:
 * @self: a register open for writing
 * @plan: ULID of a plan
 * @measure: a measure with all that hangs on it
 * @error: why not: %MATTRA_ERROR_INVALID for a text that is too long
 *
 * Adds a measure with its items, parties, answers and questions, all of which are given their keys;
 * it comes last unless it has a sort key. Put many in one act: 12 000 take about a second.
 *
 * Returns: whether it was added
 */
gboolean
mattra_store_insert_measure (MattraStore    *self,
                             const char     *plan,
                             MattraMeasure  *measure,
                             GError        **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (plan != NULL && MATTRA_IS_MEASURE (measure), FALSE);

  if (!mattra_act_enter (self, "insert-measure", error))
    return FALSE;
  return mattra_act_leave (self, insert_measure (self, plan, measure, error), error);
}

/**
 * mattra_store_set_measure_deleted:
 * @self: a register open for writing
 * @measure: ULID of a measure
 * @deleted: whether it is to be gone
 * @error: why not
 *
 * Takes a measure away or brings it back with all that hangs on it. Nothing is lost by it.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_measure_deleted (MattraStore  *self,
                                  const char   *measure,
                                  gboolean      deleted,
                                  GError      **error)
{
  MattraValue value = mattra_value_integer (deleted != FALSE);

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (measure != NULL, FALSE);

  if (!mattra_act_enter (self, deleted ? "delete-measure" : "restore-measure", error))
    return FALSE;
  return mattra_act_leave (self,
                           mattra_act_set (self, TABLE_MEASURE, measure, MATTRA_COLUMN_DELETED, &value, error),
                           error);
}

/* Setting the parties of a measure that exists: one with the same text keeps its key. */

typedef struct
{
  char *id;
  char *sort_key;
  char *text;
  gboolean corrected;
  gboolean kept;
} PresentParty;

static void
present_party_free (gpointer data)
{
  PresentParty *party = data;

  g_free (party->id);
  g_free (party->sort_key);
  g_free (party->text);
  g_free (party);
}

static gboolean
take_party (const MattraValue *row,
            gpointer           user_data)
{
  PresentParty *party = g_new0 (PresentParty, 1);

  mattra_value_copy_text (&party->id, &row[0]);
  mattra_value_copy_text (&party->sort_key, &row[1]);
  mattra_value_copy_text (&party->text, &row[2]);
  party->corrected = row[3].integer != 0;
  g_ptr_array_add (user_data, party);
  return TRUE;
}

static PresentParty *
find_present (GPtrArray  *present,
              const char *text)
{
  for (guint i = 0; i < present->len; i++)
    {
      PresentParty *party = g_ptr_array_index (present, i);

      if (!party->kept && g_strcmp0 (party->text, text) == 0)
        return party;
    }
  return NULL;
}

static gboolean
take_link (const MattraValue *row,
           gpointer           user_data)
{
  const char *division = mattra_value_get_text (&row[1]);

  g_hash_table_insert (user_data, g_strdup (division != NULL ? division : ""),
                       g_strdup (mattra_value_get_text (&row[0])));
  return TRUE;
}

/* Rows of divisions that @party no longer stands for go, missing ones are added. */
static gboolean
update_party_divisions (MattraStore        *self,
                        const MattraParty  *party,
                        GError            **error)
{
  g_autoptr (GHashTable) links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  MattraValue key = mattra_value_text (party->id);
  MattraValue gone = mattra_value_integer (1);
  GHashTableIter iter;
  gpointer division;
  gpointer id;

  if (!mattra_store_query (self, MATTRA_QUERY_DIVISIONS_OF_PARTY, &key, 1, take_link, links, error))
    return FALSE;
  if (means_all (self, party))
    g_hash_table_remove (links, "");
  else
    for (guint i = 0; i < party->divisions->len; i++)
      g_hash_table_remove (links, g_ptr_array_index (party->divisions, i));
  g_hash_table_iter_init (&iter, links);
  while (g_hash_table_iter_next (&iter, &division, &id))
    if (!mattra_act_set (self, TABLE_PARTY_DIVISION, id, MATTRA_COLUMN_DELETED, &gone, error))
      return FALSE;
  return write_party_divisions (self, party, FALSE, error);
}

static gboolean
keep_party (MattraStore   *self,
            PresentParty  *present,
            const char    *sort_key,
            MattraParty   *party,
            GError       **error)
{
  MattraValue place = mattra_value_text (sort_key);
  MattraValue corrected = mattra_value_integer (party->corrected);

  present->kept = TRUE;
  g_free (party->id);
  party->id = g_strdup (present->id);
  return mattra_act_set (self, TABLE_PARTY, party->id, COLUMN_PARTY_SORT_KEY, &place, error)
         && mattra_act_set (self, TABLE_PARTY, party->id, COLUMN_PARTY_CORRECTED, &corrected, error)
         && update_party_divisions (self, party, error);
}

static gboolean
remove_parties (MattraStore  *self,
                GPtrArray    *present,
                GError      **error)
{
  MattraValue gone = mattra_value_integer (1);

  for (guint i = 0; i < present->len; i++)
    {
      const PresentParty *party = g_ptr_array_index (present, i);

      if (!party->kept && !mattra_act_set (self, TABLE_PARTY, party->id, MATTRA_COLUMN_DELETED, &gone, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
replace_parties (MattraStore  *self,
                 const char   *measure,
                 GPtrArray    *parties,
                 GError      **error)
{
  g_autoptr (GPtrArray) present = g_ptr_array_new_with_free_func (present_party_free);
  g_autofree char *plan = mattra_store_query_text (self, MATTRA_QUERY_PLAN_OF_MEASURE, measure, error);
  MattraValue key = mattra_value_text (measure);

  if (plan == NULL || !read_divisions (self, plan, error)
      || !mattra_store_query (self, MATTRA_QUERY_PARTIES_OF_MEASURE, &key, 1, take_party, present, error))
    return FALSE;
  for (guint i = 0; i < parties->len; i++)
    {
      MattraParty *party = g_ptr_array_index (parties, i);
      PresentParty *same = find_present (present, party->text);
      g_autofree char *sort_key = mattra_sort_key_nth (i);

      if (!(same != NULL ? keep_party (self, same, sort_key, party, error)
                         : write_party (self, measure, sort_key, party, error)))
        return FALSE;
    }
  return remove_parties (self, present, error);
}

/**
 * mattra_store_set_parties:
 * @self: a register open for writing
 * @measure: ULID of a measure
 * @parties: (element-type MattraParty): all its responsible parties in their order
 * @error: why not
 *
 * Sets who is responsible for a measure. A party that was there with the same text keeps its key; the
 * keys are set in @parties.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_parties (MattraStore  *self,
                          const char   *measure,
                          GPtrArray    *parties,
                          GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (measure != NULL && parties != NULL, FALSE);

  if (!mattra_act_enter (self, "set-parties", error))
    return FALSE;
  return mattra_act_leave (self, replace_parties (self, measure, parties, error), error);
}

/* To take back what was never stated is no change: no answer is added for it. */
static gboolean
unstate (MattraStore  *self,
         const char   *measure,
         MattraRound   round,
         const char   *division,
         GError      **error)
{
  g_autofree char *answer = NULL;
  g_auto (MattraRecord) present = { 0 };
  MattraValue nothing = mattra_value_null ();
  gboolean found;

  return mattra_store_find_answer_id (self, measure, round, division, &answer, error)
         && mattra_act_get (self, TABLE_ANSWER, answer, &present, &found, error)
         && (!found || mattra_act_set (self, TABLE_ANSWER, answer, COLUMN_ANSWER_STATED, &nothing, error));
}

static gboolean
set_stated (MattraStore   *self,
            const char    *measure,
            MattraRound    round,
            const char    *division,
            MattraStatus   stated,
            GError       **error)
{
  g_autofree char *answer = NULL;
  MattraValue value = stated_value (stated);

  if (stated == MATTRA_STATUS_NONE)
    return unstate (self, measure, round, division, error);
  return mattra_store_ensure_answer (self, measure, round, division, &answer, error)
         && mattra_act_set (self, TABLE_ANSWER, answer, COLUMN_ANSWER_STATED, &value, error);
}

/**
 * mattra_store_set_stated:
 * @self: a register open for writing
 * @measure: ULID of a measure
 * @round: round of the answer
 * @division: (nullable): ULID of the answering division; %NULL for the joint answer
 * @stated: a status that can be stated, or %MATTRA_STATUS_NONE to take it back
 * @error: why not: %MATTRA_ERROR_INVALID, %MATTRA_ERROR_DENIED in a closed round
 *
 * States the status of an answer.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_stated (MattraStore   *self,
                         const char    *measure,
                         MattraRound    round,
                         const char    *division,
                         MattraStatus   stated,
                         GError       **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (measure != NULL, FALSE);

  if (stated != MATTRA_STATUS_NONE && !mattra_status_can_be_stated (stated))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _ ("the status “%s” is computed; it cannot be set"),
                   mattra_status_to_string (stated));
      return FALSE;
    }
  if (!mattra_act_enter (self, "set-status", error))
    return FALSE;
  return mattra_act_leave (self, set_stated (self, measure, round, division, stated, error), error);
}
