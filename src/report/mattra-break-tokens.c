/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-break-tokens.h"

#include <string.h>

/* The longest word that counts as a part of an abbreviation: อบต, สปสช. */
#define ABBREVIATION_PART_MAX 5
#define LEADER_MIN 3

typedef struct
{
  MattraBreakTokens *tokens;
  MattraThaiWords *thai_words;
  const MattraBreakWords *break_words;
  const MattraBreakLetter *letters;
  guint n;
  guint at;
  MattraBreakGap gap;
  gboolean in_quotes;
} Reader;

void
mattra_break_tokens_init (MattraBreakTokens *self)
{
  self->letters = g_array_new (FALSE, FALSE, sizeof (MattraBreakLetter));
  self->tis = g_byte_array_new ();
  self->places = g_byte_array_new ();
  self->tokens = g_array_new (FALSE, FALSE, sizeof (MattraBreakToken));
}

void
mattra_break_tokens_clear (MattraBreakTokens *self)
{
  g_clear_pointer (&self->letters, g_array_unref);
  g_clear_pointer (&self->tis, g_byte_array_unref);
  g_clear_pointer (&self->places, g_byte_array_unref);
  g_clear_pointer (&self->tokens, g_array_unref);
}

/* The kind at a place, MATTRA_BREAK_LETTER_SPACE at both ends of the text. */
static MattraBreakLetterKind
kind_at (const Reader *reader,
         guint         at)
{
  return at < reader->n ? reader->letters[at].kind : MATTRA_BREAK_LETTER_SPACE;
}

static guint
count_consonants (const Reader *reader,
                  guint         start,
                  guint         end)
{
  guint n = 0;

  for (guint i = start; i < end; i++)
    n += MATTRA_TIS_IS_CONSONANT (reader->letters[i].tis);
  return n;
}

/* Measures a token between two places. */
void
mattra_break_token_measure (MattraBreakToken        *token,
                            const MattraBreakLetter *letters)
{
  guint weight = 0, width = 0;

  for (guint i = token->start; i < token->end; i++)
    {
      weight += MATTRA_TIS_IS_CONSONANT (letters[i].tis);
      width += !MATTRA_TIS_IS_MARK (letters[i].tis);
    }
  token->weight = MIN (weight, G_MAXUINT8);
  token->width = MIN (width, G_MAXUINT8);
}

static MattraBreakToken *
push (Reader               *reader,
      MattraBreakTokenKind  kind,
      guint                 end)
{
  GArray *list = reader->tokens->tokens;
  MattraBreakToken token = { .start = reader->at, .end = end, .kind = kind, .gap = reader->gap };

  mattra_break_token_measure (&token, reader->letters);
  g_array_append_val (list, token);
  reader->at = end;
  reader->gap = MATTRA_BREAK_GAP_NONE;
  return &g_array_index (list, MattraBreakToken, list->len - 1);
}

static void
push_word (Reader *reader,
           guint   end)
{
  guint start = reader->at;
  MattraBreakToken *token = push (reader, MATTRA_BREAK_TOKEN_WORD, end);

  token->flags = mattra_break_words_lookup (reader->break_words,
                                            reader->tokens->tis->data + start, end - start);
}

static void
push_abbreviation (Reader *reader,
                   guint   end)
{
  guint8 key[16] = { '.' };
  guint n = 1;
  MattraBreakToken *token;

  for (guint i = reader->at; i < end && n < sizeof key; i++)
    if (reader->letters[i].kind == MATTRA_BREAK_LETTER_THAI)
      key[n++] = reader->letters[i].tis;
  token = push (reader, MATTRA_BREAK_TOKEN_ABBREVIATION, end);
  token->flags = mattra_break_words_lookup (reader->break_words, key, n);
}

static guint
end_of_run (const Reader          *reader,
            guint                  at,
            MattraBreakLetterKind  kind)
{
  while (at < reader->n && (MattraBreakLetterKind) reader->letters[at].kind == kind)
    at++;
  return at;
}

static gboolean
is_bare (const Reader *reader,
         guint         start,
         guint         end)
{
  return count_consonants (reader, start, end) == end - start;
}

/* The end of the abbreviation of which a first part ends at @end, before a point. */
static guint
end_of_abbreviation (const Reader *reader,
                     guint         end)
{
  while (kind_at (reader, end) == MATTRA_BREAK_LETTER_POINT
         && kind_at (reader, end + 1) != MATTRA_BREAK_LETTER_POINT)
    {
      guint part = end_of_run (reader, end + 1, MATTRA_BREAK_LETTER_THAI);

      if (part == end + 1 || part - end - 1 > ABBREVIATION_PART_MAX)
        return end + 1;
      if (kind_at (reader, part) == MATTRA_BREAK_LETTER_POINT)
        end = part;
      else if (part - end - 1 <= 2 && is_bare (reader, end + 1, part))
        return part; /* the last point forgotten: พ.ศ ๒๕๖๖ */
      else
        return end + 1;
    }
  return end;
}

