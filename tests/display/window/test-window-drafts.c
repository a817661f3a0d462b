/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "mattra-drafts.h"
#include "picture.h"
#include "seek.h"
#include "window-desk.h"

/* What is typed and not written survives: the end of the program, the loss of its screen, a refusal. */

#define TYPED "ข้อความที่ยังพิมพ์ไม่เสร็จ"
#define ROW 2
#define FIELD "results"
#define OPTION "--type-into"

static gboolean
is_editing (gpointer data)
{
  return mattra_grid_is_editing (desk_grid (data));
}

/* Tests */

static void
test_kept_within_a_second (Desk          *self,
                           gconstpointer  data)
{
  desk_open (self, FALSE);
  desk_type (self, ROW, FIELD, TYPED);
  desk_wait_on_disk (TYPED, TRUE);
  g_assert_true (mattra_grid_commit_edit (desk_grid (self)));
  desk_wait (self);
  desk_wait_on_disk (TYPED, FALSE);
  g_assert_true (desk_offers_nothing (self));
}

static void
test_given_up (Desk          *self,
               gconstpointer  data)
{
  desk_open (self, FALSE);
  desk_type (self, ROW, FIELD, TYPED);
  desk_wait_on_disk (TYPED, TRUE);
  mattra_grid_cancel_edit (desk_grid (self));
  desk_wait_on_disk (TYPED, FALSE);
}

/* A program that types and never comes to write. */

static void
type_for_ever (const char *path)
{
  Desk self = { desk_get_program (), NULL, g_strdup (path), NULL };

  desk_new_window (&self);
  desk_open (&self, FALSE);
  desk_type (&self, ROW, FIELD, TYPED);
  desk_stand_still ();
}

static void
put_back (Desk       *self,
          const char *label,
          const char *picture)
{
  g_autofree char *text = NULL;

  desk_open (self, FALSE);
  picture_wait (desk_offers, self);
  g_assert_nonnull (strstr (desk_words (self), TYPED));
  picture_save_both (GTK_WIDGET (self->window), picture);
  seek_click (GTK_WIDGET (desk_bar (self)), label);
  picture_wait (is_editing, self);
  picture_wait (desk_offers_nothing, self);
  g_assert_true (mattra_grid_commit_edit (desk_grid (self)));
  desk_wait (self);
  text = desk_dup_text (self, ROW, FIELD);
  g_assert_cmpstr (text, ==, TYPED);
  desk_wait_on_disk (TYPED, FALSE);
}

static void
test_killed (Desk          *self,
             gconstpointer  data)
{
  GPid pid = desk_start_other (self, OPTION, NULL);

  desk_wait_on_disk (TYPED, TRUE);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  put_back (self, "_Put Back", "en-draft");
}

/* A screen of its own, which goes. */
static void
test_display_lost (Desk          *self,
                   gconstpointer  data)
{
  DeskScreen screen = { 0 };
  g_autofree char *display = desk_start_screen (&screen);
  GPid pid;

  pid = desk_start_other (self, OPTION, display);
  desk_wait_on_disk (TYPED, TRUE);
  desk_lose_screen (&screen, pid);
  picture_set_language ("th");
  gtk_window_destroy (GTK_WINDOW (self->window));
  desk_new_window (self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 640, 720);
  put_back (self, "_นำกลับเข้าช่อง", "th-draft-narrow");
  picture_set_language ("en");
}

/* Closed with a text that cannot be kept: a number that is none. */
static void
test_closed_with_nonsense (Desk          *self,
                           gconstpointer  data)
{
  desk_open (self, FALSE);
  desk_type (self, ROW, "number", "เลขอะไร");
  g_assert_false (mattra_grid_commit_edit (desk_grid (self)));
  desk_close (self);
  g_assert_true (desk_is_on_disk ("เลขอะไร"));
  desk_new_window (self);
  desk_open (self, FALSE);
  picture_wait (desk_offers, self);
  seek_click (GTK_WIDGET (desk_bar (self)), "_Discard");
  g_assert_true (desk_offers_nothing (self));
  desk_wait_on_disk ("เลขอะไร", FALSE);
}

static gboolean
delete_measure (MattraStore  *store,
                MattraPlan   *plan,
                gpointer      data,
                GError      **error)
{
  return mattra_store_set_measure_deleted (store, data, TRUE, error);
}

static void
note_text (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_text (gpointer data)
{
  return *(char **) data != NULL;
}

static gboolean
offers_place (gpointer data)
{
  GtkWidget *button = seek (GTK_WIDGET (desk_bar (data)), GTK_TYPE_BUTTON, "_Put Back");

  return button && gtk_widget_get_mapped (button);
}

/* The measure goes while one types into it: the text is still there to be copied. */
static void
test_measure_gone (Desk          *self,
                   gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *copied = NULL;

  desk_open (self, FALSE);
  id = desk_dup_id (self, ROW);
  desk_type (self, ROW, FIELD, TYPED);
  desk_let_pass (300);
  mattra_session_act_async (desk_session (self), "delete-measure", NULL, delete_measure, id, NULL, NULL, NULL);
  desk_wait (self);
  picture_wait (desk_offers, self);
  g_assert_nonnull (strstr (desk_words (self), "no longer there"));
  picture_save_both (GTK_WIDGET (self->window), "en-draft-gone");
  seek_click (GTK_WIDGET (desk_bar (self)), "_Copy");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), NULL, note_text, &copied);
  picture_wait (has_text, &copied);
  g_assert_cmpstr (copied, ==, TYPED);
  g_assert_true (desk_is_on_disk (TYPED));
  mattra_session_undo (desk_session (self));
  picture_wait (offers_place, self);
  seek_click (GTK_WIDGET (desk_bar (self)), "_Discard");
  g_assert_true (desk_offers_nothing (self));
}

