/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-private.h"

#include "mattra-grid-row.h"

#include <math.h>

/* The rows in view hang from one of them, the anchor, whose distance from the top of the view is kept
 * whatever becomes known about the heights of others. The scroll position is never moved for that
 * either: what was estimated wrongly above the view moves the adjustment's lower bound (the bias), so
 * neither the texts nor the position under a dragging hand jump. */

#define ESTIMATE_EVERY_MAX 4096
#define ESTIMATE_LINES 4

static int
body_height (MattraGrid *self,
             int         height)
{
  return MAX (height - self->header_height, 1);
}

static GtkAdjustment *
vertical (MattraGrid *self)
{
  return self->adjustments[GTK_ORIENTATION_VERTICAL];
}

/* Rows in view, and one that is kept */

static MattraGridRow *
row_at (MattraGrid *self,
        guint       i)
{
  return g_ptr_array_index (self->rows, i);
}

/**
 * mattra_grid_row_widget:
 * @self: a grid
 * @row: a row
 *
 * Returns: (transfer none) (nullable): its widget, if it is in view or kept
 */
GtkWidget *
mattra_grid_row_widget (MattraGrid *self,
                        guint       row)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (mattra_grid_row_get_index (row_at (self, i)) == row)
      return GTK_WIDGET (row_at (self, i));
  if (self->kept_row != NULL && mattra_grid_row_get_index (MATTRA_GRID_ROW (self->kept_row)) == row)
    return self->kept_row;
  return NULL;
}

/* Whose editor is open, or under which the pointer was pressed. */
static gboolean
is_needed (MattraGrid    *self,
           MattraGridRow *row)
{
  return (self->editor != NULL && _mattra_grid_editor_get_row (self) == mattra_grid_row_get_index (row))
         || _mattra_grid_pointer_holds (self, GTK_WIDGET (row));
}

static void
release_row (MattraGrid    *self,
             MattraGridRow *row)
{
  if (self->kept_row == NULL && is_needed (self, row))
    self->kept_row = GTK_WIDGET (row);
  else
    mattra_grid_spare_row (self, GTK_WIDGET (row));
}

static MattraGridRow *
steal_row (GPtrArray *rows,
           guint      index)
{
  for (guint i = 0; i < rows->len; i++)
    if (mattra_grid_row_get_index (g_ptr_array_index (rows, i)) == index)
      return g_ptr_array_steal_index (rows, i);
  return NULL;
}

/* The widget of a row: the one it had, or another one; read and measured. */
static int
show_row (MattraGrid *self,
          GPtrArray  *old,
          guint       index,
          gboolean    at_top)
{
  MattraGridRow *row = steal_row (old, index);
  int height = 0;

  if (row == NULL && self->kept_row != NULL
      && mattra_grid_row_get_index (MATTRA_GRID_ROW (self->kept_row)) == index)
    row = MATTRA_GRID_ROW (g_steal_pointer (&self->kept_row));
  if (row == NULL)
    row = MATTRA_GRID_ROW (mattra_grid_take_spare (self));
  mattra_grid_row_set_index (row, index);
  height = mattra_grid_row_update (row);
  mattra_height_tree_set_height (self->heights, index, height);
  g_ptr_array_insert (self->rows, at_top ? 0 : -1, row);
  return height;
}

/**
 * mattra_grid_release_rows:
 * @self: a grid
 *
 * Lets go of all rows, those kept for later too.
 */
void
mattra_grid_release_rows (MattraGrid *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_unparent (GTK_WIDGET (row_at (self, i)));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->spare_rows->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->spare_rows, i));
  g_ptr_array_set_size (self->spare_rows, 0);
  g_clear_pointer (&self->kept_row, gtk_widget_unparent);
}

/* Where the view is */

/* How the anchor is placed before its height is known: by its top; its end at the view's end; the
 * same, but from its top on if it is taller than the view. */
typedef enum
{
  PIN_TOP,
  PIN_END,
  PIN_WHOLE,
} Pin;

