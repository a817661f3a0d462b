/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-print-choice.h"
#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_REPORT_PAGES (mattra_report_pages_get_type ())

/* The pages of a report as pictures, which follow the register. They are laid out and drawn on the session's store
 * thread, a little at a time, so that neither a frame nor an act waits for them.
 *
 * Signals:
 *   changed ()        there are other pages, or all are there now, or the report cannot be made
 *   drawn (page)      there is a better picture of a page
 */
G_DECLARE_FINAL_TYPE (MattraReportPages, mattra_report_pages, MATTRA, REPORT_PAGES, GObject)

/**
 * MattraPageFoundFunc:
 * @key: (nullable): ULID of the measure that stands there
 * @field: (nullable): its cell's field
 * @user_data: what was given
 *
 * What was asked for.
 */
typedef void (*MattraPageFoundFunc) (const char *key,
                                     const char *field,
                                     gpointer    user_data);

MattraReportPages *mattra_report_pages_new         (MattraSession           *session);
void               mattra_report_pages_set_choice  (MattraReportPages       *self,
                                                    const MattraPrintChoice *choice);
void               mattra_report_pages_set_paused  (MattraReportPages       *self,
                                                    gboolean                 paused);
guint              mattra_report_pages_get_n_pages (MattraReportPages       *self);
gboolean           mattra_report_pages_is_done     (MattraReportPages       *self);
gboolean           mattra_report_pages_is_drawn    (MattraReportPages       *self);
const char        *mattra_report_pages_get_failure (MattraReportPages       *self);
void               mattra_report_pages_get_size    (MattraReportPages       *self,
                                                    guint                    page,
                                                    double                  *width,
                                                    double                  *height);
void               mattra_report_pages_want        (MattraReportPages       *self,
                                                    guint                    first,
                                                    guint                    end,
                                                    double                   scale);
GdkTexture        *mattra_report_pages_get_picture (MattraReportPages       *self,
                                                    guint                    page);
void               mattra_report_pages_find_cell   (MattraReportPages       *self,
                                                    guint                    page,
                                                    double                   x,
                                                    double                   y,
                                                    MattraPageFoundFunc      func,
                                                    GObject                 *receiver);

G_END_DECLS
