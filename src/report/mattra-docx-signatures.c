/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-docx-private.h"

#include <string.h>

#include "mattra-signature-flow.h"

/* Blocks together higher than this part of the page are not all kept on one. */
#define MOST_TOGETHER (2.0 / 3)

/* One person's block on its way. */
typedef struct
{
  MattraDocx                 *docx;
  const MattraSignatureBlock *signer;
  MattraDocxFont              font;
  MattraSigningPlace          place;        /* from the left side of what it is written into */
  int                         width;        /* of that */
  gboolean                    keep_last;    /* with what follows the block */
} Signing;

/* Where the blocks stand on paper, from the left margin. */
static MattraSignatureLayout *
lay_out (MattraDocx              *self,
         const MattraSignatures  *signatures,
         GError                 **error)
{
  g_autoptr (MattraFlow) flow = mattra_flow_new (self->typesetter);

  flow->left = 0;
  flow->right = mattra_docx_text_width (self);
  return mattra_signature_layout_new (flow, signatures, error);
}

/* Whether all blocks fit on a page beside what they sign. */
static gboolean
stand_together (const MattraDocx       *self,
                const MattraSignatures *signatures,
                MattraSignatureLayout  *layout)
{
  const MattraPageStyle *page = &self->section->style;
  int room = MATTRA_MM (page->height) - MATTRA_MM (page->top) - MATTRA_MM (page->bottom);
  int lines = 0;

  for (guint i = 0; i < signatures->signers->len; i += signatures->per_row)
    {
      int highest = 0;

      for (guint k = i; k < MIN (i + signatures->per_row, signatures->signers->len); k++)
        {
          MattraSigningPlace place;

          mattra_signature_layout_get_place (layout, k, &place);
          highest = MAX (highest, place.n_lines);
        }
      lines += highest;
    }
  return lines * mattra_docx_pitch (signatures->points) <= (int) (room * MOST_TOGETHER);
}

/* The line to sign on, below the free ones. A tabulator makes its dots, so that they end where they should in any font. */
static void
write_signing_line (Signing  *self,
                    gboolean  keep)
{
  const MattraSignatureBlock *signer = self->signer;
  const char *label = signer->label ? signer->label : "";
  const char *rank = signer->rank ? signer->rank : "";
  const char *role = signer->role ? signer->role : "";
  g_autofree char *before = g_strconcat (label, *label != '\0' && *rank != '\0' ? " " : "", rank, NULL);
  const MattraDocxTab dots = { self->place.dots_x + self->place.dots_width, FALSE, !signer->blank };
  MattraDocxParagraph paragraph;

  mattra_docx_style (&paragraph, MATTRA_DOCX_STYLE_SIGNATURE, self->font.points, FALSE);
  paragraph.left = self->place.x;
  paragraph.before = MATTRA_SIGNATURE_FREE_LINES * mattra_docx_pitch (self->font.points);
  paragraph.jc = "left";
  paragraph.keep = keep;
  paragraph.tabs = &dots;
  paragraph.n_tabs = 1;
  mattra_docx_begin_paragraph (self->docx, &paragraph);
  mattra_docx_text (self->docx, &self->font, before, strlen (before));
  mattra_docx_tab (self->docx, &self->font);
  mattra_docx_text (self->docx, &self->font, role, strlen (role));
  mattra_docx_end (self->docx);
}

/* A line in the middle below the dots. */
static void
write_below (Signing    *self,
             const char *text,
             gboolean    keep)
{
  int middle = self->place.dots_x + self->place.dots_width / 2;
  int half = MIN (middle - self->place.left, self->place.right - middle);
  MattraDocxParagraph paragraph;

  mattra_docx_style (&paragraph, MATTRA_DOCX_STYLE_SIGNATURE, self->font.points, FALSE);
  paragraph.left = middle - half;
  paragraph.right = self->width - middle - half;
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

static void
write_block (Signing *self)
{
  g_autoptr (GPtrArray) lines = list_lines (self->signer);

  write_signing_line (self, lines->len > 0 || self->keep_last);
  for (guint i = 0; i < lines->len; i++)
    write_below (self, g_ptr_array_index (lines, i), i + 1 < lines->len || self->keep_last);
}

static Signing
signing_of (MattraDocx             *self,
            const MattraSignatures *signatures,
            MattraSignatureLayout  *layout,
            guint                   index)
{
  Signing signing = {
    .docx = self, .signer = g_ptr_array_index (signatures->signers, index), .font = { .points = signatures->points },
    .width = mattra_docx_text_width (self),
  };

  mattra_signature_layout_get_place (layout, index, &signing.place);
  return signing;
}

/* One below another, in the right part of the page: plain paragraphs, as an official would write them. */
static void
write_column (MattraDocx             *self,
              const MattraSignatures *signatures,
              MattraSignatureLayout  *layout)
{
  gboolean together = stand_together (self, signatures, layout);

  for (guint i = 0; i < signatures->signers->len; i++)
    {
      Signing signing = signing_of (self, signatures, layout, i);

      signing.keep_last = together && i + 1 < signatures->signers->len;
      write_block (&signing);
    }
}

/* Two side by side in a row that is not parted; the last of an odd number stands in the middle. */
static void
write_row (MattraDocx             *self,
           const MattraSignatures *signatures,
           MattraSignatureLayout  *layout,
           guint                   first,
           gboolean                keep)
{
  guint n = MIN (2, signatures->signers->len - first);
  int width = mattra_docx_text_width (self) / (int) n;

  mattra_docx_begin_row (self, TRUE, 0, FALSE);
  for (guint i = 0; i < n; i++)
    {
      Signing signing = signing_of (self, signatures, layout, first + i);
      int left = (int) i * width;

      signing.width = width;
      signing.place.left -= left;
      signing.place.right -= left;
      signing.place.x -= left;
      signing.place.dots_x -= left;
      signing.keep_last = keep;
      mattra_docx_begin_cell (self, width, 3 - n, FALSE, NULL);
      write_block (&signing);
      mattra_docx_end (self);
    }
  mattra_docx_end (self);
}

static void
write_rows (MattraDocx             *self,
            const MattraSignatures *signatures,
            MattraSignatureLayout  *layout)
{
  gboolean together = stand_together (self, signatures, layout);
  int half = mattra_docx_text_width (self) / 2;
  const int widths[] = { half, half };

  if (signatures->signers->len == 0)
    return;
  mattra_docx_begin_table (self, widths, 2, FALSE, 0);
  for (guint i = 0; i < signatures->signers->len; i += 2)
    write_row (self, signatures, layout, i, together && i + 2 < signatures->signers->len);
  mattra_docx_end_table (self);
}

/* The blocks stand where they stand on paper. */
gboolean
mattra_docx_write_signatures (MattraDocx         *self,
                              const MattraBlock  *block,
                              GError            **error)
{
  const MattraSignatures *signatures = (const MattraSignatures *) block;
  g_autoptr (MattraSignatureLayout) layout = lay_out (self, signatures, error);

  if (layout == NULL)
    return FALSE;
  if (signatures->per_row == 1)
    write_column (self, signatures, layout);
  else
    write_rows (self, signatures, layout);
  return TRUE;
}
