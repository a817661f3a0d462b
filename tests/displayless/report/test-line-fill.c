/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-line-break.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

/* Fills lines letter by letter, as the layout does with real widths, and judges their ends with
 * lists of words and compounds that the program does not know. */

#define MONTHS \
  "(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|" \
  "ม\\.ค\\.|ก\\.พ\\.|มี\\.ค\\.|เม\\.ย\\.|พ\\.ค\\.|มิ\\.ย\\.|ก\\.ค\\.|ส\\.ค\\.|ก\\.ย\\.|ต\\.ค\\.|พ\\.ย\\.|ธ\\.ค\\.)"
#define DIGIT "[0-9๐-๙]"

/* A month that begins a second date is no unit of the year before it. */
static const char *const numbers[] = {
  DIGIT "+\\s?" MONTHS "(?:\\s?" DIGIT "+)?",
  MONTHS "\\s?" DIGIT "+",
  "พ\\.ศ\\.\\s?" DIGIT "+",
  "(?:^|(?<=\\s))" DIGIT "+[.)]\\s?\\S",
  DIGIT "+(?:[.,/]" DIGIT "+)+",
  "ปีงบประมาณ\\s" DIGIT "+",
  "(?<!" DIGIT ")(?:" DIGIT "{1,3}|" DIGIT "{5,})\\s(?:เดือน|วัน|ปี|ครั้ง|คน|แห่ง|บาท|เรื่อง|มาตรการ)",
};

enum { WORD, NUMBER, SIGN, COMPOUND, N_KINDS };

typedef struct
{
  MattraLineBreak *breaker;
  char **words;
  char **compounds;
  GPtrArray *numbers;
  guint ends;
  guint kinds[N_KINDS];
  guint costs[MATTRA_BREAK_EMERGENCY + 1];
} Judge;

static char *
read_shared (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "..", "shared",
                                            name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
judge_clear (Judge *judge)
{
  g_clear_pointer (&judge->breaker, mattra_line_break_free);
  g_clear_pointer (&judge->words, g_strfreev);
  g_clear_pointer (&judge->compounds, g_strfreev);
  g_clear_pointer (&judge->numbers, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Judge, judge_clear)

static void
judge_open (Judge *judge)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MATTRA_DATA_DIR"), "dictionary", NULL);
  g_autoptr (GError) error = NULL;

  judge->breaker = mattra_line_break_new (folder, &error);
  g_assert_no_error (error);
}

static void
judge_compile_numbers (Judge *judge)
{
  g_autoptr (GError) error = NULL;

  judge->numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_ptr_array_add (judge->numbers, g_regex_new (numbers[i], G_REGEX_OPTIMIZE, 0, &error));
      g_assert_no_error (error);
    }
}

static gboolean
judge_read_lists (Judge *judge)
{
  g_autofree char *words = read_shared ("bench/thai-words.txt");
  g_autofree char *compounds = read_shared ("bench/thai-compounds.txt");

  if (words == NULL || compounds == NULL)
    return FALSE;
  judge->words = g_strsplit (words, "\n", -1);
  judge->compounds = g_strsplit (compounds, "\n", -1);
  judge_compile_numbers (judge);
  return TRUE;
}

static char **
read_lines (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return g_strsplit (text, "\n", -1);
}

/* A list of words and, behind a +, compounds. */
static void
judge_read_own_lists (Judge *judge)
{
  g_auto (GStrv) lines = read_lines ("line-break-words.txt");
  GPtrArray *words = g_ptr_array_new (), *compounds = g_ptr_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] == '+')
      g_ptr_array_add (compounds, g_strdup (lines[i] + 1));
    else if (lines[i][0] != '#' && lines[i][0] != '\0')
      g_ptr_array_add (words, g_strdup (lines[i]));
  g_ptr_array_add (words, NULL);
  g_ptr_array_add (compounds, NULL);
  judge->words = (char **) g_ptr_array_free (words, FALSE);
  judge->compounds = (char **) g_ptr_array_free (compounds, FALSE);
  judge_compile_numbers (judge);
}

static gboolean
inside_word (char       **words,
             const char  *text,
             gsize        at)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (length == 0 || words[i][0] == '#')
        continue;
      for (gsize from = at >= length ? at - length + 1 : 0; from < at; from++)
        if (strncmp (text + from, words[i], length) == 0 && from + length > at)
          return TRUE;
    }
  return FALSE;
}

