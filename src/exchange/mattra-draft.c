/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-draft.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mattra-draft-private.h"
#include "mattra-items.h"
#include "mattra-text.h"

typedef MattraDraftPart Part;
typedef MattraDraftTick Tick;

/* No period is longer. */
#define MAX_PERIOD_BYTES 400

/* A place in the table, as the functions for a cell need it. */
typedef struct
{
  const MattraHeader *header;
  const MattraTable *table;
  guint row;
  guint column;
  const MattraColumn *head;
  const MattraCell *cell;
  gboolean continues;
} Place;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_string_free (part->text, TRUE);
  g_free (part->label);
  g_free (part);
}

/**
 * mattra_draft_new:
 * @import: where the measure goes
 * @divisions: divisions that parties are matched with
 *
 * Returns: (transfer full): an empty draft
 */
MattraDraft *
mattra_draft_new (MattraImport       *import,
                  MattraDivisionList *divisions)
{
  MattraDraft *self;

  g_return_val_if_fail (MATTRA_IS_IMPORT (import), NULL);
  g_return_val_if_fail (MATTRA_IS_DIVISION_LIST (divisions), NULL);

  self = g_new0 (MattraDraft, 1);
  self->import = import;
  self->divisions = divisions;
  self->measure = mattra_measure_new ();
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->ticks = g_array_new (FALSE, FALSE, sizeof (Tick));

  return self;
}

/**
 * mattra_draft_free:
 * @self: (transfer full) (nullable): a draft
 */
void
mattra_draft_free (MattraDraft *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->measure);
  g_ptr_array_unref (self->parts);
  g_array_unref (self->ticks);
  g_free (self);
}

/**
 * mattra_draft_get_measure:
 * @self: a draft
 *
 * Returns: (transfer none): the measure as far as it is known
 */
MattraMeasure *
mattra_draft_get_measure (MattraDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->measure;
}

static MattraRepair *
repair (MattraDraft      *self,
        MattraRepairKind  kind,
        const Place      *place,
        const char       *message)
{
  MattraRepair *made = mattra_import_add_repair (self->import, kind, place->cell, message);

  made->field = g_strdup (mattra_field_to_string (place->head->field));
  made->number = mattra_measure_get_number (self->measure);
  made->before = g_strdup (place->cell->text);

  return made;
}

/* Puts a question to the measure, about @cell. */
void
mattra_draft_ask (MattraDraft        *self,
                  MattraQuestionKind  kind,
                  const MattraCell   *cell,
                  const char         *field,
                  const char         *text,
                  const char         *message,
                  const char         *suggest)
{
  MattraQuestion *question = mattra_question_new (kind, cell->line, field, text, message, suggest);

  question->column = cell->column;
  mattra_measure_take_question (self->measure, question);
}

static gboolean
same_text (const char *a,
           const char *b)
{
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;

  /* Spaces can differ, but not a third of the text. */
  if (strlen (a) > strlen (b) * 3 / 2 + 8 || strlen (b) > strlen (a) * 3 / 2 + 8)
    return FALSE;

  folded_a = mattra_text_fold_compare (a);
  folded_b = mattra_text_fold_compare (b);
  return strcmp (folded_a, folded_b) == 0;
}

static Part *
find_part (MattraDraft        *self,
           MattraField         field,
           MattraRound         round,
           const char         *label)
{
  Part *part;

  for (guint i = 0; i < self->parts->len; i++)
    {
      part = g_ptr_array_index (self->parts, i);
      if (part->field == field && part->round == round
          && (field != MATTRA_FIELD_EXTRA || strcmp (part->label, label) == 0))
        return part;
    }

  part = g_new0 (Part, 1);
  part->field = field;
  part->round = round;
  part->label = g_strdup (label);
  part->text = g_string_new (NULL);
  g_ptr_array_add (self->parts, part);

  return part;
}

static GPtrArray *
items_of (MattraDraft    *self,
          MattraItemKind  kind,
          MattraRound     round)
{
  MattraAnswer *answer;

  if (!mattra_item_kind_is_answer (kind))
    return mattra_measure_get_items (self->measure, kind);

  answer = mattra_measure_find_answer (self->measure, round, NULL);
  return answer != NULL ? mattra_answer_get_items (answer, kind) : NULL;
}

