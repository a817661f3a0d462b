/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The heights of a table's rows: exact where a row was measured, else one estimate for all. Sums up to
 * a row, and the row at a height, in O(log n). */
typedef struct _MattraHeightTree MattraHeightTree;

MattraHeightTree *mattra_height_tree_new          (guint             n_rows,
                                                   int               estimate);
void              mattra_height_tree_free         (MattraHeightTree *self);
guint             mattra_height_tree_get_n_rows   (MattraHeightTree *self);
guint             mattra_height_tree_get_n_exact  (MattraHeightTree *self);
int               mattra_height_tree_get_mean     (MattraHeightTree *self);
void              mattra_height_tree_set_estimate (MattraHeightTree *self,
                                                   int               estimate);
gint64            mattra_height_tree_get_total    (MattraHeightTree *self);
gint64            mattra_height_tree_get_top      (MattraHeightTree *self,
                                                   guint             row);
int               mattra_height_tree_get_height   (MattraHeightTree *self,
                                                   guint             row);
void              mattra_height_tree_set_height   (MattraHeightTree *self,
                                                   guint             row,
                                                   int               height);
guint             mattra_height_tree_find         (MattraHeightTree *self,
                                                   gint64            y);
void              mattra_height_tree_splice       (MattraHeightTree *self,
                                                   guint             position,
                                                   guint             removed,
                                                   guint             added);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraHeightTree, mattra_height_tree_free)

G_END_DECLS
