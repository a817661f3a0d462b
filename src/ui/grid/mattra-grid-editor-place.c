/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-editor-private.h"

/* A note of some lines; where there is less room for a list, it scrolls. */
#define NOTE_RESERVE 64
#define OUT_OF_SIGHT 10

typedef struct
{
  GdkRectangle body;
  GdkRectangle cell;
  int width;
  int content;
  int note;
  int top;
  int note_room;
  gboolean above;
} Placement;

static gboolean
is_in_view (const Placement *place)
{
  return place->cell.y + place->cell.height > place->body.y
         && place->cell.y < place->body.y + place->body.height;
}

/* A cell out of view takes its editor along, whole, so that it covers nothing. */
static void
place_outside (Placement *place)
{
  int height = place->content + place->note;

  place->above = FALSE;
  place->note_room = place->note;
  place->top = place->cell.y < place->body.y ? -height - OUT_OF_SIGHT
                                             : place->body.y + place->body.height + OUT_OF_SIGHT;
}

/* The content begins where the cell does, and goes up only as far as it must to be seen whole; the note
 * goes where it has room. */
static void
place_inside (Placement *place)
{
  int reserve = MIN (place->note, NOTE_RESERVE);
  int bottom = place->body.y + place->body.height;
  int below, above;

  place->content = CLAMP (place->content, 0, MAX (0, place->body.height - reserve));
  place->top = MAX (place->body.y, MIN (place->cell.y, bottom - place->content));
  below = bottom - place->top - place->content;
  above = place->top - place->body.y;
  if (MAX (below, above) < reserve)
    {
      place->top = bottom - place->content - reserve;
      below = reserve;
    }
  place->above = place->note > below && above > below;
  place->note_room = MIN (place->note, place->above ? above : below);
  if (place->above)
    place->top -= place->note_room;
}

static int
left_edge (MattraGrid      *self,
           guint            column,
           const Placement *place)
{
  int from = column < mattra_grid_n_fixed (self) ? 0 : mattra_grid_fixed_edge (self);
  int to = MAX (from, place->body.width - place->width);

  return CLAMP (place->cell.x, from, to);
}

static void
measure (MattraGridEditor *editor,
         Placement        *place)
{
  GtkWidget *widget = GTK_WIDGET (editor->widget);
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place->width, NULL, NULL);
  place->width = MIN (place->width, MAX (place->body.width, 1));
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, place->width, NULL, &height, NULL, NULL);
  place->note = mattra_cell_editor_note_height (editor->widget, place->width);
  place->content = height - place->note;
}

void
_mattra_grid_editor_allocate (MattraGrid *self)
{
  MattraGridEditor *editor = self->editor;
  guint column = mattra_grid_place_of (self, editor->column);
  Placement place = { 0 };
  GtkAllocation allocation;
  int left;

  mattra_grid_body_area (self, &place.body);
  if (!mattra_grid_cell_area (self, editor->row, column, &place.cell))
    place.cell = (GdkRectangle) { 0, -place.body.height, 1, 1 };
  mattra_cell_editor_set_cell_size (editor->widget, place.cell.width, place.cell.height);
  mattra_cell_editor_set_attributes (editor->widget, self->line_height);
  measure (editor, &place);
  if (is_in_view (&place))
    place_inside (&place);
  else
    place_outside (&place);
  left = left_edge (self, column, &place);
  mattra_cell_editor_set_note_place (editor->widget, place.above, place.note_room,
                                     CLAMP (place.cell.x - left, 0, MAX (0, place.width - place.cell.width)));
  allocation = (GtkAllocation) { left, place.top, place.width, place.content + place.note_room };
  gtk_widget_size_allocate (GTK_WIDGET (editor->widget), &allocation, -1);
}

void
_mattra_grid_editor_snapshot (MattraGrid  *self,
                              GtkSnapshot *snapshot)
{
  GdkRectangle body;

  mattra_grid_body_area (self, &body);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (body.x, body.y, body.width, body.height));
  gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (self->editor->widget), snapshot);
  gtk_snapshot_pop (snapshot);
}
