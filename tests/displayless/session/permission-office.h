/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session-fixture.h"

G_BEGIN_DECLS

#define OFFICE_OPEN MATTRA_ROUND_FULL_YEAR
#define OFFICE_SHUT MATTRA_ROUND_FIRST_HALF

/* Who has which role there. */
extern const char *const office_people[MATTRA_N_ROLES];

/* A measure of another division (the plan's third) and one of the own (the second) for each state. */
extern const int office_numbers[2][MATTRA_N_REVIEW_STATES];

/* A register with somebody for each role and an answer in each state, and a window over a copy of it. */
typedef struct
{
  char *folder;
  char *path;             /* the register as it was made; nothing is written there any more */
  char *copy;             /* one that is written */
  char *divisions[2];
  const char *names[2];   /* of the divisions; the plan's */
  MattraStore *store;     /* of @path */
  MattraPlan *plan;
  MattraSession *session; /* a window over a copy of its own; NULL after something was written there */
  guint n_windows;
} Office;

void           office_make         (Office         *self,
                                    SessionFixture *fixture);
void           office_clear        (Office         *self);
void           office_copy         (Office         *self);
MattraSession *office_window       (Office         *self);
void           office_close_window (Office         *self);

G_END_DECLS
