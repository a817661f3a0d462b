/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-flow.h"

G_BEGIN_DECLS

gboolean mattra_flow_place_table (MattraFlow         *self,
                                  const MattraTable  *table,
                                  int                 follower,
                                  GError            **error);

G_END_DECLS
