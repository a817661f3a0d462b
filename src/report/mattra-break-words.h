/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a word does to the line ends beside it. */
typedef enum
{
  MATTRA_WORD_PREFIX = 1 << 0,  /* makes one word with the next: การ, ความ, ผู้ */
  MATTRA_WORD_SUFFIX = 1 << 1,  /* belongs to what precedes: ดังกล่าว, นี้, ขึ้น */
  MATTRA_WORD_OPENER = 1 << 2,  /* opens a phrase: และ, เพื่อ, ของ */
  MATTRA_WORD_UNIT = 1 << 3,    /* counted by a number before it: คน, เดือน, บาท */
  MATTRA_WORD_COUNTER = 1 << 4, /* has a number after it: ที่, ข้อ, ร้อยละ */
  MATTRA_WORD_MONTH = 1 << 5,
  MATTRA_WORD_ERA = 1 << 6,     /* has a year after it: พ.ศ., ปีงบประมาณ */
  MATTRA_WORD_TITLE = 1 << 7,   /* has a person's name after it: นาย, ดร. */
  MATTRA_WORD_PLACE = 1 << 8,   /* has a place's name after it: ตำบล, อบต. */
  MATTRA_WORD_HOLDS = 1 << 9,   /* keeps the next word even over a space: ณ */
  MATTRA_WORD_BEFORE_MONTH = 1 << 10,
  MATTRA_WORD_NOMINAL = 1 << 11, /* begins with การ or ความ */
  MATTRA_WORD_QUANTITY = 1 << 12, /* has a number with a unit after it: จำนวน, ไม่เกิน */
  MATTRA_WORD_COUNTED = 1 << 13, /* begins like a unit: ปีการศึกษา, ครั้งที่ */
} MattraWordFlags;

typedef struct _MattraBreakWords MattraBreakWords;

MattraBreakWords *mattra_break_words_new    (void);
void              mattra_break_words_free   (MattraBreakWords       *self);
MattraWordFlags   mattra_break_words_lookup (const MattraBreakWords *self,
                                             const guint8           *tis,
                                             gsize                   length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraBreakWords, mattra_break_words_free)

G_END_DECLS
