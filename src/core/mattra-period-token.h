/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longer texts are no period; the limit keeps hostile ones cheap. */
#define MATTRA_PERIOD_MAX_BYTES 1024
#define MATTRA_PERIOD_MAX_TOKENS 64

/*
 * One word, number or sign of a period text. The code names its class:
 *
 *   n number          m month name       - dash            t "to"          & "and", list sign
 *   / . , ( ) signs   b B.E.             c C.E.            d "day"         w weekday
 *   M "month"         y "year"           Y fiscal year     k calendar year S school year
 *   Q quarter         R round            G appraisal round N "n-th time"   h half
 *   1 first           2 second           9 last            E end of        A whole
 *   F from            O onwards          W within          B before        D "completed"
 *   r every year      V how often        Z vague           C continuous    x now
 *   u unit of time    T time of day      0 none            f filler        p "carry out"
 *   U unread
 */
typedef struct
{
  char code;
  gboolean spaced;
  gboolean latin;
  /* Which run of digits of the text it is, from 1; 0 for what is not written in digits. */
  guint8 run;
  /* Number, month, weekday; how many letters an unread word has. */
  int value;
  int n_digits;
} PeriodToken;

typedef struct
{
  PeriodToken token[MATTRA_PERIOD_MAX_TOKENS];
  guint length;
  gboolean too_long;
} PeriodTokens;

G_GNUC_INTERNAL void mattra_period_tokenise (const char   *text,
                                             PeriodTokens *tokens);

G_END_DECLS
