/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-page.h"

#include <string.h>

/* Numbers are written seven bits a byte, the lowest first, with the top bit set in all but the last. */
static void
write_number (MattraPageWriter *self,
              guint32           number)
{
  guint8 bytes[5];
  guint n = 0;

  do
    {
      bytes[n++] = (guint8) ((number & 0x7f) | (number > 0x7f ? 0x80 : 0));
      number >>= 7;
    }
  while (number != 0);
  g_byte_array_append (self->bytes, bytes, n);
}

static guint32
read_number (MattraPageReader *self)
{
  guint32 number = 0;
  guint shift = 0;

  do
    number |= (guint32) (*self->p & 0x7f) << (shift++ * 7);
  while (*self->p++ & 0x80);
  return number;
}

/* The sign goes into the lowest bit, so that small numbers stay short. */
static void
write_signed (MattraPageWriter *self,
              int               number)
{
  write_number (self, ((guint32) number << 1) ^ (guint32) (number < 0 ? -1 : 0));
}

static int
read_signed (MattraPageReader *self)
{
  guint32 number = read_number (self);

  return (int) (number >> 1) ^ -(int) (number & 1);
}

static void
write_kind (MattraPageWriter *self,
            MattraOpKind      kind)
{
  guint8 byte = (guint8) kind;

  g_byte_array_append (self->bytes, &byte, 1);
}

static void
write_place (MattraPageWriter *self,
             int               x,
             int               y)
{
  write_signed (self, x - self->x);
  write_signed (self, y - self->y);
  self->x = x;
  self->y = y;
}

static void
write_string (MattraPageWriter *self,
              const char       *string)
{
  g_byte_array_append (self->bytes, (const guint8 *) string, (guint) strlen (string) + 1);
}

/**
 * mattra_page_writer_begin:
 * @self: a writer
 *
 * Begins a page without anything on it; ends none: the caller takes the bytes.
 */
void
mattra_page_writer_begin (MattraPageWriter *self)
{
  g_byte_array_set_size (self->bytes, 0);
  self->x = self->y = 0;
  self->face = -1;
}

/**
 * mattra_page_writer_is_like:
 * @self: a writer
 * @other: another
 *
 * Returns: whether what is written next would be the same bytes in both
 */
gboolean
mattra_page_writer_is_like (const MattraPageWriter *self,
                            const MattraPageWriter *other)
{
  return self->x == other->x && self->y == other->y && self->face == other->face && self->size == other->size;
}

/**
 * mattra_page_writer_font:
 * @self: a writer
 * @setting: how the texts from now on are set
 *
 * Chooses a font, unless it is chosen already.
 */
void
mattra_page_writer_font (MattraPageWriter    *self,
                         const MattraSetting *setting)
{
  if (self->face == (int) setting->face && self->size == setting->size)
    return;

  write_kind (self, MATTRA_OP_FONT);
  write_number (self, setting->face);
  write_number (self, (guint32) setting->size);
  self->face = (int) setting->face;
  self->size = setting->size;
}

/**
 * mattra_page_writer_text:
 * @self: a writer
 * @x: where the text begins
 * @y: its baseline
 * @tokens: (array length=n): its tokens
 * @n: how many they are
 * @spread: what is added behind each cluster, in font units
 *
 * Writes a line of text, or a part of it.
 */
void
mattra_page_writer_text (MattraPageWriter  *self,
                         int                x,
                         int                y,
                         const MattraToken *tokens,
                         guint              n,
                         int                spread)
{
  if (n == 0)
    return;

  write_kind (self, MATTRA_OP_TEXT);
  write_place (self, x, y);
  write_number (self, n);
  write_number (self, (guint32) spread);
  for (guint i = 0; i < n; i++)
    write_number (self, tokens[i].piece);
}

/**
 * mattra_page_writer_shape:
 * @self: a writer
 * @kind: a rule, a dotted line or a fill
 * @x: its left end
 * @y: its upper end
 * @a: a line's other x, a fill's width
 * @b: a line's other y, a fill's height
 *
 * Draws a rule, a dotted line or a grey ground.
 */
void
mattra_page_writer_shape (MattraPageWriter *self,
                          MattraOpKind      kind,
                          int               x,
                          int               y,
                          int               a,
                          int               b)
{
  write_kind (self, kind);
  write_place (self, x, y);
  write_number (self, (guint32) a);
  write_number (self, (guint32) b);
}

/**
 * mattra_page_writer_picture:
 * @self: a writer
 * @x: the middle of the picture
 * @y: its upper edge
 * @height: its height
 * @name: which picture, as the layout knows it
 *
 * Draws a picture.
 */
