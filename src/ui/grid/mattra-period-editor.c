/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-period-editor.h"

#include <glib/gi18n-lib.h>

#include "mattra-fiscal.h"
#include "mattra-period-chooser.h"
#include "mattra-period.h"

struct _MattraPeriodEditor
{
  MattraTextEditor parent_instance;

  GtkMenuButton *button;
  MattraPeriodChooser *chooser;
};

G_DEFINE_FINAL_TYPE (MattraPeriodEditor, mattra_period_editor, MATTRA_TYPE_TEXT_EDITOR)

static void
read_editor (MattraPeriodEditor *self,
             MattraPeriod       *period)
{
  MattraCellEditor *editor = MATTRA_CELL_EDITOR (self);
  g_autofree char *text = mattra_cell_editor_dup_text (editor);

  *period = (MattraPeriod) { MATTRA_PERIOD_NONE };
  mattra_period_parse (text, mattra_fiscal_year_of (mattra_cell_editor_get_today (editor)), period);
}

/* As offices write it, so that the text is read as this very period again. */
static char *
write_period (MattraPeriodEditor *self,
              MattraDate          start,
              MattraDate          end)
{
  return mattra_date_format_range (start, end, MATTRA_DATE_SHORT,
                                   mattra_cell_editor_get_digits (MATTRA_CELL_EDITOR (self)));
}

static char *
mattra_period_editor_understand (MattraCellEditor *editor,
                                 gboolean         *valid)
{
  MattraPeriod period;
  g_autofree char *text = mattra_cell_editor_dup_text (editor);
  g_autofree char *written = NULL;

  if (*g_strstrip (text) == '\0')
    return NULL;
  read_editor (MATTRA_PERIOD_EDITOR (editor), &period);
  if (!mattra_date_is_set (period.start) && !mattra_date_is_set (period.end))
    return g_strdup (_("Not understood as a period; it is kept as typed"));
  written = write_period (MATTRA_PERIOD_EDITOR (editor), period.start, period.end);
  /* Translators: %s is a period of which it is not sure that it is meant. */
  return period.asked ? g_strdup_printf (_("Perhaps %s; please check"), written) : g_steal_pointer (&written);
}

static void
on_changed (MattraPeriodChooser *chooser,
            MattraPeriodEditor  *self)
{
  MattraDate start, end;
  g_autofree char *text = NULL;

  mattra_period_chooser_get_period (chooser, &start, &end);
  text = write_period (self, start, end);
  mattra_text_editor_set_text (MATTRA_TEXT_EDITOR (self), text);
}

static void
on_chosen (MattraPeriodChooser *chooser,
           MattraPeriodEditor  *self)
{
  gtk_menu_button_popdown (self->button);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
make_chooser (MattraPeriodEditor *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *chooser = mattra_period_chooser_new (mattra_cell_editor_get_today (MATTRA_CELL_EDITOR (self)));

  self->chooser = MATTRA_PERIOD_CHOOSER (chooser);
  g_signal_connect (chooser, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (chooser, "chosen", G_CALLBACK (on_chosen), self);
  gtk_popover_set_child (GTK_POPOVER (popover), chooser);
  gtk_menu_button_set_popover (self->button, popover);
}

static void
on_popup (GtkMenuButton *button,
          gpointer       data)
{
  MattraPeriodEditor *self = data;
  MattraPeriod period;

  if (self->chooser == NULL)
    make_chooser (self);
  read_editor (self, &period);
  mattra_period_chooser_set_digits (self->chooser, mattra_cell_editor_get_digits (MATTRA_CELL_EDITOR (self)));
  mattra_period_chooser_set_period (self->chooser, period.start, period.end);
}

static gboolean
mattra_period_editor_key_pressed (MattraTextEditor *editor,
                                  guint             keyval,
                                  GdkModifierType   state)
{
  if (keyval != GDK_KEY_Down || state != GDK_ALT_MASK)
    return FALSE;
  gtk_menu_button_popup (MATTRA_PERIOD_EDITOR (editor)->button);
  return TRUE;
}

static void
mattra_period_editor_class_init (MattraPeriodEditorClass *klass)
{
  MATTRA_CELL_EDITOR_CLASS (klass)->understand = mattra_period_editor_understand;
  MATTRA_TEXT_EDITOR_CLASS (klass)->key_pressed = mattra_period_editor_key_pressed;
}

static void
mattra_period_editor_init (MattraPeriodEditor *self)
{
  self->button = mattra_cell_editor_add_tool (MATTRA_CELL_EDITOR (self), "x-office-calendar-symbolic",
                                              _("Choose from the calendar (Alt+Down)"));
  gtk_menu_button_set_create_popup_func (self->button, on_popup, self, NULL);
}
