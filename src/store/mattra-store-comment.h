/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-store.h"

G_BEGIN_DECLS

gboolean mattra_store_set_comment (MattraStore  *self,
                                   const char   *comment,
                                   const char   *text,
                                   GError      **error);

G_END_DECLS
