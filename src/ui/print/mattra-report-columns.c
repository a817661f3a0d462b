/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-columns.h"

#include <glib/gi18n-lib.h>

#include "mattra-setting-act.h"

struct _MattraReportColumns
{
  AdwPreferencesGroup parent_instance;

  MattraSession *session;
  char *kind;
  GHashTable *n_columns; /* field to how many columns of the paper it is */
  GtkWidget *list;
  GtkWidget *reset;
};

G_DEFINE_FINAL_TYPE (MattraReportColumns, mattra_report_columns, ADW_TYPE_PREFERENCES_GROUP)

static MattraReportColumnChoice *
column_of (MattraReportColumns   *self,
           const MattraOrderItem *item)
{
  MattraReportColumnChoice *column = g_new0 (MattraReportColumnChoice, 1);

  column->field = g_strdup (item->id);
  column->shown = item->checked;
  column->width = item->width;
  column->n_columns = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_columns, item->id));
  return column;
}

static void
list_changed (MattraReportColumns *self)
{
  GPtrArray *items = mattra_order_list_get_items (MATTRA_ORDER_LIST (self->list));
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_report_column_choice_free);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (columns, column_of (self, g_ptr_array_index (items, i)));
  mattra_setting_act_columns (self->session, self->kind, columns);
}

static void
mattra_report_columns_dispose (GObject *object)
{
  g_clear_object (&MATTRA_REPORT_COLUMNS (object)->session);
  G_OBJECT_CLASS (mattra_report_columns_parent_class)->dispose (object);
}

static void
mattra_report_columns_finalize (GObject *object)
{
  MattraReportColumns *self = MATTRA_REPORT_COLUMNS (object);

  g_free (self->kind);
  g_hash_table_unref (self->n_columns);
  G_OBJECT_CLASS (mattra_report_columns_parent_class)->finalize (object);
}

static void
mattra_report_columns_class_init (MattraReportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_report_columns_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_report_columns_finalize;
}

static void
mattra_report_columns_init (MattraReportColumns *self)
{
  self->n_columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->list = mattra_order_list_new (_("Columns"), TRUE, 1);
  self->reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_tooltip_text (self->reset, _("Have the Usual Columns Again"));
  gtk_widget_add_css_class (self->reset, "flat");
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Columns"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("Widths in millimetres, stretched to the page"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->reset);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list);
  g_signal_connect_object (self->list, "changed", G_CALLBACK (list_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (mattra_report_columns_reset), self, G_CONNECT_SWAPPED);
}

/**
 * mattra_report_columns_show:
 * @self: the columns
 * @session: the session
 * @choices: what the register has for a kind
 *
 * Shows the columns of a kind.
 */
void
mattra_report_columns_show (MattraReportColumns       *self,
                            MattraSession             *session,
                            const MattraReportChoices *choices)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_order_item_free);

  g_return_if_fail (MATTRA_IS_REPORT_COLUMNS (self) && MATTRA_IS_SESSION (session) && choices != NULL);

  g_set_object (&self->session, session);
  g_free (self->kind);
  self->kind = g_strdup (choices->kind);
  g_hash_table_remove_all (self->n_columns);
  for (guint i = 0; i < choices->columns->len; i++)
    {
      const MattraReportColumnChoice *column = g_ptr_array_index (choices->columns, i);

      g_hash_table_replace (self->n_columns, g_strdup (column->field), GUINT_TO_POINTER (column->n_columns));
      g_ptr_array_add (items, mattra_order_item_new (column->field, column->head, NULL, column->shown, column->width));
    }
  mattra_order_list_set_items (MATTRA_ORDER_LIST (self->list), items);
  gtk_widget_set_sensitive (self->reset, choices->own_columns);
  mattra_setting_lock (GTK_WIDGET (self), session);
  gtk_widget_set_visible (GTK_WIDGET (self), items->len > 0);
}

/**
 * mattra_report_columns_get_list:
 * @self: the columns
 *
 * Returns: (transfer none): the list
 */
MattraOrderList *
mattra_report_columns_get_list (MattraReportColumns *self)
{
  g_return_val_if_fail (MATTRA_IS_REPORT_COLUMNS (self), NULL);

  return MATTRA_ORDER_LIST (self->list);
}

/**
 * mattra_report_columns_reset:
 * @self: the columns
 *
 * Has the usual columns again.
 */
void
mattra_report_columns_reset (MattraReportColumns *self)
{
  g_return_if_fail (MATTRA_IS_REPORT_COLUMNS (self) && self->session != NULL);

  mattra_setting_act_columns (self->session, self->kind, NULL);
}
