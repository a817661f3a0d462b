/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraCalendarOptions:
 * @round: the round whose deadlines are wanted; %MATTRA_ROUND_NONE for all that are open.
 * @division: (nullable): ULID of the only division wanted.
 * @lead_days: how many days before the deadline the calendar reminds; negative for not at all.
 *
 * What a calendar of deadlines holds.
 */
typedef struct
{
  MattraRound round;
  const char *division;
  int lead_days;
} MattraCalendarOptions;

gboolean mattra_export_calendar (MattraStore                  *store,
                                 MattraPlan                   *plan,
                                 const MattraCalendarOptions  *options,
                                 const char                   *path,
                                 GError                      **error);

G_END_DECLS
