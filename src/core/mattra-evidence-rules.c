/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-evidence.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"

/* As the register keeps them. */
#define URL_MAX 2000
#define NAME_MAX_BYTES 200

/* So much of a link that is refused stands in the message. */
#define MOST_QUOTED 100

/* A file of another kind than these was put into the register by another program: no desktop opens or runs what ends
 * so. */
#define UNKNOWN_EXTENSION ".bin"

/* What a register takes as files of evidence. Each opens with what an office has, and none runs by being opened. */
static const struct
{
  const char *media_type;
  const char *name;
  const char *extension;
  const char *other_extension;
} types[] = {
  { "application/pdf", "PDF", ".pdf", NULL },
  { "image/jpeg", "JPEG", ".jpg", ".jpeg" },
  { "image/png", "PNG", ".png", NULL },
  { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX", ".docx", NULL },
  { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX", ".xlsx", NULL },
  { "application/vnd.oasis.opendocument.text", "ODT", ".odt", NULL },
};

/* Names that Windows keeps for its devices, with whatever extension:
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
static const char *const device_names[] = {
  "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
  "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
};

static gboolean
refuse (GError     **error,
        const char  *url,
        const char  *why)
{
  g_autofree char *start = g_utf8_strlen (url, -1) > MOST_QUOTED ? g_utf8_substring (url, 0, MOST_QUOTED) : NULL;

  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, "“%s%s”: %s", start != NULL ? start : url,
               start != NULL ? "…" : "", why);
  return FALSE;
}

/* What shows other text than there is: controls, and marks that turn the direction of writing. */
static gboolean
is_hidden (gunichar c)
{
  return g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT
         || g_unichar_type (c) == G_UNICODE_LINE_SEPARATOR || g_unichar_type (c) == G_UNICODE_PARAGRAPH_SEPARATOR;
}

static gboolean
has_hidden (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (is_hidden (g_utf8_get_char (text)) || g_unichar_isspace (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static gboolean
check_parts (const char  *text,
             GError     **error)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_HAS_PASSWORD, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  if (scheme == NULL)
    return refuse (error, text, _("is no link; copy it from the browser, as https://www.example.go.th/page"));
  if (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https"))
    return refuse (error, text, _("only links that begin with https:// or http:// are taken, as a script or a file of"
                                  " this computer proves nothing to others"));
  if (g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return refuse (error, text, _("names no web site; copy the whole link, as https://www.example.go.th/page"));
  if (g_uri_get_userinfo (uri) != NULL)
    return refuse (error, text, _("holds a name or password before the web site; copy the link without it"));
  return TRUE;
}

/**
 * mattra_evidence_check_link:
 * @text: (nullable): a link as typed or pasted
 * @url: (out) (transfer full): the link without the spaces around it
 * @error: why not: %MATTRA_ERROR_INVALID
 *
 * Takes a link that leads to a page of the web and to nothing else: no script, no data, no file, and no character that
 * is not seen.
 *
 * Returns: whether it is such a link
 */
gboolean
mattra_evidence_check_link (const char  *text,
                            char       **url,
                            GError     **error)
{
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (url != NULL, FALSE);

  *url = NULL;
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                           _("the link is no text in UTF-8; copy it from the browser anew"));
      return FALSE;
    }
  trimmed = g_strstrip (g_strdup (text));
  if (*trimmed == '\0')
    return refuse (error, trimmed, _("is no link; copy it from the browser, as https://www.example.go.th/page"));
  if (has_hidden (trimmed))
    return refuse (error, trimmed, _("a link holds no spaces, line ends or characters that are not seen; copy it from"
                                     " the browser anew"));
  if (strlen (trimmed) > URL_MAX)
    return refuse (error, trimmed, _("is longer than 2000 characters; put the page under a shorter link"));
  if (!check_parts (trimmed, error))
    return FALSE;
  *url = g_steal_pointer (&trimmed);
  return TRUE;
}

/* Returns: where the name begins behind folders of either sort of computer */
static const char *
skip_folders (const char *name)
{
  const char *start = name;

  for (const char *at = name; *at != '\0'; at++)
    if (*at == '/' || *at == '\\')
      start = at + 1;
  return start;
}

static char *
clean_characters (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  GString *clean = g_string_new (NULL);

  for (const char *at = composed != NULL ? composed : valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_hidden (c))
        continue;
      if (c < 0x80 && strchr ("<>:\"|?*", c) != NULL)
        c = '_';
      g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

/* Neither hidden by a dot at its beginning nor changed by Windows, which drops dots and spaces at the end. */
static void
trim (char *name)
{
  gsize start = strspn (name, ". ");
  gsize length = strlen (name);

  memmove (name, name + start, length - start + 1);
  length -= start;
  while (length > 0 && (name[length - 1] == '.' || name[length - 1] == ' '))
    name[--length] = '\0';
}

static gboolean
ends_with (const char *name,
           const char *extension)
{
  gsize length = strlen (name);
  gsize n = extension != NULL ? strlen (extension) : 0;

  return n > 0 && length > n && g_ascii_strcasecmp (name + length - n, extension) == 0;
}

static gboolean
is_device (const char *stem)
{
  gsize length = strcspn (stem, ".");

  for (guint i = 0; i < G_N_ELEMENTS (device_names); i++)
    if (strlen (device_names[i]) == length && g_ascii_strncasecmp (stem, device_names[i], length) == 0)
      return TRUE;
  return FALSE;
}

static void
shorten (char *stem)
{
  if (strlen (stem) <= NAME_MAX_BYTES)
    return;
  stem[NAME_MAX_BYTES] = '\0';
  *g_utf8_find_prev_char (stem, stem + NAME_MAX_BYTES) = '\0';
  trim (stem);
}

/* Returns: (nullable): the extension that the name has already, if it is one of the file's kind */
static const char *
find_extension (const char *name,
                const char *media_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].media_type, media_type) == 0)
      return ends_with (name, types[i].extension) ? types[i].extension
             : ends_with (name, types[i].other_extension) ? types[i].other_extension : NULL;
  return ends_with (name, UNKNOWN_EXTENSION) ? UNKNOWN_EXTENSION : NULL;
}

/**
 * mattra_evidence_clean_name:
 * @name: (nullable): name of a file from outside, perhaps with folders
 * @media_type: what the file is by its content
 *
 * Makes a name under which a copy can be written anywhere: one name without folders, hidden characters and what
 * Windows does not take, with the extension that says what the file is, ".bin" where a register takes no such file. So
 * a program that calls itself a picture keeps no name by which it would run, and nothing is written outside the folder
 * that was chosen.
 *
 * Returns: (transfer full): the name, 1-255 bytes
 */
char *
mattra_evidence_clean_name (const char *name,
                            const char *media_type)
{
  const char *extension = mattra_evidence_type_extension (media_type);
  g_autofree char *stem = NULL;
  const char *found = NULL;

  if (*extension == '\0')
    extension = UNKNOWN_EXTENSION;
  stem = clean_characters (skip_folders (name != NULL ? name : ""));
  trim (stem);
  found = find_extension (stem, media_type);
  if (found != NULL)
    {
      extension = found;
      stem[strlen (stem) - strlen (found)] = '\0';
      trim (stem);
    }
  shorten (stem);
  if (*stem == '\0' || is_device (stem))
    return g_strconcat ("evidence", *stem != '\0' ? "-" : "", stem, extension, NULL);
  return g_strconcat (stem, extension, NULL);
}

/**
 * mattra_evidence_type_name:
 * @media_type: (nullable): media type of a file
 *
 * Returns: (transfer none): the name by which people know it, as "PDF"; "?" where a register takes no such file
 */
const char *
mattra_evidence_type_name (const char *media_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].media_type, media_type) == 0)
      return types[i].name;
  return "?";
}

/**
 * mattra_evidence_type_extension:
 * @media_type: (nullable): media type of a file
 *
 * Returns: (transfer none): the extension of its name with the dot; "" where a register takes no such file
 */
const char *
mattra_evidence_type_extension (const char *media_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].media_type, media_type) == 0)
      return types[i].extension;
  return "";
}
