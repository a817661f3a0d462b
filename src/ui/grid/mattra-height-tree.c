/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-height-tree.h"

#include <string.h>

/* A Fenwick tree over the measured rows: what they are tall together, and how many they are; the rest
 * of any stretch of rows stands at the estimate, so that a better estimate costs nothing. */
struct _MattraHeightTree
{
  guint n_rows;
  gsize n_room;
  gint32 *heights;
  gint64 *sums;
  guint32 *counts;
  guint n_exact;
  gint64 exact;
  int estimate;
  gboolean stale;
};

#define UNKNOWN 0
#define HEIGHT_MAX 1000000

static guint
lowest_bit (guint index)
{
  return index & (~index + 1);
}

static void
make_room (MattraHeightTree *self,
           gsize             n_rows)
{
  if (n_rows <= self->n_room)
    return;
  self->n_room = MAX (n_rows, self->n_room + self->n_room / 2);
  self->heights = g_renew (gint32, self->heights, self->n_room);
  self->sums = g_renew (gint64, self->sums, self->n_room + 1);
  self->counts = g_renew (guint32, self->counts, self->n_room + 1);
}

/* Each node hands what it holds on to the next one above: the whole tree in one pass. */
static void
settle (MattraHeightTree *self)
{
  if (!self->stale)
    return;
  for (guint i = 1; i <= self->n_rows; i++)
    {
      self->sums[i] = self->heights[i - 1];
      self->counts[i] = self->heights[i - 1] != UNKNOWN;
    }
  self->exact = 0;
  self->n_exact = 0;
  for (guint i = 1; i <= self->n_rows; i++)
    {
      gsize above = (gsize) i + lowest_bit (i);

      self->exact += self->heights[i - 1];
      self->n_exact += self->heights[i - 1] != UNKNOWN;
      if (above <= self->n_rows)
        {
          self->sums[above] += self->sums[i];
          self->counts[above] += self->counts[i];
        }
    }
  self->stale = FALSE;
}

static void
add (MattraHeightTree *self,
     guint             row,
     int               height,
     int               count)
{
  self->exact += height;
  self->n_exact += count;
  for (gsize i = (gsize) row + 1; i <= self->n_rows; i += lowest_bit (i))
    {
      self->sums[i] += height;
      self->counts[i] += count;
    }
}

/**
 * mattra_height_tree_new:
 * @n_rows: how many rows
 * @estimate: the height in pixels of a row not yet measured
 *
 * Returns: (transfer full): heights of which none is exact
 */
MattraHeightTree *
mattra_height_tree_new (guint n_rows,
                        int   estimate)
{
  MattraHeightTree *self = g_new0 (MattraHeightTree, 1);

  self->estimate = CLAMP (estimate, 1, HEIGHT_MAX);
  mattra_height_tree_splice (self, 0, 0, n_rows);
  return self;
}

/**
 * mattra_height_tree_free:
 * @self: (transfer full): heights
 */
void
mattra_height_tree_free (MattraHeightTree *self)
{
  g_free (self->heights);
  g_free (self->sums);
  g_free (self->counts);
  g_free (self);
}

/**
 * mattra_height_tree_get_n_rows:
 * @self: heights
 *
 * Returns: how many rows there are
 */
guint
mattra_height_tree_get_n_rows (MattraHeightTree *self)
{
  return self->n_rows;
}

/**
 * mattra_height_tree_get_n_exact:
 * @self: heights
 *
 * Returns: how many rows were measured
 */
guint
mattra_height_tree_get_n_exact (MattraHeightTree *self)
{
  settle (self);
  return self->n_exact;
}

/**
 * mattra_height_tree_get_mean:
 * @self: heights
 *
 * Returns: the mean height of the measured rows in pixels, 0 without any
 */
int
mattra_height_tree_get_mean (MattraHeightTree *self)
{
  settle (self);
  return self->n_exact > 0 ? self->exact / self->n_exact : 0;
}

