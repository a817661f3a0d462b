/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-session.h"

G_BEGIN_DECLS

void mattra_setting_act         (MattraSession       *session,
                                 const char          *act,
                                 const char          *kind,
                                 const char          *setting,
                                 const char          *value,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
void mattra_setting_act_columns (MattraSession       *session,
                                 const char          *kind,
                                 GPtrArray           *columns);
void mattra_setting_lock        (GtkWidget           *widget,
                                 MattraSession       *session);

G_END_DECLS
