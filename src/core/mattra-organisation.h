/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"

G_BEGIN_DECLS

char *mattra_organisation_chief_post  (const MattraOrganisation *self);
char *mattra_organisation_secretary_post (const MattraOrganisation *self);
char *mattra_organisation_division_post (const char *division);

G_END_DECLS
