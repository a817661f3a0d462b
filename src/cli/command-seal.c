/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-argument.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-report-words.h"
#include "mattra-seal.h"

typedef struct
{
  MattraReportWords report;
  char *corrects;
  char *reason;
  gboolean signature_fields;
} Words;

static void
words_clear (Words *self)
{
  mattra_report_words_clear (&self->report);
  g_free (self->corrects);
  g_free (self->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
read_options (const Words        *words,
              MattraSealOptions  *options,
              GError            **error)
{
  if (words->report.output == NULL || *words->report.output == '\0')
    return mattra_argument_refuse (error, _("seal needs --output PDF"));
  if (words->corrects && (words->reason == NULL || *words->reason == '\0'))
    return mattra_argument_refuse (error, _("A correction needs its reason: --reason TEXT"));
  options->output = words->report.output;
  options->reason = words->reason;
  options->signature_fields = words->signature_fields;
  return mattra_report_words_read (&words->report, &options->report, error)
         && (words->corrects == NULL || mattra_argument_version (words->corrects, &options->corrects, error));
}

static void
print_sealed (const Words        *words,
              const MattraSealed *sealed)
{
  mattra_output_line (_("Version %d: %s, %u pages, fingerprint %s"), sealed->number, words->report.output, sealed->n_pages,
                      sealed->fingerprint);
  if (sealed->corrects > 0)
    mattra_output_line (_("It corrects version %d"), sealed->corrects);
  if (sealed->closed)
    mattra_output_line (_("The answers of the round are closed; what is planned stays open"));
}

static gboolean
seal (MattraInvocation   *self,
      const Words        *words,
      MattraSealOptions  *options,
      GError            **error)
{
  g_autoptr (MattraStore) store = mattra_open_writer (self, self->operands[0], error);
  g_autoptr (MattraPlan) plan = store ? mattra_open_plan (self, store, error) : NULL;
  MattraSealed sealed = { 0 };
  gboolean done;

  if (plan == NULL || !mattra_report_words_complete (&words->report, plan, &options->report, error))
    return FALSE;
  done = mattra_seal_make (store, mattra_plan_get_fiscal_year (plan), options, &sealed, error);
  if (done)
    print_sealed (words, &sealed);
  return done;
}

static MattraExit
run_seal (MattraInvocation  *self,
          GError           **error)
{
  g_auto (Words) words = { { NULL } };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &words.report.output, N_("The file to write"), N_("PDF") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &words.report.kind, N_("Which report: results (else) or another, or several by commas"),
      N_("K") },
    { "division", 0, 0, G_OPTION_ARG_FILENAME, &words.report.division, N_("Only this division's measures and answers"),
      N_("D") },
    MATTRA_REPORT_WORDS_ENTRIES (&words.report),
    { "signature-fields", 0, 0, G_OPTION_ARG_NONE, &words.signature_fields,
      N_("Put an empty field for a digital signature above each line to sign on"), NULL },
    { "corrects", 0, 0, G_OPTION_ARG_FILENAME, &words.corrects,
      N_("The version that it corrects (else the newest of this report)"), N_("N") },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &words.reason, N_("Why it is corrected"), N_("TEXT") },
    G_OPTION_ENTRY_NULL
  };
  MattraSealOptions options = { .report.today = self->today };

  if (!mattra_invocation_parse (self, entries, error) || !read_options (&words, &options, error))
    return MATTRA_EXIT_DONE;
  return seal (self, &words, &options, error) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}

const MattraCommand mattra_command_seal = {
  .name = "seal",
  .operands = N_("FILE --output PDF"),
  .summary = N_("Confirm a version of a report and keep it for good"),
  .description = N_("The file, what it was made of and its hash stay in the register and are never changed. Versions are\n"
                    "numbered through the year. A further version of the same report corrects the one before.\n"
                    "With the results of the whole organisation the answers of the round are closed."),
  .min_operands = 1,
  .max_operands = 1,
  .writes = TRUE,
  .run = run_seal,
};
