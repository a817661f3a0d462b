/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-digits.h"
#include "mattra-text.h"

typedef struct
{
  const char *from;
  const char *to;
} Pair;

static void
check_pairs (const Pair *pairs,
             gsize       n_pairs,
             char     *(*function) (const char *))
{
  for (gsize i = 0; i < n_pairs; i++)
    {
      g_autofree char *got = function (pairs[i].from);

      g_assert_cmpstr (got, ==, pairs[i].to);
    }
}

static void
test_digits_to_thai (void)
{
  static const Pair pairs[] = {
    { "82.5", "๘๒.๕" },
    { "ที่ 112/2566", "ที่ ๑๑๒/๒๕๖๖" },
    { "โทร. 0 4300 1234-5", "โทร. ๐ ๔๓๐๐ ๑๒๓๔-๕" },
    { "LINE 2 ช่อง", "LINE ๒ ช่อง" },
    { "O42 e-Service2 Q1 ITA2566 COVID-19 3G", "O42 e-Service2 Q1 ITA2566 COVID-19 3G" },
    { "(O42) ปี2566", "(O42) ปี๒๕๖๖" },
    { "O42,2566;43", "O42,๒๕๖๖;๔๓" },
    { "www.hintang2.go.th/25 ข้อ 3", "www.hintang2.go.th/25 ข้อ ๓" },
    { "ดูที่https://x.go.th/ข่าว/12?a=1,2&b=(3) หน้า4", "ดูที่https://x.go.th/ข่าว/12?a=1,2&b=(3) หน้า๔" },
    { "hintang.go.th/12,13", "hintang.go.th/12,13" },
    { "saraban_05@dla.go.th 5", "saraban_05@dla.go.th ๕" },
    { "พ.ศ.2566", "พ.ศ.๒๕๖๖" },
    { "1.ITA 2) 1.การ", "๑.ITA ๒) ๑.การ" },
    { "ISO9001:2015 Tel:043", "ISO9001:2015 Tel:๐๔๓" },
    { "1/2 a/3", "๑/๒ a/3" },
    { "๑2๓", "๑๒๓" },
    { "", "" },
  };

  check_pairs (pairs, G_N_ELEMENTS (pairs), mattra_digits_to_thai);
}

static void
test_digits_to_western (void)
{
  static const Pair pairs[] = { { "๐๑๒๓๔๕๖๗๘๙ ๙a9", "0123456789 9a9" }, { "ก\xe0\xb9", "ก\xe0\xb9" } };

  check_pairs (pairs, G_N_ELEMENTS (pairs), mattra_digits_to_western);
}

static void
test_digits_numbers (void)
{
  const char *cursor = "๒5๖6 ";
  int number = 0;
  g_autofree char *thai = mattra_digits_format (-2566, MATTRA_DIGITS_THAI);
  g_autofree char *western = mattra_digits_format (G_MAXINT, MATTRA_DIGITS_WESTERN);

  g_assert_true (mattra_digits_parse (&cursor, &number));
  g_assert_cmpint (number, ==, 2566);
  g_assert_cmpstr (cursor, ==, " ");
  g_assert_false (mattra_digits_parse (&cursor, &number));
  cursor = "๒๑๔๗๔๘๓๖๔๘";
  g_assert_false (mattra_digits_parse (&cursor, &number));
  cursor = "2147483647";
  g_assert_true (mattra_digits_parse (&cursor, &number));
  g_assert_cmpint (number, ==, G_MAXINT);
  g_assert_cmpstr (thai, ==, "-๒๕๖๖");
  g_assert_cmpstr (western, ==, "2147483647");
  g_assert_cmpint (mattra_digit_value (0x0E59), ==, 9);
  g_assert_cmpint (mattra_digit_value ('a'), ==, -1);
}

