/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-lines.h"

#include <string.h>

#include "mattra-line-break.h"
#include "mattra-row.h"

/* A line may stay this part short of its width for the sake of a better end, but no more than so many font units. */
#define TOLERANCE 0.25
#define MOST_TOLERANCE (4 * MATTRA_UNITS_PER_EM)

/* A line that would be less full than this may part a compound instead. */
#define LEAST_FILLED 0.5

/**
 * mattra_setting:
 * @typesetter: a typesetter
 * @face: the face
 * @points: the size in points of TH Sarabun
 *
 * Returns: how text of that official size is set in the bundled font
 */
MattraSetting
mattra_setting (MattraTypesetter *typesetter,
                MattraFace        face,
                double            points)
{
  MattraSetting setting = {
    .face = face,
    .size = (int) (points * MATTRA_FONT_SCALE * MATTRA_POINT + 0.5),
    .pitch = (int) (points * MATTRA_LINE_PITCH * MATTRA_POINT + 0.5),
  };

  setting.ascent = mattra_setting_length (&setting, mattra_typesetter_get_ascent (typesetter));
  setting.descent = mattra_setting_length (&setting, mattra_typesetter_get_descent (typesetter));
  return setting;
}

/**
 * mattra_setting_units:
 * @self: a setting
 * @length: a length in hundredths of a point
 *
 * Returns: the length in font units, rounded down
 */
int
mattra_setting_units (const MattraSetting *self,
                      int                  length)
{
  return (int) ((gint64) length * MATTRA_UNITS_PER_EM / self->size);
}

/**
 * mattra_setting_length:
 * @self: a setting
 * @units: a length in font units
 *
 * Returns: the length in hundredths of a point, rounded up
 */
int
mattra_setting_length (const MattraSetting *self,
                       int                  units)
{
  return (int) (((gint64) units * self->size + MATTRA_UNITS_PER_EM - 1) / MATTRA_UNITS_PER_EM);
}

static void
clear_link (gpointer data)
{
  g_free (((MattraLink *) data)->uri);
}

/**
 * mattra_lines_new:
 *
 * Returns: (transfer full): no lines
 */
MattraLines *
mattra_lines_new (void)
{
  MattraLines *self = g_new0 (MattraLines, 1);

  self->tokens = g_array_new (FALSE, FALSE, sizeof (MattraToken));
  self->lines = g_array_new (FALSE, FALSE, sizeof (MattraLine));
  self->links = g_array_new (FALSE, FALSE, sizeof (MattraLink));
  g_array_set_clear_func (self->links, clear_link);
  return self;
}

/**
 * mattra_lines_free:
 * @self: (transfer full) (nullable): lines
 *
 * Frees the lines.
 */
void
mattra_lines_free (MattraLines *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->tokens);
  g_array_unref (self->lines);
  g_array_unref (self->links);
  g_free (self);
}

/**
 * mattra_lines_clear:
 * @self: lines
 *
 * Removes all lines and keeps their memory for the next.
 */
void
mattra_lines_clear (MattraLines *self)
{
  g_array_set_size (self->tokens, 0);
  g_array_set_size (self->lines, 0);
  g_array_set_size (self->links, 0);
}

/* The last place of each cost where the line could end; 0 where there is none. */
typedef struct
{
  guint end[MATTRA_BREAK_EMERGENCY + 1];
  int   width[MATTRA_BREAK_EMERGENCY + 1];
} Candidates;

static guint
choose_end (const Candidates *candidates,
            guint             overflow,
            int               width,
            int              *line_width)
{
  guint best = candidates->end[MATTRA_BREAK_GOOD] > candidates->end[MATTRA_BREAK_SPACE]
                 ? MATTRA_BREAK_GOOD : MATTRA_BREAK_SPACE;

  if (candidates->end[MATTRA_BREAK_FAIR] > candidates->end[best]
      && candidates->width[best] < width - MIN ((int) (width * TOLERANCE), MOST_TOLERANCE))
    best = MATTRA_BREAK_FAIR;
  if (candidates->end[MATTRA_BREAK_POOR] > candidates->end[best] && candidates->width[best] < width * LEAST_FILLED)
    best = MATTRA_BREAK_POOR;
  for (guint cost = MATTRA_BREAK_POOR; cost <= MATTRA_BREAK_EMERGENCY && candidates->end[best] == 0; cost++)
    best = cost;
  if (candidates->end[best] == 0)
    return overflow;

  *line_width = candidates->width[best];
  return candidates->end[best];
}

