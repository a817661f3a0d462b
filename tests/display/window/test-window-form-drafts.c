/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "mattra-cell.h"
#include "mattra-drafts.h"
#include "mattra-edit.h"
#include "mattra-form-text.h"
#include "mattra-measure-form.h"
#include "mattra-review-actions.h"
#include "mattra-review-talk.h"
#include "picture.h"
#include "seek.h"
#include "window-desk.h"

/* What is typed into the form beside the table, and not written, goes back to its field: whoever's answer it is. */

#define TYPED "พิมพ์ค้างไว้ในแบบฟอร์ม"
#define ROW 2
#define FIELD "results"
#define OPTION "--type-into-form"
#define OPTION_SAY "--say-in-form"

static MattraMeasureForm *
find_form (Desk *self)
{
  MattraRegisterSide *side = mattra_register_page_get_side (mattra_window_get_page (self->window));

  return MATTRA_MEASURE_FORM (mattra_register_side_get_panel (side, MATTRA_SIDE_FORM));
}

static void
show_form (Desk  *self,
           guint  row)
{
  g_autofree char *id = desk_dup_id (self, row);

  g_object_set (mattra_window_get_page (self->window), "show-form", TRUE, NULL);
  mattra_table_page_go_to (desk_table (self), id, "title");
  desk_wait (self);
  g_assert_cmpstr (mattra_measure_form_get_measure (find_form (self)), ==, id);
}

static MattraFormCell *
find_cell (Desk       *self,
           const char *field,
           const char *division)
{
  g_autoptr (GPtrArray) all = seek_all (GTK_WIDGET (find_form (self)), MATTRA_TYPE_FORM_CELL, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const MattraFormPlace *place = mattra_form_cell_get_place (g_ptr_array_index (all, i));

      if (g_strcmp0 (place->field, field) == 0
          && (!mattra_cell_is_answer (field) || g_strcmp0 (place->division, division) == 0))
        return g_ptr_array_index (all, i);
    }
  return NULL;
}

static char *
dup_typed (Desk       *self,
           const char *field)
{
  MattraFormCell *cell = find_cell (self, field, NULL);

  return cell ? mattra_form_cell_dup_draft (cell) : NULL;
}

static gboolean
has_typed (gpointer data)
{
  g_autofree char *text = dup_typed (data, FIELD);

  return g_strcmp0 (text, TYPED) == 0;
}

static gboolean
has_typed_number (gpointer data)
{
  g_autofree char *text = dup_typed (data, "number");

  return text != NULL;
}

static gboolean
has_typed_recurrence (gpointer data)
{
  g_autofree char *text = dup_typed (data, "recurrence");

  return g_strcmp0 (text, "4") == 0;
}

static gboolean
is_in_view (gpointer data)
{
  GtkWidget *cell = GTK_WIDGET (find_cell (data, FIELD, NULL));
  graphene_rect_t bounds;

  return gtk_widget_get_height (cell) > 0
         && gtk_widget_compute_bounds (cell, GTK_WIDGET (find_form (data)), &bounds) && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (GTK_WIDGET (find_form (data)));
}

/* What the register has, whatever the window shows. */

typedef struct
{
  const char *measure;
  const char *field;
  MattraRound round;
  const char *division;
  const char *text;
  char *found;
} Cell;

static gboolean
set_cell (MattraStore  *store,
          MattraPlan   *plan,
          gpointer      data,
          GError      **error)
{
  const Cell *cell = data;
  MattraEdit edit = { cell->measure, cell->field, cell->text, cell->round, cell->division };

  return mattra_edit_set_exactly (store, plan, &edit, error);
}

static gboolean
read_cell (MattraStore  *store,
           MattraPlan   *plan,
           gpointer      data,
           GError      **error)
{
  Cell *cell = data;
  g_autoptr (MattraMeasure) measure = NULL;

  measure = mattra_store_load_measure (store, mattra_plan_get_id (plan), cell->measure, error);
  g_assert_nonnull (measure);
  cell->found = mattra_cell_dup_exactly (plan, measure, cell->field, cell->round, cell->division);
  return TRUE;
}

static void
set_stored (Desk *self,
            Cell  cell)
{
  mattra_session_act_async (desk_session (self), "set", NULL, set_cell, &cell, NULL, NULL, NULL);
  desk_wait (self);
}

