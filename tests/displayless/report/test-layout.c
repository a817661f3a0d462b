/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-error.h"
#include "mattra-layout-private.h"

#define LETTERS_UP 1.277
#define LETTERS_DOWN 0.33

static const char *const sentences[] = {
  "แจ้งเวียนประกาศแผนการใช้จ่ายเงินงบประมาณสร้างการรับรู้ให้บุคลากรภายในทราบ",
  "จัดทำคู่มือหรือแนวทางการปฏิบัติเกี่ยวกับการใช้ทรัพย์สินของราชการที่ถูกต้อง",
  "ควรรายงานการใช้จ่ายเงินงบประมาณเป็นรายไตรมาส",
  "เปิดเผยข้อมูลครบถ้วน เป็นไปตามแนวทางที่กำหนด www.example.go.th/ita",
};

static MattraTypesetter *
make_typesetter (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *fonts = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "fonts", NULL);
  g_autofree char *dictionary = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "dictionary", NULL);
  MattraTypesetter *typesetter = mattra_typesetter_new (fonts, dictionary, &error);

  g_assert_no_error (error);
  return typesetter;
}

static MattraLayout *
lay_out (MattraDocument *document)
{
  g_autoptr (MattraTypesetter) typesetter = make_typesetter ();
  g_autoptr (GError) error = NULL;
  MattraLayout *layout = mattra_layout_new (document, typesetter, &error);

  g_assert_no_error (error);
  return layout;
}

/* A row with a title and @n_items numbered items in its second column. */
static MattraRow *
make_row (guint number,
          guint n_items)
{
  MattraRow *row = mattra_row_new ();
  g_autofree char *title = g_strdup_printf ("มาตรการที่ %u", number);
  g_autofree char *continued = g_strdup_printf ("%u. (ต่อ)", number);

  mattra_row_set_continued (row, continued);
  mattra_row_begin_cell (row);
  mattra_row_add_paragraph (row, NULL, title, -1);
  mattra_row_begin_cell (row);
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u.", i + 1);

      mattra_row_add_paragraph (row, label, sentences[(number + i) % G_N_ELEMENTS (sentences)], -1);
    }
  mattra_row_begin_cell (row);
  mattra_row_add_paragraph (row, NULL, "ทุกส่วนราชการ", -1);
  return row;
}

static MattraRow *
make_section (const char *text)
{
  MattraRow *row = mattra_row_new ();

  mattra_row_set_section (row, TRUE);
  mattra_row_begin_cell (row);
  mattra_row_add_paragraph (row, NULL, text, -1);
  return row;
}

/* Columns of given widths keep line numbers the same whatever the rows are. */
static MattraDocument *
make_document (GPtrArray *rows,
               double     width)
{
  MattraDocument *document = mattra_document_new ();
  MattraTable *table;

  mattra_document_begin_section (document, MATTRA_PAGE_LANDSCAPE);
  table = mattra_document_add_table (document, 14, mattra_row_source_new_for_rows (rows));
  mattra_table_add_column (table, "มาตรการ", width);
  mattra_table_add_column (table, "วิธีการดำเนินการ", width);
  mattra_table_add_column (table, "ผู้รับผิดชอบ", width);
  return document;
}

static void
add_signatures (MattraDocument *document,
                guint           n)
{
  static const char *const posts[] = { "นักวิเคราะห์นโยบายและแผนชำนาญการ", "รักษาราชการแทน ปลัด", NULL };
  MattraSignatures *signatures = mattra_document_add_signatures (document, 16, 2);

  for (guint i = 0; i < n; i++)
    mattra_signatures_add (signatures, &(MattraSignature) {
      "(ลงชื่อ)", i == 1 ? "จ่าเอก" : NULL, "ผู้รายงาน", "นางสาวสมใจ ใจดี", posts, NULL,
    });
}

/* What a page holds, as far as the tests ask. */
typedef struct
{
  GArray  *baselines;         /* of each text, with its size: int[2] */
  GArray  *rules;             /* the y of the level ones */
  GArray  *rows;              /* how many lines each row has */
  guint    n_paragraphs;
  GString *text;
} PageFacts;

static void
page_facts_clear (PageFacts *facts)
{
  g_array_unref (facts->baselines);
  g_array_unref (facts->rules);
  g_array_unref (facts->rows);
  g_string_free (facts->text, TRUE);
}

