/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-date-editor.h"

#include <glib/gi18n-lib.h>

#include "mattra-date-chooser.h"
#include "mattra-fiscal.h"
#include "mattra-period.h"
#include "mattra-read-date.h"

struct _MattraDateEditor
{
  MattraTextEditor parent_instance;

  GtkMenuButton *button;
  GtkWidget *chooser;
};

G_DEFINE_FINAL_TYPE (MattraDateEditor, mattra_date_editor, MATTRA_TYPE_TEXT_EDITOR)

/**
 * mattra_date_editor_read:
 * @text: what was typed
 * @today: today: gives the fiscal year of a day without a year
 * @date: (out): the day
 *
 * Returns: whether @text is one day and nothing else, beyond doubt
 */
gboolean
mattra_date_editor_read (const char *text,
                         MattraDate  today,
                         MattraDate *date)
{
  MattraPeriod period = { MATTRA_PERIOD_NONE };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (mattra_read_date (text, date))
    return TRUE;
  if (!mattra_period_parse (text, mattra_fiscal_year_of (today), &period)
      || period.kind != MATTRA_PERIOD_DAY || period.asked)
    return FALSE;
  *date = period.start;
  return TRUE;
}

static gboolean
read_editor (MattraDateEditor *self,
             MattraDate       *date)
{
  MattraCellEditor *editor = MATTRA_CELL_EDITOR (self);
  g_autofree char *text = mattra_cell_editor_dup_text (editor);

  return mattra_date_editor_read (text, mattra_cell_editor_get_today (editor), date);
}

static char *
format (MattraDateEditor *self,
        MattraDate        date,
        MattraDateStyle   style)
{
  return mattra_date_format (date, style, mattra_cell_editor_get_digits (MATTRA_CELL_EDITOR (self)));
}

static char *
mattra_date_editor_dup_result (MattraCellEditor *editor)
{
  MattraDateEditor *self = MATTRA_DATE_EDITOR (editor);
  g_autofree char *text = NULL;
  MattraDate date;

  if (read_editor (self, &date))
    return format (self, date, MATTRA_DATE_SHORT);
  text = mattra_cell_editor_dup_text (editor);
  return g_strdup (g_strstrip (text));
}

static char *
mattra_date_editor_understand (MattraCellEditor *editor,
                               gboolean         *valid)
{
  g_autofree char *text = mattra_cell_editor_dup_text (editor);
  MattraDate date;

  if (*g_strstrip (text) == '\0')
    return NULL;
  if (read_editor (MATTRA_DATE_EDITOR (editor), &date))
    return format (MATTRA_DATE_EDITOR (editor), date, MATTRA_DATE_FORMAL);
  *valid = FALSE;
  return g_strdup (_("Not understood as a day; type one such as 9/12/2565, or choose it"));
}

static void
on_chosen (MattraDateChooser *chooser,
           MattraDateEditor  *self)
{
  g_autofree char *text = format (self, mattra_date_chooser_get_date (chooser), MATTRA_DATE_SHORT);

  mattra_text_editor_set_text (MATTRA_TEXT_EDITOR (self), text);
  gtk_menu_button_popdown (self->button);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  mattra_cell_editor_commit_later (MATTRA_CELL_EDITOR (self), MATTRA_CELL_MOVE_STAY);
}

static void
make_chooser (MattraDateEditor *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->chooser = mattra_date_chooser_new (mattra_cell_editor_get_today (MATTRA_CELL_EDITOR (self)));
  g_signal_connect (self->chooser, "chosen", G_CALLBACK (on_chosen), self);
  gtk_popover_set_child (GTK_POPOVER (popover), self->chooser);
  gtk_menu_button_set_popover (self->button, popover);
}

static void
on_popup (GtkMenuButton *button,
          gpointer       data)
{
  MattraDateEditor *self = data;
  MattraDate date;

  if (self->chooser == NULL)
    make_chooser (self);
  mattra_date_chooser_set_digits (MATTRA_DATE_CHOOSER (self->chooser),
                                  mattra_cell_editor_get_digits (MATTRA_CELL_EDITOR (self)));
  if (read_editor (self, &date))
    mattra_date_chooser_set_date (MATTRA_DATE_CHOOSER (self->chooser), date);
}

static gboolean
mattra_date_editor_key_pressed (MattraTextEditor *editor,
                                guint             keyval,
                                GdkModifierType   state)
{
  if (keyval != GDK_KEY_Down || state != GDK_ALT_MASK)
    return FALSE;
  gtk_menu_button_popup (MATTRA_DATE_EDITOR (editor)->button);
  return TRUE;
}

static void
mattra_date_editor_class_init (MattraDateEditorClass *klass)
{
  MattraCellEditorClass *editor_class = MATTRA_CELL_EDITOR_CLASS (klass);
  MattraTextEditorClass *text_class = MATTRA_TEXT_EDITOR_CLASS (klass);

  editor_class->dup_result = mattra_date_editor_dup_result;
  editor_class->understand = mattra_date_editor_understand;
  text_class->key_pressed = mattra_date_editor_key_pressed;
  text_class->single_line = TRUE;
}

static void
mattra_date_editor_init (MattraDateEditor *self)
{
  self->button = mattra_cell_editor_add_tool (MATTRA_CELL_EDITOR (self), "x-office-calendar-symbolic",
                                              _("Choose from the calendar (Alt+Down)"));
  gtk_menu_button_set_create_popup_func (self->button, on_popup, self, NULL);
}
