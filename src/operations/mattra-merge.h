/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

gboolean mattra_merge_measure (MattraStore    *store,
                               MattraPlan     *plan,
                               MattraMeasure  *existing,
                               MattraMeasure  *imported,
                               GString        *fields,
                               GError        **error);

G_END_DECLS
