/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-store-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-diff.h"
#include "mattra-sort-key.h"

/* A cell of the grid: the ordered live items of (measure, kind, answer), and the answers they hang on. */

/* Returns: (transfer full): the key of an answer, which follows from what it answers: two machines that
 * write the same answer write the same row. */
char *
mattra_store_answer_id (const char *measure,
                        const char *round,
                        const char *division)
{
  return mattra_ulid_derive (measure, round, division);
}

/* Returns: (transfer full) (nullable): ULID of the plan of a measure, removed or not */
char *
mattra_store_find_plan (MattraStore  *self,
                        const char   *measure,
                        GError      **error)
{
  g_autoptr (GError) failure = NULL;
  char *plan = mattra_store_query_text (self, MATTRA_QUERY_PLAN_OF_MEASURE, measure, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (plan == NULL)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND, _ ("there is no measure with the key %s"), measure);
  return plan;
}

gboolean
mattra_store_find_answer_id (MattraStore  *self,
                             const char   *measure,
                             MattraRound   round,
                             const char   *division,
                             char        **answer,
                             GError      **error)
{
  g_autofree char *plan = mattra_store_find_plan (self, measure, error);
  g_autofree char *round_id = NULL;

  if (plan == NULL)
    return FALSE;
  round_id = mattra_store_round_id (plan, round);
  *answer = mattra_store_answer_id (measure, round_id, division);
  return TRUE;
}

/* Finds an answer, brings it back, or adds it. */
gboolean
mattra_store_ensure_answer (MattraStore  *self,
                            const char   *measure,
                            MattraRound   round,
                            const char   *division,
                            char        **answer,
                            GError      **error)
{
  g_autofree char *plan = mattra_store_find_plan (self, measure, error);
  g_autofree char *round_id = NULL;
  g_auto (MattraRecord) present = { 0 };
  MattraValue values[N_COLUMNS_ANSWER];
  MattraValue live = mattra_value_integer (0);
  gboolean found;

  if (plan == NULL)
    return FALSE;
  round_id = mattra_store_round_id (plan, round);
  *answer = mattra_store_answer_id (measure, round_id, division);
  if (!mattra_act_get (self, TABLE_ANSWER, *answer, &present, &found, error))
    return FALSE;
  if (found)
    return mattra_act_set (self, TABLE_ANSWER, *answer, MATTRA_COLUMN_DELETED, &live, error);
  values[COLUMN_ANSWER_ID] = mattra_value_text (*answer);
  values[COLUMN_ANSWER_DELETED] = live;
  values[COLUMN_ANSWER_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_ANSWER_MEASURE] = mattra_value_text (measure);
  values[COLUMN_ANSWER_ROUND] = mattra_value_text (round_id);
  values[COLUMN_ANSWER_DIVISION] = mattra_value_text (division);
  values[COLUMN_ANSWER_STATED] = mattra_value_null ();
  return mattra_act_insert (self, TABLE_ANSWER, values, error);
}

/* An item as the register has it now. */
typedef struct
{
  char *id;
  char *sort_key;
  char *text;
  gboolean none;
} Present;

static void
present_free (gpointer data)
{
  Present *item = data;

  g_free (item->id);
  g_free (item->sort_key);
  g_free (item->text);
  g_free (item);
}

static gboolean
take_present (const MattraValue *row,
              gpointer           user_data)
{
  Present *item = g_new0 (Present, 1);

  mattra_value_copy_text (&item->id, &row[0]);
  mattra_value_copy_text (&item->sort_key, &row[1]);
  mattra_value_copy_text (&item->text, &row[2]);
  item->none = row[3].integer != 0;
  g_ptr_array_add (user_data, item);
  return TRUE;
}

/* Which cell, and what it is to hold. */
typedef struct
{
  const char *measure;
  MattraItemKind kind;
  char *answer;
  const char *label;
  const char *const *lines;
  guint n_lines;
  gboolean none;
} Cell;

static gboolean
load_present (MattraStore  *self,
              const Cell   *cell,
              GPtrArray    *present,
              GError      **error)
{
  MattraValue values[] = {
    mattra_value_text (cell->measure),
    mattra_value_text (mattra_item_kind_to_string (cell->kind)),
    mattra_value_text (cell->answer != NULL ? cell->answer : ""),
    mattra_value_text (cell->label != NULL ? cell->label : ""),
  };

  return mattra_store_query (self, MATTRA_QUERY_ITEMS_OF_CELL, values, G_N_ELEMENTS (values), take_present,
                             present, error);
}

