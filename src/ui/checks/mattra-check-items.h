/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-check-item.h"
#include "mattra-digits.h"

G_BEGIN_DECLS

/**
 * MattraCheckOpen:
 *
 * Which kinds of findings the user opened or closed: name of the check to a boolean. Kinds with many
 * findings are closed until the user opens them.
 */
typedef GHashTable MattraCheckOpen;

GPtrArray *mattra_check_items_make    (GPtrArray       *findings,
                                       MattraCheckOpen *open,
                                       MattraDigits     digits);
void       mattra_check_items_take    (GListStore      *store,
                                       GPtrArray       *items);

G_END_DECLS
