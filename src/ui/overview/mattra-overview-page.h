/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_OVERVIEW_PAGE (mattra_overview_page_get_type ())

/* Where the year stands, in one look. It follows the session while it is shown. */
G_DECLARE_FINAL_TYPE (MattraOverviewPage, mattra_overview_page, MATTRA, OVERVIEW_PAGE, GtkWidget)

GtkWidget *mattra_overview_page_new (MattraSession *session,
                                     GSettings     *settings);

G_END_DECLS
