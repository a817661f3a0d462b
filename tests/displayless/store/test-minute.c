/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

static MattraDate
day (const char *iso)
{
  MattraDate date = MATTRA_DATE_NONE;

  g_assert_true (mattra_date_parse_iso (iso, &date));
  return date;
}

static char *
add (Fixture    *fixture,
     const char *meeting,
     const char *measure,
     const char *text)
{
  const MattraMinute minute = { .meeting = day (meeting), .measure = (char *) measure, .text = (char *) text };
  g_autoptr (GError) error = NULL;
  char *id = mattra_store_insert_minute (fixture->store, mattra_plan_get_id (fixture->plan), &minute, &error);

  g_assert_no_error (error);
  return id;
}

/* "1:ก 0:ข": the numbers of the measures and the lines, in their order. */
static void
assert_told (Fixture    *fixture,
             const char *meeting,
             const char *expected)
{
  g_autoptr (GPtrArray) minutes = mattra_store_list_minutes (fixture->store, mattra_plan_get_id (fixture->plan),
                                                             meeting != NULL ? day (meeting) : MATTRA_DATE_NONE, NULL);
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < minutes->len; i++)
    {
      const MattraMinute *minute = g_ptr_array_index (minutes, i);

      g_string_append_printf (told, "%s%d:%s", i > 0 ? " " : "", minute->number, minute->text);
    }
  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_order (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *earlier = NULL;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 7, "ก");
  first = add (&fixture, "2023-04-05", mattra_measure_get_id (measure), "ข");
  second = add (&fixture, "2023-04-05", NULL, "ก");
  earlier = add (&fixture, "2023-01-10", NULL, "ค");
  assert_told (&fixture, NULL, "0:ค 7:ข 0:ก");
  assert_told (&fixture, "2023-04-05", "7:ข 0:ก");
  assert_told (&fixture, "2023-04-06", "");
  g_assert_true (mattra_store_undo (fixture.store, NULL, NULL));
  assert_told (&fixture, NULL, "7:ข 0:ก");
  fixture_assert_sound (&fixture);
}

/* A line that another window took away is not corrected any more; undo brings it back. */
static void
test_corrected (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  fixture_init (&fixture);
  id = add (&fixture, "2023-04-05", NULL, "ก");
  g_assert_true (mattra_store_set_minute_text (fixture.store, id, "ก แก้", NULL));
  assert_told (&fixture, NULL, "0:ก แก้");
  g_assert_false (mattra_store_set_minute_text (fixture.store, id, "", &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (mattra_store_set_minute_text (fixture.store, id, NULL, NULL));
  assert_told (&fixture, NULL, "");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_false (mattra_store_set_minute_text (fixture.store, id, i == 0 ? "ข" : NULL, &error));
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }
  g_assert_true (mattra_store_undo (fixture.store, NULL, NULL));
  assert_told (&fixture, NULL, "0:ก แก้");
  fixture_assert_sound (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/minute/order", test_order);
  g_test_add_func ("/store/minute/corrected", test_corrected);
  return fixture_run_tests ();
}
