/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-load-choices.h"
#include "mattra-order-list.h"
#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_REPORT_COLUMNS (mattra_report_columns_get_type ())

/* The columns of a kind of report: which, in which order, how wide; each change is an act. */
G_DECLARE_FINAL_TYPE (MattraReportColumns, mattra_report_columns, MATTRA, REPORT_COLUMNS, AdwPreferencesGroup)

void             mattra_report_columns_show     (MattraReportColumns       *self,
                                                 MattraSession             *session,
                                                 const MattraReportChoices *choices);
MattraOrderList *mattra_report_columns_get_list (MattraReportColumns       *self);
void             mattra_report_columns_reset    (MattraReportColumns       *self);

G_END_DECLS
