/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-session.h"

G_BEGIN_DECLS

void     mattra_session_load_measure_async  (MattraSession        *self,
                                             const char           *measure,
                                             guint                 serial,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean mattra_session_load_measure_finish (MattraSession        *self,
                                             GAsyncResult         *result,
                                             guint                *serial,
                                             MattraMeasure       **measure,
                                             GError              **error);

G_END_DECLS
