/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"

G_BEGIN_DECLS

/* What of a plan and its measures goes on to another fiscal year. Nothing here touches a register. */

MattraPlan    *mattra_next_plan_new           (MattraPlan    *from,
                                               int            fiscal_year,
                                               GPtrArray     *left_out);
GHashTable    *mattra_next_plan_map_divisions (MattraPlan    *from,
                                               MattraPlan    *to);
MattraMeasure *mattra_next_measure_new        (MattraMeasure *from,
                                               int            fiscal_year,
                                               int            years,
                                               GHashTable    *divisions);
GPtrArray     *mattra_next_measure_list_carried
                                              (MattraMeasure *from,
                                               int            fiscal_year,
                                               MattraRound    last_round,
                                               MattraRound    unnamed_round,
                                               GHashTable    *divisions);

G_END_DECLS
