/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-table-cell.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_MEETING_PAGE (mattra_meeting_page_get_type ())

/* One measure in large type: its title, status and period, steps, what was answered and what was recommended. */
G_DECLARE_FINAL_TYPE (MattraMeetingPage, mattra_meeting_page, MATTRA, MEETING_PAGE, AdwBin)

GtkWidget *mattra_meeting_page_new    (void);
void       mattra_meeting_page_show   (MattraMeetingPage        *self,
                                       const MattraTableContext *context,
                                       MattraMeasure            *measure);
void       mattra_meeting_page_scroll (MattraMeetingPage        *self,
                                       int                       steps);

G_END_DECLS
