/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "mattra-date.h"
#include "mattra-digits.h"
#include "mattra-fiscal.h"
#include "mattra-report.h"

G_BEGIN_DECLS

/**
 * MattraChoice:
 * @word: what may be written.
 * @value: what it means.
 *
 * One of the words an option takes. A table of them ends with a %NULL word.
 */
typedef struct
{
  const char *word;
  int value;
} MattraChoice;

gboolean mattra_argument_refuse (GError             **error,
                                 const char          *message);
gboolean mattra_argument_year   (const char          *option,
                                 const char          *text,
                                 int                 *year,
                                 GError             **error);
gboolean mattra_argument_date   (const char          *option,
                                 const char          *text,
                                 MattraDate          *date,
                                 GError             **error);
gboolean mattra_argument_choice (const char          *option,
                                 const char          *text,
                                 const MattraChoice  *choices,
                                 int                 *value,
                                 GError             **error);
gboolean mattra_argument_round  (const char          *text,
                                 MattraRound         *round,
                                 GError             **error);
gboolean mattra_argument_kind   (const char          *text,
                                 const char         **kind,
                                 GError             **error);
gboolean mattra_argument_numbering
                                (const char          *text,
                                 MattraReportNumbering *numbering,
                                 GError             **error);
gboolean mattra_argument_digits (const char          *text,
                                 MattraDigits        *digits,
                                 GError             **error);
gboolean mattra_argument_version
                                (const char          *text,
                                 int                 *number,
                                 GError             **error);
const char *mattra_argument_round_text
                                (MattraRound          round);

G_END_DECLS
