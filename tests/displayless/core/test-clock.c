/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "mattra-clock.h"
#include "mattra-data.h"
#include "mattra-error.h"

static void
count_cb (MattraClock *clock,
          guint       *count)
{
  (*count)++;
}

static void
test_day_changed (void)
{
  g_autoptr (MattraClock) clock = mattra_clock_new ();
  guint count = 0;

  g_signal_connect (clock, "day-changed", G_CALLBACK (count_cb), &count);
  mattra_clock_set_fixed (clock, mattra_date_make (2022, 12, 9));
  mattra_clock_set_fixed (clock, mattra_date_make (2022, 12, 9));
  mattra_clock_set_fixed (clock, mattra_date_make (2022, 12, 10));
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpint (mattra_date_compare (mattra_clock_get_today (clock), mattra_date_make (2022, 12, 10)), ==, 0);
  g_assert_cmpint (mattra_clock_get_now (clock), ==, G_GINT64_CONSTANT (1670673600000));
  g_assert_finalize_object (g_steal_pointer (&clock));
}

static void
test_follows_system (void)
{
  g_autoptr (MattraClock) clock = mattra_clock_new ();

  g_assert_cmpint (ABS (mattra_clock_get_now (clock) - g_get_real_time () / 1000), <, 60000);
  g_assert_true (mattra_date_is_set (mattra_clock_get_today (clock)));
}

/* Back as well as on, over 29 February and both ends of a fiscal year; the same day is no other one. */
static void
test_turns_over (void)
{
  static const struct
  {
    int year;
    int month;
    int day;
    guint count;
  } days[] = { { 2028, 2, 28, 1 }, { 2028, 2, 29, 2 }, { 2028, 3, 1, 3 },  { 2028, 2, 29, 4 }, { 2028, 2, 29, 4 },
               { 2027, 9, 30, 5 }, { 2027, 10, 1, 6 }, { 2027, 9, 30, 7 }, { 2030, 1, 1, 8 } };
  g_autoptr (MattraClock) clock = mattra_clock_new ();
  guint count = 0;

  g_signal_connect (clock, "day-changed", G_CALLBACK (count_cb), &count);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      mattra_clock_set_fixed (clock, mattra_date_make (days[i].year, days[i].month, days[i].day));
      g_assert_cmpuint (count, ==, days[i].count);
      g_assert_cmpint (mattra_clock_get_minute (clock), ==, 720);
    }
}

/* The day is that of the place where one is: between the outermost zones there are always two. */
static void
test_zones (void)
{
  static const char *const zones[] = { "Pacific/Kiritimati", "Asia/Bangkok", "UTC", "Pacific/Niue" };
  g_autofree char *before = g_strdup (g_getenv ("TZ"));
  MattraDate days[G_N_ELEMENTS (zones)];

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
      g_autoptr (MattraClock) clock = NULL;
      g_autoptr (GDateTime) now = NULL;

      if (zone == NULL)
        {
          g_test_skip ("no time zones are installed");
          return;
        }
      g_setenv ("TZ", zones[i], TRUE);
      clock = mattra_clock_new ();
      days[i] = mattra_clock_get_today (clock);
      now = g_date_time_new_now (zone);
      g_assert_cmpint (mattra_date_compare (days[i], mattra_date_make (g_date_time_get_year (now),
                                                                       g_date_time_get_month (now),
                                                                       g_date_time_get_day_of_month (now))), ==, 0);
      g_assert_cmpint (ABS (mattra_clock_get_minute (clock)
                            - (g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now))), <=, 1);
    }
  g_assert_cmpint (mattra_date_days_between (days[G_N_ELEMENTS (zones) - 1], days[0]), >=, 1);
  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
}

/* Time that jumps */

static gint64
tell_time (gpointer user_data)
{
  return *(const gint64 *) user_data;
}

/* A moment by the clock on the wall of @zone. */
static gint64
moment (const char *zone,
        const char *text)
{
  g_autoptr (GTimeZone) place = g_time_zone_new_identifier (zone);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, place);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

/* Midnight, a suspend of one night and of many, a clock that is set back and on, 29 February, both ends of a fiscal
 * year, and a journey: the day is that of the wall, and is told once. */
