/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-join.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mattra-import-private.h"
#include "mattra-text.h"

/* A measure of an earlier table, and the last table that spoke of it. */
typedef struct
{
  MattraMeasure *measure;
  const MattraHeader *header;
} Place;

struct _MattraTableJoin
{
  MattraImport *import;
  const MattraHeader *first; /* while there is one table, nothing can be joined */
  GHashTable *places;        /* folded title -> Place; NULL until there are two tables */
};

/**
 * mattra_table_join_new:
 * @import: where measures go
 *
 * Brings the tables of one document together: a plan first, say, and what became of it in a table below.
 *
 * Returns: (transfer full): a joiner
 */
MattraTableJoin *
mattra_table_join_new (MattraImport *import)
{
  MattraTableJoin *self;

  g_return_val_if_fail (MATTRA_IS_IMPORT (import), NULL);

  self = g_new0 (MattraTableJoin, 1);
  self->import = import;

  return self;
}

/**
 * mattra_table_join_free:
 * @self: (transfer full) (nullable): a joiner
 */
void
mattra_table_join_free (MattraTableJoin *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->places, g_hash_table_unref);
  g_free (self);
}

static gboolean
same_text (const char *a,
           const char *b)
{
  g_autofree char *folded_a = mattra_text_fold_compare (a);
  g_autofree char *folded_b = mattra_text_fold_compare (b);

  return strcmp (folded_a, folded_b) == 0;
}

