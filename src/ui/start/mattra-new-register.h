/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MATTRA_TYPE_NEW_REGISTER (mattra_new_register_get_type ())

/* The dialog that makes a new register: whose, of which year, with which divisions, where.
 *
 * Signals:
 *   created (path)   the register stands there; the dialog closes itself
 */
G_DECLARE_FINAL_TYPE (MattraNewRegister, mattra_new_register, MATTRA, NEW_REGISTER, AdwWindow)

GtkWidget *mattra_new_register_new (GtkWindow *parent);

G_END_DECLS
