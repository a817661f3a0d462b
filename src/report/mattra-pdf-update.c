/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-pdf-update.h"

#define CHUNK 65536

typedef struct
{
  guint number;
  gsize offset;
} Entry;

struct _MattraPdfUpdate
{
  MattraPdfFile      *file;
  MattraPdfWriteFunc  write;
  gpointer            closure;
  GString            *text;     /* what was not written yet */
  gsize               written;  /* where it begins in the file */
  GArray             *entries;
  guint               next;
  gboolean            failed;
};

/**
 * mattra_pdf_update_new:
 * @file: the file, to whose last byte it is appended
 * @write: (nullable): takes the bytes as they come; %NULL to keep them all for mattra_pdf_update_get_text()
 * @closure: what @write is given
 *
 * Begins an update.
 *
 * Returns: (transfer full): the update
 */
MattraPdfUpdate *
mattra_pdf_update_new (MattraPdfFile      *file,
                       MattraPdfWriteFunc  write,
                       gpointer            closure)
{
  MattraPdfUpdate *self;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (MattraPdfUpdate, 1);
  self->file = file;
  self->write = write;
  self->closure = closure;
  self->text = g_string_new (NULL);
  self->written = g_bytes_get_size (mattra_pdf_file_get_bytes (file));
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->next = MAX (mattra_pdf_file_get_n_objects (file), 1);
  if (((const char *) g_bytes_get_data (mattra_pdf_file_get_bytes (file), NULL))[self->written - 1] != '\n')
    g_string_append_c (self->text, '\n');
  return self;
}

/**
 * mattra_pdf_update_free:
 * @self: (transfer full) (nullable): an update
 *
 * Frees it.
 */
void
mattra_pdf_update_free (MattraPdfUpdate *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_array_unref (self->entries);
  g_free (self);
}

/**
 * mattra_pdf_update_reserve:
 * @self: an update
 *
 * Returns: the number of a new object, to be put later
 */
guint
mattra_pdf_update_reserve (MattraPdfUpdate *self)
{
  return self->next++;
}

static void
write_out (MattraPdfUpdate *self,
           gsize            at_least)
{
  if (self->write == NULL || self->text->len < at_least)
    return;
  if (!self->failed && !self->write (self->text->str, self->text->len, self->closure))
    self->failed = TRUE;
  self->written += self->text->len;
  g_string_truncate (self->text, 0);
}

static void
begin_object (MattraPdfUpdate *self,
              guint            number)
{
  Entry entry = { number, mattra_pdf_update_get_position (self) };

  g_array_append_val (self->entries, entry);
  g_string_append_printf (self->text, "%u 0 obj\n", number);
}

/**
 * mattra_pdf_update_put:
 * @self: an update
 * @number: an object's number, new or old
 * @text: its value
 * @length: how many bytes
 *
 * Writes an object.
 */
void
mattra_pdf_update_put (MattraPdfUpdate *self,
                       guint            number,
                       const char      *text,
                       gsize            length)
{
  begin_object (self, number);
  g_string_append_len (self->text, text, (gssize) length);
  g_string_append (self->text, "\nendobj\n");
  write_out (self, CHUNK);
}

/**
 * mattra_pdf_update_put_stream:
 * @self: an update
 * @number: an object's number
 * @entries: what its dictionary says besides its length
 * @data: its bytes
 * @length: how many
 *
 * Writes a stream.
 */
void
mattra_pdf_update_put_stream (MattraPdfUpdate *self,
                              guint            number,
                              const char      *entries,
                              const char      *data,
                              gsize            length)
{
  begin_object (self, number);
  g_string_append_printf (self->text, "<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n", entries, length);
  g_string_append_len (self->text, data, (gssize) length);
  g_string_append (self->text, "\nendstream\nendobj\n");
  write_out (self, CHUNK);
}

/**
 * mattra_pdf_update_get_position:
 * @self: an update
 *
 * Returns: where in the file the next byte comes
 */
gsize
mattra_pdf_update_get_position (MattraPdfUpdate *self)
{
  return self->written + self->text->len;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  guint first = ((const Entry *) a)->number;
  guint second = ((const Entry *) b)->number;

  return first < second ? -1 : first > second;
}

static void
put_section (MattraPdfUpdate *self,
             guint            first,
             guint            count)
{
  const Entry *entries = &g_array_index (self->entries, Entry, first);

  g_string_append_printf (self->text, "%u %u\n", entries[0].number, count);
  for (guint i = 0; i < count; i++)
    {
      g_string_append_printf (self->text, "%010" G_GSIZE_FORMAT " 00000 n \n", entries[i].offset);
      write_out (self, CHUNK);
    }
}

static void
put_table (MattraPdfUpdate *self)
{
  guint first = 0;

  g_array_sort (self->entries, compare_entries);
  g_string_append (self->text, "xref\n");
  for (guint i = 1; i <= self->entries->len; i++)
    if (i == self->entries->len
        || g_array_index (self->entries, Entry, i).number != g_array_index (self->entries, Entry, i - 1).number + 1)
      {
        put_section (self, first, i - first);
        first = i;
      }
}

static void
put_copied (MattraPdfUpdate *self,
            const char      *key)
{
  MattraPdfPart value = mattra_pdf_dict_get (mattra_pdf_file_get_trailer (self->file), key);

  if (value.start != NULL)
    g_string_append_printf (self->text, "/%s %.*s ", key, (int) (value.end - value.start), value.start);
}

/**
 * mattra_pdf_update_finish:
 * @self: an update
 * @entries: what the trailer says besides what it must
 *
 * Writes the table of contents and the end.
 *
 * Returns: whether all was written
 */
gboolean
mattra_pdf_update_finish (MattraPdfUpdate *self,
                          const char      *entries)
{
  gsize table = mattra_pdf_update_get_position (self);

  put_table (self);
  g_string_append_printf (self->text, "trailer\n<< /Size %u ", self->next);
  put_copied (self, "Root");
  put_copied (self, "Info");
  g_string_append_printf (self->text, "%s /Prev %" G_GSIZE_FORMAT " >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          entries, mattra_pdf_file_get_xref (self->file), table);
  write_out (self, 1);
  return !self->failed;
}

/**
 * mattra_pdf_update_get_text:
 * @self: an update
 *
 * Returns: (transfer none): all that is to be appended, where nothing was given to write it
 */
GString *
mattra_pdf_update_get_text (MattraPdfUpdate *self)
{
  return self->text;
}
