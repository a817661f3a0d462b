/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-line-break.h"

/* Widths come from at most this many rows at equal steps, and the longest. */
#define SAMPLE_ROWS 400

/* Rows read between two times that who waits is asked. */
#define ROWS_BETWEEN 64

#define STEP MATTRA_MM (1)
#define LEAST_WIDTH MATTRA_MM (10)

/* What one more line of the whole sample weighs against one of a single cell: the former costs paper. A line that ends
 * inside a compound, a date or a word reads badly and weighs more. */
#define ROW_WEIGHT 64
#define FAULT_WEIGHT (2 * ROW_WEIGHT)

/* A paragraph of the sample: a range of tokens and how far they hang. */
typedef struct
{
  guint first;
  guint end;
  int   hang;
} Paragraph;

/* How a column fares with a width: the lines of each row, and how many of them end badly. */
typedef struct
{
  guint16 *heights;               /* NULL: not tried yet */
  guint    faults;
} Trial;

typedef struct
{
  MattraTypesetter  *typesetter;
  const MattraTable *table;
  MattraSetting      body;
  GArray            *tokens;
  GArray            *paragraphs;
  GArray            *cells;        /* row by row: the index of each cell's first paragraph, and one more */
  guint              n_rows;
  guint              n_columns;
  int                n_steps;      /* the page's width */
  Trial             *trials;       /* by column and width in steps, from 0 to all of them */
  int               *least;        /* by column, in steps */
  gboolean          *fixed;
} Sample;

/**
 * mattra_cell_hang:
 * @scratch: lines, used as scratch
 * @typesetter: a typesetter
 * @setting: how the cell is set
 * @row: a row
 * @cell: a cell's index
 * @error: return location for an error
 *
 * Returns: how far the numbered paragraphs of a cell hang behind their numbers; 0 if it has none, -1 with an error
 */
int
mattra_cell_hang (MattraLines          *scratch,
                  MattraTypesetter     *typesetter,
                  const MattraSetting  *setting,
                  const MattraRow      *row,
                  guint                 cell,
                  GError              **error)
{
  int hang = 0;

  for (guint i = 0; i < mattra_row_get_n_paragraphs (row, cell); i++)
    {
      gsize length;
      const char *number;
      int width;

      mattra_row_get_paragraph (row, cell, i, &length, &number);
      if (number == NULL)
        continue;
      if (mattra_lines_box_of (number) != MATTRA_BOX_NONE)
        width = (int) (setting->size * (MATTRA_BOX_SIDE + MATTRA_BOX_GAP)) - setting->size / 4;
      else
        width = mattra_lines_measure (scratch, typesetter, setting, number, error);
      if (width < 0)
        return -1;
      hang = MAX (hang, width + setting->size / 4);
    }
  return hang;
}

/**
 * mattra_cell_prefix:
 * @table: a table
 * @row: one of its rows
 * @cell: a cell's index
 * @error: (inout): an error about the cell
 *
 * Puts before an error's message which cell it is about, in the user's words.
 */
void
mattra_cell_prefix (const MattraTable  *table,
                    const MattraRow    *row,
                    guint               cell,
                    GError            **error)
{
  const char *name = mattra_row_get_name (row);
  const char *head = ((const MattraColumn *) g_ptr_array_index (table->columns, cell))->head;

  if (mattra_row_is_section (row))
    g_prefix_error (error, "%s: ", name != NULL ? name : _("Section"));
  else if (name == NULL)
    g_prefix_error (error, _("Column “%s”: "), head);
  else
    /* Translators: a row, as “Measure 3”, and the head of a column. */
    g_prefix_error (error, _("%s, column “%s”: "), name, head);
}

static gboolean
add_cell (Sample           *sample,
          MattraLines      *scratch,
          const MattraRow  *row,
          guint             cell,
          GError          **error)
{
  int hang = mattra_cell_hang (scratch, sample->typesetter, &sample->body, row, cell, error);

  if (hang < 0)
    return FALSE;

  g_array_append_val (sample->cells, sample->paragraphs->len);
  for (guint i = 0; i < mattra_row_get_n_paragraphs (row, cell); i++)
    {
      gsize length;
      const char *number;
      const char *text = mattra_row_get_paragraph (row, cell, i, &length, &number);
      Paragraph paragraph = { .first = sample->tokens->len, .hang = number != NULL ? hang : 0 };

      if (!mattra_typesetter_tokenize (sample->typesetter, MATTRA_FACE_REGULAR, text, length, sample->tokens, error))
        return FALSE;
      paragraph.end = sample->tokens->len;
      g_array_append_val (sample->paragraphs, paragraph);
    }
  return TRUE;
}

