/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-page.h"

#include <glib/gstdio.h>

#include "fixture.h"
#include "mattra-grid.h"
#include "mattra-new.h"
#include "mattra-office-form.h"
#include "mattra-office-text.h"
#include "mattra-people-cells.h"
#include "mattra-people-kind.h"
#include "picture.h"
#include "seek.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *page;
  MattraSession *session;
  char *path;
} People;

static void
note_session (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  ((People *) user_data)->session = mattra_session_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
has_session (gpointer data)
{
  return ((People *) data)->session != NULL;
}

static void
open_window (People *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->page = mattra_people_page_new (self->session);
  g_object_add_weak_pointer (G_OBJECT (self->page), (gpointer *) &self->page);
  gtk_widget_set_vexpand (self->page, TRUE);
  self->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (self->window), "อบต.ทดสอบ");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->page);
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1100, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle ();
}

static void
set_up (People        *self,
        gconstpointer  data)
{
  g_autoptr (MattraPlan) plan = mattra_new_plan ("องค์การบริหารส่วนตำบลทดสอบ", 2567);
  g_autoptr (GError) error = NULL;

  self->session = NULL;
  self->path = g_build_filename (g_get_home_dir (), "people.mattra", NULL);
  g_assert_true (mattra_store_create (self->path, plan, &error));
  g_assert_no_error (error);
  mattra_session_open_async (self->path, FALSE, NULL, note_session, self);
  picture_wait (has_session, self);
  open_window (self);
}

static gboolean
is_gone (gpointer data)
{
  return ((People *) data)->page == NULL;
}

static void
tear_down (People        *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  /* Neither grid nor session keeps a closed page alive. */
  picture_wait (is_gone, self);
  mattra_session_close (self->session);
  g_clear_object (&self->session);
  picture_settle ();
  g_unlink (self->path);
  g_free (self->path);
}

static MattraGrid *
grid (People  *self,
      guint    place)
{
  g_autoptr (GPtrArray) grids = seek_all (self->page, MATTRA_TYPE_GRID, NULL);

  return g_ptr_array_index (grids, place);
}

static void
show (People     *self,
      const char *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (seek (self->page, GTK_TYPE_STACK, NULL)), name);
  picture_settle ();
}

/* Lets the store's thread finish, and what it says arrive. */
static void
finish (People *self)
{
  mattra_session_wait (self->session);
  picture_settle ();
}

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

static void
type_text (People     *self,
           MattraGrid *into,
           guint       row,
           const char *column,
           const char *text)
{
  g_assert_true (mattra_grid_edit (into, row, mattra_grid_find_column (into, column), text));
  g_assert_true (mattra_grid_commit_edit (into));
  finish (self);
}

/* A division is renamed, gets other names, and all of it is undone by name. */
static void
test_divisions (People        *self,
                gconstpointer  data)
{
  g_autofree char *name = g_strdup (mattra_division_list_get (divisions (self), 1)->name);
  guint n_aliases = mattra_division_list_get (divisions (self), 1)->aliases->len;
  guint n = n_rows (grid (self, 0));

  g_assert_cmpuint (n_aliases, !=, 2);
  type_text (self, grid (self, 0), 1, "name", "สำนักคลัง");
  g_assert_cmpstr (mattra_division_list_get (divisions (self), 1)->name, ==, "สำนักคลัง");
  g_assert_nonnull (mattra_session_get_undo_name (self->session));
  type_text (self, grid (self, 0), 1, "aliases", "ฝ่ายคลัง\n งานคลัง");
  g_assert_cmpuint (mattra_division_list_get (divisions (self), 1)->aliases->len, ==, 2);
  mattra_session_undo (self->session);
  finish (self);
  g_assert_cmpuint (mattra_division_list_get (divisions (self), 1)->aliases->len, ==, n_aliases);
  mattra_session_undo (self->session);
  finish (self);
  g_assert_cmpstr (mattra_division_list_get (divisions (self), 1)->name, ==, name);
  g_assert_cmpuint (n_rows (grid (self, 0)), ==, n);
}

