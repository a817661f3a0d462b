/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "loop-clock.h"
#include "mattra-window.h"

typedef enum
{
  BIG_DESK_BEGUN,
  BIG_DESK_ANSWERED,
  BIG_DESK_SHOWN,
} BigDeskState;

/* The program's window over a register of many measures, in this process. */
typedef struct
{
  MattraApplication *application;
  MattraWindow *window;
  char *folder;
  char *path;
  guint n;
  BigDeskState state;
  Cost cost; /* up to the frame that shows the answer with all its rows */
} BigDesk;

void               big_desk_init  (BigDesk *self,
                                   char    *program,
                                   guint    n);
void               big_desk_open  (BigDesk *self);
void               big_desk_clear (BigDesk *self);
void               big_desk_begin (BigDesk *self);
Cost               big_desk_still (BigDesk *self);
void               big_desk_follow_search (BigDesk *self);
MattraTablePage   *big_desk_table (BigDesk *self);
MattraMeasureList *big_desk_list  (BigDesk *self);
MattraGrid        *big_desk_grid  (BigDesk *self);
double             big_desk_memory (void);
