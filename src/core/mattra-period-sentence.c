/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-period-sentence.h"

#include <string.h>

#include "mattra-fiscal.h"

/* A year in two digits further off than this is more likely a day, or a year of the Common Era. */
#define MAX_YEARS_OFF 20

typedef void (*Reader) (const PeriodAtom *const *parts,
                        int                      fiscal_year,
                        MattraPeriod            *period);

typedef struct
{
  const char *pattern;
  Reader read;
} Sentence;

#define MAX_PARTS 4

gboolean
mattra_period_has_dates (const MattraPeriod *period)
{
  return period->kind != MATTRA_PERIOD_NONE && period->kind != MATTRA_PERIOD_AMBIGUOUS;
}

/* Dates that were read become a proposal. */
void
mattra_period_ask (MattraPeriod       *period,
                   MattraPeriodReason  reason)
{
  if (mattra_period_has_dates (period))
    {
      period->proposed_start = period->start;
      period->proposed_end = period->end;
    }
  period->start = period->end = MATTRA_DATE_NONE;
  period->kind = MATTRA_PERIOD_AMBIGUOUS;
  period->reason = reason;
  period->asked = TRUE;
}

int
mattra_period_fiscal_year (const MattraPeriod *period)
{
  return mattra_fiscal_year_of (mattra_date_is_set (period->end) ? period->end : period->start);
}

static gboolean
lies_in (MattraDate          date,
         const MattraPeriod *bounds)
{
  return mattra_date_compare (date, bounds->start) >= 0 && mattra_date_compare (date, bounds->end) <= 0;
}

static gboolean
is_equal (const MattraPeriod *a,
          const MattraPeriod *b)
{
  return mattra_date_compare (a->start, b->start) == 0 && mattra_date_compare (a->end, b->end) == 0;
}

/* A remark agrees if it says the same or names what the period lies in. "First half" says where a
 * range begins and ends, so a shorter range contradicts it. */
gboolean
mattra_period_agrees (const MattraPeriod *period,
                      const MattraPeriod *remark)
{
  if (is_equal (period, remark))
    return TRUE;
  if (!mattra_date_is_set (remark->start) || !mattra_date_is_set (remark->end))
    return FALSE;
  if (period->kind == MATTRA_PERIOD_DEADLINE)
    return lies_in (period->end, remark);
  if (period->kind == MATTRA_PERIOD_OPEN_END)
    return lies_in (period->start, remark);
  if (period->kind == MATTRA_PERIOD_RANGE && remark->kind != MATTRA_PERIOD_FISCAL)
    return FALSE;
  return lies_in (period->start, remark) && lies_in (period->end, remark);
}

static gboolean
is_date (const PeriodAtom *atom)
{
  return atom->symbol == 'D' || atom->symbol == 'M';
}

static MattraPeriodReason
check_year (const PeriodAtom *atom,
            int               fiscal_year)
{
  int off = atom->year + MATTRA_DATE_BE_OFFSET - fiscal_year;

  if (atom->year < 0)
    return MATTRA_PERIOD_REASON_YEAR;
  if (atom->short_year && fiscal_year != 0 && ABS (off) > MAX_YEARS_OFF)
    return MATTRA_PERIOD_REASON_YEAR;
  return MATTRA_PERIOD_REASON_CLEAR;
}

static MattraPeriodReason
resolve_date (const PeriodAtom *atom,
              int               fiscal_year,
              MattraPeriod     *period)
{
  int year = atom->year;

  if (year == 0 && fiscal_year == 0)
    return MATTRA_PERIOD_REASON_NO_YEAR;
  if (year == 0)
    year = mattra_fiscal_calendar_year (fiscal_year, atom->month);
  period->start = mattra_date_make (year, atom->month, atom->symbol == 'D' ? atom->day : 1);
  period->end = atom->symbol == 'D' ? period->start : mattra_date_month_end (period->start);
  period->kind = atom->symbol == 'D' ? MATTRA_PERIOD_DAY : MATTRA_PERIOD_MONTH;
  if (!mattra_date_is_set (period->start))
    return MATTRA_PERIOD_REASON_NO_SUCH_DAY;
  if (atom->weekday != 0 && atom->weekday != mattra_date_weekday (period->start))
    return MATTRA_PERIOD_REASON_CONTRADICTION;
  return MATTRA_PERIOD_REASON_CLEAR;
}

