/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-verify-signatures.h"

#include <glib/gi18n-lib.h>

#include "mattra-output.h"
#include "mattra-sign.h"

static void
print_signature (const MattraSignatureReport *report)
{
  g_autofree char *state = mattra_signature_say_state (report);
  g_autofree char *certificate = mattra_signature_say_certificate (report);

  if (report->label != NULL)
    mattra_output_line (_("%s (place of %s):"), report->field, report->label);
  else
    mattra_output_line ("%s:", report->field);
  if (report->name != NULL && report->claimed != NULL)
    mattra_output_line (_("    signed by %s, by the signer's own word on %s"), report->name, report->claimed);
  else if (report->name != NULL)
    mattra_output_line (_("    signed by %s"), report->name);
  mattra_output_line ("    %s", state);
  if (report->name != NULL)
    mattra_output_line ("    %s", certificate);
}

/**
 * mattra_verify_signatures:
 * @path: a PDF file
 * @trust_folder: (nullable): a folder of certificates that are trusted
 * @date: the day on which certificates must be valid
 * @error: return location
 *
 * Prints what the file's digital signatures are worth.
 *
 * Returns: %MATTRA_EXIT_DONE if there are signatures and all are good
 */
MattraExit
mattra_verify_signatures (const char  *path,
                          const char  *trust_folder,
                          MattraDate   date,
                          GError     **error)
{
  g_autoptr (MattraSignatureCheck) check = mattra_sign_verify_file (path, trust_folder, date, error);

  if (check == NULL)
    return MATTRA_EXIT_FAILED;
  if (check->signatures->len == 0)
    mattra_output_line (_("%s: has no digital signature"), path);
  for (guint i = 0; i < check->signatures->len; i++)
    print_signature (g_ptr_array_index (check->signatures, i));
  if (check->n_empty > 0)
    mattra_output_line (ngettext ("%u place for a digital signature is empty",
                                  "%u places for digital signatures are empty", check->n_empty), check->n_empty);
  return mattra_signature_check_is_good (check) ? MATTRA_EXIT_DONE : MATTRA_EXIT_FAILED;
}
