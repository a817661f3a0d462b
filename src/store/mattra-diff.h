/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Inside store/ only: which line of before a line of now is. */
typedef struct
{
  int line;          /* position before; -1 for a new line */
  gboolean in_place; /* it follows and precedes the same lines as before */
} MattraMatch;

MattraMatch *mattra_diff_lines (const char *const *before,
                                guint              n_before,
                                const char *const *now,
                                guint              n_now);

G_END_DECLS
