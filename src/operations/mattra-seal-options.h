/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-report.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/* What a version was made with, as text that is kept with it. */

char       *mattra_seal_options_write         (const MattraReportOptions *report,
                                               gboolean                   signature_fields,
                                               const char *const         *left_out);
MattraDate  mattra_seal_options_get_date      (const MattraSeal          *seal);
MattraDate  mattra_seal_options_get_today     (const MattraSeal          *seal);
gboolean    mattra_seal_options_get_each_division
                                              (const MattraSeal          *seal);
char      **mattra_seal_options_dup_left_out  (const MattraSeal          *seal);

G_END_DECLS
