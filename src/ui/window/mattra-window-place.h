/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-register-page.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_WINDOW_PLACE (mattra_window_place_get_type ())

/* How the window over a register was left, and is left again: its size, what was shown in it, and
 * where one stood. It is kept when the window closes, and soon after each change. */
G_DECLARE_FINAL_TYPE (MattraWindowPlace, mattra_window_place, MATTRA, WINDOW_PLACE, GObject)

MattraWindowPlace *mattra_window_place_new             (MattraSession       *session,
                                                        GSettings           *settings);
void               mattra_window_place_arrive_async    (MattraWindowPlace   *self,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
void               mattra_window_place_arrive_finish   (MattraWindowPlace   *self,
                                                        GAsyncResult        *result);
void               mattra_window_place_take            (MattraWindowPlace   *self,
                                                        GtkWindow           *window,
                                                        MattraRegisterPage  *page);
void               mattra_window_place_save            (MattraWindowPlace   *self);
int                mattra_window_place_get_uncopied    (MattraWindowPlace   *self);
void               mattra_window_place_set_uncopied    (MattraWindowPlace   *self,
                                                        int                  fiscal_year);
void               mattra_window_place_show_size       (GtkWindow           *window,
                                                        const char          *path);

G_END_DECLS
