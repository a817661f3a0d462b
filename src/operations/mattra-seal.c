/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-seal.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mattra-actor.h"
#include "mattra-error.h"
#include "mattra-load-report.h"
#include "mattra-output-path.h"
#include "mattra-print.h"
#include "mattra-read-file.h"
#include "mattra-seal-cells.h"
#include "mattra-seal-compare.h"
#include "mattra-seal-options.h"

/* Digits of the log's head that are printed. */
#define HEAD_DIGITS 16

/* How much of the time reading the cells takes. */
#define COLLECTED 0.04

/* A version while it is made. The register is read and the pages are laid out without holding it; the act that
 * keeps the version makes sure that nobody wrote meanwhile. */
typedef struct
{
  MattraStore *store;
  MattraPlan *plan;
  MattraReportOptions report;
  MattraPdfOptions pdf_options;
  const char *const *left_out;
  const MattraWatch *watch;
  MattraWatch drawing;  /* that part of it */
  GPtrArray *seals;   /* of MattraSeal: those there are */
  MattraSeal *seal;   /* what is kept of it */
  char *version;      /* its name on paper */
  char *folder;       /* of the file below where there is no output */
  char *file;         /* the PDF before it gets its name */
  GBytes *cells;
  GBytes *pdf;
  MattraPrinted printed;
} Maker;

static void
maker_clear (Maker *self)
{
  if (self->file != NULL)
    g_unlink (self->file);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->seals, g_ptr_array_unref);
  g_clear_pointer (&self->seal, mattra_seal_free);
  g_free (self->version);
  g_free (self->folder);
  g_free (self->file);
  g_clear_pointer (&self->cells, g_bytes_unref);
  g_clear_pointer (&self->pdf, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Maker, maker_clear)

/* Which version it is, and which it corrects */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In whatever order they stand in the file. */
static char **
sort_kinds (const char *kind)
{
  char **names = g_strsplit (kind, MATTRA_REPORT_KIND_SEPARATOR, -1);

  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}

static gboolean
are_same_kinds (const char *kind,
                const char *other)
{
  g_auto (GStrv) kinds = sort_kinds (kind);
  g_auto (GStrv) others = sort_kinds (other);

  return g_strv_equal ((const char *const *) kinds, (const char *const *) others);
}

/* What was answered in a round belongs to the report only where it tells it. */
static MattraRound
told_round (const MattraReportOptions *report)
{
  return mattra_seal_has_answers (report->kind) ? report->round : MATTRA_ROUND_NONE;
}

static gboolean
is_same_report (const MattraSeal          *seal,
                const MattraReportOptions *report)
{
  return are_same_kinds (seal->kind, report->kind) && seal->round == told_round (report)
         && g_strcmp0 (seal->division, report->division) == 0
         && mattra_seal_options_get_each_division (seal) == report->each_division;
}

/**
 * mattra_seal_find_same:
 * @seals: (element-type MattraSeal): the versions of a plan, in the order of their numbers
 * @report: a report of the plan
 *
 * Returns: (transfer none) (nullable): the newest version of the same report, which a further one corrects whether that
 *   was said or not
 */
const MattraSeal *
mattra_seal_find_same (GPtrArray                 *seals,
                       const MattraReportOptions *report)
{
  g_return_val_if_fail (seals != NULL && report != NULL && report->kind != NULL, NULL);

  for (guint i = seals->len; i > 0; i--)
    if (is_same_report (g_ptr_array_index (seals, i - 1), report))
      return g_ptr_array_index (seals, i - 1);
  return NULL;
}

static const MattraSeal *
find_correction (GPtrArray        *seals,
                 const MattraSeal *corrected)
{
  for (guint i = 0; i < seals->len; i++)
    if (((MattraSeal *) g_ptr_array_index (seals, i))->corrects == corrected->number)
      return g_ptr_array_index (seals, i);
  return NULL;
}

static gboolean
check_corrected (const Maker       *self,
                 const MattraSeal  *corrected,
                 GError           **error)
{
  const MattraSeal *correction = find_correction (self->seals, corrected);

  if (!is_same_report (corrected, &self->report))
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                 _("Version %d is another report, so this one cannot correct it"), corrected->number);
  else if (correction != NULL)
    g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                 _("Version %d was corrected by version %d; correct that one"), corrected->number, correction->number);
  else
    return TRUE;
  return FALSE;
}

