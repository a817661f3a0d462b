/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-date.h"

G_BEGIN_DECLS

/**
 * MattraMinute:
 * @id: (nullable): ULID; %NULL until the register gave one.
 * @meeting: day of the meeting.
 * @sort_key: (nullable): its place among the lines of the meeting.
 * @measure: (nullable): ULID of the measure it is about; %NULL for the plan as a whole.
 * @text: what was decided.
 * @person: (nullable): who wrote it down.
 * @number: number of the measure; 0 for none.
 *
 * A line of the minutes (รายงานการประชุม) of a meeting.
 */
typedef struct
{
  char *id;
  MattraDate meeting;
  char *sort_key;
  char *measure;
  char *text;
  char *person;
  int number;
} MattraMinute;

void mattra_minute_free (MattraMinute *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraMinute, mattra_minute_free)

G_END_DECLS
