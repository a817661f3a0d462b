/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-docx-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "mattra-error.h"
#include "mattra-whole-file.h"

struct _MattraDocxPackage
{
  MattraWholeFile *file;
  struct archive  *archive;
  xmlTextWriter   *part;      /* the one being written, or NULL */
  GError          *error;     /* what failed first */
};

static void
keep_error (MattraDocxPackage *self)
{
  const char *reason = archive_error_string (self->archive);

  if (self->error == NULL && !mattra_whole_file_has_failed (self->file, &self->error))
    g_set_error (&self->error, MATTRA_ERROR, MATTRA_ERROR_IO, _("The Word file cannot be packed: %s."),
                 reason ? reason : _("out of memory"));
}

static la_ssize_t
write_bytes (struct archive *archive,
             void           *data,
             const void     *bytes,
             size_t          length)
{
  MattraDocxPackage *self = data;

  return mattra_whole_file_write (self->file, bytes, length) ? (la_ssize_t) length : -1;
}

/**
 * mattra_docx_package_open:
 * @path: the file's name
 * @error: return location for an error
 *
 * Begins a package without parts.
 *
 * Returns: (transfer full): the package, or %NULL with #MATTRA_ERROR_IO if the folder refuses
 */
MattraDocxPackage *
mattra_docx_package_open (const char  *path,
                          GError     **error)
{
  g_autoptr (MattraDocxPackage) self = g_new0 (MattraDocxPackage, 1);

  self->file = mattra_whole_file_open (path, error);
  if (self->file == NULL)
    return NULL;
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  /* Word does not read what ZIP grew for files of 4 GiB; and the last block is not filled up, as on a tape. */
  archive_write_set_format_option (self->archive, "zip", "zip64", NULL);
  archive_write_set_bytes_in_last_block (self->archive, 1);
  if (archive_write_open (self->archive, self, NULL, write_bytes, NULL) != ARCHIVE_OK)
    keep_error (self);
  return mattra_docx_package_has_failed (self, error) ? NULL : g_steal_pointer (&self);
}

/**
 * mattra_docx_package_free:
 * @self: (transfer full) (nullable): a package
 *
 * Frees the package. The file of one that is not finished is gone.
 */
void
mattra_docx_package_free (MattraDocxPackage *self)
{
  if (self == NULL)
    return;

  if (self->part)
    xmlFreeTextWriter (self->part);
  if (self->archive)
    archive_write_free (self->archive);
  mattra_whole_file_free (self->file);
  g_clear_error (&self->error);
  g_free (self);
}

static void
write_header (MattraDocxPackage *self,
              const char        *name)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  if (self->error == NULL && archive_write_header (self->archive, entry) != ARCHIVE_OK)
    keep_error (self);
  archive_entry_free (entry);
}

/* What fails is told once, at the end: libxml2 would tell it to the terminal. */
static int
write_part (void       *data,
            const char *bytes,
            int         length)
{
  MattraDocxPackage *self = data;

  if (self->error == NULL && archive_write_data (self->archive, bytes, (size_t) length) != length)
    keep_error (self);
  return length;
}

/**
 * mattra_docx_package_begin_part:
 * @self: a package without a part begun
 * @name: the part's name
 *
 * Begins a part in XML. It goes to the disk while it is written.
 *
 * Returns: (transfer none): where to write it, until mattra_docx_package_end_part()
 */
xmlTextWriter *
mattra_docx_package_begin_part (MattraDocxPackage *self,
                                const char        *name)
{
  xmlOutputBuffer *buffer;

  g_return_val_if_fail (self != NULL && self->part == NULL && name != NULL, NULL);

  write_header (self, name);
  buffer = xmlOutputBufferCreateIO (write_part, NULL, self, NULL);
  self->part = xmlNewTextWriter (buffer);
  xmlTextWriterStartDocument (self->part, "1.0", "UTF-8", "yes");
  return self->part;
}

/**
 * mattra_docx_package_end_part:
 * @self: a package with a part begun
 *
 * Ends the part, with the elements that are open.
 */
void
mattra_docx_package_end_part (MattraDocxPackage *self)
{
  g_return_if_fail (self != NULL && self->part != NULL);

  xmlTextWriterEndDocument (self->part);
  g_clear_pointer (&self->part, xmlFreeTextWriter);
}

/**
 * mattra_docx_package_add:
 * @self: a package without a part begun
 * @name: the part's name
 * @bytes: what it holds
 *
 * Adds a part that is no XML.
 */
void
mattra_docx_package_add (MattraDocxPackage *self,
                         const char        *name,
                         GBytes            *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_return_if_fail (self != NULL && self->part == NULL && name != NULL);

  write_header (self, name);
  for (gsize at = 0; at < size; at += G_MAXINT16)
    write_part (self, data + at, (int) MIN (size - at, G_MAXINT16));
}

/**
 * mattra_docx_package_has_failed:
 * @self: a package
 * @error: (out): an error
 *
 * Returns: whether something could not be written, with #MATTRA_ERROR_IO
 */
gboolean
mattra_docx_package_has_failed (MattraDocxPackage  *self,
                                GError            **error)
{
  g_return_val_if_fail (self != NULL, TRUE);

  if (self->error == NULL)
    return FALSE;
  g_propagate_error (error, g_error_copy (self->error));
  return TRUE;
}

/**
 * mattra_docx_package_finish:
 * @self: a package without a part begun
 * @error: return location for an error
 *
 * Ends the package and gives the file its name.
 *
 * Returns: %FALSE with #MATTRA_ERROR_IO if something could not be written; what had the name is then still there
 */
gboolean
mattra_docx_package_finish (MattraDocxPackage  *self,
                            GError            **error)
{
  g_return_val_if_fail (self != NULL && self->part == NULL, FALSE);

  if (self->error == NULL && archive_write_close (self->archive) != ARCHIVE_OK)
    keep_error (self);
  return !mattra_docx_package_has_failed (self, error) && mattra_whole_file_take_name (self->file, error);
}
