/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-application.h"
#include "mattra-people-page.h"
#include "mattra-register-page.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_WINDOW (mattra_window_get_type ())

/* A window: the start page, or a register in its session. */
G_DECLARE_FINAL_TYPE (MattraWindow, mattra_window, MATTRA, WINDOW, AdwApplicationWindow)

MattraWindow       *mattra_window_new         (MattraApplication *application);
void                mattra_window_open        (MattraWindow      *self,
                                               const char        *path,
                                               gboolean           read_only);
const char         *mattra_window_get_path    (MattraWindow      *self);
const char         *mattra_window_get_arriving (MattraWindow     *self);
MattraSession      *mattra_window_get_session (MattraWindow      *self);
MattraRegisterPage *mattra_window_get_page    (MattraWindow      *self);
void                mattra_window_show_list   (MattraWindow      *self,
                                               MattraSmartList    list,
                                               int                fiscal_year,
                                               MattraRound        round);
void                mattra_window_go_to_round (MattraWindow      *self,
                                               int                fiscal_year,
                                               MattraRound        round);
void                mattra_window_show_part       (MattraWindow      *self,
                                                   MattraPeoplePart   part);
void                mattra_window_show_people (MattraWindow      *self,
                                               gboolean           show);
void                mattra_window_show_answer (MattraWindow      *self);
void                mattra_window_show_setting (MattraWindow     *self,
                                                const char       *name);
void                mattra_window_offer_file  (MattraWindow      *self,
                                               GFile             *file);
void                mattra_window_say         (MattraWindow      *self,
                                               const char        *text,
                                               gboolean           undoable);

G_END_DECLS
