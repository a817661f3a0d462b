/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"

G_BEGIN_DECLS

MattraPlan *mattra_new_plan (const char *organisation,
                             int         fiscal_year);

G_END_DECLS
