/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "people-desk.h"

#include "mattra-people-cells.h"
#include "mattra-people-kind.h"
#include "picture.h"
#include "seek.h"

/* Places of the tables among the page's grids. */
enum
{
  GRID_INDICATORS = MATTRA_FIRST_ASSESSMENT_KIND,
  GRID_TOPICS,
  GRID_PUBLICATIONS,
  GRID_COLLECTING,
  GRID_REQUESTS,
};

static MattraPlan *
plan (People *self)
{
  return mattra_session_get_plan (self->session);
}

static void
show_assessment (People *self)
{
  mattra_people_page_show_part (MATTRA_PEOPLE_PAGE (self->page), MATTRA_PEOPLE_PART_ASSESSMENT);
  people_finish (self);
}

/* What is shown: the rows of the grid with their cells, which any rows of the kind can read. */
static char *
cell (People     *self,
      guint       table,
      guint       row,
      const char *column)
{
  MattraGrid *grid = people_grid (self, table);
  g_autoptr (MattraPeopleCells) cells = mattra_people_cells_new (self->session, mattra_people_kinds[table],
                                                                 MATTRA_DIGITS_WESTERN);
  g_autoptr (GObject) item = g_list_model_get_item (mattra_grid_get_model (grid), row);
  MattraGridDelegate *delegate = MATTRA_GRID_DELEGATE (cells);

  return MATTRA_GRID_DELEGATE_GET_IFACE (delegate)->dup_text (delegate, item, mattra_grid_find_column (grid, column));
}

static void
assert_cell (People     *self,
             guint       table,
             guint       row,
             const char *column,
             const char *text)
{
  g_autofree char *shown = cell (self, table, row, column);

  g_assert_cmpstr (shown, ==, text);
}

static void
assert_shown (People     *self,
              guint       table,
              guint       row,
              const char *column,
              const char *text)
{
  MattraGrid *grid = people_grid (self, table);
  g_autoptr (MattraPeopleCells) cells = mattra_people_cells_new (self->session, mattra_people_kinds[table],
                                                                 MATTRA_DIGITS_THAI);
  g_autoptr (GObject) item = g_list_model_get_item (mattra_grid_get_model (grid), row);
  MattraGridDelegate *delegate = MATTRA_GRID_DELEGATE (cells);
  g_autofree char *shown =
    MATTRA_GRID_DELEGATE_GET_IFACE (delegate)->dup_shown_text (delegate, item, mattra_grid_find_column (grid, column));

  g_assert_cmpstr (shown, ==, text);
}

static gboolean
add_measures (MattraStore  *store,
              MattraPlan   *loaded,
              gpointer      data,
              GError      **error)
{
  for (int i = 1; i <= 2; i++)
    {
      g_autoptr (MattraMeasure) measure = mattra_measure_new ();
      g_autoptr (GPtrArray) parties = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_party_free);
      g_autoptr (MattraParty) party = mattra_party_new ("กองคลัง");

      mattra_measure_set_number (measure, i);
      mattra_measure_set_title (measure, i == 1 ? "แนวทางการใช้งบประมาณ" : "การเปิดเผยข้อมูลบนเว็บไซต์");
      mattra_measure_set_ita_indicator (measure, i == 1 ? 2 : 9);
      mattra_measure_set_topic (measure, i == 1 ? 5 : 3);
      if (!mattra_store_insert_measure (store, mattra_plan_get_id (loaded), measure, error))
        return FALSE;
      g_ptr_array_add (party->divisions,
                       g_strdup (mattra_division_list_find_name (mattra_plan_get_divisions (loaded), "กองคลัง")->id));
      g_ptr_array_add (parties, g_steal_pointer (&party));
      if (!mattra_store_set_parties (store, mattra_measure_get_id (measure), parties, error))
        return FALSE;
    }
  return TRUE;
}

static void
make_measures (People *self)
{
  mattra_session_act_async (self->session, "import", NULL, add_measures, NULL, NULL, NULL, NULL);
  people_finish (self);
}

