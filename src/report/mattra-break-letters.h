/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a letter is for line breaking. */
typedef enum
{
  MATTRA_BREAK_LETTER_THAI,
  MATTRA_BREAK_LETTER_DIGIT,
  MATTRA_BREAK_LETTER_LATIN,
  MATTRA_BREAK_LETTER_SPACE,
  MATTRA_BREAK_LETTER_HIDDEN_SPACE,
  MATTRA_BREAK_LETTER_GLUE,
  MATTRA_BREAK_LETTER_OPEN,
  MATTRA_BREAK_LETTER_CLOSE,
  MATTRA_BREAK_LETTER_QUOTE,
  MATTRA_BREAK_LETTER_POINT,
  MATTRA_BREAK_LETTER_MARK,
  MATTRA_BREAK_LETTER_REPEAT,
  MATTRA_BREAK_LETTER_DASH,
  MATTRA_BREAK_LETTER_SLASH,
  MATTRA_BREAK_LETTER_OTHER,
} MattraBreakLetterKind;

typedef struct
{
  guint offset; /* bytes before it */
  guint8 kind;  /* MattraBreakLetterKind */
  guint8 joins; /* makes one cluster with the letter before it: no line ends between them */
  guint8 tis;   /* the letter in TIS-620 where it is Thai or ASCII, else 0 */
} MattraBreakLetter;

#define MATTRA_TIS_IS_CONSONANT(tis) ((tis) >= 0xa1 && (tis) <= 0xce)

/* A mark over or under a letter. */
#define MATTRA_TIS_IS_MARK(tis) \
  ((tis) == 0xd1 || ((tis) >= 0xd4 && (tis) <= 0xda) || ((tis) >= 0xe7 && (tis) <= 0xee))

void mattra_break_letters_read (GArray     *letters,
                          const char *text,
                          gsize       length);

G_END_DECLS
