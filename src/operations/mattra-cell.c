/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-digits.h"
#include "mattra-status.h"

typedef char *(*TextFunc) (MattraMeasure *measure);

static char *
number_text (int number)
{
  return number > 0 ? g_strdup_printf ("%d", number) : g_strdup ("");
}

static char *
date_text (MattraDate date)
{
  return mattra_date_is_set (date) ? mattra_date_to_iso (date) : g_strdup ("");
}

static char *
text_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static char *
dup_number (MattraMeasure *measure)
{
  return number_text (mattra_measure_get_number (measure));
}

static char *
dup_title (MattraMeasure *measure)
{
  return text_or_empty (mattra_measure_get_title (measure));
}

static char *
dup_section (MattraMeasure *measure)
{
  return text_or_empty (mattra_measure_get_section (measure));
}

static char *
dup_period_text (MattraMeasure *measure)
{
  return text_or_empty (mattra_measure_get_period_text (measure));
}

static char *
dup_period_start (MattraMeasure *measure)
{
  return date_text (mattra_measure_get_period_start (measure));
}

static char *
dup_period_end (MattraMeasure *measure)
{
  return date_text (mattra_measure_get_period_end (measure));
}

static char *
dup_indicator (MattraMeasure *measure)
{
  return number_text (mattra_measure_get_ita_indicator (measure));
}

static char *
dup_topic (MattraMeasure *measure)
{
  return number_text (mattra_measure_get_topic (measure));
}

static char *
dup_recurrence (MattraMeasure *measure)
{
  return number_text (mattra_measure_get_recurrence (measure));
}

static void
add_line (GString    *text,
          const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static char *
dup_parties (MattraMeasure *measure)
{
  GPtrArray *parties = mattra_measure_get_parties (measure);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++)
    add_line (text, ((const MattraParty *) g_ptr_array_index (parties, i))->text);
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *field;
  TextFunc func;
} field_rows[] = {
  { "number", dup_number },
  { "title", dup_title },
  { "section", dup_section },
  { "period_text", dup_period_text },
  { "period_start", dup_period_start },
  { "period_end", dup_period_end },
  { "ita_indicator", dup_indicator },
  { "topic", dup_topic },
  { "recurrence", dup_recurrence },
  { "responsible", dup_parties },
};

static gboolean
is_status (const char *field)
{
  return g_str_equal (field, "status");
}

/**
 * mattra_cell_is_answer:
 * @field: a field
 *
 * Returns: whether it belongs to a round and a division, and not to the measure
 */
gboolean
mattra_cell_is_answer (const char *field)
{
  MattraItemKind kind;

  g_return_val_if_fail (field != NULL, FALSE);

  return is_status (field) || (mattra_item_kind_from_field (field, &kind) && mattra_item_kind_is_answer (kind));
}

static char *
join_items (GPtrArray  *items,
            const char *label)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);

      if (label == NULL || g_strcmp0 (item->label, label) == 0)
        add_line (text, item->text);
    }
  return g_string_free (text, FALSE);
}

/* Whether an answer has something in this cell. */
static gboolean
holds (MattraAnswer *answer,
       const char   *field)
{
  MattraItemKind kind;

  if (answer == NULL)
    return FALSE;
  if (is_status (field))
    return mattra_answer_get_stated (answer) != MATTRA_STATUS_NONE;
  return mattra_item_kind_from_field (field, &kind) && mattra_answer_get_items (answer, kind)->len > 0;
}

/**
 * mattra_cell_says_something:
 * @answer: (nullable): an answer
 *
 * Returns: whether it has something in any cell
 */
gboolean
mattra_cell_says_something (MattraAnswer *answer)
{
  if (answer == NULL)
    return FALSE;
  if (mattra_answer_get_stated (answer) != MATTRA_STATUS_NONE)
    return TRUE;
  for (guint kind = MATTRA_N_MEASURE_ITEM_KINDS; kind < MATTRA_N_ITEM_KINDS; kind++)
    if (mattra_answer_get_items (answer, kind)->len > 0)
      return TRUE;
  return FALSE;
}

/* The divisions whose answers of the round have something in this cell: how many, and the first of them. */
static guint
count_divisions (MattraPlan     *plan,
                 MattraMeasure  *measure,
                 const char     *field,
                 MattraRound     round,
                 const char    **first)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  guint n = 0;

  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    {
      const char *id = mattra_division_list_get (divisions, i)->id;

      if (id == NULL || !holds (mattra_measure_find_answer (measure, round, id), field))
        continue;
      if (n++ == 0)
        *first = id;
    }
  return n;
}

/* The one division that has answered anything, where it is the only one to answer. */
static const char *
only_division (MattraPlan    *plan,
               MattraMeasure *measure,
               MattraRound    round)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  const char *only = NULL;

  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    {
      const char *id = mattra_division_list_get (divisions, i)->id;

      if (id == NULL || !mattra_measure_involves (measure, id))
        continue;
      if (only != NULL)
        return NULL;
      only = id;
    }
  return only != NULL && mattra_cell_says_something (mattra_measure_find_answer (measure, round, only))
           ? only : NULL;
}

