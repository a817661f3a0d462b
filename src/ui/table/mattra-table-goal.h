/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid.h"
#include "mattra-measure-list.h"

G_BEGIN_DECLS

/**
 * MattraTableGoalFlags:
 * @MATTRA_TABLE_GOAL_EDIT: the editor opens there
 * @MATTRA_TABLE_GOAL_KEEP_FOCUS: the keyboard stays where it is
 * @MATTRA_TABLE_GOAL_PASSING: it is given up where the list turns out not to have the measure
 * @MATTRA_TABLE_GOAL_MADE: the measures were just made: nobody would look for them in another list
 * @MATTRA_TABLE_GOAL_STAY: the cursor is where it belongs already, where only the list has the measures
 *
 * How one goes to a cell.
 */
typedef enum
{
  MATTRA_TABLE_GOAL_PLAIN = 0,
  MATTRA_TABLE_GOAL_EDIT = 1 << 0,
  MATTRA_TABLE_GOAL_KEEP_FOCUS = 1 << 1,
  MATTRA_TABLE_GOAL_PASSING = 1 << 2,
  MATTRA_TABLE_GOAL_MADE = 1 << 3,
  MATTRA_TABLE_GOAL_STAY = 1 << 4,
} MattraTableGoalFlags;

/**
 * MattraTableGoal:
 * @measure: (nullable): ULID of the measure to go to as soon as the list has it; %NULL: there is no goal
 * @last: (nullable): ULID of the last of the rows that shall be selected from @measure on
 * @n_rows: how many these are
 * @field: (nullable): id of the column to go to; %NULL: where the cursor is
 * @text: (nullable): what the editor shall open with
 * @flags: how
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
  MattraTableGoalFlags flags;
} MattraTableGoal;

void     mattra_table_goal_set      (MattraTableGoal      *self,
                                     const char           *measure,
                                     const char           *field,
                                     const char           *text,
                                     MattraTableGoalFlags  flags);
void     mattra_table_goal_set_rows (MattraTableGoal      *self,
                                     GPtrArray            *measures,
                                     MattraTableGoalFlags  flags);
void     mattra_table_goal_clear    (MattraTableGoal      *self);
gboolean mattra_table_goal_reach    (MattraTableGoal      *self,
                                     MattraGrid           *grid,
                                     MattraMeasureList    *list);

G_END_DECLS
