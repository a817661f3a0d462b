/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-list N …: a register of N measures as a window sees it. CPU is that of both threads; the limit that the
 * program sets itself is 50 ms for a key of a search at 12 000. */

#include <glib/gstdio.h>
#include <locale.h>
#include <sys/resource.h>

#include "mattra-measure-list.h"
#include "mattra-session.h"

#define STEPS 4
#define RESULTS 4

typedef struct
{
  double cpu;
  gint64 wall;
} Mark;

static double
cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec * 1e3 + usage.ru_utime.tv_usec / 1e3 + usage.ru_stime.tv_sec * 1e3
         + usage.ru_stime.tv_usec / 1e3;
}

static Mark
mark (void)
{
  return (Mark) { cpu_ms (), g_get_monotonic_time () };
}

static void
tell (const char *what,
      Mark        from)
{
  g_print ("  %-44s %8.1f ms CPU %8.1f ms\n", what, cpu_ms () - from.cpu,
           (double) (g_get_monotonic_time () - from.wall) / 1e3);
}

static MattraMeasure *
make_measure (MattraPlan *plan,
              int         number)
{
  static const char *const words[] = {
    "จัดทำประกาศเจตนารมณ์", "ส่งเสริมความโปร่งใส", "การจัดซื้อจัดจ้าง", "การใช้ทรัพย์สินของราชการ",
    "ปรับปรุงระบบการทำงาน", "เผยแพร่ข้อมูลบนเว็บไซต์", "รับฟังความคิดเห็นของประชาชน",
  };
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  MattraMeasure *measure = mattra_measure_new ();
  MattraAnswer *answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, NULL);
  const MattraDivision *division =
    mattra_division_list_get (divisions, (guint) number % mattra_division_list_get_size (divisions));
  MattraParty *party = mattra_party_new (division->name);
  g_autofree char *title = g_strdup_printf ("%s และ%s ครั้งที่ %d", words[number % 7], words[number / 7 % 7], number);

  mattra_measure_set_number (measure, number);
  mattra_measure_set_title (measure, title);
  mattra_measure_set_period_text (measure, "ต.ค. ๒๕๖๕ - มี.ค. ๒๕๖๖");
  mattra_measure_set_period_start (measure, mattra_date_make (2022, 10, 1));
  mattra_measure_set_period_end (measure, mattra_date_make (2023, 3, 31));
  g_ptr_array_add (party->divisions, g_strdup (division->id));
  mattra_measure_take_party (measure, party);
  for (int i = 0; i < STEPS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s ตามหนังสือที่ มท ๐๘๐๘.๒/ว %d ลงวันที่ ๙ ธันวาคม ๒๕๖๕",
                                               words[(number + i) % 7], number * STEPS + i);

      mattra_measure_take_item (measure, MATTRA_ITEM_STEP, mattra_item_new (text));
    }
  for (int i = 0; i < RESULTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("ดำเนินการ%s แล้วเสร็จเมื่อวันที่ %d มกราคม ๒๕๖๖ จำนวน %d ครั้ง",
                                               words[(number + i) % 7], i + 1, number % 50);

      mattra_answer_take_item (answer, MATTRA_ITEM_RESULT, mattra_item_new (text));
    }
  return measure;
}

