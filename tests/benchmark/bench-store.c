/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "mattra-store-evidence.h"
#include "mattra-store.h"

/* CPU time of what a register does with many measures, without evidence and with a link and a file for each:
 * bench-store [MEASURES…]. */

#define STEPS 3
#define RESULTS 3
#define N_ONES 50

static double
cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void
die_on (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (1);
}

static MattraMeasure *
make_measure (int                 number,
              MattraDivisionList *divisions)
{
  MattraMeasure *measure = mattra_measure_new ();
  MattraAnswer *answer = mattra_measure_ensure_answer (measure, MATTRA_ROUND_FIRST_HALF, NULL);
  MattraParty *party = mattra_party_new ("ทุกส่วนราชการ");

  mattra_measure_set_number (measure, number);
  mattra_measure_set_title (measure, "แนวทางการใช้งบประมาณและการจัดซื้อจัดจ้างของหน่วยงาน");
  mattra_measure_set_period_text (measure, "ต.ค.๖๕ - มี.ค.๖๖");
  mattra_measure_set_period_start (measure, mattra_date_make (2022, 10, 1));
  mattra_measure_set_period_end (measure, mattra_date_make (2023, 3, 31));
  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    g_ptr_array_add (party->divisions, g_strdup (mattra_division_list_get (divisions, i)->id));
  mattra_measure_take_party (measure, party);
  for (guint i = 0; i < STEPS; i++)
    mattra_measure_take_item (measure, MATTRA_ITEM_STEP,
                              mattra_item_new ("แจ้งเวียนประกาศแผนการใช้จ่ายเงินงบประมาณสร้างการรับรู้ให้บุคลากรภายในทราบ"));
  for (guint i = 0; i < RESULTS; i++)
    mattra_answer_take_item (answer, MATTRA_ITEM_RESULT,
                             mattra_item_new ("บุคลากรภายในและภายนอกรับรู้แผนการใช้จ่ายงบประมาณประจำปีมากขึ้น"));
  mattra_answer_take_item (answer, MATTRA_ITEM_OBSTACLE, mattra_item_new_none ("ไม่มี"));
  mattra_answer_take_item (answer, MATTRA_ITEM_RECOMMENDATION,
                           mattra_item_new ("ควรรายงานการใช้จ่ายเงินงบประมาณเป็นรายไตรมาส"));
  return measure;
}

static void
insert_all (MattraStore *store,
            MattraPlan  *plan,
            int          n)
{
  g_autoptr (GError) error = NULL;

  mattra_store_begin_act (store, "import", NULL, MATTRA_ACT_IMPORT, &error);
  die_on (error);
  for (int i = 1; i <= n; i++)
    {
      g_autoptr (MattraMeasure) measure = make_measure (i, mattra_plan_get_divisions (plan));

      mattra_store_insert_measure (store, mattra_plan_get_id (plan), measure, &error);
      die_on (error);
    }
  mattra_store_commit_act (store, &error);
  die_on (error);
}

static void
insert_evidence (MattraStore       *store,
                 MattraMeasure     *measure,
                 MattraEvidenceKind kind,
                 int                number)
{
  g_autoptr (MattraEvidence) evidence = mattra_evidence_new (kind);
  g_autofree char *text = g_strdup_printf ("https://www.hintang.go.th/ita/%d", number);
  g_autoptr (GBytes) bytes = kind == MATTRA_EVIDENCE_FILE ? g_bytes_new (text, strlen (text)) : NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  evidence->measure = g_strdup (mattra_measure_get_id (measure));
  evidence->round = MATTRA_ROUND_FIRST_HALF;
  evidence->caption = g_strdup ("ภาพการประชุม");
  if (kind == MATTRA_EVIDENCE_LINK)
    evidence->url = g_strdup (text);
  else
    {
      evidence->file_name = g_strdup ("ภาพ.pdf");
      evidence->media_type = g_strdup ("application/pdf");
    }
  id = mattra_store_insert_evidence (store, evidence, bytes, &error);
  die_on (error);
}

