/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-read-date.h"

typedef struct
{
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
  { "2023-04-10", "2023-04-10" },
  { "๒๐๒๓-๐๔-๑๐", "2023-04-10" },
  { "๑๐ เม.ย. ๒๕๖๖", "2023-04-10" },
  { "10 เม.ย. 66", "2023-04-10" },
  { "วันที่ ๑๐ เดือน เมษายน พ.ศ. ๒๕๖๖", "2023-04-10" },
  { "29 ก.พ. 2567", "2024-02-29" },
  { "29 ก.พ. 2566", NULL },
  { "2023-02-29", NULL },
  { "2566-04-10", "2023-04-10" },
  { "๒๕๖๗-๐๒-๒๙", "2024-02-29" },
  { "2566-02-29", NULL },
  { "25669-04-10", NULL },
  { "เมษายน ๒๕๖๖", NULL },
  { "๑๐ - ๑๒ เม.ย. ๒๕๖๖", NULL },
  { "๑๐ เม.ย.", NULL },
  { "tomorrow", NULL },
  { "", NULL },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MattraDate date = MATTRA_DATE_NONE;
      gboolean read = mattra_read_date (cases[i].text, &date);
      g_autofree char *iso = read ? mattra_date_to_iso (date) : NULL;

      g_assert_cmpstr (iso, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/operations/read-date/cases", test_cases);
  return g_test_run ();
}
