/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-standing.h"

G_BEGIN_DECLS

/**
 * MattraSmartList:
 *
 * The lists of the sidebar that go across divisions.
 */
typedef enum
{
  MATTRA_LIST_ALL,
  MATTRA_LIST_OVERDUE,
  MATTRA_LIST_DUE_SOON,
  MATTRA_LIST_NO_RESULT,
  MATTRA_LIST_RETURNED,
  MATTRA_LIST_SUBMITTED,
  MATTRA_LIST_CHANGED, /* after it was approved */
} MattraSmartList;

#define MATTRA_N_SMART_LISTS (MATTRA_LIST_CHANGED + 1)

/* Measures that name no ITA indicator. */
#define MATTRA_INDICATOR_NONE (-1)

/**
 * MattraFilter:
 * @division: (nullable): ULID of a division, "" for no division, %NULL for all.
 * @list: smart list.
 * @statuses: bits 1 << MattraStatus that are let through; 0 for all.
 * @indicator: ITA indicator that is let through; 0 for all, %MATTRA_INDICATOR_NONE for none.
 * @groups: bits 1 << MattraGroup that are let through; 0 for all.
 * @years: bits 1 << MattraYearMark that are let through; 0 for all.
 *
 * Which measures are wanted. What a window shows, what an overview counts and what a mark on it opens are all told by
 * one of these.
 */
typedef struct
{
  char *division;
  MattraSmartList list;
  guint statuses;
  int indicator;
  guint groups;
  guint years;
} MattraFilter;

void     mattra_filter_copy      (MattraFilter         *self,
                                  const MattraFilter   *filter);
void     mattra_filter_clear     (MattraFilter         *self);
gboolean mattra_filter_is_equal  (const MattraFilter   *self,
                                  const MattraFilter   *filter);
gboolean mattra_filter_is_plain  (const MattraFilter   *self);
int      mattra_filter_get_place (const MattraFilter   *self,
                                  MattraPlan           *plan);
gboolean mattra_filter_lets      (const MattraFilter   *self,
                                  const MattraStanding *standing,
                                  int                   place,
                                  MattraRound           round);
gboolean mattra_filter_lets_part (const MattraFilter  *self,
                                  const MattraPart     *part,
                                  MattraRound           round);
gboolean mattra_part_is_in_list  (const MattraPart     *self,
                                  MattraSmartList       list,
                                  MattraRound           round);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MattraFilter, mattra_filter_clear)

G_END_DECLS
