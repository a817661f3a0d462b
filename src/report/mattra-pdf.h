/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-layout.h"

G_BEGIN_DECLS

/* How the keywords of a file begin: the whole fingerprint follows, then what the document was made with, and whether
 * the file has tags. They stand in the file as they are, so that it is known again without reading a PDF. */
#define MATTRA_PDF_MARK "mattra:"

/**
 * MattraPdfOptions:
 * @tags: whether the file says which part is a heading, a paragraph, a table: for readers aloud
 *
 * How a PDF file is written.
 */
typedef struct
{
  gboolean tags;
} MattraPdfOptions;

gboolean mattra_pdf_write (MattraLayout            *layout,
                           const char              *path,
                           const MattraPdfOptions  *options,
                           GError                 **error);

G_END_DECLS