/* An added row is there at once with its editor open; a name is not to be left empty. */
static void
test_add (People        *self,
          gconstpointer  data)
{
  MattraGrid *of = grid (self, 0);
  guint n = n_rows (of);

  seek_click (self->page, "_Add a Division");
  finish (self);
  g_assert_cmpuint (n_rows (of), ==, n + 1);
  g_assert_true (mattra_grid_is_editing (of));
  mattra_grid_cancel_edit (of);
  g_assert_true (mattra_grid_edit (of, n, mattra_grid_find_column (of, "name"), " "));
  g_assert_false (mattra_grid_commit_edit (of));
  mattra_grid_cancel_edit (of);
  type_text (self, of, n, "name", "กองช่าง ๒");
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
  MattraGrid *of = grid (self, 0);
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
  finish (self);
  g_assert_cmpstr (mattra_division_list_get (divisions (self), n - 2)->name, ==, first);
  g_assert_cmpstr (mattra_division_list_get (divisions (self), n - 1)->name, ==, second);

  MATTRA_GRID_DELEGATE_GET_IFACE (cells)->delete_rows (cells, positions);
  finish (self);
  g_assert_cmpuint (n_rows (of), ==, n - 2);
  mattra_session_undo (self->session);
  finish (self);
  mattra_session_undo (self->session);
  finish (self);
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
  finish (self);
  mattra_grid_cancel_edit (grid (self, 1));
  type_text (self, grid (self, 1), row, "name", name);
  type_text (self, grid (self, 1), row, "post", post);
  type_text (self, grid (self, 1), row, "role", role);
}

