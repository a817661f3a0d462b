/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-period-atom.h"

#include <string.h>

#include "mattra-date.h"
#include "mattra-fiscal.h"

typedef struct
{
  const char *pattern;
  char symbol;
} Production;

/*
 * Codes of tokens, and for numbers the part they play: # day, @ month, % year of two or four digits,
 * 4 year of four digits, + index. e is an era; ~ no space before the next; ? the part before may be
 * missing; ! no year may follow. The production that takes most tokens wins, the earlier of equals.
 */
static const Production productions[] = {
  { "4~-~@~-~#", 'D' },    { "w?d?#/@/%", 'D' },    { "w?d?#~.~@~.~%", 'D' }, { "w?d?#~-~@~-~%", 'D' },
  { "w?d?#M?my?e?%", 'D' }, { "w?d?#/m/%", 'D' },    { "w?d?#~-~m~-~%", 'D' }, { "w?d?#M?m", 'D' },
  { "M?my?e?%", 'M' },     { "M?m/%", 'M' },        { "M?m~-~%", 'M' },       { "M?m", 'M' },
  { "M@/4", 'M' },         { "@/4", 'X' },          { "w?d?#", 'N' },         { "+", 'N' },
  { "Q+/e?%", 'Q' },       { "Q+ye?%", 'Q' },       { "Q+e%", 'Q' },          { "Q+4", 'Q' },
  { "Q+", 'Q' },           { "Q1", 'Q' },           { "Q9", 'Q' },            { "R?+M1/%", 'H' },
  { "R?+M2/%", 'H' },      { "R?+M1", 'H' },        { "R?+M2", 'H' },         { "R?+M9", 'H' },
  { "R+M!", 'H' },         { "G+/%", 'G' },         { "G+", 'G' },            { "GN?+/%", 'G' },
  { "GN?+", 'G' },         { "hY1", 'h' },          { "hY2", 'h' },           { "hy1", 'J' },
  { "hy2", 'J' },          { "h1", 'J' },           { "h2", 'J' },            { "RN?+/%", 'J' },
  { "RN?+", 'J' },         { "R1", 'J' },           { "R2", 'J' },            { "Ye?%", 'T' },
  { "Yye?%", 'T' },        { "Y", 'T' },            { "ke?%", 'K' },          { "k", 'K' },
  { "ye?%", 'C' },         { "e%", 'C' },           { "y", 'C' },             { "4", 'C' },
  { "+u", 'L' },           { "+M!", 'L' },          { "+y!", 'L' },           { "T?+.+T", 'f' },
};

typedef struct
{
  int day;
  int month;
  int year;
  int index;
  int weekday;
  char era;
  char part;
  guint8 day_run;
  guint8 year_run;
  gboolean latin;
  gboolean short_year;
} Capture;

static gboolean
is_month_next (const PeriodToken *token,
               const PeriodToken *end)
{
  return token < end && (token->code == 'm' || (token->code == 'M' && token + 1 < end && token[1].code == 'm'));
}

/* In "๑ ต.ค. ๓๑ มี.ค. ๖๖" the ๓๑ is the next day, in "๑ ต.ค. ๑/๑๑" the ๑ begins a date. */
static gboolean
begins_date (const PeriodToken *token,
             const PeriodToken *end)
{
  if (token->n_digits != 2 || token->value > 31 || token + 1 >= end)
    return FALSE;
  return is_month_next (token + 1, end) || token[1].code == '/' || token[1].code == 'u';
}

/* 4 digits from 2400 are B.E., 1900 to 2399 C.E., two digits are 25yy B.E. */
static int
read_year (const PeriodToken *token,
           char               era)
{
  int value = token->value;

  if (token->n_digits == 2)
    return era == 'c' ? -1 : 2500 + value - MATTRA_DATE_BE_OFFSET;
  if (token->n_digits != 4 || value < 1900 || value > MATTRA_FISCAL_YEAR_MAX)
    return -1;
  if (value >= MATTRA_FISCAL_YEAR_MIN)
    return era == 'c' ? -1 : value - MATTRA_DATE_BE_OFFSET;
  return era == 'b' ? -1 : value;
}

static gboolean
take_year (const PeriodToken *token,
           const PeriodToken *end,
           gboolean           four_only,
           Capture           *capture)
{
  if (token->code != 'n' || (token->n_digits != 4 && (four_only || token->n_digits != 2))
      || begins_date (token, end))
    return FALSE;
  capture->year = read_year (token, capture->era);
  capture->short_year = token->n_digits == 2;
  capture->year_run = token->run;
  return TRUE;
}

static gboolean
take_number (const PeriodToken *token,
             int               *into)
{
  if (token->code != 'n' || token->n_digits > 2)
    return FALSE;
  *into = token->value;
  return TRUE;
}

static gboolean
take_word (const PeriodToken *token,
           char               code,
           Capture           *capture)
{
  if (token->code != code)
    return FALSE;
  if (code == 'm')
    {
      capture->month = token->value;
      capture->latin = token->latin;
    }
  else if (code == 'w')
    capture->weekday = token->value;
  else if (code == '1' || code == '2' || code == '9')
    capture->part = code;
  return TRUE;
}

static gboolean
take (const PeriodToken *token,
      const PeriodToken *end,
      char               part,
      Capture           *capture)
{
  if (token >= end)
    return FALSE;
  switch (part)
    {
    case '#':
      capture->day_run = token->run;
      return take_number (token, &capture->day);
    case '@':
      return take_number (token, &capture->month);
    case '+':
      return take_number (token, &capture->index);
    case '%':
    case '4':
      return take_year (token, end, part == '4', capture);
    case 'e':
      capture->era = token->code;
      return token->code == 'b' || token->code == 'c';
    default:
      return take_word (token, part, capture);
    }
}

