/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper-fixture.h"

#include <locale.h>
#include <string.h>

#include "mattra-measure-cancellable.h"
#include "mattra-pdf.h"
#include "mattra-report-choices.h"

/* What can be chosen for a kind of report, and what prints where nothing is. */

static char *
fingerprint (PaperFixture              *self,
             const MattraReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraDocument) document = paper_build (self, options, &error);
  g_autoptr (MattraLayout) layout = NULL;

  g_assert_no_error (error);
  layout = paper_lay_out (document, &error);
  g_assert_no_error (error);
  return g_strdup (mattra_layout_get_fingerprint (layout));
}

static const char *const text_settings[] = {
  MATTRA_SETTING_KIND_TITLE, MATTRA_SETTING_KIND_SUBJECT, MATTRA_SETTING_KIND_OFFICE, MATTRA_SETTING_KIND_PREFACE,
  MATTRA_SETTING_KIND_COVER, MATTRA_SETTING_KIND_SIGNERS, "duties", "classes", "points_1", "points_2",
};

/* A proposed text that is kept as the office's own prints the same paper; another one another paper. */
static void
test_proposals (PaperFixture *self,
                gconstpointer  data)
{
  g_autofree const char **names = mattra_report_list_kinds ();

  g_ptr_array_add (mattra_plan_get_scores (self->plan), mattra_indicator_score_new (1, "การปฏิบัติหน้าที่", 95));
  g_ptr_array_add (mattra_plan_get_scores (self->plan), mattra_indicator_score_new (2, "การใช้งบประมาณ", 61.5));
  for (guint i = 0; names[i]; i++)
    for (guint k = 0; k < G_N_ELEMENTS (text_settings); k++)
      {
        MattraReportOptions options = paper_options (names[i]);
        g_autofree char *name = mattra_report_setting_name (self->plan, names[i], text_settings[k]);
        g_autofree char *proposed = mattra_report_propose (self->plan, &options, text_settings[k]);
        g_autofree char *before = NULL;
        g_autofree char *kept = NULL;
        g_autofree char *changed = NULL;

        if (proposed == NULL)
          continue;
        g_test_message ("%s: %s", name, proposed);
        before = fingerprint (self, &options);
        mattra_plan_set_setting (self->plan, name, proposed);
        kept = fingerprint (self, &options);
        g_assert_cmpstr (before, ==, kept);
        mattra_plan_set_setting (self->plan, name, "ข้อความของเราเอง");
        changed = fingerprint (self, &options);
        g_assert_cmpstr (before, !=, changed);
        mattra_plan_set_setting (self->plan, name, NULL);
      }
}

static const struct
{
  const char *kind;
  MattraReportParts parts;
  const char *has;
  const char *lacks;
} kinds[] = {
  { "results", MATTRA_REPORT_HAS_COVER | MATTRA_REPORT_HAS_COLUMNS | MATTRA_REPORT_HAS_PAIRS, "cover", "subject" },
  { "measures", MATTRA_REPORT_HAS_ANALYSIS | MATTRA_REPORT_HAS_COVER, "classes", "duties" },
  { "memo", MATTRA_REPORT_HAS_SUBJECT | MATTRA_REPORT_HAS_OFFICE | MATTRA_REPORT_HAS_SIGNERS, "office", "cover" },
  { "order", MATTRA_REPORT_HAS_DUTIES, "duties", "title" },
  { "signature-sheet", MATTRA_REPORT_HAS_SIGNERS, "title", "preface" },
  { "memo,results", MATTRA_REPORT_HAS_DIVISIONS, NULL, "preface" },
  { "novel", 0, NULL, "title" },
};

static void
test_parts (PaperFixture *self,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const MattraReportOptions options = { .kind = kinds[i].kind, .round = MATTRA_ROUND_FULL_YEAR };
      g_autofree char *has = kinds[i].has ? mattra_report_propose (self->plan, &options, kinds[i].has) : NULL;
      g_autofree char *lacks = mattra_report_propose (self->plan, &options, kinds[i].lacks);

      g_assert_cmpint (mattra_report_get_parts (kinds[i].kind) & kinds[i].parts, ==, kinds[i].parts);
      g_assert_true ((has != NULL) == (kinds[i].has != NULL));
      g_assert_null (lacks);
    }
}

