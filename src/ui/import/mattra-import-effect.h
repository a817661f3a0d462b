/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-digits.h"
#include "mattra-reading.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_IMPORT_EFFECT (mattra_import_effect_get_type ())

/* What accepting a document would do to the register, measure by measure. */
G_DECLARE_FINAL_TYPE (MattraImportEffect, mattra_import_effect, MATTRA, IMPORT_EFFECT, AdwPreferencesGroup)

void mattra_import_effect_set_acceptance (MattraImportEffect     *self,
                                          const MattraAcceptance *acceptance,
                                          MattraDigits            digits);

G_END_DECLS
