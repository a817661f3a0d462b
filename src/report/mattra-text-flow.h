/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-flow.h"

G_BEGIN_DECLS

gboolean mattra_flow_place_heading   (MattraFlow         *self,
                                      const MattraText   *heading,
                                      int                 keep,
                                      GError            **error);
gboolean mattra_flow_place_paragraph (MattraFlow         *self,
                                      const MattraText   *paragraph,
                                      int                 follower,
                                      GError            **error);
gboolean mattra_flow_place_cover     (MattraFlow         *self,
                                      const MattraCover  *cover,
                                      const char         *picture,
                                      GError            **error);

G_END_DECLS
