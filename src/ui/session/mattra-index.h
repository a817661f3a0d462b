/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-overview.h"
#include "mattra-session.h"

G_BEGIN_DECLS

/* What lists, counts and searches need to know of every measure of a plan, small enough to be kept of
 * all. It is made and used on the worker's thread alone. */
typedef struct _MattraIndex MattraIndex;

/* A measure in the index. */
typedef struct
{
  MattraMeasureKey key;
  char *sort_key;
  MattraStanding standing;
  char *title;
  char *period_text;
  MattraDate start;
  MattraDate end;
  char *text;      /* folded for searching; NULL until somebody searches */
  gsize text_length;
  char *sort_text;   /* by which a list is sorted, where that is a text */
  gint64 sort_worth; /* by which else; 0 for a blank */
} MattraEntry;

/* What is sorted by and is no cell: how far the review of an answer is, and what a measure is against the year before. */
#define MATTRA_SORT_REVIEW "review"
#define MATTRA_SORT_YEAR "year_mark"

/* By what a list is sorted: a cell of a table. */
typedef struct
{
  char *field;
  MattraRound round;
  char *division;
  int place; /* of the division, as for mattra_standing_get_part() */
} MattraSort;

/**
 * MattraFacet:
 * @MATTRA_FACET_SUMMARY: number, indicator, status and answers
 * @MATTRA_FACET_TEXT: what a search looks through
 * @MATTRA_FACET_SORT: by what the list is sorted
 * @MATTRA_FACET_YEARS: what they are against the year before; any change of a measure undoes it
 *
 * What is known of the measures; each is made when it is first needed.
 */
typedef enum
{
  MATTRA_FACET_SUMMARY = 1 << 0,
  MATTRA_FACET_TEXT = 1 << 1,
  MATTRA_FACET_SORT = 1 << 2,
  MATTRA_FACET_YEARS = 1 << 3,
} MattraFacet;

/**
 * MattraView:
 * @filter: which measures
 * @round: round that statuses and texts are of
 * @words: (nullable): folded words that must all occur
 * @sort: (nullable): field by which it is sorted; %NULL for the order of the register
 * @descending: largest first
 * @marked: whether it is told what each is against the year before
 *
 * Which measures are wanted, and in which order.
 */
typedef struct
{
  MattraFilter filter;
  MattraRound round;
  char **words;
  char *sort;
  gboolean descending;
  gboolean marked;
} MattraView;

void         mattra_view_copy              (MattraView        *self,
                                            const MattraView  *view);
void         mattra_view_clear             (MattraView        *self);
gboolean     mattra_view_is_plain          (const MattraView  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MattraView, mattra_view_clear)

MattraIndex *mattra_index_new              (MattraPlan        *plan,
                                            MattraDate         day);
MattraIndex *mattra_index_ref              (MattraIndex       *self);
void         mattra_index_unref            (MattraIndex       *self);
MattraPlan  *mattra_index_get_plan         (MattraIndex       *self);
void         mattra_index_add_extra        (MattraIndex       *self,
                                            const char        *label);
char       **mattra_index_dup_extras       (MattraIndex       *self);
guint        mattra_index_missing          (MattraIndex       *self,
                                            const MattraView  *view);
void         mattra_index_begin            (MattraIndex       *self,
                                            guint              facets,
                                            const MattraView  *view);
gboolean     mattra_index_step             (MattraIndex       *self,
                                            MattraStore       *store,
                                            gboolean          *complete,
                                            GError           **error);
gboolean     mattra_index_update           (MattraIndex       *self,
                                            MattraStore       *store,
                                            GPtrArray         *measures,
                                            GError           **error);
void         mattra_index_count            (MattraIndex       *self,
                                            MattraRound        round,
                                            const char        *division,
                                            guint             *counts,
                                            GArray            *progress);
MattraOverview *mattra_index_overview      (MattraIndex       *self,
                                            MattraRound        round,
                                            const char        *division);
GArray      *mattra_index_view             (MattraIndex       *self,
                                            const MattraView  *view);
GHashTable  *mattra_index_dup_marks        (MattraIndex       *self);
const MattraEntry *mattra_index_lookup     (MattraIndex       *self,
                                            const char        *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraIndex, mattra_index_unref)

/* mattra-facet.c: what a search and a sort look at */
void         mattra_entry_index_text       (MattraEntry       *self,
                                            MattraMeasure     *measure,
                                            MattraRound        round);
void         mattra_entry_index_sort       (MattraEntry       *self,
                                            MattraPlan        *plan,
                                            MattraMeasure     *measure,
                                            const MattraSort  *sort);
void         mattra_entry_mark_year        (MattraEntry       *self,
                                            MattraYearMark     mark,
                                            const MattraSort  *sort);
int          mattra_entry_compare_sort     (gconstpointer      a,
                                            gconstpointer      b,
                                            gpointer           descending);

G_END_DECLS