/* A quarter of a year that may be a fiscal or a calendar one is fiscal in a fiscal year's papers. */
static MattraPeriodReason
resolve_quarter (const PeriodAtom *atom,
                 int               fiscal_year,
                 MattraPeriod     *period)
{
  int year = atom->year > 0 ? atom->year + MATTRA_DATE_BE_OFFSET : fiscal_year;
  MattraDate unused;

  if (year == 0)
    return MATTRA_PERIOD_REASON_NO_YEAR;
  if (atom->last < atom->index && atom->last > 0)
    return MATTRA_PERIOD_REASON_ORDER;
  period->kind = MATTRA_PERIOD_QUARTER;
  if (!mattra_fiscal_quarter (year, atom->index, &period->start, &unused)
      || !mattra_fiscal_quarter (year, atom->last, &unused, &period->end))
    return MATTRA_PERIOD_REASON_NO_SUCH_DAY;
  return atom->year > 0 && fiscal_year == 0 ? MATTRA_PERIOD_REASON_YEAR_KIND : MATTRA_PERIOD_REASON_CLEAR;
}

static MattraPeriodReason
resolve_half (const PeriodAtom *atom,
              int               fiscal_year,
              MattraPeriod     *period)
{
  int year = atom->year > 0 ? atom->year + MATTRA_DATE_BE_OFFSET : fiscal_year;

  if (year == 0)
    return MATTRA_PERIOD_REASON_NO_YEAR;
  period->kind = MATTRA_PERIOD_HALF;
  if (!mattra_fiscal_half (year, atom->index, &period->start, &period->end))
    return MATTRA_PERIOD_REASON_NO_SUCH_DAY;
  return MATTRA_PERIOD_REASON_CLEAR;
}

static MattraPeriodReason
resolve_fiscal (const PeriodAtom *atom,
                int               fiscal_year,
                MattraPeriod     *period)
{
  int year = atom->year > 0 ? atom->year + MATTRA_DATE_BE_OFFSET : fiscal_year;

  if (year == 0)
    return MATTRA_PERIOD_REASON_NO_YEAR;
  period->kind = MATTRA_PERIOD_FISCAL;
  period->start = mattra_fiscal_year_start (year);
  period->end = mattra_fiscal_year_end (year);
  return MATTRA_PERIOD_REASON_CLEAR;
}

static MattraPeriodReason
resolve_calendar (const PeriodAtom *atom,
                  int               fiscal_year,
                  MattraPeriod     *period)
{
  if (atom->year == 0)
    return MATTRA_PERIOD_REASON_NO_YEAR;
  period->kind = MATTRA_PERIOD_RANGE;
  period->start = mattra_date_make (atom->year, 1, 1);
  period->end = mattra_date_make (atom->year, 12, 31);
  return MATTRA_PERIOD_REASON_CLEAR;
}

/* The span that one atom stands for; FALSE if it has to be asked about. */
static gboolean
resolve (const PeriodAtom *atom,
         int               fiscal_year,
         MattraPeriod     *period)
{
  MattraPeriodReason reason = check_year (atom, fiscal_year);
  MattraPeriod found = { 0 };

  if (reason == MATTRA_PERIOD_REASON_CLEAR)
    switch (atom->symbol)
      {
      case 'D':
      case 'M':
        reason = resolve_date (atom, fiscal_year, &found);
        break;
      case 'Q':
        reason = resolve_quarter (atom, fiscal_year, &found);
        break;
      case 'H':
        reason = resolve_half (atom, fiscal_year, &found);
        break;
      case 'K':
        reason = resolve_calendar (atom, fiscal_year, &found);
        break;
      default:
        reason = resolve_fiscal (atom, fiscal_year, &found);
        break;
      }
  *period = found;
  if (reason == MATTRA_PERIOD_REASON_CLEAR)
    return TRUE;
  if (!mattra_date_is_set (found.end))
    period->kind = MATTRA_PERIOD_NONE;
  mattra_period_ask (period, reason);
  return FALSE;
}

static void
read_single (const PeriodAtom *const *parts,
             int                      fiscal_year,
             MattraPeriod            *period)
{
  resolve (parts[0], fiscal_year, period);
}

static void
read_end_of (const PeriodAtom *const *parts,
             int                      fiscal_year,
             MattraPeriod            *period)
{
  if (!resolve (parts[0], fiscal_year, period))
    return;
  period->start = period->end;
  period->kind = MATTRA_PERIOD_DAY;
}

static void
read_open_end (const PeriodAtom *const *parts,
               int                      fiscal_year,
               MattraPeriod            *period)
{
  if (!resolve (parts[0], fiscal_year, period))
    return;
  period->end = MATTRA_DATE_NONE;
  period->kind = MATTRA_PERIOD_OPEN_END;
}

