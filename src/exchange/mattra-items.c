/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-items.h"

#include <string.h>

#include "mattra-date.h"
#include "mattra-digits.h"
#include "mattra-text.h"

/* A list of a thousand items is none. */
#define MAX_NUMBER_DIGITS 3

/* How many marks may stand between an item and the next one, so that hostile cells cost no more. */
#define MAX_MARKS_BETWEEN 200

/* What ends a reference such as "ครั้งที่ 2." rather than an item. */
static const char *const reference_ends[] = {
  "ครั้งที่", "ฉบับที่", "ข้อที่", "วันที่", "เลขที่", "ลำดับที่", "รุ่นที่", "ไตรมาส", "ไตรมาสที่", "รอบที่", "งวดที่", "หมู่ที่", "ระยะที่",
  "ตัวชี้วัดที่", "บทที่", "มาตรา", "ร้อยละ", "คำสั่งที่", "พ.ศ.", "ปีที่", "ตามข้อ", "ในข้อ", "วรรค", "มาตรการที่", "ประเด็นที่",
  "ด้านที่", "กลุ่มที่", "ชุดที่", "ภาคที่", "ระดับที่", "อันดับที่",
};

/* Before such a word they say how often, and a number behind it is none of theirs: "ทุกไตรมาส ๓." */
static const char *const every_words[] = { "ทุก", "ราย", "แต่ละ", "ต่อ" };

/* The same for whole words only: longer words end so too (เจ้าหน้าที่, หัวข้อ). */
static const char *const reference_words[] = { "ข้อ", "ที่", "หมู่", "ม.", "และ", "หรือ", "ถึง", "กับ", "ตาม" };

/* What stands before an amount such as "4.2" rather than before the number of an item. */
static const char *const amount_ends[] = { "จำนวน", "ร้อยละ", "เฉลี่ย" };

/* What follows an amount such as "2.1 ล้านบาท" rather than the number of an item. */
static const char *const units[] = { "ล้าน", "บาท", "%", "เปอร์เซ็นต์", "คะแนน", "กิโล", "กม.", "ชั่วโมง", "เมตร", "ไร่", "น.", "แสน", "หมื่น", "พัน" };

static const char *const none_words[] = {
  "", "ไม่มี", "ไม่พบ", "ไม่มีปัญหา", "ไม่มีอุปสรรค", "ไม่มีปัญหา/อุปสรรค", "ไม่มีปัญหาอุปสรรค", "ไม่มีปัญหาและอุปสรรค", "ไม่มีปัญหา,อุปสรรค",
  "ไม่มีปัญหาหรืออุปสรรค", "ไม่พบปัญหา", "ไม่พบอุปสรรค", "ไม่พบปัญหา/อุปสรรค", "ไม่พบปัญหาอุปสรรค", "ไม่พบปัญหาและอุปสรรค", "ไม่มีข้อเสนอแนะ",
  "ไม่มีข้อคิดเห็น", "ไม่มีความเห็น", "ไม่มีปัญหา/อุปสรรคและข้อเสนอแนะ", "ไม่มีปัญหาอุปสรรคและข้อเสนอแนะ", "ไม่มีปัญหาอุปสรรค/ข้อเสนอแนะ", "none",
};

static gunichar
peek (const char *text)
{
  return *text == '\0' ? 0 : mattra_text_next (&text);
}

static gunichar
before (const char *start,
        const char *at)
{
  return at > start ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
}

static gboolean
is_blank (gunichar c)
{
  return mattra_text_is_space (c) || mattra_text_is_ignorable (c);
}

static const char *
skip_blanks (const char *text)
{
  while (*text != '\0')
    {
      const char *next = text;

      if (!is_blank (mattra_text_next (&next)))
        break;
      text = next;
    }

  return text;
}

