/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-sidebar-whoami.h"

#include <glib/gi18n-lib.h>

#include "mattra-whoami-dialog.h"

/* The foot of the sidebar: who uses the window, and for a division head a switch to see all divisions. */

#define MATTRA_TYPE_SIDEBAR_WHOAMI (mattra_sidebar_whoami_get_type ())

G_DECLARE_FINAL_TYPE (MattraSidebarWhoami, mattra_sidebar_whoami, MATTRA, SIDEBAR_WHOAMI, GtkWidget)

struct _MattraSidebarWhoami
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *button;
  GtkLabel *name;
  GtkLabel *role;
  GtkWidget *all;      /* the line with the switch */
  GtkSwitch *switcher;

  MattraSession *session;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (MattraSidebarWhoami, mattra_sidebar_whoami, GTK_TYPE_WIDGET)

static void
show (MattraSidebarWhoami *self)
{
  const MattraActor *actor = mattra_session_get_actor (self->session);
  MattraPlan *plan = mattra_session_get_plan (self->session);
  g_autofree char *role = actor ? mattra_whoami_dup_role (actor, plan) : NULL;
  g_autofree char *why = actor ? mattra_actor_explain (actor, plan)
                               : g_strdup (_("Nobody was chosen: everything may be changed. Choose who you are to see what"
                                             " is yours."));
  g_autofree char *label = actor ? g_strdup_printf ("%s, %s", actor->name, role) : g_strdup (_("Choose Who You Are"));

  self->updating = TRUE;
  gtk_label_set_text (self->name, actor ? actor->name : _("Choose Who You Are"));
  gtk_label_set_text (self->role, role ? role : "");
  gtk_widget_set_visible (GTK_WIDGET (self->role), actor != NULL);
  gtk_widget_set_tooltip_text (self->button, why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->all, actor && actor->role == MATTRA_ROLE_DIVISION_HEAD);
  gtk_switch_set_active (self->switcher, mattra_session_get_everything (self->session));
  self->updating = FALSE;
}

static void
switched (MattraSidebarWhoami *self)
{
  if (!self->updating)
    mattra_session_set_everything (self->session, gtk_switch_get_active (self->switcher));
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
build_button (MattraSidebarWhoami *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->button = gtk_button_new ();
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("avatar-default-symbolic"));
  self->name = add_label (words, NULL);
  self->role = add_label (words, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->role), "dim-label");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), words);
  gtk_button_set_child (GTK_BUTTON (self->button), line);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.whoami");
  gtk_box_append (GTK_BOX (self->box), self->button);
}

static void
build_switch (MattraSidebarWhoami *self)
{
  GtkLabel *label = NULL;

  self->all = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  label = add_label (self->all, NULL);
  gtk_label_set_text (label, _("See all divisions"));
  self->switcher = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->switcher), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->switcher), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("See all divisions"), -1);
  gtk_box_append (GTK_BOX (self->all), GTK_WIDGET (self->switcher));
  gtk_widget_add_css_class (self->all, "mattra-sidebar-switch");
  gtk_box_append (GTK_BOX (self->box), self->all);
}

static void
mattra_sidebar_whoami_dispose (GObject *object)
{
  MattraSidebarWhoami *self = MATTRA_SIDEBAR_WHOAMI (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mattra_sidebar_whoami_parent_class)->dispose (object);
}

static void
mattra_sidebar_whoami_class_init (MattraSidebarWhoamiClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_sidebar_whoami_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mattra_sidebar_whoami_init (MattraSidebarWhoami *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  build_switch (self);
  build_button (self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "mattra-sidebar-whoami");
}

/**
 * mattra_sidebar_whoami_new:
 * @session: a register's session
 *
 * Returns: (transfer floating): the foot of its sidebar
 */
GtkWidget *
mattra_sidebar_whoami_new (MattraSession *session)
{
  MattraSidebarWhoami *self = NULL;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_SIDEBAR_WHOAMI, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::actor", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::own-division", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->switcher, "notify::active", G_CALLBACK (switched), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
