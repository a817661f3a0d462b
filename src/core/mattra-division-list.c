/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-division.h"

#include "mattra-text.h"

struct _MattraDivisionList
{
  GObject parent_instance;

  GPtrArray *divisions;
  GHashTable *positions; /* ULID to position + 1 */
  GHashTable *names;     /* folded name, short name or alias to position + 1 */
};

G_DEFINE_FINAL_TYPE (MattraDivisionList, mattra_division_list, G_TYPE_OBJECT)

static void
mattra_division_list_finalize (GObject *object)
{
  MattraDivisionList *self = MATTRA_DIVISION_LIST (object);

  g_clear_pointer (&self->divisions, g_ptr_array_unref);
  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);

  G_OBJECT_CLASS (mattra_division_list_parent_class)->finalize (object);
}

static void
mattra_division_list_class_init (MattraDivisionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mattra_division_list_finalize;
}

static void
mattra_division_list_init (MattraDivisionList *self)
{
  self->divisions = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_division_free);
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* A name that two divisions claim belongs to the first, so that the order of the list decides. */
static void
add_name (MattraDivisionList *self,
          const char         *name,
          guint               position)
{
  g_autofree char *folded = name != NULL ? mattra_text_fold_compare (name) : NULL;

  if (folded != NULL && *folded != '\0' && !g_hash_table_contains (self->names, folded))
    g_hash_table_insert (self->names, g_steal_pointer (&folded), GUINT_TO_POINTER (position + 1));
}

static void
add_names (MattraDivisionList *self)
{
  for (guint i = 0; i < self->divisions->len; i++)
    {
      const MattraDivision *division = g_ptr_array_index (self->divisions, i);

      add_name (self, division->name, i);
    }

  for (guint i = 0; i < self->divisions->len; i++)
    {
      const MattraDivision *division = g_ptr_array_index (self->divisions, i);

      add_name (self, division->short_name, i);
      for (guint j = 0; j < division->aliases->len; j++)
        add_name (self, g_ptr_array_index (division->aliases, j), i);
    }
}

/**
 * mattra_division_list_new:
 * @divisions: (transfer none) (element-type MattraDivision): divisions in their order; they are copied
 *
 * Makes the list of a plan's divisions. A full name comes before another division's short name or
 * alias; else what two divisions claim belongs to the first of them.
 *
 * Returns: (transfer full): the list
 */
MattraDivisionList *
mattra_division_list_new (GPtrArray *divisions)
{
  MattraDivisionList *self;

  g_return_val_if_fail (divisions != NULL, NULL);

  self = g_object_new (MATTRA_TYPE_DIVISION_LIST, NULL);
  for (guint i = 0; i < divisions->len; i++)
    {
      MattraDivision *division = mattra_division_copy (g_ptr_array_index (divisions, i));

      g_ptr_array_add (self->divisions, division);
      if (division->id != NULL)
        g_hash_table_insert (self->positions, division->id, GUINT_TO_POINTER (i + 1));
    }
  add_names (self);

  return self;
}

/**
 * mattra_division_list_get_size:
 * @self: a list of divisions
 *
 * Counts the divisions.
 *
 * Returns: how many there are
 */
guint
mattra_division_list_get_size (MattraDivisionList *self)
{
  g_return_val_if_fail (MATTRA_IS_DIVISION_LIST (self), 0);

  return self->divisions->len;
}

/**
 * mattra_division_list_get:
 * @self: a list of divisions
 * @position: place in the list, from 0
 *
 * Gets a division.
 *
 * Returns: (transfer none) (nullable): the division, %NULL after the end
 */
const MattraDivision *
mattra_division_list_get (MattraDivisionList *self,
                          guint               position)
{
  g_return_val_if_fail (MATTRA_IS_DIVISION_LIST (self), NULL);

  return position < self->divisions->len ? g_ptr_array_index (self->divisions, position) : NULL;
}

/**
 * mattra_division_list_find_id:
 * @self: a list of divisions
 * @id: (nullable): a ULID
 *
 * Finds a division by its ULID.
 *
 * Returns: (transfer none) (nullable): the division, %NULL if there is none
 */
const MattraDivision *
mattra_division_list_find_id (MattraDivisionList *self,
                              const char         *id)
{
  int position = mattra_division_list_position (self, id);

  return position >= 0 ? g_ptr_array_index (self->divisions, position) : NULL;
}

/**
 * mattra_division_list_find_name:
 * @self: a list of divisions
 * @name: a name, short name or alias
 *
 * Finds a division by one of its names, white space and the like ignored.
 *
 * Returns: (transfer none) (nullable): the division, %NULL if there is none
 */
const MattraDivision *
mattra_division_list_find_name (MattraDivisionList *self,
                                const char         *name)
{
  g_autofree char *folded = NULL;
  guint position;

  g_return_val_if_fail (MATTRA_IS_DIVISION_LIST (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  folded = mattra_text_fold_compare (name);
  position = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, folded));

  return position > 0 ? g_ptr_array_index (self->divisions, position - 1) : NULL;
}

/**
 * mattra_division_list_position:
 * @self: a list of divisions
 * @id: (nullable): a ULID
 *
 * Finds where a division stands in the order.
 *
 * Returns: the place from 0, -1 if there is no such division
 */
int
mattra_division_list_position (MattraDivisionList *self,
                               const char         *id)
{
  g_return_val_if_fail (MATTRA_IS_DIVISION_LIST (self), -1);

  return id != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, id)) - 1 : -1;
}