static gboolean
parse_number (const char **cursor,
              int         *number)
{
  const char *p = *cursor;
  guint n = 0;
  int digit, value = 0;

  while ((digit = mattra_digit_value (peek (p))) >= 0)
    {
      if (n == MAX_NUMBER_DIGITS || (n > 0 && value == 0))
        return FALSE;
      value = value * 10 + digit;
      n++;
      mattra_text_next (&p);
    }
  if (value == 0)
    return FALSE;

  *cursor = p;
  *number = value;
  return TRUE;
}

/* "1.1" at @p after its first number and dot. Three levels and dates are no mark. */
static gboolean
parse_second (const char *p,
              MattraMark *mark)
{
  if (!parse_number (&p, &mark->second))
    return FALSE;

  if (*p == '.' || *p == ')')
    p++;
  if (mattra_digit_value (peek (p)) >= 0 || *p == '/' || *p == ',' || *p == '%')
    return FALSE;

  mark->style = MATTRA_MARK_TWO_LEVELS;
  mark->end = skip_blanks (p);
  return TRUE;
}

static gboolean
parse_after_number (const char *p,
                    MattraMark *mark)
{
  if (*p == ')')
    {
      mark->style = MATTRA_MARK_CLOSED;
      mark->end = skip_blanks (p + 1);
      return TRUE;
    }
  if (*p != '.')
    return FALSE;

  p++;
  if (mattra_digit_value (peek (p)) >= 0)
    return parse_second (p, mark);
  mark->style = *p == ')' ? MATTRA_MARK_DOT_CLOSED : MATTRA_MARK_DOT;
  mark->end = skip_blanks (p + (*p == ')'));

  return TRUE;
}

/**
 * mattra_mark_parse:
 * @text: where the mark would begin
 * @mark: (out): the mark
 *
 * Reads the number of an item at the beginning of @text: `1.`, `1)`, `1.)`, `(1)` or `1.1`, a space after it
 * or none, in Thai or western digits.
 *
 * Returns: %TRUE if there is one
 */
gboolean
mattra_mark_parse (const char *text,
                   MattraMark *mark)
{
  const char *p = text;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (mark != NULL, FALSE);

  *mark = (MattraMark) { MATTRA_MARK_NONE, 0, 0, text, text };
  if (*p == '(')
    {
      p++;
      if (!parse_number (&p, &mark->number) || *p != ')')
        return FALSE;
      mark->style = MATTRA_MARK_ENCLOSED;
      mark->end = skip_blanks (p + 1);
      return TRUE;
    }

  return parse_number (&p, &mark->number) && parse_after_number (p, mark);
}

/**
 * mattra_items_is_none:
 * @text: a cell
 *
 * Returns: %TRUE if the cell says that there is nothing: a dash, ไม่มี, ไม่พบ, ไม่มีข้อเสนอแนะ and the like, and
 *   empty cells
 */
gboolean
mattra_items_is_none (const char *text)
{
  g_autoptr (GString) word = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) > 200)
    return FALSE;

  folded = mattra_text_fold_compare (text);
  word = g_string_new (NULL);
  for (const char *p = folded; *p != '\0';)
    {
      const char *at = p;
      gunichar c = mattra_text_next (&p);

      if (!mattra_text_is_dash (c) && c != '.' && c != '(' && c != ')')
        g_string_append_len (word, at, p - at);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none_words); i++)
    if (strcmp (word->str, none_words[i]) == 0)
      return TRUE;

  return FALSE;
}

static const char *
skip_blanks_back (const char *start,
                  const char *at)
{
  while (at > start && is_blank (before (start, at)))
    at = g_utf8_prev_char (at);

  return at;
}

static gboolean
ends_with (const char *start,
           const char *end,
           const char *suffix)
{
  gsize n = strlen (suffix);

  return (gsize) (end - start) >= n && memcmp (end - n, suffix, n) == 0;
}

/* "ทุกไตรมาส 3." and "ครบ 4 ไตรมาส 3." count quarters; they name none. */
static gboolean
says_how_often (const char *text,
                const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (every_words); i++)
    if (ends_with (text, end, every_words[i]))
      return TRUE;

  return mattra_digit_value (before (text, skip_blanks_back (text, end))) >= 0;
}

