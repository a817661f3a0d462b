/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-overview-model.h"

G_BEGIN_DECLS

/**
 * MattraMarkTone:
 *
 * How a text is set.
 */
typedef enum
{
  MATTRA_MARK_PLAIN,
  MATTRA_MARK_DIM,
  MATTRA_MARK_BOLD,
  MATTRA_MARK_TITLE,
  MATTRA_MARK_WARNING,
} MattraMarkTone;

/* A mark that is a text, and no part of a bar. */
#define MATTRA_MARK_TEXT (-1)

/**
 * MattraMark:
 * @area: where it is, in pixels.
 * @row: which row; marks of one row stand side by side.
 * @group: the group of a bar's part; %MATTRA_MARK_TEXT for a text.
 * @live: whether it can be chosen.
 * @part: of a live one without @measure: what it is about.
 * @index: which division or indicator.
 * @groups: the groups that it opens; 0 for all.
 * @measure: (nullable): ULID of the measure it leads to.
 * @words: (nullable): what a live one says.
 * @tone: how its text is set.
 * @text: (nullable): its text.
 * @text_x: where the text begins.
 * @text_y: the same.
 *
 * Something drawn.
 */
typedef struct
{
  graphene_rect_t area;
  guint row;
  int group;
  gboolean live;
  MattraOverviewPart part;
  guint index;
  guint groups;
  char *measure;
  char *words;
  MattraMarkTone tone;
  PangoLayout *text;
  float text_x;
  float text_y;
} MattraMark;

/**
 * MattraOverviewLayout:
 * @marks: (element-type MattraMark): in the order of reading.
 * @width: pixels.
 * @height: pixels.
 * @elapsed: how much of the round is over, from 0 to 1.
 * @track: the line of the round's days.
 *
 * What is drawn where.
 */
typedef struct
{
  GArray *marks;
  int width;
  int height;
  double elapsed;
  graphene_rect_t track;
  GHashTable *texts;
} MattraOverviewLayout;

MattraOverviewLayout *mattra_overview_layout_new  (MattraOverviewModel  *model,
                                                   MattraPlan           *plan,
                                                   PangoContext         *context,
                                                   int                   width,
                                                   MattraDigits          digits,
                                                   MattraOverviewLayout *before);
void                  mattra_overview_layout_free (MattraOverviewLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraOverviewLayout, mattra_overview_layout_free)

G_END_DECLS