static void
take_item (MattraDraft    *self,
           MattraItemKind  kind,
           MattraRound     round,
           MattraItem     *item)
{
  if (mattra_item_kind_is_answer (kind))
    mattra_answer_take_item (mattra_measure_ensure_answer (self->measure, round, NULL), kind, item);
  else
    mattra_measure_take_item (self->measure, kind, item);
}

/* Joins @text to the last item, unless that has grown beyond what a cell may hold: rows that go on for ever
 * must not cost their square. */
static gboolean
join_item (GPtrArray  *items,
           const char *text)
{
  MattraItem *last = g_ptr_array_index (items, items->len - 1);
  char *joined;

  if (strlen (last->text) > MATTRA_TABLE_MAX_CELL_BYTES)
    return FALSE;

  joined = g_strconcat (last->text, " ", text, NULL);
  g_free (last->text);
  last->text = joined;

  return TRUE;
}

/* "None" in a further row says nothing about what was answered above it. */
static void
add_none (MattraDraft    *self,
          MattraItemKind  kind,
          MattraRound     round,
          const char     *text)
{
  GPtrArray *items = items_of (self, kind, round);

  if (items == NULL || items->len == 0)
    take_item (self, kind, round, mattra_item_new_none (text));
}

static void
drop_none (GPtrArray *items)
{
  if (items != NULL && items->len == 1 && ((MattraItem *) g_ptr_array_index (items, 0))->none)
    g_ptr_array_set_size (items, 0);
}

static void
add_items (MattraDraft    *self,
           Part           *part,
           MattraItemKind  kind,
           const char     *text)
{
  g_autoptr (GPtrArray) pieces = NULL;
  gboolean joins = FALSE;

  if (mattra_items_is_none (text))
    {
      add_none (self, kind, part->round, text);
      return;
    }

  drop_none (items_of (self, kind, part->round));
  pieces = mattra_items_split (text, &part->run, &joins);
  for (guint i = 0; i < pieces->len; i++)
    {
      const char *piece = g_ptr_array_index (pieces, i);

      if (i == 0 && joins && join_item (items_of (self, kind, part->round), piece))
        continue;
      if (pieces->len == 1 && mattra_items_is_none (piece))
        add_none (self, kind, part->round, piece);
      else
        take_item (self, kind, part->round, mattra_item_new (piece));
    }
}

static MattraRound
round_of (MattraDraft        *self,
          const MattraColumn *head)
{
  return head->round != MATTRA_ROUND_NONE ? head->round : self->import->document.round;
}

static gboolean
is_doubled (MattraDraft *self,
            Part        *part,
            const Place *place)
{
  if (!place->continues || part->last == NULL || !same_text (part->last->text, place->cell->text))
    return FALSE;

  repair (self, MATTRA_REPAIR_DOUBLED_CELL, place, _("The cell repeats the one above and was taken once"));
  return TRUE;
}

static void
add_item_cell (MattraDraft    *self,
               const Place    *place,
               MattraItemKind  kind)
{
  Part *part = find_part (self, place->head->field, round_of (self, place->head), "");

  if (is_doubled (self, part, place))
    return;

  add_items (self, part, kind, place->cell->text);
  part->last = place->cell;
}

/* A head of a part within a cell: one of @words, then a colon. Returns where the part's text begins. */
static const char *
find_part_head (const char         *text,
                const char *const  *words,
                guint               n_words,
                const char        **start)
{
  for (guint i = 0; i < n_words; i++)
    for (const char *p = strstr (text, words[i]); p != NULL; p = strstr (p + 1, words[i]))
      {
        const char *end = p + strlen (words[i]);

        if (p > text && p[-1] != ' ' && p[-1] != '\n')
          continue;
        end += strspn (end, " ");
        if (*end == ':')
          {
            *start = p;
            return end + 1;
          }
      }

  return NULL;
}

/* A column for obstacles and recommendations: told apart where the cell has heads for them, else its text
 * is both. */
