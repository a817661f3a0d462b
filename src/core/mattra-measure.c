/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-measure.h"

#include "mattra-carried.h"
#include "mattra-evidence.h"
#include "mattra-review-event.h"

struct _MattraMeasure
{
  GObject parent_instance;

  char *id;
  char *sort_key;
  char *title;
  char *section;
  char *period_text;
  MattraDate period_start;
  MattraDate period_end;
  int number;
  int ita_indicator;
  int topic;
  int recurrence;
  GPtrArray *items[MATTRA_N_MEASURE_ITEM_KINDS];
  GPtrArray *ticks;
  GPtrArray *reviews;
  GPtrArray *carried;
  GPtrArray *evidence;
  GPtrArray *parties;
  GPtrArray *questions;
  GPtrArray *answers;
};

G_DEFINE_FINAL_TYPE (MattraMeasure, mattra_measure, G_TYPE_OBJECT)

static void
set_text (char       **field,
          const char  *text)
{
  char *copy = g_strdup (text);

  g_free (*field);
  *field = copy;
}

/* Most of a measure's cells stay empty: their arrays are made when they are first asked for. */
static GPtrArray *
ensure_array (GPtrArray      **array,
              GDestroyNotify   free_func)
{
  if (*array == NULL)
    *array = g_ptr_array_new_with_free_func (free_func);

  return *array;
}

static void
mattra_measure_finalize (GObject *object)
{
  MattraMeasure *self = MATTRA_MEASURE (object);

  g_free (self->id);
  g_free (self->sort_key);
  g_free (self->title);
  g_free (self->section);
  g_free (self->period_text);
  for (guint i = 0; i < MATTRA_N_MEASURE_ITEM_KINDS; i++)
    g_clear_pointer (&self->items[i], g_ptr_array_unref);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);
  g_clear_pointer (&self->reviews, g_ptr_array_unref);
  g_clear_pointer (&self->carried, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);

  G_OBJECT_CLASS (mattra_measure_parent_class)->finalize (object);
}

static void
mattra_measure_class_init (MattraMeasureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mattra_measure_finalize;
}

static void
mattra_measure_init (MattraMeasure *self)
{
  self->title = g_strdup ("");
}

/**
 * mattra_measure_new:
 *
 * Makes a measure without number, with an empty title and nothing hanging on it.
 *
 * Returns: (transfer full): the measure
 */
MattraMeasure *
mattra_measure_new (void)
{
  return g_object_new (MATTRA_TYPE_MEASURE, NULL);
}

/**
 * mattra_measure_get_id:
 * @self: a measure
 *
 * Gets the ULID.
 *
 * Returns: (transfer none) (nullable): the ULID, %NULL until the register gave one
 */
const char *
mattra_measure_get_id (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), NULL);

  return self->id;
}

/**
 * mattra_measure_set_id:
 * @self: a measure
 * @id: (nullable): the ULID
 *
 * Sets the ULID.
 */
void
mattra_measure_set_id (MattraMeasure *self,
                       const char    *id)
{
  g_return_if_fail (MATTRA_IS_MEASURE (self));

  set_text (&self->id, id);
}

/**
 * mattra_measure_get_sort_key:
 * @self: a measure
 *
 * Gets the fractional key that orders the measures of a plan.
 *
 * Returns: (transfer none) (nullable): the key, %NULL until the register gave one
 */
const char *
mattra_measure_get_sort_key (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), NULL);

  return self->sort_key;
}

/**
 * mattra_measure_set_sort_key:
 * @self: a measure
 * @sort_key: (nullable): the key
 *
 * Sets the fractional key that orders the measures.
 */
void
mattra_measure_set_sort_key (MattraMeasure *self,
                             const char    *sort_key)
{
  g_return_if_fail (MATTRA_IS_MEASURE (self));

  set_text (&self->sort_key, sort_key);
}

/**
 * mattra_measure_get_number:
 * @self: a measure
 *
 * Gets the number of the measure in its plan.
 *
 * Returns: the number, 0 where it has none
 */
int
mattra_measure_get_number (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), 0);

  return self->number;
}

/**
 * mattra_measure_set_number:
 * @self: a measure
 * @number: the number, 0 for none
 *
 * Sets the number.
 */
void
mattra_measure_set_number (MattraMeasure *self,
                           int            number)
{
  g_return_if_fail (MATTRA_IS_MEASURE (self));

  self->number = number;
}

/**
 * mattra_measure_get_title:
 * @self: a measure
 *
 * Gets the title (มาตรการ), without its number.
 *
 * Returns: (transfer none): the title, empty where it has none
 */
