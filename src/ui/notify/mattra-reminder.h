/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-date.h"

G_BEGIN_DECLS

/**
 * MattraReminderDays:
 * @MATTRA_REMINDER_EVERY_DAY: each day
 * @MATTRA_REMINDER_WORKING_DAYS: Monday to Friday
 * @MATTRA_REMINDER_MONDAYS: once a week
 *
 * The days on which one wants to be told.
 */
typedef enum
{
  MATTRA_REMINDER_EVERY_DAY,
  MATTRA_REMINDER_WORKING_DAYS,
  MATTRA_REMINDER_MONDAYS,
} MattraReminderDays;

/**
 * MattraReminder:
 * @overdue: tell what is late
 * @due_soon: tell what will be
 * @due_days: how many days before its last day
 * @no_result: tell what has no result yet
 * @answer_days: how many days before the round's answers are due
 * @returned: tell what was sent back
 * @days: on which days
 * @minute: from which minute of the day on
 *
 * What the user of this account wants to be told, and when.
 */
typedef struct
{
  gboolean overdue;
  gboolean due_soon;
  int due_days;
  gboolean no_result;
  int answer_days;
  gboolean returned;
  MattraReminderDays days;
  int minute;
} MattraReminder;

void     mattra_reminder_read    (MattraReminder       *self,
                                  GSettings            *settings);
gboolean mattra_reminder_is_on   (const MattraReminder *self,
                                  MattraDate            day);
gboolean mattra_reminder_is_near (MattraDate            today,
                                  MattraDate            day,
                                  int                   lead_days);

G_END_DECLS
