/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-private.h"

#include <glib/gi18n-lib.h>

#define SHOWN_MS 6000
#define REASON_CHARS 40

/**
 * mattra_grid_dup_refusal:
 * @self: a grid
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer full) (nullable): why the cell can't be edited; %NULL if it can
 */
char *
mattra_grid_dup_refusal (MattraGrid       *self,
                         guint             row,
                         MattraGridColumn *column)
{
  g_auto (MattraCellLook) look = { 0 };

  if (self->read_only)
    return g_strdup (_("This table can only be read"));
  mattra_grid_cell_look (self, row, column, &look);
  if (look.read_only != NULL)
    return g_steal_pointer (&look.read_only);
  if (mattra_grid_column_get_kind (column) == MATTRA_CELL_READ_ONLY)
    return g_strdup (_("This column follows from others and can't be changed itself"));
  return NULL;
}

static gboolean
on_timer (gpointer data)
{
  MattraGrid *self = data;

  self->refusal_timer = 0;
  mattra_grid_end_refusal (self);
  return G_SOURCE_REMOVE;
}

/**
 * mattra_grid_end_refusal:
 * @self: a grid
 *
 * Takes back what mattra_grid_say_refusal() shows.
 */
void
mattra_grid_end_refusal (MattraGrid *self)
{
  g_clear_handle_id (&self->refusal_timer, g_source_remove);
  if (self->refusal != NULL)
    g_signal_handlers_disconnect_by_func (self, mattra_grid_end_refusal, NULL);
  g_clear_pointer (&self->refusal, gtk_widget_unparent);
}

static GtkWidget *
make_label (const char *reason)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                   "label", reason,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "max-width-chars", REASON_CHARS,
                                   NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, reason, -1);
  return label;
}

/**
 * mattra_grid_say_refusal:
 * @self: a grid
 * @row: the cell's row
 * @place: the cell's place
 * @reason: why it can't be edited
 *
 * Says so, beside the cell. The keyboard stays where it is.
 */
void
mattra_grid_say_refusal (MattraGrid *self,
                         guint       row,
                         guint       place,
                         const char *reason)
{
  GdkRectangle area, body;

  mattra_grid_end_refusal (self);
  gtk_widget_error_bell (GTK_WIDGET (self));
  mattra_grid_body_area (self, &body);
  if (!mattra_grid_cell_area (self, row, place, &area))
    return;
  if (!gdk_rectangle_intersect (&area, &body, &area))
    area = (GdkRectangle) { body.x, body.y, 1, 1 };
  self->refusal = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->refusal), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->refusal), &area);
  gtk_popover_set_child (GTK_POPOVER (self->refusal), make_label (reason));
  gtk_widget_set_parent (self->refusal, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->refusal));
  g_signal_connect (self, "cursor-changed", G_CALLBACK (mattra_grid_end_refusal), NULL);
  self->refusal_timer = g_timeout_add (SHOWN_MS, on_timer, self);
}
