/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-actor.h"
#include "mattra-command.h"
#include "mattra-store.h"

G_BEGIN_DECLS

MattraStore *mattra_open_store (const char        *path,
                                gboolean           read_only,
                                GError           **error);
MattraStore *mattra_open_writer (MattraInvocation *self,
                                const char        *path,
                                GError           **error);
gboolean     mattra_open_enter (MattraInvocation  *self,
                                MattraStore       *store,
                                GError           **error);
gboolean     mattra_open_actor (MattraInvocation  *self,
                                MattraStore       *store,
                                MattraPlan        *plan,
                                MattraActor       *actor,
                                GError           **error);
MattraPlan  *mattra_open_newest (MattraStore      *store,
                                GError           **error);
MattraPlan  *mattra_open_plan  (MattraInvocation  *self,
                                MattraStore       *store,
                                GError           **error);
gboolean     mattra_open_round (MattraPlan        *plan,
                                MattraRound       *round,
                                GError           **error);

G_END_DECLS
