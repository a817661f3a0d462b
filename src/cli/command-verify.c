/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-command.h"

#include <glib/gi18n-lib.h>

#include "mattra-argument.h"
#include "mattra-open.h"
#include "mattra-output.h"
#include "mattra-read-file.h"
#include "mattra-seal-compare.h"
#include "mattra-signature-check.h"
#include "mattra-verdict-text.h"
#include "mattra-verify-signatures.h"

#define PDF_BYTES (200 * 1024 * 1024)

static void
print_verdict (const char          *path,
               const MattraVerdict *verdict)
{
  g_autofree char *said = mattra_verdict_say (verdict, path);
  g_autofree char *head = mattra_verdict_say_differences (verdict);

  mattra_output_line ("%s", said);
  if (verdict->kind == MATTRA_VERDICT_VERSION && verdict->n_appended > 0)
    mattra_output_line (_("Valid signatures follow it, and nothing else"));
  if (head == NULL)
    return;
  mattra_output_line ("%s", head);
  for (guint i = 0; i < verdict->differences->len && !mattra_output_failed (); i++)
    {
      g_autofree char *line = mattra_difference_describe (g_ptr_array_index (verdict->differences, i));

      mattra_output_line ("    %s", line);
    }
}

static gboolean
verify (const char     *path,
        const char     *register_path,
        MattraVerdict **verdict,
        GError        **error)
{
  g_autoptr (MattraStore) store = mattra_open_store (register_path, TRUE, error);
  g_autoptr (GBytes) pdf = store ? mattra_read_file (path, PDF_BYTES, error) : NULL;

  *verdict = pdf ? mattra_seal_verify_file (store, pdf, mattra_signature_follow, error) : NULL;
  if (pdf && g_error_matches (*error, MATTRA_ERROR, MATTRA_ERROR_INVALID))
    g_prefix_error (error, "%s: ", path);
  return *verdict != NULL;
}

static MattraExit
compare (const char  *path,
         const char  *register_path,
         GError     **error)
{
  g_autoptr (MattraVerdict) verdict = NULL;

  if (!verify (path, register_path, &verdict, error))
    return MATTRA_EXIT_FAILED;
  print_verdict (path, verdict);
  return verdict->kind == MATTRA_VERDICT_VERSION || verdict->kind == MATTRA_VERDICT_DRAFT ? MATTRA_EXIT_DONE
                                                                                        : MATTRA_EXIT_FAILED;
}

static MattraExit
verify_all (MattraInvocation  *self,
            const char        *against,
            const char        *trust,
            MattraDate         date,
            GError           **error)
{
  MattraExit compared = against != NULL ? compare (self->operands[0], against, error) : MATTRA_EXIT_DONE;
  MattraExit verified = *error == NULL && trust != NULL
                        ? mattra_verify_signatures (self->operands[0], trust, date, error) : MATTRA_EXIT_DONE;

  return MAX (compared, verified);
}

static MattraExit
run_verify (MattraInvocation  *self,
            GError           **error)
{
  g_autofree char *against = NULL;
  g_autofree char *trust = NULL;
  g_autofree char *on = NULL;
  const GOptionEntry entries[] = {
    { "against", 0, 0, G_OPTION_ARG_FILENAME, &against, N_("The register that the file is compared with"), N_("FILE") },
    { "trust", 0, 0, G_OPTION_ARG_FILENAME, &trust, N_("A folder of certificates (PEM, DER) that you trust"), N_("DIR") },
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on, N_("The day on which certificates must be valid (else today)"),
      N_("DATE") },
    G_OPTION_ENTRY_NULL
  };
  MattraDate date = self->today;

  if (!mattra_invocation_parse (self, entries, error)
      || (on != NULL && !mattra_argument_date ("--on", on, &date, error)))
    return MATTRA_EXIT_DONE;
  if (against == NULL && trust == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("verify needs --against FILE, --trust DIR or both"));
      return MATTRA_EXIT_USAGE;
    }
  return verify_all (self, against, trust, date, error);
}

const MattraCommand mattra_command_verify = {
  .name = "verify",
  .operands = N_("PDF [--against FILE] [--trust DIR]"),
  .summary = N_("Tell whether a PDF is a version that was confirmed, and what its digital signatures are worth"),
  .description = N_("With --against the exit status is 0 where the file is a confirmed version, byte by byte, also when\n"
                    "today's data differ, or a draft of what stands there today; 1 where it was altered, is a draft of\n"
                    "data that have changed, or is not known.\n"
                    "With --trust it is 0 where there are signatures, all of them hold, all signers are attested by a\n"
                    "certificate of the folder, and nothing but signatures was added later. Whether a certificate was\n"
                    "revoked is not asked: that would need the network."),
  .min_operands = 1,
  .max_operands = 1,
  .run = run_verify,
};
