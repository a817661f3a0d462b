/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-form-choice.h"

#include <glib/gi18n-lib.h>

#include "mattra-cell.h"
#include "mattra-pill-label.h"
#include "mattra-status-look.h"

struct _MattraFormChoice
{
  MattraFormCell parent_instance;

  GtkMenuButton *button;
  MattraPillLabel *label;
  GtkWidget *popover;
  GtkListBox *list;

  MattraPlan *plan;
  MattraTableContext context;
  char *word;       /* what is shown */
  char *chosen;     /* which of the words is chosen; empty for none of them */
  char *sent;
  MattraFormPlace shown;
  MattraDigits digits;
};

G_DEFINE_FINAL_TYPE (MattraFormChoice, mattra_form_choice, MATTRA_TYPE_FORM_CELL)

static const char *
get_field (MattraFormChoice *self)
{
  return mattra_form_cell_get_place (MATTRA_FORM_CELL (self))->field;
}

static gboolean
is_status (MattraFormChoice *self)
{
  return g_strcmp0 (get_field (self), "status") == 0;
}

/* Words with their looks */

static const char *const tone_classes[] = {
  [MATTRA_TONE_PLAIN] = NULL,
  [MATTRA_TONE_DIM] = "mattra-dim",
  [MATTRA_TONE_GOOD] = "success",
  [MATTRA_TONE_WARNING] = "warning",
  [MATTRA_TONE_ERROR] = "error",
};

static void
show_word (MattraFormChoice *self,
           MattraPillLabel  *label,
           const char       *word)
{
  g_autofree char *shown = mattra_digits_apply (word, self->digits);
  MattraStatus status = MATTRA_STATUS_NONE;
  MattraWordMark mark = { MATTRA_SHAPE_NONE, NULL };
  MattraCellTone tone = MATTRA_TONE_PLAIN;

  if (is_status (self) && mattra_status_look_find (word, &status))
    {
      mark.shape = mattra_status_look_shape (status);
      tone = mattra_status_look_tone (status);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tone_classes); i++)
    if (tone_classes[i])
      gtk_widget_remove_css_class (GTK_WIDGET (label), tone_classes[i]);
  if (tone_classes[tone])
    gtk_widget_add_css_class (GTK_WIDGET (label), tone_classes[tone]);
  mattra_pill_label_set_text (label, shown, mark.shape == MATTRA_SHAPE_NONE ? NULL : &mark);
}

static const char *
word_for_none (MattraFormChoice *self)
{
  return is_status (self) ? _("By the dates and results") : _("None");
}

/**
 * mattra_form_choice_choose:
 * @self: a field
 * @word: one of its words, or nothing
 *
 * Commits the word.
 */
void
mattra_form_choice_choose (MattraFormChoice *self,
                           const char       *word)
{
  g_return_if_fail (MATTRA_IS_FORM_CHOICE (self) && word != NULL);

  if (self->sent == NULL && g_strcmp0 (word, self->chosen) == 0)
    return;
  g_free (self->sent);
  self->sent = g_strdup (word);
  show_word (self, self->label, *word ? word : self->word);
  mattra_form_cell_act (MATTRA_FORM_CELL (self), word);
}

/* The list is made when it is first wanted. */

static void
row_activated (MattraFormChoice *self,
               GtkListBoxRow    *row)
{
  const char *word = g_object_get_data (G_OBJECT (row), "word");

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  mattra_form_choice_choose (self, word);
}

static void
add_row (MattraFormChoice *self,
         const char       *word)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = NULL;
  GtkWidget *tick = gtk_image_new_from_icon_name ("emblem-ok-symbolic");
  gboolean chosen = g_strcmp0 (word, self->chosen) == 0;

  if (*word)
    {
      label = mattra_pill_label_new ();
      show_word (self, MATTRA_PILL_LABEL (label), word);
    }
  else
    {
      label = gtk_label_new (word_for_none (self));
      gtk_widget_add_css_class (label, "dim-label");
      gtk_label_set_xalign (GTK_LABEL (label), 0);
    }
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_opacity (tick, chosen ? 1 : 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *word ? word : word_for_none (self), -1);
  g_object_set_data_full (G_OBJECT (row), "word", g_strdup (word), g_free);
  gtk_list_box_append (self->list, row);
  if (chosen)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
make_popover (GtkMenuButton *button,
              gpointer       user_data)
{
  MattraFormChoice *self = user_data;
  g_auto (GStrv) words = mattra_table_cell_dup_choices (&self->context, get_field (self));

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      gtk_widget_add_css_class (self->popover, "menu");
      gtk_menu_button_set_popover (button, self->popover);
    }
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "mattra-form-choices");
  for (guint i = 0; words && words[i]; i++)
    add_row (self, words[i]);
  add_row (self, "");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
  if (gtk_list_box_get_selected_row (self->list))
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
}

/* What the register has */

