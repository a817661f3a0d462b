/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-cell.h"
#include "mattra-edit.h"
#include "mattra-find.h"
#include "picture.h"
#include "real-events.h"
#include "sample-desk.h"

/* Somebody types fast while the program is at work: the main loop is held up most of the time, and acts change
 * the register, whose rows are loaded anew. Each key arrives, and in its turn. */

#define HOLD_US 8000
#define REST_MS 2
#define TURNS_AN_ACT 8
#define ANOTHER "16"

#define TITLE "จัดทำคู่มือปฏิบัติงานเพื่อป้องกันการทุจริต น้ำใจให้ทั้งกำหนดผู้รับผิดชอบซ้ำแล้วซ้ำเล่า"
#define STEPS "แต่งตั้งคณะทำงาน ประชุมชี้แจงเจ้าหน้าที่ทุกกอง ก่อนสิ้นปี ๒๕๖๙ ทั้งนี้ให้ทำทุกครั้ง"
#define NEXT "ประกาศเจตนารมณ์ No Gift Policy ไม่รับของขวัญทุกชนิด ทุ่มเท ซื่อตรง โปร่งใส ค้ำจุนกัน"

static MattraApplication *application;

typedef struct
{
  SampleDesk desk;
  MattraSession *session;
  MattraGrid *grid;
  guint source;
  guint turn;
  guint acts;
  gboolean edited;
  guint goal;
  char *text; /* read last */
} Typing;

static gboolean
change_another (MattraStore  *store,
                MattraPlan   *plan,
                gpointer      data,
                GError      **error)
{
  g_autofree char *value = g_strdup_printf ("ครั้งที่ %d", GPOINTER_TO_INT (data));
  const MattraEdit edit = { ANOTHER, "note", value, MATTRA_ROUND_FULL_YEAR, NULL };

  return mattra_edit_set (store, plan, &edit, error);
}

static gboolean
be_busy (gpointer data)
{
  Typing *self = data;
  gint64 until = g_get_monotonic_time () + HOLD_US;

  if (++self->turn % TURNS_AN_ACT == 0)
    mattra_session_act_async (self->session, "set", NULL, change_another, GINT_TO_POINTER (++self->acts), NULL, NULL,
                              NULL);
  self->edited = self->edited || mattra_grid_is_editing (self->grid);
  while (g_get_monotonic_time () < until)
    continue;
  return G_SOURCE_CONTINUE;
}

static void
begin (Typing *self)
{
  *self = (Typing) { 0 };
  sample_desk_init (&self->desk, application);
  self->session = mattra_window_get_session (self->desk.window);
  self->grid = mattra_table_page_get_grid (sample_desk_table (&self->desk));
  real_events_focus (GTK_WIDGET (self->desk.window));
  real_events_keyboard ("us,th");
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  mattra_grid_set_cursor (self->grid, 0, mattra_grid_find_column (self->grid, "title"));
  picture_settle ();
  self->source = g_timeout_add (REST_MS, be_busy, self);
}

static void
finish (Typing *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  sample_desk_finish (&self->desk);
}

static void
end (Typing *self)
{
  finish (self);
  sample_desk_clear (&self->desk);
  g_free (self->text);
}

typedef struct
{
  Typing *self;
  const char *measure;
  const char *field;
} Place;

static gboolean
read_cell (MattraStore  *store,
           MattraPlan   *plan,
           gpointer      data,
           GError      **error)
{
  const Place *place = data;
  g_autoptr (MattraMeasure) measure = mattra_find_measure (store, plan, place->measure, error);

  if (measure == NULL)
    return FALSE;
  g_free (place->self->text);
  place->self->text = mattra_cell_dup_text (plan, measure, place->field, MATTRA_ROUND_FULL_YEAR, NULL);
  return TRUE;
}

static const char *
read_text (Typing     *self,
           const char *measure,
           const char *field)
{
  Place place = { self, measure, field };

  mattra_session_query_async (self->session, read_cell, &place, NULL, NULL, NULL);
  mattra_session_wait (self->session);
  return self->text;
}

static gboolean
is_at_goal (gpointer data)
{
  Typing *self = data;
  MattraGridColumn *column = NULL;
  guint row = 0;

  return self->edited && !mattra_grid_is_editing (self->grid) && mattra_grid_get_cursor (self->grid, &row, &column)
         && row == self->goal && g_str_equal (mattra_grid_column_get_id (column), "title");
}

/* The keys wait in the program's queue long after they were pressed. Returns when they have led to a row's
 * title, with nothing left open. */
static void
type_until (Typing     *self,
            const char *text,
            const char *key,
            guint       row)
{
  self->edited = FALSE;
  self->goal = row;
  real_events_burst (text, key);
  picture_wait (is_at_goal, self);
}

/* Tab and Enter in between: each text is in its own cell. */
static void
test_burst (void)
{
  Typing self;

  if (!real_events_are_there ())
    return;
  begin (&self);
  real_events_burst (TITLE "\t" STEPS, "Return");
  type_until (&self, NEXT, "Return", 2);
  g_assert_cmpuint (self.acts, >, 0);
  finish (&self);
  g_assert_cmpstr (read_text (&self, "1", "title"), ==, TITLE);
  g_assert_cmpstr (read_text (&self, "1", "steps"), ==, STEPS);
  g_assert_cmpstr (read_text (&self, "2", "title"), ==, NEXT);
  end (&self);
}

/* What Escape takes back was not written, and the next key opens the cell again. */
static void
test_taken_back (void)
{
  g_autofree char *title = NULL;
  Typing self;

  if (!real_events_are_there ())
    return;
  begin (&self);
  title = g_strdup (read_text (&self, "1", "title"));
  type_until (&self, TITLE, "Escape", 0);
  type_until (&self, "\t" STEPS, "Return", 1);
  finish (&self);
  g_assert_cmpstr (read_text (&self, "1", "title"), ==, title);
  g_assert_cmpstr (read_text (&self, "1", "steps"), ==, STEPS);
  end (&self);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (MattraApplication) program = sample_desk_start (&argc, &argv);

  application = program;
  g_test_add_func ("/window/typing/burst", test_burst);
  g_test_add_func ("/window/typing/taken-back", test_taken_back);
  return g_test_run ();
}
