/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-form-steps.h"
#include "mattra-report-columns.h"
#include "mattra-whoami-dialog.h"
#include "own-folder.h"
#include "picture.h"
#include "seek.h"
#include "window-desk.h"

/* Who uses the window: the offer, the choice, and what follows from it. */

typedef struct
{
  char *head;
  char *chief;
  char *division;
} People;

static gboolean
add_person (MattraStore  *store,
            const char   *name,
            const char   *post,
            const char   *division,
            char        **id,
            GError      **error)
{
  g_autoptr (MattraSigner) signer = mattra_signer_new (name);

  signer->post = g_strdup (post);
  signer->division = g_strdup (division);
  *id = mattra_store_insert_signer (store, signer, error);
  return *id != NULL;
}

static gboolean
add_people (MattraStore  *store,
            MattraPlan   *plan,
            gpointer      data,
            GError      **error)
{
  People *people = data;

  people->division = g_strdup (mattra_division_list_get (mattra_plan_get_divisions (plan), 1)->id);
  return add_person (store, "นางสาวสมใจ ใจดี", "ผู้อำนวยการกอง", people->division, &people->head, error)
         && add_person (store, "นายประเสริฐ ดีงาม", "นายกองค์การบริหารส่วนตำบล", NULL, &people->chief, error);
}

static void
people_clear (People *self)
{
  g_free (self->head);
  g_free (self->chief);
  g_free (self->division);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (People, people_clear)

/* All copies of the sample are the same office's. */
static void
forget (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "mattra", "who", NULL);

  own_folder_remove (folder);
}

static void
fill (Desk   *self,
      People *people)
{
  forget ();
  desk_open (self, FALSE);
  mattra_session_act_async (desk_session (self), "set", NULL, add_people, people, NULL, NULL, NULL);
  desk_wait (self);
}

static MattraBar *
whoami_bar (Desk *self)
{
  return mattra_register_page_get_whoami_bar (mattra_window_get_page (self->window));
}

static gboolean
is_locked (Desk       *self,
           guint       row,
           const char *field)
{
  MattraMeasureList *list = mattra_table_page_get_list (desk_table (self));
  MattraSession *session = desk_session (self);

  return !mattra_actor_can_edit (mattra_session_get_actor (session), mattra_session_get_plan (session),
                                 mattra_measure_list_peek (list, row), field, mattra_session_get_round (session),
                                 mattra_session_get_division (session), NULL);
}

/* Where several work with a register the question is offered once, in a line, and never again. */
static void
test_offer (Desk          *self,
            gconstpointer  data)
{
  g_auto (People) people = { NULL };

  forget ();
  desk_open (self, FALSE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (whoami_bar (self))));
  mattra_session_act_async (desk_session (self), "set", NULL, add_people, &people, NULL, NULL, NULL);
  desk_wait (self);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (whoami_bar (self))));
  picture_save (GTK_WIDGET (self->window), "window-whoami-offer");
  g_signal_emit_by_name (whoami_bar (self), "reply", "dismiss");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (whoami_bar (self))));
  g_assert_null (desk_find_dialog (self));
  desk_close (self);
  desk_new_window (self);
  desk_open (self, FALSE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (whoami_bar (self))));
}

static gboolean
is_asked (gpointer data)
{
  return desk_find_dialog (data) != NULL;
}

static gboolean
is_not_asked (gpointer data)
{
  return desk_find_dialog (data) == NULL;
}

static GtkListBoxRow *
find_row (GtkWidget  *dialog,
          const char *name)
{
  GtkWidget *list = seek (dialog, GTK_TYPE_LIST_BOX, NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row; row = gtk_widget_get_next_sibling (row))
    if (ADW_IS_PREFERENCES_ROW (row)
        && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), name))
      return GTK_LIST_BOX_ROW (row);
  return NULL;
}

/* A division head is chosen in the dialog; the window then shows that division and locks what is not its own. */
static void
test_head (Desk          *self,
           gconstpointer  data)
{
  g_auto (People) people = { NULL };
  GtkWidget *dialog = NULL;
  guint n_all;
  guint n_own;

  fill (self, &people);
  n_all = g_list_model_get_n_items (G_LIST_MODEL (mattra_table_page_get_list (desk_table (self))));
  desk_act (self, "whoami");
  picture_wait (is_asked, self);
  dialog = GTK_WIDGET (desk_find_dialog (self));
  gtk_list_box_select_row (GTK_LIST_BOX (seek (dialog, GTK_TYPE_LIST_BOX, NULL)), find_row (dialog, "นางสาวสมใจ ใจดี"));
  picture_save_both (dialog, "window-whoami-dialog");
  seek_click (dialog, "C_hoose");
  picture_wait (is_not_asked, self);
  desk_wait (self);
  g_assert_cmpint (mattra_session_get_actor (desk_session (self))->role, ==, MATTRA_ROLE_DIVISION_HEAD);
  g_assert_cmpstr (mattra_session_get_division (desk_session (self)), ==, people.division);
  n_own = g_list_model_get_n_items (G_LIST_MODEL (mattra_table_page_get_list (desk_table (self))));
  g_assert_cmpuint (n_own, <, n_all);
  g_assert_cmpuint (mattra_session_get_list_count (desk_session (self), MATTRA_LIST_ALL), ==, n_own);
  g_assert_true (is_locked (self, 0, "title"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "new-measure"));
  picture_save (GTK_WIDGET (self->window), "window-whoami-head");
  g_action_group_change_action_state (G_ACTION_GROUP (self->window), "view", g_variant_new_string ("overview"));
  desk_wait (self);
  picture_save (GTK_WIDGET (self->window), "window-whoami-overview");
  g_action_group_change_action_state (G_ACTION_GROUP (self->window), "view", g_variant_new_string ("table"));
  desk_wait (self);
  mattra_session_set_division (desk_session (self), NULL);
  g_assert_cmpstr (mattra_session_get_division (desk_session (self)), ==, people.division);
  mattra_session_set_everything (desk_session (self), TRUE);
  desk_wait (self);
  g_assert_null (mattra_session_get_division (desk_session (self)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (mattra_table_page_get_list (desk_table (self)))), ==, n_all);
  picture_save (GTK_WIDGET (self->window), "window-whoami-everything");
}