static void
show_note (MattraFormChoice *self,
           const char       *mark)
{
  const char *note = NULL;

  if (is_status (self) && *self->chosen == '\0')
    note = _("By the dates and results");
  else if (is_status (self))
    note = _("As stated");
  mattra_form_cell_set_note (MATTRA_FORM_CELL (self), mark ? mark : note, mark ? "warning" : NULL);
}

static void
name_button (MattraFormChoice *self)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", mattra_form_cell_get_title (MATTRA_FORM_CELL (self)),
                                           *self->word ? self->word : word_for_none (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
dup_word (MattraFormChoice         *self,
          const MattraTableContext *context,
          MattraMeasure            *measure)
{
  MattraStatus status = MATTRA_STATUS_NONE;

  if (!is_status (self))
    return g_strdup (self->chosen);
  mattra_status_look_find (self->chosen, &status);
  return g_strdup (status != MATTRA_STATUS_NONE
                     ? mattra_status_look_stated_word (status)
                     : mattra_status_look_word (mattra_table_cell_find_status (context, measure)));
}

static void
mattra_form_choice_show (MattraFormCell           *cell,
                         const MattraTableContext *context,
                         MattraMeasure            *measure)
{
  MattraFormChoice *self = MATTRA_FORM_CHOICE (cell);
  const MattraFormPlace *place = mattra_form_cell_get_place (cell);
  MattraTableContext own = *context;
  g_auto (MattraCellLook) look = { 0 };
  g_autofree char *value = mattra_cell_dup_exactly (context->plan, measure, place->field, context->round,
                                                    place->division);

  if (!mattra_form_place_equal (&self->shown, place))
    g_clear_pointer (&self->sent, g_free);
  mattra_form_place_copy (&self->shown, place);
  self->digits = context->digits;
  own.division = place->division;
  g_set_object (&self->plan, context->plan);
  self->context = *context;
  self->context.plan = self->plan;
  self->context.division = NULL;
  self->context.digits = MATTRA_DIGITS_WESTERN;
  g_free (self->chosen);
  self->chosen = mattra_table_cell_dup_words (&self->context, place->field, value);
  g_free (self->word);
  self->word = dup_word (self, &own, measure);
  mattra_table_cell_look (&own, measure, place->field, &look);
  if (self->sent == NULL)
    show_word (self, self->label, self->word);
  show_note (self, look.mark);
  name_button (self);
}

static void
mattra_form_choice_set_read_only (MattraFormCell *cell,
                                  const char     *why)
{
  gtk_widget_set_sensitive (GTK_WIDGET (MATTRA_FORM_CHOICE (cell)->button), why == NULL);
}

static void
mattra_form_choice_settled (MattraFormCell *cell,
                            const char     *text,
                            const GError   *error)
{
  MattraFormChoice *self = MATTRA_FORM_CHOICE (cell);

  if (g_strcmp0 (self->sent, text) == 0)
    g_clear_pointer (&self->sent, g_free);
  if (error == NULL || self->sent)
    return;
  show_word (self, self->label, self->word);
  mattra_form_cell_set_note (cell, error->message, "error");
}

/* The object */

static void
mattra_form_choice_dispose (GObject *object)
{
  g_clear_object (&MATTRA_FORM_CHOICE (object)->plan);
  G_OBJECT_CLASS (mattra_form_choice_parent_class)->dispose (object);
}

static void
mattra_form_choice_finalize (GObject *object)
{
  MattraFormChoice *self = MATTRA_FORM_CHOICE (object);

  mattra_form_place_clear (&self->shown);
  g_free (self->word);
  g_free (self->chosen);
  g_free (self->sent);
  G_OBJECT_CLASS (mattra_form_choice_parent_class)->finalize (object);
}

static void
mattra_form_choice_class_init (MattraFormChoiceClass *klass)
{
  MattraFormCellClass *cell_class = MATTRA_FORM_CELL_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mattra_form_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_form_choice_finalize;
  cell_class->show = mattra_form_choice_show;
  cell_class->set_read_only = mattra_form_choice_set_read_only;
  cell_class->settled = mattra_form_choice_settled;
}

static void
mattra_form_choice_init (MattraFormChoice *self)
{
  self->word = g_strdup ("");
  self->chosen = g_strdup ("");
}

/**
 * mattra_form_choice_new:
 * @session: the session
 *
 * Returns: (transfer floating): a field that is chosen
 */
GtkWidget *
mattra_form_choice_new (MattraSession *session)
{
  MattraFormChoice *self = g_object_new (MATTRA_TYPE_FORM_CHOICE, NULL);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->label = MATTRA_PILL_LABEL (mattra_pill_label_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->label), GTK_ALIGN_CENTER);
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->label));
  gtk_widget_set_halign (gtk_widget_get_parent (GTK_WIDGET (self->label)), GTK_ALIGN_FILL);
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_create_popup_func (self->button, make_popover, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "mattra-form-choice");
  mattra_form_cell_set_session (MATTRA_FORM_CELL (self), session);
  mattra_form_cell_set_content (MATTRA_FORM_CELL (self), GTK_WIDGET (self->button), GTK_WIDGET (self->button));
  return GTK_WIDGET (self);
}
