/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-plan.h"

#include "mattra-text.h"

/* The lines of one division's answer, at its place in the order of the divisions. */
typedef struct
{
  int position;
  const MattraDivision *division;
  GPtrArray *items;
} Group;

static void
composed_item_free (MattraComposedItem *item)
{
  g_free (item->divisions);
  g_free (item);
}

static MattraComposedItem *
append_item (GPtrArray        *composed,
             const MattraItem *item)
{
  MattraComposedItem *line = g_new0 (MattraComposedItem, 1);

  line->text = item->text;
  line->none = item->none;
  g_ptr_array_add (composed, line);

  return line;
}

static void
append_items (GPtrArray *composed,
              GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    append_item (composed, g_ptr_array_index (items, i));
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Group *one = a;
  const Group *other = b;

  return (one->position > other->position) - (one->position < other->position);
}

static const char *
group_name (const Group *group)
{
  return group->division != NULL ? mattra_division_get_short_name (group->division) : NULL;
}

/* A division that the list no longer holds comes last. */
static GArray *
collect_groups (MattraPlan     *self,
                MattraMeasure  *measure,
                MattraItemKind  kind,
                MattraRound     round)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (self);
  GPtrArray *answers = mattra_measure_get_answers (measure);
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  for (guint i = 0; i < answers->len; i++)
    {
      MattraAnswer *answer = g_ptr_array_index (answers, i);
      const char *id = mattra_answer_get_division (answer);
      GPtrArray *items = mattra_answer_get_items (answer, kind);
      Group group = { .items = items };

      if (mattra_answer_get_round (answer) != round || id == NULL || items->len == 0)
        continue;
      group.division = mattra_division_list_find_id (divisions, id);
      group.position = group.division != NULL ? mattra_division_list_position (divisions, id) : G_MAXINT;
      g_array_append_val (groups, group);
    }
  g_array_sort (groups, compare_groups);

  return groups;
}

typedef struct
{
  MattraComposedItem *line;
  guint last_group;
} Seen;

static void
add_name (MattraComposedItem *line,
          const char         *name)
{
  g_autofree char *before = g_steal_pointer (&line->divisions);

  line->divisions = before == NULL ? g_strdup (name) : g_strconcat (before, ", ", name, NULL);
}

static void
merge_item (GPtrArray        *composed,
            GHashTable       *seen,
            const MattraItem *item,
            guint             group,
            const char       *name)
{
  g_autofree char *folded = mattra_text_fold_compare (item->text);
  Seen *before = g_hash_table_lookup (seen, folded);

  if (before == NULL)
    {
      before = g_new0 (Seen, 1);
      before->line = append_item (composed, item);
      g_hash_table_insert (seen, g_steal_pointer (&folded), before);
    }
  else if (before->last_group == group)
    return;

  before->last_group = group;
  if (name != NULL)
    add_name (before->line, name);
}

static void
merge_groups (GPtrArray *composed,
              GArray    *groups)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      for (guint j = 0; j < group->items->len; j++)
        merge_item (composed, seen, g_ptr_array_index (group->items, j), i, group_name (group));
    }
}

static void
compose_answers (MattraPlan     *self,
                 MattraMeasure  *measure,
                 MattraItemKind  kind,
                 MattraRound     round,
                 GPtrArray      *composed)
{
  MattraAnswer *joint = mattra_measure_find_answer (measure, round, NULL);
  g_autoptr (GArray) groups = NULL;

  if (joint != NULL && mattra_answer_get_items (joint, kind)->len > 0)
    {
      append_items (composed, mattra_answer_get_items (joint, kind));
      return;
    }

  groups = collect_groups (self, measure, kind, round);
  if (groups->len == 1)
    append_items (composed, g_array_index (groups, Group, 0).items);
  else
    merge_groups (composed, groups);
}

/**
 * mattra_plan_compose:
 * @self: a plan
 * @measure: a measure of the plan
 * @kind: the kind of item, which is the cell
 * @round: the round; %MATTRA_ROUND_NONE for the answers that name no round
 *
 * Composes a cell as it prints. A kind that hangs on the measure gives the measure's items. Of a kind
 * that hangs on answers come the joint items if there are any; else the divisions' items in the order
 * of the divisions, with the short names of their divisions where more than one answered. Texts that
 * are equal when folded then stand once, with all names. Another round's items are never mixed in.
 * Rule: data model, "Composing".
 *
 * Returns: (transfer full) (element-type MattraComposedItem): the lines; their texts belong to @measure
 *   and live as long as its items do not change
 */
GPtrArray *
mattra_plan_compose (MattraPlan     *self,
                     MattraMeasure  *measure,
                     MattraItemKind  kind,
                     MattraRound     round)
{
  GPtrArray *composed;

  g_return_val_if_fail (MATTRA_IS_PLAN (self), NULL);
  g_return_val_if_fail (MATTRA_IS_MEASURE (measure), NULL);
  g_return_val_if_fail ((guint) kind < MATTRA_N_ITEM_KINDS, NULL);

  composed = g_ptr_array_new_with_free_func ((GDestroyNotify) composed_item_free);
  if (mattra_item_kind_is_answer (kind))
    compose_answers (self, measure, kind, round, composed);
  else
    append_items (composed, mattra_measure_get_items (measure, kind));

  return composed;
}
