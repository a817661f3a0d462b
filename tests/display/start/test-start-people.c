/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "people-desk.h"

#include "fixture.h"
#include "mattra-people-cells.h"
#include "mattra-people-kind.h"
#include "picture.h"
#include "seek.h"

static MattraDivisionList *
divisions (People *self)
{
  return mattra_plan_get_divisions (mattra_session_get_plan (self->session));
}

static guint
n_rows (MattraGrid *of)
{
  return g_list_model_get_n_items (mattra_grid_get_model (of));
}

/* A division is renamed, gets other names, and all of it is undone by name. */
static void
test_divisions (People        *self,
                gconstpointer  data)
{
  g_autofree char *name = g_strdup (mattra_division_list_get (divisions (self), 1)->name);
  guint n_aliases = mattra_division_list_get (divisions (self), 1)->aliases->len;
  guint n = n_rows (people_grid (self, 0));

  g_assert_cmpuint (n_aliases, !=, 2);
  people_type (self, people_grid (self, 0), 1, "name", "สำนักคลัง");
  g_assert_cmpstr (mattra_division_list_get (divisions (self), 1)->name, ==, "สำนักคลัง");
  g_assert_nonnull (mattra_session_get_undo_name (self->session));
  people_type (self, people_grid (self, 0), 1, "aliases", "ฝ่ายคลัง\n งานคลัง");
  g_assert_cmpuint (mattra_division_list_get (divisions (self), 1)->aliases->len, ==, 2);
  mattra_session_undo (self->session);
  people_finish (self);
  g_assert_cmpuint (mattra_division_list_get (divisions (self), 1)->aliases->len, ==, n_aliases);
  mattra_session_undo (self->session);
  people_finish (self);
  g_assert_cmpstr (mattra_division_list_get (divisions (self), 1)->name, ==, name);
  g_assert_cmpuint (n_rows (people_grid (self, 0)), ==, n);
}

/* An added row is there at once with its editor open; a name is not to be left empty. */
static void
test_add (People        *self,
          gconstpointer  data)
{
  MattraGrid *of = people_grid (self, 0);
  guint n = n_rows (of);

  seek_click (self->page, "_Add a Division");
  people_finish (self);
  g_assert_cmpuint (n_rows (of), ==, n + 1);
  g_assert_true (mattra_grid_is_editing (of));
  mattra_grid_cancel_edit (of);
  g_assert_true (mattra_grid_edit (of, n, mattra_grid_find_column (of, "name"), " "));
  g_assert_false (mattra_grid_commit_edit (of));
  mattra_grid_cancel_edit (of);
  people_type (self, of, n, "name", "กองช่าง ๒");
  g_assert_cmpstr (mattra_division_list_get (divisions (self), n)->name, ==, "กองช่าง ๒");
}

static void
pick (GArray *positions,
      guint   position)
{
  g_array_append_val (positions, position);
}

static char *
order (People *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < mattra_division_list_get_size (divisions (self)); i++)
    g_string_append_printf (names, "%s ", mattra_division_list_get (divisions (self), i)->name);

  return g_string_free (names, FALSE);
}

/* Two rows moved keep their order, and a deletion comes back. */
static void
test_arrange (People        *self,
              gconstpointer  data)
{
  MattraGrid *of = people_grid (self, 0);
  g_autoptr (MattraPeopleCells) own = mattra_people_cells_new (self->session, &mattra_people_divisions,
                                                               MATTRA_DIGITS_THAI);
  MattraGridDelegate *cells = MATTRA_GRID_DELEGATE (own);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *before = order (self);
  g_autofree char *first = g_strdup (mattra_division_list_get (divisions (self), 0)->name);
  g_autofree char *second = g_strdup (mattra_division_list_get (divisions (self), 1)->name);
  g_autofree char *after = NULL;
  guint n = n_rows (of);

  pick (positions, 0);
  pick (positions, 1);
  MATTRA_GRID_DELEGATE_GET_IFACE (cells)->move_rows (cells, positions, n);
  people_finish (self);
  g_assert_cmpstr (mattra_division_list_get (divisions (self), n - 2)->name, ==, first);
  g_assert_cmpstr (mattra_division_list_get (divisions (self), n - 1)->name, ==, second);

  MATTRA_GRID_DELEGATE_GET_IFACE (cells)->delete_rows (cells, positions);
  people_finish (self);
  g_assert_cmpuint (n_rows (of), ==, n - 2);
  mattra_session_undo (self->session);
  people_finish (self);
  mattra_session_undo (self->session);
  people_finish (self);
  after = order (self);
  g_assert_cmpstr (after, ==, before);
}

