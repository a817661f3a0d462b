/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "imported.h"
#include "mattra-csv.h"

static const char *
write_csv (MattraPlan       *plan,
           GPtrArray        *measures,
           MattraCsvOptions  options,
           GOutputStream    *stream)
{
  g_autoptr (MattraMeasureSource) source = mattra_measure_array_new (measures);
  g_autoptr (GError) error = NULL;

  mattra_csv_write (plan, source, &options, stream, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static MattraImport *
read_csv (const char *csv)
{
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  MattraImportOptions options = { 2566, NULL, MATTRA_TABLE_AUTO };
  g_autoptr (GError) error = NULL;
  MattraImport *import = mattra_import_read_bytes (bytes, "again.csv", &options, &error);

  g_assert_no_error (error);

  return import;
}

static void
add_items (MattraMeasure  *measure,
           MattraItemKind  kind,
           const char     *lines)
{
  g_auto (GStrv) texts = g_strsplit (lines, "|", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      MattraItem *item = mattra_item_new (texts[i]);

      if (kind == MATTRA_ITEM_EXTRA)
        item->label = g_strdup ("ความเห็นนายก");
      if (mattra_item_kind_is_answer (kind))
        mattra_answer_take_item (mattra_measure_ensure_answer (measure, MATTRA_ROUND_NONE, NULL), kind, item);
      else
        mattra_measure_take_item (measure, kind, item);
    }
}

static MattraMeasure *
new_measure (int         number,
             const char *title,
             const char *steps,
             const char *results)
{
  MattraMeasure *measure = mattra_measure_new ();

  mattra_measure_set_number (measure, number);
  mattra_measure_set_title (measure, title);
  mattra_measure_set_period_text (measure, "ต.ค. ๖๕ - มี.ค. ๖๖");
  mattra_measure_take_party (measure, mattra_party_new ("กองคลัง"));
  mattra_measure_take_party (measure, mattra_party_new ("สำนักปลัด"));
  add_items (measure, MATTRA_ITEM_STEP, steps);
  add_items (measure, MATTRA_ITEM_RESULT, results);

  return measure;
}

/* Texts that a spreadsheet would compute, that hold what divides cells and items, or that look quoted. */
static GPtrArray *
new_hard_measures (void)
{
  GPtrArray *measures = g_ptr_array_new_with_free_func (g_object_unref);
  MattraMeasure *measure = new_measure (1, "=1+1", "- หนึ่ง|+สอง|@สาม|=A1", "'=A1|'''-x");

  mattra_measure_set_section (measure, "-ด้านที่ ๑");
  mattra_measure_set_ita_indicator (measure, 2);
  mattra_measure_set_topic (measure, 5);
  add_items (measure, MATTRA_ITEM_EXTRA, "@ทราบ");
  add_items (measure, MATTRA_ITEM_BUDGET, "1,500.00");
  mattra_answer_set_stated (mattra_measure_ensure_answer (measure, MATTRA_ROUND_NONE, NULL), MATTRA_STATUS_NOT_STARTED);
  g_ptr_array_add (measures, measure);

  measure = new_measure (2, "ชื่อ \"ในเครื่องหมายคำพูด\"", "บรรทัดหนึ่ง\nบรรทัดสอง|ก 2. ข|ค", "1. ซ้อน\n2. กัน|ต่อ");
  mattra_answer_set_stated (mattra_measure_ensure_answer (measure, MATTRA_ROUND_NONE, NULL), MATTRA_STATUS_DONE);
  add_items (measure, MATTRA_ITEM_NOTE, "a;b\tc|d");
  g_ptr_array_add (measures, measure);

  measure = new_measure (3, "'ชื่อ", "๑. ไม่ใช่เลขข้อ", "x");
  mattra_answer_take_item (mattra_measure_ensure_answer (measure, MATTRA_ROUND_NONE, NULL), MATTRA_ITEM_OBSTACLE,
                           mattra_item_new_none ("-"));
  mattra_answer_set_stated (mattra_measure_ensure_answer (measure, MATTRA_ROUND_NONE, NULL), MATTRA_STATUS_CANCELLED);
  g_ptr_array_add (measures, measure);

  measure = new_measure (4, "สี่", "ก", "ข");
  mattra_answer_set_stated (mattra_measure_ensure_answer (measure, MATTRA_ROUND_NONE, NULL), MATTRA_STATUS_IN_PROGRESS);
  g_ptr_array_add (measures, measure);

  return measures;
}

static void
assert_same_items (GPtrArray *a,
                   GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  g_assert_cmpuint (b != NULL ? b->len : 0, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const MattraItem *x = g_ptr_array_index (a, i);
      const MattraItem *y = g_ptr_array_index (b, i);

      g_assert_cmpstr (x->text, ==, y->text);
      g_assert_cmpstr (x->label, ==, y->label);
      g_assert_true (x->none == y->none);
    }
}

static GPtrArray *
items_of (MattraMeasure  *measure,
          MattraItemKind  kind)
{
  MattraAnswer *answer;

  if (!mattra_item_kind_is_answer (kind))
    return mattra_measure_get_items (measure, kind);

  answer = mattra_measure_find_answer (measure, MATTRA_ROUND_NONE, NULL);
  return answer != NULL ? mattra_answer_get_items (answer, kind) : NULL;
}

static void
assert_same_measure (MattraMeasure *a,
                     MattraMeasure *b)
{
  GPtrArray *parties = mattra_measure_get_parties (a);

  g_assert_cmpint (mattra_measure_get_number (a), ==, mattra_measure_get_number (b));
  g_assert_cmpstr (mattra_measure_get_title (a), ==, mattra_measure_get_title (b));
  g_assert_cmpstr (mattra_measure_get_section (a), ==, mattra_measure_get_section (b));
  g_assert_cmpstr (mattra_measure_get_period_text (a), ==, mattra_measure_get_period_text (b));
  g_assert_cmpint (mattra_measure_get_ita_indicator (a), ==, mattra_measure_get_ita_indicator (b));
  g_assert_cmpint (mattra_measure_get_topic (a), ==, mattra_measure_get_topic (b));
  for (guint kind = 0; kind < MATTRA_N_ITEM_KINDS; kind++)
    assert_same_items (items_of (a, kind), items_of (b, kind));

  g_assert_cmpuint (parties->len, ==, mattra_measure_get_parties (b)->len);
  for (guint i = 0; i < parties->len; i++)
    g_assert_cmpstr (((MattraParty *) g_ptr_array_index (parties, i))->text, ==,
                     ((MattraParty *) g_ptr_array_index (mattra_measure_get_parties (b), i))->text);

  g_assert_cmpint (mattra_answer_get_stated (mattra_measure_ensure_answer (a, MATTRA_ROUND_NONE, NULL)), ==,
                   mattra_answer_get_stated (mattra_measure_ensure_answer (b, MATTRA_ROUND_NONE, NULL)));
}

static void
test_round_trip (gconstpointer data)
{
  gboolean safe = GPOINTER_TO_INT (data);
  g_autoptr (MattraPlan) plan = mattra_plan_new (2566);
  g_autoptr (GPtrArray) measures = new_hard_measures ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  MattraCsvOptions options = { MATTRA_ROUND_NONE, safe, safe };
  const char *csv = write_csv (plan, measures, options, stream);
  g_autoptr (MattraImport) import = read_csv (csv);
  GPtrArray *again = mattra_import_get_measures (import);

  g_assert_cmpuint (again->len, ==, measures->len);
  for (guint i = 0; i < measures->len; i++)
    assert_same_measure (g_ptr_array_index (measures, i), g_ptr_array_index (again, i));
}

/* No cell of safe CSV begins with what a spreadsheet would compute. */
static void
test_safe (void)
{
  g_autoptr (MattraPlan) plan = mattra_plan_new (2566);
  g_autoptr (GPtrArray) measures = new_hard_measures ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  MattraCsvOptions options = { MATTRA_ROUND_NONE, FALSE, TRUE };
  const char *csv = write_csv (plan, measures, options, stream);

  for (const char *p = csv; *p != '\0'; p++)
    if (p == csv || p[-1] == ',' || (p[-1] == '\n' && p > csv + 1 && p[-2] == '\r'))
      {
        const char *text = p + (*p == '"');

        g_assert_null (*text != '\0' ? strchr ("=+-@", *text) : NULL);
      }
}

/* The office's heads are kept where they read back, its order always; what is not used is left out. */
static void
test_office_columns (void)
{
  g_autoptr (MattraPlan) plan = mattra_plan_new (2566);
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  MattraCsvOptions options = { MATTRA_ROUND_NONE, FALSE, FALSE };
  const char *csv;

  g_ptr_array_add (measures, new_measure (1, "หนึ่ง", "ก", "ข"));
  mattra_plan_set_setting (plan, MATTRA_SETTING_COLUMN_ORDER, "title steps responsible period results");
  mattra_plan_set_setting (plan, MATTRA_SETTING_COLUMN_LABEL "title", "มาตรการ/แนวทาง");
  mattra_plan_set_setting (plan, MATTRA_SETTING_COLUMN_LABEL "results", "สิ่งที่เกิดขึ้น");
  csv = write_csv (plan, measures, options, stream);
  g_assert_true (g_str_has_prefix (csv, "มาตรการ/แนวทาง,วิธีการดำเนินการ,ผู้รับผิดชอบ,ระยะเวลาดำเนินการ,ผลการดำเนินการ,ที่\r\n"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/exchange/csv/round-trip/plain", GINT_TO_POINTER (FALSE), test_round_trip);
  g_test_add_data_func ("/exchange/csv/round-trip/safe", GINT_TO_POINTER (TRUE), test_round_trip);
  g_test_add_func ("/exchange/csv/safe", test_safe);
  g_test_add_func ("/exchange/csv/office-columns", test_office_columns);

  return g_test_run ();
}