static gboolean
refuse (MattraStore  *store,
        MattraPlan   *plan,
        gpointer      data,
        GError      **error)
{
  return mattra_store_set_round_field (store, mattra_plan_get_id (plan), MATTRA_ROUND_FULL_YEAR, "state", "closed",
                                       error);
}

/* Somebody closes the round while one types: the text is refused, and kept. */
static void
test_refused (Desk          *self,
              gconstpointer  data)
{
  desk_open (self, FALSE);
  desk_type (self, ROW, FIELD, TYPED);
  mattra_session_act_async (desk_session (self), "set-round", NULL, refuse, NULL, NULL, NULL, NULL);
  g_assert_true (mattra_grid_commit_edit (desk_grid (self)));
  desk_wait (self);
  desk_wait_on_disk (TYPED, TRUE);
  desk_close (self);
  desk_new_window (self);
  desk_open (self, FALSE);
  picture_wait (desk_offers, self);
  g_assert_nonnull (strstr (desk_words (self), TYPED));
}

static void
keep (MattraDrafts *drafts,
      const char   *measure,
      const char   *field,
      MattraRound   round,
      const char   *division,
      const char   *text)
{
  g_autoptr (MattraTyped) typed = mattra_typed_new (measure, field, round, division, FALSE, text);

  mattra_drafts_keep (drafts, typed);
}

static gboolean
offers_first (gpointer data)
{
  return strstr (desk_words (data), "หนึ่ง") != NULL;
}

/* Two texts: the later one first, and each goes back to the round and division it was typed for. */
static void
test_one_after_another (Desk          *self,
                        gconstpointer  data)
{
  MattraDrafts *drafts = mattra_drafts_new (self->path);
  MattraDivisionList *divisions = NULL;
  g_autofree char *division = NULL;
  g_autofree char *id = NULL;

  desk_open (self, FALSE);
  id = desk_dup_id (self, ROW);
  divisions = mattra_plan_get_divisions (mattra_session_get_plan (desk_session (self)));
  division = g_strdup (mattra_division_list_get (divisions, 0)->id);
  mattra_session_set_division (desk_session (self), division);
  desk_wait (self);
  {
    g_autofree char *of_division = desk_dup_id (self, 0);

    desk_close (self);
    keep (drafts, id, "title", MATTRA_ROUND_FIRST_HALF, NULL, "หนึ่ง");
    g_usleep (1100000);
    keep (drafts, of_division, FIELD, MATTRA_ROUND_FULL_YEAR, division, "สอง");
    mattra_drafts_flush (drafts);
    g_object_unref (drafts);
  }
  desk_new_window (self);
  desk_open (self, FALSE);
  mattra_session_set_division (desk_session (self), NULL);
  desk_wait (self);
  picture_wait (desk_offers, self);
  g_assert_nonnull (strstr (desk_words (self), "สอง"));
  g_assert_nonnull (strstr (desk_words (self), "one more"));
  seek_click (GTK_WIDGET (desk_bar (self)), "_Put Back");
  picture_wait (is_editing, self);
  g_assert_cmpstr (mattra_session_get_division (desk_session (self)), ==, division);
  g_assert_cmpint (mattra_session_get_round (desk_session (self)), ==, MATTRA_ROUND_FULL_YEAR);
  picture_wait (offers_first, self);
  seek_click (GTK_WIDGET (desk_bar (self)), "_Put Back");
  picture_wait (desk_offers_nothing, self);
  g_assert_cmpint (mattra_session_get_round (desk_session (self)), ==, MATTRA_ROUND_FIRST_HALF);
  g_assert_cmpstr (mattra_table_page_get_measure (desk_table (self)), ==, id);
  g_assert_cmpstr (mattra_table_page_get_field (desk_table (self)), ==, "title");
}

int
main (int    argc,
      char **argv)
{
  static const DeskTest tests[] = {
    { "kept-within-a-second", test_kept_within_a_second },
    { "given-up", test_given_up },
    { "killed", test_killed },
    { "display-lost", test_display_lost },
    { "closed-with-nonsense", test_closed_with_nonsense },
    { "measure-gone", test_measure_gone },
    { "refused", test_refused },
    { "one-after-another", test_one_after_another },
  };

  desk_init (&argc, &argv);
  if (argc == 3 && g_str_equal (argv[1], OPTION))
    type_for_ever (argv[2]);
  return desk_run ("/window/drafts", tests, G_N_ELEMENTS (tests));
}