static const MattraSigner *
signer (People  *self,
        guint    place)
{
  return g_ptr_array_index (mattra_plan_get_signers (mattra_session_get_plan (self->session)), place);
}

static void
add_person (People     *self,
            guint       row,
            const char *name,
            const char *post,
            const char *role)
{
  seek_click (self->page, "_Add a Person");
  people_finish (self);
  mattra_grid_cancel_edit (people_grid (self, 1));
  people_type (self, people_grid (self, 1), row, "name", name);
  people_type (self, people_grid (self, 1), row, "post", post);
  people_type (self, people_grid (self, 1), row, "role", role);
}

static void
test_people (People        *self,
             gconstpointer  data)
{
  MattraGrid *of;

  people_show (self, "people");
  of = people_grid (self, 1);
  add_person (self, 0, "นางสาวสมใจ ใจดี", "นักวิเคราะห์นโยบายและแผนชำนาญการ", "ผู้รายงาน");
  add_person (self, 1, "นายสมชาย มั่นคง", "ปลัดองค์การบริหารส่วนตำบล", "ผู้เห็นชอบ");
  people_type (self, of, 0, "division", "กองคลัง");
  people_type (self, of, 0, "from", "1 ต.ค. 66");
  g_assert_cmpstr (signer (self, 0)->name, ==, "นางสาวสมใจ ใจดี");
  g_assert_cmpstr (signer (self, 0)->role, ==, "ผู้รายงาน");
  g_assert_nonnull (mattra_division_list_find_id (divisions (self), signer (self, 0)->division));
  g_assert_cmpint (mattra_date_compare (signer (self, 0)->from, mattra_date_make (2023, 10, 1)), ==, 0);

  g_assert_true (mattra_grid_edit (of, 1, mattra_grid_find_column (of, "until"), "ไม่ใช่วัน"));
  g_assert_false (mattra_grid_commit_edit (of));
  mattra_grid_cancel_edit (of);
  g_assert_true (mattra_grid_edit (of, 1, mattra_grid_find_column (of, "division"), "กองที่ไม่มี"));
  g_assert_false (mattra_grid_commit_edit (of));
  mattra_grid_cancel_edit (of);
  picture_save_both (self->window, "people-signers-en");
}

static GPtrArray *
members (People *self)
{
  return mattra_plan_get_members (mattra_session_get_plan (self->session));
}

static const MattraMember *
member (People *self,
        guint   place)
{
  return g_ptr_array_index (members (self), place);
}

static gboolean
refuses (MattraGrid *of,
         guint       row,
         const char *column,
         const char *text)
{
  gboolean open = mattra_grid_edit (of, row, mattra_grid_find_column (of, column), text);
  gboolean refused = !open || !mattra_grid_commit_edit (of);

  mattra_grid_cancel_edit (of);
  return refused;
}

/* The committee is entered, ordered, and taken away; a post is known from the people of the office. */
static void
test_committee (People        *self,
                gconstpointer  data)
{
  MattraGrid *of;

  people_show (self, "people");
  add_person (self, 0, "นายสมชาย มั่นคง", "ปลัดองค์การบริหารส่วนตำบล", "ผู้เห็นชอบ");
  people_show (self, "committee");
  of = people_grid (self, 2);
  for (guint i = 0; i < 2; i++)
    {
      seek_click (self->page, "_Add a Member");
      people_finish (self);
      g_assert_true (mattra_grid_is_editing (of));
      mattra_grid_cancel_edit (of);
    }
  g_assert_cmpuint (members (self)->len, ==, 2);
  people_type (self, of, 0, "post", "ผู้อำนวยการกองคลัง");
  people_type (self, of, 0, "name", " ");
  g_assert_null (member (self, 0)->name);
  g_assert_cmpstr (member (self, 0)->role, ==, "คณะทำงาน");
  people_type (self, of, 1, "name", "นายสมชาย มั่นคง");
  g_assert_cmpstr (member (self, 1)->post, ==, "ปลัดองค์การบริหารส่วนตำบล");
  people_type (self, of, 1, "role", "ประธานคณะทำงาน");
  g_assert_true (refuses (of, 1, "role", " "));
  mattra_grid_set_cursor (of, 1, mattra_grid_find_column (of, "name"));
  gtk_widget_activate_action (GTK_WIDGET (of), "grid.move-up", NULL);
  people_finish (self);
  g_assert_cmpstr (member (self, 0)->role, ==, "ประธานคณะทำงาน");
  gtk_widget_activate_action (GTK_WIDGET (of), "grid.delete-rows", NULL);
  people_finish (self);
  g_assert_cmpuint (members (self)->len, ==, 1);
  g_assert_cmpstr (mattra_session_get_undo_name (self->session), ==, "Remove member of the committee");
  mattra_session_undo (self->session);
  people_finish (self);
  g_assert_cmpuint (members (self)->len, ==, 2);
}

