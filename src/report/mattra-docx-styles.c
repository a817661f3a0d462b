/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-docx-private.h"

#define WORD_NAMESPACE "http://schemas.microsoft.com/office/word"

/* How Word lays out since 2013: tables begin at the margin with their rule, not with their text. */
#define LAYOUT_OF_WORD 15

/* The indent of official letters is where the tabulator goes to. */
#define TAB_STOP MATTRA_MM (25)

/* A style of the file: the size and weight of its letters, how it stands, and its level in the outline. */
typedef struct
{
  const char *id;
  const char *name;
  double      points;
  gboolean    bold;
  int         before;
  const char *jc;
  gboolean    keep;
  int         level;
} Style;

static const Style styles[] = {
  { MATTRA_DOCX_STYLE_TITLE, "Title", 26, TRUE, 0, "center", FALSE, MATTRA_DOCX_NO_LEVEL },
  { MATTRA_DOCX_STYLE_HEADING, "heading 1", 18, TRUE, 0, "center", TRUE, 0 },
  { MATTRA_DOCX_STYLE_SUBHEADING, "heading 2", 16, TRUE, 0, NULL, TRUE, 1 },
  { MATTRA_DOCX_STYLE_BODY, "Body Text", 16, FALSE, MATTRA_DOCX_GAP, NULL, FALSE, MATTRA_DOCX_NO_LEVEL },
  { MATTRA_DOCX_STYLE_TABLE, "Table Text", 14, FALSE, 0, NULL, FALSE, MATTRA_DOCX_NO_LEVEL },
  { MATTRA_DOCX_STYLE_SIGNATURE, "Signature", 16, FALSE, 0, "center", FALSE, MATTRA_DOCX_NO_LEVEL },
  { MATTRA_DOCX_STYLE_HEADER, "header", 16, FALSE, 0, "center", FALSE, MATTRA_DOCX_NO_LEVEL },
  { MATTRA_DOCX_STYLE_FOOTER, "footer", 9, FALSE, 0, NULL, FALSE, MATTRA_DOCX_NO_LEVEL },
};

static const Style *
find_style (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].id, id))
      return &styles[i];
  g_assert_not_reached ();
}

/*< private >
 * mattra_docx_style:
 * @paragraph: (out): a paragraph
 * @style: its style
 * @points: the size of its text in points of TH Sarabun
 * @bold: whether it is bold
 *
 * Gives a paragraph a style, and says what is otherwise with it.
 */
void
mattra_docx_style (MattraDocxParagraph *paragraph,
                   const char          *style,
                   double               points,
                   gboolean             bold)
{
  const Style *found = find_style (style);

  *paragraph = (MattraDocxParagraph) { .style = style };
  if (points != found->points || bold != found->bold)
    paragraph->font = (MattraDocxFont) { points, bold };
  if (points != found->points)
    paragraph->line = mattra_docx_pitch (points);
}

static void
begin_main (MattraDocx *self,
            const char *name)
{
  mattra_docx_begin (self, name);
  mattra_docx_attribute (self, "xmlns:w", MATTRA_DOCX_NAMESPACE);
}

static void
write_spacing (MattraDocx *self,
               int         before,
               double      points)
{
  mattra_docx_begin (self, "w:spacing");
  mattra_docx_number (self, "w:before", MATTRA_DOCX_TWIPS (before));
  mattra_docx_number (self, "w:after", 0);
  mattra_docx_number (self, "w:line", MATTRA_DOCX_TWIPS (mattra_docx_pitch (points)));
  mattra_docx_attribute (self, "w:lineRule", "atLeast");
  mattra_docx_end (self);
}

static void
write_defaults (MattraDocx *self)
{
  const MattraDocxFont font = { .points = 16 };

  mattra_docx_begin (self, "w:docDefaults");
  mattra_docx_begin (self, "w:rPrDefault");
  mattra_docx_font (self, &font, FALSE);
  mattra_docx_end (self);
  mattra_docx_begin (self, "w:pPrDefault");
  mattra_docx_begin (self, "w:pPr");
  write_spacing (self, 0, font.points);
  mattra_docx_end (self);
  mattra_docx_end (self);
  mattra_docx_end (self);
}

