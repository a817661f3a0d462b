/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid-private.h"
#include "mattra-paste-plan.h"

G_BEGIN_DECLS

/* The user agreed that the block, which is given away, is pasted. */
typedef void (*MattraPasteFunc) (MattraGrid              *grid,
                                 const MattraPasteTarget *target,
                                 MattraTableText         *block);

void mattra_paste_window_present (MattraGrid              *grid,
                                  const MattraPasteTarget *target,
                                  MattraTableText         *block,
                                  gboolean                 splits,
                                  MattraPasteFunc          agreed);
void mattra_paste_window_tell    (MattraGrid              *grid,
                                  const char              *message);

G_END_DECLS
