/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-division.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_NEW_DIVISIONS (mattra_new_divisions_get_type ())

/* The divisions that a new register begins with: those usual for its kind of office, each to be left
 * out or called otherwise, and further ones. */
G_DECLARE_FINAL_TYPE (MattraNewDivisions, mattra_new_divisions, MATTRA, NEW_DIVISIONS, AdwPreferencesGroup)

void       mattra_new_divisions_set_kind (MattraNewDivisions     *self,
                                          MattraOrganisationKind  kind);
GPtrArray *mattra_new_divisions_list     (MattraNewDivisions     *self);

G_END_DECLS
