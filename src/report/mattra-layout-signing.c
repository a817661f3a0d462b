/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-layout-private.h"

static void
add_boxes (const MattraPage *page,
           guint             index,
           GArray           *boxes)
{
  MattraPageReader reader;
  MattraOp op;

  mattra_page_reader_init (&reader, page->bytes);
  for (mattra_page_reader_next (&reader, &op); op.kind != MATTRA_OP_END; mattra_page_reader_next (&reader, &op))
    if (op.kind == MATTRA_OP_SIGNING)
      {
        MattraSignatureBox box = {
          index, (double) op.x / MATTRA_POINT, (double) op.y / MATTRA_POINT, (double) op.a / MATTRA_POINT,
          (double) op.b / MATTRA_POINT, op.c,
        };

        g_array_append_val (boxes, box);
      }
    else if (op.kind == MATTRA_OP_TEXT)
      for (int i = 0; i < op.a; i++)
        mattra_page_reader_piece (&reader);
}

/**
 * mattra_layout_dup_signature_boxes:
 * @self: a layout
 *
 * Tells where one signs.
 *
 * Returns: (transfer container) (element-type MattraSignatureBox): the places above the lines to sign on, in the order of
 *   the pages; their labels are the layout's
 */
GArray *
mattra_layout_dup_signature_boxes (MattraLayout *self)
{
  GArray *boxes;

  g_return_val_if_fail (self != NULL, NULL);

  boxes = g_array_new (FALSE, FALSE, sizeof (MattraSignatureBox));
  for (guint i = 0; i < self->flow->pages->len; i++)
    add_boxes (&g_array_index (self->flow->pages, MattraPage, i), i, boxes);
  return boxes;
}