static void
add_both (MattraDraft *self,
          const Place *place)
{
  static const char *const obstacles[] = { "ปัญหา/อุปสรรค", "ปัญหาอุปสรรค", "ปัญหาและอุปสรรค", "ปัญหา", "อุปสรรค" };
  static const char *const recommendations[] = { "ข้อเสนอแนะ", "แนวทางแก้ไข" };
  MattraRound round = round_of (self, place->head);
  Part *of_obstacles = find_part (self, MATTRA_FIELD_OBSTACLES, round, "");
  Part *of_recommendations = find_part (self, MATTRA_FIELD_RECOMMENDATIONS, round, "");
  const char *text = place->cell->text;
  const char *start = text, *second_start = NULL;
  const char *first = find_part_head (text, obstacles, G_N_ELEMENTS (obstacles), &start);
  const char *second = find_part_head (text, recommendations, G_N_ELEMENTS (recommendations), &second_start);

  if (is_doubled (self, of_obstacles, place))
    return;
  of_obstacles->last = of_recommendations->last = place->cell;

  if (first == NULL && second == NULL)
    {
      add_items (self, of_obstacles, MATTRA_ITEM_OBSTACLE, text);
      add_items (self, of_recommendations, MATTRA_ITEM_RECOMMENDATION, text);
      return;
    }

  if (second == NULL || second_start > text)
    {
      const char *from = first != NULL && start == text ? first : text;
      g_autofree char *part = second != NULL && second_start > from ? g_strndup (from, (gsize) (second_start - from))
                                                                     : g_strdup (from);

      add_items (self, of_obstacles, MATTRA_ITEM_OBSTACLE, g_strstrip (part));
    }
  if (second != NULL)
    {
      g_autofree char *part = g_strdup (second);

      add_items (self, of_recommendations, MATTRA_ITEM_RECOMMENDATION, g_strstrip (part));
    }
}

static void
append_text (Part       *part,
             const char *text)
{
  if (part->text->len > 0)
    g_string_append_c (part->text, ' ');
  g_string_append (part->text, text);
}

static void
append_cell (Part             *part,
             const MattraCell *cell)
{
  if (part->text->len == 0)
    part->first = cell;
  append_text (part, cell->text);
  part->last = cell;
}

static void
add_text_cell (MattraDraft *self,
               const Place *place)
{
  Part *part = find_part (self, place->head->field, MATTRA_ROUND_NONE, place->head->label);

  if (is_doubled (self, part, place))
    return;

  append_cell (part, place->cell);
}

static void
add_extra (MattraDraft *self,
           const Place *place,
           const char  *label)
{
  Part *part = find_part (self, MATTRA_FIELD_EXTRA, MATTRA_ROUND_NONE, label);

  if (is_doubled (self, part, place))
    return;

  append_text (part, place->cell->text);
  part->last = place->cell;
}

/* Whether a person must look at a period. */
gboolean
mattra_draft_is_unclear (const MattraPeriod *period)
{
  return period->asked || period->kind == MATTRA_PERIOD_NONE || period->kind == MATTRA_PERIOD_AMBIGUOUS;
}

static gboolean
is_periods_tail (MattraDraft *self,
                 const char  *above,
                 const char  *text)
{
  int fiscal_year = self->import->document.fiscal_year;
  g_autofree char *joined = g_strconcat (above, " ", text, NULL);
  MattraPeriod whole, first;

  if (strlen (above) > MAX_PERIOD_BYTES)
    return FALSE;

  mattra_period_parse (joined, fiscal_year, &whole);
  mattra_period_parse (above, fiscal_year, &first);

  return !mattra_draft_is_unclear (&whole) && mattra_draft_is_unclear (&first);
}

static gboolean
holds_items (const MattraColumn *head)
{
  MattraItemKind kind;

  return head != NULL && head->field != MATTRA_FIELD_EXTRA && mattra_field_to_item_kind (head->field, &kind);
}

/* The neighbour that slipped text very likely belongs to: a column of items, empty in this row though not
 * above, the right one before the left one. */
static const char *
find_slipped_from (MattraDraft *self,
                   const Place *place)
{
  static const int steps[] = { 1, -1, 2, -2 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      int column = (int) place->column + steps[i];
      const MattraColumn *head = column < 0 ? NULL : mattra_header_get_column (place->header, (guint) column);
      MattraItemKind kind;
      GPtrArray *items;

      if (!holds_items (head) || *mattra_table_get_cell (place->table, place->row, (guint) column)->text != '\0')
        continue;
      mattra_field_to_item_kind (head->field, &kind);
      items = items_of (self, kind, round_of (self, head));
      if (items != NULL && items->len > 0 && !((MattraItem *) g_ptr_array_index (items, items->len - 1))->none)
        return mattra_field_to_string (head->field);
    }

  return NULL;
}

