/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

GtkWidget *mattra_sidebar_whoami_new (MattraSession *session);

G_END_DECLS
