/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid.h"

G_BEGIN_DECLS

#define GRID_FIXTURE_COLUMNS 7

#define GRID_TYPE_FIXTURE_ROW (grid_fixture_row_get_type ())
G_DECLARE_FINAL_TYPE (GridFixtureRow, grid_fixture_row, GRID, FIXTURE_ROW, GObject)

/* A row of measures like the ones the program shows: texts[i] belongs to the column of id "0" + i. */
struct _GridFixtureRow
{
  GObject parent_instance;
  char *texts[GRID_FIXTURE_COLUMNS];
  gboolean late;
};

#define GRID_TYPE_FIXTURE_DELEGATE (grid_fixture_delegate_get_type ())
G_DECLARE_FINAL_TYPE (GridFixtureDelegate, grid_fixture_delegate, GRID, FIXTURE_DELEGATE, GObject)

typedef struct
{
  GtkWidget *window;
  MattraGrid *grid;
  GListStore *rows;
  GtkAdjustment *vertical;
  GtkAdjustment *horizontal;
} GridFixture;

GridFixtureRow *grid_fixture_row_new    (guint            number);
void            grid_fixture_row_set    (GridFixtureRow  *row,
                                         int              column,
                                         const char      *text);
GridFixture    *grid_fixture_new        (guint            n_rows,
                                         int              width,
                                         int              height);
void            grid_fixture_free       (GridFixture     *self);
void            grid_fixture_frame      (GridFixture     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GridFixture, grid_fixture_free)

G_END_DECLS
