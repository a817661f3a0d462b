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
guint      mattra_check_count_faults  (GPtrArray    *findings,
                                       gboolean      with_answers);
gboolean   mattra_check_settle        (MattraStore  *store,
                                       MattraPlan   *plan,
                                       const char   *measure,
                                       const char   *question,
                                       GError      **error);

G_END_DECLS
