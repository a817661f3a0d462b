/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-find-hits.h"

/* A cell; the strings may be NULL. */
typedef struct
{
  char *measure;
  char *field;
} Cell;

struct _MattraFindHits
{
  MattraFindJob *job;  /* NULL as long as nothing is looked for */
  GHashTable *places;  /* ULID of a measure to its place in the table, where it is known */
  Cell cursor;
  Cell target;         /* the hit one was led to */
  char *landing;       /* the field where the cursor came to stand: a hit may have no column */
  int at;              /* -1: on no hit */
};

static void
cell_set (Cell       *cell,
          const char *measure,
          const char *field)
{
  Cell old = *cell;

  cell->measure = g_strdup (measure);
  cell->field = g_strdup (field);
  g_free (old.measure);
  g_free (old.field);
}

/**
 * mattra_find_hits_new:
 *
 * Returns: (transfer full): no hits
 */
MattraFindHits *
mattra_find_hits_new (void)
{
  MattraFindHits *self = g_new0 (MattraFindHits, 1);

  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->at = -1;
  return self;
}

/**
 * mattra_find_hits_free:
 * @self: (transfer full): hits
 *
 * Frees hits.
 */
void
mattra_find_hits_free (MattraFindHits *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->places);
  mattra_find_job_free (self->job);
  cell_set (&self->cursor, NULL, NULL);
  cell_set (&self->target, NULL, NULL);
  g_free (self->landing);
  g_free (self);
}

static const MattraReplaceHit *
get_hit (MattraFindHits *self,
         guint           position)
{
  return g_ptr_array_index (self->job->hits, position);
}

static int
find_hit (MattraFindHits *self,
          const Cell     *cell)
{
  for (guint i = 0; cell->measure != NULL && i < mattra_find_hits_get_n (self); i++)
    if (g_strcmp0 (get_hit (self, i)->measure, cell->measure) == 0
        && g_strcmp0 (get_hit (self, i)->field, cell->field) == 0)
      return (int) i;
  return -1;
}

static void
find_at (MattraFindHits *self)
{
  gboolean landed = self->landing == NULL || g_strcmp0 (self->landing, self->cursor.field) == 0;

  if (self->target.measure != NULL && landed && g_strcmp0 (self->target.measure, self->cursor.measure) == 0)
    self->at = find_hit (self, &self->target);
  else
    self->at = find_hit (self, &self->cursor);
}

static void
find_places (MattraFindHits *self)
{
  g_hash_table_remove_all (self->places);
  if (self->job == NULL)
    return;
  for (guint i = 0; self->job->measures != NULL && self->job->measures[i] != NULL; i++)
    g_hash_table_insert (self->places, self->job->measures[i], GUINT_TO_POINTER (i));
  for (guint i = 0; self->job->measures == NULL && i < mattra_find_hits_get_n (self); i++)
    if (!g_hash_table_contains (self->places, get_hit (self, i)->measure))
      g_hash_table_insert (self->places, get_hit (self, i)->measure, GUINT_TO_POINTER (i));
}

/**
 * mattra_find_hits_take:
 * @self: hits
 * @job: (transfer full) (nullable): what was looked for and found; %NULL for nothing
 *
 * Takes other hits; one goes on standing on the cell one stood on.
 */
void
mattra_find_hits_take (MattraFindHits *self,
                       MattraFindJob  *job)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->places);
  mattra_find_job_free (self->job);
  self->job = job;
  find_places (self);
  find_at (self);
}

/**
 * mattra_find_hits_get_job:
 * @self: hits
 *
 * Returns: (transfer none) (nullable): what was looked for and where
 */
const MattraFindJob *
mattra_find_hits_get_job (MattraFindHits *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->job;
}

/**
 * mattra_find_hits_is_for:
 * @self: hits
 * @text: what is looked for
 *
 * Returns: whether these are the hits for it
 */
gboolean
mattra_find_hits_is_for (MattraFindHits *self,
                         const char     *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  return self->job != NULL && g_str_equal (self->job->find, text);
}

/**
 * mattra_find_hits_get_n:
 * @self: hits
 *
 * Returns: in how many cells it was found
 */
guint
mattra_find_hits_get_n (MattraFindHits *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->job != NULL && self->job->hits != NULL ? self->job->hits->len : 0;
}

