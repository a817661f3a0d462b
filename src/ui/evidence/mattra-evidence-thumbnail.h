/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-session.h"

G_BEGIN_DECLS

/* The longest side of a thumbnail, in points of the screen; it is read twice as fine for screens with small ones. */
#define MATTRA_EVIDENCE_THUMBNAIL 48

void        mattra_evidence_thumbnail_load_async  (MattraSession        *session,
                                                   const char           *sha256,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
GdkTexture *mattra_evidence_thumbnail_load_finish (GAsyncResult         *result,
                                                   GError              **error);

G_END_DECLS
