/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-flow.h"

#include <glib/gi18n-lib.h>

#include "mattra-columns.h"
#include "mattra-error.h"
#include "mattra-row-layout.h"

/* Beyond the natural box of a line, tone marks and vowels reach up and down by 0.21 and 0.23 em at most; with these
 * a row of n lines is n pitches high and no ink meets a rule. */
#define PAD_TOP 0.30
#define PAD_BOTTOM 0.31

/* A row leaves at least this many lines on each side of a page's end. */
#define LEAST_LINES 2

/* More section rows than this in a row are no longer kept together. */
#define MOST_SECTIONS 4

/* The last row is held back until it is known what follows it. */
struct _MattraTableFlow
{
  MattraFlow        *flow;
  const MattraTable *table;
  guint              block;
  int                follower;
  MattraTableStyle   style;
  MattraRowLayout   *head;
  MattraRow         *row;       /* the one that was read and is not held yet */
  GPtrArray         *held;      /* section rows, then one row, of MattraRowLayout; the rest is spare */
  guint              n_held;
  int                part_top;  /* where the table begins on this page */
  int                rules_top; /* where the next upright rules begin */
};

static void
put_rule (MattraTableFlow *self,
          int        x1,
          int        y1,
          int        x2,
          int        y2)
{
  if (!self->table->plain)
    mattra_page_writer_shape (&self->flow->writer, MATTRA_OP_RULE, x1, y1, x2, y2);
}

static void
put_level_rule (MattraTableFlow *self)
{
  put_rule (self, self->style.edges[0], self->flow->y, self->style.edges[self->style.n_columns], self->flow->y);
}

/* Draws the rules between the columns for all rows since the last time. */
static void
put_upright_rules (MattraTableFlow *self)
{
  if (self->rules_top < self->flow->y)
    for (guint i = 1; i < self->style.n_columns; i++)
      put_rule (self, self->style.edges[i], self->rules_top, self->style.edges[i], self->flow->y);
  self->rules_top = self->flow->y;
}

static void
begin_part (MattraTableFlow *self)
{
  mattra_flow_begin_page (self->flow);
  self->part_top = self->rules_top = self->flow->y;
  mattra_page_writer_tag (&self->flow->writer, MATTRA_TAG_TABLE);
  put_level_rule (self);
  if (!self->table->plain)
    mattra_row_layout_put_head (self->head, self->flow, &self->style);
  put_level_rule (self);
}

static void
end_part (MattraTableFlow *self)
{
  const int *edges = self->style.edges;
  guint last = self->style.n_columns;

  put_upright_rules (self);
  put_rule (self, edges[0], self->part_top, edges[0], self->flow->y);
  put_rule (self, edges[last], self->part_top, edges[last], self->flow->y);
  mattra_page_writer_tag_end (&self->flow->writer);
}

static void
turn_page (MattraTableFlow *self)
{
  end_part (self);
  mattra_flow_turn_page (self->flow);
  begin_part (self);
}

static int
head_height (MattraTableFlow *self)
{
  if (self->table->plain)
    return 0;
  return mattra_row_layout_get_height (&self->style, mattra_row_layout_get_n_left (self->head, &self->style));
}

/* Whether no row stands on this page yet. */
static gboolean
is_fresh (MattraTableFlow *self)
{
  return self->flow->y == self->flow->top + head_height (self);
}

static void
put_part (MattraTableFlow *self,
          MattraRowLayout *row,
          guint            n_lines)
{
  gboolean section = mattra_row_layout_is_section (row);
  MattraSpan span = {
    .page = self->flow->pages->len, .top = self->flow->y, .checkpoint = self->flow->checkpoints->len - 1,
  };

  if (section)
    put_upright_rules (self);
  mattra_row_layout_put (row, self->flow, &self->style, n_lines);
  span.bottom = self->flow->y;
  g_array_append_val (self->flow->spans, span);
  if (section)
    self->rules_top = self->flow->y;
  put_level_rule (self);
}

/* How many of a row's @left lines go on this page, if not all of them can: 0 if none should. */
static guint
choose_part (MattraTableFlow *self,
             MattraRowLayout *row,
             guint            left,
             guint            fit)
{
  gboolean whole = mattra_row_layout_is_room (row);
  guint part = left > LEAST_LINES && !whole ? MIN (fit, left - LEAST_LINES) : 0;

  if (part >= LEAST_LINES)
    return part;
  return is_fresh (self) ? MIN (left, MAX (fit, 1)) : 0;
}

