/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-time-rows.h"

#include "mattra-span-list.h"

struct _MattraTimeRows
{
  GArray *rows;  /* (element-type MattraTimeRow) */
  GArray *edges; /* (element-type int): upper edges, and the lower one of the last */
  int group_height;
  int row_height;
};

MattraTimeRows *
mattra_time_rows_new (void)
{
  MattraTimeRows *self = g_new0 (MattraTimeRows, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (MattraTimeRow));
  self->edges = g_array_new (FALSE, FALSE, sizeof (int));
  self->group_height = 1;
  self->row_height = 1;
  return self;
}

void
mattra_time_rows_free (MattraTimeRows *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->edges);
  g_free (self);
}

static void
add (MattraTimeRows    *self,
     MattraTimeRowKind  kind,
     guint              index,
     guint              n,
     gboolean           of_milestones)
{
  MattraTimeRow row = { kind, index, n, of_milestones };

  g_array_append_val (self->rows, row);
}

static void
find_edges (MattraTimeRows *self)
{
  int y = 0;

  g_array_set_size (self->edges, 0);
  g_array_append_val (self->edges, y);
  for (guint i = 0; i < self->rows->len; i++)
    {
      y += g_array_index (self->rows, MattraTimeRow, i).kind == MATTRA_TIME_ROW_GROUP ? self->group_height
                                                                                       : self->row_height;
      g_array_append_val (self->edges, y);
    }
}

static guint
count_group (GPtrArray *spans,
             guint      first)
{
  const char *division = ((const MattraSpan *) g_ptr_array_index (spans, first))->division;
  guint end = first + 1;

  while (end < spans->len && g_str_equal (((const MattraSpan *) g_ptr_array_index (spans, end))->division, division))
    end++;
  return end - first;
}

/**
 * mattra_time_rows_fill:
 * @self: rows
 * @milestones: (element-type MattraDue) (nullable): days of the assessment
 * @spans: (element-type MattraSpan): measures, those of a division together
 *
 * Makes a row of each, with the name of the division over its own; the milestones come last, as their lines cross all rows.
 */
void
mattra_time_rows_fill (MattraTimeRows *self,
                       GPtrArray      *milestones,
                       GPtrArray      *spans)
{
  g_return_if_fail (self != NULL && spans != NULL);

  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < spans->len;)
    {
      guint end = i + count_group (spans, i);

      add (self, MATTRA_TIME_ROW_GROUP, i, end - i, FALSE);
      for (; i < end; i++)
        add (self, MATTRA_TIME_ROW_SPAN, i, 0, FALSE);
    }
  if (milestones != NULL && milestones->len > 0)
    add (self, MATTRA_TIME_ROW_GROUP, 0, milestones->len, TRUE);
  for (guint i = 0; milestones != NULL && i < milestones->len; i++)
    add (self, MATTRA_TIME_ROW_MILESTONE, i, 0, TRUE);
  find_edges (self);
}

void
mattra_time_rows_set_heights (MattraTimeRows *self,
                              int             group,
                              int             row)
{
  g_return_if_fail (group > 0 && row > 0);

  if (self->group_height == group && self->row_height == row)
    return;
  self->group_height = group;
  self->row_height = row;
  find_edges (self);
}

guint
mattra_time_rows_get_size (const MattraTimeRows *self)
{
  return self->rows->len;
}

const MattraTimeRow *
mattra_time_rows_get (const MattraTimeRows *self,
                      guint                 row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return &g_array_index (self->rows, MattraTimeRow, row);
}

/* The upper edge of a row; for one behind the last, the lower edge of the last. */
int
mattra_time_rows_y (const MattraTimeRows *self,
                    guint                 row)
{
  return self->edges->len > 0 ? g_array_index (self->edges, int, MIN (row, self->rows->len)) : 0;
}

int
mattra_time_rows_height (const MattraTimeRows *self)
{
  return mattra_time_rows_y (self, self->rows->len);
}

/**
 * mattra_time_rows_at:
 * @self: rows
 * @y: a place
 *
 * Returns: the row there; beyond the rows the first or last one, and %MATTRA_TIME_NO_ROW where there is none at all
 */
guint
mattra_time_rows_at (const MattraTimeRows *self,
                     double                y)
{
  guint low = 0;
  guint high = self->rows->len;

  if (high == 0)
    return MATTRA_TIME_NO_ROW;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->edges, int, middle) <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * mattra_time_rows_step:
 * @self: rows
 * @row: a row, or %MATTRA_TIME_NO_ROW for before the first
 * @steps: how many rows on, or back where negative
 *
 * Returns: the row so many steps away, names of groups not counted; the outermost where there are not as many, and
 *   %MATTRA_TIME_NO_ROW where there is none
 */
guint
mattra_time_rows_step (const MattraTimeRows *self,
                       guint                 row,
                       int                   steps)
{
  gint64 at = row == MATTRA_TIME_NO_ROW ? -1 : (gint64) row;
  int direction = steps < 0 ? -1 : 1;
  guint found = row;

  for (int left = ABS (steps); left > 0;)
    {
      at += direction;
      if (at < 0 || at >= self->rows->len)
        break;
      if (g_array_index (self->rows, MattraTimeRow, at).kind == MATTRA_TIME_ROW_GROUP)
        continue;
      found = (guint) at;
      left--;
    }
  return found;
}
