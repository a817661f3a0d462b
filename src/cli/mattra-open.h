/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-command.h"
#include "mattra-store.h"

G_BEGIN_DECLS

MattraStore *mattra_open_store (const char        *path,
                                gboolean           read_only,
                                GError           **error);
MattraPlan  *mattra_open_plan  (MattraInvocation  *self,
                                MattraStore       *store,
                                GError           **error);

G_END_DECLS
