/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-break-rules.h"

/* Words of up to so many consonants are short: two of them side by side are mostly parts of one
 * expression, or of a name that the dictionary does not know. */
#define SHORT_WEIGHT 3

/* A verb as short as ลด, จัด or มี keeps the การ that it governs. */
#define VERY_SHORT_WEIGHT 2

/* A prefix is kept with its word up to so wide a pair; a wider one may have to be parted in the
 * narrowest columns (22 mm hold 12 to 14 letters). */
#define PREFIXED_MAX 13

/* ใน, ของ or เพื่อ are not left behind at the end of a line by a word up to so wide. */
#define OPENED_MAX 9

#define UNDECIDED -1

typedef int (*Rule) (const MattraBreakToken *before,
                     const MattraBreakToken *after);

static gboolean
is (const MattraBreakToken *token,
    MattraBreakTokenKind    kind)
{
  return token->kind == kind;
}

static gboolean
has (const MattraBreakToken *token,
     MattraWordFlags         flags)
{
  return (token->flags & flags) != 0;
}

static gboolean
is_tight (const MattraBreakToken *after)
{
  return after->gap == MATTRA_BREAK_GAP_NONE;
}

static gboolean
is_short (const MattraBreakToken *word)
{
  return word->weight <= SHORT_WEIGHT;
}

static guint
length_of (const MattraBreakToken *token)
{
  return token->end - token->start;
}

/* Two or four digits after a month or an era are a year, and no unit follows it. */
static gboolean
is_year (const MattraBreakToken *token)
{
  return is (token, MATTRA_BREAK_TOKEN_NUMBER) && (token->width == 2 || token->width == 4)
         && has (token - 1, MATTRA_WORD_MONTH | MATTRA_WORD_ERA);
}

static int
rule_never (const MattraBreakToken *before,
            const MattraBreakToken *after)
{
  switch (after->kind)
    {
    case MATTRA_BREAK_TOKEN_CLOSE:
    case MATTRA_BREAK_TOKEN_POINT:
    case MATTRA_BREAK_TOKEN_MARK:
    case MATTRA_BREAK_TOKEN_REPEAT:
    case MATTRA_BREAK_TOKEN_LEADER:
      return MATTRA_BREAK_NEVER;
    default:
      return is (before, MATTRA_BREAK_TOKEN_OPEN) ? MATTRA_BREAK_NEVER : UNDECIDED;
    }
}

static int
rule_glue (const MattraBreakToken *before,
           const MattraBreakToken *after)
{
  return after->gap == MATTRA_BREAK_GAP_GLUE ? MATTRA_BREAK_POOR : UNDECIDED;
}

static gboolean
begins_item (const MattraBreakToken *token)
{
  return is (token - 1, MATTRA_BREAK_TOKEN_EDGE) || token->gap == MATTRA_BREAK_GAP_SPACE;
}

/* ๑., ๑.๑, ก. or a. */
static gboolean
is_enumerator (const MattraBreakToken *token)
{
  return begins_item (token)
         && (is (token, MATTRA_BREAK_TOKEN_NUMBER) || (length_of (token) == 1 && !has (token, ~0)));
}

/* How far a bracket is looked for that a closing one may belong to. */
#define BRACKET_REACH 16

static gboolean
is_in_brackets (const MattraBreakToken *token)
{
  for (guint i = 1; i <= BRACKET_REACH; i++)
    {
      if (is (token - i, MATTRA_BREAK_TOKEN_OPEN))
        return TRUE;
      if (is (token - i, MATTRA_BREAK_TOKEN_CLOSE) || is (token - i, MATTRA_BREAK_TOKEN_EDGE))
        return FALSE;
    }
  return FALSE;
}

/* (พ.ศ. ๒๕๖๗ – ๒๕๗๐) text: a line that ends with ๒๕๗๐) looks as if it ended with an item's number. */
static gboolean
ends_like_item (const MattraBreakToken *close,
                const MattraBreakToken *after)
{
  return is (close, MATTRA_BREAK_TOKEN_CLOSE) && is (close - 1, MATTRA_BREAK_TOKEN_NUMBER)
         && close[-1].gap == MATTRA_BREAK_GAP_SPACE && is (after, MATTRA_BREAK_TOKEN_WORD);
}

