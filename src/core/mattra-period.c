/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-period.h"

#include <string.h>

#include "mattra-fiscal.h"
#include "mattra-period-atom.h"
#include "mattra-period-sentence.h"
#include "mattra-period-token.h"

/* More letters than a remark on a date has: the text is about something else. */
#define RUNNING_LETTERS 20

/* So many letters without a word about time already read like a neighbour's tail. */
#define TAIL_LETTERS 12

/* Symbols that speak of time, so that the text is a period at least in intent. */
#define TIME_SYMBOLS "DMXQHJTKCLEAFWBVZorSxO"

G_DEFINE_BOXED_TYPE (MattraPeriod, mattra_period, mattra_period_copy, g_free)

/* What stands beside the dates. */
typedef struct
{
  gboolean school;
  gboolean relative;
  gboolean list;
  gboolean vague;
  gboolean often;
  gboolean every_year;
  gboolean lasting;
  gboolean with_year;
  guint n_unread;
  guint letters;
  guint n_time;
} Remarks;

static void read_tokens (const PeriodToken *tokens,
                         guint              n_tokens,
                         int                fiscal_year,
                         MattraPeriod      *period);

/**
 * mattra_period_copy:
 * @period: (nullable): a period
 *
 * Returns: (transfer full) (nullable): a copy on the heap, for values and properties
 */
MattraPeriod *
mattra_period_copy (const MattraPeriod *period)
{
  return period == NULL ? NULL : g_memdup2 (period, sizeof *period);
}

static void
notice (Remarks          *remarks,
        const PeriodAtom *atom)
{
  remarks->school |= atom->symbol == 'S';
  remarks->relative |= atom->symbol == 'x';
  remarks->list |= atom->symbol == '&' || atom->symbol == 'i';
  remarks->vague |= atom->symbol == 'Z';
  remarks->often |= atom->symbol == 'V';
  remarks->every_year |= atom->symbol == 'r';
  remarks->lasting |= atom->symbol == 'o' || atom->symbol == 'A';
  remarks->with_year |= atom->year > 0;
  remarks->n_unread += atom->symbol == 'U' ? 1 : 0;
  remarks->letters += (guint) atom->letters;
  remarks->n_time += strchr (TIME_SYMBOLS, atom->symbol) != NULL ? 1 : 0;
}

static gboolean
is_quarter_end (const PeriodAtom *atom)
{
  return atom->symbol == 'Q' || atom->symbol == 'N' || atom->symbol == 'X';
}

/* "ไตรมาส ๓ และ ๔", "Q1-Q4", "ไตรมาส ๑, ๒": adjoining quarters are one span, others a list. */
static guint
take_quarters (const PeriodAtom *atoms,
               guint             n_atoms,
               PeriodAtom       *span)
{
  guint taken = 1;

  *span = atoms[0];
  while (taken + 1 < n_atoms && strchr ("-t&", atoms[taken].symbol) != NULL
         && is_quarter_end (&atoms[taken + 1]))
    {
      const PeriodAtom *next = &atoms[taken + 1];
      int index = next->symbol == 'X' ? next->month : next->index;
      gboolean other_year = next->symbol == 'Q' && span->year > 0;

      if (other_year || (atoms[taken].symbol == '&' && index != span->last + 1))
        break;
      span->last = index;
      span->year = next->year != 0 ? next->year : span->year;
      taken += 2;
    }
  return taken;
}

static gboolean
bears_date (const PeriodAtom *atom,
            const Remarks    *remarks)
{
  if (strchr ("UVZorxSA", atom->symbol) != NULL)
    return FALSE;
  return !remarks->often || strchr ("NLgX", atom->symbol) == NULL;
}

static gboolean
repeats_sign (const PeriodAtom *atom,
              const PeriodAtom *core,
              guint             n)
{
  if (atom->symbol == '-' && (n == 0 || core[n - 1].symbol == 't' || core[n - 1].symbol == '-'))
    return TRUE;
  return atom->symbol == '&' && n > 0 && core[n - 1].symbol == '&';
}

