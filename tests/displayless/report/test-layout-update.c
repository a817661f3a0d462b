/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-layout-private.h"

static const char *const sentences[] = {
  "แจ้งเวียนประกาศแผนการใช้จ่ายเงินงบประมาณสร้างการรับรู้ให้บุคลากรภายในทราบ",
  "จัดทำคู่มือหรือแนวทางการปฏิบัติเกี่ยวกับการใช้ทรัพย์สินของราชการที่ถูกต้อง",
  "ควรรายงานการใช้จ่ายเงินงบประมาณเป็นรายไตรมาส",
  "เปิดเผยข้อมูลครบถ้วน เป็นไปตามแนวทางที่กำหนด www.example.go.th/ita",
};

static MattraTypesetter *typesetter;

/* A row with @n_items numbered items; its key tells it from all others. */
static MattraRow *
make_row (GRand *random,
          guint  number)
{
  MattraRow *row = mattra_row_new ();
  g_autofree char *title = g_strdup_printf ("มาตรการที่ %u", number);
  g_autofree char *continued = g_strdup_printf ("%u. (ต่อ)", number);
  g_autofree char *key = g_strdup_printf ("row %u", number);
  guint n_items = (guint) g_rand_int_range (random, 0, g_rand_int_range (random, 0, 12) == 0 ? 60 : 7);

  mattra_row_set_key (row, key);
  mattra_row_set_continued (row, continued);
  mattra_row_begin_cell (row);
  mattra_row_add_paragraph (row, NULL, title, -1);
  mattra_row_begin_cell (row);
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u.", i + 1);

      mattra_row_add_paragraph (row, label, sentences[g_rand_int_range (random, 0, G_N_ELEMENTS (sentences))], -1);
    }
  return row;
}

static MattraRow *
make_section (guint number)
{
  MattraRow *row = mattra_row_new ();
  g_autofree char *text = g_strdup_printf ("ด้านที่ %u", number);

  mattra_row_set_section (row, TRUE);
  mattra_row_begin_cell (row);
  mattra_row_add_paragraph (row, NULL, text, -1);
  return row;
}

static MattraTable *
add_table (MattraDocument *document,
           GPtrArray      *rows,
           gboolean        chosen)
{
  MattraTable *table = mattra_document_add_table (document, 14, mattra_row_source_new_for_rows (rows));

  mattra_table_add_column (table, "มาตรการ", chosen ? 0 : 60);
  mattra_table_add_column (table, "วิธีการดำเนินการ", chosen ? 0 : 120);
  mattra_table_name_column (table, 0, "title");
  mattra_table_name_column (table, 1, "steps");
  return table;
}

/* A cover, a table, the one that is changed, signatures, and a paper of its own with a third table. */
static MattraDocument *
make_document_with (GPtrArray  *above,
                    GPtrArray  *rows,
                    GPtrArray  *below,
                    const char *preface)
{
  static const char *const posts[] = { "ปลัดองค์การบริหารส่วนตำบล", NULL };
  MattraDocument *document = mattra_document_new ();
  MattraPageStyle style = MATTRA_PAGE_PORTRAIT;
  MattraSignatures *signatures;

  mattra_document_set_version (document, "ร่าง");
  mattra_document_begin_section (document, MATTRA_PAGE_PORTRAIT);
  mattra_cover_add_line (mattra_document_add_cover (document), MATTRA_COVER_TITLE, "รายงาน", 26, TRUE);
  mattra_document_begin_section (document, MATTRA_PAGE_PORTRAIT);
  mattra_document_add_heading (document, "การวิเคราะห์", 18);
  add_table (document, above, FALSE);
  mattra_document_begin_section (document, MATTRA_PAGE_LANDSCAPE);
  mattra_document_add_heading (document, "รายงานผล", 18);
  mattra_document_add_paragraph (document, preface, 16, MATTRA_ALIGN_DISTRIBUTED, TRUE);
  mattra_table_set_main (add_table (document, rows, FALSE), 0, FALSE);
  signatures = mattra_document_add_signatures (document, 16, 2);
  for (guint i = 0; i < 3; i++)
    mattra_signatures_add (signatures, &(MattraSignature) { "(ลงชื่อ)", NULL, "ผู้รายงาน", "นายวีระ มั่นคง", posts, NULL });
  style.numbered_anew = TRUE;
  mattra_document_begin_section (document, style);
  mattra_document_add_heading (document, "ภาคผนวก", 18);
  add_table (document, below, FALSE);
  return document;
}