static void
test_people (People        *self,
             gconstpointer  data)
{
  MattraGrid *of;

  show (self, "people");
  of = grid (self, 1);
  add_person (self, 0, "นางสาวสมใจ ใจดี", "นักวิเคราะห์นโยบายและแผนชำนาญการ", "ผู้รายงาน");
  add_person (self, 1, "นายสมชาย มั่นคง", "ปลัดองค์การบริหารส่วนตำบล", "ผู้เห็นชอบ");
  type_text (self, of, 0, "division", "กองคลัง");
  type_text (self, of, 0, "from", "1 ต.ค. 66");
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

static void
write_entry (People     *self,
             guint       place,
             const char *title,
             const char *text)
{
  g_autoptr (GPtrArray) rows = seek_all (self->page, ADW_TYPE_ENTRY_ROW, title);
  GtkWidget *row = g_ptr_array_index (rows, place);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
  finish (self);
}

static gboolean
is_wrong (People     *self,
          const char *title)
{
  return gtk_widget_has_css_class (seek (self->page, ADW_TYPE_ENTRY_ROW, title), "error");
}

static void
test_office (People        *self,
             gconstpointer  data)
{
  MattraPlanRound *round;

  show (self, "office");
  write_entry (self, 0, "Province", "ขอนแก่น");
  g_assert_cmpstr (mattra_plan_get_organisation (mattra_session_get_plan (self->session))->province, ==, "ขอนแก่น");
  write_entry (self, 0, "Full Name", " ");
  g_assert_true (is_wrong (self, "Full Name"));
  write_entry (self, 0, "Full Name", "เทศบาลตำบลทดสอบ");
  g_assert_cmpint (mattra_plan_get_organisation (mattra_session_get_plan (self->session))->kind, ==,
                   MATTRA_ORGANISATION_MUNICIPALITY);

  write_entry (self, 1, "Due", "๑๐ ต.ค. ๒๕๖๗");
  round = mattra_plan_get_round (mattra_session_get_plan (self->session), MATTRA_ROUND_FULL_YEAR);
  g_assert_cmpint (mattra_date_compare (round->answers_due, mattra_date_make (2024, 10, 10)), ==, 0);
  write_entry (self, 0, "Due", "สักวัน");
  g_assert_true (is_wrong (self, "Due"));

  gtk_switch_set_active (GTK_SWITCH (seek (self->page, GTK_TYPE_SWITCH, NULL)), FALSE);
  finish (self);
  g_assert_false (mattra_plan_get_round (mattra_session_get_plan (self->session), MATTRA_ROUND_FIRST_HALF)->open);

  write_entry (self, 0, "๑. ", "๘๗.๕");
  write_entry (self, 0, "๒. ", "101");
  g_assert_true (is_wrong (self, "๒. "));
  g_assert_cmpfloat (((MattraIndicatorScore *) g_ptr_array_index (
                       mattra_plan_get_scores (mattra_session_get_plan (self->session)), 0))->score, ==, 87.5);
}

static MattraOfficeText *
text_row (People  *self,
          guint    place)
{
  g_autoptr (GPtrArray) rows = seek_all (self->page, MATTRA_TYPE_OFFICE_TEXT, NULL);

  return g_ptr_array_index (rows, place);
}

static const char *
setting (People     *self,
         const char *name)
{
  return mattra_plan_get_setting (mattra_session_get_plan (self->session), name);
}

/* Title and preface are kept when one leaves them, each by a name of its own, and may be left empty. */
static void
test_report (People        *self,
             gconstpointer  data)
{
  show (self, "office");
  mattra_people_page_show_setting (MATTRA_PEOPLE_PAGE (self->page), MATTRA_SETTING_PREFACE);
  mattra_office_text_set_text (text_row (self, 1), "ย่อหน้าแรก\nย่อหน้าที่สอง \n");
  gtk_widget_grab_focus (GTK_WIDGET (text_row (self, 0)));
  finish (self);
  g_assert_cmpstr (setting (self, MATTRA_SETTING_PREFACE), ==, "ย่อหน้าแรก\nย่อหน้าที่สอง");
  g_assert_cmpstr (mattra_session_get_undo_name (self->session), ==, "Change preface of the report");
  mattra_office_text_set_text (text_row (self, 0), "รายงานผล");
  g_signal_emit_by_name (text_row (self, 0), "apply");
  finish (self);
  g_assert_cmpstr (setting (self, MATTRA_SETTING_TITLE), ==, "รายงานผล");
  mattra_session_undo (self->session);
  finish (self);
  g_assert_null (setting (self, MATTRA_SETTING_TITLE));
  mattra_office_text_set_text (text_row (self, 1), "");
  mattra_office_form_commit (MATTRA_OFFICE_FORM (seek (self->page, MATTRA_TYPE_OFFICE_FORM, NULL)));
  finish (self);
  g_assert_null (setting (self, MATTRA_SETTING_PREFACE));
}

/* What is typed into one field outlives the writing of another, and is kept when one goes on. */
static void
test_leave (People        *self,
            gconstpointer  data)
{
  GtkWidget *district, *province;

  show (self, "office");
  district = seek (self->page, ADW_TYPE_ENTRY_ROW, "District");
  province = seek (self->page, ADW_TYPE_ENTRY_ROW, "Province");
  gtk_widget_grab_focus (district);
  gtk_editable_set_text (GTK_EDITABLE (district), "เมือง");
  write_entry (self, 0, "Web Site", "www.example.go.th");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (district)), ==, "เมือง");
  gtk_widget_grab_focus (province);
  finish (self);
  g_assert_cmpstr (mattra_plan_get_organisation (mattra_session_get_plan (self->session))->district, ==, "เมือง");
}

static gboolean
set_website (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  return mattra_store_set_organisation_field (store, "website", "www.other.example", error);
}

static GtkSwitch *
first_switch (People *self)
{
  return GTK_SWITCH (seek (self->page, GTK_TYPE_SWITCH, NULL));
}

/* What the register refuses stays typed through news of others, and is written when it is tried again; a switch
 * shows what the register has. */
