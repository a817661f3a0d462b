/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-assessment.h"

static GPtrArray *
make_analyses (const double *scores)
{
  static const char *const instruments[] = { "IIT", "IIT", "IIT", "IIT", "IIT", "EIT", "EIT", "EIT", "OIT", "OIT" };
  GPtrArray *analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_analysis_free);

  for (guint i = 0; i < G_N_ELEMENTS (instruments); i++)
    {
      MattraAnalysis *analysis = g_new0 (MattraAnalysis, 1);

      analysis->number = (int) i + 1;
      analysis->instrument = g_strdup (instruments[i]);
      analysis->score = scores[i];
      analysis->before = scores[i];
      g_ptr_array_add (analyses, analysis);
    }
  return analyses;
}

static const struct
{
  double scores[10];
  const char *weights;
  const char *instruments; /* points of each */
  const char *total;
  int year;
  const char *rating;
} totals[] = {
  { { 90, 80, 85, 75, 70, 90, 80, 70, 60, 90 }, NULL, "80.00 80.00 75.00", "78.00", 2565, "B" },
  { { 90, 80, 85, 75, 70, 90, 80, 70, 60, 90 }, NULL, "80.00 80.00 75.00", "78.00", 2566, "ต้องปรับปรุง" },
  { { 90, 80, 85, 75, 70, 90, 80, 70, 60, 90 }, "IIT ๕๐\nEIT 25\nOIT 25", "80.00 80.00 75.00", "78.75", 2566,
    "ต้องปรับปรุง" },
  { { 90, 80, 85, 75, 70, 90, 80, 70, 60, 90 }, "IIT 50\nEIT 25", "80.00 80.00 75.00", "", 2566, NULL },
  { { 90, 80, 85, 75, -1, 90, 80, 70, 60, 90 }, NULL, " 80.00 75.00", "", 2566, NULL },
  { { 95, 95, 95, 95, 95, 95, 95, 95, 95, 95 }, NULL, "95.00 95.00 95.00", "95.00", 2566, "ผ่านดีเยี่ยม" },
  { { 95, 95, 95, 95, 95, 95, 95, 95, 95, 95 }, NULL, "95.00 95.00 95.00", "95.00", 2565, "AA" },
  { { 84, 84, 84, 84, 84, 99, 99, 99, 99, 99 }, NULL, "84.00 99.00 99.00", "94.50", 2567, "ผ่าน" },
  { { 85, 85, 85, 85, 85, 99, 99, 99, 99, 99 }, NULL, "85.00 99.00 99.00", "94.80", 2567, "ผ่านดี" },
  { { 10, 10, 10, 10, 10, 10, 10, 10, 10, 10 }, NULL, "10.00 10.00 10.00", "10.00", 2566, "ต้องปรับปรุงโดยด่วน" },
  { { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, NULL, "0.00 0.00 0.00", "0.00", 2564, "F" },
};

static void
test_totals (void)
{
  for (guint row = 0; row < G_N_ELEMENTS (totals); row++)
    {
      g_autoptr (GPtrArray) analyses = make_analyses (totals[row].scores);
      g_autoptr (GString) instruments = g_string_new (NULL);
      g_autofree char *total = NULL;
      g_autofree char *before = NULL;
      MattraTotals found;

      g_test_message ("row %u", row);
      mattra_assessment_total (analyses, totals[row].weights, &found);
      for (guint i = 0; i < found.n_instruments; i++)
        {
          g_autofree char *points = mattra_assessment_points (found.instruments[i].score);

          g_string_append_printf (instruments, "%s%s", i > 0 ? " " : "", points);
        }
      total = mattra_assessment_points (found.score);
      before = mattra_assessment_points (found.before);
      g_assert_cmpstr (instruments->str, ==, totals[row].instruments);
      g_assert_cmpstr (total, ==, totals[row].total);
      g_assert_cmpstr (before, ==, totals[row].total);
      g_assert_cmpstr (mattra_assessment_rate (totals[row].year, &found), ==, totals[row].rating);
    }
}

static const struct
{
  const char *text;
  const char *points; /* NULL: these are none */
} points[] = {
  { "87.5", "87.50" }, { " ๘๗.๕๐ ", "87.50" }, { "0", "0.00" }, { "100", "100.00" }, { "100.00", "100.00" },
  { "101", NULL },     { "100.01", NULL },      { "-1", NULL },  { "", NULL },        { "สูง", NULL },
  { "8 7", NULL },     { "1e2", NULL },         { "nan", NULL }, { "8.7.5", NULL },   { "87,5", NULL },
  { ".", NULL },
};

static void
test_points (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      double read = -1;
      gboolean valid = mattra_assessment_parse_points (points[i].text, &read);
      g_autofree char *text = valid ? mattra_assessment_points (read) : NULL;

      g_test_message ("“%s”", points[i].text);
      g_assert_cmpstr (text, ==, points[i].points);
    }
}

