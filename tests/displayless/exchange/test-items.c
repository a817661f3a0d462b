/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-items.h"

/* A column's cells within a measure, "||" between the rows, and its items, "|" between them. */
static const struct
{
  const char *cells;
  const char *items;
} splits[] = {
  { "๑.ก ๒. ข ๓.ค", "ก|ข|ค" },
  { "1)ก 2) ข", "ก|ข" },
  { "(๑) ก (๒)ข", "ก|ข" },
  { "1.) ก 2.) ข", "ก|ข" },
  { "1. ก\n2. ข", "ก|ข" },
  { "ดังนี้ 1. ก 2. ข", "ดังนี้|ก|ข" },
  { "ตามข้อ 1. ของระเบียบ", "ตามข้อ 1. ของระเบียบ" },
  { "1. ก (ข้อ 2) ข", "ก (ข้อ 2) ข" },
  { "1. ก 3. ข 2. ค", "ก 3. ข|ค" },
  { "1. ก 1.1 ข 1.2 ค 2. ง", "ก 1.1 ข 1.2 ค|ง" },
  { "๓.๑ ก ๓.๒ ข", "ก|ข" },
  { "1.1 ก 1.2 ข 2.1 ค", "ก|ข|ค" },
  { "1.1.1 ก", "1.1.1 ก" },
  { "2.1 ล้านบาท", "2.1 ล้านบาท" },
  { "ร้อยละ 82.5 และ 83.1", "ร้อยละ 82.5 และ 83.1" },
  { "พ.ศ. 2567 ที่ 112/2566", "พ.ศ. 2567 ที่ 112/2566" },
  { "5.10.66 และ 6.10.66", "5.10.66 และ 6.10.66" },
  { "เวลา 08.30 - 16.30 น.", "เวลา 08.30 - 16.30 น." },
  { "4 เล่ม", "4 เล่ม" },
  { "1. ก 2 ครั้ง 2. ข", "ก 2 ครั้ง|ข" },
  { "- ก - ข", "ก|ข" },
  { "- ต.ค. - มี.ค. - ข", "ต.ค. - มี.ค.|ข" },
  { "- วันจันทร์ - ศุกร์ - ข", "วันจันทร์ - ศุกร์|ข" },
  { "ก - ข", "ก - ข" },
  { "-ก -ข", "ก|ข" },
  { "-5 องศา", "-5 องศา" },
  { "• ก • ข - ค", "ก|ข - ค" },
  { "1. แต่งตั้งเจ้าหน้าที่ 2. ข", "แต่งตั้งเจ้าหน้าที่|ข" },
  { "1. ก 2. ข\n3. ค 4. ง", "ก|ข|ค|ง" },
  { "1. ก 2. ข\n2. ค", "ก 2. ข|ค" },
  { "๑. ก||ต่อ ๒. ข", "ก ต่อ|ข" },
  { "๑. ก||๒. ข||และ ค ๓. ง", "ก|ข และ ค|ง" },
  { "1) ก||2. ข", "ก|ข" },
  { "ก||ข", "ก ข" },
  { "ก||2. ข", "ก|ข" },
  { "- ก||- ข", "ก|ข" },
  { "- ก||ข - ค", "ก ข|ค" },
  { "1.1 ก||1.2 ข", "ก|ข" },
  { "๙. ก ๑๐. ข ๑๑.ค", "ก|ข|ค" },
  { "1. ก 2. รายงานทุกไตรมาส 3. ข", "ก|รายงานทุกไตรมาส|ข" },
  { "1. ครบ ๔ ไตรมาส 2. ข", "ครบ ๔ ไตรมาส|ข" },
  { "1. ก 2. ภายในไตรมาส 3. ข", "ก|ภายในไตรมาส 3. ข" },
  { "1.", "" },
};

static char *
split_rows (const char *cells)
{
  g_auto (GStrv) rows = g_strsplit (cells, "||", -1);
  g_autoptr (GString) items = g_string_new (NULL);
  MattraItemRun run = { 0 };
  guint n = 0;

  for (guint i = 0; rows[i] != NULL; i++)
    {
      gboolean joins;
      g_autoptr (GPtrArray) pieces = mattra_items_split (rows[i], &run, &joins);

      for (guint j = 0; j < pieces->len; j++)
        g_string_append_printf (items, "%s%s", n++ == 0 ? "" : j == 0 && joins ? " " : "|",
                                (char *) g_ptr_array_index (pieces, j));
    }

  return g_string_free (g_steal_pointer (&items), FALSE);
}

static void
test_split (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      g_autofree char *items = split_rows (splits[i].cells);

      if (!g_str_equal (items, splits[i].items))
        {
          g_test_message ("%s: expected %s, got %s", splits[i].cells, splits[i].items, items);
          g_test_fail ();
        }
    }
}

static void
test_none (void)
{
  static const char *const none[] = { "", "-", "–", "—", "- ไม่มี -", "ไม่มี", "ไม่ พบ", "ไม่มีปัญหา/อุปสรรค", "ไม่มีข้อเสนอแนะ", "(ไม่มี)" };
  static const char *const some[] = { "ไม่มีงบประมาณ", "ไม่มีผู้มาติดต่อ", "0", "- ก", "ไม่มีปัญหา แต่ล่าช้า" };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_true (mattra_items_is_none (none[i]));
  for (guint i = 0; i < G_N_ELEMENTS (some); i++)
    g_assert_false (mattra_items_is_none (some[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/items/split", test_split);
  g_test_add_func ("/exchange/items/none", test_none);

  return g_test_run ();
}
