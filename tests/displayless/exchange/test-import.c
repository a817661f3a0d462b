/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "imported.h"

/* Keys of an expectation that are remarks of its writer, not what an import gives. */
static const char *const remarks[] = { "notes", "raw" };

static gboolean
is_remark (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    if (g_str_equal (key, remarks[i]))
      return TRUE;

  return g_str_has_suffix (key, "_proposed");
}

static char *
node_to_text (JsonNode *node)
{
  return node != NULL ? json_to_string (node, FALSE) : g_strdup ("(missing)");
}

static void
compare_members (JsonObject *expected,
                 JsonObject *got,
                 const char *file,
                 const char *place)
{
  g_autoptr (GList) keys = json_object_get_members (expected);

  for (GList *l = keys; l != NULL; l = l->next)
    {
      const char *key = l->data;
      g_autofree char *want = NULL;
      g_autofree char *is = NULL;

      if (is_remark (key))
        continue;
      want = node_to_text (json_object_get_member (expected, key));
      is = node_to_text (json_object_get_member (got, key));
      if (!g_str_equal (want, is))
        {
          g_test_message ("%s: %s.%s: expected %s, got %s", file, place, key, want, is);
          g_test_fail ();
        }
    }
}

static void
compare_measures (JsonObject *expected,
                  JsonObject *got,
                  const char *file)
{
  JsonArray *measures = json_object_get_array_member (expected, "measures");
  JsonArray *got_measures = json_object_get_array_member (got, "measures");
  guint n = json_array_get_length (measures);

  if (json_array_get_length (got_measures) != n || json_object_get_int_member (got, "measure_count") != n)
    {
      g_test_message ("%s: expected %u measures, got %u", file, n, json_array_get_length (got_measures));
      g_test_fail ();
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place = g_strdup_printf ("measures[%u]", i);

      compare_members (json_array_get_object_element (measures, i), json_array_get_object_element (got_measures, i), file,
                       place);
    }
}

/* "import" in an expectation: how many repairs of which kind, which questions, which notes. */
static void
compare_import (JsonObject   *expected,
                MattraImport *import,
                const char   *file)
{
  g_autoptr (JsonObject) got = json_object_new ();
  GPtrArray *repairs = mattra_import_get_repairs (import);
  GPtrArray *questions = mattra_import_get_questions (import);
  JsonArray *fields = json_array_new ();

  for (guint i = 0; i < repairs->len; i++)
    {
      const char *kind = mattra_repair_kind_to_string (((MattraRepair *) g_ptr_array_index (repairs, i))->kind);

      json_object_set_int_member (got, kind, json_object_get_int_member_with_default (got, kind, 0) + 1);
    }
  for (guint i = 0; i < questions->len; i++)
    json_array_add_string_element (fields, ((MattraQuestion *) g_ptr_array_index (questions, i))->field);
  json_object_set_array_member (got, "questions", fields);
  json_object_set_int_member (got, "n_notes", mattra_import_get_notes (import)->len);
  compare_members (expected, got, file, "import");
}

/* What is asked has its place, and is not told as a repair once more. */
static void
check_questions (MattraImport *import,
                 const char   *file)
{
  g_autoptr (GPtrArray) questions = mattra_import_list_questions (import);
  GPtrArray *repairs = mattra_import_get_repairs (import);

  for (guint i = 0; i < questions->len; i++)
    {
      const MattraQuestion *question = g_ptr_array_index (questions, i);
      gboolean of_document = *question->text == '\0';

      if (!of_document && (question->line <= 0 || question->column <= 0))
        {
          g_test_message ("%s: the question about “%s” has no place", file, question->text);
          g_test_fail ();
        }
      for (guint j = 0; j < repairs->len; j++)
        {
          const MattraRepair *repair = g_ptr_array_index (repairs, j);

          if (!of_document && repair->line == question->line && g_strcmp0 (repair->before, question->text) == 0)
            {
              g_test_message ("%s:%d: “%s” is both a repair and a question", file, question->line, question->text);
              g_test_fail ();
            }
        }
    }
}

static JsonParser *
parse (const char *text)
{
  JsonParser *parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);

  return parser;
}

static void
check_document (const char *path,
                const char *expected_path)
{
  g_autofree char *file = g_path_get_basename (path);
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  g_autoptr (JsonParser) expected_parser = NULL;
  g_autoptr (JsonParser) got_parser = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraImport) import = NULL;
  MattraImportOptions options = { 0 };
  JsonObject *expected, *got;

  g_file_get_contents (expected_path, &text, NULL, &error);
  g_assert_no_error (error);
  expected_parser = parse (text);
  expected = json_node_get_object (json_parser_get_root (expected_parser));
  options.fiscal_year = (int) json_object_get_int_member_with_default (expected, "option_fiscal_year", 0);

  import = mattra_import_read_file (path, &options, &error);
  g_assert_no_error (error);
  json = imported_to_json (import);
  got_parser = parse (json);
  got = json_node_get_object (json_parser_get_root (got_parser));
  check_questions (import, file);

  compare_members (json_object_get_object_member (expected, "document"), json_object_get_object_member (got, "document"),
                   file, "document");
  if (json_object_has_member (expected, "columns"))
    compare_members (json_object_get_object_member (expected, "columns"), json_object_get_object_member (got, "columns"),
                     file, "columns");
  compare_measures (expected, got, file);
  if (json_object_has_member (expected, "import"))
    compare_import (json_object_get_object_member (expected, "import"), import, file);
}

/* The document beside an expectation: NAME.expected.json and NAME.txt, .tsv or .csv. */
static char *
find_document (const char *folder,
               const char *expectation)
{
  static const char *const endings[] = { ".txt", ".tsv", ".csv" };
  g_autofree char *stem = g_strndup (expectation, strlen (expectation) - strlen (".expected.json"));

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (stem, endings[i], NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }

  return NULL;
}

static guint
check_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *expected = g_build_filename (folder, name, NULL);
      g_autofree char *document = NULL;

      if (!g_str_has_suffix (name, ".expected.json"))
        continue;
      document = find_document (folder, name);
      g_assert_nonnull (document);
      check_document (document, expected);
      n++;
    }

  return n;
}

static void
test_tables (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "tables", NULL);

  g_assert_cmpuint (check_folder (folder), >=, 12);
}

/* Reports that may not be part of the sources lie beside the checkout. */
static void
test_examples_beside (void)
{
  static const char *const places[] = { "../../shared/examples", "../../../shared/examples" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *folder = g_build_filename (g_test_get_dir (G_TEST_DIST), places[i], NULL);

      if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
        continue;
      g_assert_cmpuint (check_folder (folder), >=, 2);
      return;
    }

  g_test_skip ("No folder with examples beside the checkout");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/import/tables", test_tables);
  g_test_add_func ("/exchange/import/examples-beside", test_examples_beside);

  return g_test_run ();
}
