/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-break-tokens.h"
#include "mattra-line-break.h"

G_BEGIN_DECLS

MattraBreak mattra_break_rules_between (const MattraBreakToken *before,
                                        const MattraBreakToken *after);
MattraBreak mattra_break_rules_words   (const MattraBreakToken *before,
                                        const MattraBreakToken *after);

G_END_DECLS