typedef struct
{
  GPtrArray *old;
  guint first;
  double top;
  double bottom;
  int page;
  Pin pin;
  gboolean revealed;
} View;

static double
get_position (MattraGrid *self)
{
  return mattra_height_tree_get_top (self->heights, self->anchor_row) - self->anchor_offset;
}

static void
set_position (MattraGrid *self,
              double      position)
{
  self->anchor_row = mattra_height_tree_find (self->heights, (gint64) MAX (position, 0));
  self->anchor_offset = mattra_height_tree_get_top (self->heights, self->anchor_row) - position;
}

/* A far place asked for: by the scroll bar as the bounds stood, except that 0 is always the top. */
static void
jump (MattraGrid *self,
      View       *view,
      double      value)
{
  int page = view->page;
  double end = mattra_height_tree_get_total (self->heights) - page;
  gboolean to_end = value >= gtk_adjustment_get_upper (vertical (self)) - page - 1;

  if (value == 0 || fabs (self->bias) <= page)
    self->bias = 0;
  set_position (self, to_end ? end : CLAMP (value - self->bias, 0, MAX (end, 0)));
  if (to_end)
    {
      self->anchor_row = mattra_grid_n_rows (self) - 1;
      view->pin = PIN_END;
    }
}

static void
follow_adjustment (MattraGrid *self,
                   View       *view)
{
  double value = vertical (self) != NULL ? gtk_adjustment_get_value (vertical (self)) : 0;
  double by = value - self->seen_value;

  if (by == 0)
    return;
  if (fabs (by) > view->page)
    jump (self, view, value);
  else
    self->anchor_offset -= by;
  self->seen_value = value;
}

/* The cell that shall be seen: its row hangs from the edge it is beyond. */
static void
follow_reveal (MattraGrid *self,
               View       *view)
{
  guint row = MIN (self->reveal_row, mattra_grid_n_rows (self) - 1);
  double y = mattra_height_tree_get_top (self->heights, row) - get_position (self);
  int height = mattra_height_tree_get_height (self->heights, row);

  if (self->reveal_row == MATTRA_GRID_NONE)
    return;
  self->reveal_row = MATTRA_GRID_NONE;
  if (height > view->page ? y <= 0 && y + height >= view->page : y >= 0 && y + height <= view->page)
    return;
  view->revealed = TRUE;
  self->anchor_row = row;
  self->anchor_offset = 0;
  if (height > view->page && y < 0)
    view->pin = y + height > 0 ? PIN_END : PIN_TOP;
  else if (y > 0)
    view->pin = PIN_WHOLE;
}

static int
pinned_top (View *view,
            int   height)
{
  return view->pin == PIN_WHOLE ? MAX (view->page - height, 0) : view->page - height;
}

static void
drop_above (MattraGrid *self,
            View       *view)
{
  int height = 0;

  while (self->rows->len > 1
         && view->top + (height = mattra_height_tree_get_height (self->heights, view->first)) <= 0)
    {
      view->top += height;
      view->first++;
      release_row (self, g_ptr_array_steal_index (self->rows, 0));
    }
}

static void
drop_below (MattraGrid *self,
            View       *view)
{
  int height = 0;

  while (self->rows->len > 1
         && view->bottom - (height = mattra_height_tree_get_height (self->heights,
                                                                    view->first + self->rows->len - 1))
            >= view->page)
    {
      view->bottom -= height;
      release_row (self, g_ptr_array_steal_index (self->rows, self->rows->len - 1));
    }
}

/* Rows on the way from an anchor out of view are measured, and free for the next at once. */
static void
fill_down (MattraGrid *self,
           View       *view)
{
  while (view->bottom < view->page && view->first + self->rows->len < mattra_grid_n_rows (self))
    {
      view->bottom += show_row (self, view->old, view->first + self->rows->len, FALSE);
      drop_above (self, view);
    }
}

static void
fill_up (MattraGrid *self,
         View       *view)
{
  while (view->top > 0 && view->first > 0)
    {
      view->top -= show_row (self, view->old, --view->first, TRUE);
      drop_below (self, view);
    }
}

