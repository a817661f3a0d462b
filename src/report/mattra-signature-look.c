/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-signature-look.h"

#include "mattra-document.h"
#include "mattra-layout.h"
#include "mattra-pdf.h"

/* What a picture of a signature is not. */
#define TITLE "ลายมือชื่อดิจิทัล"

/* Sizes that are tried until all stands in the field, in points of TH Sarabun. */
#define LARGEST_POINTS 12
#define SMALLEST_POINTS 4

#define POINTS_PER_MM (72 / 25.4)

static void
add_line (MattraDocument *document,
          const char     *text,
          double          points)
{
  if (text != NULL && *text != '\0')
    mattra_document_add_paragraph (document, text, points, MATTRA_ALIGN_CENTRE, FALSE);
}

static MattraDocument *
make_document (MattraDigitalSigner            *signer,
               const MattraSignOptions *options,
               double                   width,
               double                   height,
               double                   points)
{
  MattraDocument *document = mattra_document_new ();
  MattraPageStyle style = { .width = width / POINTS_PER_MM, .height = height / POINTS_PER_MM };
  g_autofree char *date = mattra_date_format (options->date, MATTRA_DATE_SHORT, MATTRA_DIGITS_THAI);
  g_autofree char *iso = mattra_date_to_iso (options->date);

  mattra_document_set_date (document, iso);
  mattra_document_begin_section (document, style);
  add_line (document, TITLE, points);
  add_line (document, mattra_digital_signer_get_name (signer), points);
  add_line (document, options->post != NULL ? options->post : mattra_digital_signer_get_post (signer), points);
  add_line (document, date, points);
  return document;
}

/**
 * mattra_signature_draw:
 * @signer: who signs
 * @options: how
 * @width: the field's width in points
 * @height: its height in points
 * @error: return location for an error
 *
 * Draws what is seen of a signature: that it is a digital one, the name, the post, the day.
 *
 * Returns: (transfer full): a PDF file of one page as large as the field, or %NULL with an error
 */
GBytes *
mattra_signature_draw (MattraDigitalSigner             *signer,
                       const MattraSignOptions  *options,
                       double                    width,
                       double                    height,
                       GError                  **error)
{
  for (double points = LARGEST_POINTS; points >= SMALLEST_POINTS; points--)
    {
      g_autoptr (MattraDocument) document = make_document (signer, options, width, height, points);
      g_autoptr (MattraLayout) layout = mattra_layout_new (document, options->typesetter, error);

      if (layout == NULL)
        return NULL;
      if (mattra_layout_get_n_pages (layout) == 1 || points == SMALLEST_POINTS)
        return mattra_pdf_draw (layout, error);
    }
  return NULL;
}
