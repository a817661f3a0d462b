/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-import-private.h"

G_BEGIN_DECLS

typedef struct
{
  char *text; /* without marks of Markdown, digits as they stand */
  char *western; /* the same with western digits */
  int line;
  gboolean paragraph;
} MattraHeadingLine;

typedef struct
{
  MattraImportDocument *document;
  GPtrArray *lines;
} MattraHeading;

const char *mattra_heading_skip_spaces (const char    *p);
void        mattra_heading_read_round  (MattraHeading *self);

G_END_DECLS