static gboolean
find_corrected (Maker       *self,
                int          number,
                const char  *reason,
                GError     **error)
{
  const MattraSeal *corrected;

  corrected = number > 0 ? mattra_seal_find (self->seals, number, error) : mattra_seal_find_same (self->seals, &self->report);
  if (number > 0 && (corrected == NULL || !check_corrected (self, corrected, error)))
    return FALSE;
  if (corrected == NULL && reason != NULL)
    {
      g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID,
                           _("There is no version of this report yet that could be corrected"));
      return FALSE;
    }
  self->seal->corrects = corrected ? corrected->number : 0;
  self->seal->corrects_id = g_strdup (corrected ? corrected->id : NULL);
  self->seal->reason = g_strdup (reason);
  return TRUE;
}

static int
count_corrections (const Maker *self)
{
  int n = 0;

  for (int number = self->seal->corrects; number > 0; n++)
    number = mattra_seal_find (self->seals, number, NULL)->corrects;
  return n;
}

/* "ฉบับยืนยันที่ ๒ ฉบับแก้ไขครั้งที่ ๑ (แก้ไขจากฉบับที่ ๑)", with what stands for the log. The codes keep their digits. */
static char *
name_version (const Maker *self)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *printed = NULL;

  g_string_printf (name, "ฉบับยืนยันที่ %d", self->seal->number);
  if (self->seal->corrects > 0)
    g_string_append_printf (name, " ฉบับแก้ไขครั้งที่ %d (แก้ไขจากฉบับที่ %d)", count_corrections (self),
                            self->seal->corrects);
  printed = mattra_digits_apply (name->str, self->report.digits);
  return g_strdup_printf ("%s · รหัสประวัติ %.*s · รหัสตรวจสอบเอกสาร", printed, HEAD_DIGITS, self->seal->head);
}

static gboolean
describe (Maker                    *self,
          int                       fiscal_year,
          const MattraSealOptions  *options,
          GError                  **error)
{
  self->report = options->report;
  self->drawing = mattra_watch_part (options->watch, COLLECTED, 1);
  self->pdf_options = (MattraPdfOptions) { .tags = TRUE, .signature_fields = options->signature_fields,
                                           .watch = &self->drawing };
  self->report.round = told_round (&self->report);
  self->seal = g_new0 (MattraSeal, 1);
  self->seal->head = mattra_store_get_head (self->store, error);
  if (self->seal->head == NULL)
    return FALSE;
  self->plan = mattra_store_load_plan (self->store, fiscal_year, error);
  if (self->plan == NULL)
    return FALSE;
  mattra_load_report_leave_out (self->plan, options->left_out);
  self->left_out = options->left_out;
  self->watch = options->watch;
  self->seal->plan = g_strdup (mattra_plan_get_id (self->plan));
  self->seal->kind = g_strdup (self->report.kind);
  self->seal->round = self->report.round;
  self->seal->division = g_strdup (self->report.division);
  self->seals = mattra_store_list_seals (self->store, self->seal->plan, error);
  if (self->seals == NULL
      || !mattra_store_next_seal_number (self->store, self->seal->plan, &self->seal->number, error)
      || !find_corrected (self, options->corrects, options->reason, error))
    return FALSE;
  self->version = name_version (self);
  self->report.version = self->version;
  self->seal->options = mattra_seal_options_write (&self->report, options->signature_fields, options->left_out);
  return TRUE;
}

/* Making it */

/* The file is made beside its place, where there is room for it, or else where temporary files belong. */
static gboolean
choose_file (Maker       *self,
             const char  *output,
             GError     **error)
{
  g_autoptr (GError) failure = NULL;

  if (output != NULL)
    {
      self->file = g_strdup_printf ("%s.sealing-%d", output, (int) getpid ());
      return mattra_output_path_check (output, error);
    }
  self->folder = g_dir_make_tmp ("mattra-XXXXXX", &failure);
  if (self->folder == NULL)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("There is no room for a temporary file: %s"),
                   failure->message);
      return FALSE;
    }
  self->file = g_build_filename (self->folder, "version.pdf", NULL);
  return TRUE;
}

/* About as many as are laid out: nothing depends on it but how far it seems to be. */
static gsize
count_rows (const Maker *self)
{
  g_auto (GStrv) kinds = g_strsplit (self->seal->kind, MATTRA_REPORT_KIND_SEPARATOR, -1);
  guint n = 0;

  if (!mattra_store_count_measures (self->store, self->seal->plan, &n, NULL))
    return 0;
  return (gsize) n * g_strv_length (kinds);
}