static gboolean
add_line (MattraStore  *self,
          const Cell   *cell,
          const char   *text,
          const char   *sort_key,
          GError      **error)
{
  g_autofree char *id = mattra_store_new_id (self);
  MattraValue values[N_COLUMNS_ITEM];

  values[COLUMN_ITEM_ID] = mattra_value_text (id);
  values[COLUMN_ITEM_DELETED] = mattra_value_integer (0);
  values[COLUMN_ITEM_ORGANISATION] = mattra_value_text (self->organisation);
  values[COLUMN_ITEM_MEASURE] = mattra_value_text (cell->measure);
  values[COLUMN_ITEM_KIND] = mattra_value_text (mattra_item_kind_to_string (cell->kind));
  values[COLUMN_ITEM_ANSWER] = mattra_value_text (cell->answer);
  values[COLUMN_ITEM_SORT_KEY] = mattra_value_text (sort_key);
  values[COLUMN_ITEM_TEXT] = mattra_value_text (text);
  values[COLUMN_ITEM_LABEL] = mattra_value_text (cell->label);
  values[COLUMN_ITEM_NONE] = mattra_value_integer (cell->none);
  return mattra_act_insert (self, TABLE_ITEM, values, error);
}

static gboolean
change_line (MattraStore    *self,
             const Cell     *cell,
             const Present  *item,
             const char     *text,
             const char     *sort_key,
             GError        **error)
{
  MattraValue new_text = mattra_value_text (text);
  MattraValue new_key = mattra_value_text (sort_key);
  MattraValue none = mattra_value_integer (cell->none);

  return mattra_act_set (self, TABLE_ITEM, item->id, COLUMN_ITEM_TEXT, &new_text, error)
         && mattra_act_set (self, TABLE_ITEM, item->id, COLUMN_ITEM_SORT_KEY, &new_key, error)
         && mattra_act_set (self, TABLE_ITEM, item->id, COLUMN_ITEM_NONE, &none, error);
}

/* The key before which line @from and what follows it must come: that of the next line that stays. */
static const char *
next_key (GPtrArray         *present,
          const MattraMatch *matches,
          guint              n,
          guint              from)
{
  for (guint i = from; i < n; i++)
    if (matches[i].line >= 0 && matches[i].in_place)
      return ((Present *) g_ptr_array_index (present, matches[i].line))->sort_key;
  return NULL;
}

/* A line that stays where it was keeps its key, so that a move or an addition is one change. Equal keys,
 * which two machines may have given, leave no room between them: then all are given anew. */
static GPtrArray *
choose_keys (GPtrArray         *present,
             const MattraMatch *matches,
             guint              n)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  const char *before = NULL;
  gboolean room = TRUE;

  for (guint i = 0; i < n && room; i++)
    {
      const Present *item = matches[i].line >= 0 ? g_ptr_array_index (present, matches[i].line) : NULL;
      char *key = item != NULL && matches[i].in_place
                  ? g_strdup (item->sort_key)
                  : mattra_sort_key_between (before, next_key (present, matches, n, i));

      room = key != NULL;
      g_ptr_array_add (keys, key);
      before = key;
    }
  for (guint i = 0; i < n && !room; i++)
    {
      if (i < keys->len)
        g_free (g_ptr_array_index (keys, i));
      else
        g_ptr_array_add (keys, NULL);
      g_ptr_array_index (keys, i) = mattra_sort_key_nth (i);
    }
  return g_steal_pointer (&keys);
}

