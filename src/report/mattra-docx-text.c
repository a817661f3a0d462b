/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-docx-private.h"

#include <string.h>

#define X(text) ((const xmlChar *) (text))

/* TH Sarabun has no boxes; Windows and Office have this font, others take one that has them. */
#define BOX_FONT "Segoe UI Symbol"

/* Word's letters may be a little wider than ours. */
#define LETTERS_MAY_DIFFER 1.05

/* How thick rules are, in eighths of a point. */
#define RULE 4

/* Elements of a paragraph's and a run's properties stand in the order of ECMA-376, 17.3.1.26 and 17.3.2.28, or Word calls
 * the file damaged. So each kind of properties is written in one place. */

void
mattra_docx_begin (MattraDocx *self,
                   const char *name)
{
  xmlTextWriterStartElement (self->xml, X (name));
}

void
mattra_docx_end (MattraDocx *self)
{
  xmlTextWriterEndElement (self->xml);
}

void
mattra_docx_attribute (MattraDocx *self,
                       const char *name,
                       const char *value)
{
  xmlTextWriterWriteAttribute (self->xml, X (name), X (value));
}

void
mattra_docx_number (MattraDocx *self,
                    const char *name,
                    gint64      value)
{
  char number[32];

  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, value);
  mattra_docx_attribute (self, name, number);
}

/* An element without anything in it. */
void
mattra_docx_mark (MattraDocx *self,
                  const char *name)
{
  mattra_docx_begin (self, name);
  mattra_docx_end (self);
}

void
mattra_docx_value (MattraDocx *self,
                   const char *name,
                   const char *value)
{
  mattra_docx_begin (self, name);
  mattra_docx_attribute (self, "w:val", value);
  mattra_docx_end (self);
}

void
mattra_docx_value_number (MattraDocx *self,
                          const char *name,
                          gint64      value)
{
  mattra_docx_begin (self, name);
  mattra_docx_number (self, "w:val", value);
  mattra_docx_end (self);
}

/* A line's height is the same here as on paper. */
int
mattra_docx_pitch (double points)
{
  return (int) (points * MATTRA_LINE_PITCH * MATTRA_POINT + 0.5);
}

static void
write_font (MattraDocx           *self,
            const char           *family,
            const MattraDocxFont *font,
            gboolean              complex_script)
{
  int half_points = (int) (font->points * 2 + 0.5);
  char text[512];

  g_snprintf (text, sizeof text,
              "<w:rPr><w:rFonts w:ascii=\"%s\" w:hAnsi=\"%s\" w:eastAsia=\"%s\" w:cs=\"%s\"/>%s"
              "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>%s<w:lang w:bidi=\"th-TH\"/></w:rPr>",
              family, family, family, family, font->bold ? "<w:b/><w:bCs/>" : "", half_points, half_points,
              complex_script ? "<w:cs/>" : "");
  xmlTextWriterWriteRaw (self->xml, X (text));
}

/*< private >
 * mattra_docx_font:
 * @self: a document
 * @font: a size and weight
 * @complex_script: whether it is Thai that is set so
 *
 * Says of a run how it is set: each says it itself, so that a part copied into another document stays as it is, and
 * says it twice, as Word keeps the size and weight of Thai letters apart from those of Latin ones.
 */
void
mattra_docx_font (MattraDocx           *self,
                  const MattraDocxFont *font,
                  gboolean              complex_script)
{
  write_font (self, MATTRA_DOCX_FAMILY, font, complex_script);
}

static void
write_tabs (MattraDocx                *self,
            const MattraDocxParagraph *paragraph)
{
  if (paragraph->n_tabs == 0)
    return;

  mattra_docx_begin (self, "w:tabs");
  for (guint i = 0; i < paragraph->n_tabs; i++)
    {
      const MattraDocxTab *tab = &paragraph->tabs[i];

      mattra_docx_begin (self, "w:tab");
      mattra_docx_attribute (self, "w:val", tab->right ? "right" : "left");
      if (tab->dotted)
        mattra_docx_attribute (self, "w:leader", "dot");
      mattra_docx_number (self, "w:pos", MATTRA_DOCX_TWIPS (tab->at));
      mattra_docx_end (self);
    }
  mattra_docx_end (self);
}

