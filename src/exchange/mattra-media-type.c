/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-media-type.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-text-reader.h"

/* A document of an office has some dozens of parts. */
#define MEMBERS_MAX 2000

#define ODT_TYPE "application/vnd.oasis.opendocument.text"

/* The part that makes a ZIP archive a document of a kind: ECMA-376 part 1, 11.3.10 and 12.3.23. */
static const struct
{
  const char *member;
  const char *media_type;
} main_parts[] = {
  { "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  { "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
};

/* What the names of an archive's members say. Nothing is unpacked but the few bytes of "mimetype". */
typedef struct
{
  const char *media_type;
  gboolean has_types;
  gboolean has_macros;
  gboolean broken;
} Members;

static void
take_member (Members       *members,
             struct archive *archive,
             const char    *name)
{
  char type[sizeof ODT_TYPE] = { 0 };

  if (g_str_equal (name, "[Content_Types].xml"))
    members->has_types = TRUE;
  if (g_str_has_suffix (name, "vbaProject.bin") || g_str_has_prefix (name, "Basic/") || g_str_has_prefix (name, "Scripts/"))
    members->has_macros = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (main_parts); i++)
    if (g_str_equal (name, main_parts[i].member))
      members->media_type = main_parts[i].media_type;
  if (g_str_equal (name, "mimetype") && archive_read_data (archive, type, sizeof type) == strlen (ODT_TYPE)
      && memcmp (type, ODT_TYPE, strlen (ODT_TYPE)) == 0)
    {
      members->media_type = ODT_TYPE;
      members->has_types = TRUE;
    }
}

static void
read_members (GBytes  *bytes,
              Members *members)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  guint n = 0;
  int status = ARCHIVE_OK;

  archive_read_support_format_zip_seekable (archive);
  members->broken = archive_read_open_memory (archive, data, length) != ARCHIVE_OK;
  while (!members->broken && (status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      const char *name = archive_entry_pathname (entry);

      members->broken = ++n > MEMBERS_MAX;
      /* A name that the user's locale has no letters for is none of those that are looked for. */
      if (!members->broken && name != NULL)
        take_member (members, archive, name);
    }
  members->broken = members->broken || status != ARCHIVE_EOF;
  archive_read_free (archive);
}

static const char *
refuse (GError     **error,
        const char  *name,
        const char  *why)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, "%s: %s", name, why);
  return NULL;
}

static const char *
find_document (GBytes      *bytes,
               const char  *name,
               GError     **error)
{
  Members members = { NULL, FALSE, FALSE, FALSE };

  read_members (bytes, &members);
  if (members.broken)
    return refuse (error, name, _("is damaged or no document of an office: its parts cannot be listed. Save it anew"));
  if (members.media_type == NULL || !members.has_types)
    return refuse (error, name, _("is an archive and no document; add the files that are in it one by one"));
  if (members.has_macros)
    return refuse (error, name, _("holds macros, which could run when it is opened; save it without them, as DOCX, XLSX,"
                                  " ODT or PDF"));
  return members.media_type;
}

static gboolean
begins_with (const guint8 *data,
             gsize         length,
             const char   *magic,
             gsize         n)
{
  return length > n && memcmp (data, magic, n) == 0;
}

/**
 * mattra_media_type_find:
 * @bytes: a file
 * @name: its name, for messages
 * @error: why not: %MATTRA_ERROR_INVALID for a file of another kind, or a document that holds macros
 *
 * Tells what a file is by its content, whatever it calls itself: PDF, JPEG, PNG, DOCX, XLSX or ODT. Of an archive the
 * names of its parts are read and nothing is unpacked.
 *
 * Returns: (transfer none) (nullable): its media type
 */
const char *
mattra_media_type_find (GBytes      *bytes,
                        const char  *name,
                        GError     **error)
{
  gsize length;
  const guint8 *data;
  const char *what;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (begins_with (data, length, "\xFF\xD8\xFF", 3))
    return "image/jpeg";
  if (begins_with (data, length, "\x89PNG\r\n\x1A\n", 8))
    return "image/png";
  if (begins_with (data, length, "PK\003\004", 4))
    return find_document (bytes, name, error);
  if (begins_with (data, length, "%PDF-", 5))
    return "application/pdf";
  what = mattra_text_reader_name_of (bytes);
  if (what != NULL)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                 _("%s: is %s; evidence is PDF, JPEG, PNG, DOCX, XLSX or ODT, so save or scan it as one of these"), name,
                 what);
  else
    refuse (error, name, _("is of an unknown kind; evidence is PDF, JPEG, PNG, DOCX, XLSX or ODT, so save or scan it as"
                           " one of these"));
  return NULL;
}