static void
shift (View  *view,
       double by)
{
  view->top += by;
  view->bottom += by;
}

/* Rows that the scrolling has taken out of the view become free before others are asked for. */
static void
release_outside (MattraGrid *self,
                 View       *view)
{
  double anchor_top = mattra_height_tree_get_top (self->heights, self->anchor_row);

  for (guint i = view->old->len; i > 0; i--)
    {
      guint index = mattra_grid_row_get_index (g_ptr_array_index (view->old, i - 1));
      double y = mattra_height_tree_get_top (self->heights, index) - anchor_top + self->anchor_offset;

      if (index != self->anchor_row
          && (y >= view->page || y + mattra_height_tree_get_height (self->heights, index) <= 0))
        release_row (self, g_ptr_array_steal_index (view->old, i - 1));
    }
}

/* The first row whose top is in view is the anchor, so that one half hidden above it grows and shrinks
 * out of sight. */
static void
choose_anchor (MattraGrid *self,
               View       *view)
{
  int height = mattra_height_tree_get_height (self->heights, view->first);
  gboolean next = view->top < 0 && self->rows->len > 1 && view->top + height < view->page;

  self->anchor_row = view->first + next;
  self->anchor_offset = view->top + (next ? height : 0);
}

static void
fill (MattraGrid *self,
      View       *view)
{
  int height = show_row (self, view->old, self->anchor_row, FALSE);

  view->first = self->anchor_row;
  view->top = view->pin == PIN_TOP ? self->anchor_offset : pinned_top (view, height);
  view->bottom = view->top + height;
  fill_up (self, view);
  if (view->top > 0)
    shift (view, -view->top);
  fill_down (self, view);
  if (view->bottom < view->page)
    {
      shift (view, view->page - view->bottom);
      fill_up (self, view);
    }
  if (view->top > 0)
    shift (view, -view->top);
  drop_above (self, view);
  drop_below (self, view);
  choose_anchor (self, view);
}

/* A better guess for the rows not yet seen, ever more seldom. */
static void
improve_estimate (MattraGrid *self)
{
  if (mattra_height_tree_get_n_exact (self->heights) < self->next_estimate
      || self->next_estimate > ESTIMATE_EVERY_MAX)
    return;
  self->next_estimate = mattra_height_tree_get_n_exact (self->heights) * 2;
  mattra_height_tree_set_estimate (self->heights, mattra_height_tree_get_mean (self->heights));
}

static void
configure_vertical (MattraGrid *self,
                    int         page)
{
  double total = self->heights != NULL ? mattra_height_tree_get_total (self->heights) : 0;

  if (vertical (self) == NULL)
    return;
  if (total <= page)
    {
      self->bias = self->seen_value = 0;
      mattra_grid_configure (self, GTK_ORIENTATION_VERTICAL, 0, 0, total, page);
      return;
    }
  self->bias = self->seen_value - get_position (self);
  mattra_grid_configure (self, GTK_ORIENTATION_VERTICAL, self->seen_value, self->bias, total, page);
}

static double
revealed_x (MattraGrid *self,
            int         width,
            double      value)
{
  int left = 0, right = 0, edge = mattra_grid_fixed_edge (self);
  guint place = self->reveal_place;

  self->reveal_place = MATTRA_GRID_NONE;
  if (place >= self->shown->len || place < mattra_grid_n_fixed (self))
    return value;
  left = g_array_index (self->edges, int, place);
  right = g_array_index (self->edges, int, place + 1);
  if (right - value > width)
    value = right - width;
  return MIN (value, left - edge);
}

static void
configure_horizontal (MattraGrid *self,
                      int         width)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  int content = g_array_index (self->edges, int, self->shown->len);
  double value = 0;

  if (adjustment == NULL)
    return;
  value = revealed_x (self, width, gtk_adjustment_get_value (adjustment));
  value = CLAMP (value, 0, MAX (content - width, 0));
  mattra_grid_configure (self, GTK_ORIENTATION_HORIZONTAL, value, 0, content, width);
}

