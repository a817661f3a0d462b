/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-grid-selection.h"

#define N_ROWS 6
#define N_COLUMNS 4

/* A hand movement: a letter and up to three numbers.
 *   c row column          stand on a cell
 *   e row column          extend to a cell
 *   r first last          select rows
 *   k first last          select columns
 *   a                     select all
 *   t T n N               Tab, Shift+Tab, Enter, Shift+Enter
 *   i position removed added   items-changed
 *   s rows columns        resize
 * What it leads to: the cursor and the range, as "row,column top-bottom,left-right". */
typedef struct
{
  const char *moves;
  const char *end;
} Walk;

static guint
next_number (const char **at)
{
  char *end = NULL;
  guint64 number = g_ascii_strtoull (*at, &end, 10);

  g_assert_true (end != *at);
  *at = end;
  return (guint) number;
}

static void
move (MattraGridSelection *selection,
      const char         **at)
{
  char what = *(*at)++;
  guint n[3] = { 0 };
  guint n_numbers = what == 'i' ? 3 : strchr ("cerks", what) != NULL ? 2 : 0;

  for (guint i = 0; i < n_numbers; i++)
    n[i] = next_number (at);
  switch (what)
    {
    case 'c':
      mattra_grid_selection_set_cursor (selection, n[0], n[1]);
      break;
    case 'e':
      mattra_grid_selection_extend (selection, n[0], n[1]);
      break;
    case 'r':
      mattra_grid_selection_select_rows (selection, n[0], n[1]);
      break;
    case 'k':
      mattra_grid_selection_select_columns (selection, n[0], n[1]);
      break;
    case 'a':
      mattra_grid_selection_select_all (selection);
      break;
    case 't':
      mattra_grid_selection_cycle (selection, MATTRA_GRID_CYCLE_RIGHT);
      break;
    case 'T':
      mattra_grid_selection_cycle (selection, MATTRA_GRID_CYCLE_LEFT);
      break;
    case 'n':
      mattra_grid_selection_cycle (selection, MATTRA_GRID_CYCLE_DOWN);
      break;
    case 'N':
      mattra_grid_selection_cycle (selection, MATTRA_GRID_CYCLE_UP);
      break;
    case 'i':
      mattra_grid_selection_rows_changed (selection, n[0], n[1], n[2]);
      break;
    case 's':
      mattra_grid_selection_resize (selection, n[0], n[1]);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
walk_on (MattraGridSelection *selection,
         const char          *moves)
{
  mattra_grid_selection_resize (selection, N_ROWS, N_COLUMNS);
  for (const char *at = moves; *at != '\0';)
    {
      if (*at == ' ')
        at++;
      else
        move (selection, &at);
    }
}

static char *
dup_place (const MattraGridSelection *selection)
{
  MattraGridRange range = { 0 };

  mattra_grid_selection_get_range (selection, &range);
  return g_strdup_printf ("%u,%u %u-%u,%u-%u", selection->row, selection->column, range.top,
                          range.bottom, range.left, range.right);
}

static void
walk (const Walk *step)
{
  MattraGridSelection selection = { 0 };
  g_autofree char *end = NULL;

  walk_on (&selection, step->moves);
  end = dup_place (&selection);
  g_test_message ("%s", step->moves);
  g_assert_cmpstr (end, ==, step->end);
  g_assert_true (mattra_grid_selection_is_empty (&selection) ||
                 mattra_grid_selection_contains (&selection, selection.row, selection.column));
}

static void
test_stand_and_extend (void)
{
  static const Walk walks[] = {
    { "", "0,0 0-0,0-0" },
    { "c2 3", "2,3 2-2,3-3" },
    { "c99 99", "5,3 5-5,3-3" },
    { "c2 1 e4 3", "2,1 2-4,1-3" },
    { "c2 1 e4 3 e0 0", "2,1 0-2,0-1" },
    { "c2 1 e4 3 c1 1", "1,1 1-1,1-1" },
    { "r1 3", "1,0 1-3,0-3" },
    { "c0 2 r3 1", "3,2 1-3,0-3" },
    { "r1 1 e4 0", "1,0 1-4,0-3" },
    { "k1 2", "0,1 0-5,1-2" },
    { "c3 0 k2 1", "3,2 0-5,1-2" },
    { "k1 1 e0 3", "0,1 0-5,1-3" },
    { "c2 1 a", "2,1 0-5,0-3" },
    { "c2 1 a c3 3", "3,3 3-3,3-3" },
    { "s0 0 c3 3 e2 2 t n", "0,0 0-0,0-0" },
    { "c5 3 s3 2", "2,1 2-2,1-1" },
    { "c0 0 e5 3 s2 2", "0,0 0-1,0-1" },
    { "a s8 5", "0,0 0-7,0-4" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (walks); i++)
    walk (&walks[i]);
}

static void
test_tab_and_enter (void)
{
  static const Walk walks[] = {
    { "t", "0,1 0-0,1-1" },
    { "n", "1,0 1-1,0-0" },
    { "N", "0,0 0-0,0-0" },
    { "T", "0,0 0-0,0-0" },
    { "c5 3 t", "5,3 5-5,3-3" },
    { "c5 3 n", "5,3 5-5,3-3" },
    { "c1 3 t", "2,0 2-2,0-0" },
    { "c2 0 T", "1,3 1-1,3-3" },
    { "c1 1 t t n", "2,1 2-2,1-1" },
    { "c1 1 t t n t n", "3,1 3-3,1-1" },
    { "c1 1 t t n n", "3,1 3-3,1-1" },
    { "c1 1 t T t N", "0,1 0-0,1-1" },
    { "c1 0 t c3 2 n", "4,2 4-4,2-2" },
    { "c1 0 t t e2 3 c1 2 n", "2,2 2-2,2-2" },
    /* Inside a range: right along the rows, down along the columns, and around. */
    { "c1 1 e2 2 t", "1,2 1-2,1-2" },
    { "c1 1 e2 2 tt", "2,1 1-2,1-2" },
    { "c1 1 e2 2 tttt", "1,1 1-2,1-2" },
    { "c1 1 e2 2 T", "2,2 1-2,1-2" },
    { "c1 1 e2 2 n", "2,1 1-2,1-2" },
    { "c1 1 e2 2 nn", "1,2 1-2,1-2" },
    { "c1 1 e2 2 N", "2,2 1-2,1-2" },
    { "c2 2 e1 1 t", "1,1 1-2,1-2" },
    { "c1 1 e1 3 n", "1,2 1-1,1-3" },
    { "r1 2 tttt", "2,0 1-2,0-3" },
    { "a T", "5,3 0-5,0-3" },
    /* Shift after Tab: the cell that was reached stays. */
    { "c1 1 e2 2 t e4 3", "1,2 1-4,2-3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (walks); i++)
    walk (&walks[i]);
}

static void
test_rows_changed (void)
{
  static const Walk walks[] = {
    { "c3 1 i0 0 2", "5,1 5-5,1-1" },
    { "c3 1 i3 0 1", "4,1 4-4,1-1" },
    { "c3 1 i4 0 1", "3,1 3-3,1-1" },
    { "c3 1 i0 2 0", "1,1 1-1,1-1" },
    { "c3 1 i3 1 0", "3,1 3-3,1-1" },
    { "c3 1 i3 1 1", "3,1 3-3,1-1" },
    { "c3 1 i2 3 0", "2,1 2-2,1-1" },
    { "c5 1 i5 1 0", "4,1 4-4,1-1" },
    { "c5 1 i0 6 0", "0,1 0-0,1-1" },
    { "c5 1 i0 6 6", "5,1 5-5,1-1" },
    { "c5 1 i0 6 2", "1,1 1-1,1-1" },
    { "c1 1 e4 2 i2 0 3", "1,1 1-7,1-2" },
    { "c1 1 e4 2 i1 0 1", "2,1 2-5,1-2" },
    { "c1 1 e4 2 i2 2 0", "1,1 1-2,1-2" },
    { "c1 1 e4 2 i0 3 0", "0,1 0-1,1-2" },
    { "c1 1 e4 2 i1 4 0", "1,1 1-1,1-2" },
    { "c1 1 e4 2 i4 2 0", "1,1 1-3,1-2" },
    { "r2 4 i3 1 0", "2,0 2-3,0-3" },
    { "k1 2 i6 0 4", "0,1 0-9,1-2" },
    { "a i0 6 3", "0,0 0-2,0-3" },
    { "a i0 6 0 i0 0 2", "0,0 0-1,0-3" },
    { "s0 4 i0 0 3 n", "1,0 1-1,0-0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (walks); i++)
    walk (&walks[i]);
}

static void
test_columns_changed (void)
{
  static const guint gone = G_MAXUINT;
  const struct
  {
    const char *moves;
    guint places[N_COLUMNS];
    guint n_columns;
    const char *end;
  } changes[] = {
    { "c1 2", { 1, 2, 3, 4 }, 5, "1,3 1-1,3-3" },
    { "c1 2", { 0, gone, 1, 2 }, 3, "1,1 1-1,1-1" },
    { "c1 2", { 0, 1, gone, 2 }, 3, "1,1 1-1,1-1" },
    { "c1 0", { gone, 0, 1, 2 }, 3, "1,0 1-1,0-0" },
    { "c1 0", { 3, 0, 1, 2 }, 4, "1,3 1-1,3-3" },
    { "c1 1 e2 2", { 1, 2, 3, 4 }, 5, "1,2 1-2,2-3" },
    { "c1 1 e2 2", { 0, 2, 1, 3 }, 4, "1,2 1-2,2-2" },
    { "c1 1 e2 2", { 0, 1, gone, 2 }, 3, "1,1 1-2,1-1" },
    { "r1 2", { 3, 2, 1, 0 }, 4, "1,3 1-2,0-3" },
    { "a", { gone, gone, gone, gone }, 0, "0,0 0-5,0-0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      MattraGridSelection selection = { 0 };
      g_autofree char *end = NULL;

      walk_on (&selection, changes[i].moves);
      mattra_grid_selection_columns_changed (&selection, changes[i].places, N_COLUMNS,
                                             changes[i].n_columns);
      end = dup_place (&selection);
      g_assert_cmpstr (end, ==, changes[i].end);
    }
}

static gboolean
is_filled (guint    place,
           gpointer user_data)
{
  const char *line = user_data;

  return line[place] == 'x';
}

static void
test_edge (void)
{
  static const struct
  {
    const char *line;
    guint from;
    int step;
    guint to;
  } jumps[] = {
    { "xxx..xx.", 0, 1, 2 },
    { "xxx..xx.", 1, 1, 2 },
    { "xxx..xx.", 2, 1, 5 },
    { "xxx..xx.", 3, 1, 5 },
    { "xxx..xx.", 5, 1, 6 },
    { "xxx..xx.", 6, 1, 7 },
    { "xxx..xx.", 7, 1, 7 },
    { "xxx..xx.", 7, -1, 6 },
    { "xxx..xx.", 6, -1, 5 },
    { "xxx..xx.", 5, -1, 2 },
    { "xxx..xx.", 4, -1, 2 },
    { "xxx..xx.", 2, -1, 0 },
    { "xxx..xx.", 0, -1, 0 },
    { "........", 3, 1, 7 },
    { "........", 3, -1, 0 },
    { "xxxxxxxx", 3, 1, 7 },
    { "xxxxxxxx", 3, -1, 0 },
    { ".......x", 0, 1, 7 },
    { "x.......", 7, -1, 0 },
    { "x", 0, 1, 0 },
    { "x", 0, -1, 0 },
    { "", 0, 1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (jumps); i++)
    g_assert_cmpuint (mattra_grid_find_edge (jumps[i].from, (guint) strlen (jumps[i].line),
                                             jumps[i].step, is_filled, (char *) jumps[i].line), ==,
                      jumps[i].to);
}

static void
test_contains (void)
{
  MattraGridSelection selection = { 0 };

  g_assert_false (mattra_grid_selection_contains (&selection, 0, 0));
  g_assert_false (mattra_grid_selection_is_single (&selection));
  mattra_grid_selection_resize (&selection, N_ROWS, N_COLUMNS);
  g_assert_true (mattra_grid_selection_is_single (&selection));
  mattra_grid_selection_extend (&selection, 2, 1);
  g_assert_true (mattra_grid_selection_contains (&selection, 2, 1));
  g_assert_false (mattra_grid_selection_contains (&selection, 3, 1));
  g_assert_false (mattra_grid_selection_contains (&selection, 2, 2));
  g_assert_false (mattra_grid_selection_is_single (&selection));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/selection/stand-and-extend", test_stand_and_extend);
  g_test_add_func ("/grid/selection/tab-and-enter", test_tab_and_enter);
  g_test_add_func ("/grid/selection/rows-changed", test_rows_changed);
  g_test_add_func ("/grid/selection/columns-changed", test_columns_changed);
  g_test_add_func ("/grid/selection/edge", test_edge);
  g_test_add_func ("/grid/selection/contains", test_contains);
  return g_test_run ();
}
