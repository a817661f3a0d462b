/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-document.h"
#include "mattra-layout.h"
#include "mattra-pdf.h"
#include "mattra-png.h"

G_BEGIN_DECLS

/**
 * MattraPrinted:
 * @n_pages: pages of the file.
 * @fingerprint: (array fixed-size=17): the fingerprint that stands on each page.
 * @whole_fingerprint: (array fixed-size=65): all digits of it.
 *
 * What a printed report is known by.
 */
typedef struct
{
  guint n_pages;
  char fingerprint[17];
  char whole_fingerprint[65];
} MattraPrinted;

/**
 * MattraPrintFormat:
 * @MATTRA_PRINT_PDF: the paper itself.
 * @MATTRA_PRINT_DOCX: a document to go on with in Word.
 * @MATTRA_PRINT_PNG: a picture of each page.
 * @MATTRA_PRINT_SVG: a drawing of each page.
 *
 * What a report is written as.
 */
typedef enum
{
  MATTRA_PRINT_PDF,
  MATTRA_PRINT_DOCX,
  MATTRA_PRINT_PNG,
  MATTRA_PRINT_SVG,
} MattraPrintFormat;

gboolean      mattra_print_format_of (const char        *path,
                                      MattraPrintFormat *format);
const char   *mattra_print_extension (MattraPrintFormat  format);

MattraTypesetter *mattra_print_new_typesetter (GError **error);
MattraLayout *mattra_print_lay_out (MattraDocument  *document,
                                    GError         **error);
MattraLayout *mattra_print_lay_out_watched
                                   (MattraDocument     *document,
                                    gsize               n_rows,
                                    const MattraWatch  *watch,
                                    GError            **error);
gboolean      mattra_print_pdf     (MattraDocument          *document,
                                    const char              *path,
                                    const MattraPdfOptions  *options,
                                    MattraPrinted           *printed,
                                    GError                 **error);
gboolean      mattra_print_docx    (MattraDocument          *document,
                                    gsize                    n_rows,
                                    const char              *path,
                                    const MattraWatch       *watch,
                                    GError                 **error);
gboolean      mattra_print_png     (MattraDocument          *document,
                                    gsize                    n_rows,
                                    const char              *path,
                                    guint                    dpi,
                                    gboolean                 replace,
                                    const MattraWatch       *watch,
                                    MattraPrinted           *printed,
                                    GError                 **error);

gboolean      mattra_print_svg     (MattraDocument          *document,
                                    gsize                    n_rows,
                                    const char              *path,
                                    gboolean                 replace,
                                    const MattraWatch       *watch,
                                    MattraPrinted           *printed,
                                    GError                 **error);

gboolean      mattra_print_watched (MattraDocument         *document,
                                    gsize                    n_rows,
                                    const char              *path,
                                    const MattraPdfOptions  *options,
                                    MattraPrinted           *printed,
                                    GError                 **error);

G_END_DECLS
