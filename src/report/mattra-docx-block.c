/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-docx-private.h"

#include <string.h>

#include "mattra-flow.h"

/* Official letters: the first line is indented by 2.5 cm. */
#define FIRST_LINE_INDENT MATTRA_MM (25)

/* The title of a memo, 29 points, stands in a line of exactly 35 (domain.md 2.3). */
#define TITLE_LINE (35.0 / 29)

/* The room above and below a divider, in points. */
#define DIVIDER_ROOM 8

/* An emblem beside a title is no wider than this part of the line. */
#define WIDEST_BESIDE_TITLE 0.22

/* How high a line of TH Sarabun is by itself: so many times its size. */
#define NATURAL_LINE 1.13

/* Between a label and its value, and before a dotted line: a part of the size. */
#define GAP 0.25

/* Between a box and its text, where no line ends; and between the choices. */
#define HARD_SPACE "\u00a0"
#define WIDE_SPACE "\u2003"

static const MattraBlock *
get_block (const MattraDocx *self,
           guint             index)
{
  return index < self->document->blocks->len ? g_ptr_array_index (self->document->blocks, index) : NULL;
}

/*< private >
 * mattra_docx_is_signed:
 * @self: a document
 *
 * Returns: whether signatures follow the block being written, with nothing but room, fields and boxes between: it then
 *   stays on their page
 */
gboolean
mattra_docx_is_signed (MattraDocx *self)
{
  const MattraBlock *block;

  for (guint i = self->block + 1; (block = get_block (self, i)) != NULL; i++)
    switch (block->kind)
      {
      case MATTRA_BLOCK_SIGNATURES:
        return TRUE;
      case MATTRA_BLOCK_SPACE:
      case MATTRA_BLOCK_FIELDS:
      case MATTRA_BLOCK_CHOICES:
        break;
      default:
        return FALSE;
      }
  return FALSE;
}

/* Above a table stands as much room as above a paragraph, but a table has none of its own. */
static int
room_below (const MattraDocx *self)
{
  const MattraBlock *next = get_block (self, self->block + 1);

  return next && next->kind == MATTRA_BLOCK_TABLE && self->block + 1 < self->section->end ? MATTRA_DOCX_GAP : 0;
}

static void
align (const MattraDocx    *self,
       MattraDocxParagraph *paragraph,
       MattraAlignment      alignment)
{
  if (alignment == MATTRA_ALIGN_SIGNATURE)
    paragraph->left = (int) (mattra_docx_text_width (self) * MATTRA_SIGNATURE_LEFT);
  if (alignment == MATTRA_ALIGN_CENTRE || alignment == MATTRA_ALIGN_SIGNATURE)
    paragraph->jc = "center";
  else if (alignment == MATTRA_ALIGN_DISTRIBUTED)
    paragraph->jc = "thaiDistribute";
}

gboolean
mattra_docx_write_text (MattraDocx         *self,
                        const MattraBlock  *block,
                        GError            **error)
{
  const MattraText *text = (const MattraText *) block;
  gboolean heading = block->kind == MATTRA_BLOCK_HEADING;
  const MattraDocxFont font = { text->points, heading };
  MattraDocxParagraph paragraph;

  if (!heading)
    mattra_docx_style (&paragraph, MATTRA_DOCX_STYLE_BODY, text->points, FALSE);
  else if (text->alignment == MATTRA_ALIGN_CENTRE)
    mattra_docx_style (&paragraph, MATTRA_DOCX_STYLE_HEADING, text->points, TRUE);
  else
    mattra_docx_style (&paragraph, MATTRA_DOCX_STYLE_SUBHEADING, text->points, TRUE);
  paragraph.keep = !heading && (text->kept || mattra_docx_is_signed (self));
  paragraph.first = text->indent ? FIRST_LINE_INDENT : 0;
  paragraph.after = room_below (self);
  if (!heading)
    align (self, &paragraph, text->alignment);
  else if (text->alignment == MATTRA_ALIGN_CENTRE && !mattra_docx_narrow (self, &paragraph, &font, text->text, error))
    return FALSE;
  /* A room above that is told in the paragraph takes the place of the style's. */
  if (!heading && self->space > 0)
    paragraph.before = MATTRA_DOCX_GAP;
  mattra_docx_begin_paragraph (self, &paragraph);
  mattra_docx_text (self, &font, text->text, strlen (text->text));
  mattra_docx_end (self);
  return TRUE;
}

