/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-measure.h"
#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_MEASURE_ROW (mattra_measure_row_get_type ())

/* A row of the list: its key is known at once, its measure as soon as its page is loaded; the list
 * then says items-changed for the page. */
G_DECLARE_FINAL_TYPE (MattraMeasureRow, mattra_measure_row, MATTRA, MEASURE_ROW, GObject)

const char    *mattra_measure_row_get_id      (MattraMeasureRow *self);
MattraMeasure *mattra_measure_row_get_measure (MattraMeasureRow *self);

#define MATTRA_TYPE_MEASURE_LIST (mattra_measure_list_get_type ())

/* The measures that a session's filter lets through as a GListModel of MattraMeasureRow: an array
 * of keys, filtered and sorted, with the objects made by pages on demand. Property "pending": keys
 * are being loaded, filtered or sorted. */
G_DECLARE_FINAL_TYPE (MattraMeasureList, mattra_measure_list, MATTRA, MEASURE_LIST, GObject)

MattraMeasureList *mattra_measure_list_new         (MattraSession     *session);
void               mattra_measure_list_set_search  (MattraMeasureList *self,
                                                    const char        *text);
void               mattra_measure_list_prefetch_search (MattraMeasureList *self);
void               mattra_measure_list_set_sort    (MattraMeasureList *self,
                                                    const char        *field,
                                                    gboolean           descending);
void               mattra_measure_list_set_marked  (MattraMeasureList *self,
                                                    gboolean           marked);
MattraYearMark     mattra_measure_list_get_mark    (MattraMeasureList *self,
                                                    const char        *id);
gboolean           mattra_measure_list_find        (MattraMeasureList *self,
                                                    const char        *id,
                                                    guint             *position);
guint              mattra_measure_list_get_serial (MattraMeasureList *self);
const char        *mattra_measure_list_get_id      (MattraMeasureList *self,
                                                    guint              position);
MattraMeasure     *mattra_measure_list_peek        (MattraMeasureList *self,
                                                    guint              position);
gboolean           mattra_measure_list_get_sorted  (MattraMeasureList *self);
gboolean           mattra_measure_list_get_pending (MattraMeasureList *self);

G_END_DECLS
