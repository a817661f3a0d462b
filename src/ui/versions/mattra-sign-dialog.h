/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_SIGN_DIALOG (mattra_sign_dialog_get_type ())

/* Signs a PDF digitally (ลายมือชื่อดิจิทัล) with a PKCS #12 package: a file, or a confirmed version. The passphrase is
 * kept nowhere. */
G_DECLARE_FINAL_TYPE (MattraSignDialog, mattra_sign_dialog, MATTRA, SIGN_DIALOG, AdwWindow)

MattraSignDialog *mattra_sign_dialog_present     (GtkWindow        *parent,
                                                  MattraSession    *session,
                                                  const MattraSeal *seal);
void              mattra_sign_dialog_set_file    (MattraSignDialog *self,
                                                  GFile            *file);
void              mattra_sign_dialog_set_package (MattraSignDialog *self,
                                                  GFile            *package);
void              mattra_sign_dialog_write       (MattraSignDialog *self,
                                                  GFile            *output);

G_END_DECLS