static void
test_refused (People        *self,
              gconstpointer  data)
{
  GtkWidget *district;

  show (self, "office");
  district = seek (self->page, ADW_TYPE_ENTRY_ROW, "District");
  /* Indices over what cannot be computed: neither the name nor another state can be written. */
  fixture_run_sql (self->path, "CREATE INDEX refuse ON organisation (abs (CASE WHEN district = 'เมือง'"
                               " THEN -9223372036854775807 - 1 ELSE 0 END));"
                               "CREATE INDEX refuse_state ON round (abs (CASE WHEN state = 'closed'"
                               " THEN -9223372036854775807 - 1 ELSE 0 END))");
  write_entry (self, 0, "District", "เมือง");
  g_assert_true (gtk_switch_get_active (first_switch (self)));
  gtk_switch_set_active (first_switch (self), FALSE);
  finish (self);
  fixture_run_sql (self->path, "DROP INDEX refuse; DROP INDEX refuse_state");
  g_assert_true (gtk_switch_get_active (first_switch (self)));
  mattra_session_act_async (self->session, "set-office", NULL, set_website, NULL, NULL, NULL, NULL);
  finish (self);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (district)), ==, "เมือง");
  g_signal_emit_by_name (district, "apply");
  finish (self);
  g_assert_cmpstr (mattra_plan_get_organisation (mattra_session_get_plan (self->session))->district, ==, "เมือง");
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

  show (self, "people");
  add_person (self, 0, "นายสมชาย มั่นคง", "ปลัดองค์การบริหารส่วนตำบล", "ผู้เห็นชอบ");
  show (self, "committee");
  of = grid (self, 2);
  for (guint i = 0; i < 2; i++)
    {
      seek_click (self->page, "_Add a Member");
      finish (self);
      g_assert_true (mattra_grid_is_editing (of));
      mattra_grid_cancel_edit (of);
    }
  g_assert_cmpuint (members (self)->len, ==, 2);
  type_text (self, of, 0, "post", "ผู้อำนวยการกองคลัง");
  type_text (self, of, 0, "name", " ");
  g_assert_null (member (self, 0)->name);
  g_assert_cmpstr (member (self, 0)->role, ==, "คณะทำงาน");
  type_text (self, of, 1, "name", "นายสมชาย มั่นคง");
  g_assert_cmpstr (member (self, 1)->post, ==, "ปลัดองค์การบริหารส่วนตำบล");
  type_text (self, of, 1, "role", "ประธานคณะทำงาน");
  g_assert_true (refuses (of, 1, "role", " "));
  mattra_grid_set_cursor (of, 1, mattra_grid_find_column (of, "name"));
  gtk_widget_activate_action (GTK_WIDGET (of), "grid.move-up", NULL);
  finish (self);
  g_assert_cmpstr (member (self, 0)->role, ==, "ประธานคณะทำงาน");
  gtk_widget_activate_action (GTK_WIDGET (of), "grid.delete-rows", NULL);
  finish (self);
  g_assert_cmpuint (members (self)->len, ==, 1);
  g_assert_cmpstr (mattra_session_get_undo_name (self->session), ==, "Remove member of the committee");
  mattra_session_undo (self->session);
  finish (self);
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
  finish (self);
  mattra_grid_cancel_edit (grid (self, 3));
}

/* Numbers and days of papers: what is just added is not cited before it says anything, and a paper has a round and
 * a division only where such papers do. */
