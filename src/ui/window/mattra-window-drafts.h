/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-answer-view.h"
#include "mattra-people-page.h"
#include "mattra-register-page.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_WINDOW_DRAFTS (mattra_window_drafts_get_type ())

/* What is typed into a register's window is kept on disk until the register holds it, and what was
 * left there is offered back in the page's bar: the latest first, one after another. */
G_DECLARE_FINAL_TYPE (MattraWindowDrafts, mattra_window_drafts, MATTRA, WINDOW_DRAFTS, GObject)

MattraWindowDrafts *mattra_window_drafts_new    (MattraSession      *session,
                                                 MattraRegisterPage *page,
                                                 GSettings          *settings);
void                mattra_window_drafts_follow_people (MattraWindowDrafts *self,
                                                        MattraPeoplePage   *people);
void                mattra_window_drafts_follow_answer (MattraWindowDrafts *self,
                                                        MattraAnswerView   *view);
void                mattra_window_drafts_finish (MattraWindowDrafts *self);

G_END_DECLS
