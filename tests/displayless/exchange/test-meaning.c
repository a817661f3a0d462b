/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-error.h"
#include "mattra-import.h"

/* Two tables with the same heads, as after a heading between them. */
#define TABLE \
  "ที่\tมาตรการ\tกิจกรรม\tผู้รับผิดชอบ\tระยะเวลา\tสิ่งที่ทำแล้ว\n" \
  "1\tมาตรการหนึ่ง\t1. ขั้นหนึ่ง 2. ขั้นสอง\tกองคลัง\tต.ค. 2565\t1. ทำแล้ว\n" \
  "2\tมาตรการสอง\tขั้นเดียว\tกองคลัง\tต.ค. 2565\tเสร็จ\n"

static MattraImport *
read_text (const char                *text,
           const MattraImportOptions *options,
           GError                   **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return mattra_import_read_bytes (bytes, "table.tsv", options, error);
}

static void
say (GArray      *meanings,
     guint        position,
     MattraField  field)
{
  MattraColumnMeaning meaning = { position, field };

  g_array_append_val (meanings, meaning);
}

static const MattraItem *
first_item (MattraImport   *import,
            guint           measure,
            MattraItemKind  kind,
            MattraRound     round)
{
  MattraMeasure *found = g_ptr_array_index (mattra_import_get_measures (import), measure);
  MattraAnswer *answer = mattra_measure_find_answer (found, round, NULL);
  GPtrArray *items = answer ? mattra_answer_get_items (answer, kind) : mattra_measure_get_items (found, kind);

  g_assert_nonnull (items);
  g_assert_cmpuint (items->len, >, 0);
  return g_ptr_array_index (items, 0);
}

static void
test_heads (void)
{
  static const MattraField expected[] = { MATTRA_FIELD_NUMBER, MATTRA_FIELD_TITLE, MATTRA_FIELD_STEPS,
                                          MATTRA_FIELD_RESPONSIBLE, MATTRA_FIELD_PERIOD, MATTRA_FIELD_EXTRA };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraImport) import = read_text (TABLE, NULL, &error);
  GPtrArray *heads;

  g_assert_no_error (error);
  heads = mattra_import_get_heads (import);
  g_assert_cmpuint (heads->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < heads->len; i++)
    g_assert_cmpint (((MattraImportHead *) g_ptr_array_index (heads, i))->field, ==, expected[i]);
  g_assert_cmpint (mattra_import_get_line (import, 0), ==, 2);
  g_assert_cmpint (mattra_import_get_line (import, 1), ==, 3);
}

/* A column nobody knows becomes the results, of the round that the user names. */
static void
test_given (void)
{
  g_autoptr (GArray) meanings = g_array_new (FALSE, FALSE, sizeof (MattraColumnMeaning));
  MattraImportOptions options = { .round = MATTRA_ROUND_FULL_YEAR, .fiscal_year = 2566, .meanings = meanings };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraImport) import = NULL;

  say (meanings, 5, MATTRA_FIELD_RESULTS);
  import = read_text (TABLE, &options, &error);
  g_assert_no_error (error);
  g_assert_true (mattra_import_get_document (import)->is_report);
  g_assert_cmpint (mattra_import_get_document (import)->round, ==, MATTRA_ROUND_FULL_YEAR);
  g_assert_cmpstr (first_item (import, 0, MATTRA_ITEM_RESULT, MATTRA_ROUND_FULL_YEAR)->text, ==, "ทำแล้ว");
  g_assert_cmpstr (first_item (import, 1, MATTRA_ITEM_RESULT, MATTRA_ROUND_FULL_YEAR)->text, ==, "เสร็จ");
}

/* A column whose meaning goes to another one is kept as extra text under its head. */
static void
test_taken (void)
{
  g_autoptr (GArray) meanings = g_array_new (FALSE, FALSE, sizeof (MattraColumnMeaning));
  MattraImportOptions options = { .fiscal_year = 2566, .meanings = meanings };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraImport) import = NULL;
  const MattraItem *extra;

  say (meanings, 5, MATTRA_FIELD_STEPS);
  import = read_text (TABLE, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first_item (import, 0, MATTRA_ITEM_STEP, MATTRA_ROUND_NONE)->text, ==, "ทำแล้ว");
  extra = first_item (import, 0, MATTRA_ITEM_EXTRA, MATTRA_ROUND_NONE);
  g_assert_cmpstr (extra->label, ==, "กิจกรรม");
}

