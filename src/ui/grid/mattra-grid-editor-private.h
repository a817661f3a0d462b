/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-cell-editor.h"
#include "mattra-grid-private.h"

G_BEGIN_DECLS

/* The open editor and the cell it belongs to. The item tells the row apart when rows move,
 * its name and the cell's text when the row has a new object. */
struct _MattraGridEditor
{
  MattraCellEditor *widget;
  MattraGridColumn *column;
  GObject *item;
  char *row_name;
  char *text;
  guint row;
  guint draft_timer;
  guint leave_source;
};

G_END_DECLS
