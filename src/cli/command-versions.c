/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "mattra-argument.h"
#include "mattra-json-writer.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-seal-compare.h"
#include "mattra-seal.h"

#define FINGERPRINT_DIGITS 16

typedef struct
{
  gboolean json;
  char *output;
  char *scan;
  char *signed_by;
  char *signed_on;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->output);
  g_free (self->scan);
  g_free (self->signed_by);
  g_free (self->signed_on);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static void
print_scan (const MattraScan *scan)
{
  g_autofree char *day = mattra_date_is_set (scan->signed_on) ? mattra_date_to_iso (scan->signed_on) : NULL;

  mattra_output_line (_("    signed by %s on %s (%s)"), scan->signed_by ? scan->signed_by : "-", day ? day : "-",
                      scan->media_type);
}

static void
print_seal (MattraPlan       *plan,
            const MattraSeal *seal)
{
  g_autofree char *time = mattra_output_dup_time (seal->at_utc);
  const char *division = mattra_output_division (plan, seal->division);

  mattra_output_line ("%3d  %s  %s%s%s  %s  %.*s  %s", seal->number, seal->kind,
                      seal->round != MATTRA_ROUND_NONE ? mattra_argument_round_text (seal->round) : "-",
                      division ? "  " : "", division ? division : "", time, FINGERPRINT_DIGITS, seal->fingerprint,
                      seal->person ? seal->person : "-");
  if (seal->corrects > 0)
    mattra_output_line (_("    corrects version %d: %s"), seal->corrects, seal->reason ? seal->reason : "-");
  for (guint i = 0; i < seal->scans->len; i++)
    print_scan (g_ptr_array_index (seal->scans, i));
}

static void
print_text (MattraPlan *plan,
            GPtrArray  *seals)
{
  if (seals->len == 0)
    mattra_output_line (_("No version has been confirmed yet"));
  for (guint i = 0; i < seals->len && !mattra_output_failed (); i++)
    print_seal (plan, g_ptr_array_index (seals, i));
}

static void
write_scan (MattraJsonWriter *writer,
            const MattraScan *scan)
{
  g_autofree char *day = mattra_date_is_set (scan->signed_on) ? mattra_date_to_iso (scan->signed_on) : NULL;

  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_string (writer, "sha256", scan->blob);
  mattra_json_writer_add_string (writer, "media_type", scan->media_type);
  mattra_json_writer_add_string (writer, "signed_by", scan->signed_by);
  mattra_json_writer_add_string (writer, "signed_on", day);
  mattra_json_writer_end_object (writer);
}

static void
write_seal (MattraJsonWriter *writer,
            MattraPlan       *plan,
            const MattraSeal *seal)
{
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_add_int (writer, "number", seal->number);
  mattra_json_writer_add_string (writer, "kind", seal->kind);
  mattra_json_writer_add_string (writer, "round",
                                 seal->round != MATTRA_ROUND_NONE ? mattra_round_to_string (seal->round) : NULL);
  mattra_json_writer_add_string (writer, "division", mattra_output_division (plan, seal->division));
  mattra_json_writer_add_string (writer, "at", seal->at_utc);
  mattra_json_writer_add_string (writer, "person", seal->person);
  mattra_json_writer_add_string (writer, "fingerprint", seal->fingerprint);
  mattra_json_writer_add_string (writer, "sha256", seal->pdf);
  mattra_json_writer_add_int (writer, "bytes", (int) seal->pdf_length);
  mattra_json_writer_add_string (writer, "head", seal->head);
  if (seal->corrects > 0)
    mattra_json_writer_add_int (writer, "corrects", seal->corrects);
  else
    mattra_json_writer_add_null (writer, "corrects");
  mattra_json_writer_add_string (writer, "reason", seal->reason);
  mattra_json_writer_begin_array (writer, "scans");
  for (guint i = 0; i < seal->scans->len; i++)
    write_scan (writer, g_ptr_array_index (seal->scans, i));
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);
}

