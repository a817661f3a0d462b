/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-fiscal.h"
#include "mattra-period.h"

typedef struct
{
  char *text;
  int fiscal_year;
  char *start;
  char *end;
  char *kind;
  gboolean asked;
} Case;

static void
case_clear (gpointer data)
{
  Case *one = data;

  g_free (one->text);
  g_free (one->start);
  g_free (one->end);
  g_free (one->kind);
}

/* The note begins with the kind; "asked" may follow: "range, asked: why". */
static char *
kind_of_note (const char *note)
{
  return g_strndup (note, strcspn (note, ":,+ "));
}

static GArray *
load_cases (const char *path)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  GArray *cases;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    return NULL;
  cases = g_array_new (FALSE, TRUE, sizeof (Case));
  g_array_set_clear_func (cases, case_clear);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 5);
      Case one;

      if (g_strv_length (cells) < 5)
        continue;
      one.text = g_strdup (cells[0]);
      one.fiscal_year = (int) g_ascii_strtoll (cells[1], NULL, 10);
      one.start = g_strdup (cells[2]);
      one.end = g_strdup (cells[3]);
      one.kind = kind_of_note (cells[4]);
      one.asked = strstr (cells[4], ", asked") != NULL || g_str_equal (one.kind, "ambiguous");
      g_array_append_val (cases, one);
    }
  return cases;
}

static gboolean
holds (const Case *one)
{
  MattraPeriod period;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  const char *question;
  const char *kind;
  gboolean right;

  mattra_period_parse (one->text, one->fiscal_year, &period);
  start = mattra_date_to_iso (period.start);
  end = mattra_date_to_iso (period.end);
  kind = mattra_period_kind_to_string (period.kind);
  question = mattra_period_question (&period);
  right = g_str_equal (start != NULL ? start : "", one->start) && g_str_equal (end != NULL ? end : "", one->end)
          && g_str_equal (kind, one->kind)
          && (period.kind == MATTRA_PERIOD_NONE || period.asked == one->asked)
          && (question != NULL) == period.asked;
  if (!right)
    g_test_message ("“%s” (%d): %s %s %s%s, reason %d; wanted %s %s %s%s", one->text, one->fiscal_year,
                    start, end, kind, period.asked ? " asked" : "", (int) period.reason, one->start,
                    one->end, one->kind, one->asked ? " asked" : "");
  return right;
}

static void
run_cases (const char *path,
           guint       least)
{
  g_autoptr (GArray) cases = load_cases (path);
  guint wrong = 0;

  if (cases == NULL)
    {
      g_autofree char *why = g_strdup_printf ("%s is not there", path);

      g_test_skip (why);
      return;
    }
  for (guint i = 0; i < cases->len; i++)
    wrong += holds (&g_array_index (cases, Case, i)) ? 0 : 1;
  g_assert_cmpuint (wrong, ==, 0);
  g_assert_cmpuint (cases->len, >=, least);
}

static void
test_own_cases (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "periods.tsv", NULL);

  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  run_cases (path, 150);
}

static void
test_shared_cases (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "examples",
                                                 "periods.tsv", NULL);

  run_cases (path, 75);
}

static void
assert_proposal (const char *text,
                 const char *start,
                 const char *end)
{
  MattraPeriod period;
  g_autofree char *proposed_start = NULL;
  g_autofree char *proposed_end = NULL;

  g_assert_false (mattra_period_parse (text, 2566, &period));
  proposed_start = mattra_date_to_iso (period.proposed_start);
  proposed_end = mattra_date_to_iso (period.proposed_end);
  g_assert_cmpstr (proposed_start, ==, start);
  g_assert_cmpstr (proposed_end, ==, end);
}