static gboolean
add_row (Sample           *sample,
         const MattraRow  *row,
         GError          **error)
{
  g_autoptr (MattraLines) scratch = mattra_lines_new ();

  if (mattra_row_is_section (row))
    return TRUE;

  for (guint i = 0; i < sample->n_columns; i++)
    if (!add_cell (sample, scratch, row, i, error))
      {
        mattra_cell_prefix (sample->table, row, i, error);
        return FALSE;
      }
  sample->n_rows++;
  return TRUE;
}

/* Drops every other row: the rows stay at equal steps, twice as far apart. */
static void
thin_out (GPtrArray *rows)
{
  for (guint i = rows->len; i-- > 0;)
    if (i % 2 == 1)
      g_ptr_array_remove_index (rows, i);
}

/* Who waits is asked now and then: all rows are read before the first one is put on paper. */
static gboolean
note_read (MattraRowWatch  *watch,
           guint            n,
           GError         **error)
{
  if (n == 0 || n % ROWS_BETWEEN != 0)
    return TRUE;
  watch->n_read += ROWS_BETWEEN;
  return mattra_row_watch_tell (watch, error);
}

/* Reads all rows once and keeps some of them. */
static GPtrArray *
pick_rows (MattraRowSource  *source,
           MattraRowWatch   *watch,
           GError          **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);
  g_autoptr (MattraRow) row = mattra_row_new ();
  g_autoptr (MattraRow) longest = NULL;
  g_autoptr (GError) local_error = NULL;
  guint step = 1;

  if (!mattra_row_source_rewind (source, error))
    return NULL;
  for (guint i = 0; mattra_row_source_next (source, row, &local_error) && note_read (watch, i, &local_error); i++)
    {
      if (longest == NULL || mattra_row_get_size (row) > mattra_row_get_size (longest))
        {
          g_clear_pointer (&longest, mattra_row_free);
          longest = mattra_row_copy (row);
        }
      if (i % step != 0)
        continue;
      g_ptr_array_add (rows, mattra_row_copy (row));
      if (rows->len > SAMPLE_ROWS)
        {
          thin_out (rows);
          step *= 2;
        }
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (step > 1)
    g_ptr_array_add (rows, g_steal_pointer (&longest));
  return g_steal_pointer (&rows);
}

static int
widest_token (const GArray *tokens,
              guint         first,
              guint         end)
{
  int widest = 0;

  for (guint i = first; i < end; i++)
    widest = MAX (widest, g_array_index (tokens, MattraToken, i).width);
  return widest;
}

static int
steps_for (int width)
{
  return (MAX (width + 2 * MATTRA_CELL_PADDING, LEAST_WIDTH) + STEP - 1) / STEP;
}

/* A column is at least as wide as its widest word, its head's included. */
static gboolean
find_least_widths (Sample             *sample,
                   const MattraTable  *table,
                   GError            **error)
{
  MattraSetting head = mattra_setting (sample->typesetter, MATTRA_FACE_BOLD, table->points);

  for (guint i = 0; i < sample->n_columns; i++)
    {
      const MattraColumn *column = g_ptr_array_index (table->columns, i);
      g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (MattraToken));
      int width;

      if (!mattra_typesetter_tokenize (sample->typesetter, MATTRA_FACE_BOLD, column->head, strlen (column->head),
                                       tokens, error))
        {
          g_prefix_error (error, _("The table's heads: "));
          return FALSE;
        }
      width = mattra_setting_length (&head, widest_token (tokens, 0, tokens->len));
      for (guint row = 0; row < sample->n_rows; row++)
        {
          const guint *cell = &g_array_index (sample->cells, guint, row * sample->n_columns + i);

          for (guint k = cell[0]; k < cell[1]; k++)
            {
              const Paragraph *p = &g_array_index (sample->paragraphs, Paragraph, k);

              width = MAX (width, p->hang + mattra_setting_length (&sample->body,
                                                                   widest_token (sample->tokens, p->first, p->end)));
            }
        }
      sample->least[i] = steps_for (width);
    }
  return TRUE;
}

static guint16
count_lines (Sample *sample,
             guint   row,
             guint   column,
             int     width,
             guint  *faults)
{
  const guint *cell = &g_array_index (sample->cells, guint, row * sample->n_columns + column);
  const MattraToken *tokens = (const MattraToken *) (void *) sample->tokens->data;
  guint lines = 0;

  for (guint i = cell[0]; i < cell[1]; i++)
    {
      const Paragraph *p = &g_array_index (sample->paragraphs, Paragraph, i);
      int units = mattra_setting_units (&sample->body, width - p->hang);
      int line_width;

      for (guint at = p->first; at < p->end; lines++)
        {
          at = mattra_lines_next (tokens, p->end, at, units, &line_width);
          if (line_width > units || (at < p->end && tokens[at].cost >= MATTRA_BREAK_POOR))
            (*faults)++;
        }
    }
  return (guint16) MIN (lines, G_MAXUINT16);
}

