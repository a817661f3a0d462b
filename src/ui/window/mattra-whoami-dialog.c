/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-whoami-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-ask.h"
#include "mattra-text.h"

/* With fewer people a search is more to read than the list. */
#define SEARCH_FROM 8

struct _MattraWhoamiDialog
{
  AdwWindow parent_instance;

  GtkWidget *accept;
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkLabel *role;
  GtkLabel *why;

  MattraSession *session;
  MattraPlan *plan;   /* whose texts the actors are */
  GPtrArray *actors;  /* (element-type MattraActor) */
  char *words;        /* what is searched, folded */
};

G_DEFINE_FINAL_TYPE (MattraWhoamiDialog, mattra_whoami_dialog, ADW_TYPE_WINDOW)

/**
 * mattra_whoami_dup_role:
 * @actor: somebody of a register
 * @plan: the plan it was found in
 *
 * Returns: (transfer full): the role in words, with the division of who answers for one
 */
char *
mattra_whoami_dup_role (const MattraActor *actor,
                        MattraPlan        *plan)
{
  const char *division = NULL;

  g_return_val_if_fail (actor != NULL && MATTRA_IS_PLAN (plan), NULL);

  if (actor->role == MATTRA_ROLE_DIVISION_HEAD && actor->division != NULL)
    division = mattra_plan_find_division_name (plan, actor->division);
  return division != NULL ? g_strdup_printf ("%s · %s", mattra_role_to_text (actor->role), division)
                          : g_strdup (mattra_role_to_text (actor->role));
}

/* The rows: first nobody in particular, then the people. */

static const MattraActor *
actor_of (MattraWhoamiDialog *self,
          GtkListBoxRow      *row)
{
  int place = row != NULL ? gtk_list_box_row_get_index (row) : 0;

  return place > 0 && (guint) place <= self->actors->len ? g_ptr_array_index (self->actors, (guint) place - 1) : NULL;
}

static void
add_row (MattraWhoamiDialog *self,
         const char         *title,
         const char         *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
}

static void
add_actor (MattraWhoamiDialog *self,
           const MattraActor  *actor)
{
  g_autofree char *role = mattra_whoami_dup_role (actor, self->plan);
  g_autofree char *subtitle = actor->post != NULL && *actor->post != '\0'
                                ? g_strdup_printf ("%s\n%s", actor->post, role) : g_strdup (role);

  add_row (self, actor->name, subtitle);
}

static void
fill (MattraWhoamiDialog *self)
{
  const MattraActor *now = mattra_session_get_actor (self->session);
  GtkListBoxRow *chosen = NULL;

  add_row (self, _("Nobody in particular"), _("This account keeps the register and may change all of it"));
  for (guint i = 0; i < self->actors->len; i++)
    add_actor (self, g_ptr_array_index (self->actors, i));
  for (guint i = 0; now != NULL && i < self->actors->len; i++)
    if (g_strcmp0 (((MattraActor *) g_ptr_array_index (self->actors, i))->id, now->id) == 0)
      chosen = gtk_list_box_get_row_at_index (self->list, (int) i + 1);
  gtk_list_box_select_row (self->list, chosen != NULL ? chosen : gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->search), self->actors->len >= SEARCH_FROM);
}

static gboolean
is_shown (GtkListBoxRow *row,
          gpointer       user_data)
{
  MattraWhoamiDialog *self = user_data;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (self->words == NULL || *self->words == '\0')
    return TRUE;
  text = g_strdup_printf ("%s %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                          adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));
  folded = mattra_text_fold_compare (text);
  return strstr (folded, self->words) != NULL;
}

static void
filter (MattraWhoamiDialog *self)
{
  g_free (self->words);
  self->words = mattra_text_fold_compare (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
}

/* What follows from the choice */

static char *
dup_rights (MattraRole role)
{
  static const char *const texts[MATTRA_N_ROLES] = {
    [MATTRA_ROLE_SECRETARY] = N_("May change everything, return and approve answers."),
    [MATTRA_ROLE_DIVISION_HEAD] = N_("Sees the own division first and answers for it; may comment on everything."),
    [MATTRA_ROLE_CHIEF_EXECUTIVE] = N_("Returns, approves and confirms; changes no answers."),
    [MATTRA_ROLE_VIEWER] = N_("May look at everything and change nothing."),
  };

  return g_strdup (_(texts[role]));
}

/* A list that goes away with the dialog lets go of its row, too. */
static void
explain_row (MattraWhoamiDialog *self,
             GtkListBoxRow      *row)
{
  const MattraActor *actor = actor_of (self, row);
  g_autofree char *role = actor ? mattra_whoami_dup_role (actor, self->plan) : g_strdup (_("Keeps the register"));
  g_autofree char *ground = actor ? mattra_actor_explain (actor, self->plan) : NULL;
  g_autofree char *rights = actor ? dup_rights (actor->role) : NULL;
  g_autofree char *why = actor ? g_strdup_printf ("%s %s", rights, ground)
                         : self->actors->len > 0
                           ? g_strdup (_("As in an office where one person does it all: everything may be changed."))
                           : g_strdup (_("The register knows nobody yet. Enter people under Office, Divisions and People,"
                                         " to choose one here."));

  gtk_label_set_text (self->role, role);
  gtk_label_set_text (self->why, why);
}

static void
explain (MattraWhoamiDialog *self)
{
  if (self->list != NULL && gtk_widget_get_root (GTK_WIDGET (self->list)) != NULL)
    explain_row (self, gtk_list_box_get_selected_row (self->list));
}

static void
accept (MattraWhoamiDialog *self)
{
  const MattraActor *actor = actor_of (self, gtk_list_box_get_selected_row (self->list));
  g_autoptr (GError) error = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (!mattra_session_choose_actor (self->session, actor ? actor->id : NULL, &error))
    mattra_tell (parent, _("It Could Not Be Kept"), error->message);
  gtk_window_close (GTK_WINDOW (self));
}

/* The object */

static void
mattra_whoami_dialog_dispose (GObject *object)
{
  MattraWhoamiDialog *self = MATTRA_WHOAMI_DIALOG (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MATTRA_TYPE_WHOAMI_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (mattra_whoami_dialog_parent_class)->dispose (object);
}

static void
mattra_whoami_dialog_class_init (MattraWhoamiDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_whoami_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/mattra/Mattra/ui/mattra-whoami-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MattraWhoamiDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, MattraWhoamiDialog, search);
  gtk_widget_class_bind_template_child (widget_class, MattraWhoamiDialog, list);
  gtk_widget_class_bind_template_child (widget_class, MattraWhoamiDialog, role);
  gtk_widget_class_bind_template_child (widget_class, MattraWhoamiDialog, why);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mattra_whoami_dialog_init (MattraWhoamiDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mattra_whoami_dialog_present:
 * @parent: the window it belongs to
 * @session: its session
 *
 * Asks who uses the register. Whatever is answered, the question is not put again by itself.
 *
 * Returns: (transfer none): the dialog
 */
MattraWhoamiDialog *
mattra_whoami_dialog_present (GtkWindow     *parent,
                              MattraSession *session)
{
  MattraWhoamiDialog *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  mattra_session_set_asked (session);
  self = g_object_new (MATTRA_TYPE_WHOAMI_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->plan = g_object_ref (mattra_session_get_plan (session));
  self->actors = mattra_session_list_actors (session);
  fill (self);
  explain (self);
  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (explain), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
