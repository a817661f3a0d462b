/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-layout.h"
#include "mattra-watch.h"

G_BEGIN_DECLS

/* How the keywords of a file begin: the whole fingerprint follows, then what the document was made with, and whether the
 * file has tags. They stand in the file as they are, so that it is known again without reading a PDF. */
#define MATTRA_PDF_MARK "mattra:"

/**
 * MattraPdfOptions:
 * @tags: whether the file says which part is a heading, a paragraph, a table: for readers aloud
 * @plain: whether the file is left as Cairo writes it, without what PDF/A wants; then it has no signature fields
 * @signature_fields: whether each line to sign on has an empty field for a digital signature
 * @watch: (nullable): who waits for it, and may stop it
 *
 * How a PDF file is written.
 */
typedef struct
{
  gboolean tags;
  gboolean plain;
  gboolean signature_fields;
  const MattraWatch *watch;
} MattraPdfOptions;

gboolean mattra_pdf_write (MattraLayout            *layout,
                           const char              *path,
                           const MattraPdfOptions  *options,
                           GError                 **error);

GBytes  *mattra_pdf_draw  (MattraLayout            *layout,
                           GError                 **error);

G_END_DECLS
