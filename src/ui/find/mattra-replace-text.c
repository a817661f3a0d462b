/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-replace-text.h"

#include <string.h>

/* So many lines with a hit are shown, and so many characters before and between hits. */
#define MAX_LINES 3
#define MAX_LETTERS 48

static void
append_escaped (GString    *markup,
                const char *text,
                gsize       length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

/* The end of a text that is too long before a hit, its beginning after one. */
static void
append_around (GString    *markup,
               const char *text,
               gsize       length,
               gboolean    keep_end)
{
  glong n = g_utf8_strlen (text, (gssize) length);
  const char *cut = text;

  if (n <= MAX_LETTERS)
    {
      append_escaped (markup, text, length);
      return;
    }
  cut = g_utf8_offset_to_pointer (text, keep_end ? n - MAX_LETTERS : MAX_LETTERS);
  if (keep_end)
    {
      g_string_append (markup, "…");
      append_escaped (markup, cut, (gsize) (text + length - cut));
      return;
    }
  append_escaped (markup, text, (gsize) (cut - text));
  g_string_append (markup, "…");
}

static void
append_change (GString    *markup,
               const char *find,
               const char *replacement)
{
  g_string_append (markup, "<s>");
  append_escaped (markup, find, strlen (find));
  g_string_append (markup, "</s>");
  if (*replacement == '\0')
    return;
  g_string_append (markup, " <b>");
  append_escaped (markup, replacement, strlen (replacement));
  g_string_append (markup, "</b>");
}

static void
append_line (GString    *markup,
             const char *line,
             const char *find,
             const char *replacement)
{
  const char *from = line;
  const char *hit = NULL;

  while ((hit = strstr (from, find)))
    {
      append_around (markup, from, (gsize) (hit - from), TRUE);
      append_change (markup, find, replacement);
      from = hit + strlen (find);
    }
  append_around (markup, from, strlen (from), FALSE);
}

/* What was found goes over lines: then the lines are one. */
static char **
split (const char *text,
       const char *find)
{
  char **whole = NULL;

  if (strchr (find, '\n') == NULL)
    return g_strsplit (text, "\n", -1);
  whole = g_new0 (char *, 2);
  whole[0] = g_strdup (text);
  return whole;
}

/**
 * mattra_replace_text_markup:
 * @text: text of a cell
 * @find: what is looked for
 * @replacement: what it becomes
 *
 * Shows what would be replaced in a text: the lines it stands in, what goes struck through and what comes
 * bold. Where it stands nowhere letter by letter, the beginning of the text is shown.
 *
 * Returns: (transfer full): Pango markup
 */
char *
mattra_replace_text_markup (const char *text,
                            const char *find,
                            const char *replacement)
{
  GString *markup = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_return_val_if_fail (text != NULL && find != NULL && *find != '\0' && replacement != NULL, NULL);

  markup = g_string_new (NULL);
  lines = split (text, find);
  for (guint i = 0; lines[i] && n < MAX_LINES; i++)
    if (strstr (lines[i], find))
      {
        g_string_append (markup, n++ > 0 ? "\n" : "");
        append_line (markup, lines[i], find, replacement);
      }
  if (n == 0)
    append_around (markup, text, strlen (text), FALSE);
  return g_string_free (markup, FALSE);
}
