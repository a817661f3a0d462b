/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-pdf-archive.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-pdf-fields.h"
#include "mattra-pdf-profile.h"

/* Half of a SHA-256 in hexadecimal is as long as a file's identifier. */
#define ID_DIGITS 32

/* Objects mended between two times that who waits is asked. */
#define OBJECTS_BETWEEN 256

typedef struct
{
  MattraPdfFile          *file;
  MattraPdfUpdate        *update;
  const MattraPdfArchive *archive;
  MattraPdfFields         fields;
  guint                   row;          /* the row of the last head that was looked at */
  gboolean                row_is_head;
} Archiver;

static GString *
copy_part (MattraPdfPart part)
{
  return g_string_new_len (part.start, part.end - part.start);
}

static gboolean
is_first_of_table (Archiver *self,
                   guint     row)
{
  MattraPdfPart table = mattra_pdf_file_get (self->file, mattra_pdf_file_get_object (self->file, row), "P");
  MattraPdfPart kids = mattra_pdf_dict_get (table, "K");
  const char *cursor = NULL;
  MattraPdfPart first;
  guint number;

  return mattra_pdf_array_next (kids, &cursor, &first) && mattra_pdf_part_get_ref (first, &number) && number == row;
}

/* Heads in a table's first row are those of columns; others head what follows them, as a section's name does. */
static void
mend_head (Archiver      *self,
           MattraPdfPart  value,
           guint          number)
{
  g_autoptr (GString) text = NULL;
  guint row;

  if (!mattra_pdf_part_get_ref (mattra_pdf_dict_get (value, "P"), &row))
    return;
  if (row != self->row)
    self->row_is_head = is_first_of_table (self, row);
  self->row = row;
  text = copy_part (value);
  mattra_pdf_text_set (text, "A", self->row_is_head ? "<< /O /Table /Scope /Column >>"
                                                    : "<< /O /Table /Scope /Row >>");
  mattra_pdf_update_put (self->update, number, text->str, text->len);
}

/* A link is printed like all else, and its address is what it is called. */
static void
mend_link (Archiver      *self,
           MattraPdfPart  value,
           guint          number)
{
  MattraPdfPart address = mattra_pdf_dict_get (mattra_pdf_file_get (self->file, value, "A"), "URI");
  g_autoptr (GString) text = copy_part (value);

  mattra_pdf_text_set (text, "F", "4");
  if (address.start != NULL)
    {
      g_autoptr (GString) contents = copy_part (address);

      mattra_pdf_text_set (text, "Contents", contents->str);
    }
  mattra_pdf_update_put (self->update, number, text->str, text->len);
}

/* A page with annotations says that one goes through them in the order of the tags. */
static void
mend_page (Archiver      *self,
           MattraPdfPart  value,
           guint          number)
{
  g_autoptr (GString) text = copy_part (value);
  gboolean has_fields = mattra_pdf_fields_add_to (&self->fields, number, text);

  if (!has_fields && mattra_pdf_dict_get (value, "Annots").start == NULL)
    return;
  mattra_pdf_text_set (text, "Tabs", "/S");
  mattra_pdf_update_put (self->update, number, text->str, text->len);
}

/**
 * mattra_pdf_archive_mend_font:
 * @font: the text of a font's dictionary
 *
 * Adds what Cairo leaves out: that the glyphs of the embedded font are numbered as in the text.
 */
void
mattra_pdf_archive_mend_font (GString *font)
{
  MattraPdfPart whole = { font->str, font->str + font->len };

  if (mattra_pdf_part_is_name (mattra_pdf_dict_get (whole, "Subtype"), "CIDFontType2")
      && mattra_pdf_dict_get (whole, "CIDToGIDMap").start == NULL)
    mattra_pdf_text_set (font, "CIDToGIDMap", "/Identity");
}

static void
mend_font (Archiver      *self,
           MattraPdfPart  value,
           guint          number)
{
  g_autoptr (GString) text = copy_part (value);
  gsize length = text->len;

  mattra_pdf_archive_mend_font (text);
  if (text->len != length)
    mattra_pdf_update_put (self->update, number, text->str, text->len);
}

static void
mend_object (Archiver *self,
             guint     number)
{
  MattraPdfPart value = mattra_pdf_file_get_object (self->file, number);
  MattraPdfPart type = mattra_pdf_dict_get (value, "Type");

  if (type.start == NULL)
    return;
  if (mattra_pdf_part_is_name (type, "StructElem"))
    {
      if (mattra_pdf_part_is_name (mattra_pdf_dict_get (value, "S"), "TH"))
        mend_head (self, value, number);
    }
  else if (mattra_pdf_part_is_name (type, "Annot"))
    mend_link (self, value, number);
  else if (mattra_pdf_part_is_name (type, "Page"))
    mend_page (self, value, number);
  else if (mattra_pdf_part_is_name (type, "Font"))
    mend_font (self, value, number);
}

