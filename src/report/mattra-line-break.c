/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-line-break.h"

#include "mattra-break-rules.h"

#include <string.h>

/* A compound that is wider than so many letters may be wider than a narrow column (22 mm hold 12
 * to 14) and is parted rather than a phrase torn wrongly. */
#define SHORT_WIDTH 9

/* A word, number or abbreviation up to so wide fits in any column and is never torn. */
#define WHOLE_WIDTH 5
#define WHOLE_NUMBER_WIDTH 10

/* A Latin piece from so many letters on is an address rather than a word. */
#define LONG_LATIN 13

/* Signs that no rule parts are parted after so many letters: a row of them must not run out of
 * its column. */
#define NEVER_MAX 24

/* A given name or a surname longer than this is not taken for one. */
#define NAME_LETTERS 24

/* One up to so long fits in any column. */
#define SHORT_NAME 14

/* Buffers that a text of unusual length has left are given back above so many letters. */
#define KEPT_LETTERS 65536

struct _MattraLineBreak
{
  MattraThaiWords *thai_words;
  MattraBreakWords *break_words;
  MattraBreakTokens tokens;
};

/**
 * mattra_line_break_new:
 * @dictionary_folder: (type filename): holds thbrk.tri and base/thbrk.tri
 * @error: return location for an error
 *
 * Opens the Thai dictionary. The object serves one thread at a time; each layout thread makes
 * its own.
 *
 * Returns: (transfer full) (nullable): the line breaker; %NULL with %MATTRA_ERROR_NOT_FOUND where
 *   the dictionary is missing.
 */
MattraLineBreak *
mattra_line_break_new (const char  *dictionary_folder,
                       GError     **error)
{
  g_autoptr (MattraThaiWords) thai_words = NULL;
  MattraLineBreak *self;

  g_return_val_if_fail (dictionary_folder != NULL, NULL);
  thai_words = mattra_thai_words_new (dictionary_folder, error);
  if (thai_words == NULL)
    return NULL;
  self = g_new0 (MattraLineBreak, 1);
  self->thai_words = g_steal_pointer (&thai_words);
  self->break_words = mattra_break_words_new ();
  mattra_break_tokens_init (&self->tokens);
  return self;
}

/**
 * mattra_line_break_free:
 * @self: (transfer full) (nullable): a line breaker
 *
 * Closes the dictionary.
 */
void
mattra_line_break_free (MattraLineBreak *self)
{
  if (self == NULL)
    return;
  mattra_break_tokens_clear (&self->tokens);
  g_clear_pointer (&self->break_words, mattra_break_words_free);
  g_clear_pointer (&self->thai_words, mattra_thai_words_free);
  g_free (self);
}

static const MattraBreakLetter *
letters_of (MattraLineBreak *self)
{
  return (const MattraBreakLetter *) self->tokens.letters->data;
}

static const MattraBreakToken *
tokens_of (MattraLineBreak *self)
{
  return (const MattraBreakToken *) self->tokens.tokens->data;
}

static void
set_break (MattraLineBreak *self,
           guint8          *out,
           guint            at,
           MattraBreak      cost)
{
  const MattraBreakLetter *letter = &letters_of (self)[at];

  out[letter->offset] = letter->joins ? MATTRA_BREAK_NEVER : cost;
}

static MattraBreakToken
inner_word (MattraLineBreak *self,
            guint            start,
            guint            end)
{
  MattraBreakToken word = { .start = start, .end = end, .kind = MATTRA_BREAK_TOKEN_WORD };

  mattra_break_token_measure (&word, letters_of (self));
  word.flags = mattra_break_words_lookup (self->break_words, self->tokens.tis->data + start,
                                          end - start);
  return word;
}

/* A cost, no better than suits a place over which there may stand a word. */
static MattraBreak
doubt (MattraBreak cost,
       guint8      place)
{
  if ((place & MATTRA_THAI_PLACE_BASE) == 0 || (place & MATTRA_THAI_PLACE_IN_WORD) != 0)
    return MAX (cost, MATTRA_BREAK_BAD);
  return place & MATTRA_THAI_PLACE_IN_COMPOUND ? MAX (cost, MATTRA_BREAK_POOR) : cost;
}

