/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-pdf-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"

/* More objects than a reader of PDF/A must bear, more updates than anyone signs. */
#define MOST_OBJECTS 8388607
#define MOST_REVISIONS 200

/* A page tree may be that deep. */
#define DEEPEST_PAGES 32

/* References to references. */
#define LONGEST_CHAIN 8

/* A line of a table of contents. */
#define ENTRY_SIZE 20

/* From the last of these many places on that look like a table's address, a table is looked for. */
#define MOST_TRIES 16

/* A table of contents, the trailer below it and where both are closed. */
typedef struct
{
  gsize         xref;
  gsize         end;
  MattraPdfPart trailer;
} Revision;

struct _MattraPdfFile
{
  GBytes     *bytes;
  const char *data;
  gsize       length;
  GArray     *offsets;          /* of gsize; 0 for what is not there */
  GArray     *revisions;        /* of Revision, the first one first */
};

static gboolean
refuse (GError     **error,
        const char  *why)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("The PDF file cannot be read: %s."), why);
  return FALSE;
}

static gboolean
read_word (const char **at,
           const char  *end,
           const char  *word)
{
  gsize length = strlen (word);

  *at = mattra_pdf_skip_space (*at, end);
  if ((gsize) (end - *at) < length || memcmp (*at, word, length) != 0)
    return FALSE;
  *at += length;
  return TRUE;
}

static gboolean
read_int (const char **at,
          const char  *end,
          gint64      *number)
{
  const char *start = mattra_pdf_skip_space (*at, end);
  const char *stop = start;
  MattraPdfPart part;

  while (stop < end && g_ascii_isdigit (*stop))
    stop++;
  part = (MattraPdfPart) { start, stop };
  *at = stop;
  return stop > start && mattra_pdf_part_get_int (part, number);
}

/* "0000000123 00000 n" and two bytes of line end. Nothing else is borne, so no table can hide in another. An object of
 * another generation is none that a reference of ours leads to. */
static gboolean
read_entry (const char *entry,
            gsize      *offset)
{
  gint64 number = 0;
  gint64 generation = 0;

  if (!mattra_pdf_part_get_int ((MattraPdfPart) { entry, entry + 10 }, &number) || entry[10] != ' '
      || !mattra_pdf_part_get_int ((MattraPdfPart) { entry + 11, entry + 16 }, &generation) || entry[16] != ' '
      || (entry[17] != 'f' && (entry[17] != 'n' || generation != 0)) || !g_ascii_isspace (entry[18]) || !g_ascii_isspace (entry[19]))
    return FALSE;
  *offset = entry[17] == 'n' ? (gsize) number : 0;
  return TRUE;
}

/* Later tables were read first, so what is known already stands. An offset of 1 is a mark: freed by an update. */
#define FREED 1

static gboolean
read_section (MattraPdfFile *self,
              const char    *entries,
              gint64         first,
              gint64         count)
{
  guint needed = (guint) (first + count);

  if (self->offsets->len < needed)
    g_array_set_size (self->offsets, needed);
  for (gint64 i = 0; i < count; i++)
    {
      gsize *known = &g_array_index (self->offsets, gsize, (guint) (first + i));
      gsize offset = 0;

      if (!read_entry (entries + i * ENTRY_SIZE, &offset) || offset >= self->length)
        return FALSE;
      if (*known == 0)
        *known = offset > FREED ? offset : FREED;
    }
  return TRUE;
}

/* Some programs take the object 1 of a table that begins so for object 0, and each after it for the one before. */
static gboolean
is_shifted (const char *entries,
            gint64      first,
            gint64      count)
{
  return first == 1 && count > 0 && memcmp (entries + 10, " 65535 f", 8) == 0;
}