static gboolean
holds_item (GPtrArray        *items,
            const MattraItem *item)
{
  for (guint i = 0; i < items->len; i++)
    {
      const MattraItem *other = g_ptr_array_index (items, i);

      if (g_strcmp0 (other->label, item->label) == 0 && same_text (other->text, item->text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_none (GPtrArray *items)
{
  return items->len == 1 && ((const MattraItem *) g_ptr_array_index (items, 0))->none;
}

/* Adds to @to what it does not say yet; "none" says nothing where there is something. */
static void
join_items (GPtrArray *to,
            GPtrArray *from)
{
  if (from->len == 0 || (is_none (from) && to->len > 0))
    return;
  if (is_none (to))
    g_ptr_array_set_size (to, 0);

  for (guint i = 0; i < from->len; i++)
    if (!holds_item (to, g_ptr_array_index (from, i)))
      g_ptr_array_add (to, mattra_item_copy (g_ptr_array_index (from, i)));
}

static void
join_answers (MattraMeasure *to,
              MattraMeasure *from)
{
  GPtrArray *answers = mattra_measure_get_answers (from);

  for (guint i = 0; i < answers->len; i++)
    {
      MattraAnswer *answer = g_ptr_array_index (answers, i);
      MattraAnswer *other = mattra_measure_ensure_answer (to, mattra_answer_get_round (answer), NULL);

      if (mattra_answer_get_stated (answer) != MATTRA_STATUS_NONE)
        mattra_answer_set_stated (other, mattra_answer_get_stated (answer));
      for (guint kind = MATTRA_N_MEASURE_ITEM_KINDS; kind < MATTRA_N_ITEM_KINDS; kind++)
        join_items (mattra_answer_get_items (other, kind), mattra_answer_get_items (answer, kind));
    }
}

static void
join_parties (MattraMeasure *to,
              MattraMeasure *from)
{
  GPtrArray *parties = mattra_measure_get_parties (to);
  GPtrArray *others = mattra_measure_get_parties (from);

  for (guint i = 0; i < others->len; i++)
    {
      const MattraParty *party = g_ptr_array_index (others, i);
      gboolean known = FALSE;

      for (guint j = 0; j < parties->len && !known; j++)
        known = same_text (((const MattraParty *) g_ptr_array_index (parties, j))->text, party->text);
      if (!known)
        mattra_measure_take_party (to, mattra_party_copy (party));
    }
}

/* Two periods of one measure that say different things are asked about; the first stays. */
static void
join_period (MattraMeasure *to,
             MattraMeasure *from,
             int            line)
{
  const char *text = mattra_measure_get_period_text (to);
  const char *other = mattra_measure_get_period_text (from);

  if (other == NULL || *other == '\0')
    return;
  if (text == NULL || *text == '\0')
    {
      mattra_measure_set_period_text (to, other);
      mattra_measure_set_period_start (to, mattra_measure_get_period_start (from));
      mattra_measure_set_period_end (to, mattra_measure_get_period_end (from));
    }
  else if (!same_text (text, other))
    mattra_measure_take_question (to, mattra_question_new (MATTRA_QUESTION_ASKED, line, "period", other,
                                                           N_("The tables of the document give the measure two periods; "
                                                              "the first was taken. Which is right?"),
                                                           text));
}

static void
join_questions (MattraMeasure *to,
                MattraMeasure *from)
{
  GPtrArray *questions = mattra_measure_get_questions (from);

  for (guint i = 0; i < questions->len; i++)
    mattra_measure_take_question (to, mattra_question_copy (g_ptr_array_index (questions, i)));
}

static void
join_measure (MattraMeasure *to,
              MattraMeasure *from,
              int            line)
{
  for (guint kind = 0; kind < MATTRA_N_MEASURE_ITEM_KINDS; kind++)
    join_items (mattra_measure_get_items (to, kind), mattra_measure_get_items (from, kind));
  join_answers (to, from);
  join_parties (to, from);
  join_period (to, from, line);
  join_questions (to, from);
  if (mattra_measure_get_ita_indicator (to) == 0)
    mattra_measure_set_ita_indicator (to, mattra_measure_get_ita_indicator (from));
  if (mattra_measure_get_topic (to) == 0)
    mattra_measure_set_topic (to, mattra_measure_get_topic (from));
  if (mattra_measure_get_number (to) == 0)
    mattra_measure_set_number (to, mattra_measure_get_number (from));
}

static void
remember (MattraTableJoin    *self,
          MattraMeasure      *measure,
          const MattraHeader *header)
{
  g_autofree char *key = mattra_text_fold_compare (mattra_measure_get_title (measure));
  Place *place;

  if (*key == '\0' || g_hash_table_contains (self->places, key))
    return;

  place = g_new0 (Place, 1);
  place->measure = measure;
  place->header = header;
  g_hash_table_insert (self->places, g_steal_pointer (&key), place);
}

/* The measure of another table with the title of @measure and, where both have one, its number. */
static Place *
find_place (MattraTableJoin    *self,
            MattraMeasure      *measure,
            const MattraHeader *header)
{
  g_autofree char *key = mattra_text_fold_compare (mattra_measure_get_title (measure));
  Place *place = g_hash_table_lookup (self->places, key);
  int number = mattra_measure_get_number (measure);
  int other;

  if (place == NULL || mattra_header_equal (place->header, header))
    return NULL;
  other = mattra_measure_get_number (place->measure);

  return number == 0 || other == 0 || number == other ? place : NULL;
}

static void
begin_joining (MattraTableJoin *self)
{
  GPtrArray *measures = self->import->measures;

  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < measures->len; i++)
    remember (self, g_ptr_array_index (measures, i), self->first);
}

/**
 * mattra_table_join_take:
 * @self: a joiner
 * @measure: a measure that was read whole
 * @header: head of its table, which must outlive @self
 * @line: where it begins
 *
 * Adds a measure to the import, or to the measure of an earlier table with other columns that has its title
 * and number: such tables speak of the same measures.
 */
void
mattra_table_join_take (MattraTableJoin    *self,
                        MattraMeasure      *measure,
                        const MattraHeader *header,
                        int                 line)
{
  Place *place = NULL;

  g_return_if_fail (self != NULL && header != NULL);
  g_return_if_fail (MATTRA_IS_MEASURE (measure));

  if (self->first == NULL)
    self->first = header;
  if (self->places == NULL && !mattra_header_equal (self->first, header))
    begin_joining (self);

  if (self->places != NULL)
    place = find_place (self, measure, header);
  if (place != NULL)
    {
      MattraCell cell = { "", line, 0 };

      join_measure (place->measure, measure, line);
      place->header = header;
      mattra_import_add_repair (self->import, MATTRA_REPAIR_JOINED_ROW, &cell,
                                _("The measure stands in a table above too; what this table says was added to it"))
          ->number = mattra_measure_get_number (place->measure);
      return;
    }

  mattra_import_take_measure (self->import, measure, line);
  if (self->places != NULL)
    remember (self, measure, header);
}
