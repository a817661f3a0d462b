/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-match.h"

#define MAX_ROWS 5

typedef struct
{
  int number;
  const char *title;
  const char *section;
} Row;

/* found: for each imported row the place of its measure in the register, -1 for none. */
typedef struct
{
  const char *what;
  Row imported[MAX_ROWS];
  Row existing[MAX_ROWS];
  MattraMatchKind kinds[MAX_ROWS];
  int found[MAX_ROWS];
} Case;

static const Case cases[] = {
  { "an empty register", { { 1, "ก" } }, { { 0 } }, { MATTRA_MATCH_NEW }, { -1 } },
  { "spaces and digits apart", { { 1, "ข้อ ๒ ของแผน" } }, { { 9, "ข้อ2 ของแผน" } }, { MATTRA_MATCH_TITLE }, { 0 } },
  { "renumbered",
    { { 1, "ใหม่" }, { 2, "เดิมหนึ่ง" }, { 3, "เดิมสอง" } },
    { { 1, "เดิมหนึ่ง" }, { 2, "เดิมสอง" } },
    { MATTRA_MATCH_NEW, MATTRA_MATCH_TITLE, MATTRA_MATCH_TITLE }, { -1, 0, 1 } },
  { "a corrected title",
    { { 4, "กิจกรรมรณรงค์ต่อต้านการทุจริตคอร์รัปชัน" } },
    { { 4, "กิจกรรมรณรงค์ต่อต้านการทุจริต คอร์รัปชั่น" } },
    { MATTRA_MATCH_NUMBER }, { 0 } },
  { "another title under the number",
    { { 4, "การใช้ทรัพย์สินของราชการ" } }, { { 4, "กิจกรรมรณรงค์" } }, { MATTRA_MATCH_DOUBTFUL }, { 0 } },
  { "one title twice, told apart by number",
    { { 2, "ซ้ำ" }, { 1, "ซ้ำ" } }, { { 1, "ซ้ำ" }, { 2, "ซ้ำ" } },
    { MATTRA_MATCH_TITLE, MATTRA_MATCH_TITLE }, { 1, 0 } },
  { "one title twice, told apart by section",
    { { 1, "ซ้ำ", "ข" }, { 1, "ซ้ำ", "ก" } }, { { 1, "ซ้ำ", "ก" }, { 1, "ซ้ำ", "ข" } },
    { MATTRA_MATCH_TITLE, MATTRA_MATCH_TITLE }, { 1, 0 } },
  { "a measure is matched once",
    { { 1, "ซ้ำ" }, { 0, "ซ้ำ" } }, { { 1, "ซ้ำ" } }, { MATTRA_MATCH_TITLE, MATTRA_MATCH_NEW }, { 0, -1 } },
  { "numbers of another section do not count",
    { { 1, "การสื่อสารภายใน", "ก" } }, { { 1, "การสื่อสารภายนอก", "ข" } }, { MATTRA_MATCH_NEW }, { -1 } },
};

static GPtrArray *
new_measures (const Row *rows)
{
  GPtrArray *measures = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MAX_ROWS && rows[i].title; i++)
    {
      MattraMeasure *measure = mattra_measure_new ();

      mattra_measure_set_number (measure, rows[i].number);
      mattra_measure_set_title (measure, rows[i].title);
      mattra_measure_set_section (measure, rows[i].section);
      g_ptr_array_add (measures, measure);
    }
  return measures;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) imported = new_measures (cases[i].imported);
      g_autoptr (GPtrArray) existing = new_measures (cases[i].existing);
      g_autoptr (GArray) matches = mattra_match_measures (imported, existing);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpuint (matches->len, ==, imported->len);
      for (guint j = 0; j < matches->len; j++)
        {
          const MattraMatch *match = &g_array_index (matches, MattraMatch, j);
          gpointer wanted = cases[i].found[j] < 0 ? NULL : g_ptr_array_index (existing, cases[i].found[j]);

          g_assert_cmpint (match->kind, ==, cases[i].kinds[j]);
          g_assert_true (match->measure == wanted);
        }
    }
}

/* Many rows of one title take no longer than as many different ones: a minute would not do otherwise. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) imported = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) existing = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) matches = NULL;

  for (int i = 0; i < 20000; i++)
    {
      MattraMeasure *one = mattra_measure_new ();
      MattraMeasure *other = mattra_measure_new ();

      mattra_measure_set_title (one, "ซ้ำ");
      mattra_measure_set_title (other, "ซ้ำ");
      g_ptr_array_add (imported, one);
      g_ptr_array_add (existing, other);
    }
  matches = mattra_match_measures (imported, existing);
  for (guint i = 0; i < matches->len; i++)
    g_assert_true (g_array_index (matches, MattraMatch, i).measure == g_ptr_array_index (existing, i));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/operations/match/cases", test_cases);
  g_test_add_func ("/operations/match/many", test_many);
  return g_test_run ();
}
