/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-index.h"

#include "mattra-cell.h"
#include "mattra-collate.h"
#include "mattra-review-mark.h"
#include "mattra-search.h"

/* Searching */

static void
append_items (GString   *text,
              GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    mattra_search_append (text, ((const MattraItem *) g_ptr_array_index (items, i))->text);
}

static void
append_answers (GString       *text,
                MattraMeasure *measure,
                MattraRound    round)
{
  GPtrArray *answers = mattra_measure_get_answers (measure);

  for (guint i = 0; i < answers->len; i++)
    {
      MattraAnswer *answer = g_ptr_array_index (answers, i);

      for (guint kind = MATTRA_N_MEASURE_ITEM_KINDS;
           mattra_answer_get_round (answer) == round && kind < MATTRA_N_ITEM_KINDS; kind++)
        append_items (text, mattra_answer_get_items (answer, kind));
    }
}

/* Keeps what a search looks through: all that the table shows in a round. */
void
mattra_entry_index_text (MattraEntry   *self,
                         MattraMeasure *measure,
                         MattraRound    round)
{
  g_autoptr (GString) text = g_string_sized_new (1024);
  g_autofree char *number = g_strdup_printf ("%d", mattra_measure_get_number (measure));
  GPtrArray *parties = mattra_measure_get_parties (measure);

  mattra_search_append (text, number);
  mattra_search_append (text, mattra_measure_get_title (measure));
  mattra_search_append (text, mattra_measure_get_section (measure));
  mattra_search_append (text, mattra_measure_get_period_text (measure));
  for (guint i = 0; i < parties->len; i++)
    mattra_search_append (text, ((const MattraParty *) g_ptr_array_index (parties, i))->text);
  for (guint kind = 0; kind < MATTRA_N_MEASURE_ITEM_KINDS; kind++)
    append_items (text, mattra_measure_get_items (measure, kind));
  append_answers (text, measure, round);
  g_free (self->text);
  self->text_length = text->len;
  self->text = g_strndup (text->str, text->len);
}

/* Sorting */

/* What a field is worth where that is no text; 0 for a blank. */
typedef gint64 (*WorthFunc) (const MattraEntry *self,
                             MattraPlan        *plan,
                             MattraMeasure     *measure,
                             const MattraSort  *sort);

static gint64
day_number (MattraDate date)
{
  return mattra_date_is_set (date) ? date.year * 10000 + date.month * 100 + date.day : 0;
}

static gint64
worth_number (const MattraEntry *self,
              MattraPlan        *plan,
              MattraMeasure     *measure,
              const MattraSort  *sort)
{
  return self->standing.number;
}

static gint64
worth_indicator (const MattraEntry *self,
                 MattraPlan        *plan,
                 MattraMeasure     *measure,
                 const MattraSort  *sort)
{
  return self->standing.indicator;
}

static gint64
worth_topic (const MattraEntry *self,
             MattraPlan        *plan,
             MattraMeasure     *measure,
             const MattraSort  *sort)
{
  return mattra_measure_get_topic (measure);
}

static gint64
worth_recurrence (const MattraEntry *self,
                  MattraPlan        *plan,
                  MattraMeasure     *measure,
                  const MattraSort  *sort)
{
  return mattra_measure_get_recurrence (measure);
}

static gint64
worth_start (const MattraEntry *self,
             MattraPlan        *plan,
             MattraMeasure     *measure,
             const MattraSort  *sort)
{
  gint64 start = day_number (mattra_measure_get_period_start (measure));
  gint64 end = day_number (mattra_measure_get_period_end (measure));

  return start == 0 && end == 0 ? 0 : (start != 0 ? start : end) * 100000000 + end;
}

static gint64
worth_end (const MattraEntry *self,
           MattraPlan        *plan,
           MattraMeasure     *measure,
           const MattraSort  *sort)
{
  return day_number (mattra_measure_get_period_end (measure));
}

static gint64
worth_status (const MattraEntry *self,
              MattraPlan        *plan,
              MattraMeasure     *measure,
              const MattraSort  *sort)
{
  const MattraPart *part = mattra_standing_get_part (&self->standing, sort->place);

  return part != NULL ? part->status[sort->round] : 0;
}

/* In the order of an answer's life; what nobody has handed in is a blank. */
static gint64
worth_review (const MattraEntry *self,
              MattraPlan        *plan,
              MattraMeasure     *measure,
              const MattraSort  *sort)
{
  guint n_alike, n_answers;

  return mattra_review_mark_all (plan, measure, sort->round, sort->division, &n_alike, &n_answers);
}

/* New ones first; what is as it was is a blank, as the table shows it. */
static gint64
worth_year (const MattraEntry *self,
            MattraPlan        *plan,
            MattraMeasure     *measure,
            const MattraSort  *sort)
{
  return self->standing.year_mark >= MATTRA_YEAR_MARK_NEW ? self->standing.year_mark : 0;
}

static const struct
{
  const char *field;
  WorthFunc worth;
} worth_rows[] = {
  { "number", worth_number },
  { "ita_indicator", worth_indicator },
  { "topic", worth_topic },
  { "recurrence", worth_recurrence },
  { "period_text", worth_start },
  { "period_start", worth_start },
  { "period_end", worth_end },
  { "status", worth_status },
  { MATTRA_SORT_REVIEW, worth_review },
  { MATTRA_SORT_YEAR, worth_year },
};

/* Keeps by what the measure is sorted. */
void
mattra_entry_index_sort (MattraEntry      *self,
                         MattraPlan       *plan,
                         MattraMeasure    *measure,
                         const MattraSort *sort)
{
  g_autofree char *text = NULL;

  g_clear_pointer (&self->sort_text, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (worth_rows); i++)
    if (g_str_equal (worth_rows[i].field, sort->field))
      {
        self->sort_worth = worth_rows[i].worth (self, plan, measure, sort);
        return;
      }
  text = mattra_cell_dup_text (plan, measure, sort->field, sort->round, sort->division);
  self->sort_worth = *text != '\0';
  if (*text != '\0')
    self->sort_text = mattra_collate_key (text);
}

/* Keeps what the measure is against the year before, which is known after all else. */
void
mattra_entry_mark_year (MattraEntry      *self,
                        MattraYearMark    mark,
                        const MattraSort *sort)
{
  self->standing.year_mark = (guint8) mark;
  if (g_strcmp0 (sort->field, MATTRA_SORT_YEAR) == 0)
    self->sort_worth = worth_year (self, NULL, NULL, sort);
}

static int
compare_worth (const MattraEntry *one,
               const MattraEntry *other)
{
  if (one->sort_worth != other->sort_worth)
    return one->sort_worth < other->sort_worth ? -1 : 1;
  return g_strcmp0 (one->sort_text, other->sort_text);
}

/* Blanks come last either way. */
int
mattra_entry_compare_sort (gconstpointer a,
                           gconstpointer b,
                           gpointer      descending)
{
  const MattraEntry *one = *(const MattraEntry *const *) a;
  const MattraEntry *other = *(const MattraEntry *const *) b;
  int order;

  if (one->sort_worth == 0 || other->sort_worth == 0)
    return (one->sort_worth == 0) - (other->sort_worth == 0);
  order = compare_worth (one, other);
  return GPOINTER_TO_INT (descending) ? -order : order;
}
