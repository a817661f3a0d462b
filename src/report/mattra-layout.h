/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-document.h"
#include "mattra-typesetter.h"
#include "mattra-watch.h"

G_BEGIN_DECLS

/**
 * MattraLayout:
 *
 * A document's pages: what stands where on each of them. Made in one pass over the document's rows, at once or step by
 * step; drawing reads no row again. After a change of rows only what follows the first of them is laid out anew.
 */
typedef struct _MattraLayout MattraLayout;

/**
 * MattraSignatureBox:
 * @page: the index of its page
 * @x: its left side in points from the paper's left edge
 * @y: its upper side in points from the paper's upper edge
 * @width: its width in points
 * @height: its height in points
 * @label: whose it is: a name, or a post or role where no name is known; may be empty
 *
 * The place above a line to sign on.
 */
typedef struct
{
  guint       page;
  double      x;
  double      y;
  double      width;
  double      height;
  const char *label;
} MattraSignatureBox;

MattraLayout *mattra_layout_new             (MattraDocument    *document,
                                             MattraTypesetter  *typesetter,
                                             GError           **error);
MattraLayout *mattra_layout_begin           (MattraDocument    *document,
                                             MattraTypesetter  *typesetter);
gboolean      mattra_layout_run             (MattraLayout      *self,
                                             guint              n_steps,
                                             GError           **error);
gboolean      mattra_layout_run_watched     (MattraLayout      *self,
                                             gsize              n_rows,
                                             const MattraWatch *watch,
                                             GError           **error);
gboolean      mattra_layout_is_done         (MattraLayout      *self);
gboolean      mattra_layout_update          (MattraLayout      *self,
                                             MattraDocument    *document,
                                             gsize              first,
                                             gsize              end,
                                             gssize             n_added,
                                             GError           **error);
const char   *mattra_layout_find_cell       (MattraLayout      *self,
                                             guint              page,
                                             double             x,
                                             double             y,
                                             const char       **column);
gboolean      mattra_layout_find_row        (MattraLayout      *self,
                                             const char        *key,
                                             guint             *page,
                                             double            *y);
void          mattra_layout_keep_widths     (MattraLayout      *self,
                                             MattraDocument    *document);
void          mattra_layout_free            (MattraLayout      *self);
guint         mattra_layout_get_n_pages     (MattraLayout      *self);
void          mattra_layout_get_page_size   (MattraLayout      *self,
                                             guint              page,
                                             double            *width,
                                             double            *height);
const char   *mattra_layout_get_fingerprint (MattraLayout      *self);
const double *mattra_layout_get_widths      (MattraLayout      *self,
                                             guint              table,
                                             guint             *n_columns);
GArray       *mattra_layout_dup_signature_boxes
                                            (MattraLayout      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraLayout, mattra_layout_free)

G_END_DECLS
