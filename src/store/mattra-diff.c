/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-diff.h"

#include <string.h>

/* Comparing every line with every other is for cells that people write; beyond this many pairs only
 * equal lines are found again. */
#define MAX_PAIRS 250000

/* Two lines are the same line reworded if this share of the longer one's beginning and end is common. */
#define ALIKE_PERCENT 50
#define EQUAL_SCORE 1000

typedef struct
{
  const char *const *before;
  const char *const *now;
  guint n_before;
  guint n_now;
  gboolean *used; /* lines of before that were found again */
  MattraMatch *matches;
} Diff;

static void
match (Diff     *self,
       guint     now,
       guint     before,
       gboolean  in_place)
{
  self->matches[now] = (MattraMatch) { (int) before, in_place };
  self->used[before] = TRUE;
}

/* Returns: how much two lines are the same, 0 if they are not alike at all. */
static int
likeness (const char *a,
          const char *b)
{
  gsize length_a = strlen (a);
  gsize length_b = strlen (b);
  gsize shorter = MIN (length_a, length_b);
  gsize start = 0;
  gsize end = 0;
  int percent;

  while (start < shorter && a[start] == b[start])
    start++;
  if (start == length_a && start == length_b)
    return EQUAL_SCORE;
  while (end < shorter - start && a[length_a - 1 - end] == b[length_b - 1 - end])
    end++;
  percent = (int) ((start + end) * 100 / MAX (length_a, length_b));
  return percent >= ALIKE_PERCENT ? percent : 0;
}

static void
trim (Diff  *self,
      guint *start,
      guint *end)
{
  guint shorter = MIN (self->n_before, self->n_now);

  for (*start = 0; *start < shorter && strcmp (self->before[*start], self->now[*start]) == 0; (*start)++)
    match (self, *start, *start, TRUE);
  for (*end = 0; *end < shorter - *start; (*end)++)
    {
      guint before = self->n_before - 1 - *end;
      guint now = self->n_now - 1 - *end;

      if (strcmp (self->before[before], self->now[now]) != 0)
        break;
      match (self, now, before, TRUE);
    }
}

/* The pairing in order with the greatest likeness, by the table of the best scores of all remainders. */
static void
align (Diff  *self,
       guint  start,
       guint  end)
{
  guint rows = self->n_before - start - end;
  guint columns = self->n_now - start - end;
  guint width = columns + 1;
  g_autofree int *pair = NULL;
  g_autofree int *best = NULL;
  guint i = 0;
  guint j = 0;

  if (rows == 0 || columns == 0 || (guint64) rows * columns > MAX_PAIRS)
    return;
  pair = g_new (int, rows * columns);
  best = g_new0 (int, (rows + 1) * width);
  for (guint r = rows; r-- > 0;)
    for (guint c = columns; c-- > 0;)
      {
        int score = likeness (self->before[start + r], self->now[start + c]);
        int skip = MAX (best[(r + 1) * width + c], best[r * width + c + 1]);

        pair[r * columns + c] = score;
        best[r * width + c] = score > 0 ? MAX (skip, score + best[(r + 1) * width + c + 1]) : skip;
      }
  while (i < rows && j < columns)
    {
      int score = pair[i * columns + j];

      if (score > 0 && best[i * width + j] == score + best[(i + 1) * width + j + 1])
        match (self, start + j++, start + i++, TRUE);
      else if (best[i * width + j] == best[(i + 1) * width + j])
        i++;
      else
        j++;
    }
}

/* Equal lines elsewhere were moved. */
static void
find_moved (Diff *self)
{
  g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  gpointer position;

  for (guint i = self->n_before; i-- > 0;)
    if (!self->used[i])
      g_hash_table_replace (left, (gpointer) self->before[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < self->n_now; i++)
    if (self->matches[i].line < 0
        && g_hash_table_steal_extended (left, self->now[i], NULL, &position))
      match (self, i, GPOINTER_TO_UINT (position), FALSE);
}

static guint
next_in_place (Diff  *self,
               guint  from)
{
  while (from < self->n_now && !self->matches[from].in_place)
    from++;
  return from < self->n_now ? (guint) self->matches[from].line : self->n_before;
}

/* What is left between two lines that stayed was rewritten: in order, line by line. */
static void
pair_rest (Diff *self)
{
  guint line = 0;
  guint limit = next_in_place (self, 0);

  for (guint i = 0; i < self->n_now; i++)
    {
      if (self->matches[i].in_place)
        {
          line = self->matches[i].line + 1;
          limit = next_in_place (self, i + 1);
          continue;
        }
      while (line < limit && self->used[line])
        line++;
      if (self->matches[i].line < 0 && line < limit)
        match (self, i, line, TRUE);
    }
}

/* Returns: (transfer full): for each line of @now which line of @before it is. */
MattraMatch *
mattra_diff_lines (const char *const *before,
                   guint              n_before,
                   const char *const *now,
                   guint              n_now)
{
  Diff self = { before, now, n_before, n_now, g_new0 (gboolean, n_before + 1), g_new (MattraMatch, n_now + 1) };
  guint start;
  guint end;

  for (guint i = 0; i < n_now; i++)
    self.matches[i] = (MattraMatch) { -1, FALSE };
  trim (&self, &start, &end);
  align (&self, start, end);
  find_moved (&self);
  pair_rest (&self);
  g_free (self.used);
  return self.matches;
}
