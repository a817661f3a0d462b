/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-session.h"

G_BEGIN_DECLS

/* What lists, counts and searches need to know of every measure of a plan, small enough to be kept of
 * all. It is made and used on the worker's thread alone. */
typedef struct _MattraIndex MattraIndex;

/* Answers with no round, of the first half, of the full year. */
#define MATTRA_N_ROUNDS (MATTRA_ROUND_FULL_YEAR + 1)

/* What one division, or nobody, owes to a measure. */
typedef struct
{
  guint16 division; /* place among the plan's divisions */
  guint8 status[MATTRA_N_ROUNDS];
  guint8 flags[MATTRA_N_ROUNDS];
} MattraPart;

#define MATTRA_NO_DIVISION G_MAXUINT16

enum
{
  MATTRA_PART_EXPECTED = 1 << 0,
  MATTRA_PART_ANSWERED = 1 << 1,
  MATTRA_PART_OVERDUE = 1 << 2,
  MATTRA_PART_RETURNED = 1 << 3,
  MATTRA_PART_SUBMITTED = 1 << 4,
  MATTRA_PART_CHANGED = 1 << 5, /* after it was approved */
  MATTRA_PART_REVIEW = MATTRA_PART_RETURNED | MATTRA_PART_SUBMITTED | MATTRA_PART_CHANGED,
};

/* A measure in the index. */
typedef struct
{
  MattraMeasureKey key;
  char *sort_key;
  int number;
  guint8 indicator;
  MattraPart whole;
  MattraPart *parts;
  guint n_parts;
  char *text;      /* folded for searching; NULL until somebody searches */
  gsize text_length;
  char *sort_text;   /* by which a list is sorted, where that is a text */
  gint64 sort_worth; /* by which else; 0 for a blank */
} MattraEntry;

/* By what a list is sorted: a cell of a table. */
typedef struct
{
  char *field;
  MattraRound round;
  char *division;
  int place; /* of the division, as for mattra_entry_part() */
} MattraSort;

#define MATTRA_ALL_DIVISIONS (-1)

/**
 * MattraFacet:
 * @MATTRA_FACET_SUMMARY: number, indicator, status and answers
 * @MATTRA_FACET_TEXT: what a search looks through
 * @MATTRA_FACET_SORT: by what the list is sorted
 *
 * What is known of the measures; each is made when it is first needed.
 */
typedef enum
{
  MATTRA_FACET_SUMMARY = 1 << 0,
  MATTRA_FACET_TEXT = 1 << 1,
  MATTRA_FACET_SORT = 1 << 2,
} MattraFacet;

/**
 * MattraView:
 * @division: (nullable): ULID of a division, "" for no division, %NULL for all
 * @list: smart list
 * @round: round that statuses and texts are of
 * @statuses: bits 1 << MattraStatus that are let through; 0 for all
 * @indicator: ITA indicator that is let through; 0 for all
 * @words: (nullable): folded words that must all occur
 * @sort: (nullable): field by which it is sorted; %NULL for the order of the register
 * @descending: largest first
 *
 * Which measures are wanted, and in which order.
 */
typedef struct
{
  char *division;
  MattraSmartList list;
  MattraRound round;
  guint statuses;
  int indicator;
  char **words;
  char *sort;
  gboolean descending;
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
                                            guint             *counts,
                                            GArray            *progress);
GArray      *mattra_index_view             (MattraIndex       *self,
                                            const MattraView  *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraIndex, mattra_index_unref)

/* mattra-part.c: what a measure owes */
void         mattra_entry_summarise        (MattraEntry       *self,
                                            MattraPlan        *plan,
                                            MattraMeasure     *measure,
                                            MattraDate         day);
const MattraPart *mattra_entry_part        (const MattraEntry *self,
                                            int                place);
void         mattra_entry_free             (MattraEntry       *self);

/* mattra-facet.c: what a search and a sort look at */
void         mattra_entry_index_text       (MattraEntry       *self,
                                            MattraMeasure     *measure,
                                            MattraRound        round);
void         mattra_entry_index_sort       (MattraEntry       *self,
                                            MattraPlan        *plan,
                                            MattraMeasure     *measure,
                                            const MattraSort  *sort);
int          mattra_entry_compare_sort     (gconstpointer      a,
                                            gconstpointer      b,
                                            gpointer           descending);

G_END_DECLS
