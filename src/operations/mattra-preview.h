/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-layout.h"
#include "mattra-painter.h"
#include "mattra-print.h"
#include "mattra-report.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraPreview:
 *
 * A report that follows the register: its pages are laid out a little at a time, and after a change only from the changed
 * measure on. It holds the measures of the report. All of it belongs to the thread of its store.
 */
typedef struct _MattraPreview MattraPreview;

MattraPreview   *mattra_preview_new         (void);
void             mattra_preview_free        (MattraPreview              *self);
gboolean         mattra_preview_open        (MattraPreview              *self,
                                             MattraStore                *store,
                                             MattraPlan                 *plan,
                                             const MattraReportOptions  *options,
                                             GError                    **error);
gboolean         mattra_preview_touch       (MattraPreview              *self,
                                             MattraStore                *store,
                                             MattraPlan                 *plan,
                                             const char *const          *measures,
                                             GError                    **error);
gboolean         mattra_preview_run         (MattraPreview              *self,
                                             gint64                      budget,
                                             GError                    **error);
gboolean         mattra_preview_is_done     (MattraPreview              *self);
MattraLayout    *mattra_preview_get_layout  (MattraPreview              *self);
cairo_surface_t *mattra_preview_draw        (MattraPreview              *self,
                                             guint                       page,
                                             double                      scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraPreview, mattra_preview_free)

G_END_DECLS