/* Reads one table of contents up to the trailer below it: each object once, in their order. */
static gboolean
read_sections (MattraPdfFile  *self,
               const char    **at,
               const char     *end)
{
  gint64 next = 0;

  while (!read_word (at, end, "trailer"))
    {
      gint64 first, count;

      if (!read_int (at, end, &first) || !read_int (at, end, &count) || first < next || first + count > MOST_OBJECTS
          || first + count > (gint64) self->length)
        return FALSE;
      *at = mattra_pdf_skip_space (*at, end);
      if ((end - *at) / ENTRY_SIZE < count || is_shifted (*at, first, count)
          || !read_section (self, *at, first, count))
        return FALSE;
      *at += count * ENTRY_SIZE;
      next = first + count;
    }
  return TRUE;
}

/* "startxref", the table's place and "%%EOF" with its line end close a revision; no comments, as above. */
static gboolean
read_close (MattraPdfFile *self,
            const char    *at,
            Revision      *revision)
{
  const char *end = self->data + self->length;
  const char *start = at;
  gint64 place = 0;

  if (!read_word (&at, end, "startxref") || !read_int (&at, end, &place) || (gsize) place != revision->xref)
    return FALSE;
  while (at < end && g_ascii_isspace (*at))
    at++;
  if (end - at < 5 || memcmp (at, "%%EOF", 5) != 0 || memchr (start, '%', (gsize) (at - start)) != NULL)
    return FALSE;
  at += 5;
  if (at < end && *at == '\r')
    at++;
  if (at < end && *at == '\n')
    at++;
  revision->end = (gsize) (at - self->data);
  return TRUE;
}

/* What the trailer says, it says to everyone. */
static gboolean
check_trailer (MattraPdfPart   trailer,
               GError        **error)
{
  g_autoptr (GHashTable) entries = mattra_pdf_dict_read (trailer);

  if (entries == NULL)
    return refuse (error, _("its end is damaged"));
  /* A second table of contents, for readers that look there: they would see another file. */
  if (g_hash_table_contains (entries, "XRefStm"))
    return refuse (error, _("its table of contents is missing or of a kind that Mattra does not write"));
  if (g_hash_table_contains (entries, "Encrypt"))
    return refuse (error, _("it is encrypted"));
  return TRUE;
}

static gboolean
read_revision (MattraPdfFile  *self,
               gsize           xref,
               GError        **error)
{
  Revision revision = { .xref = xref };
  const char *at = self->data + xref;
  const char *start = at;
  const char *end = self->data + self->length;

  if (*start != 'x' || !read_word (&at, end, "xref"))
    return refuse (error, _("its table of contents is missing or of a kind that Mattra does not write"));
  /* No comments: other readers may stumble over them, and guess what the file is. */
  if (!read_sections (self, &at, end) || memchr (start, '%', (gsize) (at - start)) != NULL)
    return refuse (error, _("its table of contents is damaged"));
  if (!mattra_pdf_part_read (&at, end, &revision.trailer) || !mattra_pdf_part_is_dict (revision.trailer)
      || !read_close (self, at, &revision))
    return refuse (error, _("its end is damaged"));
  if (!check_trailer (revision.trailer, error))
    return FALSE;
  g_array_prepend_val (self->revisions, revision);
  return TRUE;
}

/* The newest trailer counts all objects: where it does not, some programs rebuild the table from what they find. */
static gboolean
check_size (MattraPdfFile  *self,
            GError        **error)
{
  gint64 size = 0;

  if (mattra_pdf_part_get_int (mattra_pdf_dict_get (mattra_pdf_file_get_trailer (self), "Size"), &size)
      && size >= self->offsets->len && size <= MOST_OBJECTS && size <= (gint64) self->length)
    return TRUE;
  return refuse (error, _("its end is damaged"));
}

/* From the newest table to the first; each stands before the one that names it, so there is no end in a circle. */
static gboolean
read_revisions (MattraPdfFile  *self,
                gsize           xref,
                GError        **error)
{
  for (guint n = 0; n < MOST_REVISIONS; n++)
    {
      MattraPdfPart previous;
      gint64 place = 0;

      if (!read_revision (self, xref, error))
        return FALSE;
      previous = mattra_pdf_dict_get (g_array_index (self->revisions, Revision, 0).trailer, "Prev");
      if (previous.start == NULL)
        return check_size (self, error);
      if (!mattra_pdf_part_get_int (previous, &place) || (gsize) place >= xref)
        return refuse (error, _("its table of contents is damaged"));
      xref = (gsize) place;
    }
  return refuse (error, _("it was changed too often"));
}

