/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-document.h"
#include "mattra-typesetter.h"

G_BEGIN_DECLS

/**
 * MattraLayout:
 *
 * A document's pages: what stands where on each of them. Made in one pass over the document's rows; drawing reads no
 * row again.
 */
typedef struct _MattraLayout MattraLayout;

MattraLayout *mattra_layout_new             (MattraDocument    *document,
                                             MattraTypesetter  *typesetter,
                                             GError           **error);
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraLayout, mattra_layout_free)

G_END_DECLS
