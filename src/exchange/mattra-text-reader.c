/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-text-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mattra-error.h"

/* Text that is no UTF-8 is taken as Windows-874 only if at least this part of its letters is Thai. */
#define MIN_THAI_PERCENT 20

typedef struct
{
  const char *bytes;
  gsize length;
  const char *what;
} Magic;

/* How well-known files begin that people pick by mistake. */
static const Magic magics[] = {
  { "%PDF-", 5, N_("a PDF document") },
  { "PK\003\004", 4, N_("a compressed document (DOCX, XLSX, ODS or ZIP)") },
  { "PK\005\006", 4, N_("an empty ZIP archive") },
  { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, N_("an old Office document (DOC or XLS)") },
  { "{\\rtf", 5, N_("an RTF document") },
  { "\x89PNG\r\n\x1A\n", 8, N_("a PNG picture") },
  { "\xFF\xD8\xFF", 3, N_("a JPEG picture") },
  { "GIF8", 4, N_("a GIF picture") },
  { "SQLite format 3", 15, N_("a database, perhaps a register of this program") },
  { "\x1F\x8B", 2, N_("a gzip archive") },
  { "Rar!", 4, N_("a RAR archive") },
  { "7z\xBC\xAF\x27\x1C", 6, N_("a 7-Zip archive") },
  { "\x7F" "ELF", 4, N_("a program") },
  { "<!DOCTYPE html", 14, N_("a web page") },
  { "<html", 5, N_("a web page") },
  { "<?xml", 5, N_("an XML document") },
};

/* Windows-874 from 0x80 to 0xA0: what it adds to TIS-620; 0 where nothing is assigned. */
static const gunichar windows_874_low[] = {
  0x20AC, 0, 0, 0, 0, 0x2026, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0, 0, 0, 0, 0, 0, 0, 0,
  0x00A0,
};

typedef struct
{
  const char *name;
  GPtrArray *repairs;
} Reader;

static void
locate (const char *text,
        gsize       offset,
        int        *line,
        int        *column)
{
  const char *start = text;

  *line = 1;
  for (const char *p = text; (p = memchr (p, '\n', text + offset - p)) != NULL; start = ++p)
    (*line)++;
  *column = 1;
  for (const char *p = start; p < text + offset; p++)
    if (((guchar) *p & 0xC0) != 0x80)
      (*column)++;
}

static const char *
find_magic (const char *data,
            gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= magics[i].length &&
        g_ascii_strncasecmp (data, magics[i].bytes, magics[i].length) == 0 &&
        (g_ascii_isprint (magics[i].bytes[0]) ||
         memcmp (data, magics[i].bytes, magics[i].length) == 0))
      return _(magics[i].what);

  return NULL;
}

/**
 * mattra_text_reader_name_of:
 * @bytes: a file
 *
 * Tells what a file that is picked by mistake seems to be.
 *
 * Returns: (transfer none) (nullable): what it is, translated, as "an old Office document (DOC or XLS)"; %NULL where
 *   that is unknown
 */
const char *
mattra_text_reader_name_of (GBytes *bytes)
{
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  return length > 0 ? find_magic (data, length) : NULL;
}

static void
set_too_large (const char  *name,
               GError     **error)
{
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _("%s: the file is larger than 512 MiB. Divide it into smaller files."), name);
}

static gboolean
check_what_it_is (const char  *data,
                  gsize        length,
                  const char  *name,
                  GError     **error)
{
  const char *what;

  if (length == 0)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("%s: the file is empty. Choose the file that holds the table."), name);
      return FALSE;
    }

  if (length > MATTRA_TEXT_MAX_BYTES)
    {
      set_too_large (name, error);
      return FALSE;
    }

  what = find_magic (data, length);
  if (what == NULL)
    return TRUE;

  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _("%s: this is %s, not text. Open it in its own program and save the table as text or "
                 "CSV, or copy the table into a text file."),
               name, what);
  return FALSE;
}

