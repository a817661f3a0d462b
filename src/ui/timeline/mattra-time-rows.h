/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MATTRA_TIME_NO_ROW G_MAXUINT

/**
 * MattraTimeRowKind:
 * @MATTRA_TIME_ROW_GROUP: the name over the rows of a division, or over the milestones
 * @MATTRA_TIME_ROW_MILESTONE: a day of the assessment
 * @MATTRA_TIME_ROW_SPAN: a measure
 *
 * What a row is.
 */
typedef enum
{
  MATTRA_TIME_ROW_GROUP,
  MATTRA_TIME_ROW_MILESTONE,
  MATTRA_TIME_ROW_SPAN,
} MattraTimeRowKind;

/**
 * MattraTimeRow:
 * @kind: what it is
 * @index: place of the milestone or the span; of a group the place of its first
 * @n: of a group how many rows follow
 * @of_milestones: of a group whether these are milestones
 *
 * A row of the timeline.
 */
typedef struct
{
  MattraTimeRowKind kind;
  guint index;
  guint n;
  gboolean of_milestones;
} MattraTimeRow;

/* The rows from top to bottom: 0 is the upper edge of the first. */
typedef struct _MattraTimeRows MattraTimeRows;

MattraTimeRows      *mattra_time_rows_new         (void);
void                 mattra_time_rows_free        (MattraTimeRows       *self);
void                 mattra_time_rows_fill        (MattraTimeRows       *self,
                                                   GPtrArray            *milestones,
                                                   GPtrArray            *spans);
void                 mattra_time_rows_set_heights (MattraTimeRows       *self,
                                                   int                   group,
                                                   int                   row);
guint                mattra_time_rows_get_size    (const MattraTimeRows *self);
const MattraTimeRow *mattra_time_rows_get         (const MattraTimeRows *self,
                                                   guint                 row);
int                  mattra_time_rows_y           (const MattraTimeRows *self,
                                                   guint                 row);
int                  mattra_time_rows_height      (const MattraTimeRows *self);
guint                mattra_time_rows_at          (const MattraTimeRows *self,
                                                   double                y);
guint                mattra_time_rows_step        (const MattraTimeRows *self,
                                                   guint                 row,
                                                   int                   steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraTimeRows, mattra_time_rows_free)

G_END_DECLS