/* The dictionary holds compounds in one piece: the words that they are made of. */
static void
break_compound (MattraLineBreak        *self,
                const MattraBreakToken *token,
                guint8                 *out)
{
  MattraBreak best = token->width > SHORT_WIDTH ? MATTRA_BREAK_POOR : MATTRA_BREAK_BAD;
  const guint8 *places = self->tokens.places->data;
  MattraBreakToken before = { 0 };
  guint from = token->start;

  for (guint i = from + 1; i <= token->end; i++)
    if (i == token->end || ((places[i] & MATTRA_THAI_PLACE_BASE) && !letters_of (self)[i].joins))
      {
        MattraBreakToken after = inner_word (self, from, i);

        if (from > token->start)
          set_break (self, out, from,
                     doubt (MAX (mattra_break_rules_words (&before, &after), best), places[from]));
        before = after;
        from = i;
      }
}

static gboolean
is_letter_or_digit (MattraLineBreak *self,
                    guint            at)
{
  return strchr ("./:-_?&=@~%+#'", letters_of (self)[at].tis) == NULL;
}

/* Behind the signs of an address, and behind a hyphen between two words. */
static void
break_latin (MattraLineBreak   *self,
             const MattraBreakToken *token,
             guint8            *out)
{
  const MattraBreakLetter *letters = letters_of (self);

  for (guint i = token->start + 1; i < token->end; i++)
    {
      guint8 sign = letters[i - 1].tis;
      gboolean signs = token->end - token->start >= LONG_LATIN ? sign != 0 && strchr ("/.-?&=_@", sign)
                                                              : sign == '/' || sign == '-';

      if (signs && is_letter_or_digit (self, i))
        set_break (self, out, i, MATTRA_BREAK_POOR);
    }
}

static void
break_number (MattraLineBreak   *self,
              const MattraBreakToken *token,
              guint8            *out)
{
  const MattraBreakLetter *letters = letters_of (self);

  for (guint i = token->start + 1; i < token->end; i++)
    if (letters[i - 1].kind == MATTRA_BREAK_LETTER_DASH)
      set_break (self, out, i, MATTRA_BREAK_POOR);
}

static gboolean
is_whole (const MattraBreakToken *token)
{
  if (token->kind == MATTRA_BREAK_TOKEN_NUMBER || token->kind == MATTRA_BREAK_TOKEN_ABBREVIATION)
    return token->width <= WHOLE_NUMBER_WIDTH;
  return token->width <= WHOLE_WIDTH;
}

static void
break_inside (MattraLineBreak   *self,
              const MattraBreakToken *token,
              guint8            *out)
{
  if (!is_whole (token))
    for (guint i = token->start + 1; i < token->end; i++)
      set_break (self, out, i, MATTRA_BREAK_EMERGENCY);

  if (token->kind == MATTRA_BREAK_TOKEN_WORD && token->width > WHOLE_WIDTH)
    break_compound (self, token, out);
  else if (token->kind == MATTRA_BREAK_TOKEN_LATIN)
    break_latin (self, token, out);
  else if (token->kind == MATTRA_BREAK_TOKEN_NUMBER)
    break_number (self, token, out);
}

/* Where the given name or the surname ends that begins at a token. */
static const MattraBreakToken *
end_of_name (const MattraBreakToken *token)
{
  const MattraBreakToken *end = token;

  while (end->kind == MATTRA_BREAK_TOKEN_WORD && (end == token || end->gap == MATTRA_BREAK_GAP_NONE)
         && end->end - token->start <= NAME_LETTERS)
    end++;
  return end;
}