/**
 * mattra_height_tree_set_estimate:
 * @self: heights
 * @estimate: the height in pixels of each row not yet measured
 */
void
mattra_height_tree_set_estimate (MattraHeightTree *self,
                                 int               estimate)
{
  self->estimate = CLAMP (estimate, 1, HEIGHT_MAX);
}

/**
 * mattra_height_tree_get_total:
 * @self: heights
 *
 * Returns: the height of all rows together in pixels
 */
gint64
mattra_height_tree_get_total (MattraHeightTree *self)
{
  settle (self);
  return self->exact + (gint64) (self->n_rows - self->n_exact) * self->estimate;
}

/**
 * mattra_height_tree_get_top:
 * @self: heights
 * @row: a row, or the number of rows
 *
 * Returns: the height in pixels of all rows before @row
 */
gint64
mattra_height_tree_get_top (MattraHeightTree *self,
                            guint             row)
{
  gint64 exact = 0;
  guint count = 0;

  g_return_val_if_fail (row <= self->n_rows, 0);

  settle (self);
  for (guint i = row; i > 0; i -= lowest_bit (i))
    {
      exact += self->sums[i];
      count += self->counts[i];
    }
  return exact + (gint64) (row - count) * self->estimate;
}

/**
 * mattra_height_tree_get_height:
 * @self: heights
 * @row: a row
 *
 * Returns: its height in pixels, exact or estimated
 */
int
mattra_height_tree_get_height (MattraHeightTree *self,
                               guint             row)
{
  g_return_val_if_fail (row < self->n_rows, 0);

  return self->heights[row] != UNKNOWN ? self->heights[row] : self->estimate;
}

/**
 * mattra_height_tree_set_height:
 * @self: heights
 * @row: a row
 * @height: what it measured in pixels
 */
void
mattra_height_tree_set_height (MattraHeightTree *self,
                               guint             row,
                               int               height)
{
  int old = 0;

  g_return_if_fail (row < self->n_rows);

  settle (self);
  height = CLAMP (height, 1, HEIGHT_MAX);
  old = self->heights[row];
  if (old == height)
    return;
  self->heights[row] = height;
  add (self, row, height - old, old == UNKNOWN);
}

/**
 * mattra_height_tree_find:
 * @self: heights
 * @y: pixels from the top of the first row
 *
 * Returns: the row that covers @y; the first or last one if @y is before or behind them all
 */
guint
mattra_height_tree_find (MattraHeightTree *self,
                         gint64            y)
{
  gsize before = 0, step = 1;

  settle (self);
  while (step <= self->n_rows / 2)
    step *= 2;
  for (; step > 0; step /= 2)
    if (before + step <= self->n_rows)
      {
        gint64 sum = self->sums[before + step]
                     + (gint64) (step - self->counts[before + step]) * self->estimate;

        if (sum > y)
          continue;
        y -= sum;
        before += step;
      }
  return self->n_rows == 0 ? 0 : MIN (before, self->n_rows - 1);
}

/**
 * mattra_height_tree_splice:
 * @self: heights
 * @position: where rows change
 * @removed: how many rows go
 * @added: how many rows not yet measured come in their place
 */
void
mattra_height_tree_splice (MattraHeightTree *self,
                           guint             position,
                           guint             removed,
                           guint             added)
{
  gsize rest = 0, n_rows = 0;

  g_return_if_fail (position <= self->n_rows && removed <= self->n_rows - position);

  rest = self->n_rows - position - removed;
  n_rows = (gsize) position + added + rest;
  g_return_if_fail (n_rows < G_MAXUINT);
  make_room (self, n_rows);
  if (rest > 0)
    memmove (self->heights + position + added, self->heights + position + removed,
             rest * sizeof *self->heights);
  if (added > 0)
    memset (self->heights + position, 0, added * sizeof *self->heights);
  self->n_rows = n_rows;
  self->stale = TRUE;
}
