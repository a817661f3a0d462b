/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-docx-package.h"
#include "mattra-document-private.h"
#include "mattra-lines.h"
#include "mattra-watch.h"

G_BEGIN_DECLS

/* What the writers of a Word document share. Nobody outside this room includes this file. Lengths are hundredths of a
 * point, as in the layout; in the file they are twentieths. */

#define MATTRA_DOCX_TWIPS(length) ((length) / (MATTRA_POINT / 20))
#define MATTRA_DOCX_EMU(length)   ((gint64) (length) * 127)

/* The namespace of what a Word document says: ECMA-376, part 1, annex A. */
#define MATTRA_DOCX_NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* The font of official papers. Office has it among those it fetches by itself; who uses another program installs it. */
#define MATTRA_DOCX_FAMILY       "TH SarabunPSK"
#define MATTRA_DOCX_FAMILY_ALIKE "TH Sarabun New"

/* What stands between a table and the text above it, and above a paragraph. */
#define MATTRA_DOCX_GAP (6 * MATTRA_POINT)

/* The styles that the file has; the names of those that Word knows are Word's own. */
#define MATTRA_DOCX_STYLE_TITLE      "Title"
#define MATTRA_DOCX_STYLE_HEADING    "Heading1"
#define MATTRA_DOCX_STYLE_SUBHEADING "Heading2"
#define MATTRA_DOCX_STYLE_BODY       "BodyText"
#define MATTRA_DOCX_STYLE_TABLE      "TableText"
#define MATTRA_DOCX_STYLE_HEADER     "Header"
#define MATTRA_DOCX_STYLE_FOOTER     "Footer"
#define MATTRA_DOCX_STYLE_SIGNATURE  "Signature"

/* Parts that each section names in its own way. */
#define MATTRA_DOCX_WIDE_HEADER    "rIdWideNumber"
#define MATTRA_DOCX_UPRIGHT_HEADER "rIdUprightNumber"
#define MATTRA_DOCX_EMPTY_HEADER   "rIdNoNumber"
#define MATTRA_DOCX_FOOTER         "rIdFooter"
#define MATTRA_DOCX_EMPTY_FOOTER   "rIdNoFooter"
#define MATTRA_DOCX_PICTURE        "rIdPicture"

/**
 * MattraDocxFont:
 * @points: the size in points of TH Sarabun
 * @bold: whether it is bold
 *
 * How text is set.
 */
typedef struct
{
  double   points;
  gboolean bold;
} MattraDocxFont;

/**
 * MattraDocxTab:
 * @at: where it stands, from the left margin
 * @right: whether text before it ends there
 * @dotted: whether dots lead to it
 *
 * A tab stop.
 */
typedef struct
{
  int      at;
  gboolean right;
  gboolean dotted;
} MattraDocxTab;

/* The outline's level of a paragraph that is not in it. */
#define MATTRA_DOCX_NO_LEVEL -1

/**
 * MattraDocxParagraph:
 * @style: (nullable): its style; %NULL for that of all text
 * @font: the size and weight of its mark, which set the height of an empty paragraph
 * @keep: whether it stays on the page where the next paragraph begins
 * @ruled: whether a rule stands below it
 * @tabs: (nullable): its tab stops
 * @n_tabs: how many these are
 * @before: the room above it
 * @after: the room below it
 * @line: the height of its lines; 0 for that of the style
 * @exact: whether they are no higher whatever stands in them
 * @left: how far it stands from the left margin
 * @right: how far it stands from the right margin
 * @first: how much further its first line does; negative where the others hang
 * @jc: (nullable): how its lines stand, in Word's words
 * @in_outline: whether the outline has it, where its style does not say so
 *
 * How a paragraph stands.
 */
typedef struct
{
  const char          *style;
  MattraDocxFont       font;
  gboolean             keep;
  gboolean             ruled;
  const MattraDocxTab *tabs;
  guint                n_tabs;
  int                  before;
  int                  after;
  int                  line;
  gboolean             exact;
  int                  left;
  int                  right;
  int                  first;
  const char          *jc;
  gboolean             in_outline;
} MattraDocxParagraph;

