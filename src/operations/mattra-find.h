/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

MattraMeasure *mattra_find_measure  (MattraStore  *store,
                                     MattraPlan   *plan,
                                     const char   *word,
                                     GError      **error);
gboolean       mattra_find_measure_or_none
                                    (MattraStore  *store,
                                     MattraPlan   *plan,
                                     const char   *word,
                                     MattraMeasure **found,
                                     GError      **error);
gboolean       mattra_find_plan_or_none
                                    (MattraStore  *store,
                                     int           fiscal_year,
                                     MattraPlan  **found,
                                     GError      **error);
gboolean       mattra_find_division (MattraPlan   *plan,
                                     const char   *name,
                                     const char  **id,
                                     GError      **error);

G_END_DECLS
