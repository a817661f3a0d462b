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
/* More are not written between two frames. */
#define CELLS_AT_ONCE 2000
/* Excel takes a <br> with this style for a line in the same cell. */
#define OWN_MARK "<meta name=\"generator\" content=\"Mattra\">"
#define HTML_HEAD "<html><head><meta charset=\"utf-8\">" OWN_MARK "<style>br{mso-data-placement:same-cell}</style>" \
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

/* A block as the clipboard takes it. */
typedef struct
{
  MattraGrid *grid;
  MattraGridBlock *block;
  guint turn;
  MattraGridReadFunc then;
  GString *plain;
  GString *html;
} Copy;

/* What is not for another thread to let go of. */
static void
let_go (Copy *copy)
{
  g_clear_object (&copy->grid);
  g_clear_pointer (&copy->block, mattra_grid_block_unref);
}

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  let_go (copy);
  g_string_free (copy->plain, TRUE);
  g_string_free (copy->html, TRUE);
  g_free (copy);
}

static void
pass_turn (GdkClipboard *clipboard,
           guint        *turn)
{
  (*turn)++;
}

/* Whoever comes to the clipboard later, here or in another program, has it: a copy that takes long must not
 * come over what was copied since. */
static guint *
get_turn (MattraGrid *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  guint *turn = g_object_get_data (G_OBJECT (clipboard), "mattra-grid-turn");

  if (turn != NULL)
    return turn;
  turn = g_new0 (guint, 1);
  g_object_set_data_full (G_OBJECT (clipboard), "mattra-grid-turn", turn, g_free);
  g_signal_connect (clipboard, "changed", G_CALLBACK (pass_turn), turn);
  return turn;
}

/**
 * mattra_grid_begin_copy:
 * @self: a grid
 *
 * Returns: the turn of a copy that begins now, before its cells are read
 */
guint
mattra_grid_begin_copy (MattraGrid *self)
{
  return ++*get_turn (self);
}

static void
append_row (Copy *copy,
            guint row)
{
  g_string_append (copy->html, "<tr>");
  for (guint i = 0; i < copy->block->columns->len; i++)
    {
      const char *text = mattra_grid_block_get (copy->block, row, g_ptr_array_index (copy->block->columns, i),
                                                NULL);

      if (i > 0)
        g_string_append_c (copy->plain, '\t');
      mattra_table_text_append_cell (copy->plain, text);
      g_string_append (copy->html, "<td>");
      mattra_table_text_append_html (copy->html, text);
      g_string_append (copy->html, "</td>");
    }
  g_string_append_c (copy->plain, '\n');
  g_string_append (copy->html, "</tr>");
}

static void
write_copy (Copy *copy)
{
  for (guint row = copy->block->top; row < copy->block->top + copy->block->n_rows; row++)
    append_row (copy, row);
  g_string_append (copy->html, HTML_TAIL);
}

static void
put_copy (const Copy *copy)
{
  g_autoptr (GBytes) html = g_bytes_new (copy->html->str, copy->html->len);
  g_autoptr (GdkContentProvider) both = NULL;
  GdkContentProvider *providers[2] = { 0 };

  providers[0] = gdk_content_provider_new_for_bytes ("text/html", html);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, copy->plain->str);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (copy->grid)), both);
}

static void
finish_copy (Copy *copy)
{
  gboolean in_turn = *get_turn (copy->grid) == copy->turn;

  if (in_turn)
    put_copy (copy);
  else if (copy->then != NULL)
    gtk_widget_error_bell (GTK_WIDGET (copy->grid));
  if (in_turn && copy->then != NULL && gtk_widget_get_root (GTK_WIDGET (copy->grid)) != NULL)
    copy->then (copy->grid, copy->block, NULL);
  let_go (copy);
}

static void
run_copy (GTask        *task,
          gpointer      source,
          gpointer      copy,
          GCancellable *cancellable)
{
  write_copy (copy);
  g_task_return_boolean (task, TRUE);
}

static void
on_copy_written (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  finish_copy (g_task_get_task_data (G_TASK (result)));
}

/**
 * mattra_grid_copy_block:
 * @self: a grid
 * @block: cells of it
 * @turn: when it was begun: see mattra_grid_begin_copy()
 * @then: (nullable): called with @block when it is on the clipboard, unless something newer came there first
 *
 * Puts the texts on the clipboard, as text that spreadsheets read and as an HTML table. Very many are written
 * on another thread.
 */
