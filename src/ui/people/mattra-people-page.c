/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-page.h"

#include <glib/gi18n-lib.h>

#include "mattra-office-form.h"
#include "mattra-people-table.h"
#include "mattra-settings.h"

struct _MattraPeoplePage
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *office;
};

G_DEFINE_FINAL_TYPE (MattraPeoplePage, mattra_people_page, ADW_TYPE_BIN)

static void
mattra_people_page_class_init (MattraPeoplePageClass *klass)
{
}

static void
mattra_people_page_init (MattraPeoplePage *self)
{
}

static GtkWidget *
new_stack (MattraPeoplePage *self,
           MattraSession    *session)
{
  g_autoptr (GSettings) settings = mattra_settings_new ();
  MattraDigits digits = (MattraDigits) g_settings_get_enum (settings, "digits");
  GtkStack *stack = GTK_STACK (gtk_stack_new ());

  gtk_stack_add_titled (stack,
                        mattra_people_table_new (session, &mattra_people_divisions, digits,
                                                 _("Tables may call a division by other names; each is understood."),
                                                 _("_Add a Division")),
                        "divisions", _("Divisions"));
  gtk_stack_add_titled (stack,
                        mattra_people_table_new (session, &mattra_people_signers, digits,
                                                 _("Reports are signed in this order by those who sign as something."),
                                                 _("_Add a Person")),
                        "people", _("People"));
  self->office = mattra_office_form_new (session, digits);
  gtk_stack_add_titled (stack, self->office, "office", _("Office and Reports"));
  gtk_widget_set_vexpand (GTK_WIDGET (stack), TRUE);

  return GTK_WIDGET (stack);
}

/* In large text, on a narrow window, the titles take two lines rather than more width than there is. */
static void
wrap_titles (GtkWidget *below)
{
  if (GTK_IS_LABEL (below))
    {
      gtk_label_set_wrap (GTK_LABEL (below), TRUE);
      gtk_label_set_justify (GTK_LABEL (below), GTK_JUSTIFY_CENTER);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (below); child; child = gtk_widget_get_next_sibling (child))
    wrap_titles (child);
}

/**
 * mattra_people_page_new:
 * @session: a session
 *
 * Returns: (transfer floating): the page of the session's divisions, people and office
 */
GtkWidget *
mattra_people_page_new (MattraSession *session)
{
  MattraPeoplePage *self;
  GtkWidget *box, *switcher, *stack;

  g_return_val_if_fail (MATTRA_IS_SESSION (session), NULL);

  self = g_object_new (MATTRA_TYPE_PEOPLE_PAGE, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  switcher = gtk_stack_switcher_new ();
  stack = new_stack (self, session);
  self->stack = GTK_STACK (stack);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  wrap_titles (switcher);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (switcher, 9);
  gtk_widget_set_margin_bottom (switcher, 3);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), stack);
  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}

/**
 * mattra_people_page_show_setting:
 * @self: the page
 * @name: a setting of the plan, as %MATTRA_SETTING_PREFACE
 *
 * Leads to the field of a setting.
 */
void
mattra_people_page_show_setting (MattraPeoplePage *self,
                                 const char       *name)
{
  g_return_if_fail (MATTRA_IS_PEOPLE_PAGE (self) && name != NULL);

  gtk_stack_set_visible_child (self->stack, self->office);
  mattra_office_form_focus (MATTRA_OFFICE_FORM (self->office), name);
}