/* Cairo leaves out the mark that tells a date. */
static char *
put_metadata (Archiver *self)
{
  MattraPdfMetadata metadata = self->archive->metadata;
  guint info;
  g_autofree char *keywords = NULL;
  g_autofree char *producer = NULL;
  g_autofree char *xmp = NULL;
  guint number = mattra_pdf_update_reserve (self->update);

  if (mattra_pdf_part_get_ref (mattra_pdf_dict_get (mattra_pdf_file_get_trailer (self->file), "Info"), &info))
    {
      MattraPdfPart value = mattra_pdf_file_get_object (self->file, info);

      keywords = mattra_pdf_part_dup_text (mattra_pdf_dict_get (value, "Keywords"));
      producer = mattra_pdf_part_dup_text (mattra_pdf_dict_get (value, "Producer"));
      if (metadata.date != NULL && mattra_pdf_part_is_dict (value))
        {
          g_autoptr (GString) text = copy_part (value);
          g_autofree char *date = mattra_pdf_metadata_to_date (metadata.date);

          mattra_pdf_text_set (text, "CreationDate", date);
          mattra_pdf_text_set (text, "ModDate", date);
          mattra_pdf_update_put (self->update, info, text->str, text->len);
        }
    }
  metadata.keywords = keywords;
  metadata.producer = producer;
  xmp = mattra_pdf_metadata_to_xmp (&metadata);
  mattra_pdf_update_put_stream (self->update, number, "/Type /Metadata /Subtype /XML", xmp, strlen (xmp));
  return g_strdup_printf ("%u 0 R", number);
}

static char *
put_profile (Archiver *self)
{
  g_autoptr (GByteArray) profile = mattra_pdf_profile_new_srgb ();
  guint number = mattra_pdf_update_reserve (self->update);

  mattra_pdf_update_put_stream (self->update, number, "/N 3", (const char *) profile->data, profile->len);
  return g_strdup_printf ("[ << /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)\n"
                          "/Info (sRGB IEC61966-2.1) /DestOutputProfile %u 0 R >> ]", number);
}

static void
put_catalog (Archiver *self,
             guint     root)
{
  g_autoptr (GString) text = copy_part (mattra_pdf_file_get_object (self->file, root));
  g_autofree char *metadata = put_metadata (self);
  g_autofree char *intents = put_profile (self);

  mattra_pdf_text_set (text, "Metadata", metadata);
  mattra_pdf_text_set (text, "OutputIntents", intents);
  mattra_pdf_text_set (text, "Lang", "(th-TH)");
  mattra_pdf_text_set (text, "ViewerPreferences", "<< /DisplayDocTitle true >>");
  if (self->archive->n_fields > 0)
    {
      g_autofree char *form = g_strdup_printf ("%u 0 R", self->fields.form);

      mattra_pdf_text_set (text, "AcroForm", form);
    }
  mattra_pdf_update_put (self->update, root, text->str, text->len);
}

/* The file's identifier comes from its content, so that the same content gives the same bytes. */
static char *
make_id (Archiver *self)
{
  g_autofree char *content = g_strdup_printf ("%s %u %u", self->archive->fingerprint,
                                              mattra_pdf_file_get_n_objects (self->file), self->archive->n_fields);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);

  return g_strdup_printf ("/ID [ <%.*s> <%.*s> ]", ID_DIGITS, hash, ID_DIGITS, hash);
}

static gboolean
append_all (Archiver  *self,
            guint      root,
            GError   **error)
{
  g_autofree char *id = make_id (self);
  guint n = mattra_pdf_file_get_n_objects (self->file);

  for (guint i = 1; i < n; i++)
    {
      if (i % OBJECTS_BETWEEN == 0 && !mattra_watch_tell (self->archive->watch, (double) i / n, error))
        return FALSE;
      mend_object (self, i);
    }
  mattra_pdf_fields_put (&self->fields, self->file, self->update, self->archive);
  put_catalog (self, root);
  return mattra_pdf_update_finish (self->update, id);
}

/**
 * mattra_pdf_archive_append:
 * @bytes: a file that Cairo wrote
 * @archive: what it needs to be kept
 * @write: takes what is appended
 * @closure: what @write is given
 * @error: return location for an error
 *
 * Makes a file PDF/A-2b, its tags fuller, and adds empty fields for signatures, all by an update behind its last byte.
 *
 * Returns: %FALSE with #MATTRA_ERROR_INVALID if the file is not as Cairo writes one, with %G_IO_ERROR_CANCELLED where it was
 *   stopped, or without an error if @write failed
 */
gboolean
mattra_pdf_archive_append (GBytes                  *bytes,
                           const MattraPdfArchive  *archive,
                           MattraPdfWriteFunc       write,
                           gpointer                 closure,
                           GError                 **error)
{
  g_autoptr (MattraPdfFile) file = mattra_pdf_file_new (bytes, error);
  g_autoptr (MattraPdfUpdate) update = NULL;
  Archiver archiver = { .archive = archive };
  gboolean found, written;
  guint root;

  if (file == NULL)
    return FALSE;
  update = mattra_pdf_update_new (file, write, closure);
  archiver.file = file;
  archiver.update = update;
  found = mattra_pdf_file_get_root (file, &root)
          && mattra_pdf_fields_reserve (&archiver.fields, file, update, archive);
  written = found && append_all (&archiver, root, error);
  mattra_pdf_fields_clear (&archiver.fields);
  if (!found)
    g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("The PDF file has no pages."));
  return written;
}