/* UTF-16 with a byte order mark is what spreadsheets call "Unicode text". */
static char *
decode_utf16 (const char *data,
              gsize       length,
              gboolean    swap,
              const char *name,
              gsize      *decoded_length,
              GError    **error)
{
  g_autofree gunichar2 *units = g_new (gunichar2, length / 2 + 1);
  gsize n_units = length / 2;
  glong written = 0;
  char *text;

  memcpy (units, data, n_units * 2);
  if (swap)
    for (gsize i = 0; i < n_units; i++)
      units[i] = GUINT16_SWAP_LE_BE (units[i]);

  text = length % 2 == 0 ? g_utf16_to_utf8 (units, (glong) n_units, NULL, &written, NULL) : NULL;
  if (text == NULL)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("%s: the file says that it is UTF-16 but cannot be read as such. Save it as UTF-8."),
                   name);
      return NULL;
    }

  *decoded_length = (gsize) written;
  return text;
}

static gboolean
refuse_controls (const char  *text,
                 gsize        length,
                 const char  *name,
                 GError     **error)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) text[i];
      int line, column;

      if (G_LIKELY (byte >= 0x20) || byte == '\t' || byte == '\n' || byte == '\r')
        continue;

      locate (text, i, &line, &column);
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   _("%s:%d:%d: the control character U+%04X (byte %zu) does not belong "
                     "into text. Save the file as plain text in UTF-8, or take the character out."),
                   name, line, column, byte, i);
      return FALSE;
    }

  return TRUE;
}

static gunichar
windows_874_character (guchar byte)
{
  if (byte < 0x80)
    return byte;
  if (byte <= 0xA0)
    return windows_874_low[byte - 0x80];
  if ((byte <= 0xDA) || (byte >= 0xDF && byte <= 0xFB))
    return 0x0E00 + (byte - 0xA0);
  return 0;
}

static char *
decode_windows_874 (const char *data,
                    gsize       length,
                    gsize      *decoded_length)
{
  g_autoptr (GString) text = g_string_sized_new (length * 3 + 1);
  gsize letters = 0, thai = 0;

  for (gsize i = 0; i < length; i++)
    {
      gunichar character = windows_874_character ((guchar) data[i]);

      if (character == 0)
        return NULL;
      if (character >= 0x0E01 && character <= 0x0E4E)
        letters++, thai++;
      else if (g_unichar_isalpha (character))
        letters++;
      g_string_append_unichar (text, character);
    }

  if (thai == 0 || thai * 100 < letters * MIN_THAI_PERCENT)
    return NULL;

  *decoded_length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
say (Reader           *self,
     MattraRepairKind  kind,
     int               line,
     int               column,
     const char       *message)
{
  if (self->repairs != NULL)
    g_ptr_array_add (self->repairs, mattra_repair_new (kind, line, column, message));
}

static char *
decode_eight_bits (Reader     *self,
                   const char *data,
                   gsize       length,
                   gsize       valid,
                   gsize      *decoded_length,
                   GError    **error)
{
  char *text = decode_windows_874 (data, length, decoded_length);
  int line, column;

  if (text != NULL)
    {
      say (self, MATTRA_REPAIR_ENCODING, 0, 0,
           _("The text is not UTF-8 and was read as Windows-874 (TIS-620); look whether the Thai is right"));
      return text;
    }

  locate (data, valid, &line, &column);
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
               _("%s:%d:%d: byte %zu is no valid UTF-8, and the text is no Thai in "
                 "Windows-874 either. Save the file as UTF-8."),
               self->name, line, column, valid);
  return NULL;
}

/* Length in bytes of a control of writing direction at @text, 0 if there is none: U+061C, U+200E, U+200F,
 * U+202A to U+202E, U+2066 to U+2069. */
static gsize
bidi_control (const guchar *text)
{
  if (text[0] == 0xD8)
    return text[1] == 0x9C ? 2 : 0;
  if (text[0] != 0xE2)
    return 0;
  if (text[1] == 0x80)
    return text[2] == 0x8E || text[2] == 0x8F || (text[2] >= 0xAA && text[2] <= 0xAE) ? 3 : 0;
  return text[1] == 0x81 && text[2] >= 0xA6 && text[2] <= 0xA9 ? 3 : 0;
}