const char *
mattra_measure_get_title (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), NULL);

  return self->title;
}

/**
 * mattra_measure_set_title:
 * @self: a measure
 * @title: (nullable): the title; %NULL for an empty one
 *
 * Sets the title.
 */
void
mattra_measure_set_title (MattraMeasure *self,
                          const char    *title)
{
  g_return_if_fail (MATTRA_IS_MEASURE (self));

  set_text (&self->title, title != NULL ? title : "");
}

/**
 * mattra_measure_get_section:
 * @self: a measure
 *
 * Gets the section of the table that the measure stands under.
 *
 * Returns: (transfer none) (nullable): the section as written
 */
const char *
mattra_measure_get_section (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), NULL);

  return self->section;
}

/**
 * mattra_measure_set_section:
 * @self: a measure
 * @section: (nullable): the section as written
 *
 * Sets the section.
 */
void
mattra_measure_set_section (MattraMeasure *self,
                            const char    *section)
{
  g_return_if_fail (MATTRA_IS_MEASURE (self));

  set_text (&self->section, section);
}

/**
 * mattra_measure_get_period_text:
 * @self: a measure
 *
 * Gets the period (ระยะเวลา) as typed.
 *
 * Returns: (transfer none) (nullable): the text
 */
const char *
mattra_measure_get_period_text (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), NULL);

  return self->period_text;
}

/**
 * mattra_measure_set_period_text:
 * @self: a measure
 * @text: (nullable): the text
 *
 * Sets the period as typed; its dates are set apart.
 */
void
mattra_measure_set_period_text (MattraMeasure *self,
                                const char    *text)
{
  g_return_if_fail (MATTRA_IS_MEASURE (self));

  set_text (&self->period_text, text);
}

/**
 * mattra_measure_get_period_start:
 * @self: a measure
 *
 * Gets the first day of the period.
 *
 * Returns: the day, none where the period has an open start or gives no dates
 */
MattraDate
mattra_measure_get_period_start (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), MATTRA_DATE_NONE);

  return self->period_start;
}

/**
 * mattra_measure_set_period_start:
 * @self: a measure
 * @start: the day, none for an open start
 *
 * Sets the first day of the period.
 */
void
mattra_measure_set_period_start (MattraMeasure *self,
                                 MattraDate     start)
{
  g_return_if_fail (MATTRA_IS_MEASURE (self));

  self->period_start = start;
}

/**
 * mattra_measure_get_period_end:
 * @self: a measure
 *
 * Gets the last day of the period.
 *
 * Returns: the day, none where the period has an open end or gives no dates
 */
MattraDate
mattra_measure_get_period_end (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), MATTRA_DATE_NONE);

  return self->period_end;
}

/**
 * mattra_measure_set_period_end:
 * @self: a measure
 * @end: the day, none for an open end
 *
 * Sets the last day of the period.
 */
void
mattra_measure_set_period_end (MattraMeasure *self,
                               MattraDate     end)
{
  g_return_if_fail (MATTRA_IS_MEASURE (self));

  self->period_end = end;
}

/**
 * mattra_measure_get_ita_indicator:
 * @self: a measure
 *
 * Gets the ITA indicator that the measure answers.
 *
 * Returns: the indicator 1-10, 0 where none is set
 */
int
mattra_measure_get_ita_indicator (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), 0);

  return self->ita_indicator;
}

/**
 * mattra_measure_set_ita_indicator:
 * @self: a measure
 * @indicator: the indicator 1-10, 0 for none
 *
 * Sets the ITA indicator.
 */
void
mattra_measure_set_ita_indicator (MattraMeasure *self,
                                  int            indicator)
{
  g_return_if_fail (MATTRA_IS_MEASURE (self));
  g_return_if_fail (indicator >= 0 && indicator <= 10);

  self->ita_indicator = indicator;
}

/**
 * mattra_measure_get_topic:
 * @self: a measure
 *
 * Gets the topic of the analysis that the measure answers (seven of them from FY2567 on).
 *
 * Returns: the topic from 1, 0 where none is set
 */
int
mattra_measure_get_topic (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), 0);

  return self->topic;
}

/**
 * mattra_measure_set_topic:
 * @self: a measure
 * @topic: the topic from 1, 0 for none
 *
 * Sets the topic of the analysis.
 */
void
mattra_measure_set_topic (MattraMeasure *self,
                          int            topic)
{
  g_return_if_fail (MATTRA_IS_MEASURE (self));

  self->topic = topic;
}

