/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-seal-verify.h"

G_BEGIN_DECLS

char *mattra_verdict_say             (const MattraVerdict *self,
                                      const char          *name);
char *mattra_verdict_say_differences (const MattraVerdict *self);

G_END_DECLS