/**
 * mattra_lines_next:
 * @tokens: (array length=n): a paragraph's tokens
 * @n: how many they are
 * @first: where the line begins
 * @width: the line's width in font units
 * @line_width: (out): the width it takes, without the spaces at its end
 *
 * Finds where a line ends: at the last good place, unless that leaves the line short and a fair one follows; inside a
 * compound only if that leaves the line nearly empty or there is no other place in it, inside a word only if there is none at all.
 *
 * Returns: the index behind the line's last token, larger than @first
 */
guint
mattra_lines_next (const MattraToken *tokens,
                   guint              n,
                   guint              first,
                   int                width,
                   int               *line_width)
{
  Candidates candidates = { 0 };
  int x = tokens[first].advance;
  int right = tokens[first].width;
  guint i;

  for (i = first + 1; i < n && x + tokens[i].width <= width; i++)
    {
      candidates.end[tokens[i].cost] = i;
      candidates.width[tokens[i].cost] = right;
      right = x + tokens[i].width;
      x += tokens[i].advance;
    }
  *line_width = right;
  if (i == n)
    return n;

  candidates.end[tokens[i].cost] = i;
  candidates.width[tokens[i].cost] = right;
  candidates.end[MATTRA_BREAK_NEVER] = 0;
  return choose_end (&candidates, i, width, line_width);
}

/* Adds the letters of one word to the tokens. */
static gboolean
add_letters (MattraLines          *self,
             MattraTypesetter     *typesetter,
             const MattraSetting  *setting,
             const char           *text,
             const MattraToken    *word,
             gsize                 end,
             GError              **error)
{
  guint first = self->tokens->len;

  if (!mattra_typesetter_tokenize_finely (typesetter, setting->face, text + word->start, end - word->start,
                                          self->tokens, error))
    return FALSE;

  for (guint i = first; i < self->tokens->len; i++)
    {
      MattraToken *letter = &g_array_index (self->tokens, MattraToken, i);

      letter->start += word->start;
      if (i == first)
        letter->cost = word->cost;
    }
  return TRUE;
}

static gboolean
has_wide_word (const MattraLines *self,
               guint              first,
               int                width)
{
  for (guint i = first; i < self->tokens->len; i++)
    if (g_array_index (self->tokens, MattraToken, i).width > width)
      return TRUE;
  return FALSE;
}

