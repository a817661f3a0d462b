/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-people-cells.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_PEOPLE_TABLE (mattra_people_table_get_type ())

/* A grid of people or divisions with a line that says what it is for and a button that adds a row. */
G_DECLARE_FINAL_TYPE (MattraPeopleTable, mattra_people_table, MATTRA, PEOPLE_TABLE, GtkBox)

GtkWidget *mattra_people_table_new (MattraSession           *session,
                                    const MattraPeopleKind  *kind,
                                    MattraDigits             digits,
                                    const char              *purpose,
                                    const char              *add_label);

G_END_DECLS