static const char *
find_last (const char *data,
           gsize       length,
           const char *word)
{
  gsize size = strlen (word);

  for (const char *at = length < size ? NULL : data + length - size; at != NULL && at >= data; at--)
    if (*at == *word && memcmp (at, word, size) == 0)
      return at;
  return NULL;
}

/* Reads what the last address of a table leads to; where bytes were appended, that may be one further up. */
static gboolean
read_from_end (MattraPdfFile  *self,
               GError        **error)
{
  gsize searched = self->length;
  g_autoptr (GError) first = NULL;

  for (guint n = 0; n < MOST_TRIES; n++)
    {
      const char *at = find_last (self->data, searched, "startxref");
      const char *end = self->data + self->length;
      g_autoptr (GError) failure = NULL;
      gint64 place = 0;

      if (at == NULL)
        break;
      searched = (gsize) (at - self->data);
      at += strlen ("startxref");
      g_array_set_size (self->offsets, 0);
      g_array_set_size (self->revisions, 0);
      if (read_int (&at, end, &place) && (gsize) place < searched && read_revisions (self, (gsize) place, &failure))
        return TRUE;
      if (first == NULL)
        first = g_steal_pointer (&failure);
    }
  if (first == NULL)
    return refuse (error, _("it has no end; perhaps it was not copied whole"));
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

/**
 * mattra_pdf_file_new:
 * @bytes: a file's bytes
 * @error: return location for an error
 *
 * Reads a file's tables of contents. Bytes behind the last one's end are left alone: mattra_pdf_file_get_end() tells.
 *
 * Returns: (transfer full): the file, or %NULL with #MATTRA_ERROR_INVALID
 */
MattraPdfFile *
mattra_pdf_file_new (GBytes  *bytes,
                     GError **error)
{
  g_autoptr (MattraPdfFile) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (MattraPdfFile, 1);
  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->length);
  self->offsets = g_array_new (FALSE, TRUE, sizeof (gsize));
  self->revisions = g_array_new (FALSE, TRUE, sizeof (Revision));
  if (self->length < 8 || memcmp (self->data, "%PDF-", 5) != 0)
    {
      refuse (error, _("it is no PDF file"));
      return NULL;
    }
  return read_from_end (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * mattra_pdf_file_new_revision:
 * @self: a file
 * @revision: the number of a revision, from 0
 * @error: return location for an error
 *
 * Returns: (transfer full): the file as it was when that revision was its last
 */
MattraPdfFile *
mattra_pdf_file_new_revision (MattraPdfFile  *self,
                              guint           revision,
                              GError        **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL && revision < self->revisions->len, NULL);

  bytes = g_bytes_new_from_bytes (self->bytes, 0, mattra_pdf_file_get_end (self, revision));
  return mattra_pdf_file_new (bytes, error);
}

/**
 * mattra_pdf_file_free:
 * @self: (transfer full) (nullable): a file
 *
 * Frees it.
 */
void
mattra_pdf_file_free (MattraPdfFile *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->bytes);
  g_array_unref (self->offsets);
  g_array_unref (self->revisions);
  g_free (self);
}

/**
 * mattra_pdf_file_get_bytes:
 * @self: a file
 *
 * Returns: (transfer none): all its bytes
 */
GBytes *
mattra_pdf_file_get_bytes (MattraPdfFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}

/**
 * mattra_pdf_file_get_n_revisions:
 * @self: a file
 *
 * Returns: 1, and one more for each update that was appended
 */
guint
mattra_pdf_file_get_n_revisions (MattraPdfFile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->revisions->len;
}

/**
 * mattra_pdf_file_get_end:
 * @self: a file
 * @revision: the number of a revision, from 0
 *
 * Returns: how many bytes the file had with that revision as its last
 */
gsize
mattra_pdf_file_get_end (MattraPdfFile *self,
                         guint          revision)
{
  g_return_val_if_fail (self != NULL && revision < self->revisions->len, 0);

  return g_array_index (self->revisions, Revision, revision).end;
}

