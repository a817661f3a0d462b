/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-overview.h"
#include "mattra-store.h"

G_BEGIN_DECLS

MattraOverview *mattra_load_overview (MattraStore  *store,
                                      MattraPlan   *plan,
                                      MattraRound   round,
                                      const char   *division,
                                      MattraDate    day,
                                      GError      **error);

G_END_DECLS