static void
note_text (PageFacts        *facts,
           MattraLayout     *layout,
           MattraPageReader *reader,
           const MattraOp   *op,
           int               size)
{
  const MattraPage *page = &g_array_index (layout->flow->pages, MattraPage, 0);
  int line[2] = { op->y, size };
  gint64 units = 0;

  g_array_append_val (facts->baselines, line);
  for (int i = 0; i < op->a; i++)
    {
      const MattraPiece *piece = mattra_typesetter_get_piece (layout->flow->typesetter,
                                                              mattra_page_reader_piece (reader));

      g_string_append_len (facts->text, mattra_typesetter_get_text (layout->flow->typesetter, piece), piece->bytes);
      units += i + 1 < op->a ? piece->advance : piece->width;
    }
  g_assert_cmpint (op->x + units * size / MATTRA_UNITS_PER_EM, <=, page->right + MATTRA_POINT);
  g_assert_cmpint (op->y, <=, page->height - MATTRA_MM (20));
}

static guint
count_lines (const GArray *baselines,
             guint         first)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = first; i < baselines->len; i++)
    g_hash_table_add (seen, GINT_TO_POINTER ((&g_array_index (baselines, int, 0))[2 * i]));
  return g_hash_table_size (seen);
}

static PageFacts
read_page (MattraLayout *layout,
           guint         index)
{
  PageFacts facts = {
    .baselines = g_array_new (FALSE, FALSE, 2 * sizeof (int)),
    .rules = g_array_new (FALSE, FALSE, sizeof (int)),
    .rows = g_array_new (FALSE, FALSE, sizeof (guint)),
    .text = g_string_new (NULL),
  };
  MattraPageReader reader;
  MattraOp op;
  int tags[8];
  guint n_tags = 0;
  guint row_start = 0;
  int size = 0;

  mattra_page_reader_init (&reader, g_array_index (layout->flow->pages, MattraPage, index).bytes);
  for (mattra_page_reader_next (&reader, &op); op.kind != MATTRA_OP_END; mattra_page_reader_next (&reader, &op))
    if (op.kind == MATTRA_OP_FONT)
      size = op.b;
    else if (op.kind == MATTRA_OP_TEXT)
      note_text (&facts, layout, &reader, &op, size);
    else if (op.kind == MATTRA_OP_RULE && op.y == op.b)
      g_array_append_val (facts.rules, op.y);
    else if (op.kind == MATTRA_OP_TAG)
      {
        tags[n_tags++] = op.a;
        facts.n_paragraphs += op.a == MATTRA_TAG_P ? 1 : 0;
        if (op.a == MATTRA_TAG_TR)
          row_start = facts.baselines->len;
      }
    else if (op.kind == MATTRA_OP_TAG_END && tags[--n_tags] == MATTRA_TAG_TR)
      {
        guint n = count_lines (facts.baselines, row_start);

        g_array_append_val (facts.rows, n);
      }
  g_assert_cmpuint (n_tags, ==, 0);
  return facts;
}

/* No mark of any line reaches a rule; lines of a column stand at least 1.4 em apart. */
static void
assert_clear_of_rules (const PageFacts *facts)
{
  for (guint i = 0; i < facts->baselines->len; i++)
    {
      const int *line = &g_array_index (facts->baselines, int, 0) + 2 * i;

      for (guint k = 0; k < facts->rules->len; k++)
        {
          int rule = g_array_index (facts->rules, int, k);

          g_assert_true (rule <= line[0] - line[1] * LETTERS_UP || rule >= line[0] + line[1] * LETTERS_DOWN);
        }
    }
}

static GPtrArray *
make_rows (guint n,
           guint seed)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, make_row (i + 1, (guint) g_rand_int_range (rand, 0, 9)));
  return rows;
}

