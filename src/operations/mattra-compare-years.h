/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-seal-compare.h"
#include "mattra-standing.h"
#include "mattra-store.h"

G_BEGIN_DECLS

gboolean   mattra_compare_years_choose  (MattraStore         *store,
                                         int                 *from,
                                         int                 *to,
                                         GError             **error);
GPtrArray *mattra_compare_years         (MattraStore         *store,
                                         int                  from,
                                         int                  to,
                                         GError             **error);
GHashTable *mattra_compare_years_mark   (MattraStore         *store,
                                         int                  year,
                                         GError             **error);
GPtrArray *mattra_compare_with_origin   (MattraPlan          *plan,
                                         MattraMeasure       *measure,
                                         const MattraOrigin  *origin,
                                         GError             **error);

G_END_DECLS
