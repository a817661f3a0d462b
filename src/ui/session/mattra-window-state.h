/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-session.h"

G_BEGIN_DECLS

/**
 * MattraWindowState:
 * @width: pixels; 0 where not known
 * @height: pixels; 0 where not known
 * @maximized: whether it filled the screen
 * @sidebar: whether the sidebar was shown
 * @form: whether the measure form was shown
 * @fiscal_year: the plan; 0 for the newest
 * @has_round: whether @round says anything
 * @round: the round
 * @division: (nullable): ULID of the division, "" for none, %NULL for all
 * @list: the smart list
 * @columns: (nullable): order, widths and visibility of columns, as the table keeps them
 * @sort: (nullable): field by which it was sorted
 * @descending: largest first
 * @search: (nullable): what was searched for
 * @statuses: bits of the statuses that were let through; 0 for all
 * @indicator: the ITA indicator that was let through; 0 for all, -1 for none
 * @groups: bits of the groups of progress that were let through; 0 for all
 * @years: bits of what measures are against the year before that were let through; 0 for all
 * @view: (nullable): name of the view that was shown
 * @measure: (nullable): ULID of the selected measure
 * @column: (nullable): field of the selected column
 * @uncopied: the fiscal year in which the first half's results were not to be copied; 0 for none
 *
 * How a window over a register was left.
 */
typedef struct
{
  int width;
  int height;
  gboolean maximized;
  gboolean sidebar;
  gboolean form;
  int fiscal_year;
  gboolean has_round;
  MattraRound round;
  char *division;
  MattraSmartList list;
  GVariant *columns;
  char *sort;
  gboolean descending;
  char *search;
  guint statuses;
  int indicator;
  guint groups;
  guint years;
  char *view;
  char *measure;
  char *column;
  int uncopied;
} MattraWindowState;

MattraWindowState *mattra_window_state_new  (void);
void               mattra_window_state_free (MattraWindowState        *self);
MattraWindowState *mattra_window_state_load (const char               *register_path);
gboolean           mattra_window_state_save (const MattraWindowState  *self,
                                             const char               *register_path,
                                             GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraWindowState, mattra_window_state_free)

G_END_DECLS