static gboolean
remove_rest (MattraStore        *self,
             GPtrArray          *present,
             const MattraMatch  *matches,
             guint               n,
             GError            **error)
{
  g_autofree gboolean *kept = g_new0 (gboolean, present->len + 1);
  MattraValue gone = mattra_value_integer (1);

  for (guint i = 0; i < n; i++)
    if (matches[i].line >= 0)
      kept[matches[i].line] = TRUE;
  for (guint i = 0; i < present->len; i++)
    if (!kept[i]
        && !mattra_act_set (self, TABLE_ITEM, ((Present *) g_ptr_array_index (present, i))->id,
                            MATTRA_COLUMN_DELETED, &gone, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_lines (MattraStore        *self,
             const Cell         *cell,
             GPtrArray          *present,
             const MattraMatch  *matches,
             GError            **error)
{
  g_autoptr (GPtrArray) keys = choose_keys (present, matches, cell->n_lines);

  for (guint i = 0; i < cell->n_lines; i++)
    {
      const char *key = g_ptr_array_index (keys, i);

      if (!(matches[i].line >= 0
              ? change_line (self, cell, g_ptr_array_index (present, matches[i].line), cell->lines[i], key, error)
              : add_line (self, cell, cell->lines[i], key, error)))
        return FALSE;
    }
  return remove_rest (self, present, matches, cell->n_lines, error);
}

static gboolean
replace_lines (MattraStore  *self,
               const Cell   *cell,
               GError      **error)
{
  g_autoptr (GPtrArray) present = g_ptr_array_new_with_free_func (present_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree MattraMatch *matches = NULL;

  if (!load_present (self, cell, present, error))
    return FALSE;
  for (guint i = 0; i < present->len; i++)
    g_ptr_array_add (texts, ((Present *) g_ptr_array_index (present, i))->text);
  matches = mattra_diff_lines ((const char *const *) texts->pdata, texts->len, cell->lines, cell->n_lines);
  return write_lines (self, cell, present, matches, error);
}

static gboolean
check_lines (const char *const  *lines,
             GError            **error)
{
  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_utf8_validate (lines[i], -1, NULL))
      {
        g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _ ("line %u of the value is not UTF-8"), i + 1);
        return FALSE;
      }
  return TRUE;
}

/* An answer is added for lines only: to empty a cell that never was is no change. */
static gboolean
set_cell (MattraStore  *self,
          Cell         *cell,
          MattraRound   round,
          const char   *division,
          GError      **error)
{
  g_autofree char *answer = NULL;
  g_autofree char *plan = NULL;
  gboolean done = TRUE;

  if (!mattra_item_kind_is_answer (cell->kind))
    done = (plan = mattra_store_find_plan (self, cell->measure, error)) != NULL;
  else if (cell->n_lines > 0)
    done = mattra_store_ensure_answer (self, cell->measure, round, division, &answer, error);
  else
    done = mattra_store_find_answer_id (self, cell->measure, round, division, &answer, error);
  cell->answer = answer;
  return done && replace_lines (self, cell, error);
}

static gboolean
enter_cell (MattraStore        *self,
            Cell               *cell,
            MattraRound         round,
            const char         *division,
            const char *const  *lines,
            const char         *none,
            GError            **error)
{
  const char *only_none[] = { none, NULL };

  cell->none = lines[0] == NULL && none != NULL;
  cell->lines = cell->none ? only_none : lines;
  cell->n_lines = g_strv_length ((char **) cell->lines);
  if (!check_lines (cell->lines, error) || !mattra_act_enter (self, "set", error))
    return FALSE;
  return mattra_act_leave (self, set_cell (self, cell, round, division, error), error);
}

/**
 * mattra_store_set_cell:
 * @self: a register open for writing
 * @measure: ULID of a measure
 * @kind: which items; extra columns are set by mattra_store_set_extra()
 * @round: round of the answer, for kinds that belong to one
 * @division: (nullable): ULID of the answering division; %NULL for the joint answer
 * @lines: (array zero-terminated=1): the lines without their numbers
 * @none: (nullable): where there are no lines: how "none" was written; %NULL for a blank
 * @error: why not: %MATTRA_ERROR_INVALID, %MATTRA_ERROR_NOT_FOUND, %MATTRA_ERROR_DENIED in a closed round
 *
 * Sets what a cell holds. A line that is the same, was moved or was reworded keeps its key, so that
 * what hangs on it and its history stay.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_cell (MattraStore        *self,
                       const char         *measure,
                       MattraItemKind      kind,
                       MattraRound         round,
                       const char         *division,
                       const char *const  *lines,
                       const char         *none,
                       GError            **error)
{
  Cell cell = { .measure = measure, .kind = kind };

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (measure != NULL && lines != NULL, FALSE);
  g_return_val_if_fail (kind < MATTRA_N_ITEM_KINDS && kind != MATTRA_ITEM_EXTRA, FALSE);

  return enter_cell (self, &cell, round, division, lines, none, error);
}

/**
 * mattra_store_set_extra:
 * @self: a register open for writing
 * @measure: ULID of a measure
 * @label: head of the column
 * @lines: (array zero-terminated=1): the lines
 * @none: (nullable): where there are no lines: how "none" was written
 * @error: why not
 *
 * Sets a cell of a column that Mattra has no word for; see mattra_store_set_cell().
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_set_extra (MattraStore        *self,
                        const char         *measure,
                        const char         *label,
                        const char *const  *lines,
                        const char         *none,
                        GError            **error)
{
  Cell cell = { .measure = measure, .kind = MATTRA_ITEM_EXTRA, .label = label };

  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (measure != NULL && label != NULL && lines != NULL, FALSE);

  return enter_cell (self, &cell, MATTRA_ROUND_NONE, NULL, lines, none, error);
}

/* Answers whose round a document did not say */

typedef struct
{
  char *id;
  char *measure;
  char *division;
  char *stated;
} Open;

static void
open_free (gpointer data)
{
  Open *answer = data;

  g_free (answer->id);
  g_free (answer->measure);
  g_free (answer->division);
  g_free (answer->stated);
  g_free (answer);
}

static gboolean
take_open (const MattraValue *row,
           gpointer           user_data)
{
  Open *answer = g_new0 (Open, 1);

  mattra_value_copy_text (&answer->id, &row[0]);
  mattra_value_copy_text (&answer->measure, &row[1]);
  mattra_value_copy_text (&answer->division, &row[2]);
  mattra_value_copy_text (&answer->stated, &row[3]);
  g_ptr_array_add (user_data, answer);
  return TRUE;
}

static gboolean
take_key (const MattraValue *row,
          gpointer           user_data)
{
  g_ptr_array_add (user_data, g_strdup (mattra_value_get_text (&row[0])));
  return TRUE;
}

static gboolean
move_items (MattraStore  *self,
            const Open   *from,
            const char   *to,
            GError      **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  MattraValue keys[] = { mattra_value_text (from->id), mattra_value_text (from->measure) };
  MattraValue target = mattra_value_text (to);

  if (!mattra_store_query (self, MATTRA_QUERY_ITEMS_OF_ANSWER, keys, 2, take_key, items, error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!mattra_act_set (self, TABLE_ITEM, g_ptr_array_index (items, i), COLUMN_ITEM_ANSWER, &target, error))
      return FALSE;
  return TRUE;
}

/* An answer's key follows from its round, so its items go over to the answer that has the round. */
static gboolean
assign (MattraStore  *self,
        const Open   *from,
        MattraRound   round,
        GError      **error)
{
  g_autofree char *to = NULL;
  MattraValue stated = mattra_value_text (from->stated);
  MattraValue gone = mattra_value_integer (1);

  return mattra_store_ensure_answer (self, from->measure, round, from->division, &to, error)
         && (from->stated == NULL
             || mattra_act_set (self, TABLE_ANSWER, to, COLUMN_ANSWER_STATED, &stated, error))
         && move_items (self, from, to, error)
         && mattra_act_set (self, TABLE_ANSWER, from->id, MATTRA_COLUMN_DELETED, &gone, error);
}

static gboolean
assign_all (MattraStore  *self,
            const char   *plan,
            MattraRound   round,
            GError      **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (open_free);
  MattraValue key = mattra_value_text (plan);

  if (!mattra_store_query (self, MATTRA_QUERY_ANSWERS_WITHOUT_ROUND, &key, 1, take_open, answers, error))
    return FALSE;
  for (guint i = 0; i < answers->len; i++)
    if (!assign (self, g_ptr_array_index (answers, i), round, error))
      return FALSE;
  return TRUE;
}

/**
 * mattra_store_assign_round:
 * @self: a register open for writing
 * @plan: ULID of a plan
 * @round: the round
 * @error: why not
 *
 * Says which round the answers belong to that came from a document that did not say so. Items keep
 * their keys.
 *
 * Returns: whether it was done
 */
gboolean
mattra_store_assign_round (MattraStore  *self,
                           const char   *plan,
                           MattraRound   round,
                           GError      **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (self), FALSE);
  g_return_val_if_fail (plan != NULL && round != MATTRA_ROUND_NONE, FALSE);

  if (!mattra_act_enter (self, "assign-round", error))
    return FALSE;
  return mattra_act_leave (self, assign_all (self, plan, round, error), error);
}
