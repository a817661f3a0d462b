/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper-fixture.h"

#include <locale.h>
#include <string.h>

#include "mattra-error.h"
#include "mattra-organisation.h"

/* Forty people sign: each has room, and the head of the sheet stands on each page. */
static void
test_many_signers (PaperFixture *self,
                   gconstpointer  data)
{
  static const char *const kinds[] = { "memo", "results" };
  MattraReportOptions options = paper_options ("signature-sheet");
  g_autofree char *sheet = NULL;
  guint n_pages;

  for (guint i = 0; i < 37; i++)
    {
      g_autofree char *name = g_strdup_printf ("นายลำดับ ที่%02u", i);

      paper_add_signer (self, name, "ผู้รับรอง", "กรรมการ", NULL);
    }
  n_pages = paper_print (self, &options);
  g_assert_cmpuint (n_pages, >, 1);
  sheet = paper_text (self);
  if (sheet == NULL)
    return;
  g_assert_cmpuint (paper_count (sheet, "ลายมือชื่อ"), ==, n_pages);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = NULL;

      options.kind = kinds[i];
      paper_print (self, &options);
      text = paper_text (self);
      g_assert_cmpuint (paper_count (text, "นายลำดับ"), ==, 37);
    }
}

/* However many sign, no row of blocks stands on the last page by itself. */
static void
test_last_signers (PaperFixture *self,
                   gconstpointer  data)
{
  static const char *const per_row[] = { "1", "2" };

  g_ptr_array_set_size (mattra_plan_get_signers (self->plan), 0);
  for (guint i = 0; i < 12; i++)
    {
      paper_add_signer (self, "นายลำดับ", "ผู้รับรอง", "กรรมการ", NULL);
      for (guint k = 0; k < G_N_ELEMENTS (per_row); k++)
        {
          MattraReportOptions options = paper_options ("results");
          g_autofree char *last = NULL;
          g_autofree char *text = NULL;

          mattra_plan_set_setting (self->plan, MATTRA_SETTING_KIND_BLOCKS, per_row[k]);
          last = g_strdup_printf ("%u", paper_print (self, &options));
          text = paper_ask ("pdftotext", "-raw", "-f", last, self->path, "-", NULL);
          if (text == NULL)
            return;
          if (strstr (text, "ข้อเสนอแนะ") == NULL)
            g_assert_cmpuint (paper_count (text, "(ลงชื่อ)"), >, k + 1);
        }
    }
}

/* A heading that is longer than a page goes on upon the next; what must stand on one page is not printed cut. */
static void
test_long_texts (PaperFixture *self,
                 gconstpointer  data)
{
  static const struct
  {
    const char *kind;
    const char *setting;
    guint n_letters;
    gboolean prints;
  } rows[] = {
    { "late", "late/title", 6000, TRUE },     { "signature-sheet", "signature-sheet/title", 6000, TRUE },
    { "results", "results/title", 400, TRUE }, { "results", "results/title", 6000, FALSE },
    { "memo", "memo/subject", 6000, FALSE },   { "announcement", "announcement/subject", 6000, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MattraReportOptions options = paper_options (rows[i].kind);
      g_autofree char *title = g_strnfill (rows[i].n_letters, 'w');
      g_autoptr (MattraDocument) document = NULL;
      g_autoptr (MattraLayout) layout = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      mattra_plan_set_setting (self->plan, rows[i].setting, title);
      document = paper_build (self, &options, &error);
      g_assert_no_error (error);
      layout = paper_lay_out (document, &error);
      mattra_plan_set_setting (self->plan, rows[i].setting, "");
      if (!rows[i].prints)
        {
          g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID);
          paper_assert_says (error->message, "“wwwwww", TRUE);
          continue;
        }
      g_assert_no_error (error);
      paper_print_document (self, document);
      text = paper_text (self);
      if (text)
        g_assert_cmpuint (paper_count (text, "w"), >=, rows[i].n_letters);
    }
}

static void
test_divisions (PaperFixture *self,
                gconstpointer  data)
{
  static const guint sizes[] = { 1, 60 };

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      MattraReportOptions sheets = paper_options ("division");
      MattraReportOptions late = paper_options ("late");
      g_autofree char *text = NULL;
      g_autofree char *list = NULL;

      for (guint i = 0; i < sizes[k]; i++)
        g_ptr_array_add (names, g_strdup_printf ("กองที่%02u", i));
      g_ptr_array_add (names, NULL);
      paper_set_divisions (self, (const char *const *) names->pdata);
      g_ptr_array_set_size (self->measures, 0);
      for (guint i = 0; i < sizes[k]; i++)
        {
          g_autofree char *id = g_strdup_printf ("division-%u", i);

          paper_add_measure (self, "การใช้อำนาจ", id);
        }
      g_assert_cmpuint (paper_print (self, &sheets), ==, sizes[k]);
      text = paper_text (self);
      paper_print (self, &late);
      list = paper_text (self);
      if (text == NULL)
        return;
      paper_assert_says (text, "- ๒ -", FALSE);
      g_assert_cmpuint (paper_count (text, "(ลงชื่อ)"), ==, sizes[k]);
      g_assert_cmpuint (paper_count (list, "กองที่"), ==, sizes[k]);
    }
}

/* Rows higher than a page and words wider than their columns lose nothing. */
static void
test_great_cells (PaperFixture *self,
                  gconstpointer  data)
{
  static const char *const kinds[] = { "results", "division", "minutes-table", "announcement", "late" };
  MattraMeasure *measure = g_ptr_array_index (self->measures, 0);
  MattraAnswer *answer = mattra_measure_find_answer (measure, MATTRA_ROUND_FIRST_HALF, "division-1");
  g_autofree char *word = g_strnfill (300, 'w');

  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *line = g_strdup_printf ("ข้อ %03u", i);

      mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new (line));
      mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new (line));
    }
  mattra_measure_set_title (g_ptr_array_index (self->measures, 1), word);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      MattraReportOptions options = paper_options (kinds[i]);
      g_autofree char *text = NULL;
      gboolean has_lines = !g_str_equal (kinds[i], "late");

      options.digits = MATTRA_DIGITS_WESTERN;
      paper_print (self, &options);
      text = paper_text (self);
      if (text == NULL)
        return;
      paper_assert_says (text, "ข้อ 089", has_lines);
      g_assert_cmpuint (paper_count (text, "w"), >=, 300);
    }
}

static void
test_posts (void)
{
  static const char *const posts[][2] = {
    { "สำนักปลัด", "หัวหน้าสำนักปลัด" }, { "กองคลัง", "ผู้อำนวยการกองคลัง" }, { "สำนักช่าง", "ผู้อำนวยการสำนักช่าง" },
    { "สำนักปลัดเทศบาล", "หัวหน้าสำนักปลัดเทศบาล" }, { "หน่วยตรวจสอบภายใน", "หัวหน้าหน่วยตรวจสอบภายใน" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    {
      g_autofree char *post = mattra_organisation_division_post (posts[i][0]);

      g_assert_cmpstr (post, ==, posts[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  paper_add_test ("size/many-signers", paper_set_up, test_many_signers);
  paper_add_test ("size/last-signers", paper_set_up, test_last_signers);
  paper_add_test ("size/long-texts", paper_set_up, test_long_texts);
  paper_add_test ("size/divisions", paper_set_up_bare, test_divisions);
  paper_add_test ("size/great-cells", paper_set_up, test_great_cells);
  g_test_add_func ("/report/size/posts", test_posts);
  return g_test_run ();
}
