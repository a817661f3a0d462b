/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-accept-import.h"
#include "mattra-plan.h"
#include "mattra-store.h"

G_BEGIN_DECLS

/* The name that a register has while no document has named its office. */
#define MATTRA_ORGANISATION_UNNAMED "ยังไม่ระบุหน่วยงาน"

MattraPlan *mattra_accept_new_plan (MattraImport      *import,
                                    int                fiscal_year,
                                    GError           **error);
MattraPlan *mattra_accept_plan     (MattraStore       *store,
                                    MattraImport      *import,
                                    int                fiscal_year,
                                    MattraAcceptance  *acceptance,
                                    GError           **error);
gboolean    mattra_accept_settings (MattraStore       *store,
                                    MattraPlan        *plan,
                                    MattraImport      *import,
                                    MattraAcceptance  *acceptance,
                                    GError           **error);

G_END_DECLS