static const struct
{
  double score;
  double before;
  const char *text;
} differences[] = {
  { 87.5, 80, "+7.50" }, { 80, 87.5, "-7.50" }, { 80, 80, "0.00" },  { -1, 80, "" },
  { 80, -1, "" },        { 0.3, 0.1, "+0.20" }, { 0, 100, "-100.00" },
};

static void
test_differences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    {
      g_autofree char *text = mattra_assessment_signed (differences[i].score, differences[i].before);

      g_assert_cmpstr (text, ==, differences[i].text);
    }
}

static const struct
{
  const char *weights;
  gboolean valid;
} weights[] = {
  { MATTRA_ASSESSMENT_WEIGHTS, TRUE }, { "IIT 30\n\nEIT 30\nOIT 40\n", TRUE }, { "IIT ๓๐\nEIT ๓๐\nOIT ๔๐", TRUE },
  { "IIT 100", TRUE },                 { "", FALSE },                          { "IIT 30\nEIT 30\nOIT 30", FALSE },
  { "IIT 30\nEIT\nOIT 40", FALSE },    { "30\n30\n40", FALSE },                { "IIT 30.5\nEIT 29.5\nOIT 40", FALSE },
  { "IIT -10\nEIT 110", FALSE },
};

static void
test_weights (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      g_test_message ("“%s”", weights[i].weights);
      g_assert_cmpint (mattra_assessment_read_weights (weights[i].weights), ==, weights[i].valid);
    }
}

static const struct
{
  const char *classes;
  gboolean valid;
  double bound;
  double score;
  const char *name; /* of the score */
} classes[] = {
  { NULL, FALSE, 85, 84.99, "ต้องพัฒนา" },
  { "", FALSE, 85, 85, "พัฒนาให้ดีขึ้น" },
  { MATTRA_ASSESSMENT_CLASSES, TRUE, MATTRA_ASSESSMENT_TARGET, 95, "รักษาระดับ" },
  { "๙๐ ดีมาก\n๘๐ ระดับ ๒\n0 แก้ไข", TRUE, 80, 82.5, "ระดับ ๒" },
  { "90 ดีมาก\n\n 72.5  พอใช้ \n0 แก้ไข\n", TRUE, 72.5, 72.5, "พอใช้" },
  { "60 ผ่าน\n0 ไม่ผ่าน", TRUE, 60, 59.99, "ไม่ผ่าน" },
  { "50 ผ่าน", TRUE, 50, 49, "" },
  { "80-100 ดี\n60-79.99 พอใช้\n0 แก้ไข", TRUE, 60, 70, "-79.99 พอใช้" },
  { "ดี\nพอใช้", FALSE, 85, 99, "" },
  { "80\n60", FALSE, 85, 99, "" },
  { "60 พอใช้\n80 ดี", FALSE, 80, 90, "พอใช้" },
  { "101 เกิน\n80 ดี\n60 พอใช้", FALSE, 60, 99, "ดี" },
};

static void
test_classes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      g_autofree char *name = mattra_assessment_find_class (classes[i].classes, classes[i].score);

      g_test_message ("%u", i);
      if (classes[i].classes != NULL)
        g_assert_cmpint (mattra_assessment_read_classes (classes[i].classes), ==, classes[i].valid);
      g_assert_cmpfloat (mattra_assessment_weak_bound (classes[i].classes), ==, classes[i].bound);
      g_assert_cmpstr (name, ==, classes[i].name);
    }
}

static void
test_results_year (void)
{
  g_assert_cmpint (mattra_assessment_results_year (2565), ==, 2565);
  g_assert_cmpint (mattra_assessment_results_year (2566), ==, 2566);
  g_assert_cmpint (mattra_assessment_results_year (2567), ==, 2566);
  g_assert_cmpint (mattra_assessment_results_year (2569), ==, 2568);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/assessment/totals", test_totals);
  g_test_add_func ("/core/assessment/points", test_points);
  g_test_add_func ("/core/assessment/differences", test_differences);
  g_test_add_func ("/core/assessment/weights", test_weights);
  g_test_add_func ("/core/assessment/classes", test_classes);
  g_test_add_func ("/core/assessment/results-year", test_results_year);
  return g_test_run ();
}
