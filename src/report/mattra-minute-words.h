/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-digits.h"
#include "mattra-minute.h"

G_BEGIN_DECLS

/* What minutes of a meeting say, in Thai as on paper. */

char *mattra_minute_words      (const char         *field,
                                const char         *value);
char *mattra_minute_words_head (MattraDate          meeting,
                                MattraDigits        digits);
char *mattra_minute_words_line (const MattraMinute *minute,
                                MattraDigits        digits);

G_END_DECLS
