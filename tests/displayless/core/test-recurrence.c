/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-recurrence.h"

static const struct
{
  const char *text;
  int times; /* 0: it cannot be read */
} typed[] = {
  { "6", 6 },           { "๖", 6 },          { "3 ครั้ง", 3 },         { "๑๒ ครั้ง", 12 },       { "1", 1 },
  { "366", 366 },       { "367", 0 },        { "0", 0 },              { "-1", 0 },             { "", 0 },
  { "บ่อย ๆ", 0 },       { "ทุกเดือน", 6 },    { "ทุก เดือน", 6 },       { "รายเดือน", 6 },        { "เดือนละ ๒ ครั้ง", 12 },
  { "ทุกไตรมาส", 2 },     { "ไตรมาสละ 1 ครั้ง", 2 }, { "Every month", 6 },  { "every quarter", 2 },  { "ทุกสัปดาห์", 26 },
  { "4 ครั้งต่อปี", 2 },    { "ปีละ ๔ ครั้ง", 2 },  { "12 ครั้ง/ปี", 6 },      { "รอบละ 3 ครั้ง", 3 },   { "3 ครั้งต่อรอบ", 3 },
  { "เดือนละ 400 ครั้ง", 0 },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      int times = 0;
      gboolean read = mattra_recurrence_parse (typed[i].text, &times);

      g_test_message ("“%s”", typed[i].text);
      g_assert_cmpint (read, ==, typed[i].times > 0);
      if (read)
        g_assert_cmpint (times, ==, typed[i].times);
    }
}

/* What periods say; a number in them that is a day or a year is none. */
static const struct
{
  const char *text;
  int times; /* 0: nothing recurs */
} found[] = {
  { "ทุกเดือน ตลอดปีงบประมาณ ๒๕๖๖", 6 },
  { "ภายในวันที่ ๕ ของทุกเดือน", 6 },
  { "ทุกไตรมาส (ต.ค. ๖๕ - ก.ย. ๖๖)", 2 },
  { "รายงานปีละ ๒ ครั้ง", 0 },
  { "ปีละ ๑๒ ครั้ง", 6 },
  { "ต.ค. ๖๕ - มี.ค. ๖๖", 0 },
  { "ตลอดปีงบประมาณ", 0 },
  { "ครั้งที่ ๒ ภายในมีนาคม", 0 },
  { "", 0 },
  { NULL, 0 },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      int times = 0;
      gboolean read = mattra_recurrence_find (found[i].text, &times);

      g_test_message ("“%s”", found[i].text);
      g_assert_cmpint (read, ==, found[i].times > 0);
      if (read)
        g_assert_cmpint (times, ==, found[i].times);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/recurrence/parse", test_parse);
  g_test_add_func ("/core/recurrence/find", test_find);
  return g_test_run ();
}
