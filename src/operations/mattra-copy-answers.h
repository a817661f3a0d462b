/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

gboolean mattra_copy_answers_count (MattraStore  *store,
                                    MattraPlan   *plan,
                                    MattraRound   from,
                                    MattraRound   to,
                                    guint        *n_measures,
                                    guint        *n_present,
                                    GError      **error);
gboolean mattra_copy_answers       (MattraStore  *store,
                                    MattraPlan   *plan,
                                    MattraRound   from,
                                    MattraRound   to,
                                    guint        *n_measures,
                                    GError      **error);

G_END_DECLS
