/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-report.h"
#include "mattra-store.h"

G_BEGIN_DECLS

MattraDocument *mattra_load_report (MattraStore                *store,
                                    MattraPlan                 *plan,
                                    const MattraReportOptions  *options,
                                    GError                    **error);

MattraDocument *mattra_load_report_until
                                      (MattraStore                *store,
                                       MattraPlan                 *plan,
                                       const MattraReportOptions  *options,
                                       GCancellable               *cancellable,
                                       GError                    **error);

MattraDocument *mattra_load_report_of (MattraStore                *store,
                                       MattraPlan                 *plan,
                                       MattraMeasureSource        *measures,
                                       const MattraReportOptions  *options,
                                       GError                    **error);

void            mattra_load_report_leave_out
                                     (MattraPlan                 *plan,
                                      const char *const          *people);
gboolean        mattra_load_report_minutes
                                   (MattraStore                *store,
                                    MattraPlan                 *plan,
                                    const MattraReportOptions  *options,
                                    GError                    **error);
gboolean        mattra_load_report_titles
                                      (MattraStore                *store,
                                       MattraPlan                 *plan,
                                       const char                 *kinds,
                                       GError                    **error);

G_END_DECLS
