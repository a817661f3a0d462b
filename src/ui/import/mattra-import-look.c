/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-import-assistant-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-import-note-list.h"
#include "mattra-import-note.h"
#include "mattra-round-name.h"
#include "mattra-word-digits.h"

/* The page that shows what was read. */

/* Years that are offered besides the document's own. */
#define N_YEARS 8

static const MattraRound rounds[] = { MATTRA_ROUND_NONE, MATTRA_ROUND_FIRST_HALF, MATTRA_ROUND_FULL_YEAR };


/* The year that the table is of, B.E.; 0 where neither it nor the user says it. */
int
mattra_import_look_year (MattraImportAssistant *self)
{
  return self->wish.fiscal_year != 0 ? self->wish.fiscal_year
                                     : mattra_import_get_document (self->reading->import)->fiscal_year;
}

static void
offer_year (MattraImportAssistant *self,
            GtkStringList         *list,
            int                    year)
{
  g_autofree char *text = year > 0 ? mattra_digits_format (year, self->digits) : g_strdup (_("The table does not say"));

  gtk_string_list_append (list, text);
  g_array_append_val (self->years, year);
}

static void
show_years (MattraImportAssistant *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  int year = mattra_import_look_year (self);
  gboolean listed = FALSE;

  g_array_set_size (self->years, 0);
  for (int i = 0; i < N_YEARS; i++)
    listed |= year == self->this_year + 1 - i;
  if (!listed)
    offer_year (self, list, year);
  for (int i = 0; i < N_YEARS; i++)
    offer_year (self, list, self->this_year + 1 - i);
  adw_combo_row_set_model (self->year_row, G_LIST_MODEL (list));
  for (guint i = 0; i < self->years->len; i++)
    if (g_array_index (self->years, int, i) == year)
      adw_combo_row_set_selected (self->year_row, i);
}

static void
show_round (MattraImportAssistant *self)
{
  const MattraImportDocument *document = mattra_import_get_document (self->reading->import);

  gtk_widget_set_visible (GTK_WIDGET (self->round_row), document->is_report);
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    if (rounds[i] == document->round)
      adw_combo_row_set_selected (self->round_row, i);
}

static void
show_document (MattraImportAssistant *self)
{
  const MattraImportDocument *document = mattra_import_get_document (self->reading->import);
  g_autofree char *count = mattra_digits_format ((int) mattra_import_get_measures (self->reading->import)->len,
                                                 mattra_word_digits (self->digits));
  g_autofree char *subtitle = g_strdup_printf (_("%s measures"), count);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->document_row),
                                 document->organisation ? document->organisation : self->wish.name);
  adw_action_row_set_subtitle (self->document_row, subtitle);
  show_years (self);
  show_round (self);
}

/* The notes */

static void
note_chosen (GtkListView           *view,
             guint                  position,
             MattraImportAssistant *self)
{
  g_autoptr (MattraImportNote) note = g_list_model_get_item (G_LIST_MODEL (self->reading->notes), position);
  MattraMeasure *measure = mattra_import_note_get_measure (note);

  if (measure == NULL)
    return;
  if (self->narrow)
    adw_flap_set_reveal_flap (self->flap, FALSE);
  mattra_import_table_go_to (self->table, measure, mattra_import_note_get_field (note));
}

static void
show_notes (MattraImportAssistant *self)
{
  GListModel *notes = G_LIST_MODEL (self->reading->notes);
  guint n = g_list_model_get_n_items (notes);
  g_autofree char *count = mattra_digits_format ((int) n, mattra_word_digits (self->digits));
  g_autofree char *title = g_strdup_printf (_("To Check (%s)"), count);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (g_object_ref (notes));

  gtk_list_view_set_model (self->notes_view, GTK_SELECTION_MODEL (model));
  gtk_stack_set_visible_child_name (self->notes_stack, n > 0 ? "some" : "none");
  gtk_stack_page_set_title (self->notes_page, n > 0 ? title : _("To Check"));
}

static void
check_acceptable (MattraImportAssistant *self)
{
  const char *why = NULL;

  if (mattra_import_look_year (self) == 0)
    why = _("Choose the fiscal year: the table does not say it.");
  else if (self->reading->refusal)
    why = self->reading->refusal->message;
  mattra_import_assistant_say_error (self, why);
  gtk_widget_set_sensitive (self->accept_button, why == NULL);
}

/* Over a narrow table lies what has to be looked at, until the user puts it aside. */
static void
show_panel (MattraImportAssistant *self)
{
  gboolean asks = g_list_model_get_n_items (G_LIST_MODEL (self->reading->notes)) > 0
                  || !gtk_widget_get_sensitive (self->accept_button);

  if (self->narrow && asks)
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

/* Shows what was read. */
void
mattra_import_look_show (MattraImportAssistant *self)
{
  self->filling = TRUE;
  adw_window_title_set_subtitle (self->title, self->wish.name);
  mattra_import_table_set_reading (self->table, self->reading);
  mattra_import_columns_set_import (self->columns, self->reading->import);
  mattra_import_effect_set_acceptance (self->effect, self->reading->refusal ? NULL : &self->reading->acceptance,
                                       self->digits);
  show_document (self);
  mattra_import_target_show (self);
  show_notes (self);
  check_acceptable (self);
  mattra_import_assistant_show_page (self, "look");
  show_panel (self);
  self->filling = FALSE;
}

static void
fill_rounds (MattraImportAssistant *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("The table does not say"));
  for (guint i = 1; i < G_N_ELEMENTS (rounds); i++)
    gtk_string_list_take (list, mattra_round_name (rounds[i], self->digits));
  self->filling = TRUE;
  adw_combo_row_set_model (self->round_row, G_LIST_MODEL (list));
  self->filling = FALSE;
}

/* What the row of rounds offers at a place; the one that is not said where it offers nothing. */
MattraRound
mattra_import_look_round (guint place)
{
  return place < G_N_ELEMENTS (rounds) ? rounds[place] : MATTRA_ROUND_NONE;
}

/* Makes the page's parts that no template makes. */
void
mattra_import_look_set_up (MattraImportAssistant *self)
{
  self->table = MATTRA_IMPORT_TABLE (mattra_import_table_new (self->digits));
  adw_bin_set_child (self->table_bin, GTK_WIDGET (self->table));
  mattra_import_note_list_set_up (self->notes_view, self->digits);
  g_signal_connect (self->notes_view, "activate", G_CALLBACK (note_chosen), self);
  fill_rounds (self);
}
