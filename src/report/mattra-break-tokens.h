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
  MATTRA_BREAK_TOKEN_EDGE,         /* before the first and after the last piece */
  MATTRA_BREAK_TOKEN_WORD,         /* a Thai word */
  MATTRA_BREAK_TOKEN_ABBREVIATION, /* Thai letters with points: พ.ร.บ. */
  MATTRA_BREAK_TOKEN_NUMBER,       /* digits, with the signs between them: 1,000.50, ๑๑๒/๒๕๖๖ */
  MATTRA_BREAK_TOKEN_LATIN,        /* a foreign word, an address of the web or of mail */
  MATTRA_BREAK_TOKEN_OPEN,         /* ( [ “ */
  MATTRA_BREAK_TOKEN_CLOSE,        /* ) ] ” */
  MATTRA_BREAK_TOKEN_POINT,        /* . */
  MATTRA_BREAK_TOKEN_MARK,         /* , : ; ! ? % */
  MATTRA_BREAK_TOKEN_REPEAT,       /* ๆ ฯ ฯลฯ */
  MATTRA_BREAK_TOKEN_DASH,
  MATTRA_BREAK_TOKEN_SLASH,
  MATTRA_BREAK_TOKEN_LEADER,       /* a row of points or strokes to write on */
  MATTRA_BREAK_TOKEN_OTHER,
} MattraBreakTokenKind;

typedef enum
{
  MATTRA_BREAK_GAP_NONE,
  MATTRA_BREAK_GAP_HIDDEN, /* a zero-width space */
  MATTRA_BREAK_GAP_GLUE,   /* a no-break space */
  MATTRA_BREAK_GAP_SPACE,
} MattraBreakGap;

typedef struct
{
  guint start;           /* its first letter */
  guint end;             /* the letter after its last */
  guint16 flags;         /* MattraWordFlags */
  guint8 kind;           /* MattraBreakTokenKind */
  guint8 gap;            /* MattraBreakGap before it */
  guint8 weight;         /* Thai consonants, up to 255 */
  guint8 width;          /* letters that take room on the line, up to 255 */
} MattraBreakToken;

/* The pieces of one text; begins with two edges and ends with two. */
typedef struct
{
  GArray *letters; /* MattraBreakLetter */
  GByteArray *tis;
  GByteArray *places; /* MattraThaiPlace, of Thai letters */
  GArray *tokens; /* MattraBreakToken */
} MattraBreakTokens;

void mattra_break_token_measure (MattraBreakToken        *token,
                                 const MattraBreakLetter *letters);

void mattra_break_tokens_init  (MattraBreakTokens *self);
void mattra_break_tokens_clear (MattraBreakTokens *self);
void mattra_break_tokens_read  (MattraBreakTokens      *self,
                                MattraThaiWords        *thai_words,
                                const MattraBreakWords *break_words,
                                const char             *text,
                                gsize                   length);

G_END_DECLS
