/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>

#include "mattra-accept-import.h"
#include "mattra-edit.h"
#include "mattra-error.h"
#include "mattra-load-report.h"
#include "mattra-print.h"
#include "mattra-read-file.h"
#include "mattra-seal-cell.h"
#include "mattra-seal-compare.h"
#include "mattra-seal-verify.h"
#include "mattra-seal.h"
#include "mattra-verdict-text.h"

#define YEAR 2566
#define FIRST MATTRA_ROUND_FIRST_HALF

static const char document[] =
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือนแรก)\n"
  "องค์การบริหารส่วนตำบลโนนตัวอย่าง\n\n"
  "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\n"
  "๑\tการใช้งบประมาณ\tประกาศแผน\tกองคลัง\tต.ค. ๖๕ - มี.ค. ๖๖\tประกาศแล้ว\n"
  "๒\tคู่มือบริการ\tจัดทำคู่มือ\tสำนักปลัด\tต.ค. ๖๕ - มี.ค. ๖๖\tมีคู่มือ \"ครบ\"\n"
  "๓\tรับฟังความเห็น\tตั้งกล่อง\tทุกส่วนราชการ\tต.ค. ๖๕ - มี.ค. ๖๖\tตั้งแล้ว\n";

typedef struct
{
  char *folder;
  char *path;
  MattraStore *store;
} Fixture;

static void
edit (Fixture    *self,
      const char *target,
      const char *field,
      const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, YEAR, &error);
  const MattraEdit change = { target, field, value, FIRST, NULL };

  g_assert_no_error (error);
  mattra_edit_apply (self->store, plan, &change, NULL, &error);
  g_assert_no_error (error);
}

static void
make_register (Fixture    *self,
               const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, sizeof document - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraImport) import = mattra_import_read_bytes (bytes, "report.txt", NULL, &error);
  g_auto (MattraAcceptance) acceptance = { 0 };

  g_assert_no_error (error);
  g_clear_object (&self->store);
  g_free (self->path);
  self->path = g_build_filename (self->folder, name, NULL);
  g_assert_true (mattra_accept_import (self->path, import, YEAR, FALSE, &acceptance, &error));
  self->store = mattra_store_open (self->path, FALSE, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("mattra-seal-XXXXXX", NULL);
  make_register (self, "r.mattra");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -r %s", self->folder);

  g_clear_object (&self->store);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (self->folder);
  g_free (self->path);
}