static void
write_spacing (MattraDocx                *self,
               const MattraDocxParagraph *paragraph,
               int                        before)
{
  if (before == 0 && paragraph->after == 0 && paragraph->line == 0)
    return;

  mattra_docx_begin (self, "w:spacing");
  if (before != 0)
    mattra_docx_number (self, "w:before", MATTRA_DOCX_TWIPS (before));
  if (paragraph->after != 0)
    mattra_docx_number (self, "w:after", MATTRA_DOCX_TWIPS (paragraph->after));
  if (paragraph->line != 0)
    {
      mattra_docx_number (self, "w:line", MATTRA_DOCX_TWIPS (paragraph->line));
      mattra_docx_attribute (self, "w:lineRule", paragraph->exact ? "exact" : "atLeast");
    }
  mattra_docx_end (self);
}

static void
write_indents (MattraDocx                *self,
               const MattraDocxParagraph *paragraph)
{
  if (paragraph->left == 0 && paragraph->right == 0 && paragraph->first == 0)
    return;

  mattra_docx_begin (self, "w:ind");
  if (paragraph->left != 0)
    mattra_docx_number (self, "w:left", MATTRA_DOCX_TWIPS (paragraph->left));
  if (paragraph->right != 0)
    mattra_docx_number (self, "w:right", MATTRA_DOCX_TWIPS (paragraph->right));
  if (paragraph->first > 0)
    mattra_docx_number (self, "w:firstLine", MATTRA_DOCX_TWIPS (paragraph->first));
  else if (paragraph->first < 0)
    mattra_docx_number (self, "w:hanging", MATTRA_DOCX_TWIPS (-paragraph->first));
  mattra_docx_end (self);
}

/*< private >
 * mattra_docx_border:
 * @self: a document
 * @side: the element of the side on which it stands
 *
 * Draws a thin rule along one side.
 */
void
mattra_docx_border (MattraDocx *self,
                    const char *side)
{
  mattra_docx_begin (self, side);
  mattra_docx_attribute (self, "w:val", "single");
  mattra_docx_number (self, "w:sz", RULE);
  mattra_docx_number (self, "w:space", 0);
  mattra_docx_attribute (self, "w:color", "auto");
  mattra_docx_end (self);
}

/*< private >
 * mattra_docx_begin_paragraph:
 * @self: a document
 * @paragraph: how the paragraph stands
 *
 * Begins a paragraph below the room that is to be left. Where a section ends with it, it says so.
 */
void
mattra_docx_begin_paragraph (MattraDocx                *self,
                             const MattraDocxParagraph *paragraph)
{
  int before = paragraph->before + self->space;

  self->space = 0;
  self->behind_table = FALSE;
  mattra_docx_begin (self, "w:p");
  mattra_docx_begin (self, "w:pPr");
  if (paragraph->style)
    mattra_docx_value (self, "w:pStyle", paragraph->style);
  if (paragraph->keep)
    mattra_docx_mark (self, "w:keepNext");
  if (paragraph->ruled)
    {
      mattra_docx_begin (self, "w:pBdr");
      mattra_docx_border (self, "w:bottom");
      mattra_docx_end (self);
    }
  write_tabs (self, paragraph);
  write_spacing (self, paragraph, before);
  write_indents (self, paragraph);
  if (paragraph->jc)
    mattra_docx_value (self, "w:jc", paragraph->jc);
  if (paragraph->in_outline)
    mattra_docx_value_number (self, "w:outlineLvl", 0);
  if (paragraph->font.points > 0)
    mattra_docx_font (self, &paragraph->font, FALSE);
  if (self->closes)
    mattra_docx_write_section (self, g_steal_pointer (&self->closes));
  mattra_docx_end (self);
}