static void
test_rows_over_pages (void)
{
  for (guint seed = 0; seed < 12; seed++)
    {
      g_autoptr (GPtrArray) rows = make_rows (30, seed);
      g_autoptr (MattraDocument) document = make_document (rows, seed % 2 == 0 ? 85 : 0);
      g_autoptr (MattraLayout) layout = lay_out (document);
      guint n = mattra_layout_get_n_pages (layout);
      guint parts = 0;

      g_assert_cmpuint (n, >, 1);
      for (guint i = 0; i < n; i++)
        {
          PageFacts facts = read_page (layout, i);
          gboolean continued = strstr (facts.text->str, "(ต่อ)") != NULL;

          assert_clear_of_rules (&facts);
          g_assert_cmpuint (facts.rows->len, >=, 2);
          /* Row 0 is the heads; a part of a row has at least two lines on either page. */
          g_assert_true (strstr (facts.text->str, "วิธีการดำเนินการ") != NULL);
          if (continued)
            {
              PageFacts before = read_page (layout, i - 1);

              g_assert_cmpuint (g_array_index (facts.rows, guint, 1), >=, 2);
              g_assert_cmpuint (g_array_index (before.rows, guint, before.rows->len - 1), >=, 2);
              page_facts_clear (&before);
              parts++;
            }
          page_facts_clear (&facts);
        }
      if (seed == 0)
        g_assert_cmpuint (parts, >, 0);
    }
}

/* Everything written is on paper once, in order. */
static void
test_nothing_is_lost (void)
{
  g_autoptr (GPtrArray) rows = make_rows (25, 7);
  g_autoptr (MattraDocument) document = make_document (rows, 85);
  g_autoptr (MattraLayout) layout = lay_out (document);
  gsize want = 0, got = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const MattraRow *row = g_ptr_array_index (rows, i);

      for (guint cell = 0; cell < 3; cell++)
        for (guint k = 0; k < mattra_row_get_n_paragraphs (row, cell); k++)
          {
            gsize length;
            const char *number;

            mattra_row_get_paragraph (row, cell, k, &length, &number);
            want += length + (number != NULL ? strlen (number) + 1 : 0);
          }
    }
  for (guint i = 0; i < mattra_layout_get_n_pages (layout); i++)
    {
      PageFacts facts = read_page (layout, i);
      const char *p = facts.text->str;

      got += facts.text->len - strlen ("มาตรการวิธีการดำเนินการผู้รับผิดชอบ");
      while ((p = strstr (p, ". (ต่อ)")) != NULL)
        {
          const char *start = p;

          while (start > facts.text->str && g_ascii_isdigit (start[-1]))
            start--;
          p += strlen (". (ต่อ)");
          got -= (gsize) (p - start);
        }
      page_facts_clear (&facts);
    }
  g_assert_cmpuint (got, ==, want);
}

static void
test_tall_row (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);
  g_autoptr (MattraDocument) document = NULL;
  g_autoptr (MattraLayout) layout = NULL;

  g_ptr_array_add (rows, make_row (1, 200));
  document = make_document (rows, 85);
  layout = lay_out (document);
  g_assert_cmpuint (mattra_layout_get_n_pages (layout), >, 10);
  for (guint i = 0; i < mattra_layout_get_n_pages (layout); i++)
    {
      PageFacts facts = read_page (layout, i);

      g_assert_cmpint (strstr (facts.text->str, "1. (ต่อ)") != NULL, ==, i > 0);
      page_facts_clear (&facts);
    }
}

static void
test_section_rows_stay_with_theirs (void)
{
  for (guint n = 1; n < 40; n++)
    {
      g_autoptr (GPtrArray) rows = make_rows (n, 3);
      g_autoptr (MattraDocument) document = NULL;
      g_autoptr (MattraLayout) layout = NULL;

      g_ptr_array_add (rows, make_section ("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่"));
      g_ptr_array_add (rows, make_row (99, 1 + n / 2 % 2));
      document = make_document (rows, 85);
      if (n % 2 == 0)
        add_signatures (document, 4);
      layout = lay_out (document);
      for (guint i = 0; i < mattra_layout_get_n_pages (layout); i++)
        {
          PageFacts facts = read_page (layout, i);
          const char *section = strstr (facts.text->str, "ตัวชี้วัดที่ ๑");

          if (section != NULL)
            g_assert_nonnull (strstr (section, "มาตรการที่ 99"));
          page_facts_clear (&facts);
        }
    }
}