static char *
file (Fixture    *self,
      const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static GBytes *
read_pdf (Fixture    *self,
          const char *name)
{
  g_autofree char *path = file (self, name);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = mattra_read_file (path, 10000000, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Confirms a report; returns the error's code, or -1. */
static int
seal (Fixture      *self,
      const char   *kind,
      MattraRound   round,
      int           corrects,
      const char   *name,
      MattraSealed *sealed)
{
  g_autofree char *output = name ? file (self, name) : NULL;
  g_autoptr (GError) error = NULL;
  const MattraSealOptions options = { { .kind = kind, .round = round }, corrects, corrects ? "เขียนผิด" : NULL, FALSE,
                                      output };
  MattraSealed ignored;

  if (mattra_seal_make (self->store, YEAR, &options, sealed ? sealed : &ignored, &error))
    return -1;
  g_assert_nonnull (error);
  return error->code;
}

static void
print_draft (Fixture    *self,
             const char *kind,
             gboolean    tags,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, YEAR, &error);
  const MattraReportOptions options = { .kind = kind, .round = FIRST };
  g_autoptr (MattraDocument) draft = mattra_load_report (self->store, plan, &options, &error);
  g_autofree char *path = file (self, name);

  g_assert_no_error (error);
  mattra_print_pdf (draft, path, &(MattraPdfOptions) { .tags = tags, .signature_fields = !tags }, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_round_open (Fixture     *self,
               MattraRound  round)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, YEAR, NULL);

  return mattra_plan_get_round (plan, round)->open;
}

static guint
count_versions (Fixture *self)
{
  g_autoptr (GPtrArray) seals = mattra_store_list_seals (self->store, NULL, NULL);

  return seals->len;
}

static void
assert_sound (Fixture *self)
{
  g_autoptr (GPtrArray) faults = mattra_store_verify (self->store, NULL);

  g_assert_cmpuint (faults->len, ==, 0);
}

/* Which reports close which round, and how versions are numbered and correct each other. */
static const struct
{
  const char *kind;
  MattraRound round;
  int corrects;
  int code;      /* -1: it is confirmed */
  int corrected; /* the version that it corrects */
  gboolean closed;
} make_rows[] = {
  { "measures", FIRST, 1, MATTRA_ERROR_NOT_FOUND, 0, FALSE },
  { "measures", FIRST, 0, -1, 0, FALSE },
  { "memo", FIRST, 0, -1, 0, FALSE },
  { "results", FIRST, 0, -1, 0, TRUE },
  { "results", MATTRA_ROUND_FULL_YEAR, 0, -1, 0, TRUE },
  { "measures", MATTRA_ROUND_FULL_YEAR, 0, -1, 1, TRUE },
  { "results", FIRST, 3, -1, 3, TRUE },
  { "results", FIRST, 3, MATTRA_ERROR_INVALID, 0, TRUE },
  { "results", FIRST, 4, MATTRA_ERROR_INVALID, 0, TRUE },
  { "results", FIRST, 9, MATTRA_ERROR_NOT_FOUND, 0, TRUE },
  { "results", FIRST, 0, -1, 6, TRUE },
  { "nothing", FIRST, 0, MATTRA_ERROR_NOT_FOUND, 0, TRUE },
};

static void
test_make (Fixture       *self,
           gconstpointer  data)
{
  int number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (make_rows); i++)
    {
      MattraSealed sealed = { 0 };

      g_test_message ("row %u", i);
      g_assert_cmpint (seal (self, make_rows[i].kind, make_rows[i].round, make_rows[i].corrects, "v.pdf", &sealed), ==,
                       make_rows[i].code);
      g_assert_true (is_round_open (self, FIRST) != make_rows[i].closed);
      if (make_rows[i].code >= 0)
        continue;
      g_assert_cmpint (sealed.number, ==, ++number);
      g_assert_cmpint (sealed.corrects, ==, make_rows[i].corrected);
    }
  g_assert_cmpuint (count_versions (self), ==, number);
  assert_sound (self);
}

/* The answers of a confirmed round are closed, what is planned is not, and compare shows it. */
static void
test_closed (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, YEAR, NULL);
  const MattraEdit answer = { "1", "results", "อื่น", FIRST, NULL };
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;
  const MattraDifference *difference;
  g_autofree char *line = NULL;

  g_assert_cmpint (seal (self, "results", FIRST, 0, NULL, NULL), ==, -1);
  g_assert_false (mattra_edit_apply (self->store, plan, &answer, NULL, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
  g_clear_error (&error);
  edit (self, "2", "steps", "จัดทำคู่มือ\nเผยแพร่");
  seals = mattra_store_list_seals (self->store, NULL, &error);
  differences = mattra_seal_compare (self->store, YEAR, g_ptr_array_index (seals, 0), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, 1);
  difference = g_ptr_array_index (differences, 0);
  g_assert_cmpstr (difference->field, ==, "steps");
  g_assert_cmpstr (difference->number, ==, "2");
  g_assert_cmpstr (difference->before, ==, "จัดทำคู่มือ");
  line = mattra_difference_describe (difference);
  g_assert_cmpstr (line, ==, "measure 2, steps: “จัดทำคู่มือ” → “จัดทำคู่มือ / เผยแพร่”");
}

/* What differs between two versions. */
static void
test_compare (Fixture       *self,
              gconstpointer  data)
{
  static const char *const expected[] = {
    "organisation district: “” → “บ้านไผ่”",
    "measure 1, title: “การใช้งบประมาณ” → “งบ”",
    "measure 2 is gone: “คู่มือบริการ”",
    "measure 3, results: “ตั้งแล้ว” → “ตั้งแล้ว / เปิดแล้ว”",
    "plan memo/subject: “” → “เรื่องใหม่”",
  };
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, YEAR, NULL);
  g_autoptr (MattraMeasure) second = NULL;
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (GPtrArray) forth = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (seal (self, "results", FIRST, 0, NULL, NULL), ==, -1);
  edit (self, "plan", "first_half_state", "open");
  edit (self, "organisation", "district", "บ้านไผ่");
  edit (self, "plan", "memo/subject", "เรื่องใหม่");
  edit (self, "1", "title", "งบ");
  edit (self, "3", "results", "ตั้งแล้ว\nเปิดแล้ว");
  second = mattra_store_load_measure (self->store, mattra_plan_get_id (plan), "2", &error);
  g_assert_true (mattra_store_set_measure_deleted (self->store, mattra_measure_get_id (second), TRUE, &error));
  g_assert_cmpint (seal (self, "results", FIRST, 0, NULL, NULL), ==, -1);
  seals = mattra_store_list_seals (self->store, NULL, &error);
  forth = mattra_seal_compare (self->store, YEAR, g_ptr_array_index (seals, 0), g_ptr_array_index (seals, 1), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (forth->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < forth->len; i++)
    {
      g_autofree char *line = mattra_difference_describe (g_ptr_array_index (forth, i));

      g_assert_true (g_strv_contains ((const char *const[]) { expected[0], expected[1], expected[2], expected[3],
                                                              expected[4], NULL }, line));
    }
  back = mattra_seal_compare (self->store, YEAR, g_ptr_array_index (seals, 1), g_ptr_array_index (seals, 0), &error);
  g_assert_cmpuint (back->len, ==, G_N_ELEMENTS (expected));
}

/* What is written comes back as it was, and what is something else is refused. */
static void
test_cells (Fixture       *self,
            gconstpointer  data)
{
  static const char *const texts[] = { "", "ก", "\"", "\\", "\n", "a\tb\x1f\x7f", "],[", "\\u0041", "“ข”" };
  static const char *const wrong[] = {
    "", "[", "[\n", "[\n]", "[\n]\n ", "[]\n", "{}", "[\n[\"a\"]\n]\n", "[\n[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"\n]\n",
    "[\n[\"1\",\"2\",\"3\",\"4\",\"5\",\"6]\n]\n", "[\n[\"1\",\"2\",\"3\",\"4\",\"5\",\"\\x\"]\n]\n",
    "[\n[\"1\",\"2\",\"3\",\"4\",\"5\",\"\\u00g1\"]\n]\n",
  };
  GString *json = mattra_seal_cells_begin ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) cells = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    mattra_seal_cell_append (&(MattraSealCell) { (char *) "m", (char *) "1", (char *) texts[i], (char *) "", (char *) "",
                                                 (char *) texts[i] }, json);
  bytes = mattra_seal_cells_end (json);
  cells = mattra_seal_cells_parse (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cells->len, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < cells->len; i++)
    {
      const MattraSealCell *cell = g_ptr_array_index (cells, i);

      g_assert_cmpstr (cell->measure, ==, "m");
      g_assert_cmpstr (cell->field, ==, texts[i]);
      g_assert_cmpstr (cell->text, ==, texts[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GBytes) broken = g_bytes_new_static (wrong[i], strlen (wrong[i]));

      g_assert_null (mattra_seal_cells_parse (broken, &error));
      g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_CORRUPT);
      g_clear_error (&error);
    }
}

