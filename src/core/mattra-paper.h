/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-date.h"
#include "mattra-fiscal.h"

G_BEGIN_DECLS

/* Kinds of papers whose numbers are kept and cited. */
#define MATTRA_PAPER_ORDER        "order"        /* คำสั่ง */
#define MATTRA_PAPER_ANNOUNCEMENT "announcement" /* ประกาศ */
#define MATTRA_PAPER_MEMO         "memo"         /* บันทึกข้อความ */
#define MATTRA_PAPER_REQUEST      "request"      /* บันทึกขอให้รายงานผล */

/**
 * MattraPaper:
 * @id: (nullable): ULID.
 * @kind: what it is, as %MATTRA_PAPER_ORDER.
 * @round: the round it belongs to; %MATTRA_ROUND_NONE for the whole year.
 * @division: (nullable): ULID of the division it went to.
 * @number: (nullable): its number as written, as "๑๒/๒๕๖๖".
 * @day: the day it bears; none where not known.
 * @subject: (nullable): what it is about, without เรื่อง.
 *
 * The number and date of an order, an announcement or a memo of the plan's year, for others to cite.
 */
typedef struct
{
  char       *id;
  char       *kind;
  MattraRound round;
  char       *division;
  char       *number;
  MattraDate  day;
  char       *subject;
} MattraPaper;

/**
 * MattraMember:
 * @id: (nullable): ULID.
 * @sort_key: (nullable): order in the list.
 * @name: (nullable): the person, with นาย/นาง/นางสาว; %NULL where the post alone is appointed.
 * @post: (nullable): the post.
 * @role: what the member is in the committee: ประธานคณะทำงาน, คณะทำงาน, คณะทำงานและเลขานุการ.
 *
 * A member of the working committee (คณะทำงาน), as the order that appoints it lists them.
 */
typedef struct
{
  char *id;
  char *sort_key;
  char *name;
  char *post;
  char *role;
} MattraMember;

MattraPaper  *mattra_paper_new     (const char         *kind);
void          mattra_paper_free    (MattraPaper        *self);
gboolean      mattra_paper_is_kind (const char         *kind);
const char  **mattra_paper_list_kinds (void);
gboolean      mattra_paper_is_of_round (const char         *kind);
gboolean      mattra_paper_is_of_division (const char         *kind);
gboolean      mattra_paper_is_blank (const MattraPaper  *self);
char         *mattra_paper_cite    (const MattraPaper  *self,
                                    const char         *organisation,
                                    MattraDigits        digits);
MattraMember *mattra_member_new    (const char         *role);
void          mattra_member_free   (MattraMember       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraPaper, mattra_paper_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraMember, mattra_member_free)

G_END_DECLS
