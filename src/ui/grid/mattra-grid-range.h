/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MattraGridRange:
 *
 * A rectangle of cells: rows by position in the model, columns by place among the visible ones; all
 * four bounds belong to it.
 */
typedef struct
{
  guint top;
  guint bottom;
  guint left;
  guint right;
} MattraGridRange;

G_END_DECLS