/* Verifying */

static GBytes *
change_bytes (GBytes *pdf,
              gssize  cut,
              gssize  flip,
              gsize   appended)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, data, cut > 0 ? MIN ((gsize) cut, size) : size);
  if (flip >= 0)
    bytes->data[flip < (gssize) size ? (gsize) flip : size - 1] ^= 1;
  for (gsize i = 0; i < appended; i++)
    g_byte_array_append (bytes, (const guint8 *) "\n", 1);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
is_newline (GBytes  *pdf,
            gsize    length,
            char   **how)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  if (size - length == 1 && data[length] == '\n')
    return TRUE;
  *how = g_strdup ("no signature");
  return FALSE;
}

static MattraVerdict *
verify (Fixture        *self,
        GBytes         *pdf,
        MattraTailFunc  is_signed)
{
  g_autoptr (GError) error = NULL;
  MattraVerdict *verdict = mattra_seal_verify_file (self->store, pdf, is_signed, &error);

  g_assert_no_error (error);
  return verdict;
}

static const struct
{
  const char *name;
  gssize cut;
  gssize flip;
  gsize appended;
  MattraTailFunc is_signed;
  MattraVerdictKind kind;
  const char *how;
} byte_rows[] = {
  { "same", 0, -1, 0, NULL, MATTRA_VERDICT_VERSION, NULL },
  { "appended", 0, -1, 1, NULL, MATTRA_VERDICT_ALTERED, "1 byte was appended" },
  { "much-appended", 0, -1, 5000, NULL, MATTRA_VERDICT_ALTERED, "5000 bytes were appended" },
  { "signed", 0, -1, 1, is_newline, MATTRA_VERDICT_VERSION, NULL },
  { "wrongly-signed", 0, -1, 2, is_newline, MATTRA_VERDICT_ALTERED, "no signature" },
  { "flipped-first", 0, 1000, 0, NULL, MATTRA_VERDICT_ALTERED, "from byte 1001 on" },
  { "flipped-last", 0, 1000000, 0, NULL, MATTRA_VERDICT_ALTERED, "differ from byte" },
  { "flipped-and-signed", 0, 5000, 1, is_newline, MATTRA_VERDICT_ALTERED, "from byte 5001 on" },
  { "cut", 20000, -1, 0, NULL, MATTRA_VERDICT_ALTERED, "cut off: 20000 of" },
  { "cut-and-appended", 20000, -1, 500, NULL, MATTRA_VERDICT_ALTERED, "" },
};

