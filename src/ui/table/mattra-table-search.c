/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-page-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-word-digits.h"

static MattraDigits
get_digits (MattraTablePage *self)
{
  return (MattraDigits) g_settings_get_enum (self->settings, "digits");
}

/**
 * mattra_table_page_is_filtered:
 * @self: a table of measures
 *
 * Returns: whether search or filters leave measures out
 */
gboolean
mattra_table_page_is_filtered (MattraTablePage *self)
{
  const MattraFilter *filter = mattra_session_get_filter (self->session);

  return *mattra_table_page_get_search (self) != '\0' || filter->statuses != 0 || filter->indicator != 0
         || filter->groups != 0 || filter->years != 0;
}

static guint
count_all (MattraTablePage *self)
{
  MattraProgress progress = { 0 };
  const char *division = mattra_session_get_division (self->session);
  MattraSmartList list = mattra_session_get_list (self->session);

  if (division == NULL)
    return mattra_session_get_list_count (self->session, list);
  mattra_session_get_progress (self->session, division, &progress);
  return progress.n_measures;
}

/**
 * mattra_table_page_show_hits:
 * @self: a table of measures
 *
 * Says how many of how many measures are shown, while not all are.
 */
void
mattra_table_page_show_hits (MattraTablePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  MattraDigits digits = mattra_word_digits (get_digits (self));
  g_autofree char *shown = mattra_digits_format ((int) n, digits);
  g_autofree char *all = mattra_digits_format ((int) MAX (count_all (self), n), digits);
  g_autofree char *filters = mattra_table_filter_describe (mattra_session_get_filter (self->session), digits);
  g_autofree char *count = g_strdup_printf (_("%s of %s measures"), shown, all);
  g_autofree char *words = g_strjoin (" · ", count, filters, NULL);

  gtk_label_set_text (self->hits, words);
  /* Where nothing is left, the page in place of the table says so and what to do. */
  gtk_widget_set_visible (self->hits_line, n > 0 && mattra_table_page_is_filtered (self));
}

static void
search_changed (MattraTablePage *self)
{
  mattra_measure_list_set_search (self->list, mattra_table_page_get_search (self));
  mattra_table_page_show_hits (self);
}

static void
filters_changed (MattraTablePage *self)
{
  MattraFilter filter = *mattra_session_get_filter (self->session);

  filter.statuses = mattra_table_filter_get_statuses (self->filters);
  filter.indicator = mattra_table_filter_get_indicator (self->filters);
  filter.groups = mattra_table_filter_get_groups (self->filters);
  filter.years = mattra_table_filter_get_years (self->filters);
  mattra_session_set_filter (self->session, &filter);
}

/**
 * mattra_table_page_take_filter:
 * @self: a table of measures
 *
 * Shows what is let through.
 */
void
mattra_table_page_take_filter (MattraTablePage *self)
{
  if (self->filters)
    mattra_table_filter_set (self->filters, mattra_session_get_filter (self->session));
  mattra_table_page_show_hits (self);
}

static void
ensure_filters (MattraTablePage *self)
{
  if (self->filters)
    return;
  self->filters = MATTRA_TABLE_FILTER (mattra_table_filter_new (get_digits (self)));
  mattra_table_filter_set (self->filters, mattra_session_get_filter (self->session));
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (filters_changed), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->filter, GTK_WIDGET (self->filters));
}

static void
make_popover (GtkMenuButton *button,
              gpointer       user_data)
{
  ensure_filters (MATTRA_TABLE_PAGE (user_data));
}

static void
stop_search (MattraTablePage *self)
{
  mattra_table_page_set_search (self, "");
  mattra_table_page_set_search_shown (self, FALSE);
}

static void
search_to_grid (MattraTablePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
search_mode_changed (MattraTablePage *self)
{
  gboolean shown = gtk_search_bar_get_search_mode (self->search_bar);

  if (!shown)
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  g_object_notify (G_OBJECT (self), "search-shown");
}

/**
 * mattra_table_page_init_search:
 * @self: a table of measures with its template
 *
 * Connects what stands above the table.
 */
void
mattra_table_page_init_search (MattraTablePage *self)
{
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search));
  gtk_menu_button_set_create_popup_func (self->filter, make_popover, self, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), "table.clear-filters");
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (stop_search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_to_grid), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "notify::search-mode-enabled",
                           G_CALLBACK (search_mode_changed), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_table_page_get_filter:
 * @self: a table of measures
 *
 * Returns: (transfer none): the filter above it
 */
MattraTableFilter *
mattra_table_page_get_filter (MattraTablePage *self)
{
  g_return_val_if_fail (MATTRA_IS_TABLE_PAGE (self), NULL);

  ensure_filters (self);
  return self->filters;
}

/**
 * mattra_table_page_get_search_shown:
 * @self: a table of measures
 *
 * Returns: whether one can search
 */
gboolean
mattra_table_page_get_search_shown (MattraTablePage *self)
{
  g_return_val_if_fail (MATTRA_IS_TABLE_PAGE (self), FALSE);

  return gtk_search_bar_get_search_mode (self->search_bar);
}

/**
 * mattra_table_page_set_search_shown:
 * @self: a table of measures
 * @shown: whether one can search
 *
 * Shows or hides the search; shown, it takes the focus.
 */
void
mattra_table_page_set_search_shown (MattraTablePage *self,
                                    gboolean         shown)
{
  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self));

  if (shown)
    mattra_table_page_raise (self);
  gtk_search_bar_set_search_mode (self->search_bar, shown);
  if (shown)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * mattra_table_page_get_search:
 * @self: a table of measures
 *
 * Returns: (transfer none): what is searched for
 */
const char *
mattra_table_page_get_search (MattraTablePage *self)
{
  g_return_val_if_fail (MATTRA_IS_TABLE_PAGE (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/**
 * mattra_table_page_set_search:
 * @self: a table of measures
 * @text: what is searched for; nothing shows all
 */
void
mattra_table_page_set_search (MattraTablePage *self,
                              const char      *text)
{
  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self) && text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  search_changed (self);
}

/**
 * mattra_table_page_clear_filters:
 * @self: a table of measures
 *
 * Searches for nothing and lets everything through.
 */
void
mattra_table_page_clear_filters (MattraTablePage *self)
{
  MattraFilter filter;

  g_return_if_fail (MATTRA_IS_TABLE_PAGE (self));

  mattra_table_page_set_search (self, "");
  filter = *mattra_session_get_filter (self->session);
  filter.statuses = filter.groups = filter.years = 0;
  filter.indicator = 0;
  mattra_session_set_filter (self->session, &filter);
}
