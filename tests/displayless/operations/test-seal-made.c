/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <string.h>

#include "mattra-edit.h"
#include "mattra-load-report.h"
#include "mattra-print.h"
#include "mattra-seal-compare.h"
#include "mattra-seal-options.h"
#include "mattra-seal-verify.h"
#include "mattra-seal.h"
#include "own-folder.h"

/* How a version is made: of several kinds, without some who would sign, and for somebody who waits. */

#define YEAR 2569
#define ROUND MATTRA_ROUND_FULL_YEAR

typedef struct
{
  char *folder;
  MattraStore *store;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = own_folder_new ();
  path = own_folder_copy_sample (self->folder, "r.mattra");
  self->store = mattra_store_open (path, FALSE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->store);
  own_folder_remove (self->folder);
  g_free (self->folder);
}

static MattraPlan *
load_plan (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  MattraPlan *plan = mattra_store_load_plan (self->store, YEAR, &error);

  g_assert_no_error (error);
  return plan;
}

static GPtrArray *
list_versions (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *seals = mattra_store_list_seals (self->store, NULL, &error);

  g_assert_no_error (error);
  return seals;
}

static guint
count_files (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += !g_str_has_prefix (name, "r.mattra");
  return n;
}

static void
assert_sound (Fixture *self)
{
  g_autoptr (GPtrArray) faults = mattra_store_verify (self->store, NULL);

  g_assert_cmpuint (faults->len, ==, 0);
}

