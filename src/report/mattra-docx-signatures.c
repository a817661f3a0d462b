/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-docx-private.h"

#include <string.h>

#include "mattra-flow.h"

/* The line to sign on: as long as that if there is room, never shorter than this. */
#define LONGEST_DOTS MATTRA_MM (55)
#define SHORTEST_DOTS MATTRA_MM (25)

/* Lines left free above a signature, to sign in. */
#define FREE_LINES 2

/* Blocks together higher than this part of the page are not all kept on one. */
#define MOST_TOGETHER (2.0 / 3)

/* One person's block on its way: where it stands from the left, where the middle of its dots is, and how wide what stands
 * below them may be. */
typedef struct
{
  MattraDocx                 *docx;
  const MattraSignatureBlock *signer;
  MattraDocxFont              font;
  int                         left;
  int                         right;
  int                         middle;
  gboolean                    keep_last;    /* with what follows the block */
} Signing;

static guint
count_lines (const MattraSignatureBlock *signer)
{
  guint n = FREE_LINES + 1 + (signer->name != NULL) + (signer->date != NULL);

  return n + (signer->posts ? g_strv_length (signer->posts) : 0);
}

/* Whether all blocks fit on a page beside what they sign. */
static gboolean
stand_together (const MattraDocx       *self,
                const MattraSignatures *signatures)
{
  const MattraPageStyle *page = &self->section->style;
  int room = MATTRA_MM (page->height) - MATTRA_MM (page->top) - MATTRA_MM (page->bottom);
  guint lines = 0;

  for (guint i = 0; i < signatures->signers->len; i += signatures->per_row)
    {
      guint highest = 0;

      for (guint k = i; k < MIN (i + signatures->per_row, signatures->signers->len); k++)
        highest = MAX (highest, count_lines (g_ptr_array_index (signatures->signers, k)));
      lines += highest;
    }
  return (int) lines * mattra_docx_pitch (signatures->points) <= (int) (room * MOST_TOGETHER);
}

/* The line to sign on, below the free ones. Its dots are as long as on paper; a tabulator makes them, so that they end
 * where they should in any font. */
static gboolean
write_signing_line (Signing  *self,
                    gboolean  keep,
                    GError  **error)
{
  const MattraSignatureBlock *signer = self->signer;
  const char *role = signer->role ? signer->role : "";
  g_autofree char *before = g_strconcat (signer->label ? signer->label : "", signer->rank ? " " : "",
                                         signer->rank ? signer->rank : "", NULL);
  int room = self->right - self->left;
  int before_width = mattra_docx_measure (self->docx, &self->font, before, error);
  int after_width = before_width < 0 ? -1 : mattra_docx_measure (self->docx, &self->font, role, error);
  MattraDocxParagraph paragraph;
  MattraDocxTab dots;
  int width;

  if (after_width < 0)
    return FALSE;
  width = CLAMP (room - before_width - after_width, SHORTEST_DOTS, LONGEST_DOTS);
  mattra_docx_style (&paragraph, MATTRA_DOCX_STYLE_SIGNATURE, self->font.points, FALSE);
  paragraph.left = self->left + MAX (room - before_width - width - after_width, 0) / 2;
  paragraph.before = FREE_LINES * mattra_docx_pitch (self->font.points);
  paragraph.jc = "left";
  paragraph.keep = keep;
  self->middle = paragraph.left + before_width + width / 2;
  dots = (MattraDocxTab) { paragraph.left + before_width + width, FALSE, !signer->blank };
  paragraph.tabs = &dots;
  paragraph.n_tabs = 1;
  mattra_docx_begin_paragraph (self->docx, &paragraph);
  mattra_docx_text (self->docx, &self->font, before, strlen (before));
  mattra_docx_tab (self->docx, &self->font);
  mattra_docx_text (self->docx, &self->font, role, strlen (role));
  mattra_docx_end (self->docx);
  return TRUE;
}

