/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-measure-source.h"
#include "mattra-plan.h"

G_BEGIN_DECLS

/**
 * MattraCsvOptions:
 * @round: round whose answers are written.
 * @byte_order_mark: whether the file begins with U+FEFF, by which spreadsheets know UTF-8.
 * @safe: whether an apostrophe stands before what a spreadsheet would compute; reading the file takes it
 *   off again.
 *
 * How a plan is written as CSV.
 */
typedef struct
{
  MattraRound round;
  gboolean byte_order_mark;
  gboolean safe;
} MattraCsvOptions;

gboolean mattra_csv_write (MattraPlan              *plan,
                           MattraMeasureSource     *measures,
                           const MattraCsvOptions  *options,
                           GOutputStream           *stream,
                           GError                 **error);

G_END_DECLS