/*< private >
 * mattra_docx_gap:
 * @self: a document
 * @height: its height
 * @keep: whether it stays on the page where what follows begins
 *
 * Leaves room where only a paragraph can: behind and before a table.
 */
void
mattra_docx_gap (MattraDocx *self,
                 int         height,
                 gboolean    keep)
{
  const MattraDocxParagraph gap = {
    .font = { .points = 1 }, .keep = keep, .line = MAX (height, MATTRA_POINT), .exact = TRUE,
  };

  self->space = 0;
  mattra_docx_begin_paragraph (self, &gap);
  mattra_docx_end (self);
}

static gboolean
is_thai (const char *text,
         gsize       length)
{
  /* U+0E00 to U+0E7F. */
  for (gsize i = 0; i + 2 < length; i++)
    if ((guchar) text[i] == 0xe0 && ((guchar) text[i + 1] == 0xb8 || (guchar) text[i + 1] == 0xb9))
      return TRUE;
  return FALSE;
}

/* Line ends and tabs are spaces here as on paper; what XML cannot hold is left out. */
static void
write_characters (MattraDocx *self,
                  const char *text,
                  gsize       length)
{
  g_autofree char *clean = g_strndup (text, length);
  char *to = clean;

  for (const char *from = clean; *from != '\0'; from++)
    if (*from == '\t' || *from == '\n' || *from == '\r')
      *to++ = ' ';
    else if ((guchar) *from >= 0x20)
      *to++ = *from;
  *to = '\0';
  mattra_docx_begin (self, "w:t");
  mattra_docx_attribute (self, "xml:space", "preserve");
  xmlTextWriterWriteString (self->xml, X (clean));
  mattra_docx_end (self);
}

static void
write_run (MattraDocx           *self,
           const MattraDocxFont *font,
           const char           *text,
           gsize                 length)
{
  if (length == 0)
    return;

  mattra_docx_begin (self, "w:r");
  mattra_docx_font (self, font, is_thai (text, length));
  write_characters (self, text, length);
  mattra_docx_end (self);
}

/* A field leads to the address: it needs no entry in another part, so nothing of it is kept in memory. */
static void
write_link (MattraDocx           *self,
            const MattraDocxFont *font,
            const char           *address,
            gsize                 length)
{
  g_autofree char *instruction = g_strdup_printf (" HYPERLINK \"%s%.*s\" ", *address == 'w' ? "http://" : "",
                                                  (int) length, address);

  mattra_docx_begin (self, "w:fldSimple");
  mattra_docx_attribute (self, "w:instr", instruction);
  write_run (self, font, address, length);
  mattra_docx_end (self);
}

/*< private >
 * mattra_docx_text:
 * @self: a document with a paragraph begun
 * @font: how it is set
 * @text: valid UTF-8 text
 * @length: its length in bytes
 *
 * Writes text. Web addresses become links, as on paper.
 */
void
mattra_docx_text (MattraDocx           *self,
                  const MattraDocxFont *font,
                  const char           *text,
                  gsize                 length)
{
  gsize at = 0;
  gsize start, n;

  while (mattra_lines_find_address (text + at, length - at, &start, &n))
    {
      write_run (self, font, text + at, start);
      write_link (self, font, text + at + start, n);
      at += start + n;
    }
  write_run (self, font, text + at, length - at);
}

/*< private >
 * mattra_docx_box:
 * @self: a document with a paragraph begun
 * @font: how the text beside it is set
 * @box: %MATTRA_ROW_BOX or %MATTRA_ROW_BOX_TICKED
 *
 * Writes a box to be ticked, in a font that has one.
 */
void
mattra_docx_box (MattraDocx           *self,
                 const MattraDocxFont *font,
                 const char           *box)
{
  const MattraDocxFont small = { .points = font->points * MATTRA_FONT_SCALE, .bold = font->bold };

  mattra_docx_begin (self, "w:r");
  write_font (self, BOX_FONT, &small, FALSE);
  write_characters (self, box, strlen (box));
  mattra_docx_end (self);
}