/* A paper of each division is another report than that of the whole office. */
static void
test_each_division (Fixture       *self,
                    gconstpointer  data)
{
  static const struct
  {
    gboolean each;
    int corrected;
  } rows[] = { { FALSE, 0 }, { TRUE, 0 }, { TRUE, 2 }, { FALSE, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MattraSealOptions options = { .report = { .kind = "results", .round = ROUND,
                                                      .each_division = rows[i].each } };
      MattraSealed sealed = { 0 };
      g_autoptr (GError) error = NULL;

      mattra_seal_make (self->store, YEAR, &options, &sealed, &error);
      g_assert_no_error (error);
      g_assert_cmpint (sealed.corrects, ==, rows[i].corrected);
    }
}

/* Which version a set of kinds corrects, in whatever order they stand, and whether it closes its round. */
static const struct
{
  const char *kind;
  MattraReportNumbering numbering;
  int corrected;
  gboolean closes;
} set_rows[] = {
  { "memo,signature-sheet", MATTRA_NUMBERING_SEPARATE, 0, FALSE },
  { "memo,results", MATTRA_NUMBERING_SEPARATE, 0, TRUE },
  { "results", MATTRA_NUMBERING_SEPARATE, 0, TRUE },
  { "results,memo", MATTRA_NUMBERING_CONTINUOUS, 2, TRUE },
  { "memo,results", MATTRA_NUMBERING_CONTINUOUS, 4, TRUE },
  { "memo,results,results", MATTRA_NUMBERING_SEPARATE, 0, TRUE },
  { "announcement,measures", MATTRA_NUMBERING_SEPARATE, 0, FALSE },
};

static void
test_sets (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *output = g_build_filename (self->folder, "v.pdf", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (set_rows); i++)
    {
      const MattraSealOptions options = { .report = { .kind = set_rows[i].kind, .round = ROUND,
                                                      .numbering = set_rows[i].numbering },
                                          .output = output };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (MattraVerdict) verdict = NULL;
      g_autoptr (GPtrArray) seals = NULL;
      g_autoptr (GPtrArray) differences = NULL;
      g_autofree char *data_read = NULL;
      MattraSealed sealed = { 0 };
      gsize length = 0;

      g_test_message ("%s", set_rows[i].kind);
      mattra_seal_make (self->store, YEAR, &options, &sealed, &error);
      g_assert_no_error (error);
      g_assert_cmpint (sealed.number, ==, i + 1);
      g_assert_cmpint (sealed.corrects, ==, set_rows[i].corrected);
      g_assert_true (sealed.closed == set_rows[i].closes);
      g_assert_true (mattra_seal_closes_round (&options.report) == set_rows[i].closes);
      g_assert_true (g_file_get_contents (output, &data_read, &length, NULL));
      pdf = g_bytes_new (data_read, length);
      verdict = mattra_seal_verify_file (self->store, pdf, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (verdict->kind, ==, MATTRA_VERDICT_VERSION);
      g_assert_cmpint (verdict->number, ==, i + 1);
      seals = list_versions (self);
      g_assert_cmpstr (((MattraSeal *) g_ptr_array_index (seals, i))->kind, ==, set_rows[i].kind);
      differences = mattra_seal_compare (self->store, YEAR, g_ptr_array_index (seals, i), NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (differences->len, ==, 0);
    }
  assert_sound (self);
}

static gboolean
says (Fixture    *self,
      const char *path,
      const char *name)
{
  const char *arguments[] = { "pdftotext", path, "-", NULL };
  g_autofree char *text = NULL;
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  gboolean all = TRUE;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL);
  for (guint i = 0; words[i]; i++)
    all = all && text && strstr (text, words[i]);
  return all;
}

/* Who was left out is not on the paper, nor is it a difference that it is in the register; a day that was chosen holds
 * for comparing as well. */
static void
test_left_out (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (MattraPlan) plan = load_plan (self);
  GPtrArray *people = mattra_plan_get_signers (plan);
  g_autofree char *with = g_build_filename (self->folder, "with.pdf", NULL);
  g_autofree char *without = g_build_filename (self->folder, "without.pdf", NULL);
  g_autofree char *tool = g_find_program_in_path ("pdftotext");
  MattraSealOptions options = { .report = { .kind = "signature-sheet", .round = ROUND }, .output = with };
  const MattraSigner *signer = NULL;
  const char *left_out[] = { NULL, NULL };
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (GPtrArray) today = NULL;
  g_autoptr (GPtrArray) between = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < people->len && signer == NULL; i++)
    if (mattra_report_is_signer (plan, &options.report, g_ptr_array_index (people, i)))
      signer = g_ptr_array_index (people, i);
  g_assert_nonnull (signer);
  left_out[0] = signer->id;
  mattra_seal_make (self->store, YEAR, &options, NULL, &error);
  g_assert_no_error (error);
  options.left_out = left_out;
  options.output = without;
  mattra_seal_make (self->store, YEAR, &options, NULL, &error);
  g_assert_no_error (error);
  seals = list_versions (self);
  today = mattra_seal_compare (self->store, YEAR, g_ptr_array_index (seals, 1), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (today->len, ==, 0);
  between = mattra_seal_compare (self->store, YEAR, g_ptr_array_index (seals, 0), g_ptr_array_index (seals, 1), &error);
  g_assert_cmpuint (between->len, ==, 1);
  g_assert_true (g_str_has_prefix (((MattraDifference *) g_ptr_array_index (between, 0))->field, "person:"));
  if (tool == NULL)
    return;
  g_assert_true (says (self, with, signer->name));
  g_assert_false (says (self, without, signer->name));
}

static void
test_day (Fixture       *self,
          gconstpointer  data)
{
  const MattraSealOptions options = { .report = { .kind = "results", .round = ROUND,
                                                  .date = mattra_date_make (2020, 1, 1) } };
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (GPtrArray) today = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraPlan) plan = load_plan (self);
  const MattraEdit later = { "person:นางสาวใหม่ มาทีหลัง", "role", "ผู้ตรวจสอบ", ROUND, NULL };
  const MattraEdit from = { "person:นางสาวใหม่ มาทีหลัง", "from", "2021-01-01", ROUND, NULL };

  mattra_seal_make (self->store, YEAR, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (mattra_edit_apply (self->store, plan, &later, NULL, &error));
  g_clear_object (&plan);
  plan = load_plan (self);
  g_assert_true (mattra_edit_apply (self->store, plan, &from, NULL, &error));
  g_assert_no_error (error);
  seals = list_versions (self);
  today = mattra_seal_compare (self->store, YEAR, g_ptr_array_index (seals, 0), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (today->len, ==, 0);
}

/* What is late is late on a day: from what is kept of a version the same paper can be made on any other day; of papers
 * that tell nothing of the sort no day is kept. */
static const struct
{
  const char *kind;
  const char *today;
  const char *kept;
} today_rows[] = {
  { "late", "2026-06-03", "2026-06-03" },
  { "late", "2027-01-15", "2027-01-15" },
  { "late", NULL, NULL },
  { "memo,late", "2026-06-03", "2026-06-03" },
  { "minutes-table", "2026-02-01", "2026-02-01" },
  { "results", "2026-06-03", NULL },
};

static char *
print_again (Fixture          *self,
             const MattraSeal *seal,
             MattraDate        today)
{
  const MattraReportOptions options = { .kind = seal->kind, .round = seal->round, .today = today };
  g_autoptr (MattraPlan) plan = load_plan (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraDocument) document = mattra_load_report (self->store, plan, &options, &error);
  g_autofree char *output = g_build_filename (self->folder, "again.pdf", NULL);
  MattraPrinted printed = { 0 };

  g_assert_no_error (error);
  mattra_print_pdf (document, output, &(MattraPdfOptions) { .tags = TRUE }, &printed, &error);
  g_assert_no_error (error);
  return g_strdup (printed.whole_fingerprint);
}

static void
assert_made_on (Fixture          *self,
                const MattraSeal *seal,
                MattraDate        today)
{
  g_autofree char *kept = print_again (self, seal, mattra_seal_options_get_today (seal));
  g_autofree char *given = print_again (self, seal, today);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = mattra_seal_compare (self->store, YEAR, seal, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, 0);
  g_assert_cmpstr (kept, ==, given);
}

static void
test_today (Fixture       *self,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (today_rows); i++)
    {
      MattraSealOptions options = { .report = { .kind = today_rows[i].kind, .round = ROUND } };
      g_autoptr (GPtrArray) seals = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;
      MattraDate day = MATTRA_DATE_NONE;

      g_test_message ("%s %s", today_rows[i].kind, today_rows[i].today ? today_rows[i].today : "-");
      if (today_rows[i].today)
        g_assert_true (mattra_date_parse_iso (today_rows[i].today, &options.report.today));
      mattra_seal_make (self->store, YEAR, &options, NULL, &error);
      g_assert_no_error (error);
      seals = list_versions (self);
      day = mattra_seal_options_get_today (g_ptr_array_index (seals, i));
      kept = mattra_date_is_set (day) ? mattra_date_to_iso (day) : NULL;
      g_assert_cmpstr (kept, ==, today_rows[i].kept);
      assert_made_on (self, g_ptr_array_index (seals, i), options.report.today);
    }
}

/* Waiting */

typedef struct
{
  GCancellable *cancellable;
  double stop_at;
  double last;
  guint n_told;
  gboolean back;
} Wait;

static void
note (double   done,
      gpointer data)
{
  Wait *wait = data;

  wait->back = wait->back || done < wait->last;
  wait->last = done;
  wait->n_told++;
  if (done >= wait->stop_at)
    g_cancellable_cancel (wait->cancellable);
}

/* It is stopped wherever it is, and nothing is left of it; let go on, it is told to its end. */
static void
test_wait (Fixture       *self,
           gconstpointer  data)
{
  static const double stops[] = { 0, 0.1, 0.3, 0.65, 0.7, 0.85, 0.95 };
  g_autofree char *output = g_build_filename (self->folder, "v.pdf", NULL);
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (GError) error = NULL;
  Wait wait = { NULL, 2, 0, 0, FALSE };
  MattraWatch watch = { NULL, note, &wait, 0, 1 };
  const MattraSealOptions options = { .report = { .kind = "memo,results", .round = ROUND }, .output = output,
                                      .watch = &watch };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GPtrArray) none = NULL;

      watch.cancellable = cancellable;
      wait = (Wait) { cancellable, stops[i], 0, 0, FALSE };
      g_assert_false (mattra_seal_make (self->store, YEAR, &options, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      none = list_versions (self);
      g_assert_cmpuint (none->len, ==, 0);
      g_assert_cmpuint (count_files (self), ==, 0);
    }
  watch.cancellable = NULL;
  wait = (Wait) { NULL, 2, 0, 0, FALSE };
  g_assert_true (mattra_seal_make (self->store, YEAR, &options, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (wait.back);
  g_assert_cmpfloat (wait.last, ==, 1);
  g_assert_cmpuint (wait.n_told, >, 5);
  seals = list_versions (self);
  g_assert_cmpuint (seals->len, ==, 1);
  g_assert_cmpuint (count_files (self), ==, 1);
  assert_sound (self);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture       *self,
                 gconstpointer  data);
  } tests[] = {
    { "/seal-made/sets", test_sets },
    { "/seal-made/each-division", test_each_division },
    { "/seal-made/left-out", test_left_out },
    { "/seal-made/day", test_day },
    { "/seal-made/today", test_today },
    { "/seal-made/wait", test_wait },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