static const MattraPaper *
paper (People *self,
       guint   place)
{
  return g_ptr_array_index (mattra_plan_get_papers (mattra_session_get_plan (self->session)), place);
}

static const MattraPaper *
cited (People      *self,
       const char  *kind,
       MattraRound  round)
{
  return mattra_plan_find_paper (mattra_session_get_plan (self->session), kind, round, NULL);
}

static void
add_paper (People *self)
{
  seek_click (self->page, "_Add a Paper");
  people_finish (self);
  mattra_grid_cancel_edit (people_grid (self, 3));
}

/* Numbers and days of papers: what is just added is not cited before it says anything, and a paper has a round and
 * a division only where such papers do. */
static void
test_papers (People        *self,
             gconstpointer  data)
{
  MattraGrid *of;

  people_show (self, "papers");
  of = people_grid (self, 3);
  add_paper (self);
  g_assert_cmpstr (paper (self, 0)->kind, ==, "order");
  g_assert_null (cited (self, "order", MATTRA_ROUND_FULL_YEAR));
  people_type (self, of, 0, "number", "๑๒/๒๕๖๖");
  people_type (self, of, 0, "day", "9 ธ.ค. 66");
  g_assert_cmpstr (cited (self, "order", MATTRA_ROUND_FULL_YEAR)->number, ==, "๑๒/๒๕๖๖");
  g_assert_cmpint (mattra_date_compare (paper (self, 0)->day, mattra_date_make (2023, 12, 9)), ==, 0);
  g_assert_true (refuses (of, 0, "day", "ไม่ใช่วัน"));
  g_assert_true (refuses (of, 0, "round", "First 6 months"));
  g_assert_true (refuses (of, 0, "division", "กองคลัง"));

  add_paper (self);
  g_assert_cmpstr (paper (self, 1)->kind, ==, "announcement");
  people_type (self, of, 1, "kind", "Request for results");
  people_type (self, of, 1, "round", "First 6 months");
  people_type (self, of, 1, "division", "กองคลัง");
  people_type (self, of, 1, "subject", "ขอให้รายงานผล");
  g_assert_true (refuses (of, 1, "division", "กองที่ไม่มี"));
  g_assert_cmpint (paper (self, 1)->round, ==, MATTRA_ROUND_FIRST_HALF);
  g_assert_nonnull (paper (self, 1)->division);
  picture_save_both (self->window, "people-papers-en");
  people_type (self, of, 1, "kind", "Order");
  g_assert_cmpint (paper (self, 1)->round, ==, MATTRA_ROUND_NONE);
  g_assert_null (paper (self, 1)->division);
  mattra_session_undo (self->session);
  people_finish (self);
  g_assert_nonnull (paper (self, 1)->division);
  gtk_widget_activate_action (GTK_WIDGET (of), "grid.delete-rows", NULL);
  people_finish (self);
  g_assert_cmpuint (n_rows (of), ==, 1);
}

static void
note_kept (MattraPeoplePage  *page,
           const char        *place,
           const char        *field,
           const char        *text,
           char             **kept)
{
  g_free (*kept);
  *kept = g_strdup_printf ("%.8s %s %s", place, field, text);
}

/* What the register refuses of a cell stands in its editor again; where that is no longer shown it is kept. */
static void
test_refused_cell (People        *self,
                   gconstpointer  data)
{
  MattraGrid *of = people_grid (self, 0);
  g_autofree char *kept = NULL;

  g_signal_connect (self->page, "kept", G_CALLBACK (note_kept), &kept);
  fixture_run_sql (self->path, "CREATE INDEX refuse ON division (abs (CASE WHEN short_name LIKE '%ยาก%'"
                               " THEN -9223372036854775807 - 1 ELSE 0 END))");
  people_type (self, of, 1, "short_name", "ชื่อที่ยาก");
  g_assert_true (mattra_grid_is_editing (of));
  g_assert_null (kept);
  g_assert_cmpstr (mattra_division_list_get (divisions (self), 1)->short_name, !=, "ชื่อที่ยาก");
  people_show (self, "people");
  people_finish (self);
  g_assert_cmpstr (kept, ==, "division short_name ชื่อที่ยาก");
}

