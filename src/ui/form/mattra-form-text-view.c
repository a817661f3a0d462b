/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-form-text-view.h"

#include <string.h>

#include "mattra-items-editor.h"
#include "mattra-items-view.h"

#define PADDING_X 8
#define PADDING_Y 5
#define NUMBER_GAP 4

/* Room for the numbers: a dot and as many digits as the last one has. */
static void
update_indent (GtkTextView *view)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int digit = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));
  int n_lines = gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (view));

  gtk_text_view_set_left_margin (view, PADDING_X + NUMBER_GAP + digit * (n_lines < 10 ? 2 : n_lines < 100 ? 3 : 4));
  pango_font_metrics_unref (metrics);
}

/* The font may be another, or its size. */
static void
mapped (GtkTextView *view)
{
  update_indent (view);
}

static void
strip_number (GtkTextBuffer   *buffer,
              MattraItemsView *view)
{
  mattra_items_view_strip_number (view);
}

/* Pasted text: one sort of newline, none at the end, no numbers that are drawn anyway. */
static char *
clean (const char *text,
       gboolean    items)
{
  g_autofree char *copy = g_strdup (text);
  GString *lines = g_string_new (NULL);
  char *end = copy + strlen (copy);
  g_autofree char *stripped = NULL;

  while (end > copy && strchr ("\r\n", end[-1]))
    *--end = '\0';
  for (const char *p = copy; *p; p++)
    if (*p != '\r')
      g_string_append_c (lines, *p);
    else if (p[1] != '\n')
      g_string_append_c (lines, '\n');
  stripped = g_string_free (lines, FALSE);
  return items ? mattra_items_strip_numbers (stripped, 1) : g_steal_pointer (&stripped);
}

/* Into a field of one line what was several is put as one. */
static void
pasted (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GtkTextView) view = user_data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *typed = text ? clean (text, MATTRA_IS_ITEMS_VIEW (view)) : NULL;

  if (typed == NULL || gtk_widget_get_root (GTK_WIDGET (view)) == NULL)
    return;
  if (g_object_get_data (G_OBJECT (view), "single-line"))
    g_strdelimit (typed, "\n", ' ');
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, gtk_text_view_get_editable (view));
  gtk_text_buffer_insert_interactive_at_cursor (buffer, typed, -1, gtk_text_view_get_editable (view));
  gtk_text_buffer_end_user_action (buffer);
}

static void
paste (GtkTextView *view)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, pasted, g_object_ref (view));
}

/* The height of the text in the width that the view has, paragraph by paragraph as the view sets it. */
static int
text_height (GtkTextView *view)
{
  g_autofree char *text = mattra_form_text_view_dup_text (view);
  g_auto (GStrv) lines = g_strsplit (*text ? text : " ", "\n", -1);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), NULL);
  int room = gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_left_margin (view) - PADDING_X;
  int sum = 0;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (1, room) * PANGO_SCALE);
  for (guint i = 0; lines[i]; i++)
    {
      int height = 0;

      pango_layout_set_text (layout, lines[i], -1);
      pango_layout_get_pixel_size (layout, NULL, &height);
      sum += height;
    }
  return sum + 2 * PADDING_Y;
}

static gboolean
fit_now (gpointer user_data)
{
  int height = 0;
  int before = 0;

  g_object_set_data (user_data, "fitting", NULL);
  if (gtk_widget_get_width (user_data) <= 0)
    return G_SOURCE_REMOVE;
  height = text_height (user_data);
  gtk_widget_get_size_request (user_data, NULL, &before);
  if (height != before)
    gtk_widget_set_size_request (user_data, -1, height);
  return G_SOURCE_REMOVE;
}

/* A text view learns how its lines break only while it gets its width, or later still, when it is too late
 * to ask for another height. */
static void
fit (GtkTextView *view)
{
  if (g_object_get_data (G_OBJECT (view), "fitting"))
    return;
  g_object_set_data (G_OBJECT (view), "fitting", view);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_now, g_object_ref (view), g_object_unref);
}

/**
 * mattra_form_text_view_new:
 * @kind: what is typed into it
 *
 * Makes a text view that grows with its text.
 *
 * Returns: (transfer floating): the view
 */
GtkTextView *
mattra_form_text_view_new (MattraFormTextKind kind)
{
  GtkTextView *view = g_object_new (kind == MATTRA_FORM_ITEMS ? MATTRA_TYPE_ITEMS_VIEW : GTK_TYPE_TEXT_VIEW,
                                    "accepts-tab", FALSE, "wrap-mode", GTK_WRAP_WORD_CHAR,
                                    "left-margin", PADDING_X, "right-margin", PADDING_X,
                                    "top-margin", PADDING_Y, "bottom-margin", PADDING_Y, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (view), "mattra-form-text");
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), TRUE);
  g_signal_connect (view, "paste-clipboard", G_CALLBACK (paste), NULL);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), "changed", G_CALLBACK (fit),
                           view, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view)), "changed", G_CALLBACK (fit),
                           view, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (fit), view, G_CONNECT_SWAPPED);
  if (kind == MATTRA_FORM_LINE)
    g_object_set_data (G_OBJECT (view), "single-line", view);
  if (kind != MATTRA_FORM_ITEMS)
    return view;
  g_signal_connect (view, "map", G_CALLBACK (mapped), NULL);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "end-user-action", G_CALLBACK (strip_number), view, 0);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (update_indent), view,
                           G_CONNECT_SWAPPED);
  return view;
}

/**
 * mattra_form_text_view_set_text:
 * @view: a view of the form
 * @text: its text, which can't be undone
 *
 * Shows a text; the cursor stays where it is, as far as there is text.
 */
void
mattra_form_text_view_set_text (GtkTextView *view,
                                const char  *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *now = mattra_form_text_view_dup_text (view);
  GtkTextIter cursor;
  int offset = 0;

  if (g_str_equal (now, text))
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  offset = gtk_text_iter_get_offset (&cursor);
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, offset);
  gtk_text_buffer_place_cursor (buffer, &cursor);
}

/**
 * mattra_form_text_view_type:
 * @view: a view of the form
 * @text: its text, as if the user had typed it
 *
 * Replaces the text, as one step to be undone.
 */
void
mattra_form_text_view_type (GtkTextView *view,
                            const char  *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * mattra_form_text_view_dup_text:
 * @view: a view of the form
 *
 * Returns: (transfer full): its text
 */
char *
mattra_form_text_view_dup_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * mattra_form_text_view_set_digits:
 * @view: a view of the form
 * @digits: how the numbers before its lines are written
 */
void
mattra_form_text_view_set_digits (GtkTextView  *view,
                                  MattraDigits  digits)
{
  if (MATTRA_IS_ITEMS_VIEW (view))
    mattra_items_view_set_numbers (MATTRA_ITEMS_VIEW (view), PADDING_X, digits, NULL);
}

/**
 * mattra_form_text_view_forget_undo:
 * @view: a view of the form
 *
 * Has no typing to undo: what was committed is undone as an act.
 */
void
mattra_form_text_view_forget_undo (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
}