gboolean
mattra_docx_write_space (MattraDocx         *self,
                         const MattraBlock  *block,
                         GError            **error)
{
  if (self->block > self->section->first)
    self->space += (int) (((const MattraGap *) block)->size * MATTRA_POINT);
  return TRUE;
}

/* A rule below an empty paragraph that is as long as the rule. */
gboolean
mattra_docx_write_divider (MattraDocx         *self,
                           const MattraBlock  *block,
                           GError            **error)
{
  int width = mattra_docx_text_width (self);
  int side = (width - MIN (MATTRA_MM (((const MattraGap *) block)->size), width)) / 2;
  const MattraDocxParagraph paragraph = {
    .font = { .points = 1 }, .keep = TRUE, .ruled = TRUE, .line = DIVIDER_ROOM * MATTRA_POINT, .exact = TRUE,
    .after = DIVIDER_ROOM * MATTRA_POINT, .left = side, .right = side,
  };

  mattra_docx_begin_paragraph (self, &paragraph);
  mattra_docx_end (self);
  return TRUE;
}

/* An emblem alone in the middle. */
static gboolean
write_emblem (MattraDocx              *self,
              const MattraLetterhead  *letterhead,
              GError                 **error)
{
  const MattraDocxParagraph paragraph = { .font = { .points = 1 }, .keep = TRUE, .jc = "center", .line = MATTRA_POINT };
  gboolean drawn;

  if (letterhead->picture == NULL)
    return TRUE;
  mattra_docx_begin_paragraph (self, &paragraph);
  drawn = mattra_docx_draw (self, letterhead->picture, mattra_docx_text_width (self), MATTRA_MM (letterhead->height),
                            FALSE, letterhead->says, error);
  mattra_docx_end (self);
  return drawn;
}

gboolean
mattra_docx_write_letterhead (MattraDocx         *self,
                              const MattraBlock  *block,
                              GError            **error)
{
  const MattraLetterhead *letterhead = (const MattraLetterhead *) block;
  const MattraDocxFont font = { letterhead->points, TRUE };
  int height = letterhead->picture ? MATTRA_MM (letterhead->height) : 0;
  gboolean drawn = TRUE;
  MattraDocxParagraph paragraph;

  if (letterhead->title == NULL)
    return write_emblem (self, letterhead, error);

  mattra_docx_style (&paragraph, MATTRA_DOCX_STYLE_TITLE, letterhead->points, TRUE);
  paragraph.line = (int) (letterhead->points * TITLE_LINE * MATTRA_POINT);
  paragraph.exact = paragraph.keep = paragraph.in_outline = TRUE;
  paragraph.after = MAX (height - paragraph.line, 0);
  mattra_docx_begin_paragraph (self, &paragraph);
  if (letterhead->picture)
    drawn = mattra_docx_draw (self, letterhead->picture, (int) (mattra_docx_text_width (self) * WIDEST_BESIDE_TITLE),
                              height, TRUE, NULL, error);
  mattra_docx_text (self, &font, letterhead->title, strlen (letterhead->title));
  mattra_docx_end (self);
  return drawn;
}

static int
field_start (const MattraDocx   *self,
             const MattraFields *fields,
             guint               index)
{
  int width = mattra_docx_text_width (self);

  if (index >= fields->fields->len)
    return width;
  return (int) (width * ((const MattraField *) g_ptr_array_index (fields->fields, index))->start);
}

/* Where each field's dots end, and where the next one begins. */
static guint
set_tabs (const MattraDocx   *self,
          const MattraFields *fields,
          MattraDocxTab      *tabs)
{
  int gap = (int) (fields->points * GAP * MATTRA_POINT);
  guint n = 0;

  for (guint i = 0; i < fields->fields->len; i++)
    {
      gboolean last = i + 1 == fields->fields->len;
      int next = field_start (self, fields, i + 1);

      tabs[n++] = (MattraDocxTab) { next - (last ? 0 : gap), TRUE, TRUE };
      if (!last)
        tabs[n++] = (MattraDocxTab) { next, FALSE, FALSE };
    }
  return n;
}

static void
write_field (MattraDocx         *self,
             const MattraFields *fields,
             guint               index)
{
  const MattraField *field = g_ptr_array_index (fields->fields, index);
  const MattraDocxFont label = { fields->label_points, fields->label_bold };
  const MattraDocxFont value = { .points = fields->points };

  mattra_docx_text (self, &label, field->label, strlen (field->label));
  if (*field->label != '\0')
    mattra_docx_text (self, &value, " ", 1);
  mattra_docx_text (self, &value, field->value, strlen (field->value));
  if (*field->value != '\0')
    mattra_docx_text (self, &value, " ", 1);
  mattra_docx_tab (self, &value);
}