/* ๑. text, ๑) text, (๑) text: the sign that says which item it is stays with the item. */
static int
rule_enumerator (const MattraBreakToken *before,
                 const MattraBreakToken *after)
{
  if (is (before, MATTRA_BREAK_TOKEN_ABBREVIATION))
    return length_of (before) == 2 && begins_item (before) ? MATTRA_BREAK_BAD : UNDECIDED;
  if (!is (before, MATTRA_BREAK_TOKEN_POINT) && !is (before, MATTRA_BREAK_TOKEN_CLOSE))
    return UNDECIDED;
  if (is_tight (before) && is_enumerator (before - 1) && !is_in_brackets (before - 1))
    return MATTRA_BREAK_BAD;
  if (ends_like_item (before, after))
    return MATTRA_BREAK_BAD;
  if (is (before, MATTRA_BREAK_TOKEN_CLOSE) && is (before - 1, MATTRA_BREAK_TOKEN_NUMBER)
      && is (before - 2, MATTRA_BREAK_TOKEN_OPEN) && begins_item (before - 2)
      && !is (after, MATTRA_BREAK_TOKEN_NUMBER) && !has (after, MATTRA_WORD_OPENER))
    return MATTRA_BREAK_BAD;
  return UNDECIDED;
}

static gboolean
ends_date (const MattraBreakToken *token)
{
  return is_year (token) || has (token, MATTRA_WORD_MONTH);
}

/* Spaced on both sides after a number or a month, a dash is the middle of a range; else it opens
 * an item of a list. */
static int
rule_dash (const MattraBreakToken *before,
           const MattraBreakToken *after)
{
  const MattraBreakToken *dash = is (after, MATTRA_BREAK_TOKEN_DASH) ? after : before;
  gboolean in_range;

  if (!is (dash, MATTRA_BREAK_TOKEN_DASH))
    return UNDECIDED;
  in_range = is (dash - 1, MATTRA_BREAK_TOKEN_NUMBER) || has (dash - 1, MATTRA_WORD_MONTH);
  if (dash == after)
    return is_tight (after) || in_range ? MATTRA_BREAK_POOR : MATTRA_BREAK_SPACE;
  /* Between two whole dates; not within ๑๕ – ๑๗ มีนาคม or ๒๕๖๗ – ๒๕๖๙. */
  if (in_range && !is_tight (after) && ends_date (dash - 1)
      && (has (after, MATTRA_WORD_MONTH) || has (after + 1, MATTRA_WORD_MONTH)))
    return MATTRA_BREAK_FAIR;
  return MATTRA_BREAK_POOR;
}

static int
rule_slash (const MattraBreakToken *before,
            const MattraBreakToken *after)
{
  if (is (after, MATTRA_BREAK_TOKEN_SLASH))
    return is_tight (after) ? MATTRA_BREAK_EMERGENCY : MATTRA_BREAK_POOR;
  if (!is (before, MATTRA_BREAK_TOKEN_SLASH))
    return UNDECIDED;
  if (!is_tight (after))
    return MATTRA_BREAK_SPACE;
  return is_short (before - 1) || is_short (after) ? MATTRA_BREAK_FAIR : MATTRA_BREAK_GOOD;
}

/* A number before a word. */
static int
rule_number_first (const MattraBreakToken *number,
                   const MattraBreakToken *after)
{
  if (!is (number, MATTRA_BREAK_TOKEN_NUMBER))
    return UNDECIDED;
  if (has (after, MATTRA_WORD_MONTH))
    return MATTRA_BREAK_EMERGENCY;
  if (is_tight (after))
    return MATTRA_BREAK_POOR;
  /* Two dates side by side are most often a range whose dash was left out. */
  if (is_year (number) && has (after, MATTRA_WORD_BEFORE_MONTH))
    return MATTRA_BREAK_EMERGENCY;
  /* Nothing counts a year or an ordinal, but ๒๕๖๘ เรื่อง and ภาคเรียนที่ ๑ ปีการศึกษา read as if it did. */
  if (is_year (number) || has (number - 1, MATTRA_WORD_COUNTER))
    {
      if (has (after, MATTRA_WORD_COUNTED) && (is_year (number) || !has (after, MATTRA_WORD_UNIT)))
        return MATTRA_BREAK_BAD;
      if (is_year (number))
        return has (after, MATTRA_WORD_UNIT) ? MATTRA_BREAK_FAIR : UNDECIDED;
    }
  if (has (after, MATTRA_WORD_UNIT) || is (after, MATTRA_BREAK_TOKEN_ABBREVIATION))
    return MATTRA_BREAK_EMERGENCY;
  if (is (after, MATTRA_BREAK_TOKEN_WORD) && !has (after, MATTRA_WORD_OPENER)
      && !has (number - 1, MATTRA_WORD_COUNTER))
    return is_short (after) ? MATTRA_BREAK_POOR : MATTRA_BREAK_FAIR;
  return UNDECIDED;
}

