/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MATTRA_ULID_LENGTH 26

/**
 * MattraUlidGenerator:
 *
 * Makes keys that sort by the moment they were made, also within one millisecond. A value to be
 * initialised with zeros and kept by who makes keys; not to be shared between threads.
 */
typedef struct
{
  /*< private >*/
  gint64 last_ms;
  guint8 random[10];
  guint8 pool[240];
  guint pool_left;
} MattraUlidGenerator;

char    *mattra_ulid_new      (MattraUlidGenerator *generator,
                               gint64               unix_ms);
gboolean mattra_ulid_is_valid (const char          *text);
char    *mattra_ulid_derive   (const char          *a,
                               const char          *b,
                               const char          *c);

G_END_DECLS