/**
 * MattraDocxSection:
 * @style: the paper
 * @first: the index of its first block
 * @end: the index behind its last one
 * @cover: whether it is a cover
 * @numbered_anew: whether its pages are counted from 1
 *
 * Pages of one paper. A cover is a section of its own.
 */
typedef struct
{
  MattraPageStyle style;
  guint           first;
  guint           end;
  gboolean        cover;
  gboolean        numbered_anew;
} MattraDocxSection;

/**
 * MattraDocx:
 * @document: what is written
 * @typesetter: what measures text
 * @watch: (nullable): who waits
 * @n_rows: about how many rows it has; 0 where that is not known
 * @n_written: how many of them are written
 * @package: where it goes
 * @xml: the part being written
 * @scratch: lines, used as scratch
 * @sections: (element-type MattraDocxSection): the sections
 * @section: the one being written
 * @block: the index of the block being written
 * @pictures: (element-type GBytes): the pictures of the file, each once
 * @n_drawings: how many places show one
 * @space: the room to be left above what comes next
 * @behind_table: whether a table was written last, behind which none may follow at once
 * @closes: (nullable): the section that ends with the next paragraph
 *
 * A Word document being written.
 */
typedef struct
{
  MattraDocument          *document;
  MattraTypesetter        *typesetter;
  const MattraWatch       *watch;
  gsize                    n_rows;
  gsize                    n_written;
  MattraDocxPackage       *package;
  xmlTextWriter           *xml;
  MattraLines             *scratch;
  GArray                  *sections;
  const MattraDocxSection *section;
  guint                    block;
  GPtrArray               *pictures;
  guint                    n_drawings;
  int                      space;
  gboolean                 behind_table;
  const MattraDocxSection *closes;
} MattraDocx;

/* mattra-docx.c */
gboolean mattra_docx_tell            (MattraDocx                *self,
                                      GError                   **error);

/* mattra-docx-text.c: elements, paragraphs, runs */
void     mattra_docx_begin           (MattraDocx                *self,
                                      const char                *name);
void     mattra_docx_end             (MattraDocx                *self);
void     mattra_docx_attribute       (MattraDocx                *self,
                                      const char                *name,
                                      const char                *value);
void     mattra_docx_number          (MattraDocx                *self,
                                      const char                *name,
                                      gint64                     value);
void     mattra_docx_mark            (MattraDocx                *self,
                                      const char                *name);
void     mattra_docx_value           (MattraDocx                *self,
                                      const char                *name,
                                      const char                *value);
void     mattra_docx_value_number    (MattraDocx                *self,
                                      const char                *name,
                                      gint64                     value);
void     mattra_docx_font            (MattraDocx                *self,
                                      const MattraDocxFont      *font,
                                      gboolean                   complex_script);
void     mattra_docx_begin_paragraph (MattraDocx                *self,
                                      const MattraDocxParagraph *paragraph);
void     mattra_docx_text            (MattraDocx                *self,
                                      const MattraDocxFont      *font,
                                      const char                *text,
                                      gsize                      length);
void     mattra_docx_box             (MattraDocx                *self,
                                      const MattraDocxFont      *font,
                                      const char                *box);
void     mattra_docx_tab             (MattraDocx                *self,
                                      const MattraDocxFont      *font);
void     mattra_docx_field           (MattraDocx                *self,
                                      const MattraDocxFont      *font,
                                      const char                *instruction,
                                      const char                *shown);
void     mattra_docx_border          (MattraDocx                *self,
                                      const char                *side);
void     mattra_docx_gap             (MattraDocx                *self,
                                      int                        height,
                                      gboolean                   keep);
void     mattra_docx_style           (MattraDocxParagraph       *paragraph,
                                      const char                *style,
                                      double                     points,
                                      gboolean                   bold);
