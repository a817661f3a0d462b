/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-people-cells.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_PEOPLE_TABLE (mattra_people_table_get_type ())

/* A grid of people or divisions with a line that says what it is for and a button that adds a row.
 *
 * Signals:
 *   draft (id, field, text)   what is being typed into a cell; %NULL once its editor is closed
 *   kept (id, field, text)    a text that was typed into a row that is gone, or that was refused when its cell could not
 *                             be opened again
 */
G_DECLARE_FINAL_TYPE (MattraPeopleTable, mattra_people_table, MATTRA, PEOPLE_TABLE, GtkBox)

GtkWidget *mattra_people_table_new (MattraSession           *session,
                                    const MattraPeopleKind  *kind,
                                    MattraDigits             digits);
void       mattra_people_table_set_draft (MattraPeopleTable *self,
                                    const char              *id,
                                    const char              *field,
                                    const char              *text);
void       mattra_people_table_show_column (MattraPeopleTable *self,
                                            const char        *field);

G_END_DECLS
