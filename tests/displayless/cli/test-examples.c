/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* What the answers hold besides: remarks of the person who read the document. */
static const char *const remarks[] = {
  "source", "origin", "notes", "raw", "header_lines", "table_row_count", "table_line_count", "columns",
  "not_imported", NULL,
};

static void compare_nodes (const char *path,
                           JsonNode   *expected,
                           JsonNode   *found);

static void
compare_objects (const char *path,
                 JsonObject *expected,
                 JsonObject *found)
{
  g_autoptr (GList) names = json_object_get_members (expected);

  for (GList *l = names; l; l = l->next)
    {
      g_autofree char *below = g_strdup_printf ("%s/%s", path, (const char *) l->data);

      if (g_strv_contains (remarks, l->data) || g_str_has_suffix (l->data, "_proposed"))
        continue;
      if (!json_object_has_member (found, l->data))
        g_error ("%s is missing", below);
      compare_nodes (below, json_object_get_member (expected, l->data), json_object_get_member (found, l->data));
    }
}

static void
compare_arrays (const char *path,
                JsonArray  *expected,
                JsonArray  *found)
{
  if (json_array_get_length (expected) != json_array_get_length (found))
    g_error ("%s: %u elements, not %u", path, json_array_get_length (found), json_array_get_length (expected));
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      g_autofree char *below = g_strdup_printf ("%s/%u", path, i);

      compare_nodes (below, json_array_get_element (expected, i), json_array_get_element (found, i));
    }
}

static void
compare_nodes (const char *path,
               JsonNode   *expected,
               JsonNode   *found)
{
  if (json_node_get_node_type (expected) != json_node_get_node_type (found))
    g_error ("%s is of another type", path);
  if (JSON_NODE_HOLDS_OBJECT (expected))
    compare_objects (path, json_node_get_object (expected), json_node_get_object (found));
  else if (JSON_NODE_HOLDS_ARRAY (expected))
    compare_arrays (path, json_node_get_array (expected), json_node_get_array (found));
  else if (!json_node_equal (expected, found))
    {
      g_autofree char *one = json_to_string (expected, FALSE);
      g_autofree char *other = json_to_string (found, FALSE);

      g_error ("%s is %s, not %s", path, other, one);
    }
}

static void
check_example (CliFixture *self,
               const char *document,
               const char *answer)
{
  g_autofree char *path = cli_fixture_example (document);
  g_autofree char *answer_path = path ? cli_fixture_example (answer) : NULL;
  g_autoptr (JsonParser) expected = json_parser_new ();
  g_autoptr (JsonParser) found = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (answer_path == NULL)
    return;
  json_parser_load_from_file (expected, answer_path, &error);
  g_assert_no_error (error);
  cli_fixture_run (self, 0, "import", path, "--into", "example.mattra", NULL);
  cli_fixture_run (self, 0, "show", "example.mattra", "--json", NULL);
  json_parser_load_from_data (found, self->output, -1, &error);
  g_assert_no_error (error);
  compare_nodes ("", json_parser_get_root (expected), json_parser_get_root (found));
  cli_fixture_run (self, 0, "report", "example.mattra", "--output", "example.pdf", NULL);
}

static void
test_hintang (CliFixture    *self,
              gconstpointer  data)
{
  check_example (self, "hintang-2566-round1.txt", "hintang-2566-round1.expected.json");
}

static void
test_t1 (CliFixture    *self,
         gconstpointer  data)
{
  check_example (self, "t1_tambon_activity.tsv", "t1_tambon_activity.expected.json");
}

/* Each period gives the days that its line says; those to be asked about give status 1 where no days
 * came of them. */
static void
test_periods (CliFixture    *self,
              gconstpointer  data)
{
  g_autofree char *path = cli_fixture_example ("periods.tsv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
      gboolean unread = g_str_has_prefix (fields[4], "none") || g_str_has_prefix (fields[4], "ambiguous");
      g_autofree char *days = g_strdup_printf ("%s\t%s\t", fields[2], fields[3]);

      if (*fields[1] != '\0')
        cli_fixture_run (self, unread ? 1 : 0, "period", "--fiscal-year", fields[1], "--", fields[0], NULL);
      else
        cli_fixture_run (self, unread ? 1 : 0, "period", "--", fields[0], NULL);
      if (!g_str_has_prefix (self->output, days))
        g_error ("%s gives %s", fields[0], self->output);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  cli_add_test ("/cli/examples/hintang", test_hintang);
  cli_add_test ("/cli/examples/t1", test_t1);
  cli_add_test ("/cli/examples/periods", test_periods);
  return g_test_run ();
}