/**
 * mattra_pdf_file_get_xref:
 * @self: a file
 *
 * Returns: where its newest table of contents is
 */
gsize
mattra_pdf_file_get_xref (MattraPdfFile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_array_index (self->revisions, Revision, self->revisions->len - 1).xref;
}

/**
 * mattra_pdf_file_get_trailer:
 * @self: a file
 *
 * Returns: the dictionary below its newest table of contents
 */
MattraPdfPart
mattra_pdf_file_get_trailer (MattraPdfFile *self)
{
  g_return_val_if_fail (self != NULL, MATTRA_PDF_NO_PART);

  return g_array_index (self->revisions, Revision, self->revisions->len - 1).trailer;
}

/**
 * mattra_pdf_file_get_n_objects:
 * @self: a file
 *
 * Returns: one more than the highest number of an object
 */
guint
mattra_pdf_file_get_n_objects (MattraPdfFile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->offsets->len;
}

/**
 * mattra_pdf_file_get_offset:
 * @self: a file
 * @number: an object's number
 *
 * Returns: where it stands; 0 for nowhere
 */
gsize
mattra_pdf_file_get_offset (MattraPdfFile *self,
                            guint          number)
{
  gsize offset;

  g_return_val_if_fail (self != NULL, 0);

  if (number >= self->offsets->len)
    return 0;
  offset = g_array_index (self->offsets, gsize, number);
  return offset != FREED ? offset : 0;
}

/* Behind "12 0 obj"; NULL where something else stands. */
static const char *
open_object (MattraPdfFile *self,
             guint          number)
{
  gsize offset = mattra_pdf_file_get_offset (self, number);
  const char *at = self->data + offset;
  const char *end = self->data + self->length;
  gint64 found, generation;

  if (offset == 0 || !g_ascii_isdigit (*at) || !read_int (&at, end, &found) || found != number || !read_int (&at, end, &generation)
      || generation != 0 || !read_word (&at, end, "obj"))
    return NULL;
  return at;
}

/**
 * mattra_pdf_file_get_object:
 * @self: a file
 * @number: an object's number
 *
 * Returns: its value, of a stream its dictionary; none where it is missing or damaged
 */
MattraPdfPart
mattra_pdf_file_get_object (MattraPdfFile *self,
                            guint          number)
{
  MattraPdfPart value = MATTRA_PDF_NO_PART;
  const char *at;

  g_return_val_if_fail (self != NULL, value);

  at = open_object (self, number);
  if (at != NULL && mattra_pdf_part_read (&at, self->data + self->length, &value))
    return value;
  return MATTRA_PDF_NO_PART;
}

/**
 * mattra_pdf_file_resolve:
 * @self: a file
 * @part: a value, or none
 *
 * Returns: the value itself, or what it refers to
 */
MattraPdfPart
mattra_pdf_file_resolve (MattraPdfFile *self,
                         MattraPdfPart  part)
{
  guint number;

  for (int i = 0; i < LONGEST_CHAIN && mattra_pdf_part_get_ref (part, &number); i++)
    part = mattra_pdf_file_get_object (self, number);
  return part;
}

/**
 * mattra_pdf_file_get:
 * @self: a file
 * @dict: a dictionary
 * @key: a key
 *
 * Returns: the key's value, followed where it is a reference
 */
MattraPdfPart
mattra_pdf_file_get (MattraPdfFile *self,
                     MattraPdfPart  dict,
                     const char    *key)
{
  return mattra_pdf_file_resolve (self, mattra_pdf_dict_get (dict, key));
}

/**
 * mattra_pdf_file_get_stream:
 * @self: a file
 * @number: an object's number
 * @stream: (out): the stream
 *
 * Returns: whether it is a stream that is whole
 */
