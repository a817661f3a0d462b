/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-text-editor.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_PEOPLE_EDITOR (mattra_people_editor_get_type ())

/* The editor of names, one a line. While a line is typed the names that fit are listed below: Down
 * marks one, Enter or Tab takes it. */
G_DECLARE_FINAL_TYPE (MattraPeopleEditor, mattra_people_editor, MATTRA, PEOPLE_EDITOR, MattraTextEditor)

char **mattra_people_matches (const char *const *names,
                              const char        *typed,
                              const char        *taken,
                              guint              n_max);

G_END_DECLS
