/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-answer.h"

#define N_ANSWER_KINDS (MATTRA_N_ITEM_KINDS - MATTRA_N_MEASURE_ITEM_KINDS)

struct _MattraAnswer
{
  GObject parent_instance;

  char *id;
  char *division;
  MattraRound round;
  MattraStatus stated;
  GPtrArray *items[N_ANSWER_KINDS];
};

G_DEFINE_FINAL_TYPE (MattraAnswer, mattra_answer, G_TYPE_OBJECT)

static void
mattra_answer_finalize (GObject *object)
{
  MattraAnswer *self = MATTRA_ANSWER (object);

  g_free (self->id);
  g_free (self->division);
  for (guint i = 0; i < N_ANSWER_KINDS; i++)
    g_clear_pointer (&self->items[i], g_ptr_array_unref);

  G_OBJECT_CLASS (mattra_answer_parent_class)->finalize (object);
}

static void
mattra_answer_class_init (MattraAnswerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mattra_answer_finalize;
}

static void
mattra_answer_init (MattraAnswer *self)
{
}

/**
 * mattra_answer_new:
 * @round: the round it answers, %MATTRA_ROUND_NONE where the document names none
 * @division: (nullable): ULID of the division that answers, %NULL for a joint answer
 *
 * Makes an empty answer.
 *
 * Returns: (transfer full): the answer
 */
MattraAnswer *
mattra_answer_new (MattraRound  round,
                   const char  *division)
{
  MattraAnswer *self = g_object_new (MATTRA_TYPE_ANSWER, NULL);

  self->round = round;
  self->division = g_strdup (division);

  return self;
}

/**
 * mattra_answer_get_id:
 * @self: an answer
 *
 * Gets the ULID.
 *
 * Returns: (transfer none) (nullable): the ULID, %NULL until the register gave one
 */
const char *
mattra_answer_get_id (MattraAnswer *self)
{
  g_return_val_if_fail (MATTRA_IS_ANSWER (self), NULL);

  return self->id;
}

/**
 * mattra_answer_set_id:
 * @self: an answer
 * @id: (nullable): the ULID
 *
 * Sets the ULID.
 */
void
mattra_answer_set_id (MattraAnswer *self,
                      const char   *id)
{
  char *copy;

  g_return_if_fail (MATTRA_IS_ANSWER (self));

  copy = g_strdup (id);
  g_free (self->id);
  self->id = copy;
}

/**
 * mattra_answer_get_round:
 * @self: an answer
 *
 * Gets the round that is answered.
 *
 * Returns: the round
 */
MattraRound
mattra_answer_get_round (MattraAnswer *self)
{
  g_return_val_if_fail (MATTRA_IS_ANSWER (self), MATTRA_ROUND_NONE);

  return self->round;
}

/**
 * mattra_answer_set_round:
 * @self: an answer
 * @round: the round
 *
 * Sets the round, once the user has said which one a document meant.
 */
void
mattra_answer_set_round (MattraAnswer *self,
                         MattraRound   round)
{
  g_return_if_fail (MATTRA_IS_ANSWER (self));

  self->round = round;
}

/**
 * mattra_answer_get_division:
 * @self: an answer
 *
 * Gets the division that answers.
 *
 * Returns: (transfer none) (nullable): ULID of the division, %NULL for a joint answer
 */
const char *
mattra_answer_get_division (MattraAnswer *self)
{
  g_return_val_if_fail (MATTRA_IS_ANSWER (self), NULL);

  return self->division;
}

/**
 * mattra_answer_get_stated:
 * @self: an answer
 *
 * Gets the status that a person or an import stated.
 *
 * Returns: the status, %MATTRA_STATUS_NONE where nothing was stated
 */
MattraStatus
mattra_answer_get_stated (MattraAnswer *self)
{
  g_return_val_if_fail (MATTRA_IS_ANSWER (self), MATTRA_STATUS_NONE);

  return self->stated;
}

/**
 * mattra_answer_set_stated:
 * @self: an answer
 * @stated: a status that can be stated, see mattra_status_can_be_stated()
 *
 * States the status, or with %MATTRA_STATUS_NONE takes the statement back.
 */
void
mattra_answer_set_stated (MattraAnswer *self,
                          MattraStatus  stated)
{
  g_return_if_fail (MATTRA_IS_ANSWER (self));
  g_return_if_fail (mattra_status_can_be_stated (stated));

  self->stated = stated;
}

/**
 * mattra_answer_get_items:
 * @self: an answer
 * @kind: a kind of which mattra_item_kind_is_answer() holds
 *
 * Gets the lines of one cell in their order.
 *
 * Returns: (transfer none) (element-type MattraItem): the items, owned by @self and made on first use
 */
GPtrArray *
mattra_answer_get_items (MattraAnswer   *self,
                         MattraItemKind  kind)
{
  GPtrArray **items;

  g_return_val_if_fail (MATTRA_IS_ANSWER (self), NULL);
  g_return_val_if_fail (mattra_item_kind_is_answer (kind), NULL);

  items = &self->items[kind - MATTRA_N_MEASURE_ITEM_KINDS];
  if (*items == NULL)
    *items = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_item_free);

  return *items;
}

/**
 * mattra_answer_take_item:
 * @self: an answer
 * @kind: a kind of which mattra_item_kind_is_answer() holds
 * @item: (transfer full): the line
 *
 * Appends a line to a cell.
 */
void
mattra_answer_take_item (MattraAnswer   *self,
                         MattraItemKind  kind,
                         MattraItem     *item)
{
  g_return_if_fail (MATTRA_IS_ANSWER (self));
  g_return_if_fail (mattra_item_kind_is_answer (kind));
  g_return_if_fail (item != NULL);

  g_ptr_array_add (mattra_answer_get_items (self, kind), item);
}

/**
 * mattra_answer_has_results:
 * @self: an answer
 *
 * Whether at least one result is there. "None" (ไม่มี) is an answer but no result.
 *
 * Returns: whether there is a result
 */
gboolean
mattra_answer_has_results (MattraAnswer *self)
{
  GPtrArray *results;

  g_return_val_if_fail (MATTRA_IS_ANSWER (self), FALSE);

  results = self->items[MATTRA_ITEM_RESULT - MATTRA_N_MEASURE_ITEM_KINDS];
  for (guint i = 0; results != NULL && i < results->len; i++)
    {
      const MattraItem *item = g_ptr_array_index (results, i);

      if (!item->none)
        return TRUE;
    }

  return FALSE;
}

/**
 * mattra_answer_is_answered:
 * @self: an answer
 *
 * Whether results were given at all: at least one line, be it "none" (data-model.md: an ไม่มี is an
 * answer, a blank is none).
 *
 * Returns: whether the cell of results holds a line
 */
gboolean
mattra_answer_is_answered (MattraAnswer *self)
{
  GPtrArray *results;

  g_return_val_if_fail (MATTRA_IS_ANSWER (self), FALSE);

  results = self->items[MATTRA_ITEM_RESULT - MATTRA_N_MEASURE_ITEM_KINDS];

  return results != NULL && results->len > 0;
}
