/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-overview-model.h"
#include "mattra-span-list.h"
#include "session-fixture.h"

/* An open window over nights, journeys and a computer that sleeps: whatever the clock on the wall does, states, lists,
 * counts, overview and bars are those of its day. */

#define HOME "Asia/Bangkok"

typedef struct
{
  SessionFixture base;
  gint64 now;
  MattraMeasureList *rows;
  MattraSpanList *spans;
  MattraOverviewModel *overview;
  char *home;
} Fixture;

static gint64
tell_time (gpointer user_data)
{
  return ((const Fixture *) user_data)->now;
}

static void
settle (Fixture *self)
{
  for (guint i = 0; i < 3; i++)
    {
      mattra_session_wait (self->base.session);
      session_fixture_spin (0);
    }
  while (mattra_span_list_get_pending (self->spans) || mattra_measure_list_get_pending (self->rows))
    g_main_context_iteration (NULL, TRUE);
}

/* Four measures that nobody answered, by when they end; 6 ends with March as all others. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static const char *const periods[][2] = {
    { "2", "1/10/2565 - 28/2/2566" }, { "4", "1/10/2565 - 30/9/2566" }, { "8", "1/10/2566 - 29/2/2567" },
  };

  self->home = g_strdup (g_getenv ("TZ"));
  session_fixture_init (&self->base);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    session_fixture_set (self->base.session, periods[i][0], "period_text", periods[i][1]);
  self->rows = mattra_measure_list_new (self->base.session);
  self->spans = mattra_span_list_new (self->base.session);
  self->overview = mattra_overview_model_new (self->base.session);
  mattra_overview_model_set_active (self->overview, TRUE);
  settle (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  if (self->home != NULL)
    g_setenv ("TZ", self->home, TRUE);
  else
    g_unsetenv ("TZ");
  g_free (self->home);
  mattra_clock_set_source (mattra_session_get_clock (self->base.session), NULL, NULL);
  g_clear_object (&self->overview);
  g_clear_object (&self->spans);
  g_clear_object (&self->rows);
  session_fixture_clear (&self->base);
}

/* Of the four measures those that the table shows. */
static char *
shown_of_four (Fixture *self)
{
  g_autofree char *numbers = session_fixture_numbers (self->base.session, self->rows);
  g_auto (GStrv) all = g_strsplit (numbers, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) four = NULL;

  for (guint i = 0; all[i] != NULL; i++)
    if (strlen (all[i]) == 1 && strchr ("2468", *all[i]) != NULL)
      g_strv_builder_add (builder, all[i]);
  four = g_strv_builder_end (builder);
  return g_strjoinv (" ", four);
}

static guint
count_bars_late (Fixture *self)
{
  g_autoptr (GHashTable) late = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *spans = mattra_span_list_get_spans (self->spans);

  for (guint i = 0; i < spans->len; i++)
    if (((const MattraSpan *) g_ptr_array_index (spans, i))->overdue)
      g_hash_table_add (late, ((MattraSpan *) g_ptr_array_index (spans, i))->measure);
  return g_hash_table_size (late);
}

static void
check_list (Fixture         *self,
            MattraSmartList  list,
            guint            told)
{
  mattra_session_set_list (self->base.session, list);
  settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->rows)), ==,
                    mattra_session_get_list_count (self->base.session, list));
  g_assert_cmpuint (mattra_session_get_list_count (self->base.session, list), ==, told);
}

static void
check_day (Fixture    *self,
           const char *late)
{
  MattraSession *session = self->base.session;
  MattraDate today = mattra_clock_get_today (mattra_session_get_clock (session));
  const MattraPlanRound *round = mattra_plan_get_round (mattra_session_get_plan (session),
                                                        mattra_session_get_round (session));
  const MattraOverview *overview = mattra_overview_model_get_overview (self->overview);
  g_autofree char *shown = NULL;

  g_assert_cmpint (overview->days_left, ==, mattra_date_days_between (today, round->end));
  check_list (self, MATTRA_LIST_DUE_SOON, overview->n_soon);
  overview = mattra_overview_model_get_overview (self->overview);
  check_list (self, MATTRA_LIST_OVERDUE, overview->n_late);
  g_assert_cmpuint (count_bars_late (self), ==, g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
  shown = shown_of_four (self);
  g_assert_cmpstr (shown, ==, late);
  mattra_session_set_list (session, MATTRA_LIST_ALL);
  settle (self);
}

static const struct
{
  const char *about;
  const char *zone;
  const char *time;
  const char *late;
} moments[] = {
  { "the day before the year", HOME, "2022-09-30T23:59:59", "" },
  { "its first", HOME, "2022-10-01T00:00:00", "" },
  { "a last second", HOME, "2023-02-28T23:59:59", "" },
  { "midnight", HOME, "2023-03-01T00:00:00", "2" },
  { "before a suspend", HOME, "2023-03-30T18:00:00", "2" },
  { "after three nights", HOME, "2023-04-03T07:45:00", "2 6" },
  { "set back", HOME, "2023-03-31T23:50:00", "2" },
  { "and over midnight again", HOME, "2023-04-01T00:00:00", "2 6" },
  { "at the same moment elsewhere", "UTC", "2023-03-31T17:00:00", "2" },
  { "home again", HOME, "2023-04-01T06:00:00", "2 6" },
  { "far in the east", "Pacific/Kiritimati", "2023-04-01T00:00:00", "2 6" },
  { "far in the west", "Pacific/Niue", "2023-03-31T23:59:59", "2" },
  { "the last day of the year", HOME, "2023-09-30T23:59:59", "2 6" },
  { "the first of the next", HOME, "2023-10-01T00:00:00", "2 4 6" },
  { "set back over it", HOME, "2023-09-30T12:00:00", "2 6" },
  { "28 February of a leap year", HOME, "2024-02-28T23:59:59", "2 4 6" },
  { "29 February", HOME, "2024-02-29T00:00:00", "2 4 6" },
  { "1 March", HOME, "2024-03-01T00:00:00", "2 4 6 8" },
  { "a clock that lost its battery", HOME, "2000-01-01T00:00:00", "" },
};

static void
test_moments (Fixture       *self,
              gconstpointer  data)
{
  MattraClock *clock = mattra_session_get_clock (self->base.session);

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (moments[i].zone);
      g_autoptr (GDateTime) time = NULL;

      if (zone == NULL)
        {
          g_test_skip ("no time zones are installed");
          return;
        }
      g_test_message ("%s: %s", moments[i].about, moments[i].time);
      time = g_date_time_new_from_iso8601 (moments[i].time, zone);
      g_setenv ("TZ", moments[i].zone, TRUE);
      self->now = g_date_time_to_unix (time) * G_USEC_PER_SEC;
      if (i == 0)
        mattra_clock_set_source (clock, tell_time, self);
      /* Who comes back to the window looks at it. */
      mattra_session_look (self->base.session);
      settle (self);
      check_day (self, moments[i].late);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session/days/moments", Fixture, NULL, set_up, test_moments, tear_down);
  return g_test_run ();
}