static void
test_fold_compare (void)
{
  static const Pair pairs[] = {
    { "  ก ข\u00A0ค\u200Bง\u2060จ\uFEFF\n", "กขคงจ" },
    { "สํารวจ", "สำรวจ" },
    { "น้ํา", "น้ำ" },
    { "นํ้า", "น้ำ" },
    { "นำ้", "น้ำ" },
    { "ค ํ า", "คำ" },
    { "เเรก", "แรก" },
    { "๒๕66 ITA", "2566ita" },
    { "e\u0301A\u030A", "e\u0301a\u030A" },
    { "éÅ", "e\u0301a\u030A" },
    { "กุ่", "กุ่" },
    { "ก\u0E48\u0E38", "กุ่" },
    { "ํ", "ํ" },
    { "", "" },
  };

  check_pairs (pairs, G_N_ELEMENTS (pairs), mattra_text_fold_compare);
}

static void
test_fold_search (void)
{
  static const Pair pairs[] = {
    { "ปี ๒๕๖๖", "ปี66" }, { "ปี 2566", "ปี66" },       { "66", "66" },
    { "25661", "25661" },  { "2300", "2300" },          { "ต.ค.–มี.ค.", "ต.ค.มี.ค." },
    { "น้ำ", "นำ" },       { "นํ้า", "นำ" },            { "O42 / 2565", "o42/65" },
  };

  check_pairs (pairs, G_N_ELEMENTS (pairs), mattra_text_fold_search);
}

static void
test_squeeze (void)
{
  static const Pair pairs[] = {
    { "  ก  ข\n\tค ", "ก ข ค" }, { "\u00A0ก\u00A0 ข", "ก ข" }, { " \n ", "" }, { "กข", "กข" },
  };

  check_pairs (pairs, G_N_ELEMENTS (pairs), mattra_text_squeeze);
}

static void
test_sara_am (void)
{
  static const Pair pairs[] = {
    { "สํารวจ ทํา", "สำรวจ ทำ" }, { "นํ้า", "น้ำ" }, { "น้ํา", "น้ำ" }, { "สำรวจ", "สำรวจ" }, { "สํ รวจ", "สํ รวจ" },
  };

  check_pairs (pairs, G_N_ELEMENTS (pairs), mattra_text_join_sara_am);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpint (mattra_text_has_split_sara_am (pairs[i].from), ==, strcmp (pairs[i].from, pairs[i].to) != 0);
}

static void
test_blank (void)
{
  static const struct
  {
    const char *text;
    gboolean blank;
  } rows[] = {
    { NULL, TRUE }, { "", TRUE }, { " \t\n", TRUE }, { "\xC2\xA0", TRUE }, { "\xE2\x80\x8B", TRUE }, { "-", FALSE }, { " ก ", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%u", i);
      g_assert_cmpint (mattra_text_is_blank (rows[i].text), ==, rows[i].blank);
    }
}

/* Folded text is its own fold, and 10 MB of anything take time in proportion. */
static void
test_hostile (void)
{
  static const char *const parts[] = { "ํ", "ํา", "เ", "\u0301\u0323", "a/b.", "@", "1.", "www.", "://", "é", "\xff", "๒๕๖๖ ", "้ํ" };
  char *(*const functions[]) (const char *) = {
    mattra_text_fold_compare, mattra_text_fold_search,  mattra_text_squeeze,
    mattra_text_join_sara_am, mattra_digits_to_western, mattra_digits_to_thai,
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 2 * 1024 * 1024)
        g_string_append (text, parts[i]);
      for (guint j = 0; j < G_N_ELEMENTS (functions); j++)
        {
          g_autofree char *got = functions[j](text->str);

          g_assert_nonnull (got);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/digits/to-thai", test_digits_to_thai);
  g_test_add_func ("/core/digits/to-western", test_digits_to_western);
  g_test_add_func ("/core/digits/numbers", test_digits_numbers);
  g_test_add_func ("/core/text/fold-compare", test_fold_compare);
  g_test_add_func ("/core/text/fold-search", test_fold_search);
  g_test_add_func ("/core/text/squeeze", test_squeeze);
  g_test_add_func ("/core/text/blank", test_blank);
  g_test_add_func ("/core/text/sara-am", test_sara_am);
  g_test_add_func ("/core/text/hostile", test_hostile);
  return g_test_run ();
}
