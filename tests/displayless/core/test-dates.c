/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-date.h"
#include "mattra-fiscal.h"

static void
assert_date (MattraDate  date,
             const char *iso)
{
  g_autofree char *text = mattra_date_to_iso (date);

  g_assert_cmpstr (text, ==, iso);
}

static MattraDate
date_of (const char *iso)
{
  MattraDate date;

  g_assert_true (mattra_date_parse_iso (iso, &date));
  return date;
}

static void
test_iso (void)
{
  static const char *const good[] = { "2022-10-01", "2024-02-29", "0001-01-01", "9999-12-31" };
  static const char *const bad[] = {
    "", "2022-10-1", "2022-13-01", "2023-02-29", "2022-10-01 ", "2022/10/01", "0000-01-01", "20221001", "๒๐๒๒-10-01",
  };
  MattraDate date;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    assert_date (date_of (good[i]), good[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (mattra_date_parse_iso (bad[i], &date));
      g_assert_false (mattra_date_is_set (date));
    }
  assert_date (MATTRA_DATE_NONE, NULL);
}

static void
test_add (void)
{
  static const struct
  {
    const char *from;
    int months;
    int days;
    const char *to;
  } cases[] = {
    { "2023-01-31", 1, 0, "2023-02-28" },  { "2024-01-31", 1, 0, "2024-02-29" },
    { "2023-03-31", -1, 0, "2023-02-28" }, { "2022-10-01", 12, -1, "2023-09-30" },
    { "2022-12-31", 0, 1, "2023-01-01" },  { "2023-01-01", 0, -1, "2022-12-31" },
    { "2022-11-15", -11, 0, "2021-12-15" }, { "9999-12-31", 0, 1, NULL },
    { "0001-01-01", 0, -1, NULL },         { "9999-12-31", 1, 0, NULL },
    { "2022-10-01", G_MAXINT, 0, NULL },   { "2022-10-01", G_MININT, 0, NULL },
    { "2022-10-01", 0, G_MAXINT, NULL },   { "2022-10-01", 0, G_MININT, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_date (mattra_date_add_days (mattra_date_add_months (date_of (cases[i].from), cases[i].months),
                                       cases[i].days),
                 cases[i].to);
  assert_date (mattra_date_add_days (MATTRA_DATE_NONE, 1), NULL);
  assert_date (mattra_date_add_months (MATTRA_DATE_NONE, 15), NULL);
}

/* Every day of five centuries follows the one before. */
static void
test_days_in_order (void)
{
  MattraDate day = date_of ("1900-01-01");
  int weekday = mattra_date_weekday (day);

  g_assert_cmpint (weekday, ==, 1);
  for (int i = 1; i < 182500; i++)
    {
      MattraDate next = mattra_date_add_days (day, 1);

      g_assert_cmpint (mattra_date_compare (day, next), <, 0);
      g_assert_cmpint (mattra_date_days_between (day, next), ==, 1);
      g_assert_cmpint (mattra_date_weekday (next), ==, weekday % 7 + 1);
      g_assert_true (mattra_date_is_valid (next.year, next.month, next.day));
      weekday = mattra_date_weekday (next);
      day = next;
    }
}

static void
test_format (void)
{
  static const char *const thai[] = {
    [MATTRA_DATE_LONG] = "๙ ธันวาคม ๒๕๖๕",
    [MATTRA_DATE_FORMAL] = "วันที่ ๙ เดือน ธันวาคม พ.ศ. ๒๕๖๕",
    [MATTRA_DATE_ANNOUNCEMENT] = "๙ ธันวาคม พ.ศ. ๒๕๖๕",
    [MATTRA_DATE_SHORT] = "๙ ธ.ค. ๒๕๖๕",
    [MATTRA_DATE_SHORTEST] = "๙ ธ.ค. ๖๕",
  };
  g_autofree char *western = mattra_date_format (date_of ("2022-12-09"), MATTRA_DATE_LONG, MATTRA_DIGITS_WESTERN);
  g_autofree char *none = mattra_date_format (MATTRA_DATE_NONE, MATTRA_DATE_LONG, MATTRA_DIGITS_THAI);

  for (guint i = 0; i < G_N_ELEMENTS (thai); i++)
    {
      g_autofree char *text = mattra_date_format (date_of ("2022-12-09"), (MattraDateStyle) i, MATTRA_DIGITS_THAI);

      g_assert_cmpstr (text, ==, thai[i]);
    }
  g_assert_cmpstr (western, ==, "9 ธันวาคม 2565");
  g_assert_cmpstr (none, ==, "");
}

static void
test_format_range (void)
{
  static const struct
  {
    const char *start;
    const char *end;
    const char *text;
  } cases[] = {
    { "2022-10-01", "2023-03-31", "๑ ตุลาคม ๒๕๖๕ – ๓๑ มีนาคม ๒๕๖๖" },
    { "2023-03-15", "2023-03-17", "๑๕ - ๑๗ มีนาคม ๒๕๖๖" },
    { "2023-03-15", "2023-03-15", "๑๕ มีนาคม ๒๕๖๖" },
    { NULL, "2023-03-15", "ภายใน ๑๕ มีนาคม ๒๕๖๖" },
    { "2023-03-15", NULL, "ตั้งแต่ ๑๕ มีนาคม ๒๕๖๖ เป็นต้นไป" },
    { NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MattraDate start = cases[i].start != NULL ? date_of (cases[i].start) : MATTRA_DATE_NONE;
      MattraDate end = cases[i].end != NULL ? date_of (cases[i].end) : MATTRA_DATE_NONE;
      g_autofree char *text = mattra_date_format_range (start, end, MATTRA_DATE_LONG, MATTRA_DIGITS_THAI);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_fiscal (void)
{
  static const char *const quarters[][2] = {
    { "2023-10-01", "2023-12-31" }, { "2024-01-01", "2024-03-31" },
    { "2024-04-01", "2024-06-30" }, { "2024-07-01", "2024-09-30" },
  };
  MattraDate start, end;

  for (int i = 0; i < 4; i++)
    {
      g_assert_true (mattra_fiscal_quarter (2567, i + 1, &start, &end));
      assert_date (start, quarters[i][0]);
      assert_date (end, quarters[i][1]);
      g_assert_cmpint (mattra_fiscal_year_of (start), ==, 2567);
      g_assert_cmpint (mattra_fiscal_year_of (end), ==, 2567);
    }
  g_assert_true (mattra_fiscal_half (2567, 2, &start, &end));
  assert_date (start, "2024-04-01");
  assert_date (end, "2024-09-30");
  g_assert_false (mattra_fiscal_quarter (2567, 5, &start, &end));
  g_assert_false (mattra_fiscal_half (2567, 0, &start, &end));
  g_assert_false (mattra_fiscal_quarter (66, 1, &start, &end));
  assert_date (start, NULL);
  assert_date (mattra_fiscal_year_end (G_MAXINT), NULL);
  g_assert_cmpint (mattra_fiscal_year_of (MATTRA_DATE_NONE), ==, 0);
}

static void
test_round (void)
{
  MattraDate start, end;
  MattraRound round;

  g_assert_true (mattra_round_bounds (MATTRA_ROUND_FIRST_HALF, 2566, &start, &end));
  assert_date (start, "2022-10-01");
  assert_date (end, "2023-03-31");
  g_assert_true (mattra_round_bounds (MATTRA_ROUND_FULL_YEAR, 2566, &start, &end));
  assert_date (start, "2022-10-01");
  assert_date (end, "2023-09-30");
  g_assert_false (mattra_round_bounds (MATTRA_ROUND_NONE, 2566, &start, &end));
  g_assert_true (mattra_round_from_string ("first_half", &round) && round == MATTRA_ROUND_FIRST_HALF);
  g_assert_true (mattra_round_from_string ("full-year", &round) && round == MATTRA_ROUND_FULL_YEAR);
  g_assert_false (mattra_round_from_string ("", &round));
  g_assert_false (mattra_round_from_string ("full-years", &round));
  g_assert_null (mattra_round_to_string (MATTRA_ROUND_NONE));
  g_assert_cmpstr (mattra_round_to_string (MATTRA_ROUND_FULL_YEAR), ==, "full_year");
}

static void
test_boxed (void)
{
  g_auto (GValue) value = G_VALUE_INIT;
  MattraDate date = date_of ("2022-10-01");

  g_value_init (&value, MATTRA_TYPE_DATE);
  g_value_set_boxed (&value, &date);
  g_assert_cmpint (mattra_date_compare (date, *(MattraDate *) g_value_get_boxed (&value)), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/date/iso", test_iso);
  g_test_add_func ("/core/date/add", test_add);
  g_test_add_func ("/core/date/days-in-order", test_days_in_order);
  g_test_add_func ("/core/date/format", test_format);
  g_test_add_func ("/core/date/format-range", test_format_range);
  g_test_add_func ("/core/date/boxed", test_boxed);
  g_test_add_func ("/core/fiscal/bounds", test_fiscal);
  g_test_add_func ("/core/fiscal/round", test_round);
  return g_test_run ();
}