void
mattra_docx_tab (MattraDocx           *self,
                 const MattraDocxFont *font)
{
  mattra_docx_begin (self, "w:r");
  mattra_docx_font (self, font, FALSE);
  mattra_docx_mark (self, "w:tab");
  mattra_docx_end (self);
}

static void
write_field_part (MattraDocx           *self,
                  const MattraDocxFont *font,
                  const char           *type)
{
  mattra_docx_begin (self, "w:r");
  mattra_docx_font (self, font, FALSE);
  mattra_docx_begin (self, "w:fldChar");
  mattra_docx_attribute (self, "w:fldCharType", type);
  mattra_docx_end (self);
  mattra_docx_end (self);
}

/*< private >
 * mattra_docx_field:
 * @self: a document with a paragraph begun
 * @font: how it is set
 * @instruction: what Word fills in, as "PAGE"
 * @shown: what stands there until it does
 *
 * Writes a text that Word makes.
 */
void
mattra_docx_field (MattraDocx           *self,
                   const MattraDocxFont *font,
                   const char           *instruction,
                   const char           *shown)
{
  write_field_part (self, font, "begin");
  mattra_docx_begin (self, "w:r");
  mattra_docx_font (self, font, FALSE);
  mattra_docx_begin (self, "w:instrText");
  mattra_docx_attribute (self, "xml:space", "preserve");
  xmlTextWriterWriteFormatString (self->xml, " %s ", instruction);
  mattra_docx_end (self);
  mattra_docx_end (self);
  write_field_part (self, font, "separate");
  write_run (self, font, shown, strlen (shown));
  write_field_part (self, font, "end");
}

/*< private >
 * mattra_docx_measure:
 * @self: a document
 * @font: how it is set
 * @text: a text
 * @error: return location for an error
 *
 * Returns: how wide the text is on paper, or -1 with #MATTRA_ERROR_INVALID if the font lacks a character
 */
int
mattra_docx_measure (MattraDocx            *self,
                     const MattraDocxFont  *font,
                     const char            *text,
                     GError               **error)
{
  MattraSetting setting = mattra_setting (self->typesetter, font->bold ? MATTRA_FACE_BOLD : MATTRA_FACE_REGULAR,
                                          font->points);

  return mattra_lines_measure (self->scratch, self->typesetter, &setting, text, error);
}

/*< private >
 * mattra_docx_narrow:
 * @self: a document
 * @paragraph: (inout): how the text stands: in the middle
 * @font: how it is set
 * @text: a text
 * @error: return location for an error
 *
 * Narrows a paragraph of several lines so that they are about as long as one another, as on paper. Its lines still end by
 * themselves: one may go on writing in it.
 *
 * Returns: %FALSE with #MATTRA_ERROR_INVALID if the font lacks a character
 */
gboolean
mattra_docx_narrow (MattraDocx            *self,
                    MattraDocxParagraph   *paragraph,
                    const MattraDocxFont  *font,
                    const char            *text,
                    GError               **error)
{
  MattraSetting setting = mattra_setting (self->typesetter, font->bold ? MATTRA_FACE_BOLD : MATTRA_FACE_REGULAR,
                                          font->points);
  int width = mattra_docx_text_width (self);
  int widest = 0;

  mattra_lines_clear (self->scratch);
  if (!mattra_lines_add_evenly (self->scratch, self->typesetter, &setting, text, strlen (text), width, error))
    return FALSE;
  for (guint i = 0; i < self->scratch->lines->len; i++)
    widest = MAX (widest, mattra_setting_length (&setting, g_array_index (self->scratch->lines, MattraLine, i).width));
  if (self->scratch->lines->len > 1)
    paragraph->left = paragraph->right = MAX (width - (int) (widest * LETTERS_MAY_DIFFER), 0) / 2;
  return TRUE;
}