/* A line in the middle below the dots. */
static void
write_below (Signing    *self,
             const char *text,
             int         width,
             gboolean    keep)
{
  int half = MIN (self->middle - self->left, self->right - self->middle);
  MattraDocxParagraph paragraph;

  mattra_docx_style (&paragraph, MATTRA_DOCX_STYLE_SIGNATURE, self->font.points, FALSE);
  paragraph.left = self->middle - half;
  paragraph.right = width - self->middle - half;
  paragraph.keep = keep;
  mattra_docx_begin_paragraph (self->docx, &paragraph);
  mattra_docx_text (self->docx, &self->font, text, strlen (text));
  mattra_docx_end (self->docx);
}

/* What stands below the dots: the name in parentheses, the posts, the date. */
static GPtrArray *
list_lines (const MattraSignatureBlock *signer)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  if (signer->name)
    g_ptr_array_add (lines, g_strdup_printf ("(%s)", signer->name));
  for (guint i = 0; signer->posts && signer->posts[i]; i++)
    g_ptr_array_add (lines, g_strdup (signer->posts[i]));
  if (signer->date)
    g_ptr_array_add (lines, g_strdup (signer->date));
  return lines;
}

/* Writes one block into a place of the given width. */
static gboolean
write_block (Signing  *self,
             int       width,
             GError  **error)
{
  g_autoptr (GPtrArray) lines = list_lines (self->signer);

  if (!write_signing_line (self, lines->len > 0 || self->keep_last, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    write_below (self, g_ptr_array_index (lines, i), width, i + 1 < lines->len || self->keep_last);
  return TRUE;
}

/* One below another, in the right part of the page: plain paragraphs, as an official would write them. */
static gboolean
write_column (MattraDocx              *self,
              const MattraSignatures  *signatures,
              GError                 **error)
{
  gboolean together = stand_together (self, signatures);
  int width = mattra_docx_text_width (self);

  for (guint i = 0; i < signatures->signers->len; i++)
    {
      Signing signing = {
        .docx = self, .signer = g_ptr_array_index (signatures->signers, i), .font = { .points = signatures->points },
        .left = (int) (width * MATTRA_SIGNATURE_LEFT), .right = width,
        .keep_last = together && i + 1 < signatures->signers->len,
      };

      if (!write_block (&signing, width, error))
        return FALSE;
    }
  return TRUE;
}

/* Two side by side in a row that is not parted; the last of an odd number stands in the middle. */
static gboolean
write_row (MattraDocx              *self,
           const MattraSignatures  *signatures,
           guint                    first,
           gboolean                 keep,
           GError                 **error)
{
  guint n = MIN (2, signatures->signers->len - first);
  int width = mattra_docx_text_width (self) / (int) n;

  mattra_docx_begin_row (self, TRUE, 0, FALSE);
  for (guint i = 0; i < n; i++)
    {
      Signing signing = {
        .docx = self, .signer = g_ptr_array_index (signatures->signers, first + i),
        .font = { .points = signatures->points }, .right = width, .keep_last = keep,
      };

      mattra_docx_begin_cell (self, width, 3 - n, FALSE, NULL);
      if (!write_block (&signing, width, error))
        return FALSE;
      mattra_docx_end (self);
    }
  mattra_docx_end (self);
  return TRUE;
}

gboolean
mattra_docx_write_signatures (MattraDocx         *self,
                              const MattraBlock  *block,
                              GError            **error)
{
  const MattraSignatures *signatures = (const MattraSignatures *) block;
  gboolean together = stand_together (self, signatures);
  int half = mattra_docx_text_width (self) / 2;
  const int widths[] = { half, half };

  if (signatures->signers->len == 0)
    return TRUE;
  if (signatures->per_row == 1)
    return write_column (self, signatures, error);
  mattra_docx_begin_table (self, widths, 2, FALSE, 0);
  for (guint i = 0; i < signatures->signers->len; i += 2)
    if (!write_row (self, signatures, i, together && i + 2 < signatures->signers->len, error))
      return FALSE;
  mattra_docx_end_table (self);
  return TRUE;
}
