/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-digits.h"
#include "mattra-plan.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_COMPARE_VIEW (mattra_compare_view_get_type ())

/* Where two versions differ, a cell a row: what stood there and what stands there.
 *
 * Signals:
 *   go-to (measure, field)   a row was chosen: ULID and field; a measure that is gone leads nowhere
 */
G_DECLARE_FINAL_TYPE (MattraCompareView, mattra_compare_view, MATTRA, COMPARE_VIEW, AdwBin)

GtkWidget *mattra_compare_view_new  (void);
void       mattra_compare_view_show (MattraCompareView *self,
                                     const char        *summary,
                                     GPtrArray         *differences,
                                     MattraPlan        *plan,
                                     MattraDigits       digits);

G_END_DECLS
