/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-layout.h"

G_BEGIN_DECLS

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
