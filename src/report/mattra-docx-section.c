/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-docx-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-flow.h"

/* The page number stands above the text and the small line below it, as on paper: from the paper's edges. The baseline
 * of a line stands so far below its upper end. */
#define NUMBER_POINTS 16
#define LINE_TO_BASELINE (15 * MATTRA_POINT)
#define HEADER_FROM_EDGE (MATTRA_MM (MATTRA_WIDE_NUMBER_BASELINE) - LINE_TO_BASELINE)
#define FOOTER_FROM_EDGE MATTRA_MM (8)

/* In the small line, what stands behind this tells of the fingerprint. */
#define BEFORE_FINGERPRINT " · "

static const char *
script_of_numbers (const MattraDocx *self)
{
  return self->document->thai_digits ? "thaiNumbers" : "decimal";
}

static gboolean
is_upright (const MattraPageStyle *style)
{
  return style->height > style->width;
}

/* A letter's further pages begin lower than its first one. */
static gboolean
is_letter (const MattraPageStyle *style)
{
  return style->first_top > 0 && style->first_top != style->top;
}

static void
add_section (MattraDocx        *self,
             MattraDocxSection  section)
{
  g_array_append_val (self->sections, section);
}

/*< private >
 * mattra_docx_plan_sections:
 * @self: a document
 * @error: return location for an error
 *
 * Finds where the pages of one paper end, which Word is told at their end.
 *
 * Returns: %FALSE with #MATTRA_ERROR_INVALID if there is nothing to write
 */
gboolean
mattra_docx_plan_sections (MattraDocx  *self,
                           GError     **error)
{
  MattraDocxSection next = { .style = MATTRA_PAGE_PORTRAIT };
  gboolean open = FALSE;

  for (guint i = 0; i < self->document->blocks->len; i++)
    {
      const MattraBlock *block = g_ptr_array_index (self->document->blocks, i);

      if (block->kind == MATTRA_BLOCK_SECTION)
        {
          next.style = ((const MattraSection *) block)->style;
          next.numbered_anew = next.style.numbered_anew;
          open = FALSE;
          continue;
        }
      next.cover = block->kind == MATTRA_BLOCK_COVER;
      if (!open || next.cover)
        {
          next.first = i;
          add_section (self, next);
          next.numbered_anew = FALSE;
          next.style.first_top = 0;
        }
      open = !next.cover;
      g_array_index (self->sections, MattraDocxSection, self->sections->len - 1).end = i + 1;
    }
  if (self->sections->len > 0)
    return TRUE;
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("There is nothing to print."));
  return FALSE;
}

/*< private >
 * mattra_docx_text_width:
 * @self: a document
 *
 * Returns: the width between the margins of the section being written
 */
int
mattra_docx_text_width (const MattraDocx *self)
{
  const MattraPageStyle *style = &self->section->style;

  return MATTRA_MM (style->width) - MATTRA_MM (style->left) - MATTRA_MM (style->right);
}

static void
refer (MattraDocx *self,
       const char *element,
       const char *type,
       const char *id)
{
  mattra_docx_begin (self, element);
  mattra_docx_attribute (self, "w:type", type);
  mattra_docx_attribute (self, "r:id", id);
  mattra_docx_end (self);
}

static void
write_page (MattraDocx            *self,
            const MattraPageStyle *style)
{
  double top = is_letter (style) ? style->first_top : style->top;

  mattra_docx_begin (self, "w:pgSz");
  mattra_docx_number (self, "w:w", MATTRA_DOCX_TWIPS (MATTRA_MM (style->width)));
  mattra_docx_number (self, "w:h", MATTRA_DOCX_TWIPS (MATTRA_MM (style->height)));
  if (style->width > style->height)
    mattra_docx_attribute (self, "w:orient", "landscape");
  mattra_docx_end (self);
  mattra_docx_begin (self, "w:pgMar");
  mattra_docx_number (self, "w:top", MATTRA_DOCX_TWIPS (MATTRA_MM (top)));
  mattra_docx_number (self, "w:right", MATTRA_DOCX_TWIPS (MATTRA_MM (style->right)));
  mattra_docx_number (self, "w:bottom", MATTRA_DOCX_TWIPS (MATTRA_MM (style->bottom)));
  mattra_docx_number (self, "w:left", MATTRA_DOCX_TWIPS (MATTRA_MM (style->left)));
  mattra_docx_number (self, "w:header", MATTRA_DOCX_TWIPS (HEADER_FROM_EDGE));
  mattra_docx_number (self, "w:footer", MATTRA_DOCX_TWIPS (FOOTER_FROM_EDGE));
  mattra_docx_number (self, "w:gutter", 0);
  mattra_docx_end (self);
}