static void
test_signatures_have_company (void)
{
  for (guint n = 1; n < 60; n++)
    {
      g_autoptr (GPtrArray) rows = make_rows (n, 5);
      g_autoptr (MattraDocument) document = make_document (rows, 85);
      g_autoptr (MattraLayout) layout = NULL;
      guint last;
      PageFacts facts;

      add_signatures (document, 1 + n % 4);
      layout = lay_out (document);
      last = mattra_layout_get_n_pages (layout) - 1;
      facts = read_page (layout, last);
      g_assert_cmpuint (facts.rows->len, >=, 2);
      g_assert_cmpuint (facts.n_paragraphs, ==, (1 + n % 4) * 4);
      page_facts_clear (&facts);
    }
}

/* Where the signatures do not fit below the last row, it goes on with them whole, if it would have stood whole. */
static void
test_signatures_part_no_row (void)
{
  guint alone = 0;

  for (guint n = 1; n < 40; n++)
    {
      g_autoptr (GPtrArray) rows = make_rows (n, 3);
      g_autoptr (MattraDocument) plain = NULL;
      g_autoptr (MattraDocument) signed_document = NULL;
      g_autoptr (MattraLayout) plain_layout = NULL;
      g_autoptr (MattraLayout) layout = NULL;
      PageFacts facts;

      g_ptr_array_add (rows, make_row (99, 4));
      plain = make_document (rows, 85);
      plain_layout = lay_out (plain);
      signed_document = make_document (rows, 85);
      add_signatures (signed_document, 4);
      layout = lay_out (signed_document);
      facts = read_page (plain_layout, mattra_layout_get_n_pages (plain_layout) - 1);
      if (strstr (facts.text->str, "มาตรการที่ 99") != NULL)
        {
          PageFacts last = read_page (layout, mattra_layout_get_n_pages (layout) - 1);

          g_assert_nonnull (strstr (last.text->str, "มาตรการที่ 99"));
          alone += mattra_layout_get_n_pages (layout) > mattra_layout_get_n_pages (plain_layout);
          page_facts_clear (&last);
        }
      page_facts_clear (&facts);
    }
  g_assert_cmpuint (alone, >, 0);
}

/* The lines to sign on stand below one another, whatever rank and role stand beside them. */
static void
test_dots_are_in_line (void)
{
  for (guint n = 3; n < 8; n++)
    {
      g_autoptr (MattraDocument) document = mattra_document_new ();
      g_autoptr (MattraLayout) layout = NULL;
      MattraPageReader reader;
      MattraOp op;
      int columns[2] = { 0, 0 };
      guint i = 0;

      mattra_document_begin_section (document, MATTRA_PAGE_LANDSCAPE);
      add_signatures (document, n);
      layout = lay_out (document);
      mattra_page_reader_init (&reader, g_array_index (layout->flow->pages, MattraPage, 0).bytes);
      for (mattra_page_reader_next (&reader, &op); op.kind != MATTRA_OP_END; mattra_page_reader_next (&reader, &op))
        if (op.kind == MATTRA_OP_SIGNING)
          {
            if (i >= 2 && (i + 1 < n || n % 2 == 0))
              g_assert_cmpint (op.x, ==, columns[i % 2]);
            columns[i++ % 2] = op.x;
          }
        else if (op.kind == MATTRA_OP_TEXT)
          for (int k = 0; k < op.a; k++)
            mattra_page_reader_piece (&reader);
      g_assert_cmpuint (i, >=, 2);
    }
}

/* A table's heads never stand at the end of a page without a row, not even where its only row is too high for what is
 * left there with the signatures below it. */
static void
test_heads_have_rows (void)
{
  for (guint n = 0; n < 48; n++)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_row_free);
      g_autoptr (MattraDocument) document = mattra_document_new ();
      g_autoptr (MattraLayout) layout = NULL;
      MattraTable *table;

      if (n % 2 == 0)
        g_ptr_array_add (rows, make_section ("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่"));
      g_ptr_array_add (rows, make_row (1, 1 + n % 3));
      mattra_document_begin_section (document, MATTRA_PAGE_LANDSCAPE);
      for (guint i = 0; i < n / 3; i++)
        mattra_document_add_paragraph (document, sentences[0], 16, MATTRA_ALIGN_LEFT, FALSE);
      table = mattra_document_add_table (document, 14, mattra_row_source_new_for_rows (rows));
      for (guint i = 0; i < 3; i++)
        mattra_table_add_column (table, "มาตรการ", 85);
      mattra_table_set_least_lines (table, n % 4 == 0 ? 5 : 1);
      add_signatures (document, 4);
      layout = lay_out (document);
      for (guint i = 0; i < mattra_layout_get_n_pages (layout); i++)
        {
          PageFacts facts = read_page (layout, i);

          g_assert_cmpuint (facts.rows->len, !=, 1);
          page_facts_clear (&facts);
        }
    }
}