static char *
dup_stored (Desk       *self,
            const char *measure,
            MattraRound round,
            const char *division)
{
  Cell cell = { measure, FIELD, round, division, NULL, NULL };

  mattra_session_query_async (desk_session (self), read_cell, &cell, NULL, NULL, NULL);
  desk_wait (self);
  return cell.found;
}

static const MattraDivision *
get_division (Desk  *self,
              guint  place)
{
  return mattra_division_list_get (mattra_plan_get_divisions (mattra_session_get_plan (desk_session (self))), place);
}

/* Two divisions answer: in the table of all the cell is put together, and can't be typed into. */
static void
have_two_answer (Desk       *self,
                 const char *measure)
{
  MattraRound round = mattra_session_get_round (desk_session (self));
  g_autofree char *both = g_strconcat (get_division (self, 0)->name, "\n", get_division (self, 1)->name, NULL);

  set_stored (self, (Cell) { measure, FIELD, round, NULL, "" });
  set_stored (self, (Cell) { measure, "responsible", MATTRA_ROUND_NONE, NULL, both });
  for (guint i = 0; i < 2; i++)
    set_stored (self, (Cell) { measure, FIELD, round, get_division (self, i)->id, "ของตนเอง" });
}

static void
type_for_ever (const char *path)
{
  Desk self = { desk_get_program (), NULL, g_strdup (path), NULL };

  desk_new_window (&self);
  desk_open (&self, FALSE);
  show_form (&self, ROW);
  mattra_measure_form_set_draft (find_form (&self), FIELD, NULL, TYPED);
  g_assert_true (has_typed (&self));
  desk_stand_still ();
}

static void
put_back (Desk *self)
{
  picture_wait (desk_offers, self);
  seek_click (GTK_WIDGET (desk_bar (self)), "_Put Back");
  picture_wait (desk_offers_nothing, self);
}

/* Killed while the joint answer was typed, which the table can't show: it goes back into the form, and what the
 * divisions say stays theirs. */
static void
test_killed (Desk          *self,
             gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *joint = NULL;
  g_autofree char *own = NULL;
  MattraRound round;
  GPid pid = 0;

  desk_open (self, FALSE);
  id = desk_dup_id (self, ROW);
  round = mattra_session_get_round (desk_session (self));
  have_two_answer (self, id);
  desk_close (self);
  pid = desk_start_other (self, OPTION, NULL);
  desk_wait_on_disk (TYPED, TRUE);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  desk_new_window (self);
  desk_open (self, FALSE);
  picture_wait (desk_offers, self);
  g_assert_nonnull (strstr (desk_words (self), TYPED));
  picture_save_both (GTK_WIDGET (self->window), "en-draft-of-form");
  put_back (self);
  picture_wait (has_typed, self);
  g_assert_cmpstr (mattra_measure_form_get_measure (find_form (self)), ==, id);
  g_assert_true (gtk_widget_has_focus (mattra_form_cell_get_focus (find_cell (self, FIELD, NULL))));
  g_assert_false (mattra_grid_is_editing (desk_grid (self)));
  picture_wait (is_in_view, self);
  picture_save_both (GTK_WIDGET (self->window), "en-draft-in-form");
  mattra_measure_form_commit (find_form (self));
  desk_wait (self);
  joint = dup_stored (self, id, round, NULL);
  g_assert_cmpstr (joint, ==, TYPED);
  own = dup_stored (self, id, round, get_division (self, 0)->id);
  g_assert_cmpstr (own, ==, "ของตนเอง");
  desk_wait_on_disk (TYPED, FALSE);
}

static gboolean
set_round_state (MattraStore  *store,
                 MattraPlan   *plan,
                 gpointer      data,
                 GError      **error)
{
  return mattra_store_set_round_field (store, mattra_plan_get_id (plan), MATTRA_ROUND_FULL_YEAR, "state", data, error);
}

static void
close_round (Desk     *self,
             gboolean  closed)
{
  mattra_session_act_async (desk_session (self), "set-round", NULL, set_round_state,
                            (char *) (closed ? "closed" : "open"), NULL, NULL, NULL);
}

