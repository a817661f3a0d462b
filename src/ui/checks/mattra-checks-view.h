/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_CHECKS_VIEW (mattra_checks_view_get_type ())

/* What should be looked at before the report is handed up (ตรวจสอบก่อนเสนอ): a page that scrolls by
 * itself and follows the register while it is shown.
 *
 * Properties: n-findings (read only, notifies)
 * Signals:
 *   go-to (char *measure, char *field)   the cell of a finding is to be shown; measure is NULL for a
 *                                        finding about the plan as a whole
 */
G_DECLARE_FINAL_TYPE (MattraChecksView, mattra_checks_view, MATTRA, CHECKS_VIEW, AdwBin)

GtkWidget *mattra_checks_view_new      (MattraSession    *session);
void       mattra_checks_view_refresh  (MattraChecksView *self);
gboolean   mattra_checks_view_is_ready (MattraChecksView *self);

G_END_DECLS
