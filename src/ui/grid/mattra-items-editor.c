/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-items-editor.h"

#include "mattra-items-view.h"

#define PADDING_X 8

struct _MattraItemsEditor
{
  MattraTextEditor parent_instance;
};

G_DEFINE_FINAL_TYPE (MattraItemsEditor, mattra_items_editor, MATTRA_TYPE_TEXT_EDITOR)

static int
digit_width (MattraItemsEditor *self)
{
  GtkWidget *view = mattra_cell_editor_get_focus (MATTRA_CELL_EDITOR (self));
  PangoContext *context = gtk_widget_get_pango_context (view);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

/* As wide as the cell's own numbers: a dot and as many digits as the last one has. */
static void
update_indent (MattraItemsEditor *self)
{
  MattraTextEditor *editor = MATTRA_TEXT_EDITOR (self);
  GtkTextView *view = mattra_text_editor_get_view (editor);
  int n_lines = gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (view));

  mattra_text_editor_set_indent (editor, digit_width (self) * (n_lines < 10 ? 2 : n_lines < 100 ? 3 : 4));
  mattra_items_view_set_numbers (MATTRA_ITEMS_VIEW (view), PADDING_X,
                                 mattra_cell_editor_get_digits (MATTRA_CELL_EDITOR (self)),
                                 mattra_cell_editor_get_attributes (MATTRA_CELL_EDITOR (self)));
}

static void
on_end_user_action (GtkTextBuffer     *buffer,
                    MattraItemsEditor *self)
{
  mattra_items_view_strip_number (MATTRA_ITEMS_VIEW (mattra_text_editor_get_view (MATTRA_TEXT_EDITOR (self))));
}

static char *
mattra_items_editor_clean_paste (MattraTextEditor *editor,
                                 const char       *text)
{
  return mattra_items_strip_numbers (text, mattra_text_editor_get_line (editor, NULL) + 1);
}

/* Before it is measured the editor gets the cell's attributes. */
static int
mattra_items_editor_content_height (MattraCellEditor *editor,
                                    int               width)
{
  update_indent (MATTRA_ITEMS_EDITOR (editor));
  return MATTRA_CELL_EDITOR_CLASS (mattra_items_editor_parent_class)->content_height (editor, width);
}

static void
mattra_items_editor_constructed (GObject *object)
{
  MattraTextEditor *editor = MATTRA_TEXT_EDITOR (object);

  G_OBJECT_CLASS (mattra_items_editor_parent_class)->constructed (object);

  g_signal_connect (gtk_text_view_get_buffer (mattra_text_editor_get_view (editor)), "end-user-action",
                    G_CALLBACK (on_end_user_action), editor);
}

static void
mattra_items_editor_class_init (MattraItemsEditorClass *klass)
{
  MattraTextEditorClass *text_class = MATTRA_TEXT_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mattra_items_editor_constructed;
  MATTRA_CELL_EDITOR_CLASS (klass)->content_height = mattra_items_editor_content_height;
  text_class->clean_paste = mattra_items_editor_clean_paste;
  text_class->view_type = MATTRA_TYPE_ITEMS_VIEW;
}

static void
mattra_items_editor_init (MattraItemsEditor *self)
{
}