/* Whether the number at @at is one that the words before it speak of. */
static gboolean
is_referred_to (const char *text,
                const char *at)
{
  const char *end = skip_blanks_back (text, at);

  for (guint i = 0; i < G_N_ELEMENTS (reference_ends); i++)
    if (ends_with (text, end, reference_ends[i])
        && !says_how_often (text, end - strlen (reference_ends[i])))
      return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (reference_words); i++)
    if (ends_with (text, end, reference_words[i]))
      {
        const char *word = end - strlen (reference_words[i]);

        if (word == text || is_blank (before (text, word)))
          return TRUE;
      }

  return *at == '(' && mattra_digit_value (before (text, end)) >= 0;
}

static gboolean
stands_after_amount_word (const char *text,
                          const char *at)
{
  const char *end = skip_blanks_back (text, at);

  for (guint i = 0; i < G_N_ELEMENTS (amount_ends); i++)
    if (ends_with (text, end, amount_ends[i]))
      return TRUE;

  return FALSE;
}

static gboolean
may_stand_before (gunichar c)
{
  return c == 0 || is_blank (c) || c == ')' || c == ']' || c == '"' || c == 0x201D || c == 0x2019;
}

static gboolean
begins_line (const char *text,
             const char *at)
{
  const char *end = at;

  while (end > text && before (text, end) != '\n' && is_blank (before (text, end)))
    end = g_utf8_prev_char (end);

  return end == text || before (text, end) == '\n';
}

/* Every mark in @text that may begin an item, whatever its number. */
static GArray *
find_marks (const char *text)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (MattraMark));
  gunichar last = 0;
  int depth = 0;

  for (const char *p = text; *p != '\0';)
    {
      MattraMark mark;
      const char *at = p;

      if ((*p == '(' || mattra_digit_value (peek (p)) >= 0) && may_stand_before (last)
          && mattra_mark_parse (p, &mark) && !(depth > 0 && mark.style != MATTRA_MARK_ENCLOSED)
          && (begins_line (text, p)
              || !(is_referred_to (text, p)
                   || (mark.style == MATTRA_MARK_TWO_LEVELS && stands_after_amount_word (text, p)))))
        {
          g_array_append_val (marks, mark);
          last = ' ';
          p = mark.end;
          continue;
        }

      last = mattra_text_next (&p);
      if (*at == '(')
        depth++;
      else if (*at == ')' && depth > 0)
        depth--;
    }

  return marks;
}

static gboolean
is_one_level (const MattraMark *mark)
{
  return mark->style >= MATTRA_MARK_DOT && mark->style <= MATTRA_MARK_ENCLOSED;
}

static gboolean
follows (const MattraMark *mark,
         const MattraMark *last)
{
  if (mark->style != last->style)
    return FALSE;
  if (mark->style != MATTRA_MARK_TWO_LEVELS)
    return mark->number == last->number + 1;

  return (mark->number == last->number && mark->second == last->second + 1)
         || (mark->number == last->number + 1 && mark->second == 1);
}

static gboolean
is_followed (GArray *marks,
             guint   position)
{
  const MattraMark *mark = &g_array_index (marks, MattraMark, position);

  for (guint i = position + 1; i < MIN (marks->len, position + MAX_MARKS_BETWEEN); i++)
    if (follows (&g_array_index (marks, MattraMark, i), mark))
      return TRUE;

  return FALSE;
}

static gboolean
is_amount (const MattraMark *mark)
{
  if (mark->style != MATTRA_MARK_TWO_LEVELS)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (mark->end, units[i]))
      return TRUE;

  return FALSE;
}

/* Whether the mark at @position begins a list that is not known yet. At the start of a cell "1." does; a
 * later number must be followed by its next, and so must a list in the middle of a text. */
