/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid.h"
#include "mattra-measure-list.h"
#include "mattra-table-filter.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_TABLE_PAGE (mattra_table_page_get_type ())

/* The measures of the session's list or division as a grid, with search and filters above it. The
 * cursor stays with its measure, whatever is sorted, filtered or changed around it.
 *
 * Properties (notify): search-shown
 * Signals:
 *   measure-changed ()    the cursor stands on another measure
 *   raise ()              the table is to be seen: somebody leads to a cell, or wants to search
 *   change-refused (measure, field, text)
 *                         the text of a cell was not taken; it is in its editor again where that could be
 */
G_DECLARE_FINAL_TYPE (MattraTablePage, mattra_table_page, MATTRA, TABLE_PAGE, GtkWidget)

GtkWidget         *mattra_table_page_new              (MattraSession     *session,
                                                       GSettings         *settings);
MattraGrid        *mattra_table_page_get_grid         (MattraTablePage   *self);
MattraMeasureList *mattra_table_page_get_list         (MattraTablePage   *self);
MattraTableFilter *mattra_table_page_get_filter       (MattraTablePage   *self);
const char        *mattra_table_page_get_measure      (MattraTablePage   *self);
const char        *mattra_table_page_get_field        (MattraTablePage   *self);
void               mattra_table_page_go_to            (MattraTablePage   *self,
                                                       const char        *measure,
                                                       const char        *field);
void               mattra_table_page_select           (MattraTablePage   *self,
                                                       const char        *measure,
                                                       const char        *field);
void               mattra_table_page_show_cell        (MattraTablePage   *self,
                                                       const char        *measure,
                                                       const char        *field);
void               mattra_table_page_edit             (MattraTablePage   *self,
                                                       const char        *measure,
                                                       const char        *field,
                                                       const char        *text);
void               mattra_table_page_raise            (MattraTablePage   *self);
void               mattra_table_page_new_measure      (MattraTablePage   *self);
void               mattra_table_page_step             (MattraTablePage   *self,
                                                       int                delta);

/* Search and filters */
gboolean           mattra_table_page_get_search_shown (MattraTablePage   *self);
void               mattra_table_page_set_search_shown (MattraTablePage   *self,
                                                       gboolean           shown);
const char        *mattra_table_page_get_search       (MattraTablePage   *self);
void               mattra_table_page_set_search       (MattraTablePage   *self,
                                                       const char        *text);
void               mattra_table_page_clear_filters    (MattraTablePage   *self);

G_END_DECLS
