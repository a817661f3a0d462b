/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-check.h"
#include "mattra-store.h"

G_BEGIN_DECLS

GPtrArray *mattra_check_register_plan (MattraStore  *store,
                                       MattraPlan   *plan,
                                       MattraRound   round,
                                       MattraDate    day,
                                       GError      **error);
gboolean   mattra_check_has_fault     (GPtrArray    *findings);

G_END_DECLS