static void
test_proposals (void)
{
  assert_proposal ("ตลอดปี", "2022-10-01", "2023-09-30");
  assert_proposal ("ต.ค. 65 ดำเนินการแล้ว", "2022-10-01", "2022-10-31");
  assert_proposal ("ประมาณเดือนมีนาคม ๒๕๖๖", "2023-03-01", "2023-03-31");
  assert_proposal ("ภายในปี ๒๕๖๖", NULL, "2023-09-30");
  assert_proposal ("ต.ค. 65 - ธ.ค. 65 (รอบ 6 เดือนแรก)", "2022-10-01", "2022-12-31");
  assert_proposal ("๓๑ มี.ค. ๖๖ - ๑ ต.ค. ๖๕", NULL, NULL);
}

static void
test_running_text (void)
{
  static const char *const running[] = {
    "การปฏิบัติงาน รวมถึงการประเมินผลการปฏิบัติงานตามระดับคุณภาพของงาน",
    "จัดประชุมชี้แจงแนวทางให้แก่บุคลากรเมื่อวันที่ ๙ ธ.ค. ๖๕ ณ ห้องประชุม",
    "และรายงานผลให้ผู้บริหารทราบเป็นประจำทุกเดือนตั้งแต่ ต.ค. ๖๕",
  };
  static const char *const periods[] = {
    "", "-", "ต.ค.๖๕ - มี.ค.๖๖", "ตลอดปีงบประมาณ", "ต.ค. 65 ดำเนินการแล้ว", "สำนักปลัด", "ดำเนินการต่อเนื่อง",
  };

  for (guint i = 0; i < G_N_ELEMENTS (running); i++)
    g_assert_true (mattra_period_reads_like_running_text (running[i]));
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    g_assert_false (mattra_period_reads_like_running_text (periods[i]));
}

static void
test_outside (void)
{
  MattraPeriod period;
  MattraDate start, end;

  g_assert_true (mattra_round_bounds (MATTRA_ROUND_FIRST_HALF, 2566, &start, &end));
  mattra_period_parse ("ต.ค.๖๕ - เม.ย.๖๖", 2566, &period);
  g_assert_true (mattra_period_is_outside (&period, start, end));
  mattra_period_parse ("ต.ค.๖๕ - มี.ค.๖๖", 2566, &period);
  g_assert_false (mattra_period_is_outside (&period, start, end));
  mattra_period_parse ("ภายใน ๓๐ เม.ย. ๖๖", 2566, &period);
  g_assert_true (mattra_period_is_outside (&period, start, end));
  mattra_period_parse ("-", 2566, &period);
  g_assert_false (mattra_period_is_outside (&period, start, end));
}

static void
test_long (void)
{
  static const char *const parts[] = { "ต.ค. 65 - ", "(", " ", "๑", "ก", "\xe0\xb8", "-", "ไตรมาส 1 และ " };
  MattraPeriod period;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 10 * 1024 * 1024)
        g_string_append (text, parts[i]);
      g_assert_false (mattra_period_parse (text->str, 2566, &period));
    }
}

static void
test_random (void)
{
  static const char *const parts[] = {
    "ต.ค.", "๑", "65", "-", " ", "(", ")", "ไตรมาส", "ภายใน", "ปีงบประมาณ", "/", "2566", "และ", ",", "รอบ",
    "เดือน", "แรก", "\xff", "\xe0\xb8", "ถึง", "ตั้งแต่", "มีนาคม", ".", "พ.ศ.", "ปี", "สิ้น", "ครั้งที่", "ก",
  };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = (guint) g_test_rand_int_range (0, 80);
      MattraPeriod period;

      for (guint j = 0; j < n; j++)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      if (mattra_period_parse (text->str, i % 2 == 0 ? 2566 : 0, &period))
        g_assert_true (!mattra_date_is_set (period.start) || !mattra_date_is_set (period.end)
                       || mattra_date_compare (period.start, period.end) <= 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/period/own-cases", test_own_cases);
  g_test_add_func ("/core/period/shared-cases", test_shared_cases);
  g_test_add_func ("/core/period/proposals", test_proposals);
  g_test_add_func ("/core/period/running-text", test_running_text);
  g_test_add_func ("/core/period/outside", test_outside);
  g_test_add_func ("/core/period/long", test_long);
  g_test_add_func ("/core/period/random", test_random);
  return g_test_run ();
}