static void
test_further_tables (void)
{
  g_autoptr (GArray) meanings = g_array_new (FALSE, FALSE, sizeof (MattraColumnMeaning));
  MattraImportOptions options = { .fiscal_year = 2566, .meanings = meanings };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraImport) import = NULL;
  static const char text[] = TABLE
    "ที่\tมาตรการ\tกิจกรรม\tผู้รับผิดชอบ\tระยะเวลา\tสิ่งที่ทำแล้ว\n3\tมาตรการสาม\tขั้น\tกองคลัง\tต.ค. 2565\tได้ผล\n"
    "ลำดับที่\tมาตรการ/แนวทาง\tวิธีการดำเนินการ\tหน่วยงานที่รับผิดชอบ\tห้วงเวลา\tเรื่องอื่น\n4\tมาตรการสี่\tขั้น\tกองคลัง\tต.ค. 2565\tไม่ใช่ผล\n";

  say (meanings, 5, MATTRA_FIELD_NOTE);
  import = read_text (text, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mattra_import_get_measures (import)->len, ==, 4);
  g_assert_cmpstr (first_item (import, 2, MATTRA_ITEM_NOTE, MATTRA_ROUND_NONE)->text, ==, "ได้ผล");
  g_assert_cmpstr (first_item (import, 3, MATTRA_ITEM_EXTRA, MATTRA_ROUND_NONE)->text, ==, "ไม่ใช่ผล");
}

static void
test_headless (void)
{
  static const char text[] = "1\tมาตรการหนึ่ง\tทำเอง\n2\tมาตรการสอง\tให้เขาทำ\n";
  g_autoptr (GArray) meanings = g_array_new (FALSE, FALSE, sizeof (MattraColumnMeaning));
  MattraImportOptions options = { .fiscal_year = 2566 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraImport) import = read_text (text, &options, &error);
  const MattraImportHead *head;

  g_assert_null (import);
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_clear_error (&error);

  say (meanings, 2, MATTRA_FIELD_STEPS);
  options.headless = TRUE;
  options.meanings = meanings;
  import = read_text (text, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mattra_import_get_measures (import)->len, ==, 2);
  g_assert_cmpstr (first_item (import, 1, MATTRA_ITEM_STEP, MATTRA_ROUND_NONE)->text, ==, "ให้เขาทำ");
  head = g_ptr_array_index (mattra_import_get_heads (import), 2);
  g_assert_cmpstr (head->label, ==, mattra_field_to_label (MATTRA_FIELD_STEPS));
}

/* Places beyond the table, and a table left without a title, are no reason to fall over. */
static void
test_nonsense (void)
{
  g_autoptr (GArray) meanings = g_array_new (FALSE, FALSE, sizeof (MattraColumnMeaning));
  MattraImportOptions options = { .fiscal_year = 2566, .meanings = meanings };
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraImport) import = NULL;

  say (meanings, 300, MATTRA_FIELD_STEPS);
  say (meanings, 1, MATTRA_FIELD_EXTRA);
  say (meanings, 0, MATTRA_FIELD_NONE);
  import = read_text (TABLE, &options, &error);
  if (import == NULL)
    g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  MattraImportOptions options = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (read_text (TABLE, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/meaning/heads", test_heads);
  g_test_add_func ("/exchange/meaning/given", test_given);
  g_test_add_func ("/exchange/meaning/taken", test_taken);
  g_test_add_func ("/exchange/meaning/further-tables", test_further_tables);
  g_test_add_func ("/exchange/meaning/headless", test_headless);
  g_test_add_func ("/exchange/meaning/nonsense", test_nonsense);
  g_test_add_func ("/exchange/meaning/cancelled", test_cancelled);

  return g_test_run ();
}
