/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-report.h"
#include "mattra-store.h"
#include "mattra-watch.h"

G_BEGIN_DECLS

/**
 * MattraSealOptions:
 * @report: kind or kinds, round, division, digits, date, day on which it is made, and numbering of the report; its
 *   pictures and version are not looked at.
 * @corrects: number of the version that it corrects; 0 for the newest of the same report, if there is one.
 * @reason: (nullable): why it is corrected.
 * @signature_fields: whether each line to sign on has an empty field for a digital signature.
 * @output: (nullable): where the file is put besides.
 * @left_out: (nullable) (array zero-terminated=1): ULIDs of people whose signature blocks are left out.
 * @watch: (nullable): who waits for it, and may stop it as long as nothing is written to the register.
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
  const char *const *left_out;
  const MattraWatch *watch;
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
gboolean mattra_seal_closes_round (const MattraReportOptions *report);
const MattraSeal *mattra_seal_find_same
                                 (GPtrArray                *seals,
                                  const MattraReportOptions *report);
gboolean mattra_seal_write_kept  (MattraStore              *store,
                                  const char               *sha256,
                                  const char               *path,
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
