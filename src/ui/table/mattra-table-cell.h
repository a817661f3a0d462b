/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid.h"
#include "mattra-measure-list.h"
#include "mattra-status.h"

G_BEGIN_DECLS

/**
 * MattraTableContext:
 * @plan: the session's plan
 * @round: the round whose answers are shown
 * @division: (nullable): the division whose answers are shown; %NULL or "": those of all
 * @today: today
 * @digits: the script of numbers and dates
 * @list: (nullable): where it stands, which tells what it is against the year before
 * @actor: (nullable): who uses the window; %NULL for who may do all
 *
 * Under what a cell is looked at.
 */
typedef struct
{
  MattraPlan *plan;
  MattraRound round;
  const char *division;
  MattraDate today;
  MattraDigits digits;
  const MattraActor *actor;
  MattraMeasureList *list;
} MattraTableContext;

const char *mattra_table_cell_division (const MattraTableContext *context);
char     *mattra_table_cell_dup_text   (const MattraTableContext *context,
                                        MattraMeasure            *measure,
                                        const char               *field);
char     *mattra_table_cell_dup_shown  (const MattraTableContext *context,
                                        MattraMeasure            *measure,
                                        const char               *field);
void      mattra_table_cell_look       (const MattraTableContext *context,
                                        MattraMeasure            *measure,
                                        const char               *field,
                                        MattraCellLook           *look);
MattraStatus mattra_table_cell_find_status (const MattraTableContext *context,
                                        MattraMeasure            *measure);
gboolean  mattra_table_cell_is_late    (const MattraTableContext *context,
                                        MattraMeasure            *measure);
char    **mattra_table_cell_dup_choices (const MattraTableContext *context,
                                        const char               *field);
void      mattra_table_cell_look_choice (const char              *field,
                                        const char               *choice,
                                        MattraCellLook           *look);
char     *mattra_table_cell_understand (const MattraTableContext *context,
                                        const char               *field,
                                        const char               *text,
                                        gboolean                 *valid);
char     *mattra_table_cell_dup_value  (const char               *field,
                                        const char               *text);
char     *mattra_table_cell_dup_words  (const MattraTableContext *context,
                                        const char               *field,
                                        const char               *value);

G_END_DECLS