static gboolean
begins_list (const char          *text,
             GArray              *marks,
             guint                position,
             const MattraItemRun *run)
{
  const MattraMark *mark = &g_array_index (marks, MattraMark, position);
  gboolean at_start = skip_blanks (text) == mark->start;
  gboolean first = mark->style == MATTRA_MARK_TWO_LEVELS ? mark->second == 1 : mark->number == 1;

  if (is_amount (mark))
    return FALSE;
  if (at_start && (first || (run->n_items > 0 && mark->number == (int) run->n_items + 1 && is_one_level (mark))))
    return TRUE;

  return (at_start || first) && is_followed (marks, position);
}

/* Where the first item begins, as a place in @marks; their number if there is none. */
static guint
find_first (const char          *text,
            GArray              *marks,
            gboolean             two_levels,
            const MattraItemRun *run)
{
  MattraMark last = { run->style, run->number, run->second, NULL, NULL };

  for (guint i = 0; i < marks->len; i++)
    {
      const MattraMark *mark = &g_array_index (marks, MattraMark, i);

      if ((mark->style == MATTRA_MARK_TWO_LEVELS) != two_levels)
        continue;
      if (run->style != MATTRA_MARK_NONE && follows (mark, &last))
        return i;
      if ((run->style == MATTRA_MARK_NONE || skip_blanks (text) == mark->start)
          && begins_list (text, marks, i, run))
        return i;
      if (run->style != MATTRA_MARK_NONE && is_one_level (mark) && mark->number == run->number + 1
          && skip_blanks (text) == mark->start)
        return i;
    }

  return marks->len;
}

/* Where lines begin with numbers that run on, numbers inside the lines are no items. */
static gboolean
is_by_line (const char *text,
            GArray     *marks,
            guint       first)
{
  const MattraMark *mark = &g_array_index (marks, MattraMark, first);

  if (!begins_line (text, mark->start) || strchr (text, '\n') == NULL)
    return FALSE;

  for (guint i = first + 1; i < marks->len; i++)
    {
      const MattraMark *next = &g_array_index (marks, MattraMark, i);

      if (follows (next, mark) && begins_line (text, next->start))
        return TRUE;
    }

  return FALSE;
}

/* Leaves in @marks only those that run on 1, 2, 3 from @first. */
static void
keep_run (const char *text,
          GArray     *marks,
          guint       first)
{
  gboolean by_line = is_by_line (text, marks, first);
  guint n = 1;

  if (first > 0)
    g_array_remove_range (marks, 0, first);
  for (guint i = 1; i < marks->len; i++)
    {
      const MattraMark *mark = &g_array_index (marks, MattraMark, i);

      if (follows (mark, &g_array_index (marks, MattraMark, n - 1)) && (!by_line || begins_line (text, mark->start)))
        g_array_index (marks, MattraMark, n++) = *mark;
    }
  g_array_set_size (marks, n);
}

static gboolean
is_bullet_character (gunichar c)
{
  return mattra_text_is_dash (c) || c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x25A0 || c == 0x25E6
         || c == 0x2023 || c == 0x27A2 || c == 0x00B7 || c == 0xF0B7 || c == '*';
}

