/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

const MattraAnalysis *mattra_analyse_find     (MattraPlan           *plan,
                                               const char           *word,
                                               GError              **error);
gboolean              mattra_analyse_set      (MattraStore          *store,
                                               MattraPlan           *plan,
                                               const MattraAnalysis *analysis,
                                               const char           *field,
                                               const char           *value,
                                               GError              **error);
GPtrArray            *mattra_analyse_answers  (MattraStore          *store,
                                               MattraPlan           *plan,
                                               GError              **error);
gboolean              mattra_analyse_check_score (const char        *value,
                                               double               *points,
                                               GError              **error);

G_END_DECLS
