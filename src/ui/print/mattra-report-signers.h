/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-order-list.h"
#include "mattra-print-choice.h"
#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_REPORT_SIGNERS (mattra_report_signers_get_type ())

/* Who signs a kind of report, in which order, and how the blocks stand; each change is an act. In a register that cannot
 * be written people can be left out this time.
 *
 * Signals:
 *   changed ()    somebody is left out this time, or not any more
 */
G_DECLARE_FINAL_TYPE (MattraReportSigners, mattra_report_signers, MATTRA, REPORT_SIGNERS, AdwPreferencesGroup)

void             mattra_report_signers_show      (MattraReportSigners     *self,
                                                  MattraSession           *session,
                                                  const MattraPrintChoice *choice);
void             mattra_report_signers_leave_out (MattraReportSigners     *self,
                                                  MattraPrintChoice       *choice);
void             mattra_report_signers_set_left_out
                                                 (MattraReportSigners     *self,
                                                  const MattraPrintChoice *choice);
MattraOrderList *mattra_report_signers_get_list  (MattraReportSigners     *self);

G_END_DECLS