static void
test_papers (People        *self,
             gconstpointer  data)
{
  MattraGrid *of;

  show (self, "papers");
  of = grid (self, 3);
  add_paper (self);
  g_assert_cmpstr (paper (self, 0)->kind, ==, "order");
  g_assert_null (cited (self, "order", MATTRA_ROUND_FULL_YEAR));
  type_text (self, of, 0, "number", "๑๒/๒๕๖๖");
  type_text (self, of, 0, "day", "9 ธ.ค. 66");
  g_assert_cmpstr (cited (self, "order", MATTRA_ROUND_FULL_YEAR)->number, ==, "๑๒/๒๕๖๖");
  g_assert_cmpint (mattra_date_compare (paper (self, 0)->day, mattra_date_make (2023, 12, 9)), ==, 0);
  g_assert_true (refuses (of, 0, "day", "ไม่ใช่วัน"));
  g_assert_true (refuses (of, 0, "round", "First 6 months"));
  g_assert_true (refuses (of, 0, "division", "กองคลัง"));

  add_paper (self);
  g_assert_cmpstr (paper (self, 1)->kind, ==, "announcement");
  type_text (self, of, 1, "kind", "Request for results");
  type_text (self, of, 1, "round", "First 6 months");
  type_text (self, of, 1, "division", "กองคลัง");
  type_text (self, of, 1, "subject", "ขอให้รายงานผล");
  g_assert_true (refuses (of, 1, "division", "กองที่ไม่มี"));
  g_assert_cmpint (paper (self, 1)->round, ==, MATTRA_ROUND_FIRST_HALF);
  g_assert_nonnull (paper (self, 1)->division);
  picture_save_both (self->window, "people-papers-en");
  type_text (self, of, 1, "kind", "Order");
  g_assert_cmpint (paper (self, 1)->round, ==, MATTRA_ROUND_NONE);
  g_assert_null (paper (self, 1)->division);
  mattra_session_undo (self->session);
  finish (self);
  g_assert_nonnull (paper (self, 1)->division);
  gtk_widget_activate_action (GTK_WIDGET (of), "grid.delete-rows", NULL);
  finish (self);
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
  MattraGrid *of = grid (self, 0);
  g_autofree char *kept = NULL;

  g_signal_connect (self->page, "kept", G_CALLBACK (note_kept), &kept);
  fixture_run_sql (self->path, "CREATE INDEX refuse ON division (abs (CASE WHEN short_name LIKE '%ยาก%'"
                               " THEN -9223372036854775807 - 1 ELSE 0 END))");
  type_text (self, of, 1, "short_name", "ชื่อที่ยาก");
  g_assert_true (mattra_grid_is_editing (of));
  g_assert_null (kept);
  g_assert_cmpstr (mattra_division_list_get (divisions (self), 1)->short_name, !=, "ชื่อที่ยาก");
  show (self, "people");
  finish (self);
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

  show (self, "people");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      add_person (self, i, people[i].name, people[i].post, people[i].role);
      type_text (self, grid (self, 1), i, "rank", people[i].rank);
      type_text (self, grid (self, 1), i, "acting", people[i].acting);
    }
  show (self, "committee");
  for (guint i = 0; i < 2; i++)
    {
      seek_click (self->page, "_Add a Member");
      finish (self);
      mattra_grid_cancel_edit (grid (self, 2));
      type_text (self, grid (self, 2), i, "name", people[i].name);
    }
  show (self, "papers");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      add_paper (self);
      type_text (self, grid (self, 3), i, "number", numbers[i]);
      type_text (self, grid (self, 3), i, "day", "9 ธ.ค. 66");
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
      picture_wait (is_gone, self);
      picture_set_language (languages[i]);
      open_window (self);
      for (guint j = 0; j < G_N_ELEMENTS (pages); j++)
        {
          g_autofree char *name = g_strdup_printf ("people-%s-%s", pages[j], languages[i]);
          g_autofree char *narrow = g_strconcat (name, "-640", NULL);

          show (self, pages[j]);
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

#define ADD(name, func) g_test_add ("/start/people/" name, People, NULL, set_up, func, tear_down)
  ADD ("divisions", test_divisions);
  ADD ("add", test_add);
  ADD ("arrange", test_arrange);
  ADD ("people", test_people);
  ADD ("office", test_office);
  ADD ("report", test_report);
  ADD ("leave", test_leave);
  ADD ("refused", test_refused);
  ADD ("committee", test_committee);
  ADD ("papers", test_papers);
  ADD ("refused-cell", test_refused_cell);
  ADD ("notes", test_notes);
  ADD ("pasted", test_pasted);
  ADD ("pictures", test_pictures);

  return g_test_run ();
}
