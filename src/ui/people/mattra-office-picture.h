/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_OFFICE_PICTURE (mattra_office_picture_get_type ())

/* A row with a picture that papers show, as they show it: a file is chosen, dropped or pasted, each taken as an act.
 * One that cannot be printed is refused in the row, in words, and the picture that was there stays. */
G_DECLARE_FINAL_TYPE (MattraOfficePicture, mattra_office_picture, MATTRA, OFFICE_PICTURE, AdwPreferencesRow)

GtkWidget  *mattra_office_picture_new         (MattraSession       *session,
                                               const char          *name,
                                               const char          *title,
                                               const char          *purpose);
void        mattra_office_picture_take_file   (MattraOfficePicture *self,
                                               GFile               *file);
const char *mattra_office_picture_get_refusal (MattraOfficePicture *self);
gboolean    mattra_office_picture_has_picture (MattraOfficePicture *self);

G_END_DECLS