void
mattra_grid_copy_block (MattraGrid         *self,
                        MattraGridBlock    *block,
                        guint               turn,
                        MattraGridReadFunc  then)
{
  Copy *copy = g_new0 (Copy, 1);
  GTask *task = NULL;

  copy->grid = g_object_ref (self);
  copy->block = mattra_grid_block_ref (block);
  copy->turn = turn;
  copy->then = then;
  copy->plain = g_string_new (NULL);
  copy->html = g_string_new (HTML_HEAD);
  if (block->n_rows * block->columns->len > CELLS_AT_ONCE)
    {
      task = g_task_new (NULL, NULL, on_copy_written, NULL);
      g_task_set_task_data (task, copy, copy_free);
      g_task_run_in_thread (task, run_copy);
      g_object_unref (task);
      return;
    }
  write_copy (copy);
  finish_copy (copy);
  copy_free (copy);
}

static void
copy_read (MattraGrid      *self,
           MattraGridBlock *block,
           gpointer         data)
{
  mattra_grid_copy_block (self, block, GPOINTER_TO_UINT (data), NULL);
}

/**
 * mattra_grid_copy:
 * @self: a grid with a selection
 *
 * Copies the selected texts, all of them.
 */
void
mattra_grid_copy (MattraGrid *self)
{
  MattraGridRange range = { 0 };

  mattra_grid_get_selection (self, &range);
  mattra_grid_read (self, &range, copy_read, GUINT_TO_POINTER (mattra_grid_begin_copy (self)), NULL);
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

/* What is pasted, until the cells are read that it falls on. */
typedef struct
{
  MattraTableText *block;
  MattraGridRange selection;
  gboolean splits;
  gboolean agreed;
} Pasting;

static void
pasting_free (gpointer data)
{
  Pasting *pasting = data;

  g_clear_pointer (&pasting->block, mattra_table_text_free);
  g_free (pasting);
}

static void paste_on (MattraGrid *self,
                      Pasting    *pasting);

/* What was agreed to is planned once more: rows may have come and gone meanwhile. */
static void
on_paste_agreed (MattraGrid              *self,
                 const MattraPasteTarget *target,
                 MattraTableText         *block)
{
  Pasting *pasting = g_new0 (Pasting, 1);

  pasting->block = block;
  pasting->selection = target->selection;
  pasting->agreed = TRUE;
  paste_on (self, pasting);
}

static void
paste_on_read (MattraGrid      *self,
               MattraGridBlock *cells,
               gpointer         data)
{
  Pasting *pasting = data;
  MattraPasteTarget target = { pasting->selection, cells };
  g_autoptr (MattraPastePlan) plan = NULL;

  if (!mattra_grid_can_write (self, cells) || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  plan = mattra_paste_plan_new (self, &target, pasting->block);
  if (pasting->agreed || (mattra_paste_plan_is_plain (plan) && !pasting->splits))
    take_plan (self, plan);
  else
    mattra_paste_window_present (self, &target, g_steal_pointer (&pasting->block), pasting->splits,
                                 on_paste_agreed);
}

/* Takes over @pasting. */
static void
paste_on (MattraGrid *self,
          Pasting    *pasting)
{
  MattraGridRange range = pasting->selection;
  guint bottom = range.top + pasting->block->rows->len - 1;
  guint right = range.left + pasting->block->n_columns - 1;

  range.bottom = MAX (range.bottom, bottom);
  range.right = MAX (range.right, right);
  mattra_grid_read (self, &range, paste_on_read, pasting, pasting_free);
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
  Pasting *pasting = NULL;

  if (!can_take_rows (self) || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    {
      mattra_table_text_free (block);
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  pasting = g_new0 (Pasting, 1);
  pasting->block = block;
  pasting->splits = splits;
  if (!mattra_grid_selection_is_empty (&self->selection))
    mattra_grid_get_selection (self, &pasting->selection);
  paste_on (self, pasting);
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

/* Another window of this program: its text says exactly what stands in the cells, HTML has no double spaces. */
static gboolean
is_own (const char *html,
        gsize       length)
{
  return g_strstr_len (html, (gssize) MIN (length, sizeof HTML_HEAD), OWN_MARK) != NULL;
}

static void
take_html (Reading *reading)
{
  g_autoptr (GError) error = NULL;
  const char *html = reading->html->len > 0 ? (const char *) reading->html->data : "";
  MattraTableText *block = NULL;

  if (is_own (html, reading->html->len))
    {
      read_text (reading->grid);
      return;
    }
  block = mattra_table_text_parse_html (html, reading->html->len, &error);
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