gboolean
mattra_pdf_file_get_stream (MattraPdfFile   *self,
                            guint            number,
                            MattraPdfStream *stream)
{
  const char *end = self->data + self->length;
  const char *at;
  gint64 length = 0;

  stream->dict = mattra_pdf_file_get_object (self, number);
  if (!mattra_pdf_part_is_dict (stream->dict))
    return FALSE;
  at = stream->dict.end;
  if (!read_word (&at, end, "stream"))
    return FALSE;
  if (at < end && *at == '\r')
    at++;
  if (at == end || *at++ != '\n'
      || !mattra_pdf_part_get_int (mattra_pdf_file_get (self, stream->dict, "Length"), &length) || length > end - at)
    return FALSE;
  stream->data = at;
  stream->length = (gsize) length;
  at += length;
  return read_word (&at, end, "endstream");
}

/**
 * mattra_pdf_file_get_object_end:
 * @self: a file
 * @number: an object's number
 *
 * Returns: where the object ends in the file, with its stream and "endobj"; 0 where it is missing or damaged
 */
gsize
mattra_pdf_file_get_object_end (MattraPdfFile *self,
                                guint          number)
{
  const char *end = self->data + self->length;
  MattraPdfPart value = mattra_pdf_file_get_object (self, number);
  const char *at = value.end;
  MattraPdfStream stream;

  if (value.start == NULL)
    return 0;
  if (mattra_pdf_file_get_stream (self, number, &stream))
    {
      at = stream.data + stream.length;
      if (!read_word (&at, end, "endstream"))
        return 0;
    }
  return read_word (&at, end, "endobj") ? (gsize) (at - self->data) : 0;
}

/**
 * mattra_pdf_file_get_root:
 * @self: a file
 * @number: (out): the catalog's number
 *
 * Returns: whether there is a catalog
 */
gboolean
mattra_pdf_file_get_root (MattraPdfFile *self,
                          guint         *number)
{
  return mattra_pdf_part_get_ref (mattra_pdf_dict_get (mattra_pdf_file_get_trailer (self), "Root"), number)
         && mattra_pdf_part_is_dict (mattra_pdf_file_get_object (self, *number));
}

/* A search in the page tree. What it reads is counted: a tree that names a part twice has read enough one day. */
typedef struct
{
  MattraPdfFile *file;
  guint          left;
  gsize          budget;
} Search;

static gboolean
charge (Search        *search,
        MattraPdfPart  node)
{
  gsize cost = node.start != NULL ? (gsize) (node.end - node.start) + ENTRY_SIZE : search->file->length;

  if (cost > search->budget)
    search->budget = 0;
  else
    search->budget -= cost;
  return node.start != NULL && search->budget > 0;
}

static gboolean
search_pages (Search *search,
              guint   number,
              int     depth,
              guint  *found)
{
  MattraPdfPart node, kids, kid;
  const char *cursor = NULL;
  guint kid_number;

  if (depth > DEEPEST_PAGES || search->budget == 0)
    return FALSE;
  node = mattra_pdf_file_get_object (search->file, number);
  if (!charge (search, node))
    return FALSE;
  if (mattra_pdf_part_is_name (mattra_pdf_dict_get (node, "Type"), "Page"))
    {
      *found = number;
      return search->left-- == 0;
    }
  kids = mattra_pdf_file_get (search->file, node, "Kids");
  if (kids.start != NULL)
    charge (search, kids);
  while (search->budget > 0 && mattra_pdf_array_next (kids, &cursor, &kid))
    if (mattra_pdf_part_get_ref (kid, &kid_number) && search_pages (search, kid_number, depth + 1, found))
      return TRUE;
  return FALSE;
}

/**
 * mattra_pdf_file_find_page:
 * @self: a file
 * @page: a page's index
 * @number: (out): its object's number
 *
 * Returns: whether there is such a page
 */
gboolean
mattra_pdf_file_find_page (MattraPdfFile *self,
                           guint          page,
                           guint         *number)
{
  Search search = { self, page, 4 * self->length };
  guint root, pages;

  return mattra_pdf_file_get_root (self, &root)
         && mattra_pdf_part_get_ref (mattra_pdf_dict_get (mattra_pdf_file_get_object (self, root), "Pages"), &pages)
         && search_pages (&search, pages, 0, number);
}