static gboolean
print_json (MattraPlan  *plan,
            GPtrArray   *seals,
            GError     **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (MattraJsonWriter) writer = mattra_json_writer_new (stream);

  fflush (stdout);
  mattra_json_writer_begin_object (writer, NULL);
  mattra_json_writer_begin_array (writer, "versions");
  for (guint i = 0; i < seals->len; i++)
    write_seal (writer, plan, g_ptr_array_index (seals, i));
  mattra_json_writer_end_array (writer);
  mattra_json_writer_end_object (writer);
  return mattra_json_writer_flush (writer, TRUE, error);
}

/* What is done with one version: its file is written again, or a scan is added to it. */
static gboolean
use_version (MattraStore       *store,
             const MattraSeal  *seal,
             const Words       *words,
             MattraDate         signed_on,
             GError           **error)
{
  if (words->output)
    {
      if (!mattra_seal_write (store, seal, words->output, error))
        return FALSE;
      mattra_output_line (_("%s: version %d as it was confirmed"), words->output, seal->number);
    }
  if (words->scan)
    {
      if (!mattra_seal_attach_scan (store, seal, words->scan, words->signed_by, signed_on, error))
        return FALSE;
      mattra_output_line (_("%s: added to version %d"), words->scan, seal->number);
    }
  return TRUE;
}

static gboolean
versions (MattraInvocation  *self,
          const Words       *words,
          int                number,
          MattraDate         signed_on,
          GError           **error)
{
  g_autoptr (MattraStore) store = words->scan != NULL ? mattra_open_writer (self, self->operands[0], error)
                                                     : mattra_open_store (self->operands[0], TRUE, error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  g_autoptr (GPtrArray) seals = plan ? mattra_store_list_seals (store, mattra_plan_get_id (plan), error) : NULL;
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();
  MattraSeal *seal = seals && number > 0 ? mattra_seal_find (seals, number, error) : NULL;

  if (seals == NULL || (number > 0 && seal == NULL))
    return FALSE;
  if (words->output || words->scan)
    return use_version (store, seal, words, signed_on, error);
  if (seal)
    g_ptr_array_add (listed, seal);
  if (words->json)
    return print_json (plan, seal ? listed : seals, error);
  print_text (plan, seal ? listed : seals);
  return TRUE;
}

static gboolean
read_words (MattraInvocation  *self,
            const Words       *words,
            int               *number,
            MattraDate        *signed_on,
            GError           **error)
{
  if (self->n_operands > 1 && !mattra_argument_version (self->operands[1], number, error))
    return FALSE;
  if (words->signed_on && !mattra_argument_date ("--signed-on", words->signed_on, signed_on, error))
    return FALSE;
  if (words->scan == NULL && (words->signed_by || words->signed_on))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("Who signed and when belongs to a scan: --scan F"));
      return FALSE;
    }
  if (*number > 0 || (words->output == NULL && words->scan == NULL))
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("Say which version: versions FILE VERSION"));
  return FALSE;
}

static MattraExit
run_versions (MattraInvocation  *self,
              GError           **error)
{
  g_auto (Words) words = { FALSE };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_("Print all that is known of them as JSON"), NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.output, N_("Write the version's file once more"), N_("PDF") },
    { "scan", 0, 0, G_OPTION_ARG_FILENAME, &words.scan,
      N_("Add the scan of the signed paper to the version, PDF or JPEG"), N_("F") },
    { "signed-by", 0, 0, G_OPTION_ARG_FILENAME, &words.signed_by, N_("Who signed it"), N_("NAME") },
    { "signed-on", 0, 0, G_OPTION_ARG_FILENAME, &words.signed_on, N_("When it was signed"), N_("DATE") },
    G_OPTION_ENTRY_NULL
  };
  MattraDate signed_on = MATTRA_DATE_NONE;
  int number = 0;

  if (!mattra_invocation_parse (self, entries, error)
      || !read_words (self, &words, &number, &signed_on, error))
    return MATTRA_EXIT_DONE;
  return versions (self, &words, number, signed_on, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_versions = {
  .name = "versions",
  .operands = N_("FILE [VERSION]"),
  .summary = N_("List the confirmed versions, write one again or add its signed scan"),
  .min_operands = 1,
  .max_operands = 2,
  .writes = TRUE,
  .run = run_versions,
};
