/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MATTRA_TABLE_TEXT_MAX_BYTES (10 * 1024 * 1024)
#define MATTRA_TABLE_TEXT_MAX_CELLS (1000 * 1000)

/**
 * MattraTableText:
 * @rows: (element-type GPtrArray): its rows, each of texts; a row may be shorter than others, and then
 *   says nothing about the rest
 * @n_columns: texts of the longest row
 * @n_cells: texts of all rows together
 * @has_more: whether there was text around it that it does not hold
 *
 * A block of texts on its way from or to another program.
 */
typedef struct
{
  GPtrArray *rows;
  guint n_columns;
  guint n_cells;
  gboolean has_more;
} MattraTableText;

MattraTableText *mattra_table_text_new         (void);
void             mattra_table_text_free        (MattraTableText        *self);
void             mattra_table_text_begin_row   (MattraTableText        *self);
gboolean         mattra_table_text_take_cell   (MattraTableText        *self,
                                                char                   *text,
                                                GError                **error);
const char      *mattra_table_text_get         (const MattraTableText  *self,
                                                guint                   row,
                                                guint                   column);
char            *mattra_table_text_join        (const MattraTableText  *self);
MattraTableText *mattra_table_text_parse       (const char             *text,
                                                gssize                  length,
                                                GError                **error);
MattraTableText *mattra_table_text_parse_html  (const char             *html,
                                                gssize                  length,
                                                GError                **error);
void             mattra_table_text_append_cell (GString                *out,
                                                const char             *text);
void             mattra_table_text_append_html (GString                *out,
                                                const char             *text);
char            *mattra_table_text_unnumber    (const char             *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraTableText, mattra_table_text_free)

G_END_DECLS