static MattraDocument *
make_document (GPtrArray  *rows,
               GPtrArray  *others,
               const char *preface)
{
  return make_document_with (others, rows, others, preface);
}

static void
assert_arrays_equal (const GArray *one,
                     const GArray *other)
{
  g_assert_cmpmem (one->data, one->len * g_array_get_element_size ((GArray *) one),
                   other->data, other->len * g_array_get_element_size ((GArray *) other));
}

static void
assert_pages_equal (const GArray *one,
                    const GArray *other)
{
  g_assert_cmpuint (one->len, ==, other->len);
  for (guint i = 0; i < one->len; i++)
    {
      const MattraPage *page = &g_array_index (one, MattraPage, i);
      const MattraPage *expected = &g_array_index (other, MattraPage, i);

      g_assert_cmpuint (page->number, ==, expected->number);
      g_assert_cmpint (page->width, ==, expected->width);
      g_assert_cmpmem (page->bytes, page->size, expected->bytes, expected->size);
    }
}

static void
assert_bookmarks_equal (const GArray *one,
                        const GArray *other)
{
  g_assert_cmpuint (one->len, ==, other->len);
  for (guint i = 0; i < one->len; i++)
    {
      g_assert_cmpuint (g_array_index (one, MattraBookmark, i).page, ==, g_array_index (other, MattraBookmark, i).page);
      g_assert_cmpstr (g_array_index (one, MattraBookmark, i).text, ==, g_array_index (other, MattraBookmark, i).text);
    }
}

/* Two layouts made with the same typesetter are the same to the byte. */
static void
assert_layouts_equal (MattraLayout *one,
                      MattraLayout *other)
{
  assert_pages_equal (one->flow->pages, other->flow->pages);
  assert_arrays_equal (one->flow->spans, other->flow->spans);
  assert_arrays_equal (one->flow->checkpoints, other->flow->checkpoints);
  assert_bookmarks_equal (one->flow->bookmarks, other->flow->bookmarks);
  g_assert_cmpuint (one->flow->tables->len, ==, other->flow->tables->len);
  g_assert_cmpuint (one->flow->widths->len, ==, other->flow->widths->len);
  g_assert_cmpstr (mattra_layout_get_fingerprint (one), ==, mattra_layout_get_fingerprint (other));
}

static GPtrArray *
make_rows (GRand *random,
           guint  n)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, g_rand_int_range (random, 0, 6) == 0 ? make_section (i) : make_row (random, i));
  return rows;
}

static void
replace_row (GPtrArray *rows,
             guint      index,
             MattraRow *row)
{
  mattra_row_free (rows->pdata[index]);
  rows->pdata[index] = row;
}

/* Changes rows at random: one, several, some more, some less. */
static gssize
change_rows (GRand     *random,
             GPtrArray *rows,
             gsize     *first,
             gsize     *end)
{
  guint at = (guint) g_rand_int_range (random, 0, (gint32) rows->len);
  guint wanted = (guint) g_rand_int_range (random, 1, 4);
  guint n = MIN (wanted, rows->len - at);
  int what = g_rand_int_range (random, 0, 4);

  *first = at;
  *end = at + n;
  if (what == 0)
    for (guint i = 0; i < n; i++)
      g_ptr_array_insert (rows, (gint) at, make_row (random, 1000 + i));
  else if (what == 1 && rows->len > n + 1)
    {
      g_ptr_array_remove_range (rows, at, n);
      *end = at;
      return -(gssize) n;
    }
  else
    for (guint i = 0; i < n; i++)
      replace_row (rows, at + i, g_rand_int_range (random, 0, 5) == 0 ? make_section (at) : make_row (random, at + i));
  return what == 0 ? (gssize) n : 0;
}

