/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-report.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/**
 * MattraSealOptions:
 * @report: kind, round, division, digits and date of the report; its pictures and version are not looked at.
 * @corrects: number of the version that it corrects; 0 for the newest of the same report, if there is one.
 * @reason: (nullable): why it is corrected.
 * @signature_fields: whether each line to sign on has an empty field for a digital signature.
 * @output: (nullable): where the file is put besides.
 *
 * What is to be confirmed.
 */
typedef struct
{
  MattraReportOptions report;
  int corrects;
  const char *reason;
  gboolean signature_fields;
  const char *output;
} MattraSealOptions;

/**
 * MattraSealed:
 * @number: number of the version.
 * @corrects: number of the version that it corrects; 0 for none.
 * @n_pages: pages of the file.
 * @fingerprint: (array fixed-size=17): the fingerprint that stands on each page.
 * @closed: whether its round was closed with it.
 *
 * A version that was confirmed.
 */
typedef struct
{
  int number;
  int corrects;
  guint n_pages;
  char fingerprint[17];
  gboolean closed;
} MattraSealed;

gboolean mattra_seal_make        (MattraStore              *store,
                                  int                       fiscal_year,
                                  const MattraSealOptions  *options,
                                  MattraSealed             *sealed,
                                  GError                  **error);
gboolean mattra_seal_write       (MattraStore              *store,
                                  const MattraSeal         *seal,
                                  const char               *path,
                                  GError                  **error);
gboolean mattra_seal_attach_scan (MattraStore              *store,
                                  const MattraSeal         *seal,
                                  const char               *path,
                                  const char               *signed_by,
                                  MattraDate                signed_on,
                                  GError                  **error);

G_END_DECLS
