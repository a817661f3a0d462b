/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-merge.h"

#include <string.h>

/* What a row of a document changes in a measure that the register has. Only what the row says counts:
 * an empty cell, or a column that the document lacks, takes nothing away. */
typedef struct
{
  MattraStore *store;
  MattraPlan *plan;
  const char *id;
  MattraMeasure *existing;
  MattraMeasure *imported;
  GString *fields;
} Merge;

static void
note_field (Merge      *merge,
            const char *field)
{
  g_string_append_printf (merge->fields, "%s%s", merge->fields->len > 0 ? ", " : "", field);
}

static gboolean
set_text (Merge       *merge,
          const char  *field,
          const char  *before,
          const char  *after,
          GError     **error)
{
  if (after == NULL || *after == '\0' || g_strcmp0 (before, after) == 0)
    return TRUE;
  note_field (merge, field);
  return mattra_store_set_measure_field (merge->store, merge->id, field, after, error);
}

static gboolean
set_number (Merge       *merge,
            const char  *field,
            int          before,
            int          after,
            GError     **error)
{
  g_autofree char *text = g_strdup_printf ("%d", after);

  if (after <= 0 || before == after)
    return TRUE;
  note_field (merge, field);
  return mattra_store_set_measure_field (merge->store, merge->id, field, text, error);
}

static gboolean
set_day (Merge       *merge,
         const char  *field,
         MattraDate   day,
         GError     **error)
{
  g_autofree char *iso = mattra_date_is_set (day) ? mattra_date_to_iso (day) : NULL;

  return mattra_store_set_measure_field (merge->store, merge->id, field, iso, error);
}

/* The days follow the text: a person may have corrected them under the same text. */
static gboolean
merge_period (Merge   *merge,
              GError **error)
{
  const char *before = mattra_measure_get_period_text (merge->existing);
  const char *after = mattra_measure_get_period_text (merge->imported);

  if (after == NULL || *after == '\0' || g_strcmp0 (before, after) == 0)
    return TRUE;
  return set_text (merge, "period_text", before, after, error)
         && set_day (merge, "period_start", mattra_measure_get_period_start (merge->imported), error)
         && set_day (merge, "period_end", mattra_measure_get_period_end (merge->imported), error);
}

static gboolean
merge_fields (Merge   *merge,
              GError **error)
{
  MattraMeasure *before = merge->existing;
  MattraMeasure *after = merge->imported;

  return set_number (merge, "number", mattra_measure_get_number (before),
                     mattra_measure_get_number (after), error)
         && set_text (merge, "title", mattra_measure_get_title (before), mattra_measure_get_title (after), error)
         && set_text (merge, "section", mattra_measure_get_section (before),
                      mattra_measure_get_section (after), error)
         && set_number (merge, "ita_indicator", mattra_measure_get_ita_indicator (before),
                        mattra_measure_get_ita_indicator (after), error)
         && set_number (merge, "topic", mattra_measure_get_topic (before), mattra_measure_get_topic (after), error)
         && merge_period (merge, error);
}

static gboolean
items_equal (GPtrArray *before,
             GPtrArray *after)
{
  if (before->len != after->len)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    {
      const MattraItem *one = g_ptr_array_index (before, i);
      const MattraItem *other = g_ptr_array_index (after, i);

      if (one->none != other->none || !g_str_equal (one->text, other->text))
        return FALSE;
    }
  return TRUE;
}

/* The texts of a cell as the store takes them: lines, or the word for nothing. */
static char **
cell_lines (GPtrArray   *items,
            const char **none)
{
  GStrvBuilder *lines = g_strv_builder_new ();
  char **result;

  *none = NULL;
  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);

      if (item->none)
        *none = item->text;
      else
        g_strv_builder_add (lines, item->text);
    }
  result = g_strv_builder_end (lines);
  g_strv_builder_unref (lines);
  return result;
}