static gboolean
starts_word (const guint8 *places,
             guint         at)
{
  return (places[at] & MATTRA_THAI_PLACE_WHOLE) != 0;
}

/* Where the abbreviation begins whose first part is the tail of the run of letters. */
static guint
start_of_abbreviation (const Reader *reader,
                       const guint8 *places,
                       guint         run,
                       guint         end)
{
  guint start = end - 1;

  while (start > run && !starts_word (places, start))
    start--;
  while (start > run && is_bare (reader, start, end) && end - start < ABBREVIATION_PART_MAX)
    {
      guint before = start - 1;

      while (before > run && !starts_word (places, before))
        before--;
      if (!is_bare (reader, before, start) || end - before > ABBREVIATION_PART_MAX - 1)
        break;
      start = before;
    }
  return end - start <= ABBREVIATION_PART_MAX ? start : end;
}

static void
read_thai (Reader *reader)
{
  guint run = reader->at, end = end_of_run (reader, run, MATTRA_BREAK_LETTER_THAI);
  guint8 *places = reader->tokens->places->data;
  guint words_end = end, abbreviation_end = end_of_abbreviation (reader, end);

  mattra_thai_words_read (reader->thai_words, reader->tokens->tis->data + run, end - run, places + run);
  if (abbreviation_end > end)
    words_end = start_of_abbreviation (reader, places, run, end);
  while (reader->at < words_end)
    {
      guint next = reader->at + 1;

      while (next < words_end && !(starts_word (places, next) && !reader->letters[next].joins))
        next++;
      push_word (reader, next);
    }
  if (words_end < end)
    push_abbreviation (reader, abbreviation_end);
}

static gboolean
is_number_sign (const MattraBreakLetter *letter)
{
  return letter->kind == MATTRA_BREAK_LETTER_DASH || (letter->tis != 0 && strchr (".,/:", letter->tis));
}

static void
read_number (Reader *reader)
{
  guint end = reader->at + 1;

  while (end < reader->n
         && (reader->letters[end].kind == MATTRA_BREAK_LETTER_DIGIT
             || (is_number_sign (&reader->letters[end])
                 && kind_at (reader, end + 1) == MATTRA_BREAK_LETTER_DIGIT)))
    end++;
  push (reader, MATTRA_BREAK_TOKEN_NUMBER, end);
}

static gboolean
is_latin (const Reader *reader,
          guint         at)
{
  MattraBreakLetterKind kind = kind_at (reader, at);

  return kind == MATTRA_BREAK_LETTER_LATIN
         || (kind == MATTRA_BREAK_LETTER_DIGIT && reader->letters[at].tis < 0x80)
         || (at < reader->n && kind == MATTRA_BREAK_LETTER_OTHER && reader->letters[at].joins);
}

static void
read_latin (Reader *reader)
{
  guint end = reader->at + 1;

  for (;;)
    {
      guint signs = end;

      while (end < reader->n && is_latin (reader, end))
        end++;
      signs = end;
      while (signs < reader->n && signs - end < 3 && reader->letters[signs].tis != 0
             && strchr ("./:-_?&=@~%+#'", reader->letters[signs].tis))
        signs++;
      if (signs == end || !is_latin (reader, signs))
        break;
      end = signs;
    }
  push (reader, MATTRA_BREAK_TOKEN_LATIN, end);
}

static guint
end_of_repeat (const Reader *reader)
{
  static const guint8 and_others[] = { 0xcf, 0xc5, 0xcf }; /* ฯลฯ */
  guint at = reader->at;

  if (reader->n - at >= 3 && memcmp (reader->tokens->tis->data + at, and_others, 3) == 0)
    return at + 3;
  return at + 1;
}

static void
read_point (Reader *reader)
{
  guint end = end_of_run (reader, reader->at, MATTRA_BREAK_LETTER_POINT);
  gboolean leads = end - reader->at >= LEADER_MIN || reader->letters[reader->at].tis == 0;

  if (leads)
    push (reader, MATTRA_BREAK_TOKEN_LEADER, end);
  else
    push (reader, MATTRA_BREAK_TOKEN_POINT, reader->at + 1);
}

