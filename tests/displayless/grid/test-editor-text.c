/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-date-editor.h"
#include "mattra-items-editor.h"
#include "mattra-people-editor.h"

static void
test_own_number (void)
{
  static const struct
  {
    const char *line;
    guint number;
    const char *rest;
  } cases[] = {
    { "1. ประชุม", 1, "ประชุม" },
    { "1.ประชุม", 1, "ประชุม" },
    { "๓) ติดตาม", 3, "ติดตาม" },
    { "(12) รายงาน", 12, "รายงาน" },
    { "2.) รายงาน", 2, "รายงาน" },
    { "  4.  รายงาน", 4, "รายงาน" },
    { "1.", 1, "" },
    { "2. ประชุม", 1, NULL },
    { "1.5 ล้านบาท", 1, NULL },
    { "1.1 ขั้นย่อย", 1, NULL },
    { "1 ตุลาคม", 1, NULL },
    { "(1 ครั้ง)", 1, NULL },
    { "1/2566", 1, NULL },
    { "99999999999999999999. ก", 1, NULL },
    { "", 1, NULL },
    { "- ประชุม", 1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *rest = NULL;

      g_assert_cmpint (mattra_items_own_number (cases[i].line, cases[i].number, &rest), ==, cases[i].rest != NULL);
      g_assert_cmpstr (rest, ==, cases[i].rest);
    }
}

static void
test_strip_numbers (void)
{
  static const struct
  {
    const char *text;
    guint first;
    const char *stripped;
  } cases[] = {
    { "1. ก\n2. ข\n3. ค", 1, "ก\nข\nค" },
    { "1. ก\n2. ข", 4, "ก\nข" },
    { "๔. ก\n๕. ข", 4, "ก\nข" },
    { "1. ก\nข", 1, "1. ก\nข" },
    { "1. ก\n3. ข", 1, "1. ก\n3. ข" },
    { "2. ก\n3. ข", 1, "2. ก\n3. ข" },
    { "ก", 1, "ก" },
    { "3. ก", 3, "ก" },
    { "2.5 ล้านบาท", 2, "2.5 ล้านบาท" },
    { "", 1, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stripped = mattra_items_strip_numbers (cases[i].text, cases[i].first);

      g_assert_cmpstr (stripped, ==, cases[i].stripped);
    }
}

static void
test_people (void)
{
  static const char *const names[] = {
    "นางสาวสมใจ ใจดี", "นายสมชาย รักไทย", "สมาคมผู้สูงอายุ", "กองคลัง", "กองช่าง", "นายน้ำ ทำดี", NULL,
  };
  static const struct
  {
    const char *typed;
    const char *taken;
    const char *matches;
  } cases[] = {
    { "สม", "", "สมาคมผู้สูงอายุ|นางสาวสมใจ ใจดี|นายสมชาย รักไทย" },
    { "สม", "นายสมชาย รักไทย\nสม", "สมาคมผู้สูงอายุ|นางสาวสมใจ ใจดี" },
    { "กอง", "กองคลังพัสดุ", "กองคลัง|กองช่าง" },
    { "รัก", "", "นายสมชาย รักไทย" },
    { "นํ้า", "", "นายน้ำ ทำดี" },
    { "", "", "" },
    { "  ", "", "" },
    { "ไม่มีชื่อนี้", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) matches = mattra_people_matches (names, cases[i].typed, cases[i].taken, 8);
      g_autofree char *joined = g_strjoinv ("|", matches);

      g_assert_cmpstr (joined, ==, cases[i].matches);
    }
}

static void
test_people_few (void)
{
  static const char *const names[] = { "กองคลัง", "กองช่าง", "กองการศึกษา", NULL };
  g_auto (GStrv) matches = mattra_people_matches (names, "กอง", "", 2);

  g_assert_cmpuint (g_strv_length (matches), ==, 2);
}

/* The Buddhist Era is neither gained nor lost, whichever era was typed. */
static void
test_read_date (void)
{
  static const struct
  {
    const char *text;
    const char *iso;
  } cases[] = {
    { "29 ก.พ. 2567", "2024-02-29" },
    { "29 ก.พ. 2566", NULL },
    { "๒๙ กุมภาพันธ์ ๒๕๖๗", "2024-02-29" },
    { "29/2/2567", "2024-02-29" },
    { "29/2/67", "2024-02-29" },
    { "29/2/2024", "2024-02-29" },
    { "2567-02-29", "2024-02-29" },
    { "2024-02-29", "2024-02-29" },
    { "1 ต.ค.", "2026-10-01" },
    { "30 กันยายน", "2027-09-30" },
    { "ต.ค.65 - มี.ค.66", NULL },
    { "31 เมษายน 2566", NULL },
    { "เร็ว ๆ นี้", NULL },
    { "", NULL },
  };
  MattraDate today = mattra_date_make (2026, 11, 23);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MattraDate date = MATTRA_DATE_NONE;
      gboolean read = mattra_date_editor_read (cases[i].text, today, &date);
      g_autofree char *iso = read ? mattra_date_to_iso (date) : NULL;

      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/grid/editor-text/own-number", test_own_number);
  g_test_add_func ("/grid/editor-text/strip-numbers", test_strip_numbers);
  g_test_add_func ("/grid/editor-text/people", test_people);
  g_test_add_func ("/grid/editor-text/people-few", test_people_few);
  g_test_add_func ("/grid/editor-text/read-date", test_read_date);

  return g_test_run ();
}
