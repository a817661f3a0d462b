/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-form-scroll.h"

#include "mattra-form-text.h"

static void
scroll_to_cursor (GtkTextBuffer     *buffer,
                  GParamSpec        *property,
                  GtkScrolledWindow *scrolled)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (scrolled));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scrolled);
  GtkTextIter cursor;
  GdkRectangle place;
  double y = 0;

  if (!GTK_IS_TEXT_VIEW (focus) || gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)) != buffer)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (focus), &cursor, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (focus), GTK_TEXT_WINDOW_WIDGET, place.x, place.y,
                                         &place.x, &place.y);
  if (gtk_widget_translate_coordinates (focus, gtk_scrolled_window_get_child (scrolled), 0, place.y, NULL, &y))
    {
      y += gtk_adjustment_get_value (adjustment);
      gtk_adjustment_clamp_page (adjustment, y, y + place.height);
    }
}

/**
 * mattra_form_scroll_follow:
 * @cell: a cell
 * @scrolled: what it is scrolled in
 *
 * Keeps the line in which one types in view.
 */
void
mattra_form_scroll_follow (MattraFormCell    *cell,
                           GtkScrolledWindow *scrolled)
{
  g_return_if_fail (MATTRA_IS_FORM_CELL (cell) && GTK_IS_SCROLLED_WINDOW (scrolled));

  if (MATTRA_IS_FORM_TEXT (cell))
    g_signal_connect_object (gtk_text_view_get_buffer (mattra_form_text_get_view (MATTRA_FORM_TEXT (cell))),
                             "notify::cursor-position", G_CALLBACK (scroll_to_cursor), scrolled, G_CONNECT_AFTER);
}