static const struct
{
  const char *text;
  const char *fault; /* part of it */
} texts[] = {
  { "", NULL },
  { "ปีงบประมาณ พ.ศ. {ปีงบประมาณ}[ ตาม{ประกาศมาตรการ}] นั้น\n[{รอบ}]", NULL },
  { "ปี {ปีงบ}", "{ปีงบ}" },
  { "ปี {ปีงบประมาณ", "“{” is not closed" },
  { "ปี {\nปีงบประมาณ}", "“{” is not closed" },
  { "[ ตาม{ประกาศมาตรการ}", "“[” is not closed" },
  { "[ ตาม\n{ประกาศมาตรการ}]", "“[” is not closed" },
  { "[ ตาม [{ประกาศมาตรการ}]]", "nested" },
  { "ตาม {ประกาศมาตรการ}]", "“]” closes nothing" },
  { "[ตาม]] {หน่วยงาน}", "“]” closes nothing" },
};

static void
test_check_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *fault = mattra_report_check_text (texts[i].text);

      g_test_message ("%s: %s", texts[i].text, fault ? fault : "-");
      g_assert_true ((fault != NULL) == (texts[i].fault != NULL));
      if (fault)
        g_assert_nonnull (strstr (fault, texts[i].fault));
    }
}

static char *
join_columns (GPtrArray *columns,
              gboolean   shown)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const MattraReportColumnChoice *column = g_ptr_array_index (columns, i);

      if (column->shown == shown)
        g_string_append_printf (text, "%s%s:%g", text->len > 0 ? " " : "", column->field, column->width);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *kind;
  const char *columns;
  const char *widths;
  const char *shown; /* NULL: as printed without a choice */
} column_rows[] = {
  { "results", NULL, NULL, NULL },
  { "results", "results title", NULL, "results:0 title:0" },
  { "results", "results title", "200 0", "results:200 title:0" },
  { "results", "results title", "200", "results:0 title:0" },
  { "measures", "results title", NULL, "title:0" },
  { "division", NULL, NULL,
    "number:11 title:34 steps:50 period:30 choices:37 results:46 obstacles:25 recommendations:24" },
  { "division", "title note", "30 100", "title:30 note:100" },
  { "memo", NULL, NULL, "" },
};

static void
test_columns (PaperFixture *self,
              gconstpointer  data)
{
  g_autoptr (MattraMeasureSource) measures = mattra_measure_array_new (self->measures);

  for (guint i = 0; i < G_N_ELEMENTS (column_rows); i++)
    {
      MattraReportOptions options = paper_options (column_rows[i].kind);
      g_autofree char *order = g_strconcat (column_rows[i].kind, "/columns", NULL);
      g_autofree char *widths = g_strconcat (column_rows[i].kind, "/widths", NULL);
      g_autoptr (GPtrArray) columns = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *others = NULL;
      g_autoptr (GError) error = NULL;

      mattra_plan_set_setting (self->plan, order, column_rows[i].columns);
      mattra_plan_set_setting (self->plan, widths, column_rows[i].widths);
      columns = mattra_report_list_columns (self->plan, measures, &options, &error);
      g_assert_no_error (error);
      shown = join_columns (columns, TRUE);
      others = join_columns (columns, FALSE);
      if (column_rows[i].shown)
        g_assert_cmpstr (shown, ==, column_rows[i].shown);
      else
        g_assert_true (g_str_has_prefix (shown, "title:0 steps:0"));
      if (g_str_equal (column_rows[i].kind, "results"))
        g_assert_nonnull (strstr (others, "note:0"));
      g_assert_null (strstr (others, shown[0] ? shown : "title"));
      mattra_plan_set_setting (self->plan, order, NULL);
      mattra_plan_set_setting (self->plan, widths, NULL);
    }
}

static void
add_extra (gpointer    measure,
           const char *head)
{
  MattraItem *item = mattra_item_new ("ห้องประชุม");

  item->label = g_strdup (head);
  mattra_measure_take_item (measure, MATTRA_ITEM_EXTRA, item);
}

