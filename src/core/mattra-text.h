/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *mattra_text_fold_compare      (const char  *text);
char    *mattra_text_fold_search       (const char  *text);
char    *mattra_text_squeeze           (const char  *text);
gboolean mattra_text_is_blank          (const char  *text);
gboolean mattra_text_has_split_sara_am (const char  *text);
char    *mattra_text_join_sara_am      (const char  *text);
gunichar mattra_text_next              (const char **cursor);
gboolean mattra_text_is_ignorable      (gunichar     character);
gboolean mattra_text_is_space          (gunichar     character);
gboolean mattra_text_is_dash           (gunichar     character);

G_END_DECLS
