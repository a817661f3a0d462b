/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-due.h"

G_BEGIN_DECLS

gboolean mattra_due_json_write (MattraPlan              *plan,
                                GPtrArray               *due,
                                const MattraDueOptions  *options,
                                GOutputStream           *stream,
                                GError                 **error);

G_END_DECLS
