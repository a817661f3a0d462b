/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-signature-check.h"

#include <glib/gi18n-lib.h>

static char *
say_cover (const MattraSignatureReport *report)
{
  switch (report->cover)
    {
    case MATTRA_COVERS_ALL:
      return g_strdup (_("The whole file is as it was signed."));
    case MATTRA_COVERS_BEFORE:
      return g_strdup (_("The file is as it was signed; only signatures were added later."));
    case MATTRA_COVERS_OTHER:
    default:
      return g_strdup_printf (_("The file was changed after it was signed: %s."), report->how);
    }
}

/**
 * mattra_signature_say_state:
 * @report: what is known of a signature
 *
 * Returns: (transfer full): a sentence on whether the file is what was signed
 */
char *
mattra_signature_say_state (const MattraSignatureReport *report)
{
  switch (report->state)
    {
    case MATTRA_SIGNATURE_INTACT:
      return say_cover (report);
    case MATTRA_SIGNATURE_ALTERED:
      return g_strdup (_("The file was altered: its bytes are not those that were signed."));
    case MATTRA_SIGNATURE_FORGED:
      return g_strdup (_("The signature is forged: it was not made with the key of its certificate."));
    case MATTRA_SIGNATURE_REMOVED:
      return g_strdup (_("The signature was removed from the file after it was signed."));
    case MATTRA_SIGNATURE_BROKEN:
    default:
      return g_strdup_printf (_("The signature is damaged: %s."), report->how);
    }
}

/**
 * mattra_signature_say_certificate:
 * @report: what is known of a signature
 *
 * Returns: (transfer full): a sentence on who attests the signer
 */
char *
mattra_signature_say_certificate (const MattraSignatureReport *report)
{
  const char *issuer = report->issuer != NULL ? report->issuer : "?";

  switch (report->certificate)
    {
    case MATTRA_CERTIFICATE_TRUSTED:
      return g_strdup_printf (_("The certificate is trusted; it was issued by %s and is valid from %s to %s."), issuer,
                              report->valid_from, report->valid_to);
    case MATTRA_CERTIFICATE_SELF_SIGNED:
      return g_strdup (_("The certificate was issued by its owner: nobody else attests who that is."));
    case MATTRA_CERTIFICATE_EXPIRED:
      return g_strdup_printf (_("The certificate, or one above it, has expired; its last day is %s."), report->valid_to);
    case MATTRA_CERTIFICATE_NOT_YET_VALID:
      return g_strdup_printf (_("The certificate, or one above it, is not valid yet; its first day is %s."),
                              report->valid_from);
    case MATTRA_CERTIFICATE_UNFIT:
      return g_strdup (_("The certificate must not be used for signatures, or its chain is broken."));
    case MATTRA_CERTIFICATE_UNKNOWN:
    default:
      return g_strdup_printf (_("The certificate is unknown: no trusted one leads to its issuer, %s."), issuer);
    }
}
