/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-page.h"

#include <glib/gi18n-lib.h>

#include "mattra-bar.h"
#include "mattra-office-form.h"
#include "mattra-people-place.h"
#include "mattra-people-table.h"
#include "mattra-settings.h"

struct _MattraPeoplePage
{
  AdwBin parent_instance;

  MattraBar *bar;
  GtkStack *stack;
  GtkWidget *tables[MATTRA_N_PEOPLE_KINDS];
  GtkWidget *office;
  MattraSession *session;
  MattraDigits digits;
  MattraPeoplePart part;
};

G_DEFINE_FINAL_TYPE (MattraPeoplePage, mattra_people_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_DRAFT,
  SIGNAL_KEPT,
  SIGNAL_PART,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
mattra_people_page_finalize (GObject *object)
{
  g_clear_object (&MATTRA_PEOPLE_PAGE (object)->session);

  G_OBJECT_CLASS (mattra_people_page_parent_class)->finalize (object);
}

static void
show_cell (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  MattraPeoplePage *self = MATTRA_PEOPLE_PAGE (widget);
  const char *page = NULL;
  const char *field = NULL;

  g_variant_get (parameter, "(&s&s)", &page, &field);
  for (guint i = 0; i < MATTRA_N_PEOPLE_KINDS; i++)
    if (self->tables[i] != NULL && g_str_equal (mattra_people_kinds[i]->page, page))
      {
        gtk_stack_set_visible_child (self->stack, self->tables[i]);
        mattra_people_table_show_column (MATTRA_PEOPLE_TABLE (self->tables[i]), field);
      }
}

static void
mattra_people_page_class_init (MattraPeoplePageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_people_page_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "people.show-cell", "(ss)", show_cell);

  signals[SIGNAL_DRAFT] = g_signal_new ("draft", MATTRA_TYPE_PEOPLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_KEPT] = g_signal_new ("kept", MATTRA_TYPE_PEOPLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_PART] = g_signal_new ("part-shown", MATTRA_TYPE_PEOPLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
mattra_people_page_init (MattraPeoplePage *self)
{
}

/* What is typed */

static void
tell_of_row (MattraPeoplePage *self,
             guint             signal,
             GtkWidget        *table,
             const char       *id,
             const char       *field,
             const char       *text)
{
  g_autofree char *place = NULL;
  guint i = 0;

  while (self->tables[i] != table)
    i++;
  place = mattra_people_place_new (mattra_people_kinds[i], id);
  g_signal_emit (self, signals[signal], 0, place, field, text);
}

static void
table_draft (GtkWidget        *table,
             const char       *id,
             const char       *field,
             const char       *text,
             MattraPeoplePage *self)
{
  tell_of_row (self, SIGNAL_DRAFT, table, id, field, text);
}

static void
table_kept (GtkWidget        *table,
            const char       *id,
            const char       *field,
            const char       *text,
            MattraPeoplePage *self)
{
  tell_of_row (self, SIGNAL_KEPT, table, id, field, text);
}

static void
office_draft (MattraPeoplePage *self,
              int               year,
              const char       *key,
              const char       *text)
{
  g_autofree char *place = mattra_people_place_new_office (year);

  g_signal_emit (self, signals[SIGNAL_DRAFT], 0, place, key, text);
}

static void
office_kept (MattraPeoplePage *self,
             int               year,
             const char       *key,
             const char       *text)
{
  g_autofree char *place = mattra_people_place_new_office (year);

  g_signal_emit (self, signals[SIGNAL_KEPT], 0, place, key, text);
}

static void
add_table (MattraPeoplePage *self,
           GtkStack         *stack,
           guint             place)
{
  const MattraPeopleKind *kind = mattra_people_kinds[place];

  self->tables[place] = mattra_people_table_new (self->session, kind, self->digits);
  gtk_stack_add_titled (stack, self->tables[place], kind->page, _(kind->title));
  g_signal_connect_object (self->tables[place], "draft", G_CALLBACK (table_draft), self, 0);
  g_signal_connect_object (self->tables[place], "kept", G_CALLBACK (table_kept), self, 0);
}

static void
follow_office (MattraPeoplePage *self)
{
  g_signal_connect_object (self->office, "draft", G_CALLBACK (office_draft), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->office, "kept", G_CALLBACK (office_kept), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
new_stack (MattraPeoplePage *self,
           MattraSession    *session)
{
  g_autoptr (GSettings) settings = mattra_settings_new ();
  GtkStack *stack = GTK_STACK (gtk_stack_new ());

  self->session = g_object_ref (session);
  self->digits = (MattraDigits) g_settings_get_enum (settings, "digits");
  for (guint i = 0; i < MATTRA_FIRST_ASSESSMENT_KIND; i++)
    add_table (self, stack, i);
  self->office = mattra_office_form_new (session, self->digits);
  gtk_stack_add_titled (stack, self->office, "office", _("Office and Reports"));
  gtk_widget_set_vexpand (GTK_WIDGET (stack), TRUE);
  follow_office (self);

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

static void
show_child (MattraPeoplePage *self,
            GtkWidget        *child,
            gboolean          shown)
{
  gtk_stack_page_set_visible (gtk_stack_get_page (self->stack, child), shown);
}

/* What cannot be changed says why, and who can: all that stands here is the secretary's. */
static void
show_rights (MattraPeoplePage *self)
{
  const MattraActor *actor = mattra_session_get_actor (self->session);
  g_autofree char *text = NULL;

  if (mattra_session_get_read_only (self->session))
    text = g_strdup (_("This register is open for reading only."));
  else if (!mattra_session_may (self->session, MATTRA_ACTION_SETTINGS))
    text = g_strdup_printf (_("Only the secretary changes what stands here; ask the secretary. You look at it as %s, %s."),
                            actor->name, mattra_role_to_text (actor->role));
  mattra_bar_set_text (self->bar, text);
}

static void
follow_rights (MattraPeoplePage *self)
{
  g_signal_connect_object (self->session, "notify::actor", G_CALLBACK (show_rights), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::read-only", G_CALLBACK (show_rights), self, G_CONNECT_SWAPPED);
  show_rights (self);
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
  self->part = MATTRA_PEOPLE_PART_OFFICE;
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  wrap_titles (switcher);
  gtk_widget_add_css_class (switcher, "mattra-titles");
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (switcher, 9);
  gtk_widget_set_margin_bottom (switcher, 3);
  self->bar = g_object_new (MATTRA_TYPE_BAR, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), stack);
  adw_bin_set_child (ADW_BIN (self), box);
  follow_rights (self);

  return GTK_WIDGET (self);
}

/**
 * mattra_people_page_show_part:
 * @self: the page
 * @part: which part
 *
 * Shows the tables of a part and no others.
 */
void
mattra_people_page_show_part (MattraPeoplePage *self,
                              MattraPeoplePart  part)
{
  gboolean assessment = part == MATTRA_PEOPLE_PART_ASSESSMENT;
  guint first = assessment ? MATTRA_FIRST_ASSESSMENT_KIND : 0;

  g_return_if_fail (MATTRA_IS_PEOPLE_PAGE (self));

  if (self->part == part)
    return;
  self->part = part;
  for (guint i = 0; i < MATTRA_N_PEOPLE_KINDS; i++)
    {
      /* Those of the assessment are made when they are first wanted. */
      if (self->tables[i] == NULL)
        add_table (self, self->stack, i);
      show_child (self, self->tables[i], assessment == (i >= MATTRA_FIRST_ASSESSMENT_KIND));
    }
  show_child (self, self->office, !assessment);
  gtk_stack_set_visible_child (self->stack, self->tables[first]);
  g_signal_emit (self, signals[SIGNAL_PART], 0);
}

/**
 * mattra_people_page_get_part:
 * @self: the page
 *
 * Returns: the part whose tables are shown
 */
MattraPeoplePart
mattra_people_page_get_part (MattraPeoplePage *self)
{
  g_return_val_if_fail (MATTRA_IS_PEOPLE_PAGE (self), MATTRA_PEOPLE_PART_OFFICE);

  return self->part;
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

  mattra_people_page_show_part (self, MATTRA_PEOPLE_PART_OFFICE);
  gtk_stack_set_visible_child (self->stack, self->office);
  mattra_office_form_focus (MATTRA_OFFICE_FORM (self->office), name);
}

/**
 * mattra_people_page_set_draft:
 * @self: the page, which is shown
 * @place: a place of it
 * @field: a field of the place
 * @text: what was typed there
 *
 * Goes on to type: the text stands in the cell's editor or in the field. Where the place is gone, nothing happens.
 */
void
mattra_people_page_set_draft (MattraPeoplePage *self,
                              const char       *place,
                              const char       *field,
                              const char       *text)
{
  g_return_if_fail (MATTRA_IS_PEOPLE_PAGE (self));
  g_return_if_fail (place != NULL && field != NULL && text != NULL);

  for (guint i = 0; i < MATTRA_N_PEOPLE_KINDS; i++)
    {
      const char *id = mattra_people_place_get_id (place, mattra_people_kinds[i]);

      if (id == NULL)
        continue;
      mattra_people_page_show_part (self, i >= MATTRA_FIRST_ASSESSMENT_KIND ? MATTRA_PEOPLE_PART_ASSESSMENT
                                                                            : MATTRA_PEOPLE_PART_OFFICE);
      gtk_stack_set_visible_child (self->stack, self->tables[i]);
      mattra_people_table_set_draft (MATTRA_PEOPLE_TABLE (self->tables[i]), id, field, text);
      return;
    }
  mattra_people_page_show_part (self, MATTRA_PEOPLE_PART_OFFICE);
  gtk_stack_set_visible_child (self->stack, self->office);
  mattra_office_form_set_draft (MATTRA_OFFICE_FORM (self->office), field, text);
}
