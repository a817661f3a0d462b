/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-table-page.h"

#include <adwaita.h>

#include "mattra-table-delegate.h"
#include "mattra-table-goal.h"

G_BEGIN_DECLS

/* What the files of the page share. */

struct _MattraTablePage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search;
  GtkMenuButton *filter;
  GtkWidget *hits_line;
  GtkLabel *hits;
  GtkButton *clear;
  GtkWidget *table;
  GtkScrolledWindow *scrolled;
  AdwStatusPage *empty;
  GtkButton *next_step;
  GtkButton *other_step;
  GtkSpinner *spinner;

  MattraSession *session;
  GSettings *settings;
  MattraMeasureList *list;
  MattraTableDelegate *delegate;
  MattraGrid *grid;
  MattraTableFilter *filters;

  char *measure;       /* ULID of the measure the cursor stands on */
  char *far;           /* ULID of the measure at the other end of the rows that are selected; NULL: one row */
  guint n_selected;
  char *field;
  MattraTableGoal goal;
  guint busy_timer;
  guint busy_idle;
  gboolean busy;       /* the store has been at work for some time */
  gboolean following;  /* the grid follows the list: not a movement of the user */
};

/* mattra-table-search.c: search and filters, and what they leave */
void     mattra_table_page_init_search (MattraTablePage *self);
gboolean mattra_table_page_is_filtered (MattraTablePage *self);
void     mattra_table_page_show_hits   (MattraTablePage *self);
void     mattra_table_page_take_filter (MattraTablePage *self);

/* mattra-table-review.c: approving the answers of the rows that are selected */
void     mattra_table_page_approve     (MattraTablePage *self);
gboolean mattra_table_page_may_approve (MattraTablePage *self);

/* mattra-table-cursor.c: where one stands in the table, and where one is led */
void     mattra_table_page_note_cursor   (MattraTablePage *self);
MattraGridColumn *mattra_table_page_find_column (MattraTablePage *self,
                                                 const char      *field);
void     mattra_table_page_follow_measure (MattraTablePage *self);
gboolean mattra_table_page_reach_goal    (MattraTablePage *self);
void     mattra_table_page_widen_to_goal (MattraTablePage *self);
void     mattra_table_page_want          (MattraTablePage      *self,
                                          const char           *measure,
                                          const char           *field,
                                          const char           *text,
                                          MattraTableGoalFlags  flags);

G_END_DECLS