/* Begins one of the styles that all others are told from. */
static void
begin_default_style (MattraDocx *self,
                     const char *type,
                     const char *id,
                     const char *name)
{
  mattra_docx_begin (self, "w:style");
  mattra_docx_attribute (self, "w:type", type);
  mattra_docx_attribute (self, "w:default", "1");
  mattra_docx_attribute (self, "w:styleId", id);
  mattra_docx_value (self, "w:name", name);
}

static void
write_table_style (MattraDocx *self)
{
  static const char *const sides[] = { "w:top", "w:left", "w:bottom", "w:right" };

  begin_default_style (self, "table", "TableNormal", "Normal Table");
  mattra_docx_begin (self, "w:tblPr");
  mattra_docx_begin (self, "w:tblCellMar");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      mattra_docx_begin (self, sides[i]);
      mattra_docx_number (self, "w:w", 0);
      mattra_docx_attribute (self, "w:type", "dxa");
      mattra_docx_end (self);
    }
  mattra_docx_end (self);
  mattra_docx_end (self);
  mattra_docx_end (self);
}

static void
write_style (MattraDocx  *self,
             const Style *style)
{
  const MattraDocxFont font = { style->points, style->bold };

  mattra_docx_begin (self, "w:style");
  mattra_docx_attribute (self, "w:type", "paragraph");
  mattra_docx_attribute (self, "w:styleId", style->id);
  mattra_docx_value (self, "w:name", style->name);
  mattra_docx_value (self, "w:basedOn", "Normal");
  mattra_docx_mark (self, "w:qFormat");
  mattra_docx_begin (self, "w:pPr");
  if (style->keep)
    mattra_docx_mark (self, "w:keepNext");
  write_spacing (self, style->before, style->points);
  if (style->jc)
    mattra_docx_value (self, "w:jc", style->jc);
  if (style->level != MATTRA_DOCX_NO_LEVEL)
    mattra_docx_value_number (self, "w:outlineLvl", style->level);
  mattra_docx_end (self);
  mattra_docx_font (self, &font, FALSE);
  mattra_docx_end (self);
}

void
mattra_docx_write_styles (MattraDocx *self)
{
  begin_main (self, "w:styles");
  write_defaults (self);
  begin_default_style (self, "paragraph", "Normal", "Normal");
  mattra_docx_mark (self, "w:qFormat");
  mattra_docx_end (self);
  begin_default_style (self, "character", "DefaultParagraphFont", "Default Paragraph Font");
  mattra_docx_end (self);
  write_table_style (self);
  begin_default_style (self, "numbering", "NoList", "No List");
  mattra_docx_end (self);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    write_style (self, &styles[i]);
  mattra_docx_end (self);
}

void
mattra_docx_write_settings (MattraDocx *self)
{
  begin_main (self, "w:settings");
  mattra_docx_value_number (self, "w:defaultTabStop", MATTRA_DOCX_TWIPS (TAB_STOP));
  mattra_docx_begin (self, "w:compat");
  mattra_docx_begin (self, "w:compatSetting");
  mattra_docx_attribute (self, "w:name", "compatibilityMode");
  mattra_docx_attribute (self, "w:uri", WORD_NAMESPACE);
  mattra_docx_number (self, "w:val", LAYOUT_OF_WORD);
  mattra_docx_end (self);
  mattra_docx_end (self);
  mattra_docx_begin (self, "w:themeFontLang");
  mattra_docx_attribute (self, "w:val", "en-US");
  mattra_docx_attribute (self, "w:bidi", "th-TH");
  mattra_docx_end (self);
  mattra_docx_end (self);
}

/* Where the font is not installed, one of the same design takes its place, then any for Thai. */
void
mattra_docx_write_fonts (MattraDocx *self)
{
  begin_main (self, "w:fonts");
  mattra_docx_begin (self, "w:font");
  mattra_docx_attribute (self, "w:name", MATTRA_DOCX_FAMILY);
  mattra_docx_value (self, "w:altName", MATTRA_DOCX_FAMILY_ALIKE);
  mattra_docx_value (self, "w:charset", "DE");
  mattra_docx_value (self, "w:family", "swiss");
  mattra_docx_value (self, "w:pitch", "variable");
  mattra_docx_end (self);
  mattra_docx_end (self);
}
