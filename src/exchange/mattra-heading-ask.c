/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-heading.h"

#include <glib/gi18n-lib.h>

/**
 * mattra_heading_ask:
 * @import: a document that was read to its end
 *
 * Asks for what heading and preface should say and do not, and says where they say what a register
 * keeps differently.
 */
void
mattra_heading_ask (MattraImport *import)
{
  static const MattraCell whole = { "", 0, 0 };
  const MattraImportDocument *document;

  g_return_if_fail (MATTRA_IS_IMPORT (import));

  document = &import->document;
  if (document->fiscal_year == 0)
    {
      g_autofree char *proposal
          = document->analysed_year != 0 ? g_strdup_printf ("%d", document->analysed_year + 1) : NULL;

      mattra_import_add_question (import, &whole, "fiscal_year", "", N_("Which fiscal year are the measures for?"), proposal);
    }
  if (document->organisation == NULL)
    mattra_import_add_question (import, &whole, "organisation", "", N_("Which office are the measures of?"), NULL);
  if (document->round == MATTRA_ROUND_NONE && document->is_report)
    mattra_import_add_question (import, &whole, "round", "",
                                N_("Which round does the document report: the first six months, or the full year?"), NULL);
  if (document->second_half)
    mattra_import_add_repair (import, MATTRA_REPAIR_ROUND, &whole,
                              _("The document reports the second six months; its answers go into the full-year round"))
        ->before = g_strdup (document->round_text);
}
