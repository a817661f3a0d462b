/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-signer.h"

static void
test_vacant (void)
{
  static const struct
  {
    const char *name;
    gboolean vacant;
  } rows[] = {
    { "(ว่าง)", TRUE },   { "ว่าง", TRUE },         { " ( ว่าง ) ", TRUE },    { "-ว่าง-", TRUE },
    { "ตำแหน่งว่าง", TRUE }, { "นายว่าง งานดี", FALSE }, { "นางสาวสมใจ ใจดี", FALSE }, { "", FALSE },
    { NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (mattra_signer_is_vacant_name (rows[i].name), ==, rows[i].vacant);
}

static void
test_acting (void)
{
  static const struct
  {
    const char *acting;
    const char *how;
    const char *post;
  } rows[] = {
    { "รักษาราชการแทน ผู้อำนวยการกองคลัง", "รักษาราชการแทน", "ผู้อำนวยการกองคลัง" },
    { "รักษาราชการแทนผู้อำนวยการกองคลัง", "รักษาราชการแทน", "ผู้อำนวยการกองคลัง" },
    { "ปฏิบัติหน้าที่ นายกเทศมนตรีนคร กลาง", "ปฏิบัติหน้าที่", "นายกเทศมนตรีนคร กลาง" },
    { "ปฏิบัติราชการแทน", "ปฏิบัติราชการแทน", "" },
    { "แทนที่ ปลัดเทศบาล", "แทนที่", "ปลัดเทศบาล" },
    { "ผู้แทน", "ผู้แทน", "" },
    { "", NULL, "" },
    { NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *post = NULL;
      g_autofree char *how = mattra_signer_split_acting (rows[i].acting, &post);

      g_assert_cmpstr (how, ==, rows[i].how);
      g_assert_cmpstr (post, ==, rows[i].post);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/signer/vacant", test_vacant);
  g_test_add_func ("/core/signer/acting", test_acting);
  return g_test_run ();
}
