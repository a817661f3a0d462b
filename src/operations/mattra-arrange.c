/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-arrange.h"

#include "mattra-sort-key.h"

typedef gboolean (*SetFunc) (MattraStore  *store,
                             const char   *id,
                             const char   *field,
                             const char   *value,
                             GError      **error);

/* A division or a person, as far as its order goes. */
typedef struct
{
  const char *id;
  const char *sort_key;
} Ordered;

/* Gives all of a short list keys anew, the moved one in its new place. */
static gboolean
give_anew (MattraStore  *store,
           GArray       *rows,
           guint         place,
           const char   *moved,
           SetFunc       set,
           GError      **error)
{
  for (guint i = 0; i <= rows->len; i++)
    {
      g_autofree char *key = mattra_sort_key_nth (i);
      const char *id = i == place  ? moved
                       : i < place ? g_array_index (rows, Ordered, i).id
                                   : g_array_index (rows, Ordered, i - 1).id;

      if (!set (store, id, "sort_key", key, error))
        return FALSE;
    }
  return TRUE;
}

/* @rows are the others in their order. */
static gboolean
move (MattraStore  *store,
      GArray       *rows,
      const char   *moved,
      const char   *before,
      SetFunc       set,
      GError      **error)
{
  g_autofree char *key = NULL;
  guint place = 0;

  while (place < rows->len && g_strcmp0 (g_array_index (rows, Ordered, place).id, before) != 0)
    place++;
  key = mattra_sort_key_between (place > 0 ? g_array_index (rows, Ordered, place - 1).sort_key : NULL,
                                 place < rows->len ? g_array_index (rows, Ordered, place).sort_key : NULL);
  return key != NULL ? set (store, moved, "sort_key", key, error)
                     : give_anew (store, rows, place, moved, set, error);
}

/**
 * mattra_arrange_move_division:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @division: ULID of a division
 * @before: (nullable): ULID of the division before which it comes; %NULL for the end
 * @error: why not
 *
 * Moves a division to another place; its answers stand in that order on paper.
 *
 * Returns: whether it was done
 */
gboolean
mattra_arrange_move_division (MattraStore  *store,
                              MattraPlan   *plan,
                              const char   *division,
                              const char   *before,
                              GError      **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Ordered));
  MattraDivisionList *divisions;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && division != NULL, FALSE);

  divisions = mattra_plan_get_divisions (plan);
  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    {
      const MattraDivision *other = mattra_division_list_get (divisions, i);
      const Ordered row = { other->id, other->sort_key };

      if (g_strcmp0 (other->id, division) != 0)
        g_array_append_val (rows, row);
    }
  return move (store, rows, division, before, mattra_store_set_division_field, error);
}

/**
 * mattra_arrange_move_person:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @person: ULID of a person
 * @before: (nullable): ULID of the person before whom it comes; %NULL for the end
 * @error: why not
 *
 * Moves a person to another place; signatures stand in that order.
 *
 * Returns: whether it was done
 */
gboolean
mattra_arrange_move_person (MattraStore  *store,
                            MattraPlan   *plan,
                            const char   *person,
                            const char   *before,
                            GError      **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Ordered));
  GPtrArray *signers;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && person != NULL, FALSE);

  signers = mattra_plan_get_signers (plan);
  for (guint i = 0; i < signers->len; i++)
    {
      const MattraSigner *other = g_ptr_array_index (signers, i);
      const Ordered row = { other->id, other->sort_key };

      if (g_strcmp0 (other->id, person) != 0)
        g_array_append_val (rows, row);
    }
  return move (store, rows, person, before, mattra_store_set_signer_field, error);
}

/**
 * mattra_arrange_move_member:
 * @store: a register with an open act
 * @plan: the plan as loaded from it
 * @member: ULID of a member of the working committee
 * @before: (nullable): ULID of the member before whom that one is to stand; %NULL for the end
 * @error: return location
 *
 * Moves a member of the committee in the order of the list.
 *
 * Returns: whether it was done
 */
gboolean
mattra_arrange_move_member (MattraStore  *store,
                            MattraPlan   *plan,
                            const char   *member,
                            const char   *before,
                            GError      **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Ordered));
  GPtrArray *members;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && MATTRA_IS_PLAN (plan) && member != NULL, FALSE);

  members = mattra_plan_get_members (plan);
  for (guint i = 0; i < members->len; i++)
    {
      const MattraMember *other = g_ptr_array_index (members, i);
      const Ordered row = { other->id, other->sort_key };

      if (g_strcmp0 (other->id, member) != 0)
        g_array_append_val (rows, row);
    }
  return move (store, rows, member, before, mattra_store_set_member_field, error);
}

/**
 * mattra_arrange_delete_division:
 * @store: a register with an open act
 * @division: ULID of a division
 * @error: why not
 *
 * Takes a division away. Its measures and answers stay; a measure that no other division has stands under no
 * division from then on.
 *
 * Returns: whether it was done
 */
gboolean
mattra_arrange_delete_division (MattraStore  *store,
                                const char   *division,
                                GError      **error)
{
  return mattra_store_set_division_field (store, division, "deleted", "1", error);
}

/**
 * mattra_arrange_delete_person:
 * @store: a register with an open act
 * @person: ULID of a person
 * @error: why not
 *
 * Takes a person away, whose name then signs nothing any more.
 *
 * Returns: whether it was done
 */
gboolean
mattra_arrange_delete_person (MattraStore  *store,
                              const char   *person,
                              GError      **error)
{
  return mattra_store_set_signer_field (store, person, "deleted", "1", error);
}