static void
test_links (void)
{
  g_autoptr (MattraDocument) document = mattra_document_new ();
  g_autoptr (MattraLayout) layout = NULL;
  MattraPageReader reader;
  MattraOp op;
  guint links = 0;

  mattra_document_begin_section (document, MATTRA_PAGE_PORTRAIT);
  mattra_document_add_paragraph (document, "ดูที่ www.example.go.th, https://example.go.th/a?b=ค และ www.", 16,
                                 MATTRA_ALIGN_LEFT, TRUE);
  layout = lay_out (document);
  mattra_page_reader_init (&reader, g_array_index (layout->flow->pages, MattraPage, 0).bytes);
  for (mattra_page_reader_next (&reader, &op); op.kind != MATTRA_OP_END; mattra_page_reader_next (&reader, &op))
    if (op.kind == MATTRA_OP_LINK)
      g_assert_cmpstr (op.c, ==, links++ == 0 ? "http://www.example.go.th" : "https://example.go.th/a?b=");
    else if (op.kind == MATTRA_OP_TEXT)
      for (int i = 0; i < op.a; i++)
        mattra_page_reader_piece (&reader);
  g_assert_cmpuint (links, ==, 2);
}

static void
test_unprintable_row_is_named (void)
{
  g_autoptr (GPtrArray) rows = make_rows (4, 1);
  g_autoptr (MattraDocument) document = NULL;
  g_autoptr (MattraTypesetter) typesetter = make_typesetter ();
  g_autoptr (GError) error = NULL;

  mattra_row_add_paragraph (g_ptr_array_index (rows, 2), NULL, "ดำเนินการแล้ว ✓", -1);
  document = make_document (rows, 85);
  g_assert_null (mattra_layout_new (document, typesetter, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "3"));
  g_assert_nonnull (strstr (error->message, "U+2713"));
}

static void
test_fingerprint (void)
{
  g_autoptr (GPtrArray) rows = make_rows (5, 1);
  g_autoptr (MattraDocument) document = make_document (rows, 85);
  g_autoptr (MattraDocument) same = make_document (rows, 85);
  g_autoptr (MattraDocument) wider = make_document (rows, 0);
  g_autoptr (MattraLayout) layout = lay_out (document);
  g_autoptr (MattraLayout) same_layout = lay_out (same);
  g_autoptr (MattraLayout) wider_layout = lay_out (wider);
  g_autofree char *fingerprint = g_strdup (mattra_layout_get_fingerprint (layout));
  g_autoptr (MattraLayout) changed_layout = NULL;

  g_assert_cmpstr (fingerprint, ==, mattra_layout_get_fingerprint (same_layout));
  g_assert_cmpstr (fingerprint, !=, mattra_layout_get_fingerprint (wider_layout));
  mattra_row_add_paragraph (g_ptr_array_index (rows, 4), NULL, "เพิ่ม", -1);
  changed_layout = lay_out (document);
  g_assert_cmpstr (fingerprint, !=, mattra_layout_get_fingerprint (changed_layout));
}