/* Scores are typed, add up, and those that cannot be are refused while they are typed. */
static void
test_scores (People        *self,
             gconstpointer  data)
{
  static const char *const wrong[] = { "101", "-1", "สูง", "8 0" };
  MattraGrid *grid;

  make_measures (self);
  show_assessment (self);
  grid = people_grid (self, GRID_INDICATORS);
  people_type (self, grid, 1, "score", "๗๗.๗");
  people_type (self, grid, 1, "before", "80");
  g_assert_cmpfloat_with_epsilon (mattra_plan_find_analysis (plan (self), FALSE, 2)->score, 77.7, 0.001);
  assert_cell (self, GRID_INDICATORS, 1, "difference", "-2.30");
  assert_cell (self, GRID_INDICATORS, 1, "class", "ต้องพัฒนา");
  assert_cell (self, GRID_INDICATORS, 1, "measures", "1");
  assert_cell (self, GRID_INDICATORS, 0, "measures", "–");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_true (mattra_grid_edit (grid, 1, mattra_grid_find_column (grid, "score"), wrong[i]));
      g_assert_false (mattra_grid_commit_edit (grid));
      mattra_grid_cancel_edit (grid);
    }
  g_assert_cmpfloat_with_epsilon (mattra_plan_find_analysis (plan (self), FALSE, 2)->score, 77.7, 0.001);
  people_type (self, grid, 1, "name", "2. การใช้งบประมาณรายจ่าย");
  g_assert_cmpstr (mattra_plan_find_analysis (plan (self), FALSE, 2)->name, ==, "การใช้งบประมาณรายจ่าย");
  people_type (self, people_grid (self, GRID_TOPICS), 2, "weakness", "เว็บไซต์ไม่ปรับปรุง");
  g_assert_cmpstr (mattra_plan_find_analysis (plan (self), TRUE, 3)->weakness, ==, "เว็บไซต์ไม่ปรับปรุง");
}

/* A column that was pasted with a bad score in it changes nothing and says which. */
static void
test_pasted (People        *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *message;
  } rows[] = {
    { "101", "“101” is no score: write points from 0 to 100, such as 87.50" },
    { "-1", "“-1” is no score: write points from 0 to 100, such as 87.50" },
    { "ดี", "“ดี” is no score: write points from 0 to 100, such as 87.50" },
  };
  const char *id = mattra_people_indicators.get_id (plan (self), 1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MattraStore) store = mattra_store_open (self->path, FALSE, &error);

      g_assert_no_error (error);
      g_assert_false (mattra_people_indicators.set (store, plan (self), id, "score", rows[i].text, &error));
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

/* Addresses that are none are refused; what is missing is told. */
static void
test_publication (People        *self,
                  gconstpointer  data)
{
  g_autofree char *missing = NULL;
  MattraGrid *grid;

  make_measures (self);
  show_assessment (self);
  people_show (self, "publications");
  people_finish (self);
  grid = people_grid (self, GRID_PUBLICATIONS);
  g_assert_true (mattra_grid_edit (grid, 0, mattra_grid_find_column (grid, "url"), "javascript:alert(1)"));
  g_assert_false (mattra_grid_commit_edit (grid));
  mattra_grid_cancel_edit (grid);
  people_type (self, grid, 0, "url", "https://www.example.go.th/ita");
  people_type (self, grid, 0, "number", "O33");
  g_assert_cmpstr (mattra_plan_find_publication (plan (self), 2567, "measures")->url, ==, "https://www.example.go.th/ita");
  g_assert_cmpstr (mattra_plan_find_publication (plan (self), 2567, "measures")->number, ==, "O33");
  g_assert_cmpstr (mattra_plan_find_publication (plan (self), 2566, "measures")->number, ==, "O42");
  missing = cell (self, GRID_PUBLICATIONS, 0, "check");
  g_assert_nonnull (strstr (missing, "✗ "));
  g_assert_nonnull (strstr (missing, "more"));
}

