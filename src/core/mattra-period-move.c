/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-period.h"

#include <string.h>

#include "mattra-fiscal.h"
#include "mattra-period-atom.h"
#include "mattra-period-token.h"
#include "mattra-text.h"

/* A period goes on to another year in its own words: the years in it are counted on, a day that the other
 * year lacks and the name of a weekday are set right, and all else stays as it was typed. What then reads
 * is compared with the days that are meant; words that would lie are written anew from these. */

#define MONTHS 12
#define FEBRUARY 2

/* The runs of digits that are rewritten: the number that each becomes. */
typedef struct
{
  int value[MATTRA_PERIOD_MAX_TOKENS + 1];
  gboolean changed[MATTRA_PERIOD_MAX_TOKENS + 1];
} Runs;

/* Names of the weekdays as a text may have them: the first in full, in English, and shortened. */
static const char *const weekdays[][3] = {
  { "จันทร์", "monday" },   { "อังคาร", "tuesday" }, { "พุธ", "wednesday" }, { "พฤหัสบดี", "thursday", "พฤหัส" },
  { "ศุกร์", "friday" },   { "เสาร์", "saturday" }, { "อาทิตย์", "sunday" },
};

/* The same day so many years on. The last day of a month stays its last one where that is asked for. */
static MattraDate
move_date (MattraDate date,
           int        years,
           gboolean   keep_month_end)
{
  MattraDate moved = mattra_date_add_months (date, years * MONTHS);

  if (keep_month_end && mattra_date_compare (date, mattra_date_month_end (date)) == 0)
    return mattra_date_month_end (moved);
  return moved;
}

static gboolean
is_one_day (const MattraPeriod *period)
{
  return mattra_date_is_set (period->start) && mattra_date_compare (period->start, period->end) == 0;
}

/* The end of a span is the end of its month; a single day is that day. */
static void
move_dates (MattraPeriod *period,
            int           years)
{
  gboolean one_day = is_one_day (period);

  period->start = move_date (period->start, years, FALSE);
  period->end = move_date (period->end, years, !one_day);
}

static void
set_run (Runs  *runs,
         guint  run,
         int    value)
{
  if (run == 0 || run >= G_N_ELEMENTS (runs->value))
    return;
  runs->value[run] = value;
  runs->changed[run] = TRUE;
}

/* The day that an atom names in the old year; its year may stand elsewhere. */
static MattraDate
date_of_atom (const PeriodAtom   *atom,
              const MattraPeriod *period)
{
  const MattraDate bounds[] = { period->start, period->end };

  if (atom->symbol == 'D' && atom->year > 0)
    return mattra_date_make (atom->year, atom->month, atom->day);
  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (bounds[i].day == (atom->symbol == 'D' ? atom->day : atom->index)
        && (atom->symbol != 'D' || bounds[i].month == atom->month))
      return bounds[i];
  return MATTRA_DATE_NONE;
}

/* Only February has a day more or less in another year. */
static void
move_day (Runs               *runs,
          const PeriodAtom   *atom,
          const MattraPeriod *period,
          int                 years)
{
  MattraDate old = date_of_atom (atom, period);
  gboolean is_end = mattra_date_compare (old, period->end) == 0 && !is_one_day (period);
  MattraDate moved = move_date (old, years, is_end);

  if (old.month == FEBRUARY && mattra_date_is_set (moved) && moved.day != old.day)
    set_run (runs, atom->day_run, moved.day);
}

/* Writes @value in the digits and to the length of the run that it stands for. */
static void
append_number (GString    *out,
               const char *run,
               gsize       n_digits,
               int         value)
{
  gboolean thai = (guchar) run[0] >= 0x80;
  g_autofree char *text = n_digits == 2 ? g_strdup_printf ("%02d", value % 100) : g_strdup_printf ("%d", value);

  for (const char *p = text; *p != '\0'; p++)
    g_string_append_unichar (out, thai ? 0x0E50 + (gunichar) (*p - '0') : (gunichar) *p);
}

/* Ignorable characters within a run do not end it, as the reader takes it too. */
static const char *
skip_run (const char *p,
          gsize      *n_digits)
{
  const char *end = p;

  *n_digits = 0;
  while (*p != '\0')
    {
      const char *next = p;
      gunichar c = mattra_text_next (&next);

      if (mattra_digit_value (c) >= 0)
        {
          (*n_digits)++;
          end = next;
        }
      else if (!mattra_text_is_ignorable (c))
        break;
      p = next;
    }
  return end;
}

static char *
rewrite_numbers (const char *text,
                 const Runs *runs)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text) + 8);
  guint run = 0;

  for (const char *p = text; *p != '\0';)
    {
      const char *next = p;
      gsize n_digits;

      if (mattra_digit_value (mattra_text_next (&next)) < 0)
        {
          g_string_append_len (out, p, next - p);
          p = next;
          continue;
        }
      next = skip_run (p, &n_digits);
      run++;
      if (run < G_N_ELEMENTS (runs->value) && runs->changed[run])
        append_number (out, p, n_digits, runs->value[run]);
      else
        g_string_append_len (out, p, next - p);
      p = next;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Puts another weekday in the place of the first one called so after @cursor, and moves @cursor behind it. */
static void
rename_weekday (GString *text,
                gsize   *cursor,
                int      from,
                int      to)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekdays[0]) && weekdays[from - 1][i] != NULL; i++)
    {
      const char *old = weekdays[from - 1][i];
      const char *name = weekdays[to - 1][i == 1 ? 1 : 0];
      g_autofree char *low = g_ascii_strdown (text->str + *cursor, -1);
      const char *found = strstr (low, old);
      gsize at;

      if (found == NULL)
        continue;
      at = *cursor + (gsize) (found - low);
      g_string_erase (text, (gssize) at, (gssize) strlen (old));
      g_string_insert (text, (gssize) at, name);
      *cursor = at + strlen (name);
      return;
    }
}