static const Trial *
try_width (Sample *sample,
           guint   column,
           int     steps)
{
  Trial *trial;

  steps = CLAMP (steps, 1, sample->n_steps);
  trial = &sample->trials[column * (guint) (sample->n_steps + 1) + (guint) steps];
  if (trial->heights == NULL)
    {
      trial->heights = g_new (guint16, MAX (sample->n_rows, 1));
      for (guint row = 0; row < sample->n_rows; row++)
        trial->heights[row] = count_lines (sample, row, column, steps * STEP - 2 * MATTRA_CELL_PADDING,
                                           &trial->faults);
    }
  return trial;
}

static gint64
rate (Sample    *sample,
      const int *steps)
{
  const Trial *trials[MATTRA_MOST_COLUMNS];
  gint64 cost = 0;

  for (guint i = 0; i < sample->n_columns; i++)
    {
      trials[i] = try_width (sample, i, steps[i]);
      cost += (gint64) trials[i]->faults * FAULT_WEIGHT;
    }
  for (guint row = 0; row < sample->n_rows; row++)
    {
      int tallest = 0;

      for (guint i = 0; i < sample->n_columns; i++)
        {
          tallest = MAX (tallest, trials[i]->heights[row]);
          cost += trials[i]->heights[row];
        }
      cost += tallest * ROW_WEIGHT;
    }
  return cost;
}

/* Moves @by steps from one column to another where that saves most; returns whether it did. */
static gboolean
move_best (Sample *sample,
           int    *steps,
           int     by,
           gint64 *cost)
{
  guint best_from = 0, best_to = 0;
  gint64 best = *cost;

  for (guint from = 0; from < sample->n_columns; from++)
    for (guint to = 0; to < sample->n_columns; to++)
      {
        gint64 tried;

        if (from == to || sample->fixed[from] || sample->fixed[to] || steps[from] - by < sample->least[from])
          continue;
        steps[from] -= by;
        steps[to] += by;
        tried = rate (sample, steps);
        steps[from] += by;
        steps[to] -= by;
        if (tried < best)
          {
            best = tried;
            best_from = from;
            best_to = to;
          }
      }
  if (best == *cost)
    return FALSE;

  steps[best_from] -= by;
  steps[best_to] += by;
  *cost = best;
  return TRUE;
}

static gint64
sum_advances (Sample *sample,
              guint   column)
{
  gint64 sum = 1;

  for (guint row = 0; row < sample->n_rows; row++)
    {
      const guint *cell = &g_array_index (sample->cells, guint, row * sample->n_columns + column);

      for (guint i = cell[0]; i < cell[1]; i++)
        {
          const Paragraph *p = &g_array_index (sample->paragraphs, Paragraph, i);

          for (guint k = p->first; k < p->end; k++)
            sum += g_array_index (sample->tokens, MattraToken, k).advance;
        }
    }
  return sum;
}

/* Gives the room that the least widths leave to the columns by how much text they have. */
static void
share_room (Sample *sample,
            int    *steps,
            int     room)
{
  gint64 total = 0;
  int given = 0;
  guint last = 0;

  for (guint i = 0; i < sample->n_columns; i++)
    if (!sample->fixed[i])
      total += sum_advances (sample, i);
  for (guint i = 0; i < sample->n_columns; i++)
    if (!sample->fixed[i])
      {
        int share = (int) (sum_advances (sample, i) * room / total);

        steps[i] = sample->least[i] + share;
        given += share;
        last = i;
      }
  steps[last] += room - given;
}

/* Takes from the widest columns what the least widths exceed the page by. */
static void
shrink_to (Sample *sample,
           int     excess)
{
  while (excess > 0)
    {
      guint widest = 0;

      for (guint i = 1; i < sample->n_columns; i++)
        if (!sample->fixed[i] && (sample->fixed[widest] || sample->least[i] > sample->least[widest]))
          widest = i;
      if (sample->fixed[widest] || sample->least[widest] <= 1)
        return;
      sample->least[widest]--;
      excess--;
    }
}

