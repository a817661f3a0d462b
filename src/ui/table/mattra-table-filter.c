/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-table-filter.h"

#include <glib/gi18n-lib.h>

#include "mattra-indicator.h"
#include "mattra-status-look.h"

#define N_STATUSES (MATTRA_STATUS_CANCELLED + 1)

struct _MattraTableFilter
{
  GtkPopover parent_instance;

  GtkCheckButton *statuses[N_STATUSES];
  GtkDropDown *indicator;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (MattraTableFilter, mattra_table_filter, GTK_TYPE_POPOVER)

enum
{
  PROP_0,
  PROP_STATUSES,
  PROP_INDICATOR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
mattra_table_filter_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  MattraTableFilter *self = MATTRA_TABLE_FILTER (object);

  switch (property_id)
    {
    case PROP_STATUSES:
      g_value_set_uint (value, mattra_table_filter_get_statuses (self));
      break;
    case PROP_INDICATOR:
      g_value_set_int (value, mattra_table_filter_get_indicator (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mattra_table_filter_class_init (MattraTableFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mattra_table_filter_get_property;
  properties[PROP_STATUSES] = g_param_spec_uint ("statuses", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_INDICATOR] = g_param_spec_int ("indicator", NULL, NULL, 0, MATTRA_N_INDICATORS, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
notify_statuses (MattraTableFilter *self)
{
  if (!self->updating)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUSES]);
}

static void
notify_indicator (MattraTableFilter *self)
{
  if (!self->updating)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDICATOR]);
}

static GtkWidget *
new_head (const char *words)
{
  GtkWidget *head = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_widget_add_css_class (head, "heading");
  return head;
}

static void
build_statuses (MattraTableFilter *self,
                GtkBox            *box)
{
  gtk_box_append (box, new_head (_("Status")));
  for (int i = MATTRA_STATUS_NOT_STARTED; i < N_STATUSES; i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (mattra_status_look_word (i));

      self->statuses[i] = GTK_CHECK_BUTTON (button);
      g_signal_connect_object (button, "toggled", G_CALLBACK (notify_statuses), self, G_CONNECT_SWAPPED);
      gtk_box_append (box, button);
    }
}

static void
build_indicator (MattraTableFilter *self,
                 GtkBox            *box,
                 MattraDigits       digits)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *head = new_head (_("ITA indicator"));

  gtk_string_list_append (names, _("All indicators"));
  for (int i = 1; i <= MATTRA_N_INDICATORS; i++)
    {
      g_autofree char *number = mattra_digits_format (i, digits);

      gtk_string_list_take (names, g_strdup_printf ("%s %s", number, mattra_indicator_get_name (i)));
    }
  self->indicator = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_model (self->indicator, G_LIST_MODEL (names));
  g_signal_connect_object (self->indicator, "notify::selected", G_CALLBACK (notify_indicator), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_margin_top (head, 12);
  gtk_box_append (box, head);
  gtk_box_append (box, GTK_WIDGET (self->indicator));
}

static void
mattra_table_filter_init (MattraTableFilter *self)
{
}

/**
 * mattra_table_filter_new:
 * @digits: the script of the indicators' numbers
 *
 * Returns: (transfer floating): a popover that lets everything through
 */
GtkWidget *
mattra_table_filter_new (MattraDigits digits)
{
  MattraTableFilter *self = g_object_new (MATTRA_TYPE_TABLE_FILTER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  build_statuses (self, GTK_BOX (box));
  build_indicator (self, GTK_BOX (box), digits);
  gtk_widget_add_css_class (box, "mattra-filter");
  gtk_popover_set_child (GTK_POPOVER (self), box);
  return GTK_WIDGET (self);
}

/**
 * mattra_table_filter_get_statuses:
 * @self: a filter
 *
 * Returns: bits 1 << #MattraStatus of what is let through; 0 for all
 */
guint
mattra_table_filter_get_statuses (MattraTableFilter *self)
{
  guint mask = 0;

  g_return_val_if_fail (MATTRA_IS_TABLE_FILTER (self), 0);

  for (guint i = MATTRA_STATUS_NOT_STARTED; i < N_STATUSES; i++)
    if (gtk_check_button_get_active (self->statuses[i]))
      mask |= 1u << i;
  return mask;
}

/**
 * mattra_table_filter_get_indicator:
 * @self: a filter
 *
 * Returns: the ITA indicator that is let through; 0 for all
 */
int
mattra_table_filter_get_indicator (MattraTableFilter *self)
{
  g_return_val_if_fail (MATTRA_IS_TABLE_FILTER (self), 0);

  return (int) gtk_drop_down_get_selected (self->indicator);
}

/**
 * mattra_table_filter_set:
 * @self: a filter
 * @statuses: bits 1 << #MattraStatus; 0 for all
 * @indicator: an ITA indicator; 0 for all
 *
 * Sets what is let through; both properties notify.
 */
void
mattra_table_filter_set (MattraTableFilter *self,
                         guint              statuses,
                         int                indicator)
{
  g_return_if_fail (MATTRA_IS_TABLE_FILTER (self));

  self->updating = TRUE;
  for (guint i = MATTRA_STATUS_NOT_STARTED; i < N_STATUSES; i++)
    gtk_check_button_set_active (self->statuses[i], (statuses & (1u << i)) != 0);
  gtk_drop_down_set_selected (self->indicator, (guint) CLAMP (indicator, 0, MATTRA_N_INDICATORS));
  self->updating = FALSE;
  notify_statuses (self);
  notify_indicator (self);
}

/**
 * mattra_table_filter_describe:
 * @self: a filter
 *
 * Returns: (transfer full) (nullable): what is let through, in words; %NULL if everything is
 */
char *
mattra_table_filter_describe (MattraTableFilter *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint mask = mattra_table_filter_get_statuses (self);

  for (guint i = MATTRA_STATUS_NOT_STARTED; i < N_STATUSES; i++)
    if (mask & (1u << i))
      g_string_append_printf (words, "%s%s", words->len > 0 ? C_("between names", ", ") : "",
                              mattra_status_look_word (i));
  if (mattra_table_filter_get_indicator (self) > 0)
    {
      GtkStringObject *name = gtk_drop_down_get_selected_item (self->indicator);

      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "",
                              gtk_string_object_get_string (name));
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}
