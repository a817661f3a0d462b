/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-pdf-metadata.h"
#include "mattra-pdf-update.h"
#include "mattra-watch.h"

G_BEGIN_DECLS

/**
 * MattraPdfField:
 * @page: the index of its page
 * @left: its left side in points from the paper's left edge
 * @bottom: its lower side in points from the paper's lower edge
 * @width: its width in points
 * @height: its height in points
 * @label: whose signature belongs there; may be empty
 *
 * A place for a digital signature.
 */
typedef struct
{
  guint       page;
  double      left;
  double      bottom;
  double      width;
  double      height;
  const char *label;
} MattraPdfField;

/**
 * MattraPdfArchive:
 * @metadata: what the file says of itself
 * @fingerprint: a text that is another one for every other content
 * @fields: (array length=n_fields): places for signatures
 * @n_fields: how many
 * @watch: (nullable): who waits for it, and may stop it
 *
 * What a file needs to be kept.
 */
typedef struct
{
  MattraPdfMetadata     metadata;
  const char           *fingerprint;
  const MattraPdfField *fields;
  guint                 n_fields;
  const MattraWatch    *watch;
} MattraPdfArchive;

gboolean mattra_pdf_archive_append      (GBytes                 *bytes,
                                         const MattraPdfArchive *archive,
                                         MattraPdfWriteFunc      write,
                                         gpointer                closure,
                                         GError                **error);
void     mattra_pdf_archive_mend_font   (GString                *font);

G_END_DECLS
