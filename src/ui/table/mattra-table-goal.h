/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid.h"
#include "mattra-measure-list.h"

G_BEGIN_DECLS

/**
 * MattraTableGoal:
 * @measure: (nullable): ULID of the measure to go to as soon as the list has it; %NULL: there is no goal
 * @last: (nullable): ULID of the last of the rows that shall be selected from @measure on
 * @n_rows: how many these are
 * @field: (nullable): id of the column to go to; %NULL: where the cursor is
 * @text: (nullable): what the editor shall open with
 * @edit: whether it shall open
 * @keep_focus: whether the keyboard stays where it is
 * @passing: whether it is given up where the list turns out not to have it
 * @made: whether the measures were just made: nobody would look for them in another list
 * @stay: whether the cursor is where it belongs already, where only the list has the measures
 *
 * Where the cursor of a table is to go.
 */
typedef struct
{
  char *measure;
  char *last;
  guint n_rows;
  char *field;
  char *text;
  gboolean edit;
  gboolean keep_focus;
  gboolean passing;
  gboolean made;
  gboolean stay;
} MattraTableGoal;

void     mattra_table_goal_set    (MattraTableGoal   *self,
                                   const char        *measure,
                                   const char        *field,
                                   const char        *text,
                                   gboolean           edit);
void     mattra_table_goal_set_rows (MattraTableGoal *self,
                                   GPtrArray         *measures);
void     mattra_table_goal_clear  (MattraTableGoal   *self);
gboolean mattra_table_goal_reach  (MattraTableGoal   *self,
                                   MattraGrid        *grid,
                                   MattraMeasureList *list);

G_END_DECLS