static void
bind_name_part (MattraLineBreak   *self,
                const MattraBreakToken *from,
                const MattraBreakToken *end,
                guint8            *out)
{
  gboolean narrow = end[-1].end - from->start <= SHORT_NAME;

  for (const MattraBreakToken *token = from; token < end; token++)
    set_break (self, out, token->start,
               narrow && token > from ? MATTRA_BREAK_EMERGENCY : MATTRA_BREAK_POOR);
}

/* Behind a title stand a given name and, after one space, a surname. */
static void
bind_name (MattraLineBreak   *self,
           const MattraBreakToken *title,
           guint8            *out)
{
  const MattraBreakToken *given = title + 1;
  const MattraBreakToken *surname = end_of_name (given);
  const MattraBreakToken *end;

  if (surname == given)
    return;
  bind_name_part (self, given, surname, out);
  if (surname->kind != MATTRA_BREAK_TOKEN_WORD || surname->gap != MATTRA_BREAK_GAP_SPACE)
    return;
  end = end_of_name (surname);
  if (end->kind != MATTRA_BREAK_TOKEN_WORD || end->gap != MATTRA_BREAK_GAP_NONE)
    bind_name_part (self, surname, end, out);
}

static MattraBreak
cost_between (MattraLineBreak        *self,
              const MattraBreakToken *before,
              const MattraBreakToken *after)
{
  MattraBreak cost = mattra_break_rules_between (before, after);

  if (before->kind != MATTRA_BREAK_TOKEN_WORD || after->kind != MATTRA_BREAK_TOKEN_WORD
      || after->gap != MATTRA_BREAK_GAP_NONE)
    return cost;
  return doubt (cost, self->tokens.places->data[after->start]);
}

static void
break_tokens (MattraLineBreak *self,
              guint8          *out)
{
  const MattraBreakToken *tokens = tokens_of (self);
  guint n = self->tokens.tokens->len;

  for (guint i = 2; i + 2 < n; i++)
    {
      break_inside (self, &tokens[i], out);
      if (i > 2)
        set_break (self, out, tokens[i].start, cost_between (self, &tokens[i - 1], &tokens[i]));
    }
  for (guint i = 2; i + 2 < n; i++)
    if (tokens[i].flags & MATTRA_WORD_TITLE)
      bind_name (self, &tokens[i], out);
}

static void
part_long_rows (MattraLineBreak *self,
                guint8          *out)
{
  const MattraBreakLetter *letters = letters_of (self);
  guint since = 0;

  for (guint i = 1; i < self->tokens.letters->len; i++)
    {
      gboolean here = out[letters[i].offset] != MATTRA_BREAK_NEVER;

      since = here ? 0 : since + 1;
      if (since >= NEVER_MAX && !letters[i].joins && letters[i].kind != MATTRA_BREAK_LETTER_SPACE)
        {
          out[letters[i].offset] = MATTRA_BREAK_EMERGENCY;
          since = 0;
        }
    }
}

static void
drop_large_buffers (MattraLineBreak *self)
{
  if (self->tokens.letters->len <= KEPT_LETTERS)
    return;
  mattra_break_tokens_clear (&self->tokens);
  mattra_break_tokens_init (&self->tokens);
}

/**
 * mattra_line_break_analyse:
 * @self: a line breaker
 * @text: (array length=length): UTF-8; need not end with NUL
 * @length: bytes in @text
 * @out: (out caller-allocates): @length + 1 bytes, each set to a #MattraBreak
 *
 * Says for each byte of a paragraph what it costs to end a line just before it. Within a letter,
 * at both ends of the text and before white space that is %MATTRA_BREAK_NEVER. The time is linear
 * in @length, for any text.
 */
void
mattra_line_break_analyse (MattraLineBreak *self,
                           const char      *text,
                           gsize            length,
                           guint8          *out)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL || length == 0);
  g_return_if_fail (length < G_MAXINT && out != NULL);

  memset (out, MATTRA_BREAK_NEVER, length + 1);
  mattra_break_tokens_read (&self->tokens, self->thai_words, self->break_words, text, length);
  break_tokens (self, out);
  part_long_rows (self, out);
  drop_large_buffers (self);
}
