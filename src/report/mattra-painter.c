/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-painter.h"

#include <string.h>

#include "mattra-code.h"
#include "mattra-layout-private.h"
#include "mattra-picture.h"

#define RULE_WIDTH 0.5

/* A dotted line to write on: round dots of that width, so far apart, in points. */
#define DOT_WIDTH 0.9
#define DOT_STEP 3.0
#define HEAD_GREY 0.9

/* Which part of a bar is hatched, and how far apart the strokes are, in points. */
#define HATCHED 2
#define HATCH_STEP 2.5

/* Sizes in points of TH Sarabun, and where the page's own lines stand: from the paper's edges, in millimetres. */
#define NUMBER_POINTS 16
#define SMALL_POINTS 9
#define SMALL_BASELINE 10

#define FINGERPRINT_DIGITS 16

/* The code in the bottom margin of the last page, and the white around it, in millimetres. */
#define CODE_SIDE 13
#define CODE_BOTTOM 5
#define CODE_EDGE 3
#define CODE_FINGERPRINT "{fingerprint}"

static const char *const tag_names[] = {
  [MATTRA_TAG_H1] = "H1",
  [MATTRA_TAG_P] = "P",
  [MATTRA_TAG_TABLE] = "Table",
  [MATTRA_TAG_TR] = "TR",
  [MATTRA_TAG_TH] = "TH",
  [MATTRA_TAG_TD] = "TD",
};

/* A page being drawn. Text is gathered and shown in as few calls as can be: each costs Cairo much. */
typedef struct
{
  MattraLayout     *layout;
  MattraTypesetter *typesetter;
  MattraPaint       paint;
  cairo_t          *cr;
  double            size;
  GArray           *glyphs;
  GArray           *clusters;
  GByteArray       *text;
  GArray           *shapes;
  GArray           *special;
} Painter;

static void
flush_shapes (Painter *self)
{
  if (self->shapes->len == 0)
    return;

  cairo_new_path (self->cr);
  cairo_glyph_path (self->cr, (const cairo_glyph_t *) (void *) self->shapes->data, (int) self->shapes->len);
  cairo_fill (self->cr);
  g_array_set_size (self->shapes, 0);
}

static void
flush_text (Painter *self)
{
  flush_shapes (self);
  if (self->glyphs->len == 0)
    return;

  cairo_show_text_glyphs (self->cr, (const char *) self->text->data, (int) self->text->len,
                          (const cairo_glyph_t *) (void *) self->glyphs->data, (int) self->glyphs->len,
                          (const cairo_text_cluster_t *) (void *) self->clusters->data, (int) self->clusters->len, 0);
  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->clusters, 0);
  g_byte_array_set_size (self->text, 0);
}

static void
set_font (Painter    *self,
          MattraFace  face,
          int         size)
{
  flush_text (self);
  self->size = (double) size / MATTRA_POINT;
  cairo_set_font_face (self->cr, mattra_typesetter_get_font_face (self->typesetter, face));
  cairo_set_font_size (self->cr, self->size);
}

/* Shows a glyph of which only the lower part is to be seen. */
static void
show_lower_part (Painter             *self,
                 const cairo_glyph_t *glyph,
                 const char          *text,
                 int                  bytes)
{
  cairo_text_cluster_t cluster = { bytes, 1 };
  double top = glyph->y - MATTRA_LOWER_PART * self->size / MATTRA_UNITS_PER_EM;

  flush_text (self);
  cairo_save (self->cr);
  cairo_new_path (self->cr);
  cairo_rectangle (self->cr, glyph->x - self->size, top, 3 * self->size, glyph->y + self->size - top);
  cairo_clip (self->cr);
  cairo_show_text_glyphs (self->cr, text, bytes, glyph, 1, &cluster, 1, 0);
  cairo_restore (self->cr);
}

static void
add_special_glyph (Painter             *self,
                   const MattraGlyph   *glyph,
                   const cairo_glyph_t *to,
                   const char          *text)
{
  cairo_text_cluster_t cluster = { glyph->bytes, glyph->glyphs };

  if (glyph->special == MATTRA_GLYPH_LOWER)
    {
      show_lower_part (self, to, text, glyph->bytes);
      return;
    }
  if (glyph->special == MATTRA_GLYPH_SHAPE)
    {
      g_array_append_val (self->shapes, *to);
      return;
    }
  g_array_append_val (self->glyphs, *to);
  if (cluster.num_glyphs > 0)
    {
      g_array_append_val (self->clusters, cluster);
      g_byte_array_append (self->text, (const guint8 *) text, (guint) cluster.num_bytes);
    }
}