static gboolean
inside_number (Judge      *judge,
               const char *text,
               int         at)
{
  for (guint i = 0; i < judge->numbers->len; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      int start, end;

      for (g_regex_match (judge->numbers->pdata[i], text, 0, &match);
           g_match_info_matches (match); g_match_info_next (match, NULL))
        if (g_match_info_fetch_pos (match, 0, &start, &end) && start < at && at < end)
          return TRUE;
    }
  return FALSE;
}

static int
kind_of_end (Judge      *judge,
             const char *text,
             gsize       at)
{
  const char *before = g_utf8_prev_char (text + at);
  gboolean tight = !g_unichar_isspace (g_utf8_get_char (before));

  while (g_unichar_isspace (g_utf8_get_char (before)))
    before = g_utf8_prev_char (before);
  if (g_utf8_strchr ("ๆฯะาำๅๆ)]}”’,.:;!?%", -1, g_utf8_get_char (text + at)) != NULL
      || g_utf8_strchr ("เแโใไ([{“‘", -1, g_utf8_get_char (before)) != NULL)
    return SIGN;
  if (inside_number (judge, text, at))
    return NUMBER;
  if (tight && inside_word (judge->words, text, at))
    return WORD;
  return tight && inside_word (judge->compounds, text, at) ? COMPOUND : -1;
}

static void
judge_end (Judge      *judge,
           const char *text,
           gsize       at,
           guint       width)
{
  int kind = kind_of_end (judge, text, at);
  const char *from = g_utf8_strlen (text, at) > 12 ? g_utf8_offset_to_pointer (text + at, -12) : text;

  judge->ends++;
  if (kind < 0)
    return;
  judge->kinds[kind]++;
  g_test_message ("width %u, %c: %.*s⏎%.30s", width, "WNSC"[kind], (int) (text + at - from), from,
                  text + at);
}

static gboolean
has_width (gunichar letter)
{
  return !g_unichar_ismark (letter);
}

typedef struct
{
  gsize at;
  guint width;
} Place;

/* The last free place within a fifth of the line, else the last fair one, else what there is. */
static gsize
choose (const Place *last,
        guint        width)
{
  const Place *free_place = &last[MATTRA_BREAK_GOOD], *fair = &last[MATTRA_BREAK_FAIR];

  if (last[MATTRA_BREAK_SPACE].width > free_place->width)
    free_place = &last[MATTRA_BREAK_SPACE];
  if (free_place->at != 0 && free_place->width + width / 5 >= fair->width)
    return free_place->at;
  for (guint cost = MATTRA_BREAK_FAIR; cost <= MATTRA_BREAK_EMERGENCY; cost++)
    if (last[cost].at != 0)
      return last[cost].at;
  return 0;
}

static gsize
end_of_line (const char   *text,
             gsize         start,
             const guint8 *costs,
             guint         width)
{
  Place last[MATTRA_BREAK_EMERGENCY + 1] = { 0 };
  guint filled = 0;

  for (const char *at = text + start; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      guint8 cost = costs[at - text];

      if (at > text + start && cost != MATTRA_BREAK_NEVER)
        last[cost] = (Place){ at - text, filled };
      filled += has_width (letter);
      if (filled > width && !g_unichar_isspace (letter))
        return choose (last, width);
    }
  return strlen (text);
}

static void
fill (Judge      *judge,
      const char *text,
      guint       width)
{
  gsize length = strlen (text);
  g_autofree guint8 *costs = g_malloc (length + 1);
  gsize at = 0;

  mattra_line_break_analyse (judge->breaker, text, length, costs);
  while (at < length)
    {
      gsize next = end_of_line (text, at, costs, width);

      g_assert_cmpint (next, >, at);
      at = next;
      judge->costs[at < length ? costs[at] : MATTRA_BREAK_NEVER]++;
      if (at < length && judge->words != NULL)
        judge_end (judge, text, at, width);
    }
}

/* A column is never narrower than its widest piece: a word, a number with its unit, a date. */
static guint
widest_piece (Judge      *judge,
              const char *text)
{
  gsize length = strlen (text);
  g_autofree guint8 *costs = g_malloc (length + 1);
  guint width = 0, widest = 0;

  mattra_line_break_analyse (judge->breaker, text, length, costs);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (costs[at - text] != MATTRA_BREAK_NEVER && costs[at - text] <= MATTRA_BREAK_POOR)
        width = 0;
      width += has_width (letter);
      if (!g_unichar_isspace (letter))
        widest = MAX (widest, width);
    }
  return widest;
}