static gboolean
merge_cell (Merge           *merge,
            MattraItemKind   kind,
            MattraAnswer    *answer,
            GPtrArray       *before,
            GPtrArray       *after,
            GError         **error)
{
  g_auto (GStrv) lines = NULL;
  const char *none = NULL;

  if (after->len == 0 || (before && items_equal (before, after)))
    return TRUE;
  lines = cell_lines (after, &none);
  note_field (merge, mattra_item_kind_to_field (kind));
  return mattra_store_set_cell (merge->store, merge->id, kind,
                                answer ? mattra_answer_get_round (answer) : MATTRA_ROUND_NONE,
                                answer ? mattra_answer_get_division (answer) : NULL,
                                (const char *const *) lines, lines[0] ? NULL : none, error);
}

static gboolean
merge_cells (Merge   *merge,
             GError **error)
{
  for (int kind = 0; kind < MATTRA_ITEM_EXTRA; kind++)
    if (!merge_cell (merge, (MattraItemKind) kind, NULL,
                     mattra_measure_get_items (merge->existing, (MattraItemKind) kind),
                     mattra_measure_get_items (merge->imported, (MattraItemKind) kind), error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
items_of_label (MattraMeasure *measure,
                const char    *label)
{
  GPtrArray *items = mattra_measure_get_items (measure, MATTRA_ITEM_EXTRA);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (((const MattraItem *) g_ptr_array_index (items, i))->label, label) == 0)
      g_ptr_array_add (found, g_ptr_array_index (items, i));
  return found;
}

static gboolean
merge_extra (Merge       *merge,
             const char  *label,
             GError     **error)
{
  g_autoptr (GPtrArray) before = items_of_label (merge->existing, label);
  g_autoptr (GPtrArray) after = items_of_label (merge->imported, label);
  g_auto (GStrv) lines = NULL;
  const char *none = NULL;

  if (items_equal (before, after))
    return TRUE;
  lines = cell_lines (after, &none);
  note_field (merge, label);
  return mattra_store_set_extra (merge->store, merge->id, label, (const char *const *) lines,
                                 lines[0] ? NULL : none, error);
}

static gboolean
merge_extras (Merge   *merge,
              GError **error)
{
  GPtrArray *items = mattra_measure_get_items (merge->imported, MATTRA_ITEM_EXTRA);
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);

      if (item->label && g_hash_table_add (done, item->label) && !merge_extra (merge, item->label, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
parties_equal (GPtrArray *before,
               GPtrArray *after)
{
  if (before->len != after->len)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    if (!g_str_equal (((const MattraParty *) g_ptr_array_index (before, i))->text,
                      ((const MattraParty *) g_ptr_array_index (after, i))->text))
      return FALSE;
  return TRUE;
}

/* What the user chose for a party stays where the document names it again; parties are few. */
static void
keep_corrections (GPtrArray *before,
                  GPtrArray *after)
{
  for (guint i = 0; i < before->len; i++)
    {
      const MattraParty *known = g_ptr_array_index (before, i);

      for (guint j = 0; known->corrected && j < after->len; j++)
        {
          MattraParty *party = g_ptr_array_index (after, j);

          if (party->corrected || !g_str_equal (party->text, known->text))
            continue;
          party->corrected = TRUE;
          g_ptr_array_unref (party->divisions);
          party->divisions = g_ptr_array_copy (known->divisions, (GCopyFunc) (gpointer) g_strdup, NULL);
          g_ptr_array_set_free_func (party->divisions, g_free);
          break;
        }
    }
}

static gboolean
merge_parties (Merge   *merge,
               GError **error)
{
  GPtrArray *after = mattra_measure_get_parties (merge->imported);

  if (after->len == 0 || parties_equal (mattra_measure_get_parties (merge->existing), after))
    return TRUE;
  note_field (merge, "responsible");
  keep_corrections (mattra_measure_get_parties (merge->existing), after);
  return mattra_store_set_parties (merge->store, merge->id, after, error);
}

/* Whether a measure has already in a round all that an answer without one says: somebody named the
 * round after an earlier import of the same document. */
static gboolean
is_known_in (Merge        *merge,
             MattraAnswer *answer,
             MattraRound   round)
{
  MattraAnswer *known = mattra_measure_find_answer (merge->existing, round,
                                                    mattra_answer_get_division (answer));

  if (known == NULL || mattra_answer_get_stated (known) != mattra_answer_get_stated (answer))
    return FALSE;
  for (int kind = MATTRA_N_MEASURE_ITEM_KINDS; kind < MATTRA_N_ITEM_KINDS; kind++)
    if (!items_equal (mattra_answer_get_items (known, (MattraItemKind) kind),
                      mattra_answer_get_items (answer, (MattraItemKind) kind)))
      return FALSE;
  return TRUE;
}

static gboolean
merge_answer (Merge         *merge,
              MattraAnswer  *answer,
              GError       **error)
{
  MattraRound round = mattra_answer_get_round (answer);
  const char *division = mattra_answer_get_division (answer);
  MattraAnswer *before = mattra_measure_find_answer (merge->existing, round, division);
  MattraStatus stated = mattra_answer_get_stated (answer);

  if (round == MATTRA_ROUND_NONE
      && (is_known_in (merge, answer, MATTRA_ROUND_FIRST_HALF)
          || is_known_in (merge, answer, MATTRA_ROUND_FULL_YEAR)))
    return TRUE;
  for (int kind = MATTRA_N_MEASURE_ITEM_KINDS; kind < MATTRA_N_ITEM_KINDS; kind++)
    if (!merge_cell (merge, (MattraItemKind) kind, answer,
                     before ? mattra_answer_get_items (before, (MattraItemKind) kind) : NULL,
                     mattra_answer_get_items (answer, (MattraItemKind) kind), error))
      return FALSE;
  if (stated == MATTRA_STATUS_NONE || (before && mattra_answer_get_stated (before) == stated))
    return TRUE;
  note_field (merge, "status");
  return mattra_store_set_stated (merge->store, merge->id, round, division, stated, error);
}

static gboolean
merge_answers (Merge   *merge,
               GError **error)
{
  GPtrArray *answers = mattra_measure_get_answers (merge->imported);

  for (guint i = 0; i < answers->len; i++)
    if (!merge_answer (merge, g_ptr_array_index (answers, i), error))
      return FALSE;
  return TRUE;
}

/* A question is asked with the change that raises it; one that was answered stays so. */
static gboolean
merge_questions (Merge   *merge,
                 GError **error)
{
  GPtrArray *questions = mattra_measure_get_questions (merge->imported);

  for (guint i = 0; i < questions->len; i++)
    {
      const MattraQuestion *question = g_ptr_array_index (questions, i);

      if (question->field == NULL || strstr (merge->fields->str, question->field) == NULL)
        continue;
      if (!mattra_store_insert_question (merge->store, mattra_plan_get_id (merge->plan), merge->id, question, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mattra_merge_measure:
 * @store: a register with an open act
 * @plan: the plan of the measure
 * @existing: the measure as the register has it
 * @imported: the same measure as a document has it, its parties matched with divisions
 * @fields: (inout): the fields that changed are added, by commas
 * @error: return location
 *
 * Puts into a measure what a document says about it. What the document leaves empty stays as it is.
 *
 * Returns: whether all was put in
 */
gboolean
mattra_merge_measure (MattraStore    *store,
                      MattraPlan     *plan,
                      MattraMeasure  *existing,
                      MattraMeasure  *imported,
                      GString        *fields,
                      GError        **error)
{
  Merge merge = { store, plan, NULL, existing, imported, fields };

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (MATTRA_IS_MEASURE (existing) && MATTRA_IS_MEASURE (imported), FALSE);
  g_return_val_if_fail (fields != NULL, FALSE);

  merge.id = mattra_measure_get_id (existing);
  return merge_fields (&merge, error)
         && merge_cells (&merge, error)
         && merge_extras (&merge, error)
         && merge_parties (&merge, error)
         && merge_answers (&merge, error)
         && merge_questions (&merge, error);
}