static void
test_bytes (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GBytes) pdf = NULL;

  g_assert_cmpint (seal (self, "measures", FIRST, 0, "other.pdf", NULL), ==, -1);
  g_assert_cmpint (seal (self, "results", FIRST, 0, "v.pdf", NULL), ==, -1);
  pdf = read_pdf (self, "v.pdf");
  for (guint i = 0; i < G_N_ELEMENTS (byte_rows); i++)
    {
      g_autoptr (GBytes) changed = change_bytes (pdf, byte_rows[i].cut, byte_rows[i].flip, byte_rows[i].appended);
      g_autoptr (MattraVerdict) verdict = verify (self, changed, byte_rows[i].is_signed);

      g_test_message ("%s: %s", byte_rows[i].name, verdict->how ? verdict->how : "-");
      g_assert_cmpint (verdict->kind, ==, byte_rows[i].kind);
      g_assert_cmpint (verdict->number, ==, 2);
      g_assert_cmpint (verdict->fiscal_year, ==, YEAR);
      if (byte_rows[i].how != NULL)
        g_assert_nonnull (strstr (verdict->how, byte_rows[i].how));
    }
}

/* A version stays equal whatever becomes of the data; what differs today is told. */
static void
test_later (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, YEAR, NULL);
  g_autoptr (MattraMeasure) third = mattra_store_load_measure (self->store, mattra_plan_get_id (plan), "3", NULL);
  g_autoptr (GBytes) pdf = NULL;
  guint expected = 0;

  g_assert_cmpint (seal (self, "results", FIRST, 0, "v.pdf", NULL), ==, -1);
  pdf = read_pdf (self, "v.pdf");
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (MattraVerdict) verdict = verify (self, pdf, NULL);

      g_assert_cmpint (verdict->kind, ==, MATTRA_VERDICT_VERSION);
      g_assert_cmpint (verdict->number, ==, 1);
      g_assert_cmpuint (verdict->differences->len, ==, expected);
      if (i == 0)
        edit (self, "1", "title", "งบ");
      else if (i == 1)
        g_assert_true (mattra_store_set_measure_deleted (self->store, mattra_measure_get_id (third), TRUE, NULL));
      else if (i == 2)
        g_assert_cmpint (seal (self, "results", FIRST, 0, "v2.pdf", NULL), ==, -1);
      expected += i < 2;
    }
  while (mattra_store_undo (self->store, NULL, NULL))
    continue;
  g_assert_cmpuint (count_versions (self), ==, 2);
  assert_sound (self);
}

