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
  g_test_add_func ("/core/data/named", test_data_named);
  g_test_add_func ("/core/data/missing", test_data_missing);
  return g_test_run ();
}
