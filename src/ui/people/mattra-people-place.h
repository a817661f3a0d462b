/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-people-kind.h"

G_BEGIN_DECLS

/* Places of the page of office, divisions and people, as drafts name them: what is typed into, and a field. */

char       *mattra_people_place_new         (const MattraPeopleKind *kind,
                                             const char             *id);
char       *mattra_people_place_new_office  (int                     year);
gboolean    mattra_people_place_is_one      (const char             *place);
const char *mattra_people_place_get_id      (const char             *place,
                                             const MattraPeopleKind *kind);
int         mattra_people_place_get_year    (const char             *place);
char       *mattra_people_place_dup_words   (const char             *place,
                                             const char             *field,
                                             MattraPlan             *plan);
char       *mattra_people_place_dup_gone    (const char             *place,
                                             const char             *field);
char       *mattra_people_place_dup_text    (const char             *place,
                                             const char             *field,
                                             MattraPlan             *plan);

G_END_DECLS