/**
 * mattra_measure_get_recurrence:
 * @self: a measure
 *
 * Gets how often in a round the measure is to be done.
 *
 * Returns: the number of times, 0 where it does not recur
 */
int
mattra_measure_get_recurrence (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), 0);

  return self->recurrence;
}

/**
 * mattra_measure_set_recurrence:
 * @self: a measure
 * @recurrence: how often in a round, 0 for a measure that does not recur
 *
 * Sets how often in a round the measure is to be done.
 */
void
mattra_measure_set_recurrence (MattraMeasure *self,
                               int            recurrence)
{
  g_return_if_fail (MATTRA_IS_MEASURE (self));

  self->recurrence = recurrence;
}

/**
 * mattra_measure_get_reviews:
 * @self: a measure
 *
 * Gets the newest review of each of its answers. An answer that nobody handed in has none.
 *
 * Returns: (transfer none) (element-type MattraReview): the reviews, the oldest first
 */
GPtrArray *
mattra_measure_get_reviews (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), NULL);

  return ensure_array (&self->reviews, (GDestroyNotify) mattra_review_free);
}

/**
 * mattra_measure_get_evidence:
 * @self: a measure
 *
 * Gets the links and files that prove its answers, of every round and division; see mattra_evidence_of_answer().
 *
 * Returns: (transfer none) (element-type MattraEvidence): the evidence in its order
 */
GPtrArray *
mattra_measure_get_evidence (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), NULL);

  return ensure_array (&self->evidence, (GDestroyNotify) mattra_evidence_free);
}

/**
 * mattra_measure_get_ticks:
 * @self: a measure
 *
 * Gets which steps were done.
 *
 * Returns: (transfer none) (element-type MattraTick): the ticks
 */
GPtrArray *
mattra_measure_get_ticks (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), NULL);

  return ensure_array (&self->ticks, (GDestroyNotify) mattra_tick_free);
}

/**
 * mattra_measure_take_tick:
 * @self: a measure
 * @tick: (transfer full): a tick on one of its steps
 *
 * Adds a tick.
 */
void
mattra_measure_take_tick (MattraMeasure *self,
                          MattraTick    *tick)
{
  g_return_if_fail (MATTRA_IS_MEASURE (self) && tick != NULL);

  g_ptr_array_add (mattra_measure_get_ticks (self), tick);
}

/**
 * mattra_measure_get_items:
 * @self: a measure
 * @kind: a kind of which mattra_item_kind_is_answer() does not hold
 *
 * Gets the lines of one cell in their order.
 *
 * Returns: (transfer none) (element-type MattraItem): the items, owned by @self and made on first use
 */
GPtrArray *
mattra_measure_get_items (MattraMeasure  *self,
                          MattraItemKind  kind)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), NULL);
  g_return_val_if_fail ((guint) kind < MATTRA_N_MEASURE_ITEM_KINDS, NULL);

  return ensure_array (&self->items[kind], (GDestroyNotify) mattra_item_free);
}

/**
 * mattra_measure_take_item:
 * @self: a measure
 * @kind: a kind of which mattra_item_kind_is_answer() does not hold
 * @item: (transfer full): the line
 *
 * Appends a line to a cell.
 */
void
mattra_measure_take_item (MattraMeasure  *self,
                          MattraItemKind  kind,
                          MattraItem     *item)
{
  g_return_if_fail (MATTRA_IS_MEASURE (self));
  g_return_if_fail ((guint) kind < MATTRA_N_MEASURE_ITEM_KINDS);
  g_return_if_fail (item != NULL);

  g_ptr_array_add (mattra_measure_get_items (self, kind), item);
}

/**
 * mattra_measure_get_parties:
 * @self: a measure
 *
 * Gets the responsible parties in the order written.
 *
 * Returns: (transfer none) (element-type MattraParty): the parties, owned by @self
 */
GPtrArray *
mattra_measure_get_parties (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), NULL);

  return ensure_array (&self->parties, (GDestroyNotify) mattra_party_free);
}

/**
 * mattra_measure_take_party:
 * @self: a measure
 * @party: (transfer full): a responsible party
 *
 * Appends a responsible party.
 */
void
mattra_measure_take_party (MattraMeasure *self,
                           MattraParty   *party)
{
  g_return_if_fail (MATTRA_IS_MEASURE (self));
  g_return_if_fail (party != NULL);

  g_ptr_array_add (mattra_measure_get_parties (self), party);
}

/**
 * mattra_measure_involves:
 * @self: a measure
 * @division: ULID of a division
 *
 * Returns: whether one of the responsible parties stands for the division
 */
