/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-editor.h"

#include <string.h>

#include "mattra-text.h"
#include "mattra-word-list.h"

#define MATCHES_MAX 8

struct _MattraPeopleEditor
{
  MattraTextEditor parent_instance;

  MattraWordList *list;
  char **names;
};

G_DEFINE_FINAL_TYPE (MattraPeopleEditor, mattra_people_editor, MATTRA_TYPE_TEXT_EDITOR)

static gboolean
has_line (const char *text,
          const char *line)
{
  gsize length = strlen (line);

  for (const char *p = strstr (text, line); p != NULL; p = strstr (p + 1, line))
    if ((p == text || p[-1] == '\n') && (p[length] == '\0' || p[length] == '\n'))
      return TRUE;
  return FALSE;
}

static void
add_matches (GStrvBuilder      *matches,
             guint             *n_left,
             const char *const *names,
             const char        *folded,
             const char        *taken,
             gboolean           at_start)
{
  for (guint i = 0; names[i] != NULL && *n_left > 0; i++)
    {
      g_autofree char *name = mattra_text_fold_search (names[i]);
      const char *found = strstr (name, folded);

      if (found == NULL || (found == name) != at_start || has_line (taken, names[i]))
        continue;
      g_strv_builder_add (matches, names[i]);
      (*n_left)--;
    }
}

/**
 * mattra_people_matches:
 * @names: (array zero-terminated=1): all names
 * @typed: the beginning of a name, or of a word inside it: a title before the name need not be typed
 * @taken: lines with names that are not offered any more
 * @n_max: how many are wanted
 *
 * Finds names however their digits, tone marks and spaces are typed; those that begin so come first.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names that fit, in their order
 */
char **
mattra_people_matches (const char *const *names,
                       const char        *typed,
                       const char        *taken,
                       guint              n_max)
{
  g_autoptr (GStrvBuilder) matches = g_strv_builder_new ();
  g_autofree char *folded = NULL;

  g_return_val_if_fail (names != NULL && typed != NULL && taken != NULL, NULL);

  folded = mattra_text_fold_search (typed);
  if (*folded != '\0')
    {
      add_matches (matches, &n_max, names, folded, taken, TRUE);
      add_matches (matches, &n_max, names, folded, taken, FALSE);
    }
  return g_strv_builder_end (matches);
}

static void
hide_list (MattraPeopleEditor *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
}

static void
on_text_changed (MattraPeopleEditor *self)
{
  g_autofree char *text = mattra_cell_editor_dup_text (MATTRA_CELL_EDITOR (self));
  g_autofree char *line = NULL;
  g_auto (GStrv) matches = NULL;

  if (self->names == NULL)
    return;
  mattra_text_editor_get_line (MATTRA_TEXT_EDITOR (self), &line);
  matches = mattra_people_matches ((const char *const *) self->names, line, text, MATCHES_MAX);
  mattra_word_list_set_words (self->list, (const char *const *) matches, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), matches[0] != NULL);
}

static void
take_marked (MattraPeopleEditor *self)
{
  g_autofree char *name = g_strdup (mattra_word_list_get_marked (self->list));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (mattra_text_editor_get_view (MATTRA_TEXT_EDITOR (self)));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  gtk_text_iter_set_line_offset (&start, 0);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_select_range (buffer, &end, &start);
  mattra_text_editor_insert (MATTRA_TEXT_EDITOR (self), name);
  hide_list (self);
}

static gboolean
mattra_people_editor_key_pressed (MattraTextEditor *editor,
                                  guint             keyval,
                                  GdkModifierType   state)
{
  MattraPeopleEditor *self = MATTRA_PEOPLE_EDITOR (editor);

  if (state != 0 || !gtk_widget_get_visible (GTK_WIDGET (self->list)))
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    {
      hide_list (self);
      return TRUE;
    }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_Tab) && mattra_word_list_get_index (self->list) >= 0)
    {
      take_marked (self);
      return TRUE;
    }
  return (keyval == GDK_KEY_Down || keyval == GDK_KEY_Up) && mattra_word_list_move (self->list, keyval);
}

static void
mattra_people_editor_set_choices (MattraCellEditor     *editor,
                                  const char *const    *choices,
                                  const MattraWordMark *marks)
{
  MattraPeopleEditor *self = MATTRA_PEOPLE_EDITOR (editor);

  g_strfreev (self->names);
  self->names = g_strdupv ((char **) choices);
}

static void
mattra_people_editor_finalize (GObject *object)
{
  g_clear_pointer (&MATTRA_PEOPLE_EDITOR (object)->names, g_strfreev);

  G_OBJECT_CLASS (mattra_people_editor_parent_class)->finalize (object);
}

static void
mattra_people_editor_class_init (MattraPeopleEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mattra_people_editor_finalize;
  MATTRA_CELL_EDITOR_CLASS (klass)->set_choices = mattra_people_editor_set_choices;
  MATTRA_TEXT_EDITOR_CLASS (klass)->key_pressed = mattra_people_editor_key_pressed;
}

static void
mattra_people_editor_init (MattraPeopleEditor *self)
{
  self->list = MATTRA_WORD_LIST (mattra_word_list_new ());
  g_signal_connect_swapped (self->list, "picked", G_CALLBACK (take_marked), self);
  g_signal_connect (self, "text-changed", G_CALLBACK (on_text_changed), NULL);
  mattra_cell_editor_add_panel (MATTRA_CELL_EDITOR (self), GTK_WIDGET (self->list));
  hide_list (self);
}