static void
search_widths (Sample *sample,
               int    *steps)
{
  static const int moves[] = { 32, 16, 8, 4, 2, 1 };
  int room = sample->n_steps;
  gint64 cost;

  for (guint i = 0; i < sample->n_columns; i++)
    room -= sample->fixed[i] ? steps[i] : sample->least[i];
  if (room < 0)
    shrink_to (sample, -room);
  share_room (sample, steps, MAX (room, 0));
  cost = rate (sample, steps);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    while (move_best (sample, steps, moves[i], &cost))
      ;
}

static void
sample_clear (Sample *sample)
{
  for (guint i = 0; i < sample->n_columns * (guint) (sample->n_steps + 1); i++)
    g_free (sample->trials[i].heights);
  g_free (sample->trials);
  g_free (sample->least);
  g_free (sample->fixed);
  g_array_unref (sample->tokens);
  g_array_unref (sample->paragraphs);
  g_array_unref (sample->cells);
}

static void
sample_init (Sample            *sample,
             MattraTypesetter  *typesetter,
             const MattraTable *table,
             int                total)
{
  sample->typesetter = typesetter;
  sample->table = table;
  sample->body = mattra_setting (typesetter, MATTRA_FACE_REGULAR, table->points);
  sample->tokens = g_array_new (FALSE, FALSE, sizeof (MattraToken));
  sample->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  sample->cells = g_array_new (FALSE, FALSE, sizeof (guint));
  sample->n_columns = table->columns->len;
  sample->n_steps = MAX (total / STEP, 1);
  sample->trials = g_new0 (Trial, sample->n_columns * (guint) (sample->n_steps + 1));
  sample->least = g_new0 (int, sample->n_columns);
  sample->fixed = g_new0 (gboolean, sample->n_columns);
}

static gboolean
take_sample (Sample             *sample,
             const MattraTable  *table,
             MattraRowWatch     *watch,
             GError            **error)
{
  g_autoptr (GPtrArray) rows = pick_rows (table->rows, watch, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    if (!add_row (sample, g_ptr_array_index (rows, i), error))
      return FALSE;
  g_array_append_val (sample->cells, sample->paragraphs->len);
  return find_least_widths (sample, table, error);
}

static gboolean
search_free_widths (MattraTypesetter   *typesetter,
                    const MattraTable  *table,
                    int                 total,
                    MattraRowWatch     *watch,
                    int                *widths,
                    GError            **error)
{
  Sample sample = { 0 };
  g_autofree int *steps = g_new0 (int, table->columns->len);
  gboolean done;

  sample_init (&sample, typesetter, table, total);
  for (guint i = 0; i < table->columns->len; i++)
    {
      sample.fixed[i] = widths[i] > 0;
      steps[i] = MAX (widths[i] / STEP, 1);
    }
  done = take_sample (&sample, table, watch, error);
  if (done)
    search_widths (&sample, steps);
  for (guint i = 0; done && i < table->columns->len; i++)
    widths[i] = MAX (steps[i], 1) * STEP;
  sample_clear (&sample);
  return done;
}

/* Stretches the widths to the page; the last column takes what rounding leaves. */
static void
fill_page (int   *widths,
           guint  n,
           int    total)
{
  gint64 sum = 0;
  int given = 0;

  for (guint i = 0; i < n; i++)
    sum += widths[i];
  for (guint i = 0; i < n; i++)
    {
      widths[i] = i + 1 < n ? (int) (widths[i] * (gint64) total / sum) : total - given;
      given += widths[i];
    }
}

/**
 * mattra_columns_choose:
 * @typesetter: a typesetter
 * @table: a table with 1 to %MATTRA_MOST_COLUMNS columns
 * @total: the width of all columns, in hundredths of a point
 * @watch: how far tables are, and who waits; told while rows are read
 * @widths: (out) (array): the width of each column
 * @error: return location for an error
 *
 * Takes the columns' widths where they are given and chooses the others so that a fixed sample of the rows needs the
 * fewest lines. The same rows always give the same widths.
 *
 * Returns: %FALSE with the row source's error, %G_IO_ERROR_CANCELLED where it was stopped, or #MATTRA_ERROR_INVALID if the
 *   font lacks a character
 */
gboolean
mattra_columns_choose (MattraTypesetter   *typesetter,
                       const MattraTable  *table,
                       int                 total,
                       MattraRowWatch     *watch,
                       int                *widths,
                       GError            **error)
{
  gboolean all_given = TRUE;

  for (guint i = 0; i < table->columns->len; i++)
    {
      widths[i] = MATTRA_MM (((const MattraColumn *) g_ptr_array_index (table->columns, i))->width);
      all_given = all_given && widths[i] > 0;
    }
  if (!all_given && !search_free_widths (typesetter, table, total, watch, widths, error))
    return FALSE;

  fill_page (widths, table->columns->len, total);
  return TRUE;
}
