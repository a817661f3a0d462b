/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-signature-look.h"

#include <string.h>

#include "mattra-document.h"
#include "mattra-layout.h"
#include "mattra-lines.h"
#include "mattra-pdf.h"

/* What a picture of a signature is not. */
#define TITLE "ลายมือชื่อดิจิทัล"

/* Sizes that are tried until all stands in the field, in points of TH Sarabun. */
#define LARGEST_POINTS 12
#define SMALLEST_POINTS 3
#define STEP 0.5

#define POINTS_PER_MM (72 / 25.4)

/* The lines of a look, the first one bold. */
typedef struct
{
  const char *texts[4];
  guint       n;
} Look;

static void
add_line (Look       *look,
          const char *text)
{
  if (text != NULL && *text != '\0')
    look->texts[look->n++] = text;
}

/* Whether the texts, broken into lines, are no higher than the field; -1 with an error. */
static int
fits (const Look        *look,
      MattraTypesetter  *typesetter,
      double             points,
      double             width,
      double             height,
      GError           **error)
{
  MattraLines *lines = mattra_lines_new ();
  gboolean set = TRUE;
  int fit;

  for (guint i = 0; i < look->n && set; i++)
    {
      MattraSetting setting = mattra_setting (typesetter, i == 0 ? MATTRA_FACE_BOLD : MATTRA_FACE_REGULAR, points);

      set = mattra_lines_add (lines, typesetter, &setting, look->texts[i], strlen (look->texts[i]), 0, 0,
                              (int) (width * MATTRA_POINT), error);
    }
  fit = !set ? -1 : lines->lines->len * points * MATTRA_LINE_PITCH <= height;
  mattra_lines_free (lines);
  return fit;
}

static double
choose_points (const Look        *look,
               MattraTypesetter  *typesetter,
               double             width,
               double             height,
               GError           **error)
{
  for (double points = LARGEST_POINTS; points > SMALLEST_POINTS; points -= STEP)
    {
      int fit = fits (look, typesetter, points, width, height, error);

      if (fit != 0)
        return fit < 0 ? -1 : points;
    }
  return SMALLEST_POINTS;
}

static MattraDocument *
make_document (const Look *look,
               MattraDate  date,
               double      width,
               double      height,
               double      points)
{
  MattraDocument *document = mattra_document_new ();
  MattraPageStyle style = { .width = width / POINTS_PER_MM, .height = height / POINTS_PER_MM };
  g_autofree char *iso = mattra_date_to_iso (date);
  MattraCover *cover;

  mattra_document_set_date (document, iso);
  mattra_document_begin_section (document, style);
  cover = mattra_document_add_cover (document);
  for (guint i = 0; i < look->n; i++)
    mattra_cover_add_line (cover, MATTRA_COVER_TITLE, look->texts[i], points, i == 0);
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
  g_autofree char *date = mattra_date_format (options->date, MATTRA_DATE_SHORT, MATTRA_DIGITS_THAI);
  Look look = { { TITLE }, 1 };
  g_autoptr (MattraDocument) document = NULL;
  g_autoptr (MattraLayout) layout = NULL;
  double points;

  add_line (&look, mattra_digital_signer_get_name (signer));
  add_line (&look, options->post != NULL ? options->post : mattra_digital_signer_get_post (signer));
  add_line (&look, date);
  points = choose_points (&look, options->typesetter, width, height, error);
  if (points < 0)
    return NULL;
  document = make_document (&look, options->date, width, height, points);
  layout = mattra_layout_new (document, options->typesetter, error);
  return layout != NULL ? mattra_pdf_draw (layout, error) : NULL;
}
