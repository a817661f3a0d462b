/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-new-divisions.h"

#include <glib/gi18n-lib.h>

#include "mattra-text.h"

typedef struct
{
  MattraDivision *division; /* NULL where the user added the row */
  GtkWidget *row;
  GtkWidget *check;
} Choice;

struct _MattraNewDivisions
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *choices; /* Choice, in the order of the rows */
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (MattraNewDivisions, mattra_new_divisions, ADW_TYPE_PREFERENCES_GROUP)

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_clear_pointer (&choice->division, mattra_division_free);
  g_free (choice);
}

static Choice *
add_choice (MattraNewDivisions   *self,
            const MattraDivision *division)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->division = division ? mattra_division_copy (division) : NULL;
  choice->row = adw_entry_row_new ();
  choice->check = gtk_check_button_new ();
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice->check), TRUE);
  gtk_widget_set_valign (choice->check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (choice->check, _("Whether the office has this division"));
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (choice->row), choice->check);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (choice->row), _("Division"));
  gtk_editable_set_text (GTK_EDITABLE (choice->row), division ? division->name : "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), choice->row);
  g_ptr_array_add (self->choices, choice);

  return choice;
}

static void
add_own (MattraNewDivisions *self)
{
  gtk_widget_grab_focus (add_choice (self, NULL)->row);
}

static void
remove_choices (MattraNewDivisions *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), ((Choice *) g_ptr_array_index (self->choices, i))->row);
  g_ptr_array_set_size (self->choices, 0);
}

static void
mattra_new_divisions_finalize (GObject *object)
{
  g_ptr_array_unref (MATTRA_NEW_DIVISIONS (object)->choices);

  G_OBJECT_CLASS (mattra_new_divisions_parent_class)->finalize (object);
}

static void
mattra_new_divisions_class_init (MattraNewDivisionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_new_divisions_finalize;
}

static void
mattra_new_divisions_init (MattraNewDivisions *self)
{
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add_button, _("Add a Division"));
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add_button, "flat");
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_own), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Divisions"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("Usual for an office of this kind; they can be changed later too."));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
}

/**
 * mattra_new_divisions_set_kind:
 * @self: the list
 * @kind: a kind of office
 *
 * Proposes the divisions that are usual for @kind, in place of those that stand there.
 */
void
mattra_new_divisions_set_kind (MattraNewDivisions     *self,
                               MattraOrganisationKind  kind)
{
  g_autoptr (GPtrArray) usual = NULL;

  g_return_if_fail (MATTRA_IS_NEW_DIVISIONS (self));

  remove_choices (self);
  usual = mattra_division_new_usual (kind);
  for (guint i = 0; i < usual->len; i++)
    add_choice (self, g_ptr_array_index (usual, i));
}

/* A division under another name is another one: what the usual one is called for short is not its. */
static MattraDivision *
chosen (Choice *choice)
{
  g_autofree char *name = mattra_text_squeeze (gtk_editable_get_text (GTK_EDITABLE (choice->row)));

  if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (choice->check)) || *name == '\0')
    return NULL;
  if (choice->division && g_str_equal (choice->division->name, name))
    return mattra_division_copy (choice->division);
  return mattra_division_new (name);
}

/**
 * mattra_new_divisions_list:
 * @self: the list
 *
 * Returns: (transfer full) (element-type MattraDivision): the divisions that were left ticked
 */
GPtrArray *
mattra_new_divisions_list (MattraNewDivisions *self)
{
  GPtrArray *divisions;

  g_return_val_if_fail (MATTRA_IS_NEW_DIVISIONS (self), NULL);

  divisions = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_division_free);
  for (guint i = 0; i < self->choices->len; i++)
    {
      MattraDivision *division = chosen (g_ptr_array_index (self->choices, i));

      if (division)
        g_ptr_array_add (divisions, division);
    }

  return divisions;
}
