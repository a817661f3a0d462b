/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-hands.h"

#include <string.h>

/* A line read last is seen again on the next page. */
#define PAGE_SHARE 0.9

/* Rows that a jump looks at first; where that was not enough, at so many times more. */
#define JUMP_ROWS 64
#define JUMP_GROWTH 8

/* A row that is looked along. */
typedef struct
{
  MattraGrid *grid;
  guint row;
} Line;

/* A jump along a column, whose rows may have to be read first. */
typedef struct
{
  MattraGridSelection from;
  gboolean up;
  gboolean extend;
  guint n_rows;
  const MattraGridBlock *block;
  gboolean beyond; /* it was asked for more than the block */
} Jump;

/* Where a step begins: at the cursor, and when extending at the corner that moves. */
static void
get_start (MattraGrid *self,
           gboolean    extend,
           guint      *row,
           guint      *place)
{
  const MattraGridSelection *now = &self->selection;
  gboolean at_anchor = now->row == now->anchor_row && now->column == now->anchor_column;

  *row = extend && at_anchor ? now->far_row : now->row;
  *place = extend && at_anchor ? now->far_column : now->column;
}

/**
 * mattra_grid_go_to:
 * @self: a grid
 * @row: position in the model; past the end is the last
 * @place: among the visible columns; past the end is the last
 * @extend: whether the selection's corner goes there, not the cursor
 *
 * Goes to a cell and shows it.
 */
void
mattra_grid_go_to (MattraGrid *self,
                   guint       row,
                   guint       place,
                   gboolean    extend)
{
  MattraGridSelection next = self->selection;

  if (extend)
    mattra_grid_selection_extend (&next, row, place);
  else
    mattra_grid_selection_set_cursor (&next, row, place);
  mattra_grid_change_selection (self, &next, TRUE);
}

/**
 * mattra_grid_step:
 * @self: a grid
 * @direction: where to
 * @extend: whether the selection's corner goes there, not the cursor
 *
 * Goes one cell on.
 */
void
mattra_grid_step (MattraGrid          *self,
                  MattraGridDirection  direction,
                  gboolean             extend)
{
  guint row = 0, place = 0;

  get_start (self, extend, &row, &place);
  switch (direction)
    {
    case MATTRA_GRID_UP:
      row -= row > 0;
      break;
    case MATTRA_GRID_DOWN:
      row++;
      break;
    case MATTRA_GRID_LEFT:
      place -= place > 0;
      break;
    case MATTRA_GRID_RIGHT:
      place++;
      break;
    default:
      g_assert_not_reached ();
    }
  mattra_grid_go_to (self, row, place, extend);
}

static gboolean
is_filled_place (guint    place,
                 gpointer user_data)
{
  const Line *line = user_data;
  g_autofree char *text = mattra_grid_dup_cell_text (line->grid, line->row,
                                                     mattra_grid_shown_column (line->grid, place));

  return *text != '\0';
}

static gboolean
is_filled_row (guint    row,
               gpointer user_data)
{
  Jump *jump = user_data;
  const char *text = mattra_grid_block_get (jump->block, row, g_ptr_array_index (jump->block->columns, 0), NULL);

  jump->beyond = jump->beyond || text == NULL;
  return text != NULL && *text != '\0';
}

static void read_jump (MattraGrid *self,
                       Jump       *jump);

/* One who went elsewhere meanwhile is not taken away from there. */
static void
jump_read (MattraGrid      *self,
           MattraGridBlock *block,
           gpointer         data)
{
  Jump *jump = data;
  guint row = 0, place = 0, edge = 0;

  if (memcmp (&jump->from, &self->selection, sizeof jump->from) != 0)
    return;
  get_start (self, jump->extend, &row, &place);
  jump->block = block;
  jump->beyond = FALSE;
  edge = mattra_grid_find_edge (row, self->selection.n_rows, jump->up ? -1 : 1, is_filled_row, jump);
  if (jump->beyond)
    {
      jump->n_rows *= JUMP_GROWTH;
      read_jump (self, g_memdup2 (jump, sizeof *jump));
      return;
    }
  mattra_grid_go_to (self, edge, place, jump->extend);
}

/* Takes over @jump. */
static void
read_jump (MattraGrid *self,
           Jump       *jump)
{
  MattraGridRange range = { 0 };
  guint row = 0, place = 0;

  get_start (self, jump->extend, &row, &place);
  range.left = range.right = self->selection.column;
  range.top = jump->up ? row - MIN (row, jump->n_rows) : row;
  range.bottom = jump->up ? row : row + jump->n_rows;
  mattra_grid_read (self, &range, jump_read, jump, g_free);
}

