/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "mattra-autostart.h"
#include "mattra-notice.h"
#include "mattra-notifier.h"
#include "mattra-reminder.h"
#include "mattra-settings.h"
#include "own-folder.h"

/* The entry is there while it is wanted, and is one that GLib reads and would start as it is. */
static void
test_autostart (void)
{
  static const char program[] = "/opt/my \"new\" $place/100%/mattra";
  g_autofree char *path = mattra_autostart_dup_path ();
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autofree char *line = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_prefix (path, g_get_user_config_dir ()));
  g_assert_true (mattra_autostart_set (FALSE, program, &error));
  g_assert_true (mattra_autostart_set (TRUE, program, &error));
  g_assert_no_error (error);
  g_assert_true (g_key_file_load_from_file (entry, path, G_KEY_FILE_NONE, &error));
  line = g_key_file_get_string (entry, "Desktop Entry", "Exec", NULL);
  g_assert_true (g_shell_parse_argv (line, NULL, &words, &error));
  g_assert_cmpstr (words[0], ==, "/opt/my \"new\" $place/100%%/mattra");
  g_assert_cmpstr (words[1], ==, "--background");
  g_assert_true (mattra_autostart_set (TRUE, program, &error));
  g_assert_true (mattra_autostart_set (FALSE, program, &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (mattra_autostart_set (FALSE, program, &error));
  g_assert_no_error (error);
}

/* What is told on a day, from what there is and when it was told last. */
static void
test_notice (void)
{
  static const struct
  {
    guint overdue;
    guint due_soon;
    guint n_divisions;
    const char *last_told;
    const char *title;
    const char *body;
  } days[] = {
    { 0, 0, 0, NULL, NULL, NULL },
    { 0, 0, 0, "2026-11-22", NULL, NULL },
    { 2, 3, 1, NULL, "Overdue: 2 · Due soon: 3", "อบต.หินตั้ง\nกองคลัง" },
    { 2, 0, 1, "2026-11-22", "Overdue: 2", "อบต.หินตั้ง\nกองคลัง" },
    { 2, 0, 1, "2026-11-23", NULL, NULL },
    { 0, 1, 0, "2026-11-22", "Due soon: 1", "อบต.หินตั้ง" },
    { 9, 0, 5, NULL, "Overdue: 9", "อบต.หินตั้ง\nกองคลัง, กองช่าง, กองการศึกษา and 2 more" },
  };
  static const char *const names[] = { "กองคลัง", "กองช่าง", "กองการศึกษา", "สำนักปลัด", "กองสวัสดิการสังคม" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) divisions = g_ptr_array_new ();
      g_autoptr (MattraNotice) notice = NULL;
      MattraNoticeFacts facts = { "อบต.หินตั้ง", days[i].overdue, days[i].due_soon, 0, 0, divisions };

      for (guint k = 0; k < days[i].n_divisions; k++)
        g_ptr_array_add (divisions, (char *) names[k]);
      notice = mattra_notice_new (&facts, mattra_date_make (2026, 11, 23), days[i].last_told, MATTRA_DIGITS_WESTERN);
      g_assert_cmpstr (notice ? notice->title : NULL, ==, days[i].title);
      g_assert_cmpstr (notice ? notice->body : NULL, ==, days[i].body);
    }
}

static void
test_other_lists (void)
{
  MattraNoticeFacts facts = { "อบต.หินตั้ง", 1, 0, 4, 2, NULL };
  g_autoptr (MattraNotice) notice = mattra_notice_new (&facts, mattra_date_make (2026, 11, 23), NULL,
                                                       MATTRA_DIGITS_WESTERN);

  g_assert_cmpstr (notice->title, ==, "Overdue: 1 · No result yet: 4 · Returned: 2");
  facts = (MattraNoticeFacts) { "อบต.หินตั้ง", 0, 0, 0, 2, NULL };
  g_assert_false (mattra_notice_is_over (&facts));
}