/* The office's own columns, of several heads, are one choice. */
static void
test_own_columns (PaperFixture *self,
                  gconstpointer  data)
{
  g_autoptr (MattraMeasureSource) measures = mattra_measure_array_new (self->measures);
  MattraReportOptions options = paper_options ("results");
  g_autoptr (GPtrArray) columns = NULL;
  const MattraReportColumnChoice *extra = NULL;

  add_extra (g_ptr_array_index (self->measures, 0), "สถานที่");
  add_extra (g_ptr_array_index (self->measures, 1), "ผู้ร่วม");
  columns = mattra_report_list_columns (self->plan, measures, &options, NULL);
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (((MattraReportColumnChoice *) g_ptr_array_index (columns, i))->field, "extra"))
      extra = g_ptr_array_index (columns, i);
  g_assert_nonnull (extra);
  g_assert_true (extra->shown);
  g_assert_cmpuint (extra->n_columns, ==, 2);
  g_assert_cmpstr (extra->head, ==, "สถานที่, ผู้ร่วม");
}

/* Digits, numbering, day, blocks side by side and "nobody signs" as the plan keeps them. */
static void
test_kept (PaperFixture *self,
           gconstpointer  data)
{
  MattraReportOptions options = paper_options ("results");
  g_autofree char *two = NULL;
  g_autofree char *one = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (mattra_report_kept_digits (self->plan, "results"), ==, MATTRA_DIGITS_THAI);
  mattra_plan_set_setting (self->plan, "results/digits", "western");
  mattra_plan_set_setting (self->plan, "set/numbering", "continuous");
  g_assert_cmpint (mattra_report_kept_digits (self->plan, "results"), ==, MATTRA_DIGITS_WESTERN);
  g_assert_cmpint (mattra_report_kept_digits (self->plan, "memo"), ==, MATTRA_DIGITS_THAI);
  g_assert_cmpint (mattra_report_kept_numbering (self->plan, "memo,results"), ==, MATTRA_NUMBERING_CONTINUOUS);
  g_assert_cmpint (mattra_report_kept_numbering (self->plan, "memo"), ==, MATTRA_NUMBERING_SEPARATE);
  two = fingerprint (self, &options);
  mattra_plan_set_setting (self->plan, "results/blocks_per_row", "1");
  one = fingerprint (self, &options);
  g_assert_cmpstr (one, !=, two);
  mattra_plan_set_setting (self->plan, "memo/report_date", "2023-04-11");
  options.date = MATTRA_DATE_NONE;
  options.kind = "memo";
  paper_print (self, &options);
  text = paper_text (self);
  paper_assert_says (text, "วันที่๑๑ เมษายน ๒๕๖๖", TRUE);
  g_clear_pointer (&text, g_free);
  options.kind = "results";
  mattra_plan_set_setting (self->plan, "results/signers", MATTRA_SETTING_NONE);
  paper_print (self, &options);
  text = paper_text (self);
  paper_assert_says (text, CLERK, FALSE);
  paper_assert_says (text, "ผู้ตรวจสอบ", TRUE);
}

static const struct
{
  const char *kind;
  gboolean each;
  guint n_papers;     /* of the words below */
  const char *words;
  const char *not;
} divisions[] = {
  { "results", FALSE, 1, "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสประจำปี", NULL },
  { "request", FALSE, 2, "บันทึกข้อความ", "หน่วยตรวจสอบภายใน" },
  { "request", TRUE, 2, "แบบรายงานผลการดำเนินการ", NULL },
  { "results", TRUE, 2, "จึงขอรายงานผลการดำเนินการ ดังต่อไปนี้", "หน่วยตรวจสอบภายใน" },
  { "memo,division", FALSE, 2, "แบบรายงานผลการดำเนินการ", NULL },
  { "memo,results", TRUE, 1, "บันทึกข้อความ", NULL },
  { "late", FALSE, 1, "บัญชีรายการที่ยังไม่รายงานผล", NULL },
  { "late", TRUE, 2, "บัญชีรายการที่ยังไม่รายงานผล", "หน่วยตรวจสอบภายใน" },
};