/**
 * mattra_cell_get_division:
 * @plan: the plan of @measure
 * @measure: a measure
 * @field: a field
 * @round: the round that is shown
 * @division: (nullable): ULID of the division whose table it is; %NULL or "" for that of all
 *
 * Tells whose answer a cell shows and changes. What was given jointly stands in the table of every division,
 * because on paper it comes before what a division says; else a division's table has its own answer. In the
 * table of all, the answer of the one division that gave any is as good as a joint one.
 *
 * Returns: (transfer none) (nullable): ULID of a division; %NULL for the joint answer
 */
const char *
mattra_cell_get_division (MattraPlan    *plan,
                          MattraMeasure *measure,
                          const char    *field,
                          MattraRound    round,
                          const char    *division)
{
  MattraAnswer *joint;
  const char *first = NULL;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure) && field != NULL, NULL);

  if (!mattra_cell_is_answer (field))
    return NULL;
  joint = mattra_measure_find_answer (measure, round, NULL);
  if (holds (joint, field))
    return NULL;
  if (division != NULL && *division != '\0')
    return mattra_cell_says_something (joint)
           && !mattra_cell_says_something (mattra_measure_find_answer (measure, round, division))
           ? NULL : division;
  if (count_divisions (plan, measure, field, round, &first) > 0)
    return first;
  return mattra_cell_says_something (joint) ? NULL : only_division (plan, measure, round);
}

/**
 * mattra_cell_is_composed:
 * @plan: the plan of @measure
 * @measure: a measure
 * @field: a field
 * @round: the round that is shown
 * @division: (nullable): ULID of the division whose table it is; %NULL or "" for that of all
 *
 * Returns: whether the cell is put together from the answers of several divisions, as it is printed
 */
gboolean
mattra_cell_is_composed (MattraPlan    *plan,
                         MattraMeasure *measure,
                         const char    *field,
                         MattraRound    round,
                         const char    *division)
{
  const char *first;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure) && field != NULL, FALSE);

  return mattra_cell_is_answer (field) && (division == NULL || *division == '\0')
         && !holds (mattra_measure_find_answer (measure, round, NULL), field)
         && count_divisions (plan, measure, field, round, &first) > 1;
}

/* As on paper: the names of the divisions, then what they say. */
static char *
compose (MattraPlan     *plan,
         MattraMeasure  *measure,
         MattraItemKind  kind,
         MattraRound     round)
{
  g_autoptr (GPtrArray) lines = mattra_plan_compose (plan, measure, kind, round);
  GString *text = g_string_new (NULL);
  const char *names = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const MattraComposedItem *line = g_ptr_array_index (lines, i);

      if (line->divisions != NULL && g_strcmp0 (line->divisions, names) != 0)
        add_line (text, line->divisions);
      names = line->divisions;
      add_line (text, line->text);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_stated (MattraStatus stated)
{
  return g_strdup (stated != MATTRA_STATUS_NONE ? mattra_status_to_string (stated) : "");
}

static char *
dup_said (MattraAnswer *answer,
          const char   *field)
{
  MattraItemKind kind = MATTRA_ITEM_RESULT;

  if (answer == NULL)
    return g_strdup ("");
  mattra_item_kind_from_field (field, &kind);
  return is_status (field) ? dup_stated (mattra_answer_get_stated (answer))
                           : join_items (mattra_answer_get_items (answer, kind), NULL);
}

static char *
dup_answer (MattraPlan    *plan,
            MattraMeasure *measure,
            const char    *field,
            MattraRound    round,
            const char    *division)
{
  MattraItemKind kind = MATTRA_ITEM_RESULT;
  gboolean composed = mattra_cell_is_composed (plan, measure, field, round, division);

  mattra_item_kind_from_field (field, &kind);
  if (composed)
    return is_status (field) ? dup_stated (mattra_plan_stated_status (plan, measure, round))
                             : compose (plan, measure, kind, round);
  division = mattra_cell_get_division (plan, measure, field, round, division);
  return dup_said (mattra_measure_find_answer (measure, round, division), field);
}

/**
 * mattra_cell_find_carried:
 * @measure: a measure
 * @field: a field as "carried:2"
 *
 * Returns: (transfer none) (nullable): the recommendation of an earlier year whose answer stands in the field
 */
const MattraCarried *
mattra_cell_find_carried (MattraMeasure *measure,
                          const char    *field)
{
  GPtrArray *carried = NULL;
  const char *cursor = NULL;
  int number = 0;

  g_return_val_if_fail (MATTRA_IS_MEASURE (measure) && field != NULL, NULL);

  if (!g_str_has_prefix (field, MATTRA_CELL_CARRIED))
    return NULL;
  carried = mattra_measure_get_carried (measure);
  cursor = field + strlen (MATTRA_CELL_CARRIED);
  if (!mattra_digits_parse (&cursor, &number) || *cursor != '\0' || number < 1 || (guint) number > carried->len)
    return NULL;
  return g_ptr_array_index (carried, number - 1);
}

static char *
dup_carried (MattraMeasure *measure,
             const char    *field)
{
  const MattraCarried *carried = mattra_cell_find_carried (measure, field);

  return text_or_empty (carried != NULL ? carried->answer : NULL);
}

/**
 * mattra_cell_list_extras:
 * @measure: a measure
 *
 * Lists the office's own columns that a measure has something in, each once.
 *
 * Returns: (transfer full) (element-type utf8): their fields, as "extra:HEAD"
 */
GPtrArray *
mattra_cell_list_extras (MattraMeasure *measure)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *items;

  g_return_val_if_fail (MATTRA_IS_MEASURE (measure), fields);

  items = mattra_measure_get_items (measure, MATTRA_ITEM_EXTRA);
  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (items, i);

      if (item->label != NULL && g_hash_table_add (seen, item->label))
        g_ptr_array_add (fields, g_strconcat (MATTRA_CELL_EXTRA, item->label, NULL));
    }
  return fields;
}