static char *
rewrite_weekdays (const char         *text,
                  const PeriodAtoms  *atoms,
                  const MattraPeriod *period,
                  int                 years)
{
  g_autoptr (GString) out = g_string_new (text);
  gsize cursor = 0;

  for (guint i = 0; i < atoms->length; i++)
    {
      const PeriodAtom *atom = &atoms->atom[i];
      MattraDate old = atom->weekday != 0 ? date_of_atom (atom, period) : MATTRA_DATE_NONE;
      MattraDate moved = move_date (old, years, FALSE);

      /* A weekday that was wrong before is left for the reader to ask about. */
      if (mattra_date_is_set (moved) && mattra_date_weekday (old) == atom->weekday)
        rename_weekday (out, &cursor, atom->weekday, mattra_date_weekday (moved));
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The text with its years counted on. Running text that got into the cell is none of ours. */
static char *
reword (const char         *text,
        const MattraPeriod *period,
        int                 years)
{
  PeriodTokens tokens;
  PeriodAtoms atoms;
  Runs runs = { 0 };
  g_autofree char *numbered = NULL;

  mattra_period_tokenise (text, &tokens);
  if (tokens.too_long || mattra_period_reads_like_running_text (text))
    return g_strdup (text);
  mattra_period_group (tokens.token, tokens.length, &atoms);
  for (guint i = 0; i < atoms.length; i++)
    {
      const PeriodAtom *atom = &atoms.atom[i];

      if (atom->year > 0)
        set_run (&runs, atom->year_run, atom->year + years + MATTRA_DATE_BE_OFFSET);
      if (atom->symbol == 'D' || atom->symbol == 'N')
        move_day (&runs, atom, period, years);
    }
  /* A year of the Common Era stays one. */
  for (guint i = 0; i < tokens.length; i++)
    if (tokens.token[i].code == 'n' && tokens.token[i].n_digits == 4
        && tokens.token[i].value < MATTRA_FISCAL_YEAR_MIN && runs.changed[tokens.token[i].run])
      runs.value[tokens.token[i].run] -= MATTRA_DATE_BE_OFFSET;
  numbered = rewrite_numbers (text, &runs);
  return rewrite_weekdays (numbered, &atoms, period, years);
}

static gboolean
is_same (const MattraPeriod *a,
         const MattraPeriod *b)
{
  return mattra_date_compare (a->start, b->start) == 0 && mattra_date_compare (a->end, b->end) == 0;
}

/* Whether a day that was read is the one that is meant: "the end of February" has another day each year. */
static gboolean
is_meant (MattraDate read,
          MattraDate meant)
{
  if (mattra_date_compare (read, meant) == 0)
    return TRUE;
  return read.year == meant.year && read.month == meant.month && read.month == FEBRUARY
         && mattra_date_compare (read, mattra_date_month_end (read)) == 0 && meant.day >= 28;
}

/* Words that say the same as two days, one of which may be open. */
static char *
word_anew (const char         *old,
           const MattraPeriod *period)
{
  g_autofree char *western = mattra_digits_to_western (old);
  MattraDigits digits = strcmp (western, old) == 0 && strpbrk (old, "0123456789") != NULL ? MATTRA_DIGITS_WESTERN
                                                                                       : MATTRA_DIGITS_THAI;
  g_autofree char *day = NULL;

  if (mattra_date_is_set (period->start) && mattra_date_is_set (period->end))
    return mattra_date_format_range (period->start, period->end, MATTRA_DATE_SHORT, digits);
  if (mattra_date_is_set (period->end))
    {
      day = mattra_date_format (period->end, MATTRA_DATE_SHORT, digits);
      return g_strconcat ("ภายใน ", day, NULL);
    }
  day = mattra_date_format (period->start, MATTRA_DATE_SHORT, digits);
  return g_strconcat ("ตั้งแต่ ", day, NULL);
}

/**
 * mattra_period_move:
 * @text: (nullable): a period as it was typed
 * @fiscal_year: fiscal year (B.E.) of the plan in which it stands
 * @years: how many years it goes on; below 0 it goes back
 * @start: (inout): its first day, none if open
 * @end: (inout): its last day, none if open
 *
 * Moves a period to another fiscal year. The end of a month stays the end, 29 February becomes the 28th where
 * the year has none. The text keeps its own words and digits: years in it are counted on, the name of a
 * weekday follows the day. A text without a year is left, for the year of the plan completes it.
 *
 * Returns: (transfer full) (nullable): the text that says so; %NULL where there was none
 */
char *
mattra_period_move (const char *text,
                    int         fiscal_year,
                    int         years,
                    MattraDate *start,
                    MattraDate *end)
{
  MattraPeriod held = { .start = *start, .end = *end };
  MattraPeriod old;
  MattraPeriod moved;
  MattraPeriod read;
  g_autofree char *reworded = NULL;
  gboolean told;

  g_return_val_if_fail (start != NULL && end != NULL, NULL);

  moved = held;
  move_dates (&moved, years);
  *start = moved.start;
  *end = moved.end;
  if (text == NULL)
    return NULL;
  told = mattra_period_parse (text, fiscal_year, &old) && is_same (&old, &held);
  reworded = reword (text, &held, years);
  if (!told)
    return g_steal_pointer (&reworded);
  if (!mattra_period_parse (reworded, fiscal_year + years, &read) || !is_meant (read.start, moved.start)
      || !is_meant (read.end, moved.end))
    return word_anew (text, &moved);
  *start = read.start;
  *end = read.end;
  return g_steal_pointer (&reworded);
}