/* The widths fill the page, are the same each time, and given back as given ones move nothing. */
static void
test_widths_are_kept (void)
{
  g_autoptr (GPtrArray) rows = make_rows (20, 4);
  g_autoptr (MattraDocument) document = make_document (rows, 0);
  g_autoptr (MattraDocument) kept = mattra_document_new ();
  g_autoptr (MattraLayout) layout = lay_out (document);
  g_autoptr (MattraLayout) kept_layout = NULL;
  const double *widths, *kept_widths;
  MattraTable *table;
  double sum = 0;
  guint n;

  widths = mattra_layout_get_widths (layout, 0, &n);
  g_assert_cmpuint (n, ==, 3);
  mattra_document_begin_section (kept, MATTRA_PAGE_LANDSCAPE);
  table = mattra_document_add_table (kept, 14, mattra_row_source_new_for_rows (rows));
  for (guint i = 0; i < n; i++)
    {
      mattra_table_add_column (table, "มาตรการ", widths[i]);
      sum += widths[i];
    }
  g_assert_cmpfloat_with_epsilon (sum, 257, 0.05);
  g_assert_cmpfloat (widths[1], >, widths[2]);

  kept_layout = lay_out (kept);
  kept_widths = mattra_layout_get_widths (kept_layout, 0, &n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (kept_widths[i], widths[i], 0.02);
  g_assert_null (mattra_layout_get_widths (layout, 1, &n));
}

typedef struct
{
  GCancellable *cancellable;
  guint stop_at;
  guint n_told;
  double last;
  gboolean back;
} Wait;

static void
note (double   done,
      gpointer data)
{
  Wait *wait = data;

  wait->back = wait->back || done < wait->last;
  wait->last = done;
  if (++wait->n_told == wait->stop_at)
    g_cancellable_cancel (wait->cancellable);
}

/* Who waits is asked before there is a page, while rows are read for the widths, and may stop it then; let go on, it gives
 * the same pages as if nobody waited. */
static void
test_wait (void)
{
  g_autoptr (GPtrArray) rows = make_rows (600, 1);
  g_autoptr (MattraDocument) document = make_document (rows, 0);
  g_autoptr (MattraLayout) plain = lay_out (document);

  for (guint stop_at = 0; stop_at < 9; stop_at++)
    {
      g_autoptr (MattraTypesetter) typesetter = make_typesetter ();
      g_autoptr (MattraLayout) layout = mattra_layout_begin (document, typesetter);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Wait wait = { cancellable, stop_at, 0, 0, FALSE };
      const MattraWatch watch = { cancellable, note, &wait, 0, 1 };
      g_autoptr (GError) error = NULL;
      gboolean done = mattra_layout_run_watched (layout, rows->len, &watch, &error);

      g_assert_false (wait.back);
      if (stop_at > 0)
        {
          g_assert_false (done);
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          g_assert_cmpuint (wait.n_told, ==, stop_at);
          g_assert_cmpuint (mattra_layout_get_n_pages (layout), ==, 0);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (done);
      g_assert_cmpuint (wait.n_told, >, 9);
      g_assert_cmpstr (mattra_layout_get_fingerprint (layout), ==, mattra_layout_get_fingerprint (plain));
    }
}

static void
test_emblem_must_be_a_picture (void)
{
  g_autoptr (MattraDocument) document = mattra_document_new ();
  g_autoptr (MattraTypesetter) typesetter = make_typesetter ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("GIF89a", 6);
  g_autoptr (GError) error = NULL;

  mattra_cover_set_emblem (mattra_document_add_cover (document), bytes, 30);
  g_assert_null (mattra_layout_new (document, typesetter, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
}

static void
test_nothing_gives_no_page (void)
{
  g_autoptr (MattraDocument) document = mattra_document_new ();
  g_autoptr (MattraLayout) layout = lay_out (document);

  g_assert_cmpuint (mattra_layout_get_n_pages (layout), ==, 0);
  g_assert_true (mattra_layout_is_done (layout));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/layout/rows-over-pages", test_rows_over_pages);
  g_test_add_func ("/report/layout/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/report/layout/tall-row", test_tall_row);
  g_test_add_func ("/report/layout/section-rows-stay-with-theirs", test_section_rows_stay_with_theirs);
  g_test_add_func ("/report/layout/signatures-have-company", test_signatures_have_company);
  g_test_add_func ("/report/layout/signatures-part-no-row", test_signatures_part_no_row);
  g_test_add_func ("/report/layout/dots-are-in-line", test_dots_are_in_line);
  g_test_add_func ("/report/layout/heads-have-rows", test_heads_have_rows);
  g_test_add_func ("/report/layout/links", test_links);
  g_test_add_func ("/report/layout/unprintable-row-is-named", test_unprintable_row_is_named);
  g_test_add_func ("/report/layout/fingerprint", test_fingerprint);
  g_test_add_func ("/report/layout/wait", test_wait);
  g_test_add_func ("/report/layout/widths-are-kept", test_widths_are_kept);
  g_test_add_func ("/report/layout/nothing-gives-no-page", test_nothing_gives_no_page);
  g_test_add_func ("/report/layout/emblem-must-be-a-picture", test_emblem_must_be_a_picture);
  return g_test_run ();
}
