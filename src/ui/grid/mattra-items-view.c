/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-items-view.h"

#include <string.h>

#include "mattra-items-editor.h"

/* So many characters tell which fonts are in the line. */
#define BASELINE_CHARS 12

struct _MattraItemsView
{
  GtkTextView parent_instance;

  int x;
  MattraDigits digits;
  PangoAttrList *attributes;
  gboolean stripping;
};

G_DEFINE_FINAL_TYPE (MattraItemsView, mattra_items_view, GTK_TYPE_TEXT_VIEW)

/* Where the first line of an item stands below its top: as the cell sets it, number and text together. */
static int
get_baseline (MattraItemsView   *self,
              PangoLayout       *layout,
              const GtkTextIter *line,
              const char        *number)
{
  GtkTextIter end = *line;
  g_autofree char *text = NULL;
  g_autofree char *numbered = NULL;

  gtk_text_iter_forward_chars (&end, BASELINE_CHARS);
  text = gtk_text_iter_get_slice (line, &end);
  numbered = g_strconcat (number, text, NULL);
  numbered[strcspn (numbered, "\n")] = '\0';
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_text (layout, numbered, -1);
  return pango_layout_get_baseline (layout);
}

static void
draw_number (MattraItemsView   *self,
             GtkSnapshot       *snapshot,
             PangoLayout       *layout,
             const GtkTextIter *line,
             const GdkRGBA     *color)
{
  g_autofree char *number = mattra_digits_format (gtk_text_iter_get_line (line) + 1, self->digits);
  g_autofree char *text = g_strconcat (number, ".", NULL);
  int y, height, baseline = get_baseline (self, layout, line, text);

  pango_layout_set_attributes (layout, NULL);
  pango_layout_set_text (layout, text, -1);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), line, &y, &height);
  y += PANGO_PIXELS (baseline - pango_layout_get_baseline (layout));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (self->x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_numbers (MattraItemsView *self,
              GtkSnapshot     *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  GdkRectangle visible, place;
  GdkRGBA color;
  GtkTextIter line;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &line, visible.y, NULL);
  do
    {
      gtk_text_view_get_iter_location (view, &line, &place);
      if (place.y > visible.y + visible.height)
        break;
      draw_number (self, snapshot, layout, &line, &color);
    }
  while (gtk_text_iter_forward_line (&line) && gtk_text_iter_starts_line (&line));
}

static void
mattra_items_view_snapshot_layer (GtkTextView      *view,
                                  GtkTextViewLayer  layer,
                                  GtkSnapshot      *snapshot)
{
  gboolean blank = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view)) == 0;

  /* Nothing has no number, until one begins to type. */
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT && (!blank || gtk_widget_has_focus (GTK_WIDGET (view))))
    draw_numbers (MATTRA_ITEMS_VIEW (view), snapshot);
}

static void
mattra_items_view_finalize (GObject *object)
{
  g_clear_pointer (&MATTRA_ITEMS_VIEW (object)->attributes, pango_attr_list_unref);

  G_OBJECT_CLASS (mattra_items_view_parent_class)->finalize (object);
}

static void
mattra_items_view_class_init (MattraItemsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_items_view_finalize;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = mattra_items_view_snapshot_layer;
}

static void
mattra_items_view_init (MattraItemsView *self)
{
  self->digits = MATTRA_DIGITS_THAI;
}

/**
 * mattra_items_view_set_numbers:
 * @self: a view
 * @x: where the numbers begin, in pixels from the left
 * @digits: how they are written
 * @attributes: (nullable): how the cell sets its lines
 *
 * Says how the numbers look.
 */
void
mattra_items_view_set_numbers (MattraItemsView *self,
                               int              x,
                               MattraDigits     digits,
                               PangoAttrList   *attributes)
{
  g_return_if_fail (MATTRA_IS_ITEMS_VIEW (self));

  self->x = x;
  self->digits = digits;
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  if (attributes != NULL)
    self->attributes = pango_attr_list_ref (attributes);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mattra_items_view_strip_number:
 * @self: a view
 *
 * "3. " typed before the third line says what is drawn there already: it goes, and Ctrl+Z brings it back. To
 * be called when the user has typed something.
 */
void
mattra_items_view_strip_number (MattraItemsView *self)
{
  GtkTextBuffer *buffer = NULL;
  GtkTextIter start, cursor;
  g_autofree char *typed = NULL;
  const char *rest = NULL;
  guint number = 0;

  g_return_if_fail (MATTRA_IS_ITEMS_VIEW (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  number = (guint) gtk_text_iter_get_line (&cursor) + 1;
  start = cursor;
  gtk_text_iter_set_line_offset (&start, 0);
  typed = gtk_text_buffer_get_text (buffer, &start, &cursor, FALSE);
  if (self->stripping || !g_str_has_suffix (typed, " ") || !mattra_items_own_number (typed, number, &rest)
      || *rest != '\0')
    return;
  self->stripping = TRUE;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &cursor);
  gtk_text_buffer_end_user_action (buffer);
  self->stripping = FALSE;
}
