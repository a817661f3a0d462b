/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"

G_BEGIN_DECLS

/* Who is in the working committee where the plan does not say: for who may do what, and for no paper. */
GPtrArray *mattra_plan_get_committee      (MattraPlan *self);
GPtrArray *mattra_plan_get_former_members (MattraPlan *self);

G_END_DECLS