static gboolean
year_follows (const PeriodToken *token,
              const PeriodToken *end)
{
  return token < end && (token->code == 'b' || token->code == 'c' || (token->code == 'n' && token->n_digits >= 2));
}

/* How many tokens @pattern takes; -1 if it does not fit. */
static int
match (const char        *pattern,
       const PeriodToken *from,
       const PeriodToken *end,
       Capture           *capture)
{
  const PeriodToken *token = from;

  for (const char *p = pattern; *p != '\0'; p++)
    {
      gboolean optional = p[1] == '?';

      if (*p == '~' && token < end && token->spaced)
        return -1;
      if (*p == '!' && year_follows (token, end))
        return -1;
      if (*p == '~' || *p == '!')
        continue;
      if (take (token, end, *p, capture))
        token++;
      else if (!optional)
        return -1;
      else if (*p == 'e')
        capture->era = 0;
      p += optional ? 1 : 0;
    }
  return (int) (token - from);
}

/* Six months are a half, twelve the year; "the first 3 months" has no name of its own. */
static void
name_half (PeriodAtom    *atom,
           const Capture *capture)
{
  if (capture->index == 6)
    atom->index = capture->part == '2' || capture->part == '9' ? 2 : 1;
  else if (capture->index == 12 && capture->part == 0)
    atom->symbol = 'T';
  else
    atom->symbol = 'L';
}

static void
fill_atom (PeriodAtom    *atom,
           char           symbol,
           const Capture *capture)
{
  *atom = (PeriodAtom) {
    .symbol = symbol,
    .day = capture->day,
    .month = capture->month,
    .year = capture->year,
    .weekday = capture->weekday,
    .index = capture->index,
    .day_run = capture->day_run,
    .year_run = capture->year_run,
    .short_year = capture->short_year,
  };
  if (symbol == 'N' && atom->index == 0)
    atom->index = capture->day;
  if (symbol == 'H')
    name_half (atom, capture);
  if (symbol == 'Q' && capture->part != 0)
    atom->index = capture->part == '1' ? 1 : 4;
  if (symbol == 'h' || symbol == 'J')
    atom->index = capture->part == '2' ? 2 : (capture->part == '1' ? 1 : capture->index);
  if (symbol == 'h' || symbol == 'G')
    atom->symbol = 'H';
  atom->last = atom->index;
}

static int
group_at (const PeriodToken *from,
          const PeriodToken *end,
          PeriodAtom        *atom)
{
  int best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (productions); i++)
    {
      Capture capture = { 0 };
      int n = match (productions[i].pattern, from, end, &capture);

      if (n > best)
        {
          best = n;
          fill_atom (atom, productions[i].symbol, &capture);
        }
    }
  return best;
}

/* What a token means that no production took. */
static void
fill_single (PeriodAtom        *atom,
             const PeriodToken *token,
             gboolean           is_last)
{
  *atom = (PeriodAtom) { .symbol = token->code, .letters = token->code == 'U' ? token->value : 0 };
  if (token->code == ',')
    atom->symbol = '&';
  else if (strchr ("dM", token->code) != NULL || (token->code == '.' && is_last))
    atom->symbol = 'f';
  else if (strchr ("n/.()bcTp", token->code) != NULL)
    atom->symbol = 'U';
  else if (strchr ("QRGh129uw", token->code) != NULL)
    atom->symbol = 'g';
  else if (token->code == 'N')
    atom->symbol = 'i';
  else if (token->code == 'C')
    atom->symbol = 'o';
}

/*
 * Words that carry no meaning of their own are taken out first: fillers, "carry out" at the beginning,
 * "to be completed" before "within". Elsewhere such words are a remark and stay unread.
 */
static guint
drop_fillers (const PeriodToken *tokens,
              guint              n_tokens,
              PeriodToken       *kept)
{
  guint n = 0;

  for (guint i = 0; i < n_tokens; i++)
    {
      PeriodToken token = tokens[i];
      char before = n > 0 ? kept[n - 1].code : 'F';
      char next = i + 1 < n_tokens ? tokens[i + 1].code : 0;

      if (token.code == 'f' || (token.code == 'p' && before == 'F')
          || (token.code == 'D' && (next == 'W' || next == 'B')))
        continue;
      if (token.code == 'D' || token.code == 'p')
        token = (PeriodToken) { .code = 'U', .value = 8 };
      kept[n++] = token;
    }
  return n;
}

/*
 * mattra_period_group:
 * @tokens: tokens
 * @n_tokens: how many
 * @atoms: (out): the groups they form
 *
 * Joins tokens to dates, quarters, halves, years and lengths of time.
 */
void
mattra_period_group (const PeriodToken *tokens,
                     guint              n_tokens,
                     PeriodAtoms       *atoms)
{
  PeriodToken kept[MATTRA_PERIOD_MAX_TOKENS];
  guint n = drop_fillers (tokens, MIN (n_tokens, G_N_ELEMENTS (kept)), kept);

  atoms->length = 0;
  for (guint i = 0; i < n;)
    {
      PeriodAtom *atom = &atoms->atom[atoms->length];
      int taken = group_at (kept + i, kept + n, atom);

      if (taken == 0)
        fill_single (atom, &kept[i], i + 1 == n);
      i += (guint) MAX (taken, 1);
      if (atom->symbol != 'f')
        atoms->length++;
    }
}
