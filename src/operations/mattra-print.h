/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-document.h"
#include "mattra-layout.h"
#include "mattra-pdf.h"

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

gboolean      mattra_print_watched (MattraDocument         *document,
                                    gsize                    n_rows,
                                    const char              *path,
                                    const MattraPdfOptions  *options,
                                    MattraPrinted           *printed,
                                    GError                 **error);

G_END_DECLS