/* A paper of each division that has a part in a measure, in one file. */
static void
test_each_division (PaperFixture *self,
                    gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (divisions); i++)
    {
      MattraReportOptions options = paper_options (divisions[i].kind);
      g_autofree char *text = NULL;

      options.each_division = divisions[i].each;
      paper_print (self, &options);
      text = paper_text (self);
      if (text == NULL)
        return;
      g_test_message ("%s", divisions[i].kind);
      if (divisions[i].not)
        paper_assert_says (text, divisions[i].not, FALSE);
      if (g_str_equal (divisions[i].kind, "results") && divisions[i].each)
        {
          paper_assert_says (text, "กองคลัง", TRUE);
          paper_assert_says (text, "การปรับปรุงเว็บไซต์", FALSE);
        }
      else if (!g_str_equal (divisions[i].kind, "results"))
        g_assert_cmpuint (paper_count (text, divisions[i].words), ==, divisions[i].n_papers);
    }
}

typedef struct
{
  GCancellable *cancellable;
  double when; /* to cancel */
  guint n_told;
} Waiter;

static void
note_progress (double   done,
               gpointer data)
{
  Waiter *self = data;

  self->n_told++;
  if (done >= self->when)
    g_cancellable_cancel (self->cancellable);
}

static void
assert_no_part (PaperFixture *self)
{
  g_autofree char *start = g_path_get_basename (self->path);
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (folder));)
    g_assert_true (g_str_equal (name, start) || !g_str_has_prefix (name, start));
}

/* Whoever stops waiting while pages are written finds no file, and what stood there before as it was. */
static void
test_cancelled (PaperFixture *self,
                gconstpointer  data)
{
  static const double whens[] = { 0, 0.2, 0.4, 0.6, 2 };
  MattraReportOptions options = paper_options ("results");
  g_autoptr (MattraDocument) document = paper_build (self, &options, NULL);
  g_autoptr (MattraLayout) layout = paper_lay_out (document, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (whens); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Waiter waiter = { cancellable, whens[i] };
      const MattraWatch watch = { cancellable, note_progress, &waiter, 0, 1 };
      const MattraPdfOptions pdf = { .tags = TRUE, .watch = &watch };
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;

      g_assert_true (g_file_set_contents (self->path, "before", -1, NULL));
      g_assert_true (mattra_pdf_write (layout, self->path, &pdf, &error) == (whens[i] > 1));
      g_assert_cmpuint (waiter.n_told, >, 0);
      assert_no_part (self);
      if (whens[i] > 1)
        continue;
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_true (g_file_get_contents (self->path, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, "before");
    }
}

/* Measures end to be read once nobody waits for them. */
static void
test_reading_cancelled (PaperFixture *self,
                        gconstpointer  data)
{
  g_autoptr (MattraMeasureSource) measures = mattra_measure_array_new (self->measures);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MattraMeasureSource) until = mattra_measure_cancellable_new (measures, cancellable);
  g_autoptr (MattraMeasure) first = NULL;
  g_autoptr (MattraMeasure) other = NULL;
  MattraReportOptions options = paper_options ("results");
  g_autoptr (GError) error = NULL;

  g_assert_true (mattra_measure_source_seek (until, 1));
  first = mattra_measure_source_next (until, &error);
  g_assert_true (first == g_ptr_array_index (self->measures, 1));
  g_cancellable_cancel (cancellable);
  other = mattra_measure_source_next (until, &error);
  g_assert_null (other);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (mattra_report_build (self->plan, until, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  paper_add_test ("choices/proposals", paper_set_up, test_proposals);
  paper_add_test ("choices/parts", paper_set_up, test_parts);
  g_test_add_func ("/report/choices/check-text", test_check_text);
  paper_add_test ("choices/columns", paper_set_up, test_columns);
  paper_add_test ("choices/own-columns", paper_set_up, test_own_columns);
  paper_add_test ("choices/kept", paper_set_up, test_kept);
  paper_add_test ("choices/each-division", paper_set_up, test_each_division);
  paper_add_test ("choices/cancelled", paper_set_up, test_cancelled);
  paper_add_test ("choices/reading-cancelled", paper_set_up, test_reading_cancelled);
  return g_test_run ();
}