/* Whether a date, a number or a weekday stands at @text, or ends there when @end is its end. */
static gboolean
is_range_part (const char *start,
               const char *text,
               gboolean    ends)
{
  static const char *const others[] = { "จันทร์", "อังคาร", "พุธ", "พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์", "ไตรมาส" };

  if (mattra_digit_value (ends ? before (start, text) : peek (text)) >= 0)
    return TRUE;
  if (!ends && g_str_has_prefix (text, "เดือน"))
    text += strlen ("เดือน");

  for (int month = 1; month <= 12; month++)
    {
      const char *names[] = { mattra_date_month_name (month), mattra_date_month_short (month) };

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (ends ? ends_with (start, text, names[i]) : g_str_has_prefix (text, names[i]))
          return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (ends ? ends_with (start, text, others[i]) : g_str_has_prefix (text, others[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || c == '(' || c == '"' || c == 0x201C;
}

/* A bullet stands after white space, and a space follows it, or none where the list is written so. */
static gboolean
parse_bullet (const char *text,
              const char *at,
              gboolean    glued,
              MattraMark *mark)
{
  const char *p = at;
  gunichar next;

  if (at > text && !is_blank (before (text, at)))
    return FALSE;
  if (*p == '\0' || !is_bullet_character (mattra_text_next (&p)))
    return FALSE;
  next = peek (p);
  if (!is_blank (next) && !(glued && is_letter (next)))
    return FALSE;

  *mark = (MattraMark) { MATTRA_MARK_BULLET, 0, 0, at, skip_blanks (p) };
  return begins_line (text, at)
         || !(is_range_part (text, skip_blanks_back (text, at), TRUE) && is_range_part (text, mark->end, FALSE));
}

static GArray *
find_bullets (const char *text,
              gboolean    runs)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (MattraMark));
  const char *start = skip_blanks (text);
  gboolean glued = FALSE;
  MattraMark mark;

  if (parse_bullet (start, start, TRUE, &mark))
    {
      const char *p = start;

      mattra_text_next (&p);
      glued = p == mark.end;
      g_array_append_val (marks, mark);
    }
  else if (!runs)
    return marks;

  for (const char *p = marks->len > 0 ? mark.end : start; *p != '\0';)
    {
      if (p > start && parse_bullet (text, p, glued, &mark)
          && peek (p) == (marks->len > 0 ? peek (g_array_index (marks, MattraMark, 0).start) : peek (p)))
        {
          g_array_append_val (marks, mark);
          p = mark.end;
        }
      else
        mattra_text_next (&p);
    }

  return marks;
}

static void
add_piece (GPtrArray  *pieces,
           const char *start,
           const char *end)
{
  start = skip_blanks (start);
  if (start >= end)
    return;
  end = skip_blanks_back (start, end);
  if (end > start)
    g_ptr_array_add (pieces, g_strndup (start, (gsize) (end - start)));
}

static GArray *
choose_marks (const char          *text,
              const MattraItemRun *run)
{
  g_autoptr (GArray) marks = find_marks (text);
  guint first = find_first (text, marks, FALSE, run);

  if (first == marks->len && (run->style == MATTRA_MARK_NONE || run->style == MATTRA_MARK_TWO_LEVELS))
    first = find_first (text, marks, TRUE, run);
  if (first < marks->len)
    {
      keep_run (text, marks, first);
      return g_steal_pointer (&marks);
    }

  return find_bullets (text, run->style == MATTRA_MARK_BULLET);
}

/**
 * mattra_items_split:
 * @text: a cell
 * @run: (inout): how far the column's list has run within the measure
 * @joins: (out): whether the first piece continues the last item of the cell above
 *
 * Splits a cell into items: at numbers that run on 1, 2, 3 within the measure, at bullets if the cell begins
 * with one, at numbers of two levels if there are none of one. The number is taken off, nothing else changes.
 * Numbers out of sequence, in dates, amounts and references do not split, nor do spaces or line ends.
 *
 * Returns: (transfer full) (element-type utf8): the pieces, none of them empty
 */
GPtrArray *
mattra_items_split (const char    *text,
                    MattraItemRun *run,
                    gboolean      *joins)
{
  GPtrArray *pieces;
  g_autoptr (GArray) marks = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (run != NULL, NULL);
  g_return_val_if_fail (joins != NULL, NULL);

  pieces = g_ptr_array_new_with_free_func (g_free);
  marks = choose_marks (text, run);
  add_piece (pieces, text, marks->len > 0 ? g_array_index (marks, MattraMark, 0).start : text + strlen (text));
  *joins = run->n_items > 0 && pieces->len > 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const MattraMark *mark = &g_array_index (marks, MattraMark, i);

      add_piece (pieces, mark->end, i + 1 < marks->len ? mark[1].start : text + strlen (text));
      run->style = mark->style;
      run->number = mark->number;
      run->second = mark->second;
    }
  run->n_items += pieces->len - (*joins ? 1 : 0);

  return pieces;
}
