/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-grid.h"
#include "mattra-plan.h"

G_BEGIN_DECLS

/* The column of how answers are reviewed: looked at only, it is no field of the register. */
#define MATTRA_TABLE_REVIEW "review"

/* The column of what is new or changed against the year before: the same. */
#define MATTRA_TABLE_YEAR "year_mark"

/**
 * MattraTableField:
 * @field: the field as mattra_edit_set() calls it; also the column's id
 * @label: the field as settings of heads and the order of columns call it
 * @title: English words of its head, where the office has none of its own
 * @kind: what the cells hold
 * @width: pixels
 * @hidden: it is not shown until the user wants it, unless it stands in the office's own table
 * @placeholder: (nullable): English words shown dimmed in an empty cell
 *
 * A column that every table of measures can have.
 */
typedef struct
{
  const char *field;
  const char *label;
  const char *title;
  MattraCellKind kind;
  int width;
  gboolean hidden;
  const char *placeholder;
} MattraTableField;

const MattraTableField *mattra_table_field_find   (const char         *field);
const char             *mattra_table_field_of_label (const char       *label);
char                   *mattra_table_field_dup_title (MattraPlan    *plan,
                                                   const char         *field);
gboolean                mattra_table_field_is_of_office (MattraPlan *plan,
                                                   const char         *field);
void                    mattra_table_fill_columns (MattraGrid         *grid,
                                                   MattraPlan         *plan,
                                                   const char *const  *extras);
gboolean                mattra_table_set_extras   (MattraGrid         *grid,
                                                   MattraPlan         *plan,
                                                   const char *const  *extras);
void                    mattra_table_name_columns (MattraGrid         *grid,
                                                   MattraPlan         *plan);

G_END_DECLS