/* Refused while the window closes. */
static void
test_refused_at_the_end (Desk          *self,
                         gconstpointer  data)
{
  desk_open (self, FALSE);
  show_form (self, ROW);
  mattra_measure_form_set_draft (find_form (self), FIELD, NULL, TYPED);
  close_round (self, TRUE);
  desk_close (self);
  g_assert_true (desk_is_on_disk (TYPED));
  desk_new_window (self);
  desk_open (self, FALSE);
  picture_wait (desk_offers, self);
  g_assert_nonnull (strstr (desk_words (self), TYPED));
  close_round (self, FALSE);
  desk_wait (self);
  put_back (self);
  picture_wait (has_typed, self);
}

/* A field that no table has. */
static void
test_only_in_form (Desk          *self,
                   gconstpointer  data)
{
  g_autoptr (MattraDrafts) drafts = mattra_drafts_new (self->path);
  g_autoptr (MattraTyped) typed = NULL;
  g_autofree char *id = NULL;

  desk_open (self, FALSE);
  id = desk_dup_id (self, ROW);
  desk_close (self);
  typed = mattra_typed_new (id, "recurrence", MATTRA_ROUND_NONE, NULL, TRUE, "4");
  mattra_drafts_keep (drafts, typed);
  mattra_drafts_flush (drafts);
  g_clear_object (&drafts);
  desk_new_window (self);
  desk_open (self, FALSE);
  put_back (self);
  picture_wait (has_typed_recurrence, self);
  g_assert_cmpstr (mattra_measure_form_get_measure (find_form (self)), ==, id);
}

/* Another round is looked at while one types: the text is written where it was typed. */
static void
test_round (Desk          *self,
            gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *first = NULL;
  g_autofree char *full = NULL;

  desk_open (self, FALSE);
  id = desk_dup_id (self, ROW);
  mattra_session_set_round (desk_session (self), MATTRA_ROUND_FULL_YEAR);
  show_form (self, ROW);
  mattra_measure_form_set_draft (find_form (self), FIELD, NULL, TYPED);
  desk_wait_on_disk (TYPED, TRUE);
  mattra_session_set_round (desk_session (self), MATTRA_ROUND_FIRST_HALF);
  desk_wait (self);
  full = dup_stored (self, id, MATTRA_ROUND_FULL_YEAR, NULL);
  g_assert_cmpstr (full, ==, TYPED);
  first = dup_stored (self, id, MATTRA_ROUND_FIRST_HALF, NULL);
  g_assert_cmpstr (first, !=, TYPED);
  desk_wait_on_disk (TYPED, FALSE);
  g_assert_true (desk_offers_nothing (self));
}

/* It is refused there when one looks at the other round already: it is offered, and leads back. */
static void
test_round_refused (Desk          *self,
                    gconstpointer  data)
{
  desk_open (self, FALSE);
  mattra_session_set_round (desk_session (self), MATTRA_ROUND_FULL_YEAR);
  show_form (self, ROW);
  mattra_measure_form_set_draft (find_form (self), FIELD, NULL, TYPED);
  close_round (self, TRUE);
  mattra_session_set_round (desk_session (self), MATTRA_ROUND_FIRST_HALF);
  desk_wait (self);
  g_assert_false (has_typed (self));
  picture_wait (desk_offers, self);
  g_assert_nonnull (strstr (desk_words (self), TYPED));
  close_round (self, FALSE);
  desk_wait (self);
  put_back (self);
  picture_wait (has_typed, self);
  g_assert_cmpint (mattra_session_get_round (desk_session (self)), ==, MATTRA_ROUND_FULL_YEAR);
}

/* Turned away from a measure with something that can't be written: it is offered, and goes when one is back. */
static void
test_turned_away (Desk          *self,
                  gconstpointer  data)
{
  g_autofree char *id = NULL;

  desk_open (self, FALSE);
  id = desk_dup_id (self, ROW);
  show_form (self, ROW);
  mattra_measure_form_set_draft (find_form (self), "number", NULL, "เลขอะไร");
  mattra_session_set_division (desk_session (self), get_division (self, 0)->id);
  mattra_session_set_division (desk_session (self), NULL);
  desk_wait (self);
  g_assert_true (desk_offers_nothing (self));
  show_form (self, ROW + 1);
  picture_wait (desk_offers, self);
  show_form (self, ROW);
  g_assert_true (has_typed_number (self));
  picture_wait (desk_offers_nothing, self);
  show_form (self, ROW + 1);
  put_back (self);
  picture_wait (has_typed_number, self);
  g_assert_cmpstr (mattra_measure_form_get_measure (find_form (self)), ==, id);
}

