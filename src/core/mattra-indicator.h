/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-measure.h"

G_BEGIN_DECLS

/* ITA indicators are numbered 1 to this. */
#define MATTRA_N_INDICATORS 10

const char *mattra_indicator_get_name  (int            indicator);
int         mattra_indicator_from_text (const char    *text);
int         mattra_indicator_propose   (MattraMeasure *measure);

G_END_DECLS
