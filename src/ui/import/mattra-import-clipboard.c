/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-import-clipboard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-table-text.h"

#define CHUNK 65536

#define TYPE_HTML "text/html"

typedef struct
{
  GdkClipboard *clipboard;
  GInputStream *stream;
  GByteArray *page;
  MattraClipboardTable *table;
} Reader;

void
mattra_clipboard_table_free (MattraClipboardTable *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->html, g_bytes_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self);
}

static void
reader_free (gpointer data)
{
  Reader *reader = data;

  g_clear_object (&reader->clipboard);
  g_clear_object (&reader->stream);
  g_clear_pointer (&reader->page, g_byte_array_unref);
  g_clear_pointer (&reader->table, mattra_clipboard_table_free);
  g_free (reader);
}

static void
return_table (GTask *task)
{
  Reader *reader = g_task_get_task_data (task);
  const MattraClipboardTable *table = reader->table;

  if (table->file || table->html || table->text)
    g_task_return_pointer (task, g_steal_pointer (&reader->table), (GDestroyNotify) mattra_clipboard_table_free);
  else
    g_task_return_new_error (task, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                             _("Nothing that could be a table was copied. Select the table in Word or Excel, copy it, "
                               "and paste again."));
  g_object_unref (task);
}

static void
text_read (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Reader *reader = g_task_get_task_data (data);
  char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text)
    reader->table->text = g_bytes_new_take (text, strlen (text));
  return_table (data);
}

static void
read_text (GTask *task)
{
  Reader *reader = g_task_get_task_data (task);
  GdkContentFormats *formats = gdk_clipboard_get_formats (reader->clipboard);

  if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
      || gdk_content_formats_contain_mime_type (formats, "text/plain")
      || gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8"))
    gdk_clipboard_read_text_async (reader->clipboard, g_task_get_cancellable (task), text_read, task);
  else
    return_table (task);
}

static void read_chunk (GTask *task);

/* A page that is too long is not read to its end: the text beside it will do. */
static void
chunk_read (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Reader *reader = g_task_get_task_data (data);
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, NULL);
  gsize length = bytes ? g_bytes_get_size (bytes) : 0;

  if (length > 0 && reader->page->len + length <= MATTRA_TABLE_TEXT_MAX_BYTES)
    {
      g_byte_array_append (reader->page, g_bytes_get_data (bytes, NULL), (guint) length);
      read_chunk (data);
      return;
    }
  if (bytes && length == 0 && reader->page->len > 0)
    reader->table->html = g_byte_array_free_to_bytes (g_steal_pointer (&reader->page));
  read_text (data);
}

static void
read_chunk (GTask *task)
{
  Reader *reader = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (reader->stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                   chunk_read, task);
}

static void
page_opened (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Reader *reader = g_task_get_task_data (data);

  reader->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  reader->page = g_byte_array_new ();
  if (reader->stream)
    read_chunk (data);
  else
    read_text (data);
}

static void
file_read (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Reader *reader = g_task_get_task_data (data);
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  GSList *files = value ? g_value_get_boxed (value) : NULL;

  if (files)
    reader->table->file = g_object_ref (files->data);
  return_table (data);
}

/**
 * mattra_clipboard_table_read_async:
 * @clipboard: what was copied
 * @cancellable: (nullable): gives it up
 * @callback: told when it is read
 * @user_data: data for @callback
 *
 * Reads what other programs copied: a file, or a table as a web page and as text.
 */
void
mattra_clipboard_table_read_async (GdkClipboard        *clipboard,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  static const char *page_types[] = { TYPE_HTML, NULL };
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  Reader *reader = g_new0 (Reader, 1);

  g_task_set_name (task, "mattra-clipboard-table");
  g_task_set_task_data (task, reader, reader_free);
  reader->clipboard = g_object_ref (clipboard);
  reader->table = g_new0 (MattraClipboardTable, 1);
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
      || gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable, file_read, task);
  else if (gdk_content_formats_contain_mime_type (formats, TYPE_HTML))
    gdk_clipboard_read_async (clipboard, page_types, G_PRIORITY_DEFAULT, cancellable, page_opened, task);
  else
    read_text (task);
}

/**
 * mattra_clipboard_table_read_finish:
 * @result: result of the asynchronous call
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was copied; %NULL with %MATTRA_ERROR_NOT_FOUND where it can be
 *   no table
 */
MattraClipboardTable *
mattra_clipboard_table_read_finish (GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
