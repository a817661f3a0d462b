/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mattra-lines.h"

G_BEGIN_DECLS

/**
 * MattraTag:
 * @MATTRA_TAG_H1: a heading
 * @MATTRA_TAG_P: a paragraph
 * @MATTRA_TAG_TABLE: a table
 * @MATTRA_TAG_TR: a row
 * @MATTRA_TAG_TH: a head cell
 * @MATTRA_TAG_TD: a cell
 *
 * What a part of a page is, for those who have it read to them.
 */
typedef enum
{
  MATTRA_TAG_H1,
  MATTRA_TAG_P,
  MATTRA_TAG_TABLE,
  MATTRA_TAG_TR,
  MATTRA_TAG_TH,
  MATTRA_TAG_TD,
} MattraTag;

/**
 * MattraOpKind:
 * @MATTRA_OP_END: the page's end
 * @MATTRA_OP_FONT: @a face, @b size
 * @MATTRA_OP_TEXT: pieces from (@x, @y) on: @a how many, @b what is added behind each cluster in font units
 * @MATTRA_OP_RULE: a thin line from (@x, @y) to (@a, @b)
 * @MATTRA_OP_DOTS: a dotted line from (@x, @y) to (@a, @b), to be written on
 * @MATTRA_OP_FILL: a grey ground at (@x, @y), @a wide and @b high
 * @MATTRA_OP_PICTURE: the picture @c at (@x, @y), @a high
 * @MATTRA_OP_TAG: a part begins that is @a
 * @MATTRA_OP_TAG_END: it ends
 * @MATTRA_OP_LINK: a link to @c begins
 * @MATTRA_OP_LINK_END: it ends
 * @MATTRA_OP_SIGNING: @c signs at (@x, @y), @a wide and @b high; nothing is drawn
 * @MATTRA_OP_BAR: the first part of a bar at (@x, @y), @a wide and @b high
 * @MATTRA_OP_BAR_LAST: the last part; those between have the kinds between
 *
 * What is done on a page.
 */
typedef enum
{
  MATTRA_OP_END,
  MATTRA_OP_FONT,
  MATTRA_OP_TEXT,
  MATTRA_OP_RULE,
  MATTRA_OP_DOTS,
  MATTRA_OP_FILL,
  MATTRA_OP_PICTURE,
  MATTRA_OP_TAG,
  MATTRA_OP_TAG_END,
  MATTRA_OP_LINK,
  MATTRA_OP_LINK_END,
  MATTRA_OP_SIGNING,
  MATTRA_OP_BAR,
  MATTRA_OP_BAR_LAST = MATTRA_OP_BAR + 4,
} MattraOpKind;

/**
 * MattraOp:
 *
 * One thing done on a page; places in hundredths of a point from the page's upper left corner.
 */
typedef struct
{
  MattraOpKind  kind;
  int           x;
  int           y;
  int           a;
  int           b;
  const char   *c;
} MattraOp;

/**
 * MattraPageWriter:
 * @bytes: what is done on the page so far
 *
 * Writes a page in a few bytes: words by their number in the typesetter, places by their distance from the last.
 */
typedef struct
{
  GByteArray *bytes;
  int         x;
  int         y;
  int         face;
  int         size;
} MattraPageWriter;

void mattra_page_writer_begin    (MattraPageWriter    *self);
gboolean mattra_page_writer_is_like (const MattraPageWriter *self,
                                     const MattraPageWriter *other);
void mattra_page_writer_font     (MattraPageWriter    *self,
                                  const MattraSetting *setting);
void mattra_page_writer_text     (MattraPageWriter    *self,
                                  int                  x,
                                  int                  y,
                                  const MattraToken   *tokens,
                                  guint                n,
                                  int                  spread);
void mattra_page_writer_shape    (MattraPageWriter    *self,
                                  MattraOpKind         kind,
                                  int                  x,
                                  int                  y,
                                  int                  a,
                                  int                  b);
void mattra_page_writer_picture  (MattraPageWriter    *self,
                                  int                  x,
                                  int                  y,
                                  int                  height,
                                  const char          *name);
void mattra_page_writer_tag      (MattraPageWriter    *self,
                                  MattraTag            tag);
void mattra_page_writer_tag_end  (MattraPageWriter    *self);
void mattra_page_writer_link     (MattraPageWriter    *self,
                                  const char          *uri);
void mattra_page_writer_link_end (MattraPageWriter    *self);
void mattra_page_writer_signing  (MattraPageWriter    *self,
                                  int                  x,
                                  int                  y,
                                  int                  width,
                                  int                  height,
                                  const char          *label);

/**
 * MattraPageReader:
 *
 * Reads what a #MattraPageWriter wrote.
 */
typedef struct
{
  const guint8 *p;
  int           x;
  int           y;
} MattraPageReader;

void  mattra_page_reader_init  (MattraPageReader *self,
                                const guint8     *bytes);
void  mattra_page_reader_next  (MattraPageReader *self,
                                MattraOp         *op);
guint mattra_page_reader_piece (MattraPageReader *self);

G_END_DECLS
