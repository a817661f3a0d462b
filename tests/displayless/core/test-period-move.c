/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-period.h"

typedef struct
{
  const char *text;
  int fiscal_year;
  int years;
  const char *start; /* before; NULL for what the text says */
  const char *end;
  const char *moved;
  const char *moved_start;
  const char *moved_end;
} Case;

static const Case cases[] = {
  /* Years are counted on in the digits and the length in which they were typed. */
  { "ต.ค.๖๕ - มี.ค.๖๖", 2566, 1, NULL, NULL, "ต.ค.๖๖ - มี.ค.๖๗", "2023-10-01", "2024-03-31" },
  { "ต.ค. ๖๕ - มี.ค.66", 2566, 1, NULL, NULL, "ต.ค. ๖๖ - มี.ค.67", "2023-10-01", "2024-03-31" },
  { "ตุลาคม 2565 – มีนาคม 2566", 2566, 1, NULL, NULL, "ตุลาคม 2566 – มีนาคม 2567", "2023-10-01", "2024-03-31" },
  { "15 – 17 มี.ค. 66", 2566, 1, NULL, NULL, "15 – 17 มี.ค. 67", "2024-03-15", "2024-03-17" },
  { "2022-10-01 ถึง 2023-03-31", 2566, 1, NULL, NULL, "2023-10-01 ถึง 2024-03-31", "2023-10-01", "2024-03-31" },
  { "๑/๑๐/๖๕ - ๓๑/๓/๖๖", 2566, 2, NULL, NULL, "๑/๑๐/๖๗ - ๓๑/๓/๖๘", "2024-10-01", "2025-03-31" },
  /* Two digits cannot say the year 2600. */
  { "ธ.ค.๙๙", 2600, 1, NULL, NULL, "๑ - ๓๑ ธ.ค. ๒๖๐๐", "2057-12-01", "2057-12-31" },
  { "รอบการประเมินครั้งที่ ๒/๒๕๖๖", 2566, 1, NULL, NULL, "รอบการประเมินครั้งที่ ๒/๒๕๖๗", "2024-04-01", "2024-09-30" },
  { "(รอบ ๖ เดือนแรก ๑ ตุลาคม ๒๕๖๕ – ๓๑ มีนาคม ๒๕๖๖)", 2566, 1, NULL, NULL,
    "(รอบ ๖ เดือนแรก ๑ ตุลาคม ๒๕๖๖ – ๓๑ มีนาคม ๒๕๖๗)", "2023-10-01", "2024-03-31" },
  { "ต.ค.๖๕ - มี.ค.๖๖", 2566, -1, NULL, NULL, "ต.ค.๖๔ - มี.ค.๖๕", "2021-10-01", "2022-03-31" },
  /* What names no year is completed by the plan's. */
  { "รอบ ๖ เดือนแรก", 2566, 1, NULL, NULL, "รอบ ๖ เดือนแรก", "2023-10-01", "2024-03-31" },
  { "ตลอดปีงบประมาณ", 2566, 1, NULL, NULL, "ตลอดปีงบประมาณ", "2023-10-01", "2024-09-30" },
  { "๙ ธ.ค. ของทุกปี", 2566, 1, NULL, NULL, "๙ ธ.ค. ของทุกปี", "2023-12-09", "2023-12-09" },
  /* The ends of February, to a leap year and from one. */
  { "พ.ย. ๖๕ ถึง ก.พ. ๖๖", 2566, 1, NULL, NULL, "พ.ย. ๖๖ ถึง ก.พ. ๖๗", "2023-11-01", "2024-02-29" },
  { "๑ พ.ย. ๖๕ - ๒๘ ก.พ. ๖๖", 2566, 1, NULL, NULL, "๑ พ.ย. ๖๖ - ๒๙ ก.พ. ๖๗", "2023-11-01", "2024-02-29" },
  { "ภายใน ๒๙ กุมภาพันธ์ ๒๕๖๗", 2567, 1, NULL, NULL, "ภายใน ๒๘ กุมภาพันธ์ ๒๕๖๘", NULL, "2025-02-28" },
  { "๒๙ ก.พ. ๒๕๖๗", 2567, 1, NULL, NULL, "๒๘ ก.พ. ๒๕๖๘", "2025-02-28", "2025-02-28" },
  { "๒๘ ก.พ. ๒๕๖๖", 2566, 1, NULL, NULL, "๒๘ ก.พ. ๒๕๖๗", "2024-02-28", "2024-02-28" },
  { "สิ้นเดือน ก.พ. ๖๖", 2566, 1, NULL, NULL, "สิ้นเดือน ก.พ. ๖๗", "2024-02-29", "2024-02-29" },
  { "๑-๒๘ กุมภาพันธ์ ๒๕๖๖", 2566, 1, NULL, NULL, "๑-๒๙ กุมภาพันธ์ ๒๕๖๗", "2024-02-01", "2024-02-29" },
  { "๒๙ ก.พ. - ๑ มี.ค. ๒๕๖๗", 2567, 1, NULL, NULL, "๒๘ ก.พ. - ๑ มี.ค. ๒๕๖๘", "2025-02-28", "2025-03-01" },
  { "๒๙ กุมภาพันธ์", 2567, 1, NULL, NULL, "๒๘ กุมภาพันธ์", "2025-02-28", "2025-02-28" },
  { "ก่อนวันที่ ๑ มี.ค. ๒๕๖๖", 2566, 1, NULL, NULL, "ก่อนวันที่ ๑ มี.ค. ๒๕๖๗", NULL, "2024-02-29" },
  /* A weekday follows its day. */
  { "วันศุกร์ที่ ๙ ธันวาคม ๒๕๖๕", 2566, 1, NULL, NULL, "วันเสาร์ที่ ๙ ธันวาคม ๒๕๖๖", "2023-12-09", "2023-12-09" },
  { "วันจันทร์ที่ ๒ มกราคม ๒๕๖๖ - วันศุกร์ที่ ๖ มกราคม ๒๕๖๖", 2566, 1, NULL, NULL,
    "วันอังคารที่ ๒ มกราคม ๒๕๖๗ - วันเสาร์ที่ ๖ มกราคม ๒๕๖๗", "2024-01-02", "2024-01-06" },
  /* Days that a person set beside a text go on by themselves. */
  { "ดำเนินการต่อเนื่อง", 2566, 1, "2022-10-01", "2023-02-28", "ดำเนินการต่อเนื่อง", "2023-10-01", "2024-02-29" },
  { "ต้นปี ๒๕๖๖", 2566, 1, NULL, NULL, "ต้นปี ๒๕๖๗", NULL, NULL },
  { "๑๐, ๑๗ และ ๒๔ มีนาคม ๒๕๖๖", 2566, 1, NULL, NULL, "๑๐, ๑๗ และ ๒๔ มีนาคม ๒๕๖๗", NULL, NULL },
  { "ภายใน ๓๐ วัน", 2566, 1, NULL, NULL, "ภายใน ๓๐ วัน", NULL, NULL },
  { NULL, 2566, 1, "2022-10-01", "2023-03-31", NULL, "2023-10-01", "2024-03-31" },
  /* Running text is no period, whatever numbers it has. */
  { "การปฏิบัติงาน รวมถึงการประเมินผลการปฏิบัติงานตามระดับคุณภาพของงาน ๒๕๖๖", 2566, 1, NULL, NULL,
    "การปฏิบัติงาน รวมถึงการประเมินผลการปฏิบัติงานตามระดับคุณภาพของงาน ๒๕๖๖", NULL, NULL },
  { "", 2566, 1, NULL, NULL, "", NULL, NULL },
};