static void
add_special_piece (Painter             *self,
                   const MattraPiece   *piece,
                   const cairo_glyph_t *to)
{
  const MattraGlyph *glyphs = mattra_typesetter_get_glyphs (self->typesetter, piece);
  const char *text = mattra_typesetter_get_text (self->typesetter, piece);

  for (guint i = 0; i < piece->n_glyphs; i++)
    {
      add_special_glyph (self, &glyphs[i], &to[i], text);
      text += glyphs[i].bytes;
    }
}

static void
add_clusters (Painter           *self,
              const MattraPiece *piece)
{
  const MattraGlyph *glyphs = mattra_typesetter_get_glyphs (self->typesetter, piece);
  guint n = self->clusters->len;
  cairo_text_cluster_t *cluster;

  g_array_set_size (self->clusters, n + piece->n_glyphs);
  cluster = &g_array_index (self->clusters, cairo_text_cluster_t, n);
  for (guint i = 0; i < piece->n_glyphs; i++)
    if (glyphs[i].glyphs > 0)
      {
        cluster->num_bytes = glyphs[i].bytes;
        cluster->num_glyphs = glyphs[i].glyphs;
        cluster++;
        n++;
      }
  g_array_set_size (self->clusters, n);
  g_byte_array_append (self->text, (const guint8 *) mattra_typesetter_get_text (self->typesetter, piece),
                       piece->bytes);
}

/* Adds a piece at (@x, @y); gives how many font units it takes. */
static int
add_piece (Painter           *self,
           const MattraPiece *piece,
           double             x,
           double             y,
           int                spread)
{
  const MattraGlyph *glyphs = mattra_typesetter_get_glyphs (self->typesetter, piece);
  GArray *array = piece->special ? self->special : self->glyphs;
  double scale = self->size / MATTRA_UNITS_PER_EM;
  guint first = array->len;
  cairo_glyph_t *to;
  int added = 0;

  g_array_set_size (array, first + piece->n_glyphs);
  to = &g_array_index (array, cairo_glyph_t, first);
  for (guint i = 0; i < piece->n_glyphs; i++)
    {
      if (!glyphs[i].mark && i > 0)
        added += spread;
      to[i].index = glyphs[i].glyph;
      to[i].x = x + (glyphs[i].x + added) * scale;
      to[i].y = y - glyphs[i].rise * scale;
    }
  if (piece->special)
    {
      add_special_piece (self, piece, to);
      g_array_set_size (array, 0);
    }
  else
    add_clusters (self, piece);
  return piece->advance + added + spread;
}

static void
draw_text (Painter          *self,
           const MattraOp   *op,
           MattraPageReader *reader)
{
  double x = (double) op->x / MATTRA_POINT;
  double y = (double) op->y / MATTRA_POINT;
  double scale = self->size / MATTRA_UNITS_PER_EM;
  int units = 0;

  for (int i = 0; i < op->a; i++)
    {
      const MattraPiece *piece = mattra_typesetter_get_piece (self->typesetter, mattra_page_reader_piece (reader));

      units += add_piece (self, piece, x + units * scale, y, op->b);
    }
}

static void
draw_rule (Painter        *self,
           const MattraOp *op)
{
  cairo_move_to (self->cr, (double) op->x / MATTRA_POINT, (double) op->y / MATTRA_POINT);
  cairo_line_to (self->cr, (double) op->a / MATTRA_POINT, (double) op->b / MATTRA_POINT);
}