/* A day under "Asked" is a request of that day; the list of requests has it. */
static void
test_collecting (People        *self,
                 gconstpointer  data)
{
  MattraGrid *grid;

  make_measures (self);
  show_assessment (self);
  people_show (self, "collecting");
  people_finish (self);
  grid = people_grid (self, GRID_COLLECTING);
  assert_cell (self, GRID_COLLECTING, 1, "division", "กองคลัง");
  assert_cell (self, GRID_COLLECTING, 1, "answered", "0 of 2");
  people_type (self, grid, 1, "asked_on", "๑๐ มี.ค. ๒๕๖๗");
  people_type (self, grid, 1, "reminded_on", "๒๕ มี.ค. ๒๕๖๗");
  people_type (self, grid, 1, "answered_on", "๒๖ มี.ค. ๒๕๖๗");
  people_finish (self);
  g_assert_cmpuint (mattra_plan_get_requests (plan (self))->len, ==, 2);
  assert_cell (self, GRID_COLLECTING, 1, "asked_on", "10 มี.ค. 2567");
  assert_cell (self, GRID_COLLECTING, 1, "state", "answered on paper");
  assert_cell (self, GRID_REQUESTS, 1, "kind", "Reminder");
  /* The program's own English has its own digits, what is typed those that were chosen. */
  assert_shown (self, GRID_COLLECTING, 0, "round", "First 6 months");
  assert_shown (self, GRID_COLLECTING, 1, "asked_on", "๑๐ มี.ค. ๒๕๖๗");
  assert_shown (self, GRID_PUBLICATIONS, 0, "item", "Measures, assessment of 2567");
  people_show (self, "requests");
  people_type (self, people_grid (self, GRID_REQUESTS), 1, "way", "โทรศัพท์");
  assert_cell (self, GRID_REQUESTS, 1, "way", "โทรศัพท์");
  seek_click (self->page, "_Add a Request");
  people_finish (self);
  mattra_grid_cancel_edit (people_grid (self, GRID_REQUESTS));
  g_assert_cmpuint (mattra_plan_get_requests (plan (self))->len, ==, 3);
}

static void
enter_all (People *self)
{
  static const char *const scores[] = { "96.25", "77.7", "84", "90.5", "71", "88", "81.2", "79", "60", "95" };

  make_measures (self);
  show_assessment (self);
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    people_type (self, people_grid (self, GRID_INDICATORS), i, "score", scores[i]);
  people_type (self, people_grid (self, GRID_INDICATORS), 1, "before", "80");
  people_type (self, people_grid (self, GRID_INDICATORS), 1, "weakness",
               "บุคลากรและประชาชนไม่ทราบแผนการใช้จ่ายงบประมาณประจำปี และไม่มีส่วนร่วมในการติดตาม");
  people_type (self, people_grid (self, GRID_INDICATORS), 1, "cause", "ไม่ได้เผยแพร่แผนในช่องทางที่เข้าถึงง่าย");
  people_type (self, people_grid (self, GRID_TOPICS), 2, "weakness", "ข้อมูลบนเว็บไซต์ไม่เป็นปัจจุบัน");
  people_type (self, people_grid (self, GRID_PUBLICATIONS), 0, "url", "https://www.example.go.th/ita/o34.pdf");
  people_type (self, people_grid (self, GRID_COLLECTING), 1, "asked_on", "๑๐ มี.ค. ๒๕๖๗");
  people_type (self, people_grid (self, GRID_COLLECTING), 1, "reminded_on", "๒๕ มี.ค. ๒๕๖๗");
}

static void
save_pages (People     *self,
            const char *language)
{
  static const char *const pages[] = { "indicators", "topics", "publications", "collecting", "requests" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strdup_printf ("assessment-%s-%s", pages[i], language);
      g_autofree char *narrow = g_strconcat (name, "-640", NULL);

      people_show (self, pages[i]);
      people_finish (self);
      gtk_window_set_default_size (GTK_WINDOW (self->window), 1100, 700);
      picture_save_both (self->window, name);
      gtk_window_set_default_size (GTK_WINDOW (self->window), 640, 720);
      picture_save (self->window, narrow);
    }
}

static void
test_pictures (People        *self,
               gconstpointer  data)
{
  static const char *const languages[] = { "th", "en" };

  show_assessment (self);
  people_show (self, "requests");
  picture_save (self->window, "assessment-requests-empty");
  enter_all (self);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      gtk_window_destroy (GTK_WINDOW (self->window));
      picture_wait (people_is_gone, self);
      picture_set_language (languages[i]);
      people_open_window (self);
      show_assessment (self);
      save_pages (self, languages[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  picture_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/start/assessment/" name, People, NULL, people_set_up, func, people_tear_down)
  ADD ("scores", test_scores);
  ADD ("pasted", test_pasted);
  ADD ("publication", test_publication);
  ADD ("collecting", test_collecting);
  ADD ("pictures", test_pictures);

  return g_test_run ();
}
