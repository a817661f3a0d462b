/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MattraTableFormat:
 * @MATTRA_TABLE_AUTO: looked at and chosen.
 * @MATTRA_TABLE_TEXT: lines of text, those of a table divided by tabs.
 * @MATTRA_TABLE_TSV: the same.
 * @MATTRA_TABLE_CSV: RFC 4180, divided by commas, semicolons, tabs or bars, whichever divides best.
 *
 * How a text is divided into cells.
 */
typedef enum
{
  MATTRA_TABLE_AUTO,
  MATTRA_TABLE_TEXT,
  MATTRA_TABLE_TSV,
  MATTRA_TABLE_CSV,
} MattraTableFormat;

G_END_DECLS