/* What the role does not allow is refused in words and leaves all as it was. */
static void
test_refused (Desk          *self,
              gconstpointer  data)
{
  g_auto (People) people = { NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (self, &people);
  before = desk_dup_text (self, 0, "title");
  g_assert_true (mattra_session_choose_actor (desk_session (self), people.chief, NULL));
  desk_wait (self);
  g_assert_true (is_locked (self, 0, "title"));
  g_assert_true (is_locked (self, 0, "results"));
  mattra_session_undo (desk_session (self));
  desk_wait (self);
  picture_save (GTK_WIDGET (self->window), "window-whoami-refused");
  after = desk_dup_text (self, 0, "title");
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (mattra_session_get_actor (desk_session (self)));
  g_assert_true (mattra_session_choose_actor (desk_session (self), NULL, NULL));
  g_assert_false (is_locked (self, 0, "title"));
}

static void
check_explained (Desk       *self,
                 const char *picture)
{
  GtkWidget *bar = NULL;

  desk_act (self, "people");
  picture_settle ();
  bar = seek (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "นางสาวสมใจ ใจดี,");
  if (bar == NULL)
    bar = seek (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "นางสาวสมใจ ใจดี (");
  g_assert_nonnull (bar);
  g_assert_true (gtk_widget_get_mapped (bar));
  picture_save (GTK_WIDGET (self->window), picture);
  /* Who may is told nothing. */
  g_assert_true (mattra_session_choose_actor (desk_session (self), NULL, NULL));
  desk_wait (self);
  g_assert_false (gtk_widget_get_mapped (bar));
  mattra_window_show_people (self->window, FALSE);
}

static gboolean
says_why (gpointer data)
{
  return gtk_widget_get_tooltip_text (data) != NULL;
}

/* The columns of a report are a setting of the office. */
static void
check_columns (Desk *self)
{
  GtkWidget *columns = NULL;
  GtkWindow *dialog = NULL;

  desk_act (self, "export");
  picture_wait (is_asked, self);
  dialog = desk_find_dialog (self);
  columns = seek (GTK_WIDGET (dialog), MATTRA_TYPE_REPORT_COLUMNS, NULL);
  picture_wait (says_why, columns);
  g_assert_false (gtk_widget_get_sensitive (columns));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (columns), "ask the secretary"));
  gtk_window_close (dialog);
  picture_wait (is_not_asked, self);
}

/* What is locked says why: the steps of the plan in the form, while the ticks on them are the head's, and the pages of
 * the office. */
static void
test_explained (Desk          *self,
                gconstpointer  data)
{
  g_auto (People) people = { NULL };
  GtkWidget *pencil = NULL;
  g_autoptr (GPtrArray) ticks = NULL;

  fill (self, &people);
  g_action_group_change_action_state (G_ACTION_GROUP (self->window), "form", g_variant_new_boolean (TRUE));
  desk_wait (self);
  pencil = seek (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "Edit the Steps");
  g_assert_true (gtk_widget_is_sensitive (pencil));
  g_assert_true (mattra_session_choose_actor (desk_session (self), people.head, NULL));
  desk_wait (self);
  g_assert_false (gtk_widget_is_sensitive (pencil));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (pencil), "secretary"));
  ticks = seek_all (seek (GTK_WIDGET (self->window), MATTRA_TYPE_FORM_STEPS, NULL), GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_cmpuint (ticks->len, >, 0);
  for (guint i = 0; i < ticks->len; i++)
    g_assert_true (gtk_widget_is_sensitive (g_ptr_array_index (ticks, i)));
  picture_save (GTK_WIDGET (self->window), "window-whoami-form");
  check_columns (self);
  check_explained (self, "window-whoami-people");
  g_assert_true (gtk_widget_is_sensitive (pencil));
  picture_set_language ("th");
  desk_close (self);
  desk_new_window (self);
  desk_open (self, FALSE);
  g_assert_true (mattra_session_choose_actor (desk_session (self), people.head, NULL));
  desk_wait (self);
  check_explained (self, "window-whoami-people-th");
  picture_set_language ("en");
}

int
main (int    argc,
      char **argv)
{
  static const DeskTest tests[] = {
    { "offer", test_offer },
    { "head", test_head },
    { "refused", test_refused },
    { "explained", test_explained },
  };

  desk_init (&argc, &argv);
  return desk_run ("/window/whoami", tests, G_N_ELEMENTS (tests));
}
