/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-pdf-file.h"
#include "mattra-pdf.h"

G_BEGIN_DECLS

/**
 * PdfFixture:
 * @folder: a folder of its own for the test, removed afterwards
 * @path: a file in it
 *
 * A place for files that a test makes.
 */
typedef struct
{
  char *folder;
  char *path;
} PdfFixture;

void              pdf_fixture_set_up         (PdfFixture             *self,
                                              gconstpointer           data);
void              pdf_fixture_tear_down      (PdfFixture             *self,
                                              gconstpointer           data);
MattraTypesetter *pdf_fixture_new_typesetter (void);
MattraDocument   *pdf_fixture_new_document   (void);
GBytes           *pdf_fixture_write          (PdfFixture             *self,
                                              const MattraPdfOptions *options);
void              pdf_fixture_save           (PdfFixture             *self,
                                              GBytes                 *bytes);
char             *pdf_fixture_run            (int                    *status,
                                              const char             *program,
                                              ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
