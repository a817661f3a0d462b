/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-help-text.h"

#include <string.h>

/* A page is text by lines: "# " title, "## " heading, "- " item, "1. " numbered item, "| term | words |"
 * row of a table, other lines one paragraph each. Within a line **strong**, *slanted*, `key`. */

static const struct
{
  const char *mark;
  const char *open;
  const char *close;
} inlines[] = {
  { "**", "<b>", "</b>" },
  { "*", "<i>", "</i>" },
  { "`", "<span font_family=\"monospace\" background_alpha=\"9%\" background=\"#808080\">\u2009",
    "\u2009</span>" },
};

static const char *
find_mark (const char *at,
           guint      *which)
{
  for (guint i = 0; i < G_N_ELEMENTS (inlines); i++)
    if (g_str_has_prefix (at, inlines[i].mark))
      {
        *which = i;
        return strstr (at + strlen (inlines[i].mark), inlines[i].mark);
      }
  return NULL;
}

static void
append_escaped (GString    *markup,
                const char *text,
                gssize      length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (markup, escaped);
}

static char *
make_markup (const char *text)
{
  GString *markup = g_string_new (NULL);

  while (*text)
    {
      guint i = 0;
      const char *end = find_mark (text, &i);
      const char *next = g_utf8_next_char (text);

      if (end == NULL)
        {
          append_escaped (markup, text, next - text);
          text = next;
          continue;
        }
      text += strlen (inlines[i].mark);
      g_string_append (markup, inlines[i].open);
      append_escaped (markup, text, end - text);
      g_string_append (markup, inlines[i].close);
      text = end + strlen (inlines[i].mark);
    }
  return g_string_free (markup, FALSE);
}

static void
piece_free (gpointer data)
{
  MattraHelpPiece *piece = data;

  g_free (piece->markup);
  g_free (piece->term);
  g_free (piece);
}

static MattraHelpPiece *
add_piece (GPtrArray      *pieces,
           MattraHelpKind  kind,
           const char     *words)
{
  MattraHelpPiece *piece = g_new0 (MattraHelpPiece, 1);

  piece->kind = kind;
  piece->markup = make_markup (words);
  g_ptr_array_add (pieces, piece);
  return piece;
}

static gboolean
add_row (GPtrArray  *pieces,
         const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "|", -1);

  if (g_strv_length (cells) != 4)
    return FALSE;
  add_piece (pieces, MATTRA_HELP_ROW, g_strstrip (cells[2]))->term = make_markup (g_strstrip (cells[1]));
  return TRUE;
}

static gboolean
add_number (GPtrArray  *pieces,
            const char *line)
{
  char *rest = NULL;
  guint64 number = g_ascii_strtoull (line, &rest, 10);

  if (rest == line || number > 99 || !g_str_has_prefix (rest, ". "))
    return FALSE;
  add_piece (pieces, MATTRA_HELP_NUMBER, rest + 2)->number = (int) number;
  return TRUE;
}

static void
add_line (GPtrArray  *pieces,
          const char *line)
{
  static const struct
  {
    const char *head;
    MattraHelpKind kind;
  } heads[] = {
    { "# ", MATTRA_HELP_TITLE }, { "## ", MATTRA_HELP_HEADING }, { "- ", MATTRA_HELP_BULLET },
  };

  if (*line == '\0' || (*line == '|' && add_row (pieces, line)) || add_number (pieces, line))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_has_prefix (line, heads[i].head))
      {
        add_piece (pieces, heads[i].kind, line + strlen (heads[i].head));
        return;
      }
  add_piece (pieces, MATTRA_HELP_TEXT, line);
}

/**
 * mattra_help_read:
 * @text: a page of the help
 *
 * Returns: (transfer full) (element-type MattraHelpPiece): its pieces
 */
GPtrArray *
mattra_help_read (const char *text)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (piece_free);
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, pieces);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    add_line (pieces, g_strstrip (lines[i]));
  return pieces;
}