static void
draw_dots (Painter        *self,
           const MattraOp *op)
{
  const double dashes[] = { 0, DOT_STEP };

  flush_text (self);
  cairo_save (self->cr);
  cairo_new_path (self->cr);
  /* From the right end on: below one another the lines end alike, whatever stands before their dots. */
  cairo_move_to (self->cr, (double) op->a / MATTRA_POINT, (double) op->b / MATTRA_POINT);
  cairo_line_to (self->cr, (double) op->x / MATTRA_POINT, (double) op->y / MATTRA_POINT);
  cairo_set_line_width (self->cr, DOT_WIDTH);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
draw_fill (Painter        *self,
           const MattraOp *op)
{
  cairo_save (self->cr);
  cairo_new_path (self->cr);
  cairo_set_source_rgb (self->cr, HEAD_GREY, HEAD_GREY, HEAD_GREY);
  cairo_rectangle (self->cr, (double) op->x / MATTRA_POINT, (double) op->y / MATTRA_POINT,
                   (double) op->a / MATTRA_POINT, (double) op->b / MATTRA_POINT);
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

/* Parts of a bar, told apart also where all is grey: the third is hatched. */
static void
draw_bar (Painter        *self,
          const MattraOp *op)
{
  static const double greys[] = { 0.25, 0.58, 1, 0.86, 1 };
  int part = (int) op->kind - MATTRA_OP_BAR;
  double x = (double) op->x / MATTRA_POINT;
  double y = (double) op->y / MATTRA_POINT;
  double width = (double) op->a / MATTRA_POINT;
  double height = (double) op->b / MATTRA_POINT;

  flush_text (self);
  cairo_save (self->cr);
  cairo_new_path (self->cr);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_set_source_rgb (self->cr, greys[part], greys[part], greys[part]);
  cairo_fill_preserve (self->cr);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  cairo_set_line_width (self->cr, RULE_WIDTH);
  cairo_stroke_preserve (self->cr);
  cairo_clip (self->cr);
  for (double at = -height; part == HATCHED && at < width; at += HATCH_STEP)
    {
      cairo_move_to (self->cr, x + at, y + height);
      cairo_line_to (self->cr, x + at + height, y);
    }
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
draw_picture (Painter        *self,
              const MattraOp *op)
{
  guint64 index = g_ascii_strtoull (op->c, NULL, 10);
  const MattraBlock *block = g_ptr_array_index (self->layout->document->blocks, (guint) index);
  cairo_surface_t *picture = mattra_picture_decode (mattra_block_get_picture (block), NULL);
  double scale, width;

  if (picture == NULL)
    return;

  scale = (double) op->a / MATTRA_POINT / cairo_image_surface_get_height (picture);
  width = cairo_image_surface_get_width (picture) * scale;
  cairo_save (self->cr);
  cairo_new_path (self->cr);
  cairo_translate (self->cr, (double) op->x / MATTRA_POINT - width / 2, (double) op->y / MATTRA_POINT);
  cairo_scale (self->cr, scale, scale);
  cairo_set_source_surface (self->cr, picture, 0, 0);
  /* A file that is kept must not leave it to its reader to invent pixels, as Cairo asks for with any other filter. */
  if (self->paint != MATTRA_PAINT_PLAIN)
    cairo_pattern_set_filter (cairo_get_source (self->cr), CAIRO_FILTER_NEAREST);
  /* Not cairo_paint(): as the first thing on a page it makes Cairo forget the tags that were begun there. */
  cairo_rectangle (self->cr, 0, 0, cairo_image_surface_get_width (picture),
                   cairo_image_surface_get_height (picture));
  cairo_fill (self->cr);
  cairo_restore (self->cr);
  cairo_surface_destroy (picture);
}

static void
begin_link (Painter    *self,
            const char *uri)
{
  g_autofree char *attributes = g_strdup_printf ("uri='%s'", uri);

  flush_text (self);
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
}

static void
end_tag (Painter    *self,
         const char *name)
{
  flush_text (self);
  cairo_tag_end (self->cr, name);
}

/* The tags that are open; pages close what they open. */
typedef struct
{
  MattraTag open[8];
  guint     n;
} TagStack;

static void
draw_tag (Painter        *self,
          const MattraOp *op,
          TagStack       *tags)
{
  if (self->paint != MATTRA_PAINT_TAGS)
    return;

  if (op->kind == MATTRA_OP_TAG)
    {
      g_assert (tags->n < G_N_ELEMENTS (tags->open));
      tags->open[tags->n++] = (MattraTag) op->a;
      flush_text (self);
      cairo_tag_begin (self->cr, tag_names[op->a], NULL);
    }
  else
    {
      g_assert (tags->n > 0);
      end_tag (self, tag_names[tags->open[--tags->n]]);
    }
}

static void
draw_op (Painter          *self,
         const MattraOp   *op,
         MattraPageReader *reader,
         TagStack         *tags)
{
  if (op->kind >= MATTRA_OP_BAR)
    {
      draw_bar (self, op);
      return;
    }
  switch (op->kind)
    {
    case MATTRA_OP_FONT:
      set_font (self, (MattraFace) op->a, op->b);
      break;
    case MATTRA_OP_TEXT:
      draw_text (self, op, reader);
      break;
    case MATTRA_OP_DOTS:
      draw_dots (self, op);
      break;
    case MATTRA_OP_FILL:
      draw_fill (self, op);
      break;
    case MATTRA_OP_PICTURE:
      draw_picture (self, op);
      break;
    case MATTRA_OP_TAG:
    case MATTRA_OP_TAG_END:
      draw_tag (self, op, tags);
      break;
    case MATTRA_OP_LINK:
      if (self->paint != MATTRA_PAINT_PLAIN)
        begin_link (self, op->c);
      break;
    case MATTRA_OP_LINK_END:
      if (self->paint != MATTRA_PAINT_PLAIN)
        end_tag (self, CAIRO_TAG_LINK);
      break;
    case MATTRA_OP_RULE:
    case MATTRA_OP_SIGNING:
    case MATTRA_OP_BAR:
    case MATTRA_OP_BAR_LAST:
    case MATTRA_OP_END:
      break;
    }
}

/* Draws all rules of a page at once. */
static void
draw_rules (Painter      *self,
            const guint8 *bytes)
{
  MattraPageReader reader;
  MattraOp op;

  mattra_page_reader_init (&reader, bytes);
  cairo_new_path (self->cr);
  for (mattra_page_reader_next (&reader, &op); op.kind != MATTRA_OP_END; mattra_page_reader_next (&reader, &op))
    if (op.kind == MATTRA_OP_RULE)
      draw_rule (self, &op);
    else if (op.kind == MATTRA_OP_TEXT)
      for (int i = 0; i < op.a; i++)
        mattra_page_reader_piece (&reader);
  cairo_set_line_width (self->cr, RULE_WIDTH);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_SQUARE);
  cairo_stroke (self->cr);
}

static void
draw_ops (Painter      *self,
          const guint8 *bytes)
{
  MattraPageReader reader;
  MattraOp op;
  TagStack tags = { 0 };

  mattra_page_reader_init (&reader, bytes);
  for (mattra_page_reader_next (&reader, &op); op.kind != MATTRA_OP_END; mattra_page_reader_next (&reader, &op))
    draw_op (self, &op, &reader, &tags);
  flush_text (self);
}

/* Draws one of the page's own lines: @at is where it begins, is in the middle or ends, for @align 0, 0.5 or 1. */
static void
draw_own_line (Painter    *self,
               const char *text,
               double      points,
               double      at,
               double      baseline,
               double      align)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (MattraToken));
  MattraSetting setting = mattra_setting (self->typesetter, MATTRA_FACE_REGULAR, points);
  double scale, x;
  int units = 0;

  if (!mattra_typesetter_tokenize_finely (self->typesetter, MATTRA_FACE_REGULAR, text, strlen (text), tokens, NULL))
    return;

  set_font (self, MATTRA_FACE_REGULAR, setting.size);
  scale = self->size / MATTRA_UNITS_PER_EM;
  for (guint i = 0; i < tokens->len; i++)
    units += g_array_index (tokens, MattraToken, i).advance;
  x = at - units * scale * align;
  for (guint i = 0; i < tokens->len; i++)
    {
      const MattraToken *token = &g_array_index (tokens, MattraToken, i);

      x += add_piece (self, mattra_typesetter_get_piece (self->typesetter, token->piece), x, baseline, 0) * scale;
    }
  flush_text (self);
}