/*< private >
 * mattra_docx_write_section:
 * @self: a document
 * @section: a section
 *
 * Tells the paper of a section: in its last paragraph, and of the last one behind all. The first page of a paper shows
 * no number, a cover nothing at all.
 */
void
mattra_docx_write_section (MattraDocx              *self,
                           const MattraDocxSection *section)
{
  gboolean first = section->numbered_anew || section == &g_array_index (self->sections, MattraDocxSection, 0);
  gboolean letter = is_letter (&section->style);
  gboolean apart = first || letter || section->cover;

  mattra_docx_begin (self, "w:sectPr");
  refer (self, "w:headerReference", "default", is_upright (&section->style) ? MATTRA_DOCX_UPRIGHT_HEADER
                                                                              : MATTRA_DOCX_WIDE_HEADER);
  if (apart)
    refer (self, "w:headerReference", "first", MATTRA_DOCX_EMPTY_HEADER);
  refer (self, "w:footerReference", "default", MATTRA_DOCX_FOOTER);
  if (apart)
    refer (self, "w:footerReference", "first", section->cover ? MATTRA_DOCX_EMPTY_FOOTER : MATTRA_DOCX_FOOTER);
  mattra_docx_value (self, "w:type", "nextPage");
  write_page (self, &section->style);
  mattra_docx_begin (self, "w:pgNumType");
  mattra_docx_attribute (self, "w:fmt", script_of_numbers (self));
  if (section->numbered_anew)
    mattra_docx_number (self, "w:start", 1);
  mattra_docx_end (self);
  if (apart)
    mattra_docx_mark (self, "w:titlePg");
  mattra_docx_end (self);
}

static void
begin_header (MattraDocx *self,
              const char *name)
{
  mattra_docx_begin (self, name);
  mattra_docx_attribute (self, "xmlns:w", MATTRA_DOCX_NAMESPACE);
}

/* "- ๒ -": Word counts, and writes the digits of the section. */
static void
write_number (MattraDocx *self)
{
  const MattraDocxFont font = { .points = NUMBER_POINTS };
  MattraDocxParagraph paragraph;

  mattra_docx_style (&paragraph, MATTRA_DOCX_STYLE_HEADER, font.points, FALSE);
  mattra_docx_begin_paragraph (self, &paragraph);
  mattra_docx_text (self, &font, "- ", 2);
  mattra_docx_field (self, &font, "PAGE", self->document->thai_digits ? "๒" : "2");
  mattra_docx_text (self, &font, " -", 2);
  mattra_docx_end (self);
}

void
mattra_docx_write_wide_header (MattraDocx *self)
{
  begin_header (self, "w:hdr");
  write_number (self);
  mattra_docx_end (self);
}

/* Word knows no other margin for the first page of a section: where a page has a number, what stands above the text is
 * higher, and pushes it down to where it begins on paper. */
void
mattra_docx_write_upright_header (MattraDocx *self)
{
  int number = MATTRA_MM (MATTRA_NUMBER_BASELINE) - LINE_TO_BASELINE;
  int text = MATTRA_MM (MATTRA_PAGE_PORTRAIT.top) + MATTRA_NUMBER_ROOM;

  begin_header (self, "w:hdr");
  mattra_docx_gap (self, number - HEADER_FROM_EDGE, FALSE);
  write_number (self);
  mattra_docx_gap (self, text - number - mattra_docx_pitch (NUMBER_POINTS), FALSE);
  mattra_docx_end (self);
}

void
mattra_docx_write_empty_header (MattraDocx *self)
{
  begin_header (self, "w:hdr");
  mattra_docx_gap (self, 0, FALSE);
  mattra_docx_end (self);
}

/* The draft's or the version's name. The fingerprint is that of paper: of a file that anyone may change it would say
 * nothing. */
void
mattra_docx_write_footer (MattraDocx *self)
{
  const MattraDocxFont font = { .points = 9 };
  const char *version = self->document->version ? self->document->version : "";
  const char *end = strstr (version, BEFORE_FINGERPRINT);
  MattraDocxParagraph paragraph;

  begin_header (self, "w:ftr");
  mattra_docx_style (&paragraph, MATTRA_DOCX_STYLE_FOOTER, font.points, FALSE);
  mattra_docx_begin_paragraph (self, &paragraph);
  mattra_docx_text (self, &font, version, end ? (gsize) (end - version) : strlen (version));
  mattra_docx_end (self);
  mattra_docx_end (self);
}

void
mattra_docx_write_empty_footer (MattraDocx *self)
{
  begin_header (self, "w:ftr");
  mattra_docx_gap (self, 0, FALSE);
  mattra_docx_end (self);
}