static void
test_report (void)
{
  g_auto (Judge) judge = { 0 };
  g_autofree char *report = read_shared ("examples/hintang-2566-round1.txt");
  g_auto (GStrv) texts = NULL;

  if (report == NULL || !judge_read_lists (&judge))
    {
      g_test_skip ("no ../shared beside the checkout");
      return;
    }
  judge_open (&judge);
  texts = g_strsplit_set (report, "\t\n", -1);
  for (guint i = 0; texts[i] != NULL; i++)
    for (guint width = MAX (widest_piece (&judge, texts[i]), 15); width <= 40; width++)
      fill (&judge, texts[i], width);
  g_test_message ("ends %u  W %u  N %u  C %u  S %u", judge.ends, judge.kinds[WORD],
                  judge.kinds[NUMBER], judge.kinds[COMPOUND], judge.kinds[SIGN]);
  g_assert_cmpint (judge.kinds[WORD], ==, 0);
  g_assert_cmpint (judge.kinds[NUMBER], ==, 0);
  g_assert_cmpint (judge.kinds[SIGN], ==, 0);
  g_assert_cmpint (judge.kinds[COMPOUND] * 100, <=, judge.ends * 6);
}

/* Reports of five offices, from the width of the narrowest column on. The longest dates are wider
 * than the narrowest two. */
static void
test_offices (void)
{
  g_auto (Judge) judge = { 0 };
  g_auto (GStrv) texts = read_lines ("line-break-reports.txt");

  judge_open (&judge);
  judge_read_own_lists (&judge);
  for (guint width = 14; width <= 40; width++)
    {
      for (guint i = 0; texts[i] != NULL; i++)
        if (texts[i][0] != '#')
          fill (&judge, texts[i], width);
      if (width < 16)
        judge.kinds[NUMBER] = 0;
    }
  g_test_message ("ends %u  W %u  N %u  C %u  S %u", judge.ends, judge.kinds[WORD],
                  judge.kinds[NUMBER], judge.kinds[COMPOUND], judge.kinds[SIGN]);
  g_assert_cmpint (judge.kinds[WORD], ==, 0);
  g_assert_cmpint (judge.kinds[NUMBER], ==, 0);
  g_assert_cmpint (judge.kinds[SIGN], ==, 0);
  g_assert_cmpint (judge.kinds[COMPOUND] * 100, <=, judge.ends * 2);
}

/* Of forty paragraphs of other offices' prose, no line tears a word and few a compound or a name,
 * from the width of a narrow column to that of a page. */
static void
test_paragraphs (void)
{
  g_auto (Judge) judge = { 0 };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "thai-paragraphs.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) paragraphs = NULL;
  guint ends = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  judge_open (&judge);
  paragraphs = g_strsplit (text, "\n", -1);
  for (guint width = 14; width <= 60; width++)
    for (guint i = 0; paragraphs[i] != NULL; i++)
      fill (&judge, paragraphs[i], width);
  for (guint cost = MATTRA_BREAK_SPACE; cost <= MATTRA_BREAK_EMERGENCY; cost++)
    ends += judge.costs[cost];
  g_test_message ("ends %u: after a space %u, good %u, fair %u, poor %u, bad %u, emergency %u", ends,
                  judge.costs[MATTRA_BREAK_SPACE], judge.costs[MATTRA_BREAK_GOOD],
                  judge.costs[MATTRA_BREAK_FAIR], judge.costs[MATTRA_BREAK_POOR], judge.costs[MATTRA_BREAK_BAD],
                  judge.costs[MATTRA_BREAK_EMERGENCY]);
  g_assert_cmpint (judge.costs[MATTRA_BREAK_EMERGENCY] * 200, <=, ends);
  g_assert_cmpint (judge.costs[MATTRA_BREAK_POOR] * 100, <=, ends * 6);
  g_assert_cmpint (judge.costs[MATTRA_BREAK_BAD] * 200, <=, ends);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-fill/report", test_report);
  g_test_add_func ("/line-fill/offices", test_offices);
  g_test_add_func ("/line-fill/paragraphs", test_paragraphs);
  return g_test_run ();
}
