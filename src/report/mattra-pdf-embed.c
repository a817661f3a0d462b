/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-pdf-embed.h"

#include "mattra-pdf-archive.h"

/* Parts within parts; what Cairo writes goes five deep. */
#define DEEPEST 20

/* Objects being copied from one file into an update of another: the new number of each old one. */
typedef struct
{
  MattraPdfUpdate *update;
  MattraPdfFile   *drawn;
  GHashTable      *numbers;
  GArray          *waiting;     /* old numbers that are not copied yet */
} Copy;

static guint
map_number (Copy  *self,
            guint  old)
{
  gpointer known = g_hash_table_lookup (self->numbers, GUINT_TO_POINTER (old));
  guint number;

  if (known != NULL)
    return GPOINTER_TO_UINT (known);
  number = mattra_pdf_update_reserve (self->update);
  g_hash_table_insert (self->numbers, GUINT_TO_POINTER (old), GUINT_TO_POINTER (number));
  g_array_append_val (self->waiting, old);
  return number;
}

static void copy_part (Copy          *self,
                       MattraPdfPart  part,
                       int            depth,
                       GString       *text);

/* The entries of a dictionary, without the length of a stream. */
static void
copy_entries (Copy          *self,
              MattraPdfPart  dict,
              int            depth,
              gboolean       stream,
              GString       *text)
{
  const char *cursor = NULL;
  MattraPdfPart key, value;

  while (mattra_pdf_dict_next (dict, &cursor, &key, &value))
    {
      if (stream && mattra_pdf_part_is_name (key, "Length"))
        continue;
      g_string_append_len (text, key.start, key.end - key.start);
      g_string_append_c (text, ' ');
      copy_part (self, value, depth + 1, text);
      g_string_append_c (text, '\n');
    }
}

static void
copy_part (Copy          *self,
           MattraPdfPart  part,
           int            depth,
           GString       *text)
{
  const char *cursor = NULL;
  MattraPdfPart item;
  guint old;

  if (depth > DEEPEST)
    g_string_append (text, "null");
  else if (mattra_pdf_part_get_ref (part, &old))
    g_string_append_printf (text, "%u 0 R", map_number (self, old));
  else if (mattra_pdf_part_is_dict (part))
    {
      g_string_append (text, "<< ");
      copy_entries (self, part, depth, FALSE, text);
      g_string_append (text, ">>");
    }
  else if (mattra_pdf_part_is_array (part))
    {
      g_string_append (text, "[ ");
      while (mattra_pdf_array_next (part, &cursor, &item))
        {
          copy_part (self, item, depth + 1, text);
          g_string_append_c (text, ' ');
        }
      g_string_append_c (text, ']');
    }
  else
    g_string_append_len (text, part.start, part.end - part.start);
}

static void
copy_object (Copy  *self,
             guint  old)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint number = map_number (self, old);
  MattraPdfStream stream;

  if (mattra_pdf_file_get_stream (self->drawn, old, &stream))
    {
      copy_entries (self, stream.dict, 0, TRUE, text);
      mattra_pdf_update_put_stream (self->update, number, text->str, stream.data, stream.length);
      return;
    }
  copy_part (self, mattra_pdf_file_get_object (self->drawn, old), 0, text);
  mattra_pdf_archive_mend_font (text);
  mattra_pdf_update_put (self->update, number, text->str, text->len);
}

static gboolean
put_form (Copy          *self,
          MattraPdfPart  page,
          guint          number)
{
  g_autoptr (GString) text = g_string_new ("/Type /XObject\n/Subtype /Form\n/BBox ");
  MattraPdfPart box = mattra_pdf_dict_get (page, "MediaBox");
  MattraPdfStream content;
  guint object;

  if (!mattra_pdf_part_is_array (box)
      || !mattra_pdf_part_get_ref (mattra_pdf_dict_get (page, "Contents"), &object)
      || !mattra_pdf_file_get_stream (self->drawn, object, &content))
    return FALSE;
  copy_part (self, box, 0, text);
  g_string_append (text, "\n/Resources ");
  copy_part (self, mattra_pdf_dict_get (page, "Resources"), 0, text);
  g_string_append_c (text, '\n');
  copy_entries (self, content.dict, 0, TRUE, text);
  mattra_pdf_update_put_stream (self->update, number, text->str, content.data, content.length);
  return TRUE;
}

/**
 * mattra_pdf_embed_page:
 * @update: an update of a file
 * @drawn: another file, of which Cairo drew the first page
 * @number: the number that the page gets as an object of the file
 *
 * Adds the page, with its fonts, as a form that can stand anywhere.
 *
 * Returns: whether @drawn is as Cairo writes one
 */
gboolean
mattra_pdf_embed_page (MattraPdfUpdate *update,
                       MattraPdfFile   *drawn,
                       guint            number)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));
  Copy copy = { update, drawn, numbers, waiting };
  guint page;

  if (!mattra_pdf_file_find_page (drawn, 0, &page)
      || !put_form (&copy, mattra_pdf_file_get_object (drawn, page), number))
    return FALSE;
  for (guint i = 0; i < waiting->len; i++)
    copy_object (&copy, g_array_index (waiting, guint, i));
  return TRUE;
}