/* Puts a row on paper so that @follower fits below its end. */
static void
place_row (MattraTableFlow *self,
           MattraRowLayout *row,
           int              follower)
{
  guint left;

  while ((left = mattra_row_layout_get_n_left (row, &self->style)) > 0)
    {
      int room = mattra_flow_get_room (self->flow);
      guint fit = mattra_row_layout_count_fitting (&self->style, room);
      guint part = left;

      if (left > fit || mattra_row_layout_get_height (&self->style, left) + follower > room)
        part = choose_part (self, row, left, fit);
      if (part > 0)
        put_part (self, row, part);
      if (part < left)
        turn_page (self);
    }
}

/* Whether a row may be parted by a page's end. */
static gboolean
can_part (MattraTableFlow *self,
          MattraRowLayout *row)
{
  return !mattra_row_layout_is_section (row) && !mattra_row_layout_is_room (row)
         && mattra_row_layout_get_n_left (row, &self->style) >= 2 * LEAST_LINES;
}

/* The height of the held rows: of all their lines, or of as many as may not be parted from one another. */
static int
held_height (MattraTableFlow *self,
             gboolean         whole)
{
  int height = 0;

  for (guint i = 0; i < self->n_held; i++)
    {
      MattraRowLayout *row = g_ptr_array_index (self->held, i);
      guint lines = mattra_row_layout_get_n_left (row, &self->style);

      height += mattra_row_layout_get_height (&self->style, !whole && can_part (self, row) ? LEAST_LINES : lines);
    }
  return height;
}

/* Whether a row, and not only the heads, stands in the table's part on this page. */
static gboolean
has_rows (MattraTableFlow *self)
{
  return self->flow->y > self->part_top + head_height (self);
}

/* Whether the held rows begin on the next page. A row that would stand here but for what follows it is not parted for
 * that: it goes on together with it, and the section rows above it go too. */
static gboolean
must_turn (MattraTableFlow *self,
           int              follower)
{
  int room = mattra_flow_get_room (self->flow);
  int page = self->flow->bottom - self->flow->later_top - head_height (self);
  int whole = held_height (self, TRUE);

  if (is_fresh (self))
    return FALSE;
  if (held_height (self, FALSE) > room)
    return TRUE;
  if (whole > room || whole + follower <= room)
    return FALSE;
  return !can_part (self, g_ptr_array_index (self->held, self->n_held - 1))
         || (has_rows (self) && whole + follower <= page);
}

static void
place_held (MattraTableFlow *self,
            int        follower)
{
  if (self->n_held == 0)
    return;

  if (must_turn (self, follower))
    turn_page (self);
  for (guint i = 0; i < self->n_held; i++)
    place_row (self, g_ptr_array_index (self->held, i), i + 1 == self->n_held ? follower : 0);
  self->n_held = 0;
}

static gboolean
hold_row (MattraTableFlow  *self,
          const MattraRow  *row,
          GError          **error)
{
  if (self->n_held == self->held->len)
    g_ptr_array_add (self->held, mattra_row_layout_new ());
  if (!mattra_row_layout_fill (g_ptr_array_index (self->held, self->n_held), self->flow->typesetter, &self->style,
                               row, error))
    return FALSE;

  self->n_held++;
  return TRUE;
}

/* Whether the held rows can go on paper before the next one is held. */
static gboolean
is_complete (MattraTableFlow *self)
{
  return self->n_held > MOST_SECTIONS
         || (self->n_held > 0
             && !mattra_row_layout_is_section (g_ptr_array_index (self->held, self->n_held - 1)));
}

/* Remembers the state before the row that is held next. */
static void
add_checkpoint (MattraTableFlow *self,
                gsize            place)
{
  MattraFlow *flow = self->flow;
  MattraCheckpoint checkpoint = {
    .block = self->block,
    .place = place,
    .n_rows = flow->digests->len / MATTRA_DIGEST_SIZE,
    .page = flow->pages->len,
    .number = flow->number,
    .offset = flow->writer.bytes->len,
    .writer = flow->writer,
    .top = flow->top,
    .y = flow->y,
    .part_top = self->part_top,
    .rules_top = self->rules_top,
  };

  checkpoint.writer.bytes = NULL;
  g_array_append_val (flow->checkpoints, checkpoint);
}

static void
note_key (MattraTableFlow *self)
{
  GArray *checkpoints = self->flow->checkpoints;
  const char *key = mattra_row_get_key (self->row);

  if (key != NULL)
    g_strlcpy (g_array_index (checkpoints, MattraCheckpoint, checkpoints->len - 1).key, key, MATTRA_ROW_KEY + 1);
}

