/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-digits.h"
#include "mattra-plan.h"
#include "mattra-report.h"
#include "mattra-store.h"

G_BEGIN_DECLS

char *mattra_version_words_number    (const MattraSeal    *seal,
                                      MattraDigits         digits);
char *mattra_version_words_kinds     (const char          *kind);
char *mattra_version_words_report    (MattraPlan          *plan,
                                      const char          *kind,
                                      MattraRound          round,
                                      const char          *division,
                                      MattraDigits         digits);
char *mattra_version_words_time      (const char          *at_utc,
                                      MattraDigits         digits);
char *mattra_version_words_scan      (const MattraScan    *scan,
                                      MattraDigits         digits);
char *mattra_version_words_file_name (MattraPlan          *plan,
                                      const MattraSeal    *seal);

G_END_DECLS
