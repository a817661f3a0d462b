/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-digits.h"
#include "mattra-plan.h"
#include "mattra-seal-compare.h"

G_BEGIN_DECLS

char *mattra_difference_words_place (const MattraDifference *difference,
                                     MattraPlan             *plan,
                                     MattraDigits            digits);
char *mattra_difference_words_text  (const MattraDifference *difference,
                                     const char             *text);
char *mattra_difference_words_line  (const MattraDifference *difference,
                                     MattraPlan             *plan,
                                     MattraDigits            digits);

G_END_DECLS
