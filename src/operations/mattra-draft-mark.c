/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-draft-mark.h"

#include <string.h>

#include "mattra-pdf.h"

#define FINGERPRINT_DIGITS 64
#define MAX_MARK 300
#define MAX_MARKS 8

static gboolean
is_fingerprint (const char *text)
{
  return strspn (text, "0123456789abcdef") == FINGERPRINT_DIGITS
         && (text[FINGERPRINT_DIGITS] == ' ' || text[FINGERPRINT_DIGITS] == '\0');
}

/* Words in a fixed order; a dash stands for none. */
static void
read_words (MattraDraftMark *self,
            char           **words)
{
  if (g_strv_length (words) < 8)
    return;
  g_strlcpy (self->kind, words[0], sizeof self->kind);
  mattra_round_from_string (words[1], &self->round);
  if (!g_str_equal (words[2], "-"))
    g_strlcpy (self->division, words[2], sizeof self->division);
  self->digits = g_str_equal (words[3], "western") ? MATTRA_DIGITS_WESTERN : MATTRA_DIGITS_THAI;
  mattra_date_parse_iso (words[4], &self->date);
  mattra_date_parse_iso (words[5], &self->today);
  self->numbering = g_str_equal (words[6], "continuous") ? MATTRA_NUMBERING_CONTINUOUS : MATTRA_NUMBERING_SEPARATE;
  self->tags = g_str_equal (words[7], "tags");
}

static gboolean
read_mark (const char      *text,
           MattraDraftMark *mark)
{
  g_auto (GStrv) words = NULL;

  if (!is_fingerprint (text))
    return FALSE;
  *mark = (MattraDraftMark) { .round = MATTRA_ROUND_NONE, .date = MATTRA_DATE_NONE,
                               .today = MATTRA_DATE_NONE };
  g_strlcpy (mark->fingerprint, text, sizeof mark->fingerprint);
  words = g_strsplit (text[FINGERPRINT_DIGITS] == ' ' ? text + FINGERPRINT_DIGITS + 1 : "", " ", -1);
  read_words (mark, words);
  return TRUE;
}

/* Returns: (transfer full): what stands at a place of the file, up to where a string or an element ends. */
static char *
copy_words (const char *data,
            gsize       size)
{
  gsize length = 0;

  while (length < MIN (size, MAX_MARK) && (guchar) data[length] >= ' ' && strchr (")<>\"", data[length]) == NULL)
    length++;
  return g_strndup (data, length);
}

/* The keywords stand in a file more than once. */
static gboolean
is_known (GArray                *marks,
          const MattraDraftMark *mark)
{
  for (guint i = 0; i < marks->len; i++)
    if (g_str_equal (g_array_index (marks, MattraDraftMark, i).fingerprint, mark->fingerprint))
      return TRUE;
  return FALSE;
}

/**
 * mattra_draft_mark_find:
 * @pdf: a file
 *
 * Finds what the keywords of a file that this program made say, without reading it as a PDF: it may be damaged.
 *
 * Returns: (transfer full) (element-type MattraDraftMark): each fingerprint once, in the order of the file
 */
GArray *
mattra_draft_mark_find (GBytes *pdf)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (MattraDraftMark));
  gsize left;
  const char *data;
  const char *at;

  g_return_val_if_fail (pdf != NULL, marks);

  data = g_bytes_get_data (pdf, &left);
  while (marks->len < MAX_MARKS && (at = memmem (data, left, MATTRA_PDF_MARK, strlen (MATTRA_PDF_MARK))) != NULL)
    {
      g_autofree char *words = NULL;
      MattraDraftMark mark;

      at += strlen (MATTRA_PDF_MARK);
      left -= at - data;
      data = at;
      words = copy_words (data, left);
      if (read_mark (words, &mark) && !is_known (marks, &mark))
        g_array_append_val (marks, mark);
    }
  return marks;
}

/**
 * mattra_draft_mark_find_division:
 * @self: a mark
 * @plan: a plan
 *
 * Returns: (transfer none) (nullable): ULID of the division that the mark means; %NULL for none
 */
const char *
mattra_draft_mark_find_division (const MattraDraftMark *self,
                                 MattraPlan            *plan)
{
  MattraDivisionList *divisions;

  g_return_val_if_fail (self != NULL && MATTRA_IS_PLAN (plan), NULL);

  divisions = mattra_plan_get_divisions (plan);
  for (guint i = 0; *self->division != '\0' && i < mattra_division_list_get_size (divisions); i++)
    {
      const MattraDivision *division = mattra_division_list_get (divisions, i);
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, division->name, -1);

      if (g_str_has_prefix (sum, self->division))
        return division->id;
    }
  return NULL;
}
