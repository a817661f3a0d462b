/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-session.h"

G_BEGIN_DECLS

void mattra_verify_file        (GtkWindow     *parent,
                                MattraSession *session,
                                GFile         *file);
void mattra_verify_choose_file (GtkWindow     *parent,
                                MattraSession *session);
void mattra_verify_take_drops  (GtkWidget     *widget,
                                MattraSession *session);

G_END_DECLS
