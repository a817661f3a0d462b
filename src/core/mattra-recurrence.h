/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A measure recurs at most once a day of a round. */
#define MATTRA_RECURRENCE_LAST 366

gboolean mattra_recurrence_parse    (const char *text,
                                     int        *times);
gboolean mattra_recurrence_find     (const char *text,
                                     int        *times);
char    *mattra_recurrence_describe (int         times);

G_END_DECLS