/* Cells and heads are put elsewhere only when something moved them sideways. */
static void
queue_sideways (MattraGrid *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  int x = adjustment != NULL ? (int) gtk_adjustment_get_value (adjustment) : 0;
  guint n_fixed = mattra_grid_n_fixed (self);

  if (x == self->placed_x && n_fixed == self->placed_fixed && self->widths_serial == self->placed_widths)
    return;
  self->placed_x = x;
  self->placed_fixed = n_fixed;
  self->placed_widths = self->widths_serial;
  gtk_widget_queue_allocate (self->header);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_queue_allocate (GTK_WIDGET (row_at (self, i)));
  if (self->kept_row != NULL)
    gtk_widget_queue_allocate (self->kept_row);
}

static void
place_row (MattraGrid *self,
           GtkWidget  *row,
           double      y,
           int         width)
{
  GtkAllocation area = { .width = width };

  area.y = self->header_height + (int) floor (CLAMP (y, -1e6, 1e6));
  area.height = mattra_height_tree_get_height (self->heights,
                                               mattra_grid_row_get_index (MATTRA_GRID_ROW (row)));
  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (row, &area, -1);
}

static void
place_rows (MattraGrid *self,
            int         width)
{
  double position = get_position (self), y = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      y = mattra_height_tree_get_top (self->heights, mattra_grid_row_get_index (row_at (self, i))) - position;
      place_row (self, GTK_WIDGET (row_at (self, i)), y, width);
    }
  if (self->kept_row != NULL)
    {
      y = mattra_height_tree_get_top (self->heights, mattra_grid_row_get_index (MATTRA_GRID_ROW (self->kept_row)))
          - position;
      mattra_grid_row_update (MATTRA_GRID_ROW (self->kept_row));
      place_row (self, self->kept_row, y, width);
    }
}

static void
drop_kept_row (MattraGrid *self)
{
  guint index = 0;

  if (self->kept_row == NULL)
    return;
  index = mattra_grid_row_get_index (MATTRA_GRID_ROW (self->kept_row));
  if (index >= mattra_grid_n_rows (self) || !is_needed (self, MATTRA_GRID_ROW (self->kept_row)))
    mattra_grid_spare_row (self, g_steal_pointer (&self->kept_row));
}

/**
 * mattra_grid_layout_rows:
 * @self: a grid
 * @width: of the widget
 * @height: of the widget
 *
 * Brings the rows into view that belong there, each at its place, and tells the adjustments.
 */
void
mattra_grid_layout_rows (MattraGrid *self,
                         int         width,
                         int         height)
{
  View view = { .old = self->rows, .page = body_height (self, height) };

  self->laying_out = TRUE;
  configure_horizontal (self, width);
  drop_kept_row (self);
  self->rows = g_ptr_array_new ();
  if (mattra_grid_n_rows (self) > 0)
    {
      self->anchor_row = MIN (self->anchor_row, mattra_grid_n_rows (self) - 1);
      follow_adjustment (self, &view);
      follow_reveal (self, &view);
      release_outside (self, &view);
      fill (self, &view);
      improve_estimate (self);
      if (view.revealed)
        self->seen_value = get_position (self);
    }
  while (view.old->len > 0)
    release_row (self, g_ptr_array_steal_index (view.old, view.old->len - 1));
  g_ptr_array_unref (view.old);
  self->n_in_view = self->rows->len;
  queue_sideways (self);
  configure_vertical (self, view.page);
  if (mattra_grid_n_rows (self) > 0)
    place_rows (self, width);
  self->laying_out = FALSE;
}

/**
 * mattra_grid_layout_reset:
 * @self: a grid
 *
 * Goes to the top of a model of which nothing is known yet.
 */