/* What follows the table can only stand with a row if both fit on a page. */
static int
limit_follower (MattraTableFlow *self)
{
  int room = self->flow->bottom - self->flow->top - head_height (self)
             - mattra_row_layout_get_height (&self->style, 2 * LEAST_LINES);

  return MIN (self->follower, MAX (room, 0));
}

/**
 * mattra_table_flow_step:
 * @self: a table that has begun
 * @error: return location for an error
 *
 * Puts the rows held so far on paper and holds the next one, with the section rows above it. At the end of the table
 * it puts the last one there.
 *
 * Returns: %FALSE at the end, and with the row source's error, or #MATTRA_ERROR_INVALID if the font lacks a character
 */
gboolean
mattra_table_flow_step (MattraTableFlow  *self,
                        GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  gsize place = mattra_row_source_tell (self->table->rows);

  while (mattra_row_source_next (self->table->rows, self->row, &local_error))
    {
      gboolean first = self->n_held == 0 || is_complete (self);

      if (first)
        {
          place_held (self, 0);
          add_checkpoint (self, place);
        }
      mattra_flow_add_row (self->flow, self->row);
      note_key (self);
      if (!hold_row (self, self->row, error))
        return FALSE;
      if (is_complete (self))
        return TRUE;
      place = mattra_row_source_tell (self->table->rows);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  place_held (self, limit_follower (self));
  end_part (self);
  return FALSE;
}

/* Remembers the widths for those who keep them with the report's settings. */
static void
note_widths (MattraTableFlow *self,
             const int *widths)
{
  GArray *noted = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->style.n_columns; i++)
    {
      double width = (double) widths[i] / MATTRA_MM (1000) * 1000;

      g_array_append_val (noted, width);
    }
  g_ptr_array_add (self->flow->widths, noted);
}

/* What a line's pitch leaves above its natural box: rows of a list follow one another like lines of a text. */
static int
leading (const MattraSetting *setting)
{
  return setting->pitch - setting->ascent - setting->descent;
}

static gboolean
prepare (MattraTableFlow  *self,
         GError    **error)
{
  MattraFlow *flow = self->flow;
  guint n = self->table->columns->len;
  g_autofree int *widths = g_new0 (int, n);

  self->style.table = self->table;
  self->style.body = mattra_setting (flow->typesetter, MATTRA_FACE_REGULAR, self->table->points);
  self->style.head = mattra_setting (flow->typesetter, MATTRA_FACE_BOLD, self->table->points);
  self->style.pad_top = self->table->plain ? leading (&self->style.body) : (int) (self->style.body.size * PAD_TOP);
  self->style.pad_bottom = self->table->plain ? 0 : (int) (self->style.body.size * PAD_BOTTOM);
  self->style.n_columns = n;
  self->style.lead = self->table->lead;
  self->style.edges = g_new0 (int, n + 1);
  if (!mattra_columns_choose (flow->typesetter, self->table, flow->right - flow->left, &flow->rows, widths, error))
    return FALSE;

  note_widths (self, widths);
  self->style.edges[0] = flow->left;
  for (guint i = 0; i < n; i++)
    self->style.edges[i + 1] = self->style.edges[i] + widths[i];
  return mattra_row_layout_fill_head (self->head, flow->typesetter, &self->style, self->table, error);
}

/* Tells where the columns stand, and what room the heads were not content with. */
static void
note_place (MattraTableFlow *self,
            int              left)
{
  MattraTablePlace place = { .block = self->block, .left = left };

  place.edges = g_memdup2 (self->style.edges, (self->style.n_columns + 1) * sizeof (int));
  g_array_append_val (self->flow->tables, place);
}

/**
 * mattra_table_flow_new:
 * @flow: a flow
 * @table: a table; must live as long as the table's flow
 * @block: the index of its block
 * @follower: the height of what must stand on the same page as the end of the last row; 0 if nothing must
 * @error: return location for an error
 *
 * Prepares a table: chooses the widths of its columns and breaks its heads into lines.
 *
 * Returns: (transfer full): the table's flow, or %NULL with the row source's error, or #MATTRA_ERROR_INVALID if the
 *   table has no columns or too many, or the font lacks a character
 */
