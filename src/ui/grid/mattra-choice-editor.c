/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-choice-editor.h"

#include <string.h>

#include "mattra-text.h"
#include "mattra-word-list.h"

#define PADDING_X 8
#define PADDING_Y 6

/* Letters that follow each other faster than this are one word's beginning. */
#define TYPING_PAUSE (1 * G_USEC_PER_SEC)

struct _MattraChoiceEditor
{
  MattraCellEditor parent_instance;

  MattraPillLabel *label;
  MattraWordList *list;
  char **choices;
  MattraWordMark *marks;
  char *text;
  GString *typed;
  gint64 typed_at;
};

G_DEFINE_FINAL_TYPE (MattraChoiceEditor, mattra_choice_editor, MATTRA_TYPE_CELL_EDITOR)

static const struct
{
  guint keyval;
  GdkModifierType state;
  MattraCellMove move;
} commits[] = {
  { GDK_KEY_Return, 0, MATTRA_CELL_MOVE_DOWN },
  { GDK_KEY_KP_Enter, 0, MATTRA_CELL_MOVE_DOWN },
  { GDK_KEY_ISO_Enter, 0, MATTRA_CELL_MOVE_DOWN },
  { GDK_KEY_Return, GDK_SHIFT_MASK, MATTRA_CELL_MOVE_UP },
  { GDK_KEY_Return, GDK_CONTROL_MASK, MATTRA_CELL_MOVE_STAY },
  { GDK_KEY_Tab, 0, MATTRA_CELL_MOVE_RIGHT },
  { GDK_KEY_KP_Tab, 0, MATTRA_CELL_MOVE_RIGHT },
  { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, MATTRA_CELL_MOVE_LEFT },
  { GDK_KEY_Tab, GDK_SHIFT_MASK, MATTRA_CELL_MOVE_LEFT },
};

static int
index_of (MattraChoiceEditor *self,
          const char         *text)
{
  for (int i = 0; self->choices != NULL && self->choices[i] != NULL; i++)
    if (g_strcmp0 (self->choices[i], text) == 0)
      return i;
  return -1;
}

static void
show_text (MattraChoiceEditor *self,
           const char         *text)
{
  GtkWidget *focus = mattra_cell_editor_get_focus (MATTRA_CELL_EDITOR (self));
  int index = index_of (self, text);

  if (text != self->text)
    {
      g_free (self->text);
      self->text = g_strdup (text);
    }
  mattra_pill_label_set_text (self->label, self->text,
                              index >= 0 && self->marks != NULL ? &self->marks[index] : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, self->text, -1);
}

static void
take_marked (MattraChoiceEditor *self)
{
  const char *word = mattra_word_list_get_marked (self->list);

  if (word == NULL || g_strcmp0 (word, self->text) == 0)
    return;
  show_text (self, word);
  mattra_cell_editor_text_changed (MATTRA_CELL_EDITOR (self));
}

static int
find_folded (MattraChoiceEditor *self,
             const char         *folded,
             gboolean            anywhere)
{
  for (int i = 0; self->choices != NULL && self->choices[i] != NULL; i++)
    {
      g_autofree char *choice = mattra_text_fold_search (self->choices[i]);

      if (anywhere ? strstr (choice, folded) != NULL : g_str_has_prefix (choice, folded))
        return i;
    }
  return -1;
}

static void
type_ahead (MattraChoiceEditor *self,
            gunichar            letter)
{
  gint64 now = g_get_monotonic_time ();
  g_autofree char *folded = NULL;
  int index;

  if (now - self->typed_at > TYPING_PAUSE)
    g_string_truncate (self->typed, 0);
  self->typed_at = now;
  g_string_append_unichar (self->typed, letter);
  folded = mattra_text_fold_search (self->typed->str);
  index = find_folded (self, folded, FALSE);
  if (index < 0)
    index = find_folded (self, folded, TRUE);
  if (index < 0)
    {
      mattra_cell_editor_error (MATTRA_CELL_EDITOR (self));
      return;
    }
  mattra_word_list_mark (self->list, index);
  take_marked (self);
}

