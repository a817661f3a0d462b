/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-overview-layout.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_OVERVIEW_VIEW (mattra_overview_view_get_type ())

/* The drawn overview. Its marks are gone through with the arrow keys, and tell their numbers to the pointer and to
 * those who have the screen read to them.
 *
 * Signals:
 *   chosen (MattraFilter *filter)   the measures that a mark counts are to be shown
 *   go-to (char *measure)           a measure is to be shown
 *   reveal (int y, int height)      a mark got the keyboard: it is to be scrolled to
 */
G_DECLARE_FINAL_TYPE (MattraOverviewView, mattra_overview_view, MATTRA, OVERVIEW_VIEW, GtkWidget)

GtkWidget        *mattra_overview_view_new          (MattraSession       *session,
                                                     MattraOverviewModel *model);
void              mattra_overview_view_set_digits   (MattraOverviewView  *self,
                                                     MattraDigits         digits);
void              mattra_overview_view_refresh      (MattraOverviewView  *self);
const MattraMark *mattra_overview_view_get_current  (MattraOverviewView  *self);
const MattraOverviewLayout *mattra_overview_view_get_layout (MattraOverviewView *self);
void              mattra_overview_view_choose       (MattraOverviewView  *self,
                                                     guint                mark);

G_END_DECLS
