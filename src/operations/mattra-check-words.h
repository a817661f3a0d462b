/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-check.h"
#include "mattra-digits.h"

G_BEGIN_DECLS

const char *mattra_check_severity_text (MattraSeverity  severity);
const char *mattra_check_kind_text     (const char     *check);
char       *mattra_check_say           (const char     *message,
                                        MattraDigits    digits);

G_END_DECLS
