/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "mattra-drafts.h"
#include "mattra-people-page.h"
#include "mattra-people-place.h"
#include "picture.h"
#include "seek.h"
#include "window-desk.h"

/* What is typed on the page of office, divisions and people survives the end of the program as it does elsewhere. */

#define OPTION "--type-into-people"

typedef enum
{
  DIVISION,
  PERSON,
  OFFICE,
} Kind;

typedef struct
{
  const char *name;
  Kind kind;
  const char *field;
  const char *text;
  const char *written; /* as the register has it then, with western digits */
  const char *words;   /* of the bar */
  const char *picture;
} Case;

static const Case cases[] = {
  { "division", DIVISION, "short_name", "กองพิมพ์ค้าง", "กองพิมพ์ค้าง", "”, Short Name)", "en-draft-division" },
  { "aliases", DIVISION, "aliases", "ชื่อเดิม", "ชื่อเดิม", "”, Other Names)", NULL },
  { "person", PERSON, "post", "ตำแหน่งพิมพ์ค้าง", "ตำแหน่งพิมพ์ค้าง", "”, Post)", NULL },
  { "office", OFFICE, "website:0", "www.typed.go.th", "www.typed.go.th", "Office, Web Site", NULL },
  { "preface", OFFICE, "preface:0", "คำนำพิมพ์ค้าง", "คำนำพิมพ์ค้าง", "Results of the Measures, Preface", "en-draft-preface" },
  { "score", OFFICE, "score:3", "๗๗.๕", "77.50", "ITA Scores, 3. ", NULL },
};

static MattraPlan *
get_plan (Desk *self)
{
  return mattra_session_get_plan (desk_session (self));
}

static char *
dup_place (Desk       *self,
           const Case *tested)
{
  switch (tested->kind)
    {
    case DIVISION:
      return mattra_people_place_new (&mattra_people_divisions,
                                      mattra_people_divisions.get_id (get_plan (self), 1));
    case PERSON:
      return mattra_people_place_new (&mattra_people_signers, mattra_people_signers.get_id (get_plan (self), 0));
    default:
      return mattra_people_place_new_office (mattra_plan_get_fiscal_year (get_plan (self)));
    }
}

static char *
dup_stored (Desk       *self,
            const Case *tested)
{
  g_autofree char *place = dup_place (self, tested);
  char *text = mattra_people_place_dup_text (place, tested->field, get_plan (self));

  return text ? text : g_strdup ("");
}

static MattraPeoplePage *
get_page (Desk *self)
{
  return MATTRA_PEOPLE_PAGE (seek (GTK_WIDGET (self->window), MATTRA_TYPE_PEOPLE_PAGE, NULL));
}

static gboolean
is_shown (gpointer data)
{
  GtkWidget *page = seek (GTK_WIDGET (((Desk *) data)->window), MATTRA_TYPE_PEOPLE_PAGE, NULL);

  return page && gtk_widget_get_mapped (page);
}

/* Into the open editor of a grid's cell, as the grid tells of it. */
static void
type_into_grid (Desk       *self,
                const Case *tested)
{
  GtkWidget *stack = seek (GTK_WIDGET (get_page (self)), GTK_TYPE_STACK, NULL);
  MattraGrid *grid = NULL;

  gtk_stack_set_visible_child_name (GTK_STACK (stack), tested->kind == PERSON ? "people" : "divisions");
  grid = MATTRA_GRID (seek (gtk_stack_get_visible_child (GTK_STACK (stack)), MATTRA_TYPE_GRID, NULL));
  g_assert_true (mattra_grid_edit (grid, tested->kind == PERSON ? 0 : 1,
                                   mattra_grid_find_column (grid, tested->field), tested->text));
}

static void
type (Desk       *self,
      const Case *tested)
{
  g_autofree char *place = dup_place (self, tested);

  desk_act (self, "people");
  picture_wait (is_shown, self);
  if (tested->kind == OFFICE)
    mattra_people_page_set_draft (get_page (self), place, tested->field, tested->text);
  else
    type_into_grid (self, tested);
}