static gboolean
commit_key (MattraChoiceEditor *self,
            guint               keyval,
            GdkModifierType     state)
{
  for (guint i = 0; i < G_N_ELEMENTS (commits); i++)
    if (commits[i].keyval == keyval && commits[i].state == state)
      {
        mattra_cell_editor_commit (MATTRA_CELL_EDITOR (self), commits[i].move);
        return TRUE;
      }
  return FALSE;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                MattraChoiceEditor    *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  if (keyval == GDK_KEY_Escape)
    {
      mattra_cell_editor_cancel (MATTRA_CELL_EDITOR (self));
      return TRUE;
    }
  if (commit_key (self, keyval, state))
    return TRUE;
  if ((state & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  if (mattra_word_list_move (self->list, keyval))
    {
      take_marked (self);
      return TRUE;
    }
  if (letter == 0 || !g_unichar_isprint (letter))
    return FALSE;
  type_ahead (self, letter);
  return TRUE;
}

static void
on_picked (MattraWordList     *list,
           MattraChoiceEditor *self)
{
  take_marked (self);
  mattra_cell_editor_commit_later (MATTRA_CELL_EDITOR (self), MATTRA_CELL_MOVE_STAY);
}

static void
mattra_choice_editor_begin (MattraCellEditor *editor,
                            const char       *text,
                            const char       *typed)
{
  MattraChoiceEditor *self = MATTRA_CHOICE_EDITOR (editor);

  show_text (self, text);
  mattra_word_list_mark (self->list, index_of (self, text));
  for (const char *p = typed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    type_ahead (self, g_utf8_get_char (p));
}

static char *
mattra_choice_editor_dup_text (MattraCellEditor *editor)
{
  return g_strdup (MATTRA_CHOICE_EDITOR (editor)->text);
}

static void
mattra_choice_editor_set_choices (MattraCellEditor     *editor,
                                  const char *const    *choices,
                                  const MattraWordMark *marks)
{
  MattraChoiceEditor *self = MATTRA_CHOICE_EDITOR (editor);

  g_strfreev (self->choices);
  self->choices = g_strdupv ((char **) choices);
  g_free (self->marks);
  self->marks = g_memdup2 (marks, sizeof *marks * (marks != NULL ? g_strv_length (self->choices) : 0));
  mattra_word_list_set_words (self->list, choices, marks);
  gtk_widget_set_visible (GTK_WIDGET (self->list), choices[0] != NULL);
  mattra_word_list_mark (self->list, index_of (self, self->text));
  show_text (self, self->text);
}

static int
mattra_choice_editor_content_height (MattraCellEditor *editor,
                                     int               width)
{
  GtkWidget *label = GTK_WIDGET (MATTRA_CHOICE_EDITOR (editor)->label);
  int height;

  mattra_pill_label_set_attributes (MATTRA_PILL_LABEL (label), mattra_cell_editor_get_attributes (editor));
  gtk_widget_measure (gtk_widget_get_parent (label), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
mattra_choice_editor_finalize (GObject *object)
{
  MattraChoiceEditor *self = MATTRA_CHOICE_EDITOR (object);

  g_clear_pointer (&self->choices, g_strfreev);
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->text, g_free);
  g_string_free (self->typed, TRUE);

  G_OBJECT_CLASS (mattra_choice_editor_parent_class)->finalize (object);
}

static void
mattra_choice_editor_class_init (MattraChoiceEditorClass *klass)
{
  MattraCellEditorClass *editor_class = MATTRA_CELL_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mattra_choice_editor_finalize;
  editor_class->begin = mattra_choice_editor_begin;
  editor_class->dup_text = mattra_choice_editor_dup_text;
  editor_class->set_choices = mattra_choice_editor_set_choices;
  editor_class->content_height = mattra_choice_editor_content_height;
}

static GtkWidget *
make_content (MattraChoiceEditor *self)
{
  GtkWidget *content = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_COMBO_BOX, NULL);
  GtkEventController *controller = gtk_event_controller_key_new ();
  GtkWidget *label = GTK_WIDGET (self->label);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_start (label, PADDING_X);
  gtk_widget_set_margin_top (label, PADDING_Y);
  gtk_widget_set_margin_bottom (label, PADDING_Y);
  gtk_widget_set_valign (arrow, GTK_ALIGN_START);
  gtk_widget_set_margin_top (arrow, PADDING_Y);
  gtk_widget_set_margin_end (arrow, PADDING_X);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), arrow);
  gtk_widget_set_focusable (content, TRUE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (content, controller);
  return content;
}

static void
mattra_choice_editor_init (MattraChoiceEditor *self)
{
  GtkWidget *content;

  self->label = MATTRA_PILL_LABEL (mattra_pill_label_new ());
  content = make_content (self);
  self->text = g_strdup ("");
  self->typed = g_string_new (NULL);
  self->list = MATTRA_WORD_LIST (mattra_word_list_new ());
  g_signal_connect (self->list, "picked", G_CALLBACK (on_picked), self);
  mattra_cell_editor_set_content (MATTRA_CELL_EDITOR (self), content, content);
  mattra_cell_editor_add_panel (MATTRA_CELL_EDITOR (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
}