/* The atoms that make the sentence: without remarks, with quarters joined. */
static guint
pick_core (const PeriodAtom *atoms,
           guint             n_atoms,
           const Remarks    *remarks,
           PeriodAtom       *core)
{
  PeriodAtom bearing[MATTRA_PERIOD_MAX_TOKENS];
  guint n_bearing = 0;
  guint n = 0;

  for (guint i = 0; i < n_atoms; i++)
    if (bears_date (&atoms[i], remarks) && !repeats_sign (&atoms[i], bearing, n_bearing))
      bearing[n_bearing++] = atoms[i];
  for (guint i = 0; i < n_bearing; n++)
    {
      core[n] = bearing[i];
      i += bearing[i].symbol == 'Q' ? take_quarters (bearing + i, n_bearing - i, &core[n]) : 1;
    }
  return n;
}

static void
ask_if_dated (MattraPeriod       *period,
              MattraPeriodReason  reason)
{
  if (mattra_period_has_dates (period) || period->reason == MATTRA_PERIOD_REASON_UNCLEAR
      || period->reason == MATTRA_PERIOD_REASON_YEAR_KIND)
    mattra_period_ask (period, reason);
}

static void
weigh_remarks (const Remarks *remarks,
               MattraPeriod  *period)
{
  if (remarks->school)
    mattra_period_ask (period, MATTRA_PERIOD_REASON_SCHOOL_YEAR);
  else if (remarks->relative)
    mattra_period_ask (period, MATTRA_PERIOD_REASON_RELATIVE);
  else if (remarks->vague)
    ask_if_dated (period, MATTRA_PERIOD_REASON_VAGUE);
  else if (remarks->every_year && remarks->with_year)
    ask_if_dated (period, MATTRA_PERIOD_REASON_CONTRADICTION);
  else if (remarks->often && mattra_period_has_dates (period))
    {
      period->asked = TRUE;
      period->reason = MATTRA_PERIOD_REASON_RECURRING;
    }
  else if (remarks->often)
    mattra_period_ask (period, MATTRA_PERIOD_REASON_RECURRING);
}

static MattraPeriodReason
reason_without_dates (const Remarks *remarks)
{
  if (remarks->every_year || remarks->often)
    return MATTRA_PERIOD_REASON_RECURRING;
  return remarks->lasting ? MATTRA_PERIOD_REASON_NO_BOUNDS : MATTRA_PERIOD_REASON_UNCLEAR;
}

/* Reads atoms as if all words had been understood. */
static void
read_understood (const PeriodAtom *atoms,
                 guint             n_atoms,
                 int               fiscal_year,
                 MattraPeriod     *period)
{
  PeriodAtom core[MATTRA_PERIOD_MAX_TOKENS];
  Remarks remarks = { 0 };
  Remarks left = { 0 };
  guint n;

  for (guint i = 0; i < n_atoms; i++)
    notice (&remarks, &atoms[i]);
  n = pick_core (atoms, n_atoms, &remarks, core);
  for (guint i = 0; i < n; i++)
    notice (&left, &core[i]);
  *period = (MattraPeriod) { 0 };
  if (left.list)
    mattra_period_ask (period, MATTRA_PERIOD_REASON_LIST);
  else if (n > 0)
    mattra_period_read_sentence (core, n, fiscal_year, period);
  else
    mattra_period_ask (period, reason_without_dates (&remarks));
  weigh_remarks (&remarks, period);
}

static void
set_none (MattraPeriod       *period,
          MattraPeriodReason  reason)
{
  *period = (MattraPeriod) { .kind = MATTRA_PERIOD_NONE, .reason = reason };
  period->asked = reason != MATTRA_PERIOD_REASON_EMPTY;
}

static guint
first_unread (const PeriodAtoms *atoms)
{
  guint i = 0;

  while (i < atoms->length && atoms->atom[i].symbol != 'U')
    i++;
  return i;
}

/*
 * Words that were not understood are never dropped: a period at the beginning becomes a proposal;
 * long text with a date somewhere inside is no period.
 */
