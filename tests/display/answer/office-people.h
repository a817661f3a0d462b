/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "register-fixture.h"

G_BEGIN_DECLS

/* The people of an office who answer and review. */

#define OFFICE_HEAD "นางสาวอรุณี ใจซื่อ"      /* heads กองคลัง */
#define OFFICE_OTHER_HEAD "นายวิชัย ขยันยิ่ง"  /* heads กองช่าง */
#define OFFICE_SECRETARY "นางมาลี ตั้งใจ"
#define OFFICE_CHIEF "นายสมศักดิ์ พัฒนา"
#define OFFICE_VIEWER "นายดู อย่างเดียว"

void        office_people_add      (RegisterFixture *self);
void        office_people_be       (RegisterFixture *self,
                                    const char      *name);
const char *office_people_division (RegisterFixture *self,
                                    const char      *name);
MattraMeasure *office_people_load  (RegisterFixture *self,
                                    const char      *measure);
void        office_people_close_round (RegisterFixture *self,
                                    MattraRound      round);

G_END_DECLS
