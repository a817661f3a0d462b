/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-item.h"

G_DEFINE_BOXED_TYPE (MattraItem, mattra_item, mattra_item_copy, mattra_item_free)

static const struct
{
  const char *name;
  const char *field;
} kinds[] = {
  [MATTRA_ITEM_STEP] = { "step", "steps" },
  [MATTRA_ITEM_KPI] = { "kpi", "indicators" },
  [MATTRA_ITEM_FOLLOW_UP] = { "follow_up", "follow_up" },
  [MATTRA_ITEM_BUDGET] = { "budget", "budget" },
  [MATTRA_ITEM_NOTE] = { "note", "note" },
  [MATTRA_ITEM_EXTRA] = { "extra", "extra" },
  [MATTRA_ITEM_RESULT] = { "result", "results" },
  [MATTRA_ITEM_OBSTACLE] = { "obstacle", "obstacles" },
  [MATTRA_ITEM_RECOMMENDATION] = { "recommendation", "recommendations" },
  [MATTRA_ITEM_EVIDENCE] = { "evidence", "evidence" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == MATTRA_N_ITEM_KINDS);

/**
 * mattra_item_kind_to_string:
 * @kind: a kind of item
 *
 * The name under which the register keeps @kind, e.g. "step".
 *
 * Returns: (transfer none): the name
 */
const char *
mattra_item_kind_to_string (MattraItemKind kind)
{
  g_return_val_if_fail ((guint) kind < MATTRA_N_ITEM_KINDS, NULL);

  return kinds[kind].name;
}

/**
 * mattra_item_kind_to_field:
 * @kind: a kind of item
 *
 * The field of a measure that holds the items of @kind in JSON and on the command line, e.g. "steps".
 *
 * Returns: (transfer none): the field
 */
const char *
mattra_item_kind_to_field (MattraItemKind kind)
{
  g_return_val_if_fail ((guint) kind < MATTRA_N_ITEM_KINDS, NULL);

  return kinds[kind].field;
}

/**
 * mattra_item_kind_from_field:
 * @field: (nullable): a field of a measure as in JSON
 * @kind: (out) (optional): the kind of its items
 *
 * Which kind of items the field @field holds.
 *
 * Returns: whether @field is a field of items
 */
gboolean
mattra_item_kind_from_field (const char     *field,
                             MattraItemKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].field, field) == 0)
      {
        if (kind != NULL)
          *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * mattra_item_kind_from_string:
 * @name: (nullable): a name as mattra_item_kind_to_string() gives it
 * @kind: (out) (optional): the kind
 *
 * Reads the name under which the register keeps a kind.
 *
 * Returns: whether @name is the name of a kind
 */
gboolean
mattra_item_kind_from_string (const char     *name,
                              MattraItemKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      {
        if (kind != NULL)
          *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * mattra_item_kind_is_answer:
 * @kind: a kind of item
 *
 * Whether items of @kind hang on an answer (a round and perhaps a division) rather than on the measure.
 *
 * Returns: %TRUE for results, obstacles, recommendations and evidence
 */
gboolean
mattra_item_kind_is_answer (MattraItemKind kind)
{
  g_return_val_if_fail ((guint) kind < MATTRA_N_ITEM_KINDS, FALSE);

  return kind >= MATTRA_N_MEASURE_ITEM_KINDS;
}

/**
 * mattra_item_new:
 * @text: a line without its number
 *
 * Makes an item without ULID and place in the order.
 *
 * Returns: (transfer full): the item
 */
MattraItem *
mattra_item_new (const char *text)
{
  MattraItem *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (MattraItem, 1);
  self->text = g_strdup (text);

  return self;
}

/**
 * mattra_item_new_none:
 * @text: how "none" was written, e.g. ไม่มี or -
 *
 * Makes the item of a cell that was answered with "none".
 *
 * Returns: (transfer full): the item
 */
MattraItem *
mattra_item_new_none (const char *text)
{
  MattraItem *self = mattra_item_new (text);

  self->none = TRUE;

  return self;
}

/**
 * mattra_item_copy:
 * @self: an item
 *
 * Copies an item with its ULID and sort key.
 *
 * Returns: (transfer full): the copy
 */
MattraItem *
mattra_item_copy (const MattraItem *self)
{
  MattraItem *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = mattra_item_new (self->text);
  copy->id = g_strdup (self->id);
  copy->sort_key = g_strdup (self->sort_key);
  copy->label = g_strdup (self->label);
  copy->none = self->none;

  return copy;
}

/**
 * mattra_item_free:
 * @self: (transfer full): an item
 *
 * Frees an item.
 */
void
mattra_item_free (MattraItem *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->sort_key);
  g_free (self->text);
  g_free (self->label);
  g_free (self);
}
