/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-collate.h"

static const struct
{
  const char *before;
  const char *after;
} rows[] = {
  { "กา", "เก" },          /* a leading vowel counts after its consonant: ก า, ก เ */
  { "เก", "ขา" },
  { "แก", "โก" },
  { "กา", "ก้า" },         /* a tone mark decides only between equals */
  { "ก้า", "กิ" },
  { "ข้อ 2", "ข้อ 10" },   /* numbers by what they are worth */
  { "ข้อ ๒", "ข้อ 10" },
  { "ข้อ 002", "ข้อ 3" },
  { "1", "ก" },
  { "Apple", "banana" },
  { "zebra", "ก" },
  { "", "ก" },
  { "ไทย", "ธง" },
  { "น้ำ", "บ้าน" },
};

static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *before = mattra_collate_key (rows[i].before);
      g_autofree char *after = mattra_collate_key (rows[i].after);

      g_test_message ("%s < %s", rows[i].before, rows[i].after);
      g_assert_cmpstr (before, <, after);
    }
}

static void
test_same (void)
{
  g_autofree char *one = mattra_collate_key ("น้ำ ๑๒");
  g_autofree char *other = mattra_collate_key ("น\xE0\xB9\x8D\xE0\xB9\x89\xE0\xB8\xB2 12");

  g_assert_cmpstr (one, ==, other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collate/order", test_order);
  g_test_add_func ("/collate/same", test_same);
  return g_test_run ();
}