/* A straight quote opens before a word and closes after one; between two, they take turns. */
static void
read_quote (Reader *reader)
{
  gboolean after_gap = reader->gap != MATTRA_BREAK_GAP_NONE || reader->at == 0;
  gboolean before_gap = kind_at (reader, reader->at + 1) == MATTRA_BREAK_LETTER_SPACE;

  if (after_gap != before_gap)
    reader->in_quotes = after_gap;
  else
    reader->in_quotes = !reader->in_quotes;
  push (reader, reader->in_quotes ? MATTRA_BREAK_TOKEN_OPEN : MATTRA_BREAK_TOKEN_CLOSE, reader->at + 1);
}

static void
read_gap (Reader         *reader,
          MattraBreakGap  gap)
{
  reader->gap = MAX (reader->gap, gap);
  reader->at++;
}

static void
read_other (Reader *reader)
{
  guint end = reader->at + 1;
  guint8 tis = reader->letters[reader->at].tis;

  while (end < reader->n && reader->letters[end].joins)
    end++;
  while (tis == '_' && end < reader->n && reader->letters[end].tis == '_')
    end++;
  push (reader, end - reader->at >= LEADER_MIN && tis == '_' ? MATTRA_BREAK_TOKEN_LEADER
                                                             : MATTRA_BREAK_TOKEN_OTHER, end);
}

static void
read_next (Reader *reader)
{
  static const MattraBreakTokenKind single[] = {
    [MATTRA_BREAK_LETTER_OPEN] = MATTRA_BREAK_TOKEN_OPEN,
    [MATTRA_BREAK_LETTER_CLOSE] = MATTRA_BREAK_TOKEN_CLOSE,
    [MATTRA_BREAK_LETTER_MARK] = MATTRA_BREAK_TOKEN_MARK,
    [MATTRA_BREAK_LETTER_DASH] = MATTRA_BREAK_TOKEN_DASH,
    [MATTRA_BREAK_LETTER_SLASH] = MATTRA_BREAK_TOKEN_SLASH,
  };
  MattraBreakLetterKind kind = reader->letters[reader->at].kind;

  switch (kind)
    {
    case MATTRA_BREAK_LETTER_THAI: read_thai (reader); break;
    case MATTRA_BREAK_LETTER_DIGIT: read_number (reader); break;
    case MATTRA_BREAK_LETTER_LATIN: read_latin (reader); break;
    case MATTRA_BREAK_LETTER_SPACE: read_gap (reader, MATTRA_BREAK_GAP_SPACE); break;
    case MATTRA_BREAK_LETTER_HIDDEN_SPACE: read_gap (reader, MATTRA_BREAK_GAP_HIDDEN); break;
    case MATTRA_BREAK_LETTER_GLUE: read_gap (reader, MATTRA_BREAK_GAP_GLUE); break;
    case MATTRA_BREAK_LETTER_QUOTE: read_quote (reader); break;
    case MATTRA_BREAK_LETTER_POINT: read_point (reader); break;
    case MATTRA_BREAK_LETTER_REPEAT: push (reader, MATTRA_BREAK_TOKEN_REPEAT, end_of_repeat (reader)); break;
    case MATTRA_BREAK_LETTER_OTHER: read_other (reader); break;
    case MATTRA_BREAK_LETTER_OPEN:
    case MATTRA_BREAK_LETTER_CLOSE:
    case MATTRA_BREAK_LETTER_MARK:
    case MATTRA_BREAK_LETTER_DASH:
    case MATTRA_BREAK_LETTER_SLASH:
    default: push (reader, single[kind], reader->at + 1); break;
    }
}

static void
push_edges (Reader *reader)
{
  push (reader, MATTRA_BREAK_TOKEN_EDGE, reader->at);
  push (reader, MATTRA_BREAK_TOKEN_EDGE, reader->at);
}

/*
 * mattra_break_tokens_read:
 * @self: emptied first
 *
 * Takes a text apart into the pieces between which lines may end.
 */
void
mattra_break_tokens_read (MattraBreakTokens      *self,
                          MattraThaiWords        *thai_words,
                          const MattraBreakWords *break_words,
                          const char             *text,
                          gsize                   length)
{
  Reader reader = { .tokens = self, .thai_words = thai_words, .break_words = break_words };

  mattra_break_letters_read (self->letters, text, length);
  reader.letters = (const MattraBreakLetter *) self->letters->data;
  reader.n = self->letters->len;
  g_byte_array_set_size (self->tis, reader.n);
  g_byte_array_set_size (self->places, reader.n);
  for (guint i = 0; i < reader.n; i++)
    self->tis->data[i] = reader.letters[i].tis;

  g_array_set_size (self->tokens, 0);
  push_edges (&reader);
  while (reader.at < reader.n)
    read_next (&reader);
  push_edges (&reader);
}