/* A link and a file of each measure in one act; where @most is positive a link of as many, each an act of its own. */
static void
prove (MattraStore *store,
       MattraPlan  *plan,
       int          most)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraMeasureSource) source = mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, NULL);
  g_autoptr (GPtrArray) measures = mattra_measure_source_collect (source, &error);

  die_on (error);
  if (most == 0)
    mattra_store_begin_act (store, "import", NULL, MATTRA_ACT_IMPORT, &error);
  die_on (error);
  for (guint i = 0; i < measures->len && (most == 0 || i < (guint) most); i++)
    {
      if (most == 0)
        insert_evidence (store, measures->pdata[i], MATTRA_EVIDENCE_FILE, i);
      insert_evidence (store, measures->pdata[i], MATTRA_EVIDENCE_LINK, most + i);
    }
  if (most == 0)
    mattra_store_commit_act (store, &error);
  die_on (error);
}

static void
read_all (MattraStore *store,
          MattraPlan  *plan,
          int          n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraMeasureSource) source = mattra_store_list_measures (store, mattra_plan_get_id (plan), NULL, NULL);
  MattraMeasure *measure;
  int count = 0;

  for (; (measure = mattra_measure_source_next (source, &error)) != NULL; count++)
    g_object_unref (measure);
  die_on (error);
  g_assert_cmpint (count, ==, n);
}

static void
lap (const char *what,
     int         n,
     double     *since)
{
  double now = cpu_seconds ();

  g_print ("%-28s %7d measures %8.3f s %8.2f us each\n", what, n, now - *since, (now - *since) * 1e6 / n);
  *since = cpu_seconds ();
}

static void
bench (const char *folder,
       int         n)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup_printf ("%s/%d.mattra", folder, n);
  g_autoptr (MattraPlan) plan = mattra_plan_new (2566);
  g_autoptr (GPtrArray) divisions = mattra_division_new_usual (MATTRA_ORGANISATION_SUBDISTRICT);
  g_autoptr (MattraDivisionList) list = mattra_division_list_new (divisions);
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  double since = cpu_seconds ();

  mattra_plan_get_organisation (plan)->name = g_strdup ("อบต.");
  mattra_plan_set_divisions (plan, list);
  mattra_store_create (path, plan, &error);
  die_on (error);
  store = mattra_store_open (path, FALSE, &error);
  die_on (error);
  lap ("create and open", n, &since);
  insert_all (store, plan, n);
  lap ("insert in one act", n, &since);
  g_clear_object (&store);
  store = mattra_store_open (path, TRUE, &error);
  die_on (error);
  lap ("open with all checks", n, &since);
  read_all (store, plan, n);
  lap ("load all", n, &since);
  faults = mattra_store_verify (store, &error);
  die_on (error);
  g_assert_cmpuint (faults->len, ==, 0);
  lap ("verify the log", n, &since);
  g_clear_object (&store);
  store = mattra_store_open (path, FALSE, &error);
  die_on (error);
  since = cpu_seconds ();
  prove (store, plan, 0);
  lap ("load, and prove in one act", n, &since);
  read_all (store, plan, n);
  lap ("load all with evidence", n, &since);
  prove (store, plan, N_ONES);
  lap ("load, and prove 50 alone", n, &since);
  g_clear_pointer (&faults, g_ptr_array_unref);
  faults = mattra_store_verify (store, &error);
  die_on (error);
  g_assert_cmpuint (faults->len, ==, 0);
  lap ("verify the log", n, &since);
  if (g_getenv ("KEEP") == NULL)
    g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("mattra-bench-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  if (argc < 2)
    bench (folder, 12000);
  for (int i = 1; i < argc; i++)
    bench (folder, atoi (argv[i]));
  return 0;
}
