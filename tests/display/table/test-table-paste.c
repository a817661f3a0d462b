/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "picture.h"
#include "seek.h"
#include "table-fixture.h"

/* What other programs' tables hold, pasted into a register: all of it arrives, or what does not is told. */

#define LAST SESSION_FIXTURE_MEASURES

static void
assert_text (Table      *table,
             guint       row,
             const char *field,
             const char *text)
{
  g_autofree char *is = table_text (table, row, field);

  g_assert_cmpstr (is, ==, text);
}

static void
paste (Table      *table,
       guint       row,
       const char *field,
       const char *text)
{
  table_go (table, row, field);
  table_set_clipboard (table, text);
  table_press (table, GDK_KEY_v, GDK_CONTROL_MASK);
}

/* The window that tells says this; it is agreed to. */
static void
agree (Table      *table,
       const char *said)
{
  GtkWindow *dialog = table_find_dialog (table);

  g_assert_nonnull (dialog);
  g_assert_nonnull (seek (GTK_WIDGET (dialog), GTK_TYPE_LABEL, said));
  seek_click (GTK_WIDGET (dialog), "_Paste");
  table_settle (table);
  g_assert_null (table_find_dialog (table));
}

static void
test_status (void)
{
  g_auto (Table) table = { { NULL } };
  g_autofree char *before = NULL;

  table_init (&table, 0);
  before = table_text (&table, 4, "status");
  paste (&table, 2, "status", "ดำเนินการแล้วเสร็จ\nอยู่ระหว่าง ดำเนินการ\nทำไปบ้าง\nยกเลิก\n");
  agree (&table, "(not understood) ทำไปบ้าง");
  assert_text (&table, 2, "status", "Done");
  assert_text (&table, 3, "status", "In progress");
  assert_text (&table, 4, "status", before);
  assert_text (&table, 5, "status", "Cancelled");
  table_undo (&table);
  assert_text (&table, 4, "status", before);
  g_assert_false (mattra_session_get_undo_name (table.session) != NULL
                  && g_str_equal (mattra_session_get_undo_name (table.session), "Paste"));
}

/* A date, a count or a number beyond the ten is no indicator. */
static void
test_indicator (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  paste (&table, 0, "ita_indicator", "3\n๕\nตัวชี้วัดที่ 7\n");
  g_assert_null (table_find_dialog (&table));
  assert_text (&table, 0, "ita_indicator", "3 การใช้อำนาจ");
  paste (&table, 0, "ita_indicator", "11\n1/10/2568\n2 เรื่อง\n");
  g_assert_nonnull (seek (GTK_WIDGET (table_find_dialog (&table)), GTK_TYPE_LABEL, "(not understood) 1/10/2568"));
  g_assert_nonnull (seek (GTK_WIDGET (table_find_dialog (&table)), GTK_TYPE_LABEL, "(not understood) 2 เรื่อง"));
  g_assert_nonnull (seek (GTK_WIDGET (table_find_dialog (&table)), GTK_TYPE_LABEL, "There is nothing to change here."));
  gtk_window_close (table_find_dialog (&table));
  table_settle (&table);
  assert_text (&table, 0, "ita_indicator", "3 การใช้อำนาจ");
}

/* A measure keeps its name where none is pasted, and the rest arrives. */
static void
test_title (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  paste (&table, 0, "title", "ชื่อใหม่\n\nชื่อที่สาม\n");
  agree (&table, "(can’t be blank)");
  assert_text (&table, 0, "title", "ชื่อใหม่");
  assert_text (&table, 1, "title", "มาตรการที่ 2");
  assert_text (&table, 2, "title", "ชื่อที่สาม");
  table_undo (&table);
  assert_text (&table, 0, "title", "มาตรการที่ 1");
  assert_text (&table, 2, "title", "มาตรการที่ 3");
}

/* Numbers as Word counts them, below the last row; a day keeps its year. */
static void
test_below (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  paste (&table, LAST - 1, "number", "40.\tเดิม\n๔๑.\tใหม่\n42)\t\n43\t\"สอง\nบรรทัด\"\n");
  agree (&table, "New row");
  g_assert_cmpuint (table_n_rows (&table), ==, LAST + 3);
  g_assert_cmpint (table_number (&table, LAST), ==, 41);
  assert_text (&table, LAST, "title", "ใหม่");
  g_assert_cmpint (table_number (&table, LAST + 1), ==, 42);
  assert_text (&table, LAST + 2, "title", "สอง บรรทัด");
  paste (&table, LAST, "period_text", "1/10/2568 - 30/9/2569\n๑ ต.ค. ๒๕๖๘\n1/10/2025\n");
  assert_text (&table, LAST, "period_text", "1/10/2568 - 30/9/2569");
  assert_text (&table, LAST + 1, "period_text", "๑ ต.ค. ๒๕๖๘");
  assert_text (&table, LAST + 2, "period_text", "1/10/2025");
  table_undo (&table);
  table_undo (&table);
  g_assert_cmpuint (table_n_rows (&table), ==, LAST);
}

/* Whole rows are emptied of all but what a measure can't be without. */
static void
test_clear (void)
{
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  paste (&table, 1, "results", "มีผล");
  table_go (&table, 1, "title");
  table_press (&table, GDK_KEY_space, GDK_SHIFT_MASK);
  table_press (&table, GDK_KEY_Delete, 0);
  assert_text (&table, 1, "results", "");
  assert_text (&table, 1, "title", "มาตรการที่ 2");
}

/* What is copied is the same where it is pasted. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = {
    "ก", "กี่", "ำ", "น้ำ", "=", "=SUM(A1)", "\"", "\"\"", "\t", " ", "  ", "1.", "๒)", "- ", "<b>", "&amp;", "'", "ไม่มี",
  };
  g_auto (Table) table = { { NULL } };

  table_init (&table, 0);
  for (guint n = 0; n < 12; n++)
    {
      const char *field = n % 2 ? "results" : "steps";
      g_autoptr (GString) text = g_string_new ("ข้อ");
      g_autofree char *stored = NULL;

      for (int i = g_test_rand_int_range (1, 9); i > 0; i--)
        g_string_append (text, g_test_rand_int_range (0, 4) == 0
                                 ? "\n" : pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      session_fixture_set (table.session, "1", field, text->str);
      table_settle (&table);
      stored = table_text (&table, 0, field);
      table_go (&table, 0, field);
      table_press (&table, GDK_KEY_c, GDK_CONTROL_MASK);
      table_go (&table, 1, field);
      table_press (&table, GDK_KEY_v, GDK_CONTROL_MASK);
      g_assert_null (table_find_dialog (&table));
      assert_text (&table, 1, field, stored);
    }
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);
  g_test_add_func ("/table/paste/status", test_status);
  g_test_add_func ("/table/paste/indicator", test_indicator);
  g_test_add_func ("/table/paste/title", test_title);
  g_test_add_func ("/table/paste/below", test_below);
  g_test_add_func ("/table/paste/clear", test_clear);
  g_test_add_func ("/table/paste/round-trip", test_round_trip);
  return g_test_run ();
}
