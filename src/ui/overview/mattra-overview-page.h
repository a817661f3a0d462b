/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-overview-view.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_OVERVIEW_PAGE (mattra_overview_page_get_type ())

/* Where the year stands, in one look. It follows the session while it is shown.
 *
 * Signals:
 *   chosen (MattraFilter *filter)   the measures that a mark counts are to be shown
 *   go-to (char *measure)           a measure is to be shown
 */
G_DECLARE_FINAL_TYPE (MattraOverviewPage, mattra_overview_page, MATTRA, OVERVIEW_PAGE, GtkWidget)

GtkWidget          *mattra_overview_page_new      (MattraSession      *session,
                                                   GSettings          *settings);
MattraOverviewView *mattra_overview_page_get_view (MattraOverviewPage *self);

G_END_DECLS
