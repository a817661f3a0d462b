/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-digits.h"
#include "mattra-plan.h"

G_BEGIN_DECLS

char *mattra_round_name (MattraRound   round,
                         MattraDigits  digits);

G_END_DECLS