/* Writes a number in the document's digits. */
static char *
format_number (MattraLayout *layout,
               guint         number)
{
  g_autofree char *western = g_strdup_printf ("%u", number);
  GString *thai;

  if (!layout->document->thai_digits)
    return g_steal_pointer (&western);

  thai = g_string_new (NULL);
  for (const char *p = western; *p != '\0'; p++)
    g_string_append_unichar (thai, 0x0e50 + (gunichar) (*p - '0'));
  return g_string_free (thai, FALSE);
}

static void
draw_page_number (Painter          *self,
                  const MattraPage *page)
{
  g_autofree char *number = format_number (self->layout, page->number);
  g_autofree char *text = g_strdup_printf ("- %s -", number);
  int baseline = page->width > page->height ? MATTRA_WIDE_NUMBER_BASELINE : MATTRA_NUMBER_BASELINE;

  if (page->number > 1 && !page->letter)
    draw_own_line (self, text, NUMBER_POINTS, (page->left + page->right) / 2.0 / MATTRA_POINT,
                   (double) MATTRA_MM (baseline) / MATTRA_POINT, 0.5);
}

/* Draws the code into the right end of the bottom margin; gives how much of the small line it takes. */
static double
draw_code (Painter          *self,
           const MattraPage *page,
           guint             index)
{
  const char *code = self->layout->document->code;
  const char *fingerprint = mattra_layout_get_fingerprint (self->layout);
  double side = (double) MATTRA_MM (CODE_SIDE) / MATTRA_POINT;
  double bottom = (double) (page->height - MATTRA_MM (CODE_BOTTOM)) / MATTRA_POINT;
  g_autoptr (GString) text = NULL;

  if (code == NULL || fingerprint == NULL || index + 1 != mattra_layout_get_n_pages (self->layout))
    return 0;

  text = g_string_new (code);
  g_string_replace (text, CODE_FINGERPRINT, fingerprint, 0);
  if (!mattra_code_draw (self->cr, text->str, (double) page->right / MATTRA_POINT - side, bottom - side, side))
    return 0;
  return side + (double) MATTRA_MM (CODE_EDGE) / MATTRA_POINT;
}

