/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-people-page.h"
#include "mattra-session.h"

G_BEGIN_DECLS

GtkWidget *mattra_window_people_new          (MattraSession *session);
MattraPeoplePage *mattra_window_people_get_page (GtkWidget *people);
void       mattra_window_people_focus        (GtkWidget     *people);
void       mattra_window_people_show_setting (GtkWidget     *people,
                                              const char    *name);
void       mattra_window_people_commit       (GtkWidget     *people);

G_END_DECLS