static void
run_to_end (GRand        *random,
            MattraLayout *layout)
{
  g_autoptr (GError) error = NULL;

  while (!mattra_layout_is_done (layout))
    {
      g_assert_null (mattra_layout_get_fingerprint (layout));
      g_assert_true (mattra_layout_run (layout, (guint) g_rand_int_range (random, 1, 20), &error));
      g_assert_no_error (error);
    }
}

/* A row that is so many lines high. */
static MattraRow *
make_lines (guint n)
{
  MattraRow *row = mattra_row_new ();

  mattra_row_set_key (row, "first");
  mattra_row_begin_cell (row);
  for (guint i = 0; i < n; i++)
    mattra_row_add_paragraph (row, NULL, "มาตรการ", -1);
  mattra_row_begin_cell (row);
  return row;
}

/* A table so many points below a line. */
static MattraDocument *
make_spaced (GPtrArray *rows,
             double     space)
{
  MattraDocument *document = mattra_document_new ();

  mattra_document_begin_section (document, MATTRA_PAGE_LANDSCAPE);
  mattra_document_add_paragraph (document, sentences[0], 16, MATTRA_ALIGN_LEFT, FALSE);
  mattra_document_add_space (document, space);
  mattra_table_set_main (add_table (document, rows, FALSE), 0, FALSE);
  return document;
}

/* However rows change, and whether all pages were laid out by then or not, the pages come out as if they had been laid
 * out at once. */
static void
test_changes_in_any_order (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20230331);

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (GPtrArray) rows = make_rows (random, (guint) g_rand_int_range (random, 1, 60));
      g_autoptr (GPtrArray) others = make_rows (random, 8);
      g_autoptr (MattraDocument) document = make_document (rows, others, sentences[0]);
      g_autoptr (MattraLayout) layout = mattra_layout_begin (document, typesetter);

      for (guint change = 0; change < 16; change++)
        {
          g_autoptr (MattraDocument) changed = NULL;
          g_autoptr (MattraDocument) afresh = NULL;
          g_autoptr (MattraLayout) expected = NULL;
          g_autoptr (GError) error = NULL;
          gsize first, end;
          gssize n_added;

          if (g_rand_int_range (random, 0, 4) > 0)
            run_to_end (random, layout);
          else
            g_assert_true (mattra_layout_run (layout, (guint) g_rand_int_range (random, 19, 80), &error));
          n_added = change_rows (random, rows, &first, &end);
          changed = make_document (rows, others, sentences[0]);
          g_assert_true (mattra_layout_update (layout, changed, first, end, n_added, &error));
          if (g_rand_int_range (random, 0, 3) == 0)
            continue;
          run_to_end (random, layout);
          afresh = make_document (rows, others, sentences[0]);
          expected = mattra_layout_new (afresh, typesetter, &error);
          g_assert_no_error (error);
          assert_layouts_equal (layout, expected);
        }
    }
}

