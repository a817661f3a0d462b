/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-media-type.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "mattra-error.h"

#define DOCX "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#define XLSX "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#define ODT "application/vnd.oasis.opendocument.text"
#define MANY 3000

static void
add_member (struct archive *archive,
            const char     *name,
            const char     *data,
            gsize           length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  archive_write_data (archive, data, length);
  archive_entry_free (entry);
}

/* @members: names divided by spaces; "name=text" gives the text */
static GBytes *
new_zip (const char *members)
{
  g_auto (GStrv) names = g_strsplit (members, " ", -1);
  struct archive *archive = archive_write_new ();
  gsize size = 1024 * 1024;
  g_autofree char *buffer = g_malloc (size);
  gsize used = 0;

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_per_block (archive, 0);
  archive_write_open_memory (archive, buffer, size, &used);
  for (guint i = 0; names[i] != NULL; i++)
    {
      char *text = strchr (names[i], '=');

      if (text != NULL)
        *text++ = '\0';
      add_member (archive, names[i], text != NULL ? text : "x", text != NULL ? strlen (text) : 1);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new (buffer, used);
}

static void
test_magic (void)
{
  static const struct
  {
    const char *data;
    gsize length;
    const char *media_type; /* NULL: refused */
  } rows[] = {
    { "%PDF-1.7\n", 9, "application/pdf" },
    { "\xFF\xD8\xFF\xE0", 4, "image/jpeg" },
    { "\x89PNG\r\n\x1A\n\0", 9, "image/png" },
    { "\x7F" "ELF%PDF-1.7", 12, NULL },
    { "MZ\x90\0%PDF-1.7", 12, NULL },
    { "#!/bin/sh\n", 10, NULL },
    { "<html>%PDF-1.7", 14, NULL },
    { "<svg xmlns='http://www.w3.org/2000/svg'>", 40, NULL },
    { "GIF89a", 6, NULL },
    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", 12, NULL },
    { "{\\rtf1", 6, NULL },
    { "%PDF", 4, NULL },
    { "PK\003\004", 4, NULL },
    { "PK\003\004 not an archive at all", 28, NULL },
    { "", 0, NULL },
    { "x", 1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].data, rows[i].length);
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpstr (mattra_media_type_find (bytes, "x.pdf", &error), ==, rows[i].media_type);
      if (rows[i].media_type == NULL)
        {
          g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, "x.pdf"));
        }
    }
}

static void
test_documents (void)
{
  static const struct
  {
    const char *members;
    const char *media_type;
  } rows[] = {
    { "[Content_Types].xml _rels/.rels word/document.xml", DOCX },
    { "[Content_Types].xml xl/workbook.xml", XLSX },
    { "mimetype=" ODT " content.xml", ODT },
    { "mimetype=application/vnd.oasis.opendocument.text-master content.xml", NULL },
    { "mimetype=application/epub+zip", NULL },
    { "word/document.xml", NULL },
    { "[Content_Types].xml word/document.xml word/vbaProject.bin", NULL },
    { "[Content_Types].xml xl/workbook.xml xl/vbaProject.bin", NULL },
    { "mimetype=" ODT " content.xml Basic/script-lc.xml", NULL },
    { "[Content_Types].xml ppt/presentation.xml", NULL },
    { "setup.exe", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = new_zip (rows[i].members);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].members);
      g_assert_cmpstr (mattra_media_type_find (bytes, "a.docx", &error), ==, rows[i].media_type);
      if (rows[i].media_type == NULL)
        g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
    }
}

/* An archive with more parts than any document has is not listed to its end. */
static void
test_many (void)
{
  g_autoptr (GString) members = g_string_new ("[Content_Types].xml word/document.xml");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (members, " m%u", i);
  bytes = new_zip (members->str);
  g_assert_null (mattra_media_type_find (bytes, "bomb.docx", NULL));
}

/* Cut anywhere, a document is refused or told as what it is; nothing reads beyond its end. */
static void
test_cut (void)
{
  g_autoptr (GBytes) whole = new_zip ("[Content_Types].xml word/document.xml");

  for (gsize length = 0; length < g_bytes_get_size (whole); length++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);
      const char *found = mattra_media_type_find (part, "cut.docx", NULL);

      g_assert_true (found == NULL || g_str_equal (found, DOCX));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-type/magic", test_magic);
  g_test_add_func ("/media-type/documents", test_documents);
  g_test_add_func ("/media-type/many", test_many);
  g_test_add_func ("/media-type/cut", test_cut);
  return g_test_run ();
}
