/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-empty.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *icon;
  const char *title;
  const char *description;
  const char *step;
  const char *action;
  const char *other; /* another thing to do, less often what is wanted */
  const char *other_action;
} Emptiness;

static const Emptiness empty_search = {
  "edit-find-symbolic", N_("Nothing matches"),
  N_("No measure here matches the search and filters."), N_("Show All"), "table.clear-filters", NULL, NULL
};

static const Emptiness empty_list[MATTRA_N_SMART_LISTS] = {
  [MATTRA_LIST_ALL] = { "view-list-symbolic", N_("No measures yet"),
                        N_("Take them from last year's table, or write the first one."),
                        N_("New Measure"), "table.new-measure", N_("Import Table…"), "app.import" },
  [MATTRA_LIST_OVERDUE] = { "object-select-symbolic", N_("Nothing is overdue"), NULL,
                            N_("Show All Measures"), "table.show-all", NULL, NULL },
  [MATTRA_LIST_DUE_SOON] = { "object-select-symbolic", N_("Nothing is due soon"), NULL,
                             N_("Show All Measures"), "table.show-all", NULL, NULL },
  [MATTRA_LIST_NO_RESULT] = { "object-select-symbolic", N_("Every measure has a result"), NULL,
                              N_("Show All Measures"), "table.show-all", NULL, NULL },
  [MATTRA_LIST_RETURNED] = { "object-select-symbolic", N_("Nothing was returned"), NULL,
                             N_("Show All Measures"), "table.show-all", NULL, NULL },
  [MATTRA_LIST_SUBMITTED] = { "object-select-symbolic", N_("Nothing waits for approval"), NULL,
                              N_("Show All Measures"), "table.show-all", NULL, NULL },
  [MATTRA_LIST_CHANGED] = { "object-select-symbolic", N_("Nothing was changed after its approval"), NULL,
                            N_("Show All Measures"), "table.show-all", NULL, NULL },
};

static const Emptiness empty_division = {
  "view-list-symbolic", N_("No measure for this division"),
  N_("A measure stands here as soon as the division is among those responsible."),
  N_("New Measure"), "table.new-measure", N_("Import Table…"), "app.import"
};

/* Where nothing can be written. */
static const Emptiness closed_division = {
  "view-list-symbolic", N_("No measure for this division"), NULL, N_("Show All Measures"), "table.show-all", NULL, NULL
};
static const Emptiness closed_register = {
  "view-list-symbolic", N_("No measures yet"), NULL, NULL, NULL, NULL, NULL
};

static const Emptiness *
find_emptiness (gboolean        filtered,
                MattraSmartList list,
                gboolean        of_division,
                gboolean        read_only)
{
  if (filtered)
    return &empty_search;
  if (of_division && list == MATTRA_LIST_ALL)
    return read_only ? &closed_division : &empty_division;
  if (read_only && list == MATTRA_LIST_ALL)
    return &closed_register;
  return &empty_list[list];
}

static void
offer (GtkButton  *button,
       const char *label,
       const char *action)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  gtk_button_set_label (button, label ? _(label) : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

/**
 * mattra_table_empty_explain:
 * @page: the page that stands in place of the table
 * @next_step: the first button on it
 * @other_step: the second button
 * @filtered: a search or filter is on
 * @list: the smart list that is shown
 * @of_division: a division's measures are shown
 * @read_only: nothing can be written
 *
 * Tells why there is no measure, and gives the buttons what can be done next.
 */
void
mattra_table_empty_explain (AdwStatusPage   *page,
                            GtkButton       *next_step,
                            GtkButton       *other_step,
                            gboolean         filtered,
                            MattraSmartList  list,
                            gboolean         of_division,
                            gboolean         read_only)
{
  const Emptiness *why = NULL;

  g_return_if_fail (ADW_IS_STATUS_PAGE (page) && GTK_IS_BUTTON (next_step) && GTK_IS_BUTTON (other_step));

  why = find_emptiness (filtered, list, of_division, read_only);
  adw_status_page_set_icon_name (page, why->icon);
  adw_status_page_set_title (page, _(why->title));
  adw_status_page_set_description (page, why->description ? _(why->description) : NULL);
  offer (next_step, why->step, why->action);
  offer (other_step, why->other, why->other_action);
}
