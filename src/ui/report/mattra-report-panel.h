/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-page-view.h"
#include "mattra-print-choice.h"
#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_REPORT_PANEL (mattra_report_panel_get_type ())

/* The report beside the table: its pages as they will be printed, and what is to be printed. A change in the table shows
 * on the page at once.
 *
 * Signals:
 *   close ()                the panel is to be hidden
 *   go-to (measure, field)  a cell on a page was clicked: ULID and field (nullable)
 */
G_DECLARE_FINAL_TYPE (MattraReportPanel, mattra_report_panel, MATTRA, REPORT_PANEL, GtkWidget)

GtkWidget      *mattra_report_panel_new         (MattraSession     *session);
void            mattra_report_panel_set_shown   (MattraReportPanel *self,
                                                 gboolean           shown);
MattraPageView *mattra_report_panel_get_view    (MattraReportPanel *self);
MattraPrintChoice *mattra_report_panel_dup_choice (MattraReportPanel *self);
void            mattra_report_panel_set_options_shown (MattraReportPanel *self,
                                                 gboolean           shown);
void            mattra_report_panel_commit      (MattraReportPanel *self);
void            mattra_report_panel_set_draft   (MattraReportPanel *self,
                                                 const char        *place,
                                                 const char        *field,
                                                 const char        *text);

G_END_DECLS