static void
read_deadline (const PeriodAtom *const *parts,
               int                      fiscal_year,
               MattraPeriod            *period)
{
  if (!resolve (parts[0], fiscal_year, period))
    return;
  period->start = MATTRA_DATE_NONE;
  period->kind = MATTRA_PERIOD_DEADLINE;
}

/* "Before" a day excludes it. */
static void
read_before (const PeriodAtom *const *parts,
             int                      fiscal_year,
             MattraPeriod            *period)
{
  if (!resolve (parts[0], fiscal_year, period))
    return;
  period->end = mattra_date_add_days (period->start, -1);
  period->start = MATTRA_DATE_NONE;
  period->kind = MATTRA_PERIOD_DEADLINE;
}

/* "Before the end of March" mostly means by that day, but may mean the day before. */
static void
read_before_end (const PeriodAtom *const *parts,
                 int                      fiscal_year,
                 MattraPeriod            *period)
{
  read_deadline (parts, fiscal_year, period);
  if (mattra_period_has_dates (period))
    mattra_period_ask (period, MATTRA_PERIOD_REASON_VAGUE);
}

static gboolean
is_later_in_year (const PeriodAtom *a,
                  const PeriodAtom *b)
{
  return a->month > b->month;
}

/* One year for two months: the end keeps it, a later start month takes the year before; given at
 * the start, the end is the next such month. */
static void
share_year (PeriodAtom *from,
            PeriodAtom *to)
{
  if (is_date (from) && is_date (to))
    {
      if (from->year == 0 && to->year > 0)
        from->year = to->year - (is_later_in_year (from, to) ? 1 : 0);
      else if (to->year == 0 && from->year > 0)
        to->year = from->year + (is_later_in_year (from, to) ? 1 : 0);
    }
  else if (from->symbol == to->symbol && from->year == 0)
    from->year = to->year;
}

static MattraPeriodKind
kind_of_range (const PeriodAtom *from,
               const PeriodAtom *to)
{
  if (from->symbol == 'Q' && to->symbol == 'Q')
    return MATTRA_PERIOD_QUARTER;
  return from->symbol == 'T' && to->symbol == 'T' ? MATTRA_PERIOD_FISCAL : MATTRA_PERIOD_RANGE;
}

static void
read_range (const PeriodAtom *const *parts,
            int                      fiscal_year,
            MattraPeriod            *period)
{
  PeriodAtom from = *parts[0];
  PeriodAtom to = *parts[1];
  MattraPeriod first, last;

  share_year (&from, &to);
  if (!resolve (&from, fiscal_year, &first))
    {
      mattra_period_ask (period, first.reason);
      return;
    }
  if (!resolve (&to, fiscal_year, &last))
    {
      mattra_period_ask (period, last.reason);
      return;
    }
  if (mattra_date_compare (last.end, first.start) < 0)
    {
      mattra_period_ask (period, MATTRA_PERIOD_REASON_ORDER);
      return;
    }
  *period = (MattraPeriod) { .kind = kind_of_range (&from, &to), .start = first.start, .end = last.end };
}

/* "from X to the end of Y": the last day of Y either way. */
static void
read_days_of_month (const PeriodAtom *const *parts,
                    int                      fiscal_year,
                    MattraPeriod            *period)
{
  PeriodAtom from = *parts[1];
  const PeriodAtom *const both[] = { &from, parts[1] };

  from.day = parts[0]->index;
  from.weekday = parts[0]->weekday;
  read_range (both, fiscal_year, period);
}

static void
read_fiscal_years (const PeriodAtom *const *parts,
                   int                      fiscal_year,
                   MattraPeriod            *period)
{
  PeriodAtom to = *parts[1];
  const PeriodAtom *const both[] = { parts[0], &to };

  to.symbol = 'T';
  read_range (both, fiscal_year, period);
}

/* Two months with their years and nothing between: a range by custom, but perhaps two months. */
static void
read_side_by_side (const PeriodAtom *const *parts,
                   int                      fiscal_year,
                   MattraPeriod            *period)
{
  gboolean months = parts[0]->symbol == 'M' && parts[1]->symbol == 'M' && parts[0]->year > 0 && parts[1]->year > 0;

  read_range (parts, fiscal_year, period);
  if (!mattra_period_has_dates (period))
    return;
  if (!months)
    mattra_period_ask (period, MATTRA_PERIOD_REASON_SEPARATOR);
  period->asked = TRUE;
  period->reason = MATTRA_PERIOD_REASON_SEPARATOR;
}