static void
read_with_unread (const PeriodAtoms *atoms,
                  const Remarks     *remarks,
                  int                fiscal_year,
                  MattraPeriod      *period)
{
  read_understood (atoms->atom, first_unread (atoms), fiscal_year, period);
  if (mattra_period_has_dates (period))
    {
      mattra_period_ask (period, MATTRA_PERIOD_REASON_UNREAD);
      return;
    }
  /* A cell of its own does not begin with "and". */
  if (remarks->letters > RUNNING_LETTERS || atoms->atom[0].symbol == '&')
    {
      set_none (period, MATTRA_PERIOD_REASON_RUNNING_TEXT);
      return;
    }
  if (remarks->n_time == 0 && remarks->letters > 0)
    {
      set_none (period, remarks->letters >= TAIL_LETTERS ? MATTRA_PERIOD_REASON_RUNNING_TEXT
                                                         : MATTRA_PERIOD_REASON_UNREAD);
      return;
    }
  read_understood (atoms->atom, atoms->length, fiscal_year, period);
  ask_if_dated (period, MATTRA_PERIOD_REASON_UNREAD);
}

static gboolean
says_nothing (const PeriodToken *tokens,
              guint              n_tokens)
{
  for (guint i = 0; i < n_tokens; i++)
    if (strchr ("-.,0", tokens[i].code) == NULL)
      return FALSE;
  return TRUE;
}

static void
read_plain_tokens (const PeriodToken *tokens,
                   guint              n_tokens,
                   int                fiscal_year,
                   MattraPeriod      *period)
{
  PeriodAtoms atoms;
  Remarks remarks = { 0 };

  if (says_nothing (tokens, n_tokens))
    {
      set_none (period, MATTRA_PERIOD_REASON_EMPTY);
      return;
    }
  mattra_period_group (tokens, n_tokens, &atoms);
  for (guint i = 0; i < atoms.length; i++)
    notice (&remarks, &atoms.atom[i]);
  if (remarks.n_unread > 0)
    read_with_unread (&atoms, &remarks, fiscal_year, period);
  else
    read_understood (atoms.atom, atoms.length, fiscal_year, period);
}

/* A remark in parentheses may repeat the period, place it in a half or year, or tell its length. */
static void
weigh_parenthesis (const PeriodToken *tokens,
                   guint              n_tokens,
                   MattraPeriod      *period,
                   int                fiscal_year)
{
  MattraPeriod remark;
  gboolean dated = mattra_period_has_dates (period);

  if (fiscal_year == 0 && dated)
    fiscal_year = mattra_period_fiscal_year (period);
  read_tokens (tokens, n_tokens, fiscal_year, &remark);
  if (remark.reason == MATTRA_PERIOD_REASON_NO_BOUNDS || remark.reason == MATTRA_PERIOD_REASON_EMPTY)
    return;
  if (remark.reason == MATTRA_PERIOD_REASON_YEAR_KIND)
    {
      remark.start = remark.proposed_start;
      remark.end = remark.proposed_end;
      remark.kind = MATTRA_PERIOD_FISCAL;
    }
  if (!dated && mattra_period_has_dates (&remark) && period->kind == MATTRA_PERIOD_AMBIGUOUS
      && mattra_date_compare (period->proposed_start, remark.start) == 0
      && mattra_date_compare (period->proposed_end, remark.end) == 0)
    *period = remark;
  else if (dated && !mattra_period_has_dates (&remark))
    mattra_period_ask (period, remark.kind == MATTRA_PERIOD_NONE ? MATTRA_PERIOD_REASON_UNREAD : remark.reason);
  else if (dated && !mattra_period_agrees (period, &remark))
    mattra_period_ask (period, MATTRA_PERIOD_REASON_CONTRADICTION);
}

/* Where the parenthesis that opens at @open closes; 0 if it does not, or holds another. */
static guint
find_close (const PeriodToken *tokens,
            guint              n_tokens,
            guint              open)
{
  for (guint i = open + 1; i < n_tokens; i++)
    if (tokens[i].code == ')' || tokens[i].code == '(')
      return tokens[i].code == ')' ? i : 0;
  return 0;
}

static guint
copy_outside (const PeriodToken *tokens,
              guint              n_tokens,
              PeriodToken       *outside)
{
  guint n = 0;

  for (guint i = 0; i < n_tokens; i++)
    {
      guint close = tokens[i].code == '(' ? find_close (tokens, n_tokens, i) : 0;

      if (close > 0)
        i = close;
      else
        outside[n++] = tokens[i];
    }
  return n;
}