/* Drafts of today, of before, of what was undone, altered ones, and those of other registers. */
static void
assert_draft (Fixture           *self,
              const char        *name,
              MattraVerdictKind  kind,
              guint              n_differences)
{
  g_autoptr (GBytes) pdf = read_pdf (self, name);
  g_autoptr (MattraVerdict) verdict = verify (self, pdf, NULL);

  g_test_message ("%s: %s", name, verdict->how ? verdict->how : "-");
  g_assert_cmpint (verdict->kind, ==, kind);
  g_assert_cmpint (verdict->number, ==, 0);
  g_assert_cmpuint (verdict->differences ? verdict->differences->len : 0, ==, n_differences);
}

static void
test_drafts (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *altered_path = file (self, "altered.pdf");
  g_autoptr (GBytes) draft = NULL;
  g_autoptr (GBytes) altered = NULL;

  print_draft (self, "results", TRUE, "first.pdf");
  print_draft (self, "measures", FALSE, "measures.pdf");
  edit (self, "1", "results", "ประกาศแล้ว\nเผยแพร่แล้ว");
  print_draft (self, "results", FALSE, "second.pdf");
  assert_draft (self, "first.pdf", MATTRA_VERDICT_CHANGED, 1);
  assert_draft (self, "measures.pdf", MATTRA_VERDICT_DRAFT, 0);
  assert_draft (self, "second.pdf", MATTRA_VERDICT_DRAFT, 0);
  g_assert_true (mattra_store_undo (self->store, NULL, NULL));
  assert_draft (self, "first.pdf", MATTRA_VERDICT_DRAFT, 0);
  assert_draft (self, "second.pdf", MATTRA_VERDICT_CHANGED, 1);
  edit (self, "3", "title", "อื่น");
  g_assert_cmpint (seal (self, "results", FIRST, 0, NULL, NULL), ==, -1);
  assert_draft (self, "first.pdf", MATTRA_VERDICT_CHANGED, 1);
  draft = read_pdf (self, "first.pdf");
  altered = change_bytes (draft, 0, 3000, 0);
  g_assert_true (g_file_set_contents (altered_path, g_bytes_get_data (altered, NULL), g_bytes_get_size (altered), NULL));
  assert_draft (self, "altered.pdf", MATTRA_VERDICT_ALTERED, 1);
  make_register (self, "other.mattra");
  edit (self, "2", "title", "ทะเบียนอื่น");
  assert_draft (self, "second.pdf", MATTRA_VERDICT_UNKNOWN, 0);
}

/* Every kind of paper, and several in one file, are known again as drafts, also those that tell what is late on a day. */
static void
test_kinds (Fixture       *self,
            gconstpointer  data)
{
  g_autofree const char **kinds = mattra_report_list_kinds ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (MattraPlan) plan = mattra_store_load_plan (self->store, YEAR, NULL);
  g_autofree char *path = file (self, "draft.pdf");
  const char *division = mattra_division_list_get (mattra_plan_get_divisions (plan), 0)->id;

  for (guint i = 0; kinds[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) kinds[i]);
  g_ptr_array_add (names, (gpointer) "memo,late,results");
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MattraPlan) own = mattra_store_load_plan (self->store, YEAR, NULL);
      const MattraReportOptions options = {
        .kind = g_ptr_array_index (names, i), .round = FIRST, .division = i % 2 == 0 ? division : NULL,
        .digits = i % 3 == 0 ? MATTRA_DIGITS_WESTERN : MATTRA_DIGITS_THAI, .date = mattra_date_make (2023, 4, 1 + i),
        .today = mattra_date_make (2023, 5, 1 + i),
        .numbering = i % 2 == 0 ? MATTRA_NUMBERING_CONTINUOUS : MATTRA_NUMBERING_SEPARATE,
      };
      g_autoptr (MattraDocument) draft = mattra_load_report (self->store, own, &options, &error);

      g_test_message ("%s", options.kind);
      if (error != NULL && options.division == NULL)
        continue; /* a paper for one division */
      g_assert_no_error (error);
      mattra_print_pdf (draft, path, &(MattraPdfOptions) { .tags = TRUE }, NULL, &error);
      g_assert_no_error (error);
      assert_draft (self, "draft.pdf", MATTRA_VERDICT_DRAFT, 0);
    }
}