/* "๑/๒๕๖๖" is a fiscal quarter where a fiscal year is known, but might be a month; "๑๐/๒๕๖๕" is a month. */
static void
read_slash (const PeriodAtom *const *parts,
            int                      fiscal_year,
            MattraPeriod            *period)
{
  PeriodAtom atom = *parts[0];

  atom.index = atom.last = atom.month;
  atom.symbol = atom.month > 4 ? 'M' : 'Q';
  if (resolve (&atom, fiscal_year, period) && atom.symbol == 'Q')
    {
      period->asked = TRUE;
      period->reason = MATTRA_PERIOD_REASON_UNCLEAR;
    }
}

static void
read_slash_range (const PeriodAtom *const *parts,
                  int                      fiscal_year,
                  MattraPeriod            *period)
{
  PeriodAtom from = *parts[0];
  PeriodAtom to = *parts[1];
  const PeriodAtom *const both[] = { &from, &to };

  from.symbol = to.symbol = 'M';
  read_range (both, fiscal_year, period);
  if (mattra_period_has_dates (period) && from.month <= 4 && to.month <= 4)
    mattra_period_ask (period, MATTRA_PERIOD_REASON_UNCLEAR);
}

static void
read_year (const PeriodAtom *const *parts,
           int                      fiscal_year,
           MattraPeriod            *period)
{
  PeriodAtom year = *parts[0];

  year.symbol = 'T';
  if (resolve (&year, fiscal_year, period) || period->reason == MATTRA_PERIOD_REASON_NO_YEAR)
    mattra_period_ask (period, MATTRA_PERIOD_REASON_YEAR_KIND);
}

static void
read_part_of_year (const PeriodAtom *const *parts,
                   int                      fiscal_year,
                   MattraPeriod            *period)
{
  PeriodAtom half = *parts[0];

  half.symbol = 'H';
  if (resolve (&half, fiscal_year, period))
    mattra_period_ask (period, MATTRA_PERIOD_REASON_YEAR_KIND);
}

static void
read_year_deadline (const PeriodAtom *const *parts,
                    int                      fiscal_year,
                    MattraPeriod            *period)
{
  read_year (parts, fiscal_year, period);
  period->proposed_start = MATTRA_DATE_NONE;
}

static void
read_length (const PeriodAtom *const *parts,
             int                      fiscal_year,
             MattraPeriod            *period)
{
  mattra_period_ask (period, MATTRA_PERIOD_REASON_NO_BOUNDS);
}

static void
read_relative (const PeriodAtom *const *parts,
               int                      fiscal_year,
               MattraPeriod            *period)
{
  mattra_period_ask (period, MATTRA_PERIOD_REASON_RELATIVE);
}

/*
 * The whole grammar. P is a span (D M Q H T K), - a dash or "to", t "to" alone; others are symbols
 * of PeriodAtom. A reader gets the atoms that stand for time, in order.
 */
static const Sentence sentences[] = {
  { "P", read_single },          { "EP", read_end_of },         { "P-P", read_range },
  { "FP-P", read_range },        { "P-EP", read_range },        { "FP-EP", read_range },
  { "WP-P", read_range },        { "N-D", read_days_of_month }, { "FN-D", read_days_of_month },
  { "WN-D", read_days_of_month }, { "T-C", read_fiscal_years },  { "FT-C", read_fiscal_years },
  { "FP", read_open_end },       { "PO", read_open_end },       { "FPO", read_open_end },
  { "WP", read_deadline },       { "WEP", read_deadline },      { "tP", read_deadline },
  { "tEP", read_deadline },      { "BP", read_before },         { "BEP", read_before_end },
  { "DD", read_side_by_side },   { "MM", read_side_by_side },   { "DM", read_side_by_side },
  { "MD", read_side_by_side },   { "X", read_slash },           { "X-X", read_slash_range },
  { "FX-X", read_slash_range },  { "C", read_year },            { "WC", read_year_deadline },
  { "WEC", read_year_deadline }, { "EC", read_year },           { "J", read_part_of_year },
  { "WJ", read_part_of_year },   { "L", read_length },          { "WL", read_relative },
  { "BL", read_relative },       { "FL", read_relative },
};

static gboolean
fits (char symbol,
      char pattern)
{
  if (pattern == 'P')
    return strchr ("DMQHTK", symbol) != NULL;
  return symbol == pattern || (pattern == '-' && symbol == 't');
}

