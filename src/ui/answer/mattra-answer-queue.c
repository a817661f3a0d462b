/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-answer-queue.h"

void
mattra_answer_queue_init (MattraAnswerQueue *self)
{
  *self = (MattraAnswerQueue) { .shown = g_ptr_array_new () };
  self->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
mattra_answer_queue_clear (MattraAnswerQueue *self)
{
  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_hash_table_unref (self->opened);
  g_free (self->current);
}

/* Forgets where one was, and what was open. */
void
mattra_answer_queue_restart (MattraAnswerQueue *self)
{
  g_hash_table_remove_all (self->opened);
  mattra_answer_queue_go_to (self, NULL);
}

void
mattra_answer_queue_go_to (MattraAnswerQueue *self,
                           const char        *measure)
{
  char *copy = g_strdup (measure);

  g_free (self->current);
  self->current = copy;
}

/* Chooses those one goes through; @all: also those that were handed in before one began. */
void
mattra_answer_queue_choose (MattraAnswerQueue *self,
                            gboolean           all)
{
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; self->answers && i < self->answers->len; i++)
    {
      MattraAwaitedAnswer *answer = g_ptr_array_index (self->answers, i);

      if (answer->open)
        g_hash_table_add (self->opened, g_strdup (answer->measure));
      if (all || g_hash_table_contains (self->opened, answer->measure))
        g_ptr_array_add (self->shown, answer);
    }
}

/* Takes over @answers, which may be NULL. One stays where one is, if that is still there; else one begins with the
 * first. */
void
mattra_answer_queue_take (MattraAnswerQueue *self,
                          GPtrArray         *answers,
                          gboolean           all)
{
  const MattraAwaitedAnswer *first = NULL;
  guint place = 0;

  g_ptr_array_set_size (self->shown, 0);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  self->answers = answers;
  mattra_answer_queue_choose (self, all);
  if (mattra_answer_queue_find (self, &place))
    return;
  mattra_answer_queue_go_to (self, NULL);
  first = mattra_answer_queue_find_first (self);
  mattra_answer_queue_go_to (self, first ? first->measure : NULL);
}

MattraAwaitedAnswer *
mattra_answer_queue_get (MattraAnswerQueue *self,
                         guint              place)
{
  return place < self->shown->len ? g_ptr_array_index (self->shown, place) : NULL;
}

/* Returns: (nullable): the current one, and its place */
MattraAwaitedAnswer *
mattra_answer_queue_find (MattraAnswerQueue *self,
                          guint             *place)
{
  for (guint i = 0; self->current && i < self->shown->len; i++)
    if (g_str_equal (mattra_answer_queue_get (self, i)->measure, self->current))
      {
        *place = i;
        return mattra_answer_queue_get (self, i);
      }
  return NULL;
}

guint
mattra_answer_queue_count_open (MattraAnswerQueue *self)
{
  guint n = 0;

  for (guint i = 0; self->answers && i < self->answers->len; i++)
    n += ((const MattraAwaitedAnswer *) g_ptr_array_index (self->answers, i))->open;
  return n;
}

/* Returns: (nullable): the first open one from a place on, then from the beginning, that is not the current one */
const MattraAwaitedAnswer *
mattra_answer_queue_find_open (MattraAnswerQueue *self,
                               guint              from)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      const MattraAwaitedAnswer *answer = mattra_answer_queue_get (self, (from + i) % self->shown->len);

      if (answer->open && g_strcmp0 (answer->measure, self->current) != 0)
        return answer;
    }
  return NULL;
}

/* What was sent back comes first: somebody waits for it. */
const MattraAwaitedAnswer *
mattra_answer_queue_find_first (MattraAnswerQueue *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (mattra_answer_queue_get (self, i)->mark == MATTRA_REVIEW_MARK_RETURNED)
      return mattra_answer_queue_get (self, i);
  return mattra_answer_queue_find_open (self, 0);
}
