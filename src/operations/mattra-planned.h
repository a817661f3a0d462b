/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"

G_BEGIN_DECLS

char *mattra_planned_new    (MattraPlan     *plan,
                             MattraMeasure  *measure);
void  mattra_planned_append (MattraPlan     *plan,
                             MattraMeasure  *measure,
                             const char     *key,
                             GString        *json);

G_END_DECLS
