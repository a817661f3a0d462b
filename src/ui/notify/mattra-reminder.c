/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-reminder.h"

/**
 * mattra_reminder_read:
 * @self: (out caller-allocates): what is wanted
 * @settings: the user's settings
 *
 * Reads what the user of this account wants to be told.
 */
void
mattra_reminder_read (MattraReminder *self,
                      GSettings      *settings)
{
  g_return_if_fail (self != NULL && G_IS_SETTINGS (settings));

  self->overdue = g_settings_get_boolean (settings, "remind-overdue");
  self->due_soon = g_settings_get_boolean (settings, "remind-due-soon");
  self->due_days = g_settings_get_int (settings, "remind-due-days");
  self->no_result = g_settings_get_boolean (settings, "remind-no-result");
  self->answer_days = g_settings_get_int (settings, "remind-answer-days");
  self->returned = g_settings_get_boolean (settings, "remind-returned");
  self->days = (MattraReminderDays) g_settings_get_enum (settings, "remind-on");
  self->minute = g_settings_get_int (settings, "remind-from");
}

/**
 * mattra_reminder_is_on:
 * @self: what is wanted
 * @day: a day
 *
 * Returns: whether the user wants to be told on it
 */
gboolean
mattra_reminder_is_on (const MattraReminder *self,
                       MattraDate            day)
{
  int weekday = mattra_date_weekday (day);

  switch (self->days)
    {
    case MATTRA_REMINDER_WORKING_DAYS:
      return weekday >= G_DATE_MONDAY && weekday <= G_DATE_FRIDAY;
    case MATTRA_REMINDER_MONDAYS:
      return weekday == G_DATE_MONDAY;
    case MATTRA_REMINDER_EVERY_DAY:
    default:
      return TRUE;
    }
}

/**
 * mattra_reminder_is_near:
 * @today: the day
 * @day: what is waited for, or none
 * @lead_days: how many days before it one wants to be told
 *
 * Returns: whether @day is not over, and not farther than @lead_days
 */
gboolean
mattra_reminder_is_near (MattraDate today,
                         MattraDate day,
                         int        lead_days)
{
  int left = mattra_date_is_set (day) ? mattra_date_days_between (today, day) : -1;

  return left >= 0 && left <= lead_days;
}