/* 23 November 2026 is a Monday. */
static void
test_days (void)
{
  static const struct
  {
    MattraReminderDays days;
    const char *on; /* from that Monday on */
  } cases[] = { { MATTRA_REMINDER_EVERY_DAY, "xxxxxxx" },
                { MATTRA_REMINDER_WORKING_DAYS, "xxxxx--" },
                { MATTRA_REMINDER_MONDAYS, "x------" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int day = 0; day < 7; day++)
      {
        MattraReminder reminder = { .days = cases[i].days };

        g_assert_cmpint (mattra_reminder_is_on (&reminder, mattra_date_add_days (mattra_date_make (2026, 11, 23), day)),
                         ==, cases[i].on[day] == 'x');
      }
}

/* Over the year's end and 29 February. */
static void
test_near (void)
{
  static const struct
  {
    const char *today;
    const char *day;
    int lead_days;
    gboolean near;
  } cases[] = {
    { "2026-09-30", "2026-09-30", 0, TRUE },  { "2026-10-01", "2026-09-30", 30, FALSE },
    { "2026-09-01", "2026-10-01", 30, TRUE }, { "2026-08-31", "2026-09-30", 29, FALSE },
    { "2028-02-28", "2028-03-01", 2, TRUE },  { "2028-02-28", "2028-03-01", 1, FALSE },
    { "2027-02-28", "2027-03-01", 1, TRUE },  { "2028-02-29", "2028-02-29", 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MattraDate today, day;

      g_assert_true (mattra_date_parse_iso (cases[i].today, &today) && mattra_date_parse_iso (cases[i].day, &day));
      g_assert_cmpint (mattra_reminder_is_near (today, day, cases[i].lead_days), ==, cases[i].near);
    }
  g_assert_false (mattra_reminder_is_near (mattra_date_make (2026, 1, 1), MATTRA_DATE_NONE, 100));
}

typedef struct
{
  char *path;
  char *folder;
  MattraSession *session;
  GSettings *settings;
  MattraNotifier *notifier;
  guint n_told;
  guint n_taken_back;
} Fixture;

static void
take_session (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Fixture *self = user_data;
  g_autoptr (GError) error = NULL;

  self->session = mattra_session_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
note_told (MattraNotifier *notifier,
           const char     *title,
           const char     *body,
           Fixture        *self)
{
  self->n_told++;
}

static void
note_taken_back (MattraNotifier *notifier,
                 Fixture        *self)
{
  self->n_taken_back++;
}

static void
set_day (Fixture    *self,
         const char *iso)
{
  MattraDate day = MATTRA_DATE_NONE;

  mattra_date_parse_iso (iso, &day);
  mattra_clock_set_fixed (mattra_session_get_clock (self->session), day);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = own_folder_new ();
  self->path = own_folder_copy_sample (self->folder, "office.mattra");
  mattra_session_open_async (self->path, TRUE, NULL, take_session, self);
  while (self->session == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->settings = mattra_settings_new ();
  g_settings_reset (self->settings, "last-notified");
  self->notifier = mattra_notifier_new (self->session, self->settings);
  g_signal_connect (self->notifier, "tell", G_CALLBACK (note_told), self);
  g_signal_connect (self->notifier, "take-back", G_CALLBACK (note_taken_back), self);
  mattra_session_wait (self->session);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->notifier);
  g_clear_object (&self->settings);
  mattra_session_close (self->session);
  g_clear_object (&self->session);
  own_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
look_on (Fixture    *self,
         const char *day)
{
  set_day (self, day);
  mattra_session_wait (self->session);
}

/* Once a day; again on the next; off when the user wants so. */
static void
test_notifier (Fixture       *self,
               gconstpointer  data)
{
  g_settings_reset (self->settings, "last-notified");
  self->n_told = 0;
  look_on (self, "2026-09-15");
  g_assert_cmpuint (mattra_session_get_list_count (self->session, MATTRA_LIST_OVERDUE)
                    + mattra_session_get_list_count (self->session, MATTRA_LIST_DUE_SOON), >, 0);
  g_assert_cmpuint (self->n_told, ==, 1);
  g_signal_emit_by_name (self->session, "counts-changed");
  g_assert_cmpuint (self->n_told, ==, 1);
  look_on (self, "2026-09-16");
  g_assert_cmpuint (self->n_told, ==, 2);
  g_settings_set_boolean (self->settings, "notifications", FALSE);
  g_assert_cmpuint (self->n_taken_back, ==, 1);
  look_on (self, "2026-09-17");
  g_assert_cmpuint (self->n_told, ==, 2);
  g_settings_set_boolean (self->settings, "notifications", TRUE);
  g_assert_cmpuint (self->n_told, ==, 3);
}

/* Not before its time of the day, and at most once a day, whichever key changes. A day that is fixed stands at noon. */
static void
test_time (Fixture       *self,
           gconstpointer  data)
{
  g_settings_set_int (self->settings, "remind-from", 12 * 60 + 1);
  g_settings_reset (self->settings, "last-notified");
  self->n_told = 0;
  look_on (self, "2026-09-15");
  g_assert_cmpuint (self->n_told, ==, 0);
  g_settings_set_int (self->settings, "remind-from", 12 * 60);
  g_assert_cmpuint (self->n_told, ==, 1);
  g_settings_set_int (self->settings, "remind-from", 0);
  g_assert_cmpuint (self->n_told, ==, 1);
  g_settings_set_string (self->settings, "remind-on", "mondays");
  look_on (self, "2026-09-20");
  g_assert_cmpuint (self->n_told, ==, 1);
  look_on (self, "2026-09-21");
  g_assert_cmpuint (self->n_told, ==, 2);
  g_settings_reset (self->settings, "remind-on");
  g_settings_reset (self->settings, "remind-from");
}

/* Also what is told of an answer comes in its own time. */
static void
finish (Fixture *self)
{
  mattra_session_wait (self->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* What nobody wants to be told is not told; another lead time counts anew. Many measures end with March. */
static void
test_lists (Fixture       *self,
            gconstpointer  data)
{
  mattra_session_set_round (self->session, MATTRA_ROUND_FIRST_HALF);
  g_settings_set_boolean (self->settings, "remind-overdue", FALSE);
  look_on (self, "2025-12-20");
  g_settings_reset (self->settings, "last-notified");
  self->n_told = 0;
  g_settings_set_int (self->settings, "remind-due-days", 0);
  finish (self);
  g_assert_cmpuint (self->n_told, ==, 0);
  g_settings_set_int (self->settings, "remind-due-days", 180);
  finish (self);
  g_assert_cmpuint (self->n_told, ==, 1);
  g_settings_reset (self->settings, "remind-due-days");
  g_settings_reset (self->settings, "remind-overdue");
}

/* A clock that is set back tells of the day again only where it was not told of last. */
static void
test_set_back (Fixture       *self,
               gconstpointer  data)
{
  g_settings_reset (self->settings, "last-notified");
  self->n_told = 0;
  look_on (self, "2026-09-30");
  g_assert_cmpuint (self->n_told, ==, 1);
  look_on (self, "2026-09-29");
  g_assert_cmpuint (self->n_told, ==, 2);
  look_on (self, "2026-09-29");
  g_assert_cmpuint (self->n_told, ==, 2);
}

static gint64
tell_time (gpointer user_data)
{
  return *(const gint64 *) user_data;
}

/* An evening, a suspend until before the time one wants to be told at, and the clock put back and right again: each day
 * is told of once it is time, and no day of another time zone. */
static void
test_suspend (Fixture       *self,
              gconstpointer  data)
{
  static const struct
  {
    const char *time; /* by the wall of the test's time zone */
    guint n_told;
  } moments[] = {
    { "2026-09-15T08:29:59", 0 }, { "2026-09-15T08:30:00", 1 }, { "2026-09-15T23:59:59", 1 },
    { "2026-09-16T00:00:00", 1 }, { "2026-09-18T07:00:00", 1 }, { "2026-09-18T09:15:00", 2 },
    { "2026-09-30T23:59:59", 3 }, { "2026-10-01T08:29:00", 3 }, { "2026-09-30T23:00:00", 3 },
    { "2026-10-01T12:00:00", 4 },
  };
  gint64 now = 0;

  g_settings_set_int (self->settings, "remind-from", 8 * 60 + 30);
  g_settings_reset (self->settings, "last-notified");
  self->n_told = 0;
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
      g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (moments[i].time, zone);

      now = g_date_time_to_unix (time) * G_USEC_PER_SEC;
      if (i == 0)
        mattra_clock_set_source (mattra_session_get_clock (self->session), tell_time, &now);
      mattra_session_look (self->session);
      finish (self);
      /* As each minute. */
      g_signal_emit_by_name (self->session, "counts-changed");
      finish (self);
      g_test_message ("%s", moments[i].time);
      g_assert_cmpuint (self->n_told, ==, moments[i].n_told);
    }
  mattra_clock_set_source (mattra_session_get_clock (self->session), NULL, NULL);
  g_settings_reset (self->settings, "remind-from");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = own_folder_new ();
  int status;

  /* Before GLib asks for it; nothing of the user's is touched. */
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/notify/autostart", test_autostart);
  g_test_add_func ("/ui/notify/notice", test_notice);
  g_test_add_func ("/ui/notify/other-lists", test_other_lists);
  g_test_add_func ("/ui/notify/days", test_days);
  g_test_add_func ("/ui/notify/near", test_near);
  g_test_add ("/ui/notify/time", Fixture, NULL, set_up, test_time, tear_down);
  g_test_add ("/ui/notify/lists", Fixture, NULL, set_up, test_lists, tear_down);
  g_test_add ("/ui/notify/set-back", Fixture, NULL, set_up, test_set_back, tear_down);
  g_test_add ("/ui/notify/suspend", Fixture, NULL, set_up, test_suspend, tear_down);
  g_test_add ("/ui/notify/notifier", Fixture, NULL, set_up, test_notifier, tear_down);
  status = g_test_run ();
  own_folder_remove (folder);
  return status;
}
