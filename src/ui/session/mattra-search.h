/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-measure.h"

G_BEGIN_DECLS

/* Texts packed for searching: folded, and one byte for each Thai letter, so that a search reads a third of
 * the memory and a letter is never found across two. */

char    **mattra_search_words       (const char     *text);
void      mattra_search_append      (GString        *packed,
                                     const char     *text);
gboolean  mattra_search_matches     (const char     *packed,
                                     gsize           length,
                                     char          **words);
gboolean  mattra_search_is_narrower (char          **words,
                                     char          **before);

G_END_DECLS
