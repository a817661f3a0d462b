/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mattra_row_is_signature      (const char *text);
gboolean mattra_row_is_page_furniture (const char *text);
gboolean mattra_row_is_number         (const char *text,
                                       int        *number);
gboolean mattra_row_is_total_word     (const char *text);

G_END_DECLS
