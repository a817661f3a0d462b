/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_WHOAMI_DIALOG (mattra_whoami_dialog_get_type ())

/* Lets the user choose who of the people in the register it is that uses it from this account. */
G_DECLARE_FINAL_TYPE (MattraWhoamiDialog, mattra_whoami_dialog, MATTRA, WHOAMI_DIALOG, AdwWindow)

MattraWhoamiDialog *mattra_whoami_dialog_present  (GtkWindow         *parent,
                                                   MattraSession     *session);
char               *mattra_whoami_dup_role        (const MattraActor *actor,
                                                   MattraPlan        *plan);

G_END_DECLS