/* Where the first row decides on which page the heads stand, a change of it that moves them needs a new layout. */
static void
test_heads_move (void)
{
  guint n_refused = 0;
  guint n = 0;

  for (double space = 3; space < 420; space += 3)
    for (guint grows = 0; grows < 2; grows++)
      {
        MattraRow *states[] = { make_lines (1), make_lines (3) };
        g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);
        g_autoptr (MattraDocument) document = NULL;
        g_autoptr (MattraDocument) changed = NULL;
        g_autoptr (MattraLayout) layout = NULL;
        g_autoptr (GError) error = NULL;

        g_ptr_array_add (rows, states[!grows]);
        g_ptr_array_add (rows, make_lines (2));
        document = make_spaced (rows, space);
        layout = mattra_layout_new (document, typesetter, &error);
        g_assert_no_error (error);
        replace_row (rows, 0, states[grows]);
        changed = make_spaced (rows, space);
        n++;
        if (mattra_layout_update (layout, changed, 0, 1, 0, &error))
          {
            g_autoptr (MattraDocument) afresh = make_spaced (rows, space);
            g_autoptr (MattraLayout) expected = mattra_layout_new (afresh, typesetter, &error);

            g_assert_true (mattra_layout_run (layout, G_MAXUINT, &error));
            assert_layouts_equal (layout, expected);
          }
        else
          n_refused++;
        g_assert_no_error (error);
      }
  g_assert_cmpuint (n_refused, >, 0);
  g_assert_cmpuint (n_refused, <, n / 4);
}

/* A changed row in the middle of many leaves most pages as they are. */
static void
test_only_what_follows_is_laid_out (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) rows = make_rows (random, 400);
  g_autoptr (GPtrArray) others = make_rows (random, 3);
  g_autoptr (MattraDocument) document = make_document (rows, others, sentences[0]);
  g_autoptr (MattraDocument) changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraLayout) layout = mattra_layout_new (document, typesetter, &error);
  MattraRow *same = mattra_row_copy (g_ptr_array_index (rows, 200));
  guint n_pages = mattra_layout_get_n_pages (layout);
  guint n_kept;

  replace_row (rows, 200, same);
  changed = make_document (rows, others, sentences[0]);
  g_assert_true (mattra_layout_update (layout, changed, 200, 201, 0, &error));
  n_kept = mattra_layout_get_n_pages (layout);
  g_assert_cmpuint (n_kept, >, n_pages / 3);
  g_assert_false (mattra_layout_is_done (layout));
  g_assert_true (mattra_layout_run (layout, 4, &error));
  g_assert_true (mattra_layout_is_done (layout));
  g_assert_cmpuint (mattra_layout_get_n_pages (layout), ==, n_pages);
}

/* What is not a row of that table needs a new layout. */
static void
test_other_changes_are_refused (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  g_autoptr (GPtrArray) rows = make_rows (random, 5);
  g_autoptr (GPtrArray) others = make_rows (random, 5);
  g_autoptr (GPtrArray) none = make_rows (random, 0);
  g_autoptr (MattraDocument) two = make_document (rows, rows, sentences[0]);
  const struct
  {
    MattraDocument *changed;
    gboolean        done;     /* whether all pages were laid out by then */
    gboolean        follows;
  } cases[] = {
    { make_document (rows, rows, sentences[0]), TRUE, TRUE },
    { make_document (rows, rows, sentences[0]), FALSE, TRUE },
    { make_document (rows, rows, sentences[1]), TRUE, FALSE },
    { make_document_with (others, rows, rows, sentences[0]), TRUE, FALSE },
    { make_document_with (others, rows, rows, sentences[0]), FALSE, FALSE },
    { make_document_with (none, rows, rows, sentences[0]), TRUE, FALSE },
    { make_document_with (rows, rows, others, sentences[0]), TRUE, FALSE },
    { make_document_with (rows, rows, none, sentences[0]), TRUE, FALSE },
    { make_document_with (rows, rows, others, sentences[0]), FALSE, TRUE },
    { mattra_document_ref (two), TRUE, FALSE },
  };

  mattra_table_set_main (add_table (two, rows, FALSE), 0, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MattraDocument) document = make_document (rows, rows, sentences[0]);
      g_autoptr (MattraLayout) layout = mattra_layout_begin (document, typesetter);
      g_autoptr (GError) error = NULL;

      g_test_message ("change %u", i);
      /* Covers, headings and sections stand before the rows. */
      g_assert_true (mattra_layout_run (layout, cases[i].done ? G_MAXUINT : 17, &error));
      g_assert_cmpint (mattra_layout_is_done (layout), ==, cases[i].done);
      g_assert_cmpint (mattra_layout_update (layout, cases[i].changed, 0, 1, 0, &error), ==, cases[i].follows);
      g_assert_no_error (error);
      mattra_document_unref (cases[i].changed);
    }
}