#define SAID "ความเห็นที่ยังไม่ได้ส่ง"

static GtkTextBuffer *
find_comment (Desk *self)
{
  GtkWidget *talk = seek (GTK_WIDGET (find_form (self)), MATTRA_TYPE_REVIEW_TALK, NULL);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (seek (talk, GTK_TYPE_TEXT_VIEW, NULL)));
}

/* A comment that was not sent is kept like any text: it is offered where it can't be seen any more, and when the window
 * is opened again. */
static void
test_comment (Desk          *self,
              gconstpointer  data)
{
  desk_open (self, FALSE);
  show_form (self, ROW);
  gtk_text_buffer_set_text (find_comment (self), SAID, -1);
  desk_wait_on_disk (SAID, TRUE);
  show_form (self, ROW + 1);
  picture_wait (desk_offers, self);
  g_assert_nonnull (strstr (desk_words (self), SAID));
  g_assert_nonnull (strstr (desk_words (self), "Comment on the measure"));
  picture_save (GTK_WIDGET (self->window), "window-draft-comment");
  desk_close (self);
  desk_new_window (self);
  desk_open (self, FALSE);
  picture_wait (desk_offers, self);
  g_assert_nonnull (strstr (desk_words (self), SAID));
  g_signal_emit_by_name (desk_bar (self), "reply", "discard");
  picture_wait (desk_offers_nothing, self);
  desk_wait_on_disk (SAID, FALSE);
}

#define REASON "ขอภาพถ่ายประกอบก่อน"

/* Somebody writes a comment, and why an answer is returned, and sends neither. */
static void
say_for_ever (const char *path)
{
  Desk self = { desk_get_program (), NULL, g_strdup (path), NULL };
  GtkWidget *actions = NULL;

  desk_new_window (&self);
  desk_open (&self, FALSE);
  show_form (&self, ROW);
  gtk_text_buffer_set_text (find_comment (&self), SAID, -1);
  seek_click (GTK_WIDGET (find_form (&self)), "_Submit");
  desk_wait (&self);
  seek_click (GTK_WIDGET (find_form (&self)), "_Return…");
  desk_wait (&self);
  actions = seek (GTK_WIDGET (find_form (&self)), MATTRA_TYPE_REVIEW_ACTIONS, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (seek (actions, GTK_TYPE_TEXT_VIEW, NULL))),
                            REASON, -1);
  desk_stand_still ();
}

/* What was said about an answer outlives the program, too. */
static void
test_said_and_killed (Desk          *self,
                      gconstpointer  data)
{
  GPid pid = desk_start_other (self, OPTION_SAY, NULL);
  GString *offered = g_string_new (NULL);

  desk_wait_on_disk (SAID, TRUE);
  desk_wait_on_disk (REASON, TRUE);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  desk_open (self, FALSE);
  for (guint i = 0; i < 2; i++)
    {
      picture_wait (desk_offers, self);
      g_string_append (offered, desk_words (self));
      g_signal_emit_by_name (desk_bar (self), "reply", "discard");
    }
  picture_wait (desk_offers_nothing, self);
  g_assert_nonnull (strstr (offered->str, SAID));
  g_assert_nonnull (strstr (offered->str, REASON));
  g_assert_nonnull (strstr (offered->str, "What is to be mended"));
  g_string_free (offered, TRUE);
}

int
main (int    argc,
      char **argv)
{
  static const DeskTest tests[] = {
    { "comment", test_comment },
    { "killed", test_killed },
    { "said-and-killed", test_said_and_killed },
    { "refused-at-the-end", test_refused_at_the_end },
    { "only-in-form", test_only_in_form },
    { "round", test_round },
    { "round-refused", test_round_refused },
    { "turned-away", test_turned_away },
  };

  desk_init (&argc, &argv);
  if (argc == 3 && g_str_equal (argv[1], OPTION))
    type_for_ever (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], OPTION_SAY))
    say_for_ever (argv[2]);
  return desk_run ("/window/form-drafts", tests, G_N_ELEMENTS (tests));
}
