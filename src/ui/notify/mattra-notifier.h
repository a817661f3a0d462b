/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_NOTIFIER (mattra_notifier_get_type ())

/* Tells of a session's register, once a day, what is late and what will be; and takes it back when it
 * is done. The user may have switched it off.
 *
 * Signals:
 *   tell (char *title, char *body)   the user is to be told
 *   take_back ()                     what was told does not hold any more
 */
G_DECLARE_FINAL_TYPE (MattraNotifier, mattra_notifier, MATTRA, NOTIFIER, GObject)

MattraNotifier *mattra_notifier_new    (MattraSession  *session,
                                        GSettings      *settings);
void            mattra_notifier_attach (MattraNotifier *self,
                                        GApplication   *application,
                                        const char     *action);

G_END_DECLS