static void
add_slipped (MattraDraft *self,
             const Place *place)
{
  const char *field = mattra_field_to_string (place->head->field);

  mattra_draft_ask (self, MATTRA_QUESTION_UNPARSED, place->cell, field, place->cell->text,
                    N_("This text in the period column is no period; very likely it is the tail of a neighbouring "
                       "cell. It was kept aside"),
                    find_slipped_from (self, place));
}

static void
add_period (MattraDraft *self,
            const Place *place)
{
  Part *part = find_part (self, MATTRA_FIELD_PERIOD, MATTRA_ROUND_NONE, "");
  MattraPeriod period;

  if (is_doubled (self, part, place))
    return;

  mattra_period_parse (place->cell->text, self->import->document.fiscal_year, &period);
  if (place->continues && period.kind == MATTRA_PERIOD_NONE)
    {
      if (mattra_items_is_none (place->cell->text))
        return;
      if (part->text->len == 0 || !is_periods_tail (self, part->text->str, place->cell->text))
        {
          add_slipped (self, place);
          return;
        }
    }

  append_cell (part, place->cell);
}

static void
add_tick (MattraDraft *self,
          const Place *place)
{
  Tick tick = { place->column, place->cell, place->head };

  g_array_append_val (self->ticks, tick);
}

static void
add_cell (MattraDraft *self,
          const Place *place)
{
  MattraItemKind kind;

  switch ((int) place->head->field)
    {
    case MATTRA_FIELD_NUMBER:
    case MATTRA_FIELD_TITLE:
    case MATTRA_FIELD_SECTION:
    case MATTRA_FIELD_ITA_INDICATOR:
      break;
    case MATTRA_FIELD_OBSTACLES_AND_RECOMMENDATIONS:
      add_both (self, place);
      break;
    case MATTRA_FIELD_PERIOD:
      add_period (self, place);
      break;
    case MATTRA_FIELD_PERIOD_TICK:
    case MATTRA_FIELD_STATUS_TICK:
      add_tick (self, place);
      break;
    case MATTRA_FIELD_EXTRA:
      add_extra (self, place, place->head->label);
      break;
    default:
      if (mattra_field_to_item_kind (place->head->field, &kind))
        add_item_cell (self, place, kind);
      else
        add_text_cell (self, place);
    }
}

/* A cell under no head is kept under the number of its column. */
static void
add_headless (MattraDraft *self,
              Place       *place)
{
  g_autofree char *label = g_strdup_printf ("คอลัมน์ที่ %u", place->column + 1);
  MattraColumn head = { MATTRA_FIELD_EXTRA, MATTRA_STATUS_NONE, MATTRA_ROUND_NONE, label, NULL, NULL };

  place->head = &head;
  add_extra (self, place, label);
  place->head = NULL;
}

/**
 * mattra_draft_add_row:
 * @self: a draft
 * @header: head of the table
 * @table: the table
 * @row: a row of it
 * @continues: whether the row continues the measure
 *
 * Takes the cells of a row but for number, title, section and ITA indicator, which decide whose row it is.
 */
void
mattra_draft_add_row (MattraDraft        *self,
                      const MattraHeader *header,
                      const MattraTable  *table,
                      guint               row,
                      gboolean            continues)
{
  guint n_cells;

  g_return_if_fail (self != NULL && header != NULL && table != NULL);

  n_cells = mattra_table_get_row (table, row)->n_cells;
  for (guint i = 0; i < n_cells; i++)
    {
      const MattraCell *cell = mattra_table_get_cell (table, row, i);
      Place place = { header, table, row, i, mattra_header_get_column (header, i), cell, continues };

      if (*cell->text == '\0')
        continue;
      if (place.head == NULL || place.head->field == MATTRA_FIELD_NONE)
        add_headless (self, &place);
      else
        add_cell (self, &place);
    }
}

/**
 * mattra_draft_extend_title:
 * @self: a draft
 * @cell: the rest of the title
 *
 * Joins to the title what a page break cut off it.
 */
void
mattra_draft_extend_title (MattraDraft      *self,
                           const MattraCell *cell)
{
  g_autofree char *title = NULL;

  g_return_if_fail (self != NULL && cell != NULL);

  title = g_strconcat (mattra_measure_get_title (self->measure), " ", cell->text, NULL);
  mattra_measure_set_title (self->measure, title);
}