MattraTableFlow *
mattra_table_flow_new (MattraFlow         *flow,
                       const MattraTable  *table,
                       guint               block,
                       int                 follower,
                       GError            **error)
{
  g_autoptr (MattraTableFlow) self = NULL;

  if (table->columns->len == 0 || table->columns->len > MATTRA_MOST_COLUMNS)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("A table to be printed has %u columns; it can have 1 to %u."), table->columns->len, MATTRA_MOST_COLUMNS);
      return NULL;
    }

  self = g_new0 (MattraTableFlow, 1);
  self->flow = flow;
  self->table = table;
  self->block = block;
  self->follower = follower;
  self->head = mattra_row_layout_new ();
  self->row = mattra_row_new ();
  self->held = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_layout_free);
  return prepare (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * mattra_table_flow_free:
 * @self: (transfer full) (nullable): a table's flow
 *
 * Frees the table's flow.
 */
void
mattra_table_flow_free (MattraTableFlow *self)
{
  if (self == NULL)
    return;

  mattra_row_layout_free (self->head);
  mattra_row_free (self->row);
  g_ptr_array_unref (self->held);
  g_free (self->style.edges);
  g_free (self);
}

/* Reads the first row and the section rows above it. Gives whether it is the only one. */
static gboolean
hold_first (MattraTableFlow  *self,
            gboolean         *only,
            GError          **error)
{
  g_autoptr (GError) local_error = NULL;

  *only = FALSE;
  if (!mattra_row_source_rewind (self->table->rows, error))
    return FALSE;
  while (!is_complete (self) && !*only)
    {
      *only = !mattra_row_source_next (self->table->rows, self->row, &local_error);
      if (!*only && !hold_row (self, self->row, error))
        return FALSE;
    }
  if (!*only)
    *only = !mattra_row_source_next (self->table->rows, self->row, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The height that must be left below the heads, so that they do not stand alone: that of the first row, or of as much of
 * it as may not be parted, and of what follows where it is the only one. -1 with an error. */
static int
measure_first (MattraTableFlow  *self,
               GError          **error)
{
  int page = self->flow->bottom - self->flow->later_top - head_height (self);
  int least = mattra_row_layout_get_height (&self->style, LEAST_LINES);
  int height = 0;
  gboolean only;

  if (!hold_first (self, &only, error))
    return -1;

  if (self->n_held > 0)
    {
      height = held_height (self, FALSE);
      if (only && !can_part (self, g_ptr_array_index (self->held, self->n_held - 1)))
        height += limit_follower (self);
    }
  self->n_held = 0;
  return height > page ? least : MAX (height, least);
}

/**
 * mattra_table_flow_begin:
 * @self: a table's flow
 * @error: return location for an error
 *
 * Puts the table's heads on paper; mattra_table_flow_step() goes on.
 *
 * Returns: %FALSE with the row source's error
 */
gboolean
mattra_table_flow_begin (MattraTableFlow  *self,
                         GError          **error)
{
  MattraFlow *flow = self->flow;
  int below = measure_first (self, error);
  int needed = head_height (self) + below;
  gboolean turns;

  if (below < 0 || !mattra_row_source_rewind (self->table->rows, error))
    return FALSE;

  mattra_flow_begin_page (flow);
  turns = mattra_flow_get_room (flow) < needed && !mattra_flow_is_fresh (flow);
  note_place (self, turns ? MAX (mattra_flow_get_room (flow), 1) : 0);
  mattra_flow_make_room (flow, needed);
  begin_part (self);
  return TRUE;
}

/* Whether the heads would stand where they stand, now that the first row has changed. */
static gboolean
heads_stay (MattraTableFlow         *self,
            const MattraCheckpoint  *checkpoint,
            GError                 **error)
{
  const MattraTablePlace *place = NULL;
  int below = measure_first (self, error);
  int needed = head_height (self) + below;

  if (below < 0)
    return FALSE;

  for (guint i = 0; i < self->flow->tables->len; i++)
    if (g_array_index (self->flow->tables, MattraTablePlace, i).block == self->block)
      place = &g_array_index (self->flow->tables, MattraTablePlace, i);
  if (place != NULL && place->left > 0)
    return needed > place->left;
  return checkpoint->part_top == checkpoint->top || checkpoint->part_top + needed <= self->flow->bottom;
}

/**
 * mattra_table_flow_return:
 * @self: a table's flow, whose flow has returned to @checkpoint
 * @checkpoint: a state of the same table
 * @error: return location for an error
 *
 * Goes on from the checkpoint's row.
 *
 * Returns: %FALSE if the rows cannot be read from there, with @error set if reading failed, or if the heads would now
 *   stand on another page
 */
gboolean
mattra_table_flow_return (MattraTableFlow         *self,
                          const MattraCheckpoint  *checkpoint,
                          GError                 **error)
{
  if (checkpoint->place == 0 && !heads_stay (self, checkpoint, error))
    return FALSE;

  self->part_top = checkpoint->part_top;
  self->rules_top = checkpoint->rules_top;
  return mattra_row_source_seek (self->table->rows, checkpoint->place, error);
}
