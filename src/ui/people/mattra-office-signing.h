/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_OFFICE_SIGNING (mattra_office_signing_get_type ())

/* How the signature blocks of a plan's papers stand: one or two a row, with a line for the day or without. */
G_DECLARE_FINAL_TYPE (MattraOfficeSigning, mattra_office_signing, MATTRA, OFFICE_SIGNING, AdwPreferencesGroup)

GtkWidget *mattra_office_signing_new (MattraSession *session);

G_END_DECLS
