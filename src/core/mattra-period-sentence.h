/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-period-atom.h"
#include "mattra-period.h"

G_BEGIN_DECLS

G_GNUC_INTERNAL void     mattra_period_read_sentence (const PeriodAtom   *atoms,
                                                      guint               n_atoms,
                                                      int                 fiscal_year,
                                                      MattraPeriod       *period);
G_GNUC_INTERNAL gboolean mattra_period_has_dates     (const MattraPeriod *period);
G_GNUC_INTERNAL gboolean mattra_period_agrees        (const MattraPeriod *period,
                                                      const MattraPeriod *remark);
G_GNUC_INTERNAL void     mattra_period_ask           (MattraPeriod       *period,
                                                      MattraPeriodReason  reason);
G_GNUC_INTERNAL int      mattra_period_fiscal_year   (const MattraPeriod *period);

G_END_DECLS
