/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-clock.h"

/*
 * A timeout counts time awake only, so one armed for midnight is late by the length of a suspend.
 * Looking at least once a minute bounds that, and a clock set by hand is noticed as well.
 */
#define MAX_WAIT_SECONDS 60

struct _MattraClock
{
  GObject parent_instance;

  MattraDate fixed;
  MattraDate announced;
  guint timeout_id;
};

G_DEFINE_FINAL_TYPE (MattraClock, mattra_clock, G_TYPE_OBJECT)

enum
{
  DAY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void arm_timeout (MattraClock *self);

static guint
seconds_to_midnight (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int passed = g_date_time_get_hour (now) * 3600 + g_date_time_get_minute (now) * 60
               + g_date_time_get_second (now);

  return (guint) MAX (24 * 3600 - passed, 1);
}

static void
announce_day (MattraClock *self)
{
  MattraDate today = mattra_clock_get_today (self);

  if (mattra_date_compare (today, self->announced) == 0)
    return;
  self->announced = today;
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

static gboolean
timeout_cb (gpointer data)
{
  g_autoptr (MattraClock) self = g_object_ref (MATTRA_CLOCK (data));

  self->timeout_id = 0;
  arm_timeout (self);
  announce_day (self);
  return G_SOURCE_REMOVE;
}

static void
arm_timeout (MattraClock *self)
{
  self->timeout_id = g_timeout_add_seconds (MIN (seconds_to_midnight (), MAX_WAIT_SECONDS),
                                            timeout_cb, self);
}

static void
mattra_clock_dispose (GObject *object)
{
  MattraClock *self = MATTRA_CLOCK (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  G_OBJECT_CLASS (mattra_clock_parent_class)->dispose (object);
}

static void
mattra_clock_class_init (MattraClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_clock_dispose;

  /**
   * MattraClock::day-changed:
   * @self: the clock
   *
   * Another day than at the last emission: after midnight, a suspend or a change of the clock.
   */
  signals[DAY_CHANGED] = g_signal_new ("day-changed", MATTRA_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
}

static void
mattra_clock_init (MattraClock *self)
{
  self->announced = mattra_clock_get_today (self);
  arm_timeout (self);
}

/**
 * mattra_clock_new:
 *
 * Makes a clock that follows the system's time as long as the default main context runs.
 *
 * Returns: (transfer full): a clock
 */
MattraClock *
mattra_clock_new (void)
{
  return g_object_new (MATTRA_TYPE_CLOCK, NULL);
}

/**
 * mattra_clock_get_today:
 * @self: a clock
 *
 * Returns: the day it is, in local time
 */
MattraDate
mattra_clock_get_today (MattraClock *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (MATTRA_IS_CLOCK (self), MATTRA_DATE_NONE);

  if (mattra_date_is_set (self->fixed))
    return self->fixed;
  now = g_date_time_new_now_local ();
  return mattra_date_make (g_date_time_get_year (now), g_date_time_get_month (now),
                           g_date_time_get_day_of_month (now));
}

/**
 * mattra_clock_get_now:
 * @self: a clock
 *
 * Returns: this moment, milliseconds since 1970 in UTC; noon of the fixed day if one is set
 */
gint64
mattra_clock_get_now (MattraClock *self)
{
  g_autoptr (GDateTime) noon = NULL;

  g_return_val_if_fail (MATTRA_IS_CLOCK (self), 0);

  if (!mattra_date_is_set (self->fixed))
    return g_get_real_time () / 1000;
  noon = g_date_time_new_utc (self->fixed.year, self->fixed.month, self->fixed.day, 12, 0, 0);
  return g_date_time_to_unix (noon) * 1000;
}

/**
 * mattra_clock_get_minute:
 * @self: a clock
 *
 * Returns: the minute of the day, in local time; that of noon if a day is fixed
 */
int
mattra_clock_get_minute (MattraClock *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (MATTRA_IS_CLOCK (self), 0);

  if (mattra_date_is_set (self->fixed))
    return 12 * 60;
  now = g_date_time_new_now_local ();
  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

/**
 * mattra_clock_set_fixed:
 * @self: a clock
 * @date: the day it shall be from now on, none to follow the system again
 *
 * Stops the clock at a day, for tests and for papers of another day.
 */
void
mattra_clock_set_fixed (MattraClock *self,
                        MattraDate   date)
{
  g_return_if_fail (MATTRA_IS_CLOCK (self));

  self->fixed = date;
  announce_day (self);
}