/* ๓. or ๓) before an item. */
static gboolean
is_item_number (const MattraBreakToken *number)
{
  const MattraBreakToken *sign = number + 1;

  return number->width <= 2 && number->gap == MATTRA_BREAK_GAP_SPACE && is_tight (sign)
         && (is (sign, MATTRA_BREAK_TOKEN_POINT) || is (sign, MATTRA_BREAK_TOKEN_CLOSE))
         && sign[1].gap == MATTRA_BREAK_GAP_SPACE && !is_in_brackets (number);
}

/* A word before a number. */
static int
rule_number_second (const MattraBreakToken *before,
                    const MattraBreakToken *number)
{
  if (!is (number, MATTRA_BREAK_TOKEN_NUMBER))
    return UNDECIDED;
  if (is (before, MATTRA_BREAK_TOKEN_WORD) && is_item_number (number))
    return has (before, MATTRA_WORD_COUNTER) ? MATTRA_BREAK_FAIR : MATTRA_BREAK_SPACE;
  if (has (before, MATTRA_WORD_ERA | MATTRA_WORD_MONTH)
      || is (before, MATTRA_BREAK_TOKEN_ABBREVIATION))
    return MATTRA_BREAK_EMERGENCY;
  if (has (before, MATTRA_WORD_COUNTER))
    return MATTRA_BREAK_POOR;
  if (has (before, MATTRA_WORD_QUANTITY) && !is_tight (number))
    return MATTRA_BREAK_FAIR;
  if (is (before, MATTRA_BREAK_TOKEN_LATIN))
    return is_tight (number) ? MATTRA_BREAK_POOR : MATTRA_BREAK_FAIR;
  if (is (before, MATTRA_BREAK_TOKEN_WORD))
    {
      if (is_tight (number))
        return MATTRA_BREAK_POOR;
      if (has (before, MATTRA_WORD_OPENER) && before->weight <= VERY_SHORT_WEIGHT)
        return MATTRA_BREAK_POOR;
      return is_short (before) ? MATTRA_BREAK_FAIR : UNDECIDED;
    }
  return UNDECIDED;
}

static int
rule_date (const MattraBreakToken *before,
           const MattraBreakToken *after)
{
  if (has (after, MATTRA_WORD_MONTH) && has (before, MATTRA_WORD_BEFORE_MONTH))
    return MATTRA_BREAK_EMERGENCY;
  if (has (after, MATTRA_WORD_MONTH) && has (before, MATTRA_WORD_COUNTER))
    return MATTRA_BREAK_POOR;
  if (has (after, MATTRA_WORD_ERA) && is (after, MATTRA_BREAK_TOKEN_ABBREVIATION)
      && has (before, MATTRA_WORD_ERA | MATTRA_WORD_MONTH))
    return MATTRA_BREAK_POOR;
  return UNDECIDED;
}

static int
rule_name (const MattraBreakToken *before,
           const MattraBreakToken *after)
{
  if (has (before, MATTRA_WORD_HOLDS))
    return MATTRA_BREAK_POOR;
  if (has (before, MATTRA_WORD_TITLE)
      && (is (after, MATTRA_BREAK_TOKEN_WORD) || is (after, MATTRA_BREAK_TOKEN_ABBREVIATION)))
    return MATTRA_BREAK_POOR;
  if (has (before, MATTRA_WORD_PLACE) && !is_tight (after) && is (after, MATTRA_BREAK_TOKEN_WORD)
      && !has (after, MATTRA_WORD_OPENER | MATTRA_WORD_PLACE))
    return MATTRA_BREAK_FAIR;
  return UNDECIDED;
}

static int
rule_abbreviation (const MattraBreakToken *before,
                   const MattraBreakToken *after)
{
  if (is (before, MATTRA_BREAK_TOKEN_ABBREVIATION) && is_tight (after))
    return MATTRA_BREAK_POOR;
  if (is (before, MATTRA_BREAK_TOKEN_ABBREVIATION) && is (after, MATTRA_BREAK_TOKEN_WORD)
      && !has (after, MATTRA_WORD_OPENER))
    return MATTRA_BREAK_FAIR;
  return UNDECIDED;
}