static void
test_foreign (Fixture       *self,
              gconstpointer  data)
{
  static const struct
  {
    const char *bytes;
    int code;
  } rows[] = {
    { "%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n", -1 },
    { "%PDF-1.4\n(mattra:)\n", -1 },
    { "%PDF-1.4\n(mattra:0000000000000000000000000000000000000000000000000000000000000000)\n", -1 },
    { "%PDF-1.4\n(mattra:0000000000000000000000000000000000000000000000000000000000000000 results x y z w v u t)\n", -1 },
    { "PK\003\004", MATTRA_ERROR_INVALID },
    { "x", MATTRA_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].bytes, strlen (rows[i].bytes));
      g_autoptr (GError) error = NULL;
      g_autoptr (MattraVerdict) verdict = mattra_seal_verify_file (self->store, bytes, NULL, &error);

      if (rows[i].code >= 0)
        {
          g_assert_error (error, MATTRA_ERROR, rows[i].code);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (verdict->kind, ==, MATTRA_VERDICT_UNKNOWN);
      g_assert_nonnull (verdict->how);
    }
}

/* A version of one register is unknown to another, though the data are the same. */
static void
test_other_register (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (MattraVerdict) before = NULL;
  g_autoptr (MattraVerdict) after = NULL;

  g_assert_cmpint (seal (self, "results", FIRST, 0, "v.pdf", NULL), ==, -1);
  pdf = read_pdf (self, "v.pdf");
  make_register (self, "other.mattra");
  before = verify (self, pdf, NULL);
  g_assert_cmpint (before->kind, ==, MATTRA_VERDICT_UNKNOWN);
  edit (self, "1", "title", "ทะเบียนอื่น");
  g_assert_cmpint (seal (self, "results", FIRST, 0, "other.pdf", NULL), ==, -1);
  after = verify (self, pdf, NULL);
  g_assert_cmpint (after->kind, ==, MATTRA_VERDICT_UNKNOWN);
}

/* Each plan has its own version 1. */
static void
test_years (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (MattraPlan) next = mattra_plan_new (YEAR + 1);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (MattraVerdict) verdict = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (seal (self, "results", FIRST, 0, "v.pdf", NULL), ==, -1);
  g_assert_true (mattra_store_insert_plan (self->store, next, &error));
  g_assert_no_error (error);
  pdf = read_pdf (self, "v.pdf");
  verdict = verify (self, pdf, NULL);
  said = mattra_verdict_say (verdict, "v.pdf");
  g_assert_cmpstr (said, ==, "v.pdf: equals version 1 of fiscal year 2566");
}

/* The file and its scans */

