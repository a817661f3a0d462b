/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-code.h"

#include <qrencode.h>

#define BLACK 1

/* The squares of one line, those side by side as one rectangle. */
static void
add_line (cairo_t             *cr,
          const unsigned char *squares,
          int                  n,
          double               x,
          double               y,
          double               square)
{
  for (int i = 0, end; i < n; i = end)
    {
      gboolean black = squares[i] & BLACK;

      for (end = i + 1; end < n && (squares[end] & BLACK) == (squares[i] & BLACK);)
        end++;
      if (black)
        cairo_rectangle (cr, x + i * square, y, (end - i) * square, square);
    }
}

/**
 * mattra_code_draw:
 * @cr: where to draw
 * @text: what the code says
 * @x: its left edge
 * @y: its upper edge
 * @side: its width and height, without the white edge that it needs
 *
 * Draws a text as a QR code, from squares that are sharp in any size.
 *
 * Returns: %FALSE if the text is too long for one
 */
gboolean
mattra_code_draw (cairo_t    *cr,
                  const char *text,
                  double      x,
                  double      y,
                  double      side)
{
  QRcode *code;
  double square;

  g_return_val_if_fail (cr != NULL && text != NULL, FALSE);

  code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, TRUE);
  if (code == NULL)
    return FALSE;

  square = side / code->width;
  cairo_new_path (cr);
  for (int i = 0; i < code->width; i++)
    add_line (cr, code->data + i * code->width, code->width, x, y + i * square, square);
  cairo_fill (cr);
  QRcode_free (code);
  return TRUE;
}