/* A half or year before a parenthesis gets its year from the dates inside. */
static int
find_fiscal_year (const PeriodToken *tokens,
                  guint              n_tokens)
{
  MattraPeriod found = { 0 };

  for (guint i = 0; i < n_tokens; i++)
    {
      guint close = tokens[i].code == '(' ? find_close (tokens, n_tokens, i) : 0;

      if (close == 0)
        continue;
      read_plain_tokens (tokens + i + 1, close - i - 1, 0, &found);
      if (mattra_period_has_dates (&found))
        return mattra_period_fiscal_year (&found);
      i = close;
    }
  return 0;
}

static void
read_tokens (const PeriodToken *tokens,
             guint              n_tokens,
             int                fiscal_year,
             MattraPeriod      *period)
{
  PeriodToken outside[MATTRA_PERIOD_MAX_TOKENS] = { 0 };
  guint n;

  if (n_tokens > 1 && tokens[0].code == '(' && find_close (tokens, n_tokens, 0) == n_tokens - 1)
    {
      tokens++;
      n_tokens -= 2;
    }
  n = copy_outside (tokens, n_tokens, outside);
  read_plain_tokens (outside, n, fiscal_year, period);
  if (n == n_tokens)
    return;
  if (fiscal_year == 0
      && (period->reason == MATTRA_PERIOD_REASON_NO_YEAR || period->reason == MATTRA_PERIOD_REASON_YEAR_KIND))
    read_plain_tokens (outside, n, find_fiscal_year (tokens, n_tokens), period);
  for (guint i = 0; i < n_tokens; i++)
    {
      guint close = tokens[i].code == '(' ? find_close (tokens, n_tokens, i) : 0;

      if (close == 0)
        continue;
      weigh_parenthesis (tokens + i + 1, close - i - 1, period, fiscal_year);
      i = close;
    }
}

/**
 * mattra_period_parse:
 * @text: what stands in the period column
 * @fiscal_year: the fiscal year (B.E.) of the plan or report, 0 if unknown
 * @period: (out caller-allocates): what it means
 *
 * Reads a period as officials write it. A year in the text beats @fiscal_year. What gives no dates,
 * or has more than one reading, is never guessed: it is marked to be asked about, with a proposal
 * where one reading is likelier. Nothing is repaired. The time taken grows with the text's length
 * and is bounded for all but white space.
 *
 * Returns: %TRUE if dates were read
 */
gboolean
mattra_period_parse (const char   *text,
                     int           fiscal_year,
                     MattraPeriod *period)
{
  PeriodTokens tokens;

  g_return_val_if_fail (text != NULL && period != NULL, FALSE);

  mattra_period_tokenise (text, &tokens);
  if (tokens.too_long)
    set_none (period, MATTRA_PERIOD_REASON_RUNNING_TEXT);
  else
    read_tokens (tokens.token, tokens.length, mattra_fiscal_year_is_valid (fiscal_year) ? fiscal_year : 0,
                 period);
  return mattra_period_has_dates (period);
}

/**
 * mattra_period_reads_like_running_text:
 * @text: what stands in the period column
 *
 * Returns: %TRUE if @text is very likely the tail of a neighbouring cell
 */
gboolean
mattra_period_reads_like_running_text (const char *text)
{
  MattraPeriod period;

  g_return_val_if_fail (text != NULL, FALSE);

  mattra_period_parse (text, 0, &period);
  return period.reason == MATTRA_PERIOD_REASON_RUNNING_TEXT;
}

/**
 * mattra_period_is_outside:
 * @period: a period
 * @start: first day of the fiscal year or round
 * @end: its last day
 *
 * Returns: %TRUE if a bound of @period lies outside: to be warned about, not an error
 */
gboolean
mattra_period_is_outside (const MattraPeriod *period,
                          MattraDate          start,
                          MattraDate          end)
{
  const MattraDate bounds[] = { period->start, period->end };

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (mattra_date_is_set (bounds[i])
        && (mattra_date_compare (bounds[i], start) < 0 || mattra_date_compare (bounds[i], end) > 0))
      return TRUE;
  return FALSE;
}
