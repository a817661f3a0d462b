/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <gio/gio.h>

/* Registers that released versions of the program made: they are read as they are, and brought to the newest version
 * with nothing lost when they are first written. */
static const struct
{
  const char *file;
  int fiscal_year;
  const char *result;  /* of measure 2 */
  const char *comment; /* with which its answer was returned */
} released[] = {
  { "version-3.mattra.gz", 2566, "มีคู่มือ ๒ เล่ม", NULL },
  { "version-4.mattra.gz", 2566, "มีคู่มือ ๒ เล่ม", "ขอให้ระบุวันที่" },
};

static void
unpack (const char *name,
        const char *path)
{
  g_autofree char *packed = g_test_build_filename (G_TEST_DIST, "data", "registers", name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (packed);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) input = g_file_read (from, NULL, &error);
  g_autoptr (GFileOutputStream) output = g_file_replace (to, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_autoptr (GZlibDecompressor) unzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) stream = NULL;

  g_assert_no_error (error);
  stream = g_converter_input_stream_new (G_INPUT_STREAM (input), G_CONVERTER (unzip));
  g_output_stream_splice (G_OUTPUT_STREAM (output), stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_content (MattraStore *store,
                guint        row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (store, released[row].fiscal_year, &error);
  g_autoptr (MattraMeasure) measure = NULL;
  g_autofree char *result = NULL;
  GPtrArray *reviews;

  g_assert_no_error (error);
  measure = mattra_store_load_measure (store, mattra_plan_get_id (plan), "2", &error);
  g_assert_no_error (error);
  result = fixture_cell (store, plan, mattra_measure_get_id (measure), MATTRA_ITEM_RESULT, MATTRA_ROUND_FIRST_HALF);
  g_assert_cmpstr (result, ==, released[row].result);
  reviews = mattra_measure_get_reviews (measure);
  g_assert_cmpuint (reviews->len, ==, released[row].comment ? 1 : 0);
  if (released[row].comment)
    g_assert_cmpstr (((MattraReview *) g_ptr_array_index (reviews, 0))->comment, ==, released[row].comment);
}

static void
assert_read_only (Fixture *fixture,
                  guint    row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = mattra_store_open (fixture->path, TRUE, &error);

  g_assert_no_error (error);
  assert_content (store, row);
}

static void
test_released (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (released); i++)
    {
      g_auto (Fixture) fixture = { 0 };
      g_autoptr (GPtrArray) copies = NULL;
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GError) error = NULL;
      guint n_before;

      fixture_init (&fixture);
      fixture_close (&fixture);
      unpack (released[i].file, fixture.path);
      copies = mattra_backup_list (fixture.path, &error);
      g_assert_no_error (error);
      n_before = copies->len;
      g_clear_pointer (&copies, g_ptr_array_unref);
      assert_read_only (&fixture, i);
      fixture.store = mattra_store_open (fixture.path, FALSE, &error);
      g_assert_no_error (error);
      assert_content (fixture.store, i);
      faults = mattra_store_verify (fixture.store, &error);
      g_assert_cmpuint (faults->len, ==, 0);
      copies = mattra_backup_list (fixture.path, &error);
      g_assert_cmpuint (copies->len, ==, n_before + 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/released/migrate", test_released);
  return fixture_run_tests ();
}
