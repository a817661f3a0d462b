/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/* What one does with rows of a table of measures, each as part of the act that is open. */

gboolean mattra_rows_add       (MattraStore              *store,
                                MattraPlan               *plan,
                                const char               *before,
                                const char               *division,
                                guint                     n,
                                GPtrArray                *added,
                                GError                  **error);
gboolean mattra_rows_insert    (MattraStore              *store,
                                MattraPlan               *plan,
                                const char               *before,
                                GPtrArray                *measures,
                                GError                  **error);
gboolean mattra_rows_duplicate (MattraStore              *store,
                                MattraPlan               *plan,
                                const char *const        *measures,
                                GPtrArray                *added,
                                GError                  **error);
gboolean mattra_rows_find_next (MattraStore              *store,
                                MattraPlan               *plan,
                                const char               *measure,
                                char                    **next,
                                GError                  **error);
gboolean mattra_rows_move      (MattraStore              *store,
                                MattraPlan               *plan,
                                const char *const        *measures,
                                const char               *before,
                                GError                  **error);
gboolean mattra_rows_delete    (MattraStore              *store,
                                const char *const        *measures,
                                GError                  **error);
gboolean mattra_rows_restore   (MattraStore              *store,
                                const char *const        *measures,
                                GError                  **error);
gboolean mattra_rows_renumber  (MattraStore              *store,
                                MattraPlan               *plan,
                                GError                  **error);

G_END_DECLS
