/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keys, clicks and another program's clipboard, as the X server has them from a person. */

gboolean real_events_are_there (void);
void     real_events_focus     (GtkWidget  *window);
void     real_events_type      (const char *text);
void     real_events_burst     (const char *text,
                                const char *key);
void     real_events_press     (const char *keys);
void     real_events_press_code (int        keycode);
void     real_events_hold      (const char *key,
                                gboolean    down);
void     real_events_keyboard  (const char *layout);
void     real_events_go        (GtkWidget  *widget,
                                double      x,
                                double      y);
void     real_events_mouse     (const char *what,
                                int         button);
void     real_events_mouse_twice (int       button);
void     real_events_offer     (const char *target,
                                const char *text,
                                gssize      length);
void     real_events_take_back (void);

G_END_DECLS