/**
 * mattra_find_hits_get_at:
 * @self: hits
 *
 * Returns: on which hit one stands; -1 for none
 */
int
mattra_find_hits_get_at (MattraFindHits *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->at;
}

/**
 * mattra_find_hits_get_current:
 * @self: hits
 *
 * Returns: (transfer none) (nullable): the hit one stands on
 */
const MattraReplaceHit *
mattra_find_hits_get_current (MattraFindHits *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->at >= 0 ? get_hit (self, (guint) self->at) : NULL;
}

/**
 * mattra_find_hits_set_cursor:
 * @self: hits
 * @measure: (nullable): ULID of a measure
 * @field: (nullable): a field
 *
 * Says on which cell the cursor stands.
 */
void
mattra_find_hits_set_cursor (MattraFindHits *self,
                             const char     *measure,
                             const char     *field)
{
  g_return_if_fail (self != NULL);

  cell_set (&self->cursor, measure, field);
  if (self->landing == NULL && self->target.measure != NULL && g_strcmp0 (self->target.measure, measure) == 0)
    self->landing = g_strdup (field);
  find_at (self);
}

static void
lead_to (MattraFindHits *self,
         guint           position)
{
  const MattraReplaceHit *hit = get_hit (self, position);

  cell_set (&self->target, hit->measure, hit->field);
  cell_set (&self->cursor, hit->measure, hit->field);
  g_clear_pointer (&self->landing, g_free);
  self->at = (int) position;
}

/**
 * mattra_find_hits_leave:
 * @self: hits
 *
 * Stands on no hit: something else will be looked for.
 */
void
mattra_find_hits_leave (MattraFindHits *self)
{
  g_return_if_fail (self != NULL);

  cell_set (&self->target, NULL, NULL);
  g_clear_pointer (&self->landing, g_free);
  self->at = -1;
}

/* The hit next to the cursor, which stands on none; -1 where nobody knows where that is. */
static int
find_beside_cursor (MattraFindHits *self,
                    gboolean        backwards)
{
  int n = (int) mattra_find_hits_get_n (self);
  gpointer here = NULL;

  if (self->cursor.measure == NULL
      || !g_hash_table_lookup_extended (self->places, self->cursor.measure, NULL, &here))
    return -1;
  for (int i = backwards ? n - 1 : 0; i >= 0 && i < n; i += backwards ? -1 : 1)
    {
      guint there = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, get_hit (self, (guint) i)->measure));

      if (backwards ? there <= GPOINTER_TO_UINT (here) : there >= GPOINTER_TO_UINT (here))
        return i;
    }
  return -1;
}

/**
 * mattra_find_hits_step:
 * @self: hits
 * @backwards: whether to the one before
 *
 * Goes to the next hit, and round from the last to the first.
 */
void
mattra_find_hits_step (MattraFindHits *self,
                       gboolean        backwards)
{
  int n = 0;
  int beside = 0;
  int from = 0;

  g_return_if_fail (self != NULL);

  n = (int) mattra_find_hits_get_n (self);
  if (n == 0)
    return;
  from = self->at >= 0 ? self->at : find_hit (self, &self->target);
  if (self->at < 0 && g_strcmp0 (self->target.measure, self->cursor.measure) != 0)
    {
      beside = find_beside_cursor (self, backwards);
      if (beside >= 0)
        {
          lead_to (self, (guint) beside);
          return;
        }
    }
  if (from < 0)
    from = backwards ? n : -1;
  lead_to (self, (guint) ((from + (backwards ? -1 : 1) + n) % n));
}

/**
 * mattra_find_hits_go_on:
 * @self: hits that were found anew
 * @from: place of the hit that was replaced
 *
 * Goes to the hit after one that was replaced: it may be gone, or still be found.
 */
void
mattra_find_hits_go_on (MattraFindHits *self,
                        guint           from)
{
  guint n = 0;

  g_return_if_fail (self != NULL);

  n = mattra_find_hits_get_n (self);
  if (n == 0)
    return;
  if (find_hit (self, &self->target) == (int) from || find_hit (self, &self->cursor) == (int) from)
    from++;
  lead_to (self, from % n);
}
