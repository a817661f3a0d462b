/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

/**
 * MattraPeoplePart:
 * @MATTRA_PEOPLE_PART_OFFICE: the office, its divisions and people.
 * @MATTRA_PEOPLE_PART_ASSESSMENT: scores and analysis, publication, collecting.
 *
 * What the page shows at a time.
 */
typedef enum
{
  MATTRA_PEOPLE_PART_OFFICE,
  MATTRA_PEOPLE_PART_ASSESSMENT,
} MattraPeoplePart;

#define MATTRA_TYPE_PEOPLE_PAGE (mattra_people_page_get_type ())

/* The office of a register: itself, its divisions, its people and posts, the rounds of the plan and the
 * scores that were analysed. Every edit is an act of the session.
 *
 * Signals:
 *   draft (place, field, text)   what is being typed, at a place of mattra-people-place.h; %NULL once the editor is
 *                                closed or the field is kept
 *   kept (place, field, text)    a text that was typed and has no place on the page any more
 *   part-shown ()                another part is shown
 */
G_DECLARE_FINAL_TYPE (MattraPeoplePage, mattra_people_page, MATTRA, PEOPLE_PAGE, AdwBin)

GtkWidget *mattra_people_page_new          (MattraSession    *session);
void       mattra_people_page_show_part    (MattraPeoplePage *self,
                                            MattraPeoplePart  part);
MattraPeoplePart mattra_people_page_get_part (MattraPeoplePage *self);
void       mattra_people_page_show_setting (MattraPeoplePage *self,
                                            const char       *name);
void       mattra_people_page_set_draft    (MattraPeoplePage *self,
                                            const char       *place,
                                            const char       *field,
                                            const char       *text);

G_END_DECLS
