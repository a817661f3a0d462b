/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-grid-hands.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mattra-error.h"
#include "mattra-paste-plan.h"
#include "mattra-paste-window.h"
#include "mattra-table-text.h"

#define CHUNK (64 * 1024)
/* Excel takes a <br> with this style for a line in the same cell. */
#define HTML_HEAD "<html><head><meta charset=\"utf-8\"><style>br{mso-data-placement:same-cell}</style>" \
                  "</head><body><table>"
#define HTML_TAIL "</table></body></html>"

typedef struct
{
  MattraGrid *grid;
  GInputStream *stream;
  GByteArray *html;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_object (&reading->stream);
  g_byte_array_unref (reading->html);
  g_object_unref (reading->grid);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* Copying */

static void
append_row (MattraGrid *self,
            guint       row,
            guint       left,
            guint       right,
            GString    *plain,
            GString    *html)
{
  g_autoptr (GObject) item = g_list_model_get_item (self->model, row);

  g_string_append (html, "<tr>");
  for (guint place = left; place <= right; place++)
    {
      MattraGridColumn *column = mattra_grid_shown_column (self, place);
      g_autofree char *text = NULL;

      text = MATTRA_GRID_DELEGATE_GET_IFACE (self->delegate)->dup_text (self->delegate, item, column);
      if (place > left)
        g_string_append_c (plain, '\t');
      mattra_table_text_append_cell (plain, text != NULL ? text : "");
      g_string_append (html, "<td>");
      mattra_table_text_append_html (html, text != NULL ? text : "");
      g_string_append (html, "</td>");
    }
  g_string_append_c (plain, '\n');
  g_string_append (html, "</tr>");
}

/**
 * mattra_grid_copy:
 * @self: a grid with a selection
 *
 * Puts the selected texts on the clipboard, as text that spreadsheets read and as an HTML table.
 */
void
mattra_grid_copy (MattraGrid *self)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  GString *html = g_string_new (HTML_HEAD);
  g_autoptr (GBytes) html_bytes = NULL;
  g_autoptr (GdkContentProvider) both = NULL;
  GdkContentProvider *providers[2] = { 0 };
  MattraGridRange range = { 0 };

  mattra_grid_get_selection (self, &range);
  for (guint row = range.top; row <= range.bottom; row++)
    append_row (self, row, range.left, range.right, plain, html);
  g_string_append (html, HTML_TAIL);
  html_bytes = g_string_free_to_bytes (html);
  providers[0] = gdk_content_provider_new_for_bytes ("text/html", html_bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, plain->str);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
}

/* Pasting */

/* The pasted cells are the selected ones; rows that are yet to come as soon as they are there. */
static void
select_pasted (MattraGrid            *self,
               const MattraPastePlan *plan)
{
  MattraGridSelection next = self->selection;

  next.whole_rows = next.whole_columns = FALSE;
  next.row = next.anchor_row = plan->area.top;
  next.column = next.anchor_column = plan->area.left;
  next.far_row = plan->area.bottom;
  next.far_column = plan->area.right;
  if (plan->n_appended > 0)
    mattra_grid_expect_selection (self, &next);
  else
    mattra_grid_change_selection (self, &next, FALSE);
}

static void
take_plan (MattraGrid            *self,
           const MattraPastePlan *plan)
{
  select_pasted (self, plan);
  mattra_grid_apply (self, MATTRA_GRID_CHANGE_PASTE, plan->cells);
}

/* What was agreed to is planned once more: rows may have come and gone meanwhile. */
static void
on_paste_agreed (MattraGrid            *self,
                 const MattraTableText *block)
{
  g_autoptr (MattraPastePlan) plan = mattra_paste_plan_new (self, block);

  take_plan (self, plan);
}

static gboolean
can_take_rows (MattraGrid *self)
{
  return mattra_grid_n_shown (self) > 0 && !self->read_only &&
         (mattra_grid_n_rows (self) > 0 ||
          MATTRA_GRID_DELEGATE_GET_IFACE (self->delegate)->insert_rows != NULL);
}

/* @splits: the lines come from one text, so that it is not sure that they are to be rows. */
static void
paste_block (MattraGrid      *self,
             MattraTableText *block,
             gboolean         splits)
{
  g_autoptr (MattraTableText) owned = block;
  g_autoptr (MattraPastePlan) plan = NULL;

  if (!can_take_rows (self) || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  plan = mattra_paste_plan_new (self, block);
  if (mattra_paste_plan_is_plain (plan) && !splits)
    take_plan (self, plan);
  else
    mattra_paste_window_present (self, g_steal_pointer (&owned), splits, on_paste_agreed);
}

static void
tell (MattraGrid   *self,
      const GError *error)
{
  mattra_paste_window_tell (self, error->message);
}

static void
paste_text (MattraGrid *self,
            const char *text)
{
  gboolean local = gdk_clipboard_is_local (gtk_widget_get_clipboard (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;
  MattraTableText *block = mattra_table_text_parse (text, -1, &error);

  if (block == NULL)
    tell (self, error);
  else
    paste_block (self, block, !local && block->n_columns == 1 && block->rows->len > 1 &&
                              mattra_grid_selection_is_single (&self->selection));
}

static void
on_text_read (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MattraGrid) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text == NULL || *text == '\0')
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    paste_text (self, text);
}

static void
read_text (MattraGrid *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_text_read,
                                 g_object_ref (self));
}

static void
take_html (Reading *reading)
{
  g_autoptr (GError) error = NULL;
  const char *html = reading->html->len > 0 ? (const char *) reading->html->data : "";
  MattraTableText *block = mattra_table_text_parse_html (html, reading->html->len, &error);

  if (block != NULL)
    paste_block (reading->grid, block, FALSE);
  else if (g_error_matches (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND))
    read_text (reading->grid);
  else
    tell (reading->grid, error);
}

static void read_more (Reading *reading);

/* One byte more than the limit is enough to be refused. */
static void
on_bytes_read (GObject      *stream,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Reading) reading = user_data;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (stream), result, NULL);

  if (bytes == NULL)
    {
      read_text (reading->grid);
      return;
    }
  g_byte_array_append (reading->html, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  if (g_bytes_get_size (bytes) == 0 || reading->html->len > MATTRA_TABLE_TEXT_MAX_BYTES)
    take_html (reading);
  else
    read_more (g_steal_pointer (&reading));
}

static void
read_more (Reading *reading)
{
  g_input_stream_read_bytes_async (reading->stream, CHUNK, G_PRIORITY_DEFAULT, NULL, on_bytes_read,
                                   reading);
}

static void
on_html_opened (GObject      *clipboard,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MattraGrid) self = user_data;
  GInputStream *stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, NULL);
  Reading *reading = NULL;

  if (stream == NULL)
    {
      read_text (self);
      return;
    }
  reading = g_new0 (Reading, 1);
  reading->grid = g_steal_pointer (&self);
  reading->stream = stream;
  reading->html = g_byte_array_new ();
  read_more (reading);
}

/**
 * mattra_grid_paste:
 * @self: a grid
 *
 * Reads the clipboard and puts what it holds over the selection. A table in HTML knows its cells better
 * than text does, except for one that was copied here.
 */
void
mattra_grid_paste (MattraGrid *self)
{
  static const char *html_types[] = { "text/html", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_clipboard_is_local (clipboard) ||
      !gdk_content_formats_contain_mime_type (formats, html_types[0]))
    read_text (self);
  else
    gdk_clipboard_read_async (clipboard, html_types, G_PRIORITY_DEFAULT, NULL, on_html_opened,
                              g_object_ref (self));
}
