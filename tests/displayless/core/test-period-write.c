/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-fiscal.h"
#include "mattra-period-write.h"
#include "mattra-period.h"

#define YEAR 2569

static const struct
{
  const char *text;
  const char *start;
  const char *end;
  const char *written;
} cases[] = {
  { "ต.ค. 2568 - ก.ย. 2569", "2025-10-01", "2026-08-31", "ต.ค. 2568 – ส.ค. 2569" },
  { "ต.ค. 2568 - ก.ย. 2569", "2025-10-01", "2026-09-15", "1 ต.ค. 2568 – 15 ก.ย. 2569" },
  { "ตุลาคม ๒๕๖๘ - มีนาคม ๒๕๖๙", "2025-10-01", "2026-04-30", "ตุลาคม ๒๕๖๘ – เมษายน ๒๕๖๙" },
  { "ต.ค. 68 - ก.ย. 69", "2025-10-01", "2026-03-31", "ต.ค. 68 – มี.ค. 69" },
  { "ต.ค. 68 - ก.ย. 69", "2025-10-01", "2026-03-30", "1 ต.ค. 68 – 30 มี.ค. 69" },
  { "ต.ค. 68 - ก.ย. 69 (ทุกเดือน)", "2025-10-01", "2026-03-31", "ต.ค. 68 – มี.ค. 69" },
  { "ตุลาคม 2568", "2025-10-01", "2025-10-31", "ตุลาคม 2568" },
  { "ตุลาคม 2568", "2025-10-01", "2025-11-30", "ตุลาคม 2568 – พฤศจิกายน 2568" },
  { "มกราคม 2569 - กุมภาพันธ์ 2569", "2026-01-01", "2026-01-31", "มกราคม 2569" },
  { "ภายในวันที่ 30 กันยายน 2569", NULL, "2026-08-15", "ภายใน 15 สิงหาคม 2569" },
  { "1 - 15 มี.ค. 2569", "2026-03-01", "2026-03-20", "1 - 20 มี.ค. 2569" },
  { "15 มี.ค. 2569", "2026-03-15", "2026-03-16", "15 - 16 มี.ค. 2569" },
  { "ไตรมาสที่ 1", "2025-10-01", "2026-01-31", "ต.ค. 2568 – ม.ค. 2569" },
  { "ปีงบประมาณ พ.ศ. 2569", "2025-10-01", "2026-06-30", "ต.ค. 2568 – มิ.ย. 2569" },
  { "", "2025-10-01", "2026-06-30", "๑ ต.ค. ๒๕๖๘ – ๓๐ มิ.ย. ๒๕๖๙" },
  { NULL, "2025-10-01", NULL, "ตั้งแต่ ๑ ต.ค. ๒๕๖๘ เป็นต้นไป" },
  { "ต.ค. 2568 - ก.ย. 2569", NULL, NULL, NULL },
};

static MattraDate
date_of (const char *iso)
{
  MattraDate date = MATTRA_DATE_NONE;

  if (iso != NULL)
    g_assert_true (mattra_date_parse_iso (iso, &date));
  return date;
}

static void
test_written (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *written = mattra_period_reword (cases[i].text, YEAR, date_of (cases[i].start),
                                                       date_of (cases[i].end), MATTRA_DIGITS_THAI);

      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

/* Whatever was typed, what is written instead says the days and nothing else: 29 February, both ends of the year. */
static void
test_says_the_days (void)
{
  static const char *const manners[] = {
    "ต.ค. 2568 - ก.ย. 2569", "ตุลาคม ๒๕๖๘ – กันยายน ๒๕๖๙", "1 ต.ค. 68 - 30 ก.ย. 69", "ภายในปีงบประมาณ 2569", "ไตรมาส 1 - 4",
    "ตลอดปี", "มี.ค. 69 (สรุปผล)", "xyz", "", "ครึ่งปีแรก", "(1 ต.ค. 68", "ทุกเดือน ต.ค. 68 - ก.ย. 69",
  };
  static const int years[] = { 2567, 2569, 2571, 2401, 2699 };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    for (int day = 0; day < 366; day += 1)
      for (guint j = 0; j < G_N_ELEMENTS (manners); j++)
        {
          MattraDate start = mattra_date_add_days (mattra_fiscal_year_start (years[i]), day / 3);
          MattraDate end = mattra_date_add_days (mattra_fiscal_year_start (years[i]), day);
          g_autofree char *text = mattra_period_reword (manners[j], years[i], start, end, MATTRA_DIGITS_THAI);
          MattraPeriod period = { MATTRA_PERIOD_NONE };

          g_assert_nonnull (text);
          g_assert_true (mattra_period_parse (text, years[i], &period));
          g_assert_false (period.asked);
          g_assert_cmpint (mattra_date_compare (period.start, start), ==, 0);
          g_assert_cmpint (mattra_date_compare (period.end, end), ==, 0);
        }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/period-write/written", test_written);
  g_test_add_func ("/core/period-write/says-the-days", test_says_the_days);
  return g_test_run ();
}