static void
draw_small_line (Painter          *self,
                 const MattraPage *page,
                 guint             index,
                 double            taken)
{
  const char *version = self->layout->document->version;
  double baseline = (double) (page->height - MATTRA_MM (SMALL_BASELINE)) / MATTRA_POINT;
  g_autofree char *number = format_number (self->layout, index + 1);
  g_autofree char *total = mattra_layout_is_done (self->layout)
                             ? format_number (self->layout, mattra_layout_get_n_pages (self->layout)) : g_strdup ("…");
  const char *fingerprint = mattra_layout_get_fingerprint (self->layout);
  g_autofree char *place = g_strdup_printf ("%s/%s", number, total);
  g_autofree char *mark = NULL;

  if (version == NULL)
    return;
  mark = g_strdup_printf ("%s %.*s", version, FINGERPRINT_DIGITS, fingerprint ? fingerprint : "…");
  draw_own_line (self, mark, SMALL_POINTS, (double) page->left / MATTRA_POINT, baseline, 0);
  draw_own_line (self, place, SMALL_POINTS, (double) page->right / MATTRA_POINT - taken, baseline, 1);
}

static void
set_up_text (cairo_t *cr)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

/**
 * mattra_painter_draw_page:
 * @layout: a layout
 * @page: the index of one of its pages
 * @paint: what of it is drawn
 * @cr: where to draw, scaled so that a unit is a point
 *
 * Draws a page: on paper, in a file or on the screen.
 */
void
mattra_painter_draw_page (MattraLayout *layout,
                          guint         page,
                          MattraPaint   paint,
                          cairo_t      *cr)
{
  Painter self = { .layout = layout, .paint = paint, .cr = cr };
  const MattraPage *found;
  double taken;

  g_return_if_fail (layout != NULL && cr != NULL);
  g_return_if_fail (page < layout->flow->pages->len);

  found = &g_array_index (layout->flow->pages, MattraPage, page);
  self.typesetter = layout->flow->typesetter;
  self.glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self.clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  self.text = g_byte_array_new ();
  self.shapes = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self.special = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));

  cairo_save (cr);
  set_up_text (cr);
  if (!found->cover)
    draw_page_number (&self, found);
  draw_ops (&self, found->bytes);
  draw_rules (&self, found->bytes);
  taken = draw_code (&self, found, page);
  if (!found->cover)
    draw_small_line (&self, found, page, taken);
  cairo_restore (cr);

  g_array_unref (self.glyphs);
  g_array_unref (self.clusters);
  g_byte_array_unref (self.text);
  g_array_unref (self.shapes);
  g_array_unref (self.special);
}