/* Parts the words wider than a whole line at their letters. */
static gboolean
split_wide_words (MattraLines          *self,
                  MattraTypesetter     *typesetter,
                  const MattraSetting  *setting,
                  const char           *text,
                  gsize                 length,
                  guint                 first,
                  int                   width,
                  GError              **error)
{
  g_autoptr (GArray) words = NULL;

  if (!has_wide_word (self, first, width))
    return TRUE;

  words = g_array_new (FALSE, FALSE, sizeof (MattraToken));
  g_array_append_vals (words, &g_array_index (self->tokens, MattraToken, first), self->tokens->len - first);
  g_array_set_size (self->tokens, first);
  for (guint i = 0; i < words->len; i++)
    {
      const MattraToken *word = &g_array_index (words, MattraToken, i);
      gsize end = i + 1 < words->len ? word[1].start : length;

      if (word->width <= width)
        g_array_append_vals (self->tokens, word, 1);
      else if (!add_letters (self, typesetter, setting, text, word, end, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_address_start (const char *p)
{
  return g_str_has_prefix (p, "http://") || g_str_has_prefix (p, "https://") || g_str_has_prefix (p, "www.");
}

/* A web address ends before the first character that is none of its own, and before a stop that ends a sentence. */
static gsize
address_length (const char *p,
                gsize       length)
{
  gsize n = 0;

  while (n < length && g_ascii_isgraph (p[n]) && strchr ("\"<>'\\", p[n]) == NULL)
    n++;
  while (n > 0 && strchr (".,;:)", p[n - 1]) != NULL)
    n--;
  return n;
}

static void
add_link (MattraLines *self,
          guint        first_token,
          const char  *address,
          gsize        start,
          gsize        length)
{
  MattraLink link = { 0 };
  const MattraToken *tokens = (const MattraToken *) (void *) self->tokens->data;

  /* Links come in order, so none begins before the last one's end. */
  link.first = first_token;
  if (self->links->len > 0)
    link.first = MAX (first_token, g_array_index (self->links, MattraLink, self->links->len - 1).end - 1);
  while (link.first + 1 < self->tokens->len && tokens[link.first + 1].start <= start)
    link.first++;
  link.end = link.first + 1;
  while (link.end < self->tokens->len && tokens[link.end].start < start + length)
    link.end++;
  link.uri = g_strdup_printf ("%s%.*s", *address == 'w' ? "http://" : "", (int) length, address);
  g_array_append_val (self->links, link);
}

/**
 * mattra_lines_find_address:
 * @text: a text, ended with NUL
 * @length: its length in bytes
 * @start: (out): where the address begins
 * @n: (out): its length in bytes
 *
 * Finds the first web address of a text.
 *
 * Returns: whether there is one
 */
gboolean
mattra_lines_find_address (const char *text,
                           gsize       length,
                           gsize      *start,
                           gsize      *n)
{
  if (g_strstr_len (text, (gssize) length, "www.") == NULL && g_strstr_len (text, (gssize) length, "://") == NULL)
    return FALSE;

  for (gsize i = 0; i < length; i += MAX (*n, 1))
    {
      *n = is_address_start (text + i) ? address_length (text + i, length - i) : 0;
      *start = i;
      if (*n > strlen ("https://"))
        return TRUE;
    }
  return FALSE;
}

static void
find_links (MattraLines *self,
            guint        first_token,
            const char  *text,
            gsize        length)
{
  gsize at = 0;
  gsize start, n;

  if (first_token >= self->tokens->len)
    return;
  while (mattra_lines_find_address (text + at, length - at, &start, &n))
    {
      add_link (self, first_token, text + at + start, at + start, n);
      at += start + n;
    }
}

/**
 * mattra_lines_add:
 * @self: lines
 * @typesetter: a typesetter
 * @setting: how the text is set
 * @text: valid UTF-8 text, ended with NUL
 * @length: its length in bytes
 * @indent: how far the first line stands from the left edge, in hundredths of a point
 * @hang: how far the others do
 * @width: the width of the lines, from the left edge on
 * @error: return location for an error
 *
 * Breaks a paragraph into lines. A paragraph without text has no lines.
 *
 * Returns: %FALSE with #MATTRA_ERROR_INVALID if the font lacks a character
 */
gboolean
mattra_lines_add (MattraLines          *self,
                  MattraTypesetter     *typesetter,
                  const MattraSetting  *setting,
                  const char           *text,
                  gsize                 length,
                  int                   indent,
                  int                   hang,
                  int                   width,
                  GError              **error)
{
  guint first = self->tokens->len;
  guint begin = first;

  if (!mattra_typesetter_tokenize (typesetter, setting->face, text, length, self->tokens, error)
      || !split_wide_words (self, typesetter, setting, text, length, first,
                            mattra_setting_units (setting, width - MAX (indent, hang)), error))
    return FALSE;

  find_links (self, first, text, length);
  while (first < self->tokens->len)
    {
      MattraLine line = { .first = first, .indent = first == begin ? indent : hang };

      line.end = mattra_lines_next ((const MattraToken *) (void *) self->tokens->data, self->tokens->len, first,
                                    mattra_setting_units (setting, width - line.indent), &line.width);
      line.last = line.end == self->tokens->len;
      g_array_append_val (self->lines, line);
      first = line.end;
    }
  return TRUE;
}

/* Takes the lines and tokens off again that were added since. */
static void
take_off (MattraLines *self,
          guint        n_tokens,
          guint        n_lines,
          guint        n_links)
{
  g_array_set_size (self->tokens, n_tokens);
  g_array_set_size (self->lines, n_lines);
  g_array_set_size (self->links, n_links);
}

/* What the worst end of the lines added since costs. */
static guint
worst_end (const MattraLines *self,
           guint              n_lines)
{
  guint worst = MATTRA_BREAK_SPACE;

  for (guint i = n_lines + 1; i < self->lines->len; i++)
    {
      const MattraLine *line = &g_array_index (self->lines, MattraLine, i);

      worst = MAX (worst, g_array_index (self->tokens, MattraToken, line->first).cost);
    }
  return worst;
}

/**
 * mattra_lines_add_evenly:
 * @self: lines
 * @typesetter: a typesetter
 * @setting: how the text is set
 * @text: valid UTF-8 text, ended with NUL
 * @length: its length in bytes
 * @width: the most that a line may be wide, in hundredths of a point
 * @error: return location for an error
 *
 * Breaks a text that stands in the middle into as many lines as it needs, at the best places that there are for that, and
 * else so that they are about as long as one another.
 *
 * Returns: %FALSE with #MATTRA_ERROR_INVALID if the font lacks a character
 */
gboolean
mattra_lines_add_evenly (MattraLines          *self,
                         MattraTypesetter     *typesetter,
                         const MattraSetting  *setting,
                         const char           *text,
                         gsize                 length,
                         int                   width,
                         GError              **error)
{
  guint n_tokens = self->tokens->len;
  guint n_lines = self->lines->len;
  guint n_links = self->links->len;
  int best = width;
  guint n, worst;

  if (!mattra_lines_add (self, typesetter, setting, text, length, 0, 0, width, error))
    return FALSE;
  n = self->lines->len - n_lines;
  if (n <= 1)
    return TRUE;
  worst = worst_end (self, n_lines);
  for (int tried = width - setting->size / 2; tried > width / 2; tried -= setting->size / 2)
    {
      take_off (self, n_tokens, n_lines, n_links);
      mattra_lines_add (self, typesetter, setting, text, length, 0, 0, tried, NULL);
      if (self->lines->len - n_lines > n)
        break;
      if (worst_end (self, n_lines) > worst)
        continue;
      worst = worst_end (self, n_lines);
      best = tried;
    }
  take_off (self, n_tokens, n_lines, n_links);
  return mattra_lines_add (self, typesetter, setting, text, length, 0, 0, best, error);
}

/**
 * mattra_lines_box_of:
 * @number: (nullable): what stands before a paragraph
 *
 * Returns: which box it is
 */
MattraBox
mattra_lines_box_of (const char *number)
{
  if (g_strcmp0 (number, MATTRA_ROW_BOX) == 0)
    return MATTRA_BOX_EMPTY;
  return g_strcmp0 (number, MATTRA_ROW_BOX_TICKED) == 0 ? MATTRA_BOX_TICKED : MATTRA_BOX_NONE;
}

/**
 * mattra_lines_add_numbered:
 * @self: lines
 * @typesetter: a typesetter
 * @setting: how the text is set
 * @number: (nullable): the number that hangs before the first line
 * @text: valid UTF-8 text, ended with NUL
 * @length: its length in bytes
 * @hang: how far the text stands from the left edge, in hundredths of a point
 * @width: the width of the lines, from the left edge on
 * @error: return location for an error
 *
 * Breaks a paragraph into lines that hang behind its number.
 *
 * Returns: %FALSE with #MATTRA_ERROR_INVALID if the font lacks a character
 */
gboolean
mattra_lines_add_numbered (MattraLines          *self,
                           MattraTypesetter     *typesetter,
                           const MattraSetting  *setting,
                           const char           *number,
                           const char           *text,
                           gsize                 length,
                           int                   hang,
                           int                   width,
                           GError              **error)
{
  guint first = self->tokens->len;
  guint first_line = self->lines->len;
  MattraBox box = mattra_lines_box_of (number);
  guint number_end;

  if (number != NULL && box == MATTRA_BOX_NONE
      && (!mattra_typesetter_tokenize (typesetter, setting->face, number, strlen (number), self->tokens, error)
          || !mattra_typesetter_tokenize (typesetter, setting->face, " ", 1, self->tokens, error)))
    return FALSE;

  number_end = self->tokens->len;
  if (!mattra_lines_add (self, typesetter, setting, text, length, hang, hang, width, error))
    return FALSE;

  if (number != NULL && self->lines->len == first_line)
    {
      MattraLine line = { .first = number_end, .end = number_end, .indent = hang, .last = TRUE };

      g_array_append_val (self->lines, line);
    }
  if (number != NULL)
    {
      MattraLine *line = &g_array_index (self->lines, MattraLine, first_line);

      line->number = first;
      line->number_end = number_end;
      line->box = box;
    }
  return TRUE;
}

/**
 * mattra_lines_measure:
 * @self: lines, used as scratch
 * @typesetter: a typesetter
 * @setting: how the text is set
 * @text: valid UTF-8 text
 * @error: return location for an error
 *
 * Returns: the text's width in hundredths of a point, if it stands in one line; -1 with an error
 */
int
mattra_lines_measure (MattraLines          *self,
                      MattraTypesetter     *typesetter,
                      const MattraSetting  *setting,
                      const char           *text,
                      GError              **error)
{
  guint first = self->tokens->len;
  int units = 0;

  if (!mattra_typesetter_tokenize (typesetter, setting->face, text, strlen (text), self->tokens, error))
    return -1;

  for (guint i = first; i < self->tokens->len; i++)
    {
      const MattraToken *token = &g_array_index (self->tokens, MattraToken, i);

      units += i + 1 < self->tokens->len ? token->advance : token->width;
    }
  g_array_set_size (self->tokens, first);
  return mattra_setting_length (setting, units);
}
