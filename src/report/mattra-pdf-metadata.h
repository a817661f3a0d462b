/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MattraPdfMetadata:
 * @title: (nullable): the title
 * @author: (nullable): whose it is
 * @subject: (nullable): what it is about
 * @date: (nullable): the day it was made, as 2023-03-31
 * @keywords: (nullable): its keywords
 * @producer: (nullable): the program that drew it
 *
 * What a file says of itself.
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *date;
  const char *keywords;
  const char *producer;
} MattraPdfMetadata;

char *mattra_pdf_metadata_to_xmp  (const MattraPdfMetadata *self);
char *mattra_pdf_metadata_to_date (const char              *date);

G_END_DECLS