/**
 * mattra_cell_dup_text:
 * @plan: the plan of @measure
 * @measure: a measure
 * @field: a field as in JSON: "title", "period_text", "steps", "results", "extra:HEAD" …
 * @round: the round that is shown, for fields that belong to one
 * @division: (nullable): ULID of the division whose table it is; %NULL or "" for that of all
 *
 * Gets what stands in a cell, as mattra_edit_apply() takes it: items a line each, numbers in western digits,
 * days as ISO, a status by its key. A cell that several divisions answered is put together as on paper.
 *
 * Returns: (transfer full): the text; empty where there is none or the field does not exist
 */
char *
mattra_cell_dup_text (MattraPlan    *plan,
                      MattraMeasure *measure,
                      const char    *field,
                      MattraRound    round,
                      const char    *division)
{
  MattraItemKind kind;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure) && field != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (field_rows); i++)
    if (g_str_equal (field_rows[i].field, field))
      return field_rows[i].func (measure);
  if (mattra_cell_is_answer (field))
    return dup_answer (plan, measure, field, round, division);
  if (g_str_has_prefix (field, MATTRA_CELL_CARRIED))
    return dup_carried (measure, field);
  if (g_str_has_prefix (field, MATTRA_CELL_EXTRA))
    return join_items (mattra_measure_get_items (measure, MATTRA_ITEM_EXTRA), field + strlen (MATTRA_CELL_EXTRA));
  if (mattra_item_kind_from_field (field, &kind) && kind != MATTRA_ITEM_EXTRA)
    return join_items (mattra_measure_get_items (measure, kind), NULL);
  return g_strdup ("");
}

/**
 * mattra_cell_dup_exactly:
 * @plan: the plan of @measure
 * @measure: a measure
 * @field: a field, as for mattra_cell_dup_text()
 * @round: the round of the answer, for fields that belong to one
 * @division: (nullable): ULID of the division that answers; %NULL for the joint answer
 *
 * Gets what stands in a field, of an answer that of the division named, whatever a table would show.
 *
 * Returns: (transfer full): the text; empty where there is none
 */
char *
mattra_cell_dup_exactly (MattraPlan    *plan,
                         MattraMeasure *measure,
                         const char    *field,
                         MattraRound    round,
                         const char    *division)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure) && field != NULL, NULL);

  if (mattra_cell_is_answer (field))
    return dup_said (mattra_measure_find_answer (measure, round, division), field);
  return mattra_cell_dup_text (plan, measure, field, round, NULL);
}

/**
 * mattra_cell_is_open:
 * @plan: the plan
 * @field: a field
 * @round: the round of the answer
 * @why: (out) (optional) (transfer full) (nullable): why not and what to do, for the user
 *
 * Returns: whether the field can be changed in this round, whoever answers
 */
gboolean
mattra_cell_is_open (MattraPlan   *plan,
                     const char   *field,
                     MattraRound   round,
                     char        **why)
{
  const MattraPlanRound *bounds;
  gboolean closed;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && field != NULL, FALSE);

  bounds = mattra_plan_get_round (plan, round);
  closed = mattra_cell_is_answer (field) && bounds != NULL && !bounds->open;
  if (why != NULL)
    *why = closed ? g_strdup (_("The round is closed. Open it again to change its answers")) : NULL;
  return !closed;
}

/**
 * mattra_cell_is_editable:
 * @plan: the plan of @measure
 * @measure: a measure
 * @field: a field
 * @round: the round that is shown
 * @division: (nullable): ULID of the division whose table it is; %NULL or "" for that of all
 * @why: (out) (optional) (transfer full) (nullable): why not and what to do, for the user
 *
 * Tells whether a cell can be typed into where it stands.
 *
 * Returns: whether it can
 */
gboolean
mattra_cell_is_editable (MattraPlan     *plan,
                         MattraMeasure  *measure,
                         const char     *field,
                         MattraRound     round,
                         const char     *division,
                         char          **why)
{
  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && MATTRA_IS_MEASURE (measure) && field != NULL, FALSE);

  if (!mattra_cell_is_open (plan, field, round, why))
    return FALSE;
  if (!mattra_cell_is_composed (plan, measure, field, round, division))
    return TRUE;
  if (why != NULL)
    *why = g_strdup (_("Several divisions have answered here. Change the answer in a division's own table"));
  return FALSE;
}