/* A program that types and never comes to write. */
static void
type_for_ever (const char *name,
               const char *path)
{
  Desk self = { desk_get_program (), NULL, g_strdup (path), NULL };

  desk_new_window (&self);
  desk_open (&self, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (g_str_equal (cases[i].name, name))
      type (&self, &cases[i]);
  desk_stand_still ();
}

static GPid
start_other (Desk       *self,
             const Case *tested,
             const char *display)
{
  g_autofree char *option = g_strconcat (OPTION "=", tested->name, NULL);

  return desk_start_other (self, option, display);
}

/* Offered, put back, kept as one act that can be undone. */
static void
put_back (Desk       *self,
          const Case *tested,
          const char *label)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  desk_open (self, FALSE);
  before = dup_stored (self, tested);
  g_assert_cmpstr (before, !=, tested->written);
  picture_wait (desk_offers, self);
  g_assert_nonnull (strstr (desk_words (self), tested->text));
  if (tested->picture)
    picture_save_both (GTK_WIDGET (self->window), tested->picture);
  seek_click (GTK_WIDGET (desk_bar (self)), label);
  picture_wait (is_shown, self);
  picture_settle ();
  g_assert_true (desk_is_on_disk (tested->text));
  desk_act (self, "back");
  desk_wait (self);
  after = dup_stored (self, tested);
  g_assert_cmpstr (after, ==, tested->written);
  picture_wait (desk_offers_nothing, self);
  desk_wait_on_disk (tested->text, FALSE);
  mattra_session_undo (desk_session (self));
  desk_wait (self);
  undone = dup_stored (self, tested);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_killed (Desk          *self,
             gconstpointer  data)
{
  const Case *tested = data;
  GPid pid = start_other (self, tested, NULL);

  desk_wait_on_disk (tested->text, TRUE);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  put_back (self, tested, "_Put Back");
}

/* A screen of its own, which goes. */
static void
test_display_lost (Desk          *self,
                   gconstpointer  data)
{
  const Case *tested = data;
  DeskScreen screen = { 0 };
  g_autofree char *display = desk_start_screen (&screen);
  GPid pid;

  pid = start_other (self, tested, display);
  desk_wait_on_disk (tested->text, TRUE);
  desk_lose_screen (&screen, pid);
  put_back (self, tested, "_Put Back");
}

static void
test_words (Desk          *self,
            gconstpointer  data)
{
  const Case *tested = data;

  desk_open (self, FALSE);
  {
    MattraDrafts *drafts = mattra_drafts_new (self->path);
    g_autofree char *place = dup_place (self, tested);
    g_autoptr (MattraTyped) typed = mattra_typed_new (place, tested->field, MATTRA_ROUND_NONE, NULL, TRUE,
                                                      tested->text);

    desk_close (self);
    mattra_drafts_keep (drafts, typed);
    mattra_drafts_flush (drafts);
    g_object_unref (drafts);
  }
  desk_new_window (self);
  desk_open (self, FALSE);
  picture_wait (desk_offers, self);
  g_assert_nonnull (strstr (desk_words (self), tested->words));
  seek_click (GTK_WIDGET (desk_bar (self)), "_Discard");
  g_assert_true (desk_offers_nothing (self));
  desk_wait_on_disk (tested->text, FALSE);
}

static gboolean
delete_division (MattraStore  *store,
                 MattraPlan   *plan,
                 gpointer      data,
                 GError      **error)
{
  return mattra_people_divisions.remove (store, data, error);
}

/* The division goes while one types into it: the text is still there to be copied. */
static void
test_division_gone (Desk          *self,
                    gconstpointer  data)
{
  const Case *tested = &cases[0];
  g_autofree char *place = NULL;

  desk_open (self, FALSE);
  place = dup_place (self, tested);
  type (self, tested);
  desk_let_pass (300);
  mattra_session_act_async (desk_session (self), "delete-division", NULL, delete_division,
                            (gpointer) mattra_people_place_get_id (place, &mattra_people_divisions), NULL, NULL, NULL);
  desk_wait (self);
  desk_act (self, "back");
  picture_wait (desk_offers, self);
  g_assert_nonnull (strstr (desk_words (self), "Short Name of a division that is no longer there"));
  g_assert_true (desk_is_on_disk (tested->text));
  picture_save_both (GTK_WIDGET (self->window), "en-draft-division-gone");
  seek_click (GTK_WIDGET (desk_bar (self)), "_Discard");
  desk_wait_on_disk (tested->text, FALSE);
}

static void
add_cases (const char *path,
           void      (*run) (Desk *, gconstpointer),
           guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *whole = g_strdup_printf ("/window/people-drafts/%s/%s", path, cases[i].name);

      g_test_add (whole, Desk, &cases[i], desk_set_up, run, desk_tear_down);
    }
}

int
main (int    argc,
      char **argv)
{
  desk_init (&argc, &argv);
  if (argc == 3 && g_str_has_prefix (argv[1], OPTION "="))
    type_for_ever (argv[1] + strlen (OPTION "="), argv[2]);
  add_cases ("words", test_words, G_N_ELEMENTS (cases));
  add_cases ("killed", test_killed, G_N_ELEMENTS (cases));
  add_cases ("display-lost", test_display_lost, 1);
  g_test_add ("/window/people-drafts/gone", Desk, NULL, desk_set_up, test_division_gone, desk_tear_down);
  return g_test_run ();
}