static void
test_jumps (void)
{
  static const struct
  {
    const char *zone;
    const char *before;
    const char *zone_after;
    const char *after;
    const char *day;
    guint told;
  } jumps[] = {
    { "Asia/Bangkok", "2027-05-14T08:00:00", NULL, "2027-05-14T23:59:59", "2027-05-14", 0 },
    { "Asia/Bangkok", "2027-05-14T23:59:59", NULL, "2027-05-15T00:00:00", "2027-05-15", 1 },
    { "Asia/Bangkok", "2027-05-14T18:00:00", NULL, "2027-05-17T07:45:00", "2027-05-17", 1 },
    { "Asia/Bangkok", "2027-05-15T00:10:00", NULL, "2027-05-14T23:50:00", "2027-05-14", 1 },
    { "Asia/Bangkok", "2027-05-15T12:00:00", NULL, "2027-05-15T00:00:00", "2027-05-15", 0 },
    { "Asia/Bangkok", "2027-05-15T12:00:00", NULL, "2021-01-01T12:00:00", "2021-01-01", 1 },
    { "Asia/Bangkok", "2028-02-28T23:59:59", NULL, "2028-02-29T00:00:01", "2028-02-29", 1 },
    { "Asia/Bangkok", "2028-02-29T23:59:59", NULL, "2028-03-01T00:00:01", "2028-03-01", 1 },
    { "Asia/Bangkok", "2027-02-28T23:59:59", NULL, "2027-03-01T00:00:01", "2027-03-01", 1 },
    { "Asia/Bangkok", "2027-09-30T23:59:59", NULL, "2027-10-01T00:00:00", "2027-10-01", 1 },
    { "Asia/Bangkok", "2027-10-01T00:00:00", NULL, "2027-09-30T23:59:59", "2027-09-30", 1 },
    { "Asia/Bangkok", "2027-12-31T23:59:59", NULL, "2028-01-01T00:00:00", "2028-01-01", 1 },
    { "Asia/Bangkok", "2027-05-15T06:00:00", "UTC", "2027-05-14T23:00:00", "2027-05-14", 1 },
    { "Asia/Bangkok", "2027-05-15T12:00:00", "Pacific/Niue", "2027-05-14T18:00:00", "2027-05-14", 1 },
    { "Asia/Bangkok", "2027-05-15T12:00:00", "Asia/Tokyo", "2027-05-15T14:00:00", "2027-05-15", 0 },
    { "Europe/Berlin", "2027-03-27T23:59:59", NULL, "2027-03-28T00:00:00", "2027-03-28", 1 },
    { "Africa/Cairo", "2027-04-29T23:59:59", NULL, "2027-04-30T01:00:00", "2027-04-30", 1 },
  };
  g_autofree char *home = g_strdup (g_getenv ("TZ"));

  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (jumps[i].zone);
      g_autoptr (MattraClock) clock = mattra_clock_new ();
      g_autofree char *day = NULL;
      gint64 now = 0;
      guint told = 0;

      if (zone == NULL)
        {
          g_test_skip ("no time zones are installed");
          break;
        }
      g_setenv ("TZ", jumps[i].zone, TRUE);
      now = moment (jumps[i].zone, jumps[i].before);
      mattra_clock_set_source (clock, tell_time, &now);
      g_signal_connect (clock, "day-changed", G_CALLBACK (count_cb), &told);
      if (jumps[i].zone_after != NULL)
        g_setenv ("TZ", jumps[i].zone_after, TRUE);
      now = moment (jumps[i].zone_after ? jumps[i].zone_after : jumps[i].zone, jumps[i].after);
      mattra_clock_look (clock);
      mattra_clock_look (clock);
      g_test_message ("%s %s to %s", jumps[i].zone, jumps[i].before, jumps[i].after);
      day = mattra_date_to_iso (mattra_clock_get_today (clock));
      g_assert_cmpstr (day, ==, jumps[i].day);
      g_assert_cmpuint (told, ==, jumps[i].told);
      g_assert_cmpint (mattra_clock_get_now (clock), ==, now / 1000);
    }
  if (home != NULL)
    g_setenv ("TZ", home, TRUE);
  else
    g_unsetenv ("TZ");
}

/* The time of another place that goes on as ours does. */
static gint64
tell_shifted_time (gpointer user_data)
{
  return g_get_real_time () + *(const gint64 *) user_data;
}

#ifdef __linux__

/* The clock looks by itself each minute: until then nothing but the wake can have told of the day. */
#define SECONDS_BEFORE_LOOK 45

static gboolean
note_over (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

#endif

/* Nobody looks: at midnight by the wall the clock wakes of itself. */
static void
test_wakes (void)
{
#ifdef __linux__
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) midnight = g_date_time_new (zone, 2027, 10, 1, 0, 0, 0);
  g_autoptr (MattraClock) clock = mattra_clock_new ();
  gint64 shift = g_date_time_to_unix (midnight) * G_USEC_PER_SEC - g_get_real_time () - G_USEC_PER_SEC / 2;
  gboolean over = FALSE;
  guint source = g_timeout_add_seconds (SECONDS_BEFORE_LOOK, note_over, &over);
  guint told = 0;

  mattra_clock_set_source (clock, tell_shifted_time, &shift);
  g_assert_cmpint (mattra_date_compare (mattra_clock_get_today (clock), mattra_date_make (2027, 9, 30)), ==, 0);
  g_signal_connect (clock, "day-changed", G_CALLBACK (count_cb), &told);
  while (told == 0 && !over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (told, ==, 1);
  g_source_remove (source);
  g_assert_cmpint (mattra_date_compare (mattra_clock_get_today (clock), mattra_date_make (2027, 10, 1)), ==, 0);
#else
  g_test_skip ("only Linux wakes by the clock on the wall");
#endif
}

static void
test_data_named (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mattra-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "only-here.txt", NULL);
  g_autofree char *old = g_strdup (g_getenv ("MATTRA_DATA_DIR"));
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_setenv ("MATTRA_DATA_DIR", folder, TRUE);
  found = mattra_data_find ("only-here.txt", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, file);
  if (old != NULL)
    g_setenv ("MATTRA_DATA_DIR", old, TRUE);
  g_remove (file);
  g_rmdir (folder);
}

static void
test_data_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mattra_data_find ("no-such-thing.ttf", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "no-such-thing.ttf"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/clock/day-changed", test_day_changed);
  g_test_add_func ("/core/clock/follows-system", test_follows_system);
  g_test_add_func ("/core/clock/turns-over", test_turns_over);
  g_test_add_func ("/core/clock/zones", test_zones);
  g_test_add_func ("/core/clock/jumps", test_jumps);
  g_test_add_func ("/core/clock/wakes", test_wakes);
  g_test_add_func ("/core/data/named", test_data_named);
  g_test_add_func ("/core/data/missing", test_data_missing);
  return g_test_run ();
}