gboolean
mattra_measure_involves (MattraMeasure *self,
                         const char    *division)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), FALSE);
  g_return_val_if_fail (division != NULL, FALSE);

  for (guint i = 0; self->parties != NULL && i < self->parties->len; i++)
    {
      const MattraParty *party = g_ptr_array_index (self->parties, i);

      if (g_ptr_array_find_with_equal_func (party->divisions, division, g_str_equal, NULL))
        return TRUE;
    }
  return FALSE;
}

/**
 * mattra_measure_get_questions:
 * @self: a measure
 *
 * Gets what an import could not decide.
 *
 * Returns: (transfer none) (element-type MattraQuestion): the open questions, owned by @self
 */
GPtrArray *
mattra_measure_get_questions (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), NULL);

  return ensure_array (&self->questions, (GDestroyNotify) mattra_question_free);
}

/**
 * mattra_measure_take_question:
 * @self: a measure
 * @question: (transfer full): an open question
 *
 * Appends an open question.
 */
void
mattra_measure_take_question (MattraMeasure  *self,
                              MattraQuestion *question)
{
  g_return_if_fail (MATTRA_IS_MEASURE (self));
  g_return_if_fail (question != NULL);

  g_ptr_array_add (mattra_measure_get_questions (self), question);
}

/**
 * mattra_measure_get_carried:
 * @self: a measure
 *
 * Gets the recommendations of earlier years that the measure has to answer.
 *
 * Returns: (transfer none) (element-type MattraCarried): they in their order, owned by @self
 */
GPtrArray *
mattra_measure_get_carried (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), NULL);

  return ensure_array (&self->carried, (GDestroyNotify) mattra_carried_free);
}

/**
 * mattra_measure_get_answers:
 * @self: a measure
 *
 * Gets the answers of all rounds and divisions. Answers are added by mattra_measure_ensure_answer().
 *
 * Returns: (transfer none) (element-type MattraAnswer): the answers, owned by @self
 */
GPtrArray *
mattra_measure_get_answers (MattraMeasure *self)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), NULL);

  return ensure_array (&self->answers, g_object_unref);
}

/**
 * mattra_measure_find_answer:
 * @self: a measure
 * @round: the round
 * @division: (nullable): ULID of the division, %NULL for the joint answer
 *
 * Finds one answer.
 *
 * Returns: (transfer none) (nullable): the answer, %NULL where there is none
 */
MattraAnswer *
mattra_measure_find_answer (MattraMeasure *self,
                            MattraRound    round,
                            const char    *division)
{
  g_return_val_if_fail (MATTRA_IS_MEASURE (self), NULL);

  for (guint i = 0; self->answers != NULL && i < self->answers->len; i++)
    {
      MattraAnswer *answer = g_ptr_array_index (self->answers, i);

      if (mattra_answer_get_round (answer) == round &&
          g_strcmp0 (mattra_answer_get_division (answer), division) == 0)
        return answer;
    }

  return NULL;
}

/**
 * mattra_measure_find_counting:
 * @self: a measure
 * @round: the round
 * @division: (nullable): ULID of the division that should answer, %NULL for none
 *
 * Finds the answer that counts for a division: its own where it says something, else the joint one.
 *
 * Returns: (transfer none) (nullable): the answer, %NULL where there is none
 */
MattraAnswer *
mattra_measure_find_counting (MattraMeasure *self,
                              MattraRound    round,
                              const char    *division)
{
  MattraAnswer *own = division != NULL ? mattra_measure_find_answer (self, round, division) : NULL;

  if (own != NULL && (mattra_answer_is_answered (own) || mattra_answer_get_stated (own) != MATTRA_STATUS_NONE))
    return own;
  return mattra_measure_find_answer (self, round, NULL);
}

/**
 * mattra_measure_ensure_answer:
 * @self: a measure
 * @round: the round
 * @division: (nullable): ULID of the division, %NULL for the joint answer
 *
 * Finds one answer, or appends an empty one.
 *
 * Returns: (transfer none): the answer, owned by @self
 */
MattraAnswer *
mattra_measure_ensure_answer (MattraMeasure *self,
                              MattraRound    round,
                              const char    *division)
{
  MattraAnswer *answer;

  g_return_val_if_fail (MATTRA_IS_MEASURE (self), NULL);

  answer = mattra_measure_find_answer (self, round, division);
  if (answer == NULL)
    {
      answer = mattra_answer_new (round, division);
      g_ptr_array_add (mattra_measure_get_answers (self), answer);
    }

  return answer;
}
