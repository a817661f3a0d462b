/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-notice.h"
#include "mattra-notifier.h"
#include "mattra-settings.h"
#include "own-folder.h"

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
      MattraNoticeFacts facts = { "อบต.หินตั้ง", days[i].overdue, days[i].due_soon, divisions };

      for (guint k = 0; k < days[i].n_divisions; k++)
        g_ptr_array_add (divisions, (char *) names[k]);
      notice = mattra_notice_new (&facts, mattra_date_make (2026, 11, 23), days[i].last_told, MATTRA_DIGITS_WESTERN);
      g_assert_cmpstr (notice ? notice->title : NULL, ==, days[i].title);
      g_assert_cmpstr (notice ? notice->body : NULL, ==, days[i].body);
    }
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/notify/notice", test_notice);
  g_test_add ("/ui/notify/notifier", Fixture, NULL, set_up, test_notifier, tear_down);
  return g_test_run ();
}