/**
 * mattra_grid_jump:
 * @self: a grid
 * @direction: where to
 * @extend: whether the selection's corner goes there, not the cursor
 *
 * Goes to the edge of the filled block, along the cursor's row or column.
 */
void
mattra_grid_jump (MattraGrid          *self,
                  MattraGridDirection  direction,
                  gboolean             extend)
{
  Line line = { self, self->selection.row };
  guint row = 0, place = 0;

  if (mattra_grid_selection_is_empty (&self->selection))
    return;
  if (direction == MATTRA_GRID_UP || direction == MATTRA_GRID_DOWN)
    {
      Jump jump = { self->selection, direction == MATTRA_GRID_UP, extend, JUMP_ROWS, NULL, FALSE };

      read_jump (self, g_memdup2 (&jump, sizeof jump));
      return;
    }
  get_start (self, extend, &row, &place);
  place = mattra_grid_find_edge (place, self->selection.n_columns, direction == MATTRA_GRID_LEFT ? -1 : 1,
                                 is_filled_place, &line);
  mattra_grid_go_to (self, row, place, extend);
}

/* How much of a row that is taller than the view is still to be seen on that side; 0 where it fits. */
static int
get_rest (MattraGrid *self,
          guint       row,
          guint       place,
          gboolean    below)
{
  GdkRectangle body = { 0 };
  GdkRectangle area = { 0 };

  mattra_grid_body_area (self, &body);
  if (!mattra_grid_cell_area (self, row, place, &area) || area.height <= body.height ||
      !gdk_rectangle_intersect (&body, &(GdkRectangle) { 0, area.y, body.width, area.height }, NULL))
    return 0;
  return MAX (0, below ? area.y + area.height - body.y - body.height : body.y - area.y);
}

/**
 * mattra_grid_go_page:
 * @self: a grid
 * @pages: how many views further down, negative: up
 * @extend: whether the selection's corner goes there, not the cursor
 *
 * Through a cell that is taller than the view the view goes first, so that it can be read by keys.
 */
void
mattra_grid_go_page (MattraGrid *self,
                     int         pages,
                     gboolean    extend)
{
  guint row = 0, place = 0;
  GdkRectangle body = { 0 };
  int rest = 0;

  get_start (self, extend, &row, &place);
  rest = extend ? 0 : get_rest (self, row, place, pages > 0);
  mattra_grid_body_area (self, &body);
  if (rest > 0)
    mattra_grid_scroll_by (self, 0, pages * MIN (rest, body.height * PAGE_SHARE));
  else
    mattra_grid_go_to (self, mattra_grid_page_from (self, row, pages), place, extend);
}

/**
 * mattra_grid_go_line_end:
 * @self: a grid
 * @last: the last column, not the first
 * @extend: whether the selection's corner goes there, not the cursor
 */
void
mattra_grid_go_line_end (MattraGrid *self,
                         gboolean    last,
                         gboolean    extend)
{
  guint row = 0, place = 0;

  get_start (self, extend, &row, &place);
  mattra_grid_go_to (self, row, last ? G_MAXUINT : 0, extend);
}

/**
 * mattra_grid_go_table_end:
 * @self: a grid
 * @last: the last cell, not the first
 * @extend: whether the selection's corner goes there, not the cursor
 */
void
mattra_grid_go_table_end (MattraGrid *self,
                          gboolean    last,
                          gboolean    extend)
{
  mattra_grid_go_to (self, last ? G_MAXUINT : 0, last ? G_MAXUINT : 0, extend);
}

/**
 * mattra_grid_cycle:
 * @self: a grid
 * @cycle: the step
 *
 * What Tab and Enter do, also those that ended an edit.
 */
void
mattra_grid_cycle (MattraGrid      *self,
                   MattraGridCycle  cycle)
{
  MattraGridSelection next = self->selection;

  mattra_grid_selection_cycle (&next, cycle);
  mattra_grid_change_selection (self, &next, TRUE);
}

/**
 * mattra_grid_leave:
 * @self: a grid
 * @forward: to what follows the grid, not to what is before it
 *
 * Gives the keyboard to the next place outside of the grid: Tab stays inside, so there is another key.
 */
void
mattra_grid_leave (MattraGrid *self,
                   gboolean    forward)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkDirectionType direction = forward ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD;

  if (root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), direction);
}
