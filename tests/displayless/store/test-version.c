/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

#define FIRST MATTRA_ROUND_FIRST_HALF

/* "before>after" of each version, the newest first; lines are joined by "/". */
static char *
tell (Fixture    *fixture,
      const char *measure,
      const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = mattra_store_load_cell_versions (fixture->store, measure, field, FIRST, NULL,
                                                                    &error);
  GString *told = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < versions->len; i++)
    {
      const MattraCellVersion *version = g_ptr_array_index (versions, i);

      g_string_append_printf (told, "%s%s>%s", i > 0 ? " " : "", version->before, version->after);
      if (version->step)
        g_string_append_printf (told, "%s%s", version->done ? "+" : "-", version->step);
    }
  return g_strdelimit (g_string_free (told, FALSE), "\n", '/');
}

/* Lines that are reworded, moved, taken away and come back with undo make the cell what it was. */
static void
test_lines (void)
{
  static const struct
  {
    const char *lines;
    const char *told;
  } rows[] = {
    { "ก|ข", ">ก/ข" },
    { "ก|ขข|ค", "ก/ข>ก/ขข/ค >ก/ข" },
    { "ค|ก", "ก/ขข/ค>ค/ก ก/ข>ก/ขข/ค >ก/ข" },
    { "ไม่มี", "ค/ก>ไม่มี ก/ขข/ค>ค/ก ก/ข>ก/ขข/ค >ก/ข" },
  };
  static const MattraItemKind kinds[] = { MATTRA_ITEM_KPI, MATTRA_ITEM_RECOMMENDATION };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = mattra_measure_get_id (measure);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const char *field = mattra_item_kind_to_field (kinds[k]);
      g_autofree char *undone = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          g_autofree char *told = NULL;

          fixture_set (&fixture, id, kinds[k], rows[i].lines);
          told = tell (&fixture, id, field);
          g_assert_cmpstr (told, ==, rows[i].told);
        }
      g_assert_true (mattra_store_undo (fixture.store, NULL, &error));
      g_assert_no_error (error);
      undone = tell (&fixture, id, field);
      g_assert_true (g_str_has_prefix (undone, "ไม่มี>ค/ก ค/ก>ไม่มี "));
    }
}

/* Values of the measure and of an answer, from the very beginning on. */
static void
test_values (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *number = NULL;
  g_autofree char *section = NULL;
  g_autofree char *status = NULL;
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = mattra_measure_get_id (measure);
  g_assert_true (mattra_store_set_measure_field (fixture.store, id, "title", "ข", &error));
  g_assert_true (mattra_store_set_measure_field (fixture.store, id, "number", "12", &error));
  g_assert_true (mattra_store_set_stated (fixture.store, id, FIRST, NULL, MATTRA_STATUS_DONE, &error));
  g_assert_true (mattra_store_set_stated (fixture.store, id, FIRST, NULL, MATTRA_STATUS_NONE, &error));
  g_assert_no_error (error);
  title = tell (&fixture, id, "title");
  g_assert_cmpstr (title, ==, "ก>ข >ก");
  number = tell (&fixture, id, "number");
  g_assert_cmpstr (number, ==, "1>12 >1");
  section = tell (&fixture, id, "section");
  g_assert_cmpstr (section, ==, "");
  status = tell (&fixture, id, "status");
  g_assert_cmpstr (status, ==, "done> >done");
}

/* A tick changes no text, and is told with its step. */
static void
test_ticks (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (MattraMeasure) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;
  const MattraItem *step;
  const char *id;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  id = mattra_measure_get_id (measure);
  fixture_set (&fixture, id, MATTRA_ITEM_STEP, "หนึ่ง|สอง");
  loaded = mattra_store_load_measure (fixture.store, mattra_plan_get_id (fixture.plan), id, &error);
  step = g_ptr_array_index (mattra_measure_get_items (loaded, MATTRA_ITEM_STEP), 1);
  g_assert_true (mattra_store_set_step_done (fixture.store, step->id, FIRST, NULL, 1, TRUE, &error));
  g_assert_true (mattra_store_set_step_done (fixture.store, step->id, FIRST, NULL, 1, FALSE, &error));
  g_assert_no_error (error);
  told = tell (&fixture, id, "steps");
  g_assert_true (g_str_has_prefix (told, "หนึ่ง/สอง>หนึ่ง/สอง-สอง หนึ่ง/สอง>หนึ่ง/สอง+สอง "));
}

static void
test_unknown (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (MattraMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  measure = fixture_add (&fixture, 1, "ก");
  g_assert_null (mattra_store_load_cell_versions (fixture.store, mattra_measure_get_id (measure), "nothing", FIRST,
                                                  NULL, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/version/lines", test_lines);
  g_test_add_func ("/store/version/values", test_values);
  g_test_add_func ("/store/version/ticks", test_ticks);
  g_test_add_func ("/store/version/unknown", test_unknown);
  return fixture_run_tests ();
}