/* A post that nobody holds, a rank, and whom one acts for, each said to the person who types. */
static void
test_notes (People        *self,
            gconstpointer  data)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *note;
  } rows[] = {
    { "name", "(ว่าง)", "Nobody holds this post: papers leave the name open" },
    { "name", "ว่าที่ร้อยตรีสมชาย ใจดี", "A rank stands before the line to sign on: write it in its own column" },
    { "name", "นายสมชาย ใจดี", NULL },
  };
  MattraPlan *plan = mattra_session_get_plan (self->session);
  g_auto (GStrv) acting = mattra_people_signers.dup_choices (plan, "acting");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean valid = FALSE;
      g_autofree char *note = mattra_people_signers.understand (plan, rows[i].field, rows[i].text, &valid);

      g_assert_true (valid);
      g_assert_cmpstr (note, ==, rows[i].note);
    }
  g_assert_true (g_strv_contains ((const char *const *) acting, "รักษาราชการแทน ผู้อำนวยการกองคลัง"));
  g_assert_true (g_strv_contains ((const char *const *) acting, "ปฏิบัติหน้าที่ นายกองค์การบริหารส่วนตำบลทดสอบ"));
}

/* What is pasted and cannot be is told with what to do instead. */
static void
test_pasted (People        *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *message;
  } rows[] = {
    { "from", "ไม่ใช่วัน", "“ไม่ใช่วัน”: Write a day like ๑๐ เม.ย. ๒๕๖๖" },
    { "division", "กองที่ไม่มี", "“กองที่ไม่มี”: There is no division of this name" },
    { "name", " ", "A person needs a name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (mattra_people_signers.set (NULL, mattra_session_get_plan (self->session), "", rows[i].field,
                                                 rows[i].text, &error));
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

/* A row each of what an office enters, the longest of them as long as they come. */
static void
enter_all (People *self)
{
  static const struct
  {
    const char *role;
    const char *rank;
    const char *name;
    const char *post;
    const char *acting;
  } people[] = {
    { "ผู้จัดทำ", "ว่าที่ร้อยตรี", "สมชาย ใจดี", "นักวิเคราะห์นโยบายและแผนชำนาญการ", "" },
    { "ผู้ตรวจสอบ", "", "นางสาวสมใจ มั่นคง", "หัวหน้าสำนักปลัด", "รักษาราชการแทน ปลัดองค์การบริหารส่วนตำบลทดสอบ" },
    { "", "", "(ว่าง)", "ปลัดองค์การบริหารส่วนตำบลทดสอบ", "" },
  };
  static const char *const numbers[] = { "๑๒/๒๕๖๖", "", "ขก ๗๖๙๐๑/๑๒๓" };

  people_show (self, "people");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      add_person (self, i, people[i].name, people[i].post, people[i].role);
      people_type (self, people_grid (self, 1), i, "rank", people[i].rank);
      people_type (self, people_grid (self, 1), i, "acting", people[i].acting);
    }
  people_show (self, "committee");
  for (guint i = 0; i < 2; i++)
    {
      seek_click (self->page, "_Add a Member");
      people_finish (self);
      mattra_grid_cancel_edit (people_grid (self, 2));
      people_type (self, people_grid (self, 2), i, "name", people[i].name);
    }
  people_show (self, "papers");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      add_paper (self);
      people_type (self, people_grid (self, 3), i, "number", numbers[i]);
      people_type (self, people_grid (self, 3), i, "day", "9 ธ.ค. 66");
    }
}

static void
test_pictures (People        *self,
               gconstpointer  data)
{
  static const char *const languages[] = { "th", "en" };
  static const char *const pages[] = { "divisions", "people", "committee", "papers", "office" };

  enter_all (self);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      gtk_window_destroy (GTK_WINDOW (self->window));
      picture_wait (people_is_gone, self);
      picture_set_language (languages[i]);
      people_open_window (self);
      for (guint j = 0; j < G_N_ELEMENTS (pages); j++)
        {
          g_autofree char *name = g_strdup_printf ("people-%s-%s", pages[j], languages[i]);
          g_autofree char *narrow = g_strconcat (name, "-640", NULL);

          people_show (self, pages[j]);
          gtk_window_set_default_size (GTK_WINDOW (self->window), 1100, 700);
          picture_save_both (self->window, name);
          gtk_window_set_default_size (GTK_WINDOW (self->window), 640, 720);
          picture_save (self->window, narrow);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  picture_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/start/people/" name, People, NULL, people_set_up, func, people_tear_down)
  ADD ("divisions", test_divisions);
  ADD ("add", test_add);
  ADD ("arrange", test_arrange);
  ADD ("people", test_people);
  ADD ("committee", test_committee);
  ADD ("papers", test_papers);
  ADD ("refused-cell", test_refused_cell);
  ADD ("notes", test_notes);
  ADD ("pasted", test_pasted);
  ADD ("pictures", test_pictures);

  return g_test_run ();
}