int      mattra_docx_pitch           (double                     points);
int      mattra_docx_measure         (MattraDocx                *self,
                                      const MattraDocxFont      *font,
                                      const char                *text,
                                      GError                   **error);

gboolean mattra_docx_narrow          (MattraDocx                *self,
                                      MattraDocxParagraph       *paragraph,
                                      const MattraDocxFont      *font,
                                      const char                *text,
                                      GError                   **error);

/* mattra-docx-styles.c: parts that are the same in each file */
void     mattra_docx_write_styles    (MattraDocx                *self);
void     mattra_docx_write_settings  (MattraDocx                *self);
void     mattra_docx_write_fonts     (MattraDocx                *self);

/* mattra-docx-section.c: paper, and what repeats on each page */
gboolean mattra_docx_plan_sections   (MattraDocx                *self,
                                      GError                   **error);
void     mattra_docx_write_section   (MattraDocx                *self,
                                      const MattraDocxSection   *section);
void     mattra_docx_write_wide_header
                                     (MattraDocx                *self);
void     mattra_docx_write_upright_header
                                     (MattraDocx                *self);
void     mattra_docx_write_empty_header
                                     (MattraDocx                *self);
void     mattra_docx_write_footer    (MattraDocx                *self);
void     mattra_docx_write_empty_footer
                                     (MattraDocx                *self);
int      mattra_docx_text_width      (const MattraDocx          *self);

/* mattra-docx-picture.c */
gboolean mattra_docx_draw            (MattraDocx                *self,
                                      GBytes                    *picture,
                                      int                        widest,
                                      int                        highest,
                                      gboolean                   floating,
                                      const char                *says,
                                      GError                   **error);
void     mattra_docx_name_picture    (const MattraDocx          *self,
                                      guint                      index,
                                      char                      *name,
                                      gsize                      size);

/* mattra-docx-block.c: what is neither table nor signature */
gboolean mattra_docx_write_text      (MattraDocx                *self,
                                      const MattraBlock         *block,
                                      GError                   **error);
gboolean mattra_docx_write_space     (MattraDocx                *self,
                                      const MattraBlock         *block,
                                      GError                   **error);
gboolean mattra_docx_write_divider   (MattraDocx                *self,
                                      const MattraBlock         *block,
                                      GError                   **error);
gboolean mattra_docx_write_letterhead
                                     (MattraDocx                *self,
                                      const MattraBlock         *block,
                                      GError                   **error);
gboolean mattra_docx_write_fields    (MattraDocx                *self,
                                      const MattraBlock         *block,
                                      GError                   **error);
gboolean mattra_docx_write_choices   (MattraDocx                *self,
                                      const MattraBlock         *block,
                                      GError                   **error);
gboolean mattra_docx_is_signed       (MattraDocx                *self);

/* mattra-docx-table.c */
void     mattra_docx_begin_table     (MattraDocx                *self,
                                      const int                 *widths,
                                      guint                      n_columns,
                                      gboolean                   ruled,
                                      int                        padding);
void     mattra_docx_end_table       (MattraDocx                *self);
void     mattra_docx_begin_row       (MattraDocx                *self,
                                      gboolean                   whole,
                                      int                        height,
                                      gboolean                   head);
void     mattra_docx_begin_cell      (MattraDocx                *self,
                                      int                        width,
                                      guint                      span,
                                      gboolean                   filled,
                                      const char                *v_align);
gboolean mattra_docx_write_cover     (MattraDocx                *self,
                                      const MattraBlock         *block,
                                      GError                   **error);
gboolean mattra_docx_write_table     (MattraDocx                *self,
                                      const MattraBlock         *block,
                                      GError                   **error);

/* mattra-docx-signatures.c */
gboolean mattra_docx_write_signatures
                                     (MattraDocx                *self,
                                      const MattraBlock         *block,
                                      GError                   **error);

G_END_DECLS