/* One line end, and no controls of direction: both only shorten, so it is done in place. */
static gsize
clean (Reader *self,
       char   *text,
       gsize   length)
{
  char *to = text;
  guint n_controls = 0;
  int line = 0, column = 0;

  for (const char *from = text; from < text + length;)
    {
      gsize control = bidi_control ((const guchar *) from);

      if (G_UNLIKELY (control > 0))
        {
          if (n_controls++ == 0)
            locate (text, (gsize) (to - text), &line, &column);
          from += control;
        }
      else if (G_UNLIKELY (*from == '\r'))
        {
          *to++ = '\n';
          from += from[1] == '\n' ? 2 : 1;
        }
      else
        *to++ = *from++;
    }
  *to = '\0';

  if (n_controls > 0)
    {
      g_autofree char *message = g_strdup_printf (
          ngettext ("%u invisible control of writing direction was taken out of the text",
                    "%u invisible controls of writing direction were taken out of the text", n_controls),
          n_controls);

      say (self, MATTRA_REPAIR_BIDI, line, column, message);
    }

  return (gsize) (to - text);
}

static char *
decode (Reader      *self,
        const char  *data,
        gsize        length,
        gsize       *decoded_length,
        GError     **error)
{
  const char *end;
  char *text;

  if (length >= 2 && (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "\xFE\xFF", 2) == 0))
    {
      gboolean swap = (G_BYTE_ORDER == G_LITTLE_ENDIAN) != ((guchar) data[0] == 0xFF);
      g_autofree char *decoded = decode_utf16 (data + 2, length - 2, swap, self->name, decoded_length, error);

      if (decoded == NULL || !refuse_controls (decoded, *decoded_length, self->name, error))
        return NULL;
      say (self, MATTRA_REPAIR_ENCODING, 0, 0, _("The text is UTF-16 and was read as such"));
      return g_steal_pointer (&decoded);
    }

  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    data += 3, length -= 3;
  if (!refuse_controls (data, length, self->name, error))
    return NULL;
  if (!g_utf8_validate (data, (gssize) length, &end))
    return decode_eight_bits (self, data, length, (gsize) (end - data), decoded_length, error);

  *decoded_length = length;
  text = g_malloc (length + 1);
  memcpy (text, data, length);
  text[length] = '\0';

  return text;
}

/**
 * mattra_text_reader_decode:
 * @bytes: a file's content
 * @name: the file's name, for messages
 * @repairs: (nullable) (element-type MattraRepair): where repairs are added
 * @length: (out): bytes of the text
 * @error: return location for an error
 *
 * Makes valid UTF-8 with `\n` as the only line end of what a file holds: UTF-8 with or without a byte
 * order mark, UTF-16 with one, or Windows-874 where the text is Thai. Control characters and files that
 * are no text are refused, with a remedy; controls of writing direction are taken out.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with %MATTRA_ERROR_INVALID
 */
char *
mattra_text_reader_decode (GBytes      *bytes,
                           const char  *name,
                           GPtrArray   *repairs,
                           gsize       *length,
                           GError     **error)
{
  Reader self = { name, repairs };
  gsize size = 0;
  const char *data;
  char *text;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (!check_what_it_is (data, size, name, error))
    return NULL;

  text = decode (&self, data, size, length, error);
  if (text != NULL)
    *length = clean (&self, text, *length);

  return text;
}

static void
set_load_error (const char    *path,
                const GError  *cause,
                GError       **error)
{
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND,
                 _("%s: there is no such file. Check the name and the folder."), path);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES))
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO,
                 _("%s: the file may not be read. Ask for the right to read it, or copy it."), path);
  else
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("%s: the file cannot be read: %s"), path,
                 cause->message);
}

/**
 * mattra_text_reader_load:
 * @path: a file's name
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file's bytes; %NULL with %MATTRA_ERROR_NOT_FOUND,
 *   %MATTRA_ERROR_INVALID (a folder, or larger than %MATTRA_TEXT_MAX_BYTES) or %MATTRA_ERROR_IO
 */
GBytes *
mattra_text_reader_load (const char  *path,
                         GError     **error)
{
  g_autoptr (GError) cause = NULL;
  GStatBuf status;
  char *content = NULL;
  gsize length = 0;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                   g_file_test (path, G_FILE_TEST_IS_DIR)
                       ? _("%s: this is a folder. Choose the file in it that holds the table.")
                       : _("%s: this is no ordinary file. Save the table to a file first."),
                   path);
      return NULL;
    }

  if (g_stat (path, &status) == 0 && status.st_size > (goffset) MATTRA_TEXT_MAX_BYTES)
    {
      set_too_large (path, error);
      return NULL;
    }

  if (!g_file_get_contents (path, &content, &length, &cause))
    {
      set_load_error (path, cause, error);
      return NULL;
    }

  return g_bytes_new_take (content, length);
}