static MattraDate
day (const char *iso)
{
  MattraDate date = MATTRA_DATE_NONE;

  if (iso != NULL)
    g_assert_true (mattra_date_parse_iso (iso, &date));
  return date;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *one = &cases[i];
      MattraPeriod period = { 0 };
      MattraDate start;
      MattraDate end;
      g_autofree char *moved = NULL;
      g_autofree char *moved_start = NULL;
      g_autofree char *moved_end = NULL;

      if (one->text != NULL)
        mattra_period_parse (one->text, one->fiscal_year, &period);
      start = one->start != NULL ? day (one->start) : period.start;
      end = one->end != NULL ? day (one->end) : period.end;
      moved = mattra_period_move (one->text, one->fiscal_year, one->years, &start, &end);
      moved_start = mattra_date_to_iso (start);
      moved_end = mattra_date_to_iso (end);
      g_test_message ("“%s”", one->text);
      g_assert_cmpstr (moved, ==, one->moved);
      g_assert_cmpstr (moved_start, ==, one->moved_start);
      g_assert_cmpstr (moved_end, ==, one->moved_end);
    }
}

static int
month_of (MattraDate date)
{
  return mattra_date_is_set (date) ? date.year * 12 + date.month : 0;
}

/* Whatever the words are: read in the other year they mean what was meant, and carried there and back they
 * are what they were but for February's end. */
static void
assert_carried (const char *text,
                int         fiscal_year,
                int         years)
{
  MattraPeriod period;
  MattraPeriod read;
  MattraDate start;
  MattraDate end;
  g_autofree char *moved = NULL;

  mattra_period_parse (text, fiscal_year, &period);
  start = period.start;
  end = period.end;
  moved = mattra_period_move (text, fiscal_year, years, &start, &end);
  g_test_message ("“%s” (%d) became “%s”", text, fiscal_year, moved);
  g_assert_cmpint (month_of (start), ==, month_of (period.start) ? month_of (period.start) + years * 12 : 0);
  g_assert_cmpint (month_of (end), ==, month_of (period.end) ? month_of (period.end) + years * 12 : 0);
  if (fiscal_year == 0 || period.kind == MATTRA_PERIOD_NONE || period.kind == MATTRA_PERIOD_AMBIGUOUS)
    return;
  mattra_period_parse (moved, fiscal_year + years, &read);
  g_assert_cmpint (read.kind, ==, period.kind);
  g_assert_cmpint (mattra_date_compare (read.start, start), ==, 0);
  g_assert_cmpint (mattra_date_compare (read.end, end), ==, 0);
}

static void
run_file (const char *path,
          guint       least)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    {
      g_test_skip ("the examples are not there");
      return;
    }
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 5);

      if (g_strv_length (cells) < 5)
        continue;
      for (int years = -3; years <= 4; years++)
        assert_carried (cells[0], (int) g_ascii_strtoll (cells[1], NULL, 10), years);
      n++;
    }
  g_assert_cmpuint (n, >=, least);
}

static void
test_own_file (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "periods.tsv", NULL);

  run_file (path, 150);
}

static void
test_shared_file (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "examples", "periods.tsv", NULL);

  run_file (path, 75);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/period-move/cases", test_cases);
  g_test_add_func ("/core/period-move/own-file", test_own_file);
  g_test_add_func ("/core/period-move/shared-file", test_shared_file);
  return g_test_run ();
}