void
mattra_page_writer_picture (MattraPageWriter *self,
                            int               x,
                            int               y,
                            int               height,
                            const char       *name)
{
  write_kind (self, MATTRA_OP_PICTURE);
  write_place (self, x, y);
  write_number (self, (guint32) height);
  write_string (self, name);
}

/**
 * mattra_page_writer_tag:
 * @self: a writer
 * @tag: what begins
 *
 * Says what the next things are.
 */
void
mattra_page_writer_tag (MattraPageWriter *self,
                        MattraTag         tag)
{
  write_kind (self, MATTRA_OP_TAG);
  write_number (self, tag);
}

/**
 * mattra_page_writer_tag_end:
 * @self: a writer
 *
 * Ends the last tag.
 */
void
mattra_page_writer_tag_end (MattraPageWriter *self)
{
  write_kind (self, MATTRA_OP_TAG_END);
}

/**
 * mattra_page_writer_link:
 * @self: a writer
 * @uri: where the link leads
 *
 * Begins a link.
 */
void
mattra_page_writer_link (MattraPageWriter *self,
                         const char       *uri)
{
  write_kind (self, MATTRA_OP_LINK);
  write_string (self, uri);
}

/**
 * mattra_page_writer_link_end:
 * @self: a writer
 *
 * Ends the link.
 */
void
mattra_page_writer_link_end (MattraPageWriter *self)
{
  write_kind (self, MATTRA_OP_LINK_END);
}

/**
 * mattra_page_writer_signing:
 * @self: a writer
 * @x: its left side
 * @y: its upper side
 * @width: its width
 * @height: its height
 * @label: whose it is; may be empty
 *
 * Keeps a place for a signature.
 */
void
mattra_page_writer_signing (MattraPageWriter *self,
                            int               x,
                            int               y,
                            int               width,
                            int               height,
                            const char       *label)
{
  write_kind (self, MATTRA_OP_SIGNING);
  write_place (self, x, y);
  write_number (self, (guint32) width);
  write_number (self, (guint32) height);
  write_string (self, label);
}

/**
 * mattra_page_reader_init:
 * @self: a reader
 * @bytes: a page's bytes, ended with a zero byte
 *
 * Sets the reader to the page's begin.
 */
void
mattra_page_reader_init (MattraPageReader *self,
                         const guint8     *bytes)
{
  self->p = bytes;
  self->x = self->y = 0;
}

static void
read_place (MattraPageReader *self,
            MattraOp         *op)
{
  op->x = self->x += read_signed (self);
  op->y = self->y += read_signed (self);
}

static void
read_shape (MattraPageReader *self,
            MattraOp         *op)
{
  read_place (self, op);
  op->a = (int) read_number (self);
  op->b = (int) read_number (self);
}

static void
read_string (MattraPageReader *self,
             MattraOp         *op)
{
  op->c = (const char *) self->p;
  self->p += strlen (op->c) + 1;
}

/**
 * mattra_page_reader_next:
 * @self: a reader
 * @op: (out): the next thing done; after a text its pieces are read with mattra_page_reader_piece()
 *
 * Reads on.
 */
void
mattra_page_reader_next (MattraPageReader *self,
                         MattraOp         *op)
{
  op->kind = (MattraOpKind) *self->p++;
  if (op->kind >= MATTRA_OP_BAR)
    {
      read_shape (self, op);
      return;
    }
  switch (op->kind)
    {
    case MATTRA_OP_BAR:
    case MATTRA_OP_BAR_LAST:
    case MATTRA_OP_TEXT:
    case MATTRA_OP_RULE:
    case MATTRA_OP_DOTS:
    case MATTRA_OP_FILL:
      read_shape (self, op);
      break;
    case MATTRA_OP_FONT:
      op->a = (int) read_number (self);
      op->b = (int) read_number (self);
      break;
    case MATTRA_OP_SIGNING:
      read_place (self, op);
      op->a = (int) read_number (self);
      op->b = (int) read_number (self);
      read_string (self, op);
      break;
    case MATTRA_OP_PICTURE:
      read_place (self, op);
      op->a = (int) read_number (self);
      read_string (self, op);
      break;
    case MATTRA_OP_TAG:
      op->a = (int) read_number (self);
      break;
    case MATTRA_OP_LINK:
      read_string (self, op);
      break;
    case MATTRA_OP_END:
    case MATTRA_OP_TAG_END:
    case MATTRA_OP_LINK_END:
      break;
    }
}

/**
 * mattra_page_reader_piece:
 * @self: a reader within a text
 *
 * Returns: the number of the text's next piece
 */
guint
mattra_page_reader_piece (MattraPageReader *self)
{
  return read_number (self);
}
