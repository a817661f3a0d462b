/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a letter is for line breaking. */
typedef enum
{
  MATTRA_LETTER_THAI,
  MATTRA_LETTER_DIGIT,
  MATTRA_LETTER_LATIN,
  MATTRA_LETTER_SPACE,
  MATTRA_LETTER_HIDDEN_SPACE,
  MATTRA_LETTER_GLUE,
  MATTRA_LETTER_OPEN,
  MATTRA_LETTER_CLOSE,
  MATTRA_LETTER_QUOTE,
  MATTRA_LETTER_POINT,
  MATTRA_LETTER_MARK,
  MATTRA_LETTER_REPEAT,
  MATTRA_LETTER_DASH,
  MATTRA_LETTER_SLASH,
  MATTRA_LETTER_OTHER,
} MattraLetterKind;

typedef struct
{
  guint offset; /* bytes before it */
  guint8 kind;  /* MattraLetterKind */
  guint8 joins; /* makes one cluster with the letter before it: no line ends between them */
  guint8 tis;   /* the letter in TIS-620 where it is Thai or ASCII, else 0 */
} MattraLetter;

#define MATTRA_TIS_IS_CONSONANT(tis) ((tis) >= 0xa1 && (tis) <= 0xce)

/* A mark over or under a letter. */
#define MATTRA_TIS_IS_MARK(tis) \
  ((tis) == 0xd1 || ((tis) >= 0xd4 && (tis) <= 0xda) || ((tis) >= 0xe7 && (tis) <= 0xee))

void mattra_letters_read (GArray     *letters,
                          const char *text,
                          gsize       length);

G_END_DECLS
