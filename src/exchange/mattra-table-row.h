/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mattra-table.h"

G_BEGIN_DECLS

gboolean mattra_row_is_signature      (const char        *text);
gboolean mattra_row_is_page_furniture (const char        *text);
gboolean mattra_row_is_number         (const char        *text,
                                       int               *number);
gboolean mattra_row_is_total_word     (const char        *text);
gboolean mattra_row_is_total_label    (const char        *text);
gboolean mattra_row_is_rule           (const MattraTable *table,
                                       guint              row);
gboolean mattra_row_holds_figures     (const MattraTable *table,
                                       guint              row);
gboolean mattra_row_numbers_columns   (const MattraTable *table,
                                       guint              row);
gboolean mattra_row_repeats_first     (const MattraTable *table,
                                       guint              row);

G_END_DECLS