static gboolean
match_sentence (const char        *pattern,
                const PeriodAtom  *atoms,
                guint              n_atoms,
                const PeriodAtom **parts)
{
  guint n_parts = 0;

  if (strlen (pattern) != n_atoms)
    return FALSE;
  for (guint i = 0; i < n_atoms; i++)
    {
      if (!fits (atoms[i].symbol, pattern[i]))
        return FALSE;
      if (strchr ("DMQHTKNXCJL", atoms[i].symbol) != NULL && n_parts < MAX_PARTS)
        parts[n_parts++] = &atoms[i];
    }
  return n_parts > 0;
}

static void
read_plain (const PeriodAtom *atoms,
            guint             n_atoms,
            int               fiscal_year,
            MattraPeriod     *period)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      const PeriodAtom *parts[MAX_PARTS];

      if (match_sentence (sentences[i].pattern, atoms, n_atoms, parts))
        {
          sentences[i].read (parts, fiscal_year, period);
          return;
        }
    }
  mattra_period_ask (period, MATTRA_PERIOD_REASON_UNCLEAR);
}

/* Whether @label, beside @rest without a word between, only says where @rest lies. */
static gboolean
is_label (const PeriodAtom *label,
          const PeriodAtom *rest,
          const char       *neighbours)
{
  if (label->symbol == 'C')
    return strchr ("QHJ", rest->symbol) != NULL;
  if (label->symbol == rest->symbol)
    return label->symbol == 'T' && rest->year == 0;
  return strchr ("THQK", label->symbol) != NULL && strchr (neighbours, rest->symbol) != NULL;
}

static void
read_labelled (const PeriodAtom *label,
               const PeriodAtom *atoms,
               guint             n_atoms,
               int               fiscal_year,
               MattraPeriod     *period)
{
  PeriodAtom bounds = *label;
  PeriodAtom rest[MATTRA_PERIOD_MAX_TOKENS];
  gboolean names_year = strchr ("TC", label->symbol) != NULL;
  gboolean uncertain = label->symbol == 'C' && fiscal_year == 0;
  MattraPeriod named;

  memcpy (rest, atoms, n_atoms * sizeof *rest);
  for (guint i = 0; i < n_atoms && names_year; i++)
    if (rest[i].symbol == 'J')
      rest[i].symbol = 'H';
  bounds.symbol = names_year ? 'T' : bounds.symbol;
  if (names_year && bounds.year > 0)
    fiscal_year = bounds.year + MATTRA_DATE_BE_OFFSET;
  mattra_period_read_sentence (rest, n_atoms, fiscal_year, period);
  if (!mattra_period_has_dates (period))
    return;
  if (!resolve (&bounds, fiscal_year != 0 ? fiscal_year : mattra_period_fiscal_year (period), &named))
    mattra_period_ask (period, named.reason);
  else if (!mattra_period_agrees (period, &named))
    mattra_period_ask (period, MATTRA_PERIOD_REASON_CONTRADICTION);
  else if (uncertain)
    mattra_period_ask (period, MATTRA_PERIOD_REASON_YEAR_KIND);
}

/*
 * mattra_period_read_sentence:
 * @atoms: atoms, without words that bear no date
 * @n_atoms: how many
 * @fiscal_year: the fiscal year (B.E.) of the paper, 0 if unknown
 * @period: (out): what they mean
 *
 * Reads a sentence about time. A name such as a fiscal year or half before or after it gives the
 * year, and must agree.
 */
void
mattra_period_read_sentence (const PeriodAtom *atoms,
                             guint             n_atoms,
                             int               fiscal_year,
                             MattraPeriod     *period)
{
  *period = (MattraPeriod) { 0 };
  if (n_atoms >= 2 && is_label (&atoms[n_atoms - 1], &atoms[n_atoms - 2], "DMQHJXOT")
      && (atoms[n_atoms - 1].symbol == 'T' || atoms[n_atoms - 1].symbol == 'C'))
    read_labelled (&atoms[n_atoms - 1], atoms, n_atoms - 1, fiscal_year, period);
  else if (n_atoms >= 2 && is_label (&atoms[0], &atoms[1], "DMQHJNFWBX"))
    read_labelled (&atoms[0], atoms + 1, n_atoms - 1, fiscal_year, period);
  else if (n_atoms >= 2 && is_label (&atoms[n_atoms - 1], &atoms[n_atoms - 2], "DMO"))
    read_labelled (&atoms[n_atoms - 1], atoms, n_atoms - 1, fiscal_year, period);
  else
    read_plain (atoms, n_atoms, fiscal_year, period);
}
