/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-break-letters.h"
#include "mattra-break-words.h"
#include "mattra-thai-words.h"

G_BEGIN_DECLS

/* What stands on the line as one piece. */
typedef enum
{
  MATTRA_TOKEN_EDGE,         /* before the first and after the last piece */
  MATTRA_TOKEN_WORD,         /* a Thai word */
  MATTRA_TOKEN_ABBREVIATION, /* Thai letters with points: พ.ร.บ. */
  MATTRA_TOKEN_NUMBER,       /* digits, with the signs between them: 1,000.50, ๑๑๒/๒๕๖๖ */
  MATTRA_TOKEN_LATIN,        /* a foreign word, an address of the web or of mail */
  MATTRA_TOKEN_OPEN,         /* ( [ “ */
  MATTRA_TOKEN_CLOSE,        /* ) ] ” */
  MATTRA_TOKEN_POINT,        /* . */
  MATTRA_TOKEN_MARK,         /* , : ; ! ? % */
  MATTRA_TOKEN_REPEAT,       /* ๆ ฯ ฯลฯ */
  MATTRA_TOKEN_DASH,
  MATTRA_TOKEN_SLASH,
  MATTRA_TOKEN_LEADER,       /* a row of points or strokes to write on */
  MATTRA_TOKEN_OTHER,
} MattraTokenKind;

typedef enum
{
  MATTRA_GAP_NONE,
  MATTRA_GAP_HIDDEN, /* a zero-width space */
  MATTRA_GAP_GLUE,   /* a no-break space */
  MATTRA_GAP_SPACE,
} MattraGap;

typedef struct
{
  guint start;           /* its first letter */
  guint end;             /* the letter after its last */
  guint16 flags;         /* MattraWordFlags */
  guint8 kind;           /* MattraTokenKind */
  guint8 gap;            /* MattraGap before it */
  guint8 weight;         /* Thai consonants, up to 255 */
  guint8 width;          /* letters that take room on the line, up to 255 */
} MattraToken;

/* The pieces of one text; begins with two edges and ends with two. */
typedef struct
{
  GArray *letters; /* MattraLetter */
  GByteArray *tis;
  GByteArray *starts;
  GArray *tokens; /* MattraToken */
} MattraTokens;

void mattra_token_measure (MattraToken        *token,
                           const MattraLetter *letters);

void mattra_tokens_init  (MattraTokens           *self);
void mattra_tokens_clear (MattraTokens           *self);
void mattra_tokens_read  (MattraTokens           *self,
                          MattraThaiWords        *thai_words,
                          const MattraBreakWords *break_words,
                          const char             *text,
                          gsize                   length);

G_END_DECLS