static void
make_register (const char *path,
               int         n)
{
  g_autoptr (MattraPlan) plan = mattra_plan_new (2566);
  g_autoptr (GPtrArray) usual = mattra_division_new_usual (MATTRA_ORGANISATION_SUBDISTRICT);
  g_autoptr (MattraDivisionList) divisions = mattra_division_list_new (usual);
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  mattra_plan_get_organisation (plan)->name = g_strdup ("องค์การบริหารส่วนตำบลโนนตัวอย่าง");
  mattra_plan_set_divisions (plan, divisions);
  mattra_plan_set_setting (plan, MATTRA_SETTING_ROUND, "first_half");
  done = mattra_store_create (path, plan, &error);
  store = done ? mattra_store_open (path, FALSE, &error) : NULL;
  done = store != NULL && mattra_store_begin_act (store, "import", NULL, MATTRA_ACT_IMPORT, &error);
  for (int i = 1; done && i <= n; i++)
    {
      g_autoptr (MattraMeasure) measure = make_measure (plan, i);

      done = mattra_store_insert_measure (store, mattra_plan_get_id (plan), measure, &error);
    }
  if (!done || !mattra_store_commit_act (store, &error))
    g_error ("%s", error->message);
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (MattraMeasureList *list)
{
  while (mattra_measure_list_get_pending (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
type_word (MattraMeasureList *list,
           const char        *word)
{
  glong length = g_utf8_strlen (word, -1);
  double worst = 0;
  double total = 0;

  for (glong i = 1; i <= length; i++)
    {
      g_autofree char *part = g_utf8_substring (word, 0, i);
      double from = cpu_ms ();

      mattra_measure_list_set_search (list, part);
      wait_for (list);
      total += cpu_ms () - from;
      worst = MAX (worst, cpu_ms () - from);
    }
  g_print ("  %-44s %8.1f ms CPU a key at worst, %.1f in all; %u rows\n", "typing a word", worst, total,
           g_list_model_get_n_items (G_LIST_MODEL (list)));
}

static void
sort_by (MattraMeasureList *list,
         const char        *field)
{
  g_autofree char *what = g_strdup_printf ("sorting by %s", field);
  Mark from = mark ();

  mattra_measure_list_set_sort (list, field, FALSE);
  wait_for (list);
  tell (what, from);
}

static gboolean
run_set (MattraStore  *store,
         MattraPlan   *plan,
         gpointer      data,
         GError      **error)
{
  return mattra_store_set_measure_field (store, data, "title", "ชื่ออื่น", error);
}

static void
use_list (MattraSession *session)
{
  Mark from = mark ();
  g_autoptr (MattraMeasureList) list = mattra_measure_list_new (session);
  g_autoptr (GObject) row = NULL;
  g_autofree char *id = NULL;

  wait_for (list);
  tell ("keys", from);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  while (mattra_measure_row_get_measure (MATTRA_MEASURE_ROW (row)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  tell ("keys and the first page", from);
  mattra_session_wait (session);
  tell ("counts", from);
  from = mark ();
  mattra_measure_list_prefetch_search (list);
  mattra_session_wait (session);
  tell ("texts for searching", from);
  type_word (list, "การจัดซื้อจัดจ้าง");
  type_word (list, "ไม่มีคำนี้เลยสักแห่ง");
  type_word (list, "2565 ว 777");
  mattra_measure_list_set_search (list, NULL);
  wait_for (list);
  sort_by (list, "title");
  sort_by (list, "number");
  mattra_measure_list_set_sort (list, NULL, FALSE);
  wait_for (list);
  id = g_strdup (mattra_measure_list_get_id (list, 0));
  from = mark ();
  mattra_session_act_async (session, "set", NULL, run_set, id, NULL, NULL, NULL);
  mattra_session_wait (session);
  tell ("an act and all that follows", from);
}

static void
bench (const char *folder,
       int         n)
{
  g_autofree char *path = g_strdup_printf ("%s/%d.mattra", folder, n);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MattraSession) session = NULL;
  g_autoptr (GError) error = NULL;
  Mark from;

  g_print ("%d measures\n", n);
  make_register (path, n);
  from = mark ();
  mattra_session_open_async (path, FALSE, NULL, open_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  session = mattra_session_open_finish (result, &error);
  if (session == NULL)
    g_error ("%s", error->message);
  tell ("open, with the check of the file", from);
  use_list (session);
  mattra_session_close (session);
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;

  setlocale (LC_ALL, "");
  folder = g_dir_make_tmp ("mattra-bench-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  if (argc < 2)
    bench (folder, 12000);
  for (int i = 1; i < argc; i++)
    bench (folder, atoi (argv[i]));
  return 0;
}
