/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-answer-view.h"

#include "mattra-answer-list.h"
#include "mattra-answer-queue.h"

G_BEGIN_DECLS

struct _MattraAnswerView
{
  GtkWidget parent_instance;

  AdwFlap *flap;
  MattraAnswerList *list;
  GtkDropDown *divisions;
  GtkWidget *show_all;
  GtkWidget *list_button;
  GtkStack *stack;
  MattraAnswerPage *page;
  AdwStatusPage *end;
  GtkWidget *again;
  GtkWidget *bar;
  GtkLabel *why;
  GtkWidget *previous;
  GtkWidget *next;
  GtkButton *submit;

  MattraSession *session;
  GSettings *settings;
  char *chosen;          /* division that somebody answers for who may for any */
  MattraAnswerQueue queue;
  guint serial;
  gboolean updating;
  int width;
  guint fold_idle;
};

/* What its parts do: mattra-answer-view.c */
void mattra_answer_view_choose_division (MattraAnswerView *self);
void mattra_answer_view_choose          (MattraAnswerView *self,
                                         const char       *measure);
void mattra_answer_view_show_all        (MattraAnswerView *self);
void mattra_answer_view_look_again      (MattraAnswerView *self);
void mattra_answer_view_go_back         (MattraAnswerView *self);
void mattra_answer_view_go_on           (MattraAnswerView *self);
void mattra_answer_view_submit          (MattraAnswerView *self);

/* The parts, and how they share the width: mattra-answer-frame.c */
void mattra_answer_view_build           (MattraAnswerView *self);
void mattra_answer_view_allocate        (MattraAnswerView *self,
                                         int               width,
                                         int               height,
                                         int               baseline);

G_END_DECLS