/* The name behind ตำบล or อำเภอ is made of short words; it is parted from ตำบล rather than within itself. */
static gboolean
is_in_place_name (const MattraBreakToken *token)
{
  return is_tight (token)
         && (has (token - 1, MATTRA_WORD_PLACE) || (is_tight (token - 1) && has (token - 2, MATTRA_WORD_PLACE)));
}

/* Two Thai words without a space. */
static int
rule_words (const MattraBreakToken *before,
            const MattraBreakToken *after)
{
  MattraBreak cost;

  if (!is_tight (after) || !is (before, MATTRA_BREAK_TOKEN_WORD) || !is (after, MATTRA_BREAK_TOKEN_WORD))
    return UNDECIDED;
  if (has (after, MATTRA_WORD_COUNTER) && is (after + 1, MATTRA_BREAK_TOKEN_NUMBER))
    return MATTRA_BREAK_POOR; /* โครงการที่ ๒ */
  cost = mattra_break_rules_words (before, after);
  return cost == MATTRA_BREAK_POOR && is_in_place_name (before) ? MATTRA_BREAK_BAD : (int) cost;
}

static int
rule_tight (const MattraBreakToken *before,
            const MattraBreakToken *after)
{
  if (!is_tight (after))
    return UNDECIDED;
  if (is (before, MATTRA_BREAK_TOKEN_POINT) || is (before, MATTRA_BREAK_TOKEN_LEADER))
    return MATTRA_BREAK_POOR;
  if (is (before, MATTRA_BREAK_TOKEN_REPEAT) && has (after, MATTRA_WORD_OPENER))
    return MATTRA_BREAK_GOOD;
  if (is (before, MATTRA_BREAK_TOKEN_OTHER) && is (after, MATTRA_BREAK_TOKEN_OTHER))
    return MATTRA_BREAK_GOOD;
  return MATTRA_BREAK_FAIR;
}

/*
 * mattra_break_rules_words:
 *
 * What it costs to part two Thai words that stand without a space between them.
 */
MattraBreak
mattra_break_rules_words (const MattraBreakToken *before,
                          const MattraBreakToken *after)
{
  if (has (before, MATTRA_WORD_PREFIX))
    return before->width + after->width > PREFIXED_MAX ? MATTRA_BREAK_POOR
                                                       : MATTRA_BREAK_EMERGENCY;
  if (has (after, MATTRA_WORD_SUFFIX))
    return MATTRA_BREAK_POOR;
  if (has (before, MATTRA_WORD_PLACE) && !has (after, MATTRA_WORD_OPENER))
    return MATTRA_BREAK_POOR;
  if (before->weight <= VERY_SHORT_WEIGHT && has (after, MATTRA_WORD_NOMINAL)
      && !has (before, MATTRA_WORD_OPENER))
    return MATTRA_BREAK_POOR;
  if (is_short (before) && is_short (after)
      && (has (before, MATTRA_WORD_OPENER) || !has (after, MATTRA_WORD_OPENER)))
    return MATTRA_BREAK_POOR;
  if (has (before, MATTRA_WORD_OPENER))
    return before->weight <= VERY_SHORT_WEIGHT && after->width <= OPENED_MAX ? MATTRA_BREAK_POOR
                                                                             : MATTRA_BREAK_FAIR;
  if (has (after, MATTRA_WORD_OPENER))
    return MATTRA_BREAK_GOOD;
  return is_short (before) || is_short (after) ? MATTRA_BREAK_FAIR : MATTRA_BREAK_GOOD;
}

/*
 * mattra_break_rules_between:
 * @before: a token that has two tokens before it
 * @after: the next token
 *
 * What it costs to end a line between two tokens. The first rule that decides is followed.
 */
MattraBreak
mattra_break_rules_between (const MattraBreakToken *before,
                            const MattraBreakToken *after)
{
  static const Rule rules[] = {
    rule_never,         rule_glue, rule_enumerator,   rule_dash,  rule_slash, rule_date, rule_number_first,
    rule_number_second, rule_name, rule_abbreviation, rule_words,
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      int decided = rules[i](before, after);

      if (decided != UNDECIDED)
        return decided;
    }
  if (after->gap == MATTRA_BREAK_GAP_HIDDEN)
    return MATTRA_BREAK_GOOD;
  return is_tight (after) ? (MattraBreak) rule_tight (before, after) : MATTRA_BREAK_SPACE;
}