static gboolean
print (Maker   *self,
       GError **error)
{
  const MattraSealScope scope = { mattra_plan_get_fiscal_year (self->plan), self->seal->kind, self->seal->round,
                                  self->seal->division, self->report.date, self->left_out, self->report.today };
  g_autoptr (MattraDocument) document = NULL;

  self->cells = mattra_seal_collect_cells (self->store, &scope, error);
  if (self->cells == NULL || !mattra_watch_tell (self->watch, COLLECTED, error))
    return FALSE;
  document = mattra_load_report_until (self->store, self->plan, &self->report,
                                       self->watch ? self->watch->cancellable : NULL, error);
  if (document == NULL
      || !mattra_print_watched (document, count_rows (self), self->file, &self->pdf_options, &self->printed, error))
    return FALSE;
  self->seal->fingerprint = g_strdup (self->printed.whole_fingerprint);
  self->pdf = mattra_read_file (self->file, MATTRA_BLOB_MAX, error);
  return self->pdf != NULL;
}

/* What is written is not stopped any more. */
static gboolean
may_go_on (const Maker  *self,
           GError      **error)
{
  return mattra_watch_tell (self->watch, 1, error);
}

/**
 * mattra_seal_closes_round:
 * @report: a report
 *
 * Tells whether confirming it closes the round: once the whole organisation's results of a round are confirmed, its
 * answers are not changed any more.
 *
 * Returns: whether it does
 */
gboolean
mattra_seal_closes_round (const MattraReportOptions *report)
{
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (report != NULL && report->kind != NULL, FALSE);

  names = g_strsplit (report->kind, MATTRA_REPORT_KIND_SEPARATOR, -1);
  return g_strv_contains ((const char *const *) names, "results") && report->division == NULL
         && report->round != MATTRA_ROUND_NONE;
}

static gboolean
write_act (Maker   *self,
           GError **error)
{
  g_autofree char *id = mattra_store_insert_seal (self->store, self->seal, self->cells, self->pdf, error);

  return id != NULL
         && (!mattra_seal_closes_round (&self->report)
             || mattra_store_set_round_field (self->store, self->seal->plan, self->seal->round, "state", "closed",
                                              error));
}

static gboolean
keep (Maker   *self,
      GError **error)
{
  g_autofree char *number = g_strdup_printf ("%d", self->seal->number);

  if (!mattra_store_begin_act (self->store, "seal", number, MATTRA_ACT_SEAL, error))
    return FALSE;
  if (write_act (self, error))
    return mattra_store_commit_act (self->store, error);
  mattra_store_abandon_act (self->store);
  return FALSE;
}

static gboolean
put_in_place (Maker       *self,
              const char  *output,
              GError     **error)
{
  if (output == NULL)
    return TRUE;
  if (g_rename (self->file, output) == 0)
    {
      g_clear_pointer (&self->file, g_free);
      return TRUE;
    }
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO,
               _("Version %d is confirmed and kept in the register, but %s cannot be written: %s"), self->seal->number,
               output, g_strerror (errno));
  return FALSE;
}

/* The register asks the same when the version is kept; asked first it spares the pages. */
static gboolean
check_allowed (MattraStore  *store,
               GError      **error)
{
  MattraActor actor = { NULL };
  gboolean known = mattra_store_get_actor (store, &actor.role, &actor.division);

  return mattra_actor_check (known ? &actor : NULL, MATTRA_ACTION_SEAL, mattra_action_to_text (MATTRA_ACTION_SEAL), error);
}

/**
 * mattra_seal_make:
 * @store: a register open for writing, without an open act
 * @fiscal_year: year of the plan
 * @options: what is to be confirmed
 * @sealed: (out) (optional): the version
 * @error: why nothing was confirmed: %MATTRA_ERROR_DENIED for who may not; %MATTRA_ERROR_CONFLICT where somebody else wrote meanwhile; %MATTRA_ERROR_IO
 *   on a full disk, or where the version is confirmed but @options' output could not be put in its place;
 *   %G_IO_ERROR_CANCELLED where it was stopped
 *
 * Confirms a version of a report (ยืนยันฉบับ): keeps the file, what it was made of, its hash and what stands for the
 * log in the register, for good, and closes the round of the whole organisation's results. A version of a report
 * that has one already corrects it.
 *
 * Returns: whether the version is confirmed and its file in place
 */