/* The widths that were chosen can be given, and nothing else is then. */
static void
test_chosen_widths_can_be_given (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GPtrArray) rows = make_rows (random, 30);
  g_autoptr (MattraDocument) chosen = mattra_document_new ();
  g_autoptr (MattraDocument) given = mattra_document_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraLayout) layout = NULL;
  g_autoptr (MattraLayout) again = NULL;
  const double *widths;
  MattraTable *table;
  guint n;

  add_table (chosen, rows, TRUE);
  layout = mattra_layout_new (chosen, typesetter, &error);
  widths = mattra_layout_get_widths (layout, 0, &n);
  table = mattra_document_add_table (given, 14, mattra_row_source_new_for_rows (rows));
  mattra_table_add_column (table, "มาตรการ", widths[0]);
  mattra_table_add_column (table, "วิธีการดำเนินการ", widths[1]);
  again = mattra_layout_new (given, typesetter, &error);
  assert_layouts_equal (again, layout);
}

/* A place on a page leads to the row and the column that stand there, and a row to its page. */
static void
test_places_lead_to_cells (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (GPtrArray) rows = make_rows (random, 80);
  g_autoptr (MattraDocument) document = make_document (rows, rows, sentences[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraLayout) layout = mattra_layout_new (document, typesetter, &error);
  guint n_found = 0;

  for (guint i = 0; i < layout->flow->spans->len; i++)
    {
      const MattraSpan *span = &g_array_index (layout->flow->spans, MattraSpan, i);
      const char *key = g_array_index (layout->flow->checkpoints, MattraCheckpoint, span->checkpoint).key;
      double y = (span->top + span->bottom) / 2.0 / MATTRA_POINT;
      const char *column = NULL;

      g_assert_cmpstr (mattra_layout_find_cell (layout, span->page, 90, y, &column), ==, *key ? key : NULL);
      g_assert_cmpstr (column, ==, "title");
      mattra_layout_find_cell (layout, span->page, 500, y, &column);
      g_assert_cmpstr (column, ==, "steps");
      n_found++;
    }
  g_assert_cmpuint (n_found, >, rows->len);
  g_assert_null (mattra_layout_find_cell (layout, 1, 80, 5, NULL));
  g_assert_null (mattra_layout_find_cell (layout, 0, 80, 300, NULL));
  for (guint i = 0; i < rows->len; i++)
    {
      const char *key = mattra_row_get_key (g_ptr_array_index (rows, i));
      guint page;
      double y;

      if (key == NULL)
        continue;
      g_assert_true (mattra_layout_find_row (layout, key, &page, &y));
      g_assert_cmpstr (mattra_layout_find_cell (layout, page, 90, y + 1, NULL), ==, key);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *fonts = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "fonts", NULL);
  g_autofree char *dictionary = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "dictionary", NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  typesetter = mattra_typesetter_new (fonts, dictionary, &error);
  g_assert_no_error (error);
  g_test_add_func ("/report/layout-update/changes-in-any-order", test_changes_in_any_order);
  g_test_add_func ("/report/layout-update/heads-move", test_heads_move);
  g_test_add_func ("/report/layout-update/only-what-follows", test_only_what_follows_is_laid_out);
  g_test_add_func ("/report/layout-update/other-changes", test_other_changes_are_refused);
  g_test_add_func ("/report/layout-update/chosen-widths", test_chosen_widths_can_be_given);
  g_test_add_func ("/report/layout-update/places", test_places_lead_to_cells);
  status = g_test_run ();
  mattra_typesetter_unref (typesetter);
  return status;
}