/* How far the lines of a field that stands alone hang behind its label; -1 with an error. */
static int
measure_label (MattraDocx          *self,
               const MattraFields  *fields,
               GError             **error)
{
  const MattraField *field = g_ptr_array_index (fields->fields, 0);
  const MattraDocxFont label = { fields->label_points, fields->label_bold };
  int width;

  if (fields->fields->len > 1 || *field->label == '\0' || *field->value == '\0')
    return 0;
  width = mattra_docx_measure (self, &label, field->label, error);
  return width < 0 ? -1 : width + (int) (fields->points * GAP * MATTRA_POINT);
}

/* The lines below the first one, that nothing is written in yet. */
static void
write_open_lines (MattraDocx         *self,
                  const MattraFields *fields)
{
  const MattraDocxTab tab = { mattra_docx_text_width (self), TRUE, TRUE };
  const MattraDocxFont font = { .points = fields->points };
  guint n_lines = 1;

  for (guint i = 0; i < fields->fields->len; i++)
    n_lines = MAX (n_lines, ((const MattraField *) g_ptr_array_index (fields->fields, i))->n_lines);
  for (guint i = 1; i < n_lines; i++)
    {
      MattraDocxParagraph paragraph = {
        .font = font, .keep = TRUE, .tabs = &tab, .n_tabs = 1, .line = mattra_docx_pitch (font.points),
      };

      paragraph.keep = i + 1 < n_lines || mattra_docx_is_signed (self);
      mattra_docx_begin_paragraph (self, &paragraph);
      mattra_docx_tab (self, &font);
      mattra_docx_end (self);
    }
}

/* Labels and values in one line, dots behind them as far as the next label or the margin. */
gboolean
mattra_docx_write_fields (MattraDocx         *self,
                          const MattraBlock  *block,
                          GError            **error)
{
  const MattraFields *fields = (const MattraFields *) block;
  g_autofree MattraDocxTab *tabs = g_new0 (MattraDocxTab, 2 * fields->fields->len + 1);
  int hang = fields->fields->len > 0 ? measure_label (self, fields, error) : 0;
  MattraDocxParagraph paragraph = {
    .font = { fields->points, FALSE }, .tabs = tabs, .line = mattra_docx_pitch (fields->points), .left = hang,
    .first = -hang,
  };

  if (hang < 0)
    return FALSE;
  /* The lines are as high as the values', the first one as the labels'. */
  if (fields->label_points > fields->points)
    paragraph.before = mattra_docx_pitch (fields->label_points)
                       - (int) (fields->label_points * NATURAL_LINE * MATTRA_POINT);
  paragraph.n_tabs = set_tabs (self, fields, tabs);
  paragraph.keep = mattra_docx_is_signed (self);
  mattra_docx_begin_paragraph (self, &paragraph);
  for (guint i = 0; i < fields->fields->len; i++)
    {
      if (i > 0)
        mattra_docx_tab (self, &(const MattraDocxFont) { .points = fields->points });
      write_field (self, fields, i);
    }
  mattra_docx_end (self);
  write_open_lines (self, fields);
  return TRUE;
}

gboolean
mattra_docx_write_choices (MattraDocx         *self,
                           const MattraBlock  *block,
                           GError            **error)
{
  const MattraChoices *choices = (const MattraChoices *) block;
  const MattraDocxFont font = { .points = choices->points };
  const MattraDocxTab tab = { mattra_docx_text_width (self), TRUE, TRUE };
  MattraDocxParagraph paragraph = {
    .font = font, .tabs = &tab, .n_tabs = 1, .line = mattra_docx_pitch (font.points),
  };

  paragraph.keep = mattra_docx_is_signed (self);
  mattra_docx_begin_paragraph (self, &paragraph);
  for (guint i = 0; choices->texts[i] != NULL; i++)
    {
      const char *text = choices->texts[i];

      if (i > 0)
        mattra_docx_text (self, &font, WIDE_SPACE, strlen (WIDE_SPACE));
      mattra_docx_box (self, &font, MATTRA_ROW_BOX);
      mattra_docx_text (self, &font, HARD_SPACE, strlen (HARD_SPACE));
      mattra_docx_text (self, &font, text, strlen (text));
      if (*text == '\0')
        mattra_docx_tab (self, &font);
    }
  mattra_docx_end (self);
  return TRUE;
}