static void
test_write (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autofree char *path = file (self, "again.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (seal (self, "results", FIRST, 0, "v.pdf", NULL), ==, -1);
  seals = mattra_store_list_seals (self->store, NULL, &error);
  g_assert_true (mattra_seal_write (self->store, g_ptr_array_index (seals, 0), path, &error));
  g_assert_no_error (error);
  pdf = read_pdf (self, "v.pdf");
  again = read_pdf (self, "again.pdf");
  g_assert_true (g_bytes_equal (pdf, again));
  g_assert_false (mattra_seal_write (self->store, g_ptr_array_index (seals, 0), self->path, &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_DENIED);
}

static const struct
{
  const char *bytes;
  int code;
} scan_rows[] = {
  { "%PDF-1.7 scan", -1 },
  { "\xff\xd8\xff\xe0 scan", -1 },
  { "\x89PNG", MATTRA_ERROR_INVALID },
  { "", MATTRA_ERROR_INVALID },
};

static void
test_scans (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *path = file (self, "scan");
  g_autofree char *nowhere = file (self, "nowhere");
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  const MattraScan *scan;

  g_assert_cmpint (seal (self, "results", FIRST, 0, NULL, NULL), ==, -1);
  seals = mattra_store_list_seals (self->store, NULL, &error);
  for (guint i = 0; i < G_N_ELEMENTS (scan_rows); i++)
    {
      gboolean done;

      g_assert_true (g_file_set_contents (path, scan_rows[i].bytes, -1, NULL));
      done = mattra_seal_attach_scan (self->store, g_ptr_array_index (seals, 0), path, "นายก",
                                      mattra_date_make (2023, 4, 10), &error);
      g_assert_true (done == (scan_rows[i].code < 0));
      if (!done)
        g_assert_error (error, MATTRA_ERROR, scan_rows[i].code);
      g_clear_error (&error);
    }
  g_assert_false (mattra_seal_attach_scan (self->store, g_ptr_array_index (seals, 0), nowhere, NULL, MATTRA_DATE_NONE,
                                           &error));
  g_assert_error (error, MATTRA_ERROR, MATTRA_ERROR_NOT_FOUND);
  after = mattra_store_list_seals (self->store, NULL, NULL);
  g_assert_cmpuint (((MattraSeal *) g_ptr_array_index (after, 0))->scans->len, ==, 2);
  scan = g_ptr_array_index (((MattraSeal *) g_ptr_array_index (after, 0))->scans, 1);
  g_assert_cmpstr (scan->media_type, ==, "image/jpeg");
  g_assert_cmpstr (scan->signed_by, ==, "นายก");
  assert_sound (self);
}

/* Where the file cannot be written, nothing is confirmed and nothing is left lying about. */
static void
test_refused_output (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  g_assert_cmpint (seal (self, "results", FIRST, 0, "no/where.pdf", NULL), ==, MATTRA_ERROR_IO);
  g_assert_cmpint (seal (self, "results", FIRST, 0, "r.mattra", NULL), ==, MATTRA_ERROR_DENIED);
  edit (self, "1", "results", "ประกาศแล้ว ✓");
  g_assert_cmpint (seal (self, "results", FIRST, 0, "v.pdf", NULL), ==, MATTRA_ERROR_INVALID);
  g_assert_cmpuint (count_versions (self), ==, 0);
  g_assert_true (is_round_open (self, FIRST));
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    n += !g_str_has_prefix (name, "r.mattra");
  g_assert_cmpuint (n, ==, 0);
}

static void
test_full_disk (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *folder = file (self, "small");
  g_autofree char *path = g_build_filename (folder, "v.pdf", NULL);

  g_mkdir (folder, 0755);
  if (mount ("none", folder, "tmpfs", 0, "size=16k") != 0)
    {
      g_test_skip ("no right to mount a small disk");
      return;
    }
  g_assert_cmpint (seal (self, "results", FIRST, 0, "small/v.pdf", NULL), ==, MATTRA_ERROR_IO);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
  g_assert_cmpuint (count_versions (self), ==, 0);
  g_assert_true (is_round_open (self, FIRST));
  assert_sound (self);
}

#define add(name, function) g_test_add ("/operations/seal/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("mattra-data-XXXXXX", NULL);
  g_autofree char *command = g_strdup_printf ("rm -r %s", folder);
  int result;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  add ("make", test_make);
  add ("closed", test_closed);
  add ("compare", test_compare);
  add ("cells", test_cells);
  add ("bytes", test_bytes);
  add ("later", test_later);
  add ("drafts", test_drafts);
  add ("kinds", test_kinds);
  add ("foreign", test_foreign);
  add ("other-register", test_other_register);
  add ("years", test_years);
  add ("write", test_write);
  add ("scans", test_scans);
  add ("refused-output", test_refused_output);
  add ("full-disk", test_full_disk);
  result = g_test_run ();
  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  return result;
}
