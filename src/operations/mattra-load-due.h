/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-due.h"
#include "mattra-store.h"

G_BEGIN_DECLS

GPtrArray *mattra_load_due        (MattraStore             *store,
                                   MattraPlan              *plan,
                                   const MattraDueOptions  *options,
                                   GError                 **error);
GPtrArray *mattra_load_milestones (MattraStore             *store,
                                   MattraPlan              *plan,
                                   GError                 **error);

G_END_DECLS