void
mattra_grid_layout_reset (MattraGrid *self)
{
  guint n_rows = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;

  g_clear_pointer (&self->heights, mattra_height_tree_free);
  self->heights = mattra_height_tree_new (n_rows, ESTIMATE_LINES * self->row_height_min);
  while (self->rows->len > 0)
    release_row (self, g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  self->anchor_row = 0;
  self->anchor_offset = self->bias = self->seen_value = 0;
  self->next_estimate = 1;
  if (vertical (self) != NULL)
    {
      self->laying_out = TRUE;
      gtk_adjustment_set_lower (vertical (self), 0);
      gtk_adjustment_set_value (vertical (self), 0);
      self->laying_out = FALSE;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
find_other_anchor (MattraGrid *self,
                   guint       position,
                   guint       removed,
                   guint       added)
{
  double anchor_top = mattra_height_tree_get_top (self->heights, self->anchor_row);
  guint found = MATTRA_GRID_NONE, shift_by = 0;

  for (guint i = 0; i < self->rows->len && found == MATTRA_GRID_NONE; i++)
    if (mattra_grid_row_get_index (row_at (self, i)) >= position + removed)
      {
        found = mattra_grid_row_get_index (row_at (self, i));
        shift_by = added - removed;
      }
  if (found == MATTRA_GRID_NONE)
    found = position > 0 ? position - 1 : 0;
  self->anchor_offset += mattra_height_tree_get_top (self->heights, found) - anchor_top;
  self->anchor_row = found + shift_by;
}

static void
renumber_rows (MattraGrid *self,
               guint       position,
               guint       removed,
               guint       added)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      MattraGridRow *row = row_at (self, i - 1);
      guint index = mattra_grid_row_get_index (row);

      if (index >= position + removed)
        mattra_grid_row_set_index (row, index + added - removed);
      else if (index >= position)
        mattra_grid_spare_row (self, g_ptr_array_steal_index (self->rows, i - 1));
    }
}

static void
renumber_kept_row (MattraGrid *self,
                   guint       position,
                   guint       removed,
                   guint       added)
{
  guint index = 0;

  if (self->kept_row == NULL)
    return;
  index = mattra_grid_row_get_index (MATTRA_GRID_ROW (self->kept_row));
  if (index >= position + removed)
    mattra_grid_row_set_index (MATTRA_GRID_ROW (self->kept_row), index + added - removed);
  else if (index >= position)
    mattra_grid_spare_row (self, g_steal_pointer (&self->kept_row));
}

/**
 * mattra_grid_queue_rows:
 * @self: a grid
 * @first: a row
 * @n: how many rows from it on
 *
 * Has the rows read and measured again where they are in view; what is in view stays where it is.
 */
void
mattra_grid_queue_rows (MattraGrid *self,
                        guint       first,
                        guint       n)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (mattra_grid_row_get_index (row_at (self, i)) - first < n)
      mattra_grid_row_set_stale (row_at (self, i));
  if (self->kept_row != NULL
      && mattra_grid_row_get_index (MATTRA_GRID_ROW (self->kept_row)) - first < n)
    mattra_grid_row_set_stale (MATTRA_GRID_ROW (self->kept_row));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mattra_grid_layout_items_changed:
 * @self: a grid
 * @position: where the model changed
 * @removed: how many rows went
 * @added: how many came
 *
 * Follows the model; what is in view and still there stays where it is.
 */
void
mattra_grid_layout_items_changed (MattraGrid *self,
                                  guint       position,
                                  guint       removed,
                                  guint       added)
{
  if (removed == added)
    {
      mattra_grid_queue_rows (self, position, added);
      return;
    }
  if (position == 0 && removed == mattra_height_tree_get_n_rows (self->heights))
    {
      mattra_grid_layout_reset (self);
      return;
    }
  if (self->anchor_row >= position + removed)
    self->anchor_row += added - removed;
  else if (self->anchor_row >= position)
    find_other_anchor (self, position, removed, added);
  renumber_rows (self, position, removed, added);
  renumber_kept_row (self, position, removed, added);
  mattra_height_tree_splice (self->heights, position, removed, added);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