gboolean
mattra_seal_make (MattraStore              *store,
                  int                       fiscal_year,
                  const MattraSealOptions  *options,
                  MattraSealed             *sealed,
                  GError                  **error)
{
  g_auto (Maker) self = { store };

  g_return_val_if_fail (MATTRA_IS_STORE (store) && options != NULL && options->report.kind != NULL, FALSE);

  if (!check_allowed (store, error)
      || !choose_file (&self, options->output, error)
      || !describe (&self, fiscal_year, options, error)
      || !print (&self, error)
      || !may_go_on (&self, error)
      || !keep (&self, error))
    return FALSE;
  if (sealed != NULL)
    {
      *sealed = (MattraSealed) { self.seal->number, self.seal->corrects, self.printed.n_pages, "",
                                 mattra_seal_closes_round (&self.report) };
      g_strlcpy (sealed->fingerprint, self.printed.fingerprint, sizeof sealed->fingerprint);
    }
  return put_in_place (&self, options->output, error);
}

/* Its file and its scans */

/**
 * mattra_seal_write_kept:
 * @store: a register
 * @sha256: a file that is kept in it: a version's, or a scan's
 * @path: the file, replaced only when the new one is whole
 * @error: return location
 *
 * Writes a kept file once more, byte by byte as it was.
 *
 * Returns: whether it is on the disk
 */
gboolean
mattra_seal_write_kept (MattraStore  *store,
                        const char   *sha256,
                        const char   *path,
                        GError      **error)
{
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) failure = NULL;
  const char *data;
  gsize size;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && sha256 != NULL && path != NULL, FALSE);

  kept = mattra_output_path_check (path, error) ? mattra_store_load_blob (store, sha256, error) : NULL;
  if (kept == NULL)
    return FALSE;
  data = g_bytes_get_data (kept, &size);
  if (g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                &failure))
    return TRUE;
  g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_IO, _("%s: cannot be written: %s"), path, failure->message);
  return FALSE;
}

/**
 * mattra_seal_write:
 * @store: a register
 * @seal: a confirmed version of it
 * @path: the file, replaced only when the new one is whole
 * @error: return location
 *
 * Writes the file of a confirmed version once more, byte by byte as it was.
 *
 * Returns: whether it is on the disk
 */
gboolean
mattra_seal_write (MattraStore       *store,
                   const MattraSeal  *seal,
                   const char        *path,
                   GError           **error)
{
  g_return_val_if_fail (MATTRA_IS_STORE (store) && seal != NULL && path != NULL, FALSE);

  return mattra_seal_write_kept (store, seal->pdf, path, error);
}

static const char *
media_type (GBytes *bytes)
{
  static const struct
  {
    const char *start;
    const char *type;
  } types[] = {
    { "%PDF-", "application/pdf" },
    { "\xff\xd8\xff", "image/jpeg" },
  };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (size > strlen (types[i].start) && memcmp (data, types[i].start, strlen (types[i].start)) == 0)
      return types[i].type;
  return NULL;
}

static gboolean
write_scan (MattraStore       *store,
            const MattraScan  *scan,
            GBytes            *bytes,
            GError           **error)
{
  g_autofree char *id = NULL;

  if (!mattra_store_begin_act (store, "attach-scan", NULL, MATTRA_ACT_SEAL, error))
    return FALSE;
  id = mattra_store_insert_scan (store, scan, bytes, error);
  if (id != NULL)
    return mattra_store_commit_act (store, error);
  mattra_store_abandon_act (store);
  return FALSE;
}

/**
 * mattra_seal_attach_scan:
 * @store: a register open for writing, without an open act
 * @seal: a confirmed version of it
 * @path: a scan of the paper that was signed, as PDF or JPEG
 * @signed_by: (nullable): who signed
 * @signed_on: when; none where not known
 * @error: return location
 *
 * Adds a scan to the version that was signed in ink. It stays for good, as the version does.
 *
 * Returns: whether it was added
 */
gboolean
mattra_seal_attach_scan (MattraStore       *store,
                         const MattraSeal  *seal,
                         const char        *path,
                         const char        *signed_by,
                         MattraDate         signed_on,
                         GError           **error)
{
  g_autoptr (GBytes) bytes = NULL;
  MattraScan scan = { .signed_on = signed_on };

  g_return_val_if_fail (MATTRA_IS_STORE (store) && seal != NULL && path != NULL, FALSE);

  bytes = mattra_read_file (path, MATTRA_BLOB_MAX, error);
  if (bytes == NULL)
    return FALSE;
  scan.media_type = (char *) media_type (bytes);
  if (scan.media_type == NULL)
    {
      g_set_error (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("%s: is neither PDF nor JPEG; save the scan as one of"
                                                                " these"), path);
      return FALSE;
    }
  scan.seal = seal->id;
  scan.signed_by = (char *) signed_by;
  return write_scan (store, &scan, bytes, error);
}
