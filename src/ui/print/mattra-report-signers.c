/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-signers.h"

#include <glib/gi18n-lib.h>

#include "mattra-report-choices.h"
#include "mattra-setting-act.h"

struct _MattraReportSigners
{
  AdwPreferencesGroup parent_instance;

  MattraSession *session;
  char *kind;
  GHashTable *left_out; /* ULIDs, this time; only where the register cannot be written */
  GtkWidget *list;
  GtkWidget *reset;
  AdwComboRow *per_row;
  GtkWidget *date_row;
  GtkWidget *date_line;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (MattraReportSigners, mattra_report_signers, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_kept (MattraReportSigners *self,
          MattraPlan          *plan,
          const char          *setting)
{
  return mattra_plan_get_kind_setting (plan, self->kind, setting);
}

/* Acts */

static void
written (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MattraReportSigners) self = user_data;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, NULL, NULL))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
keep (MattraReportSigners *self,
      const char          *setting,
      const char          *value)
{
  mattra_setting_act (self->session, "set-report-signers", self->kind, setting, value, written, g_object_ref (self));
}

static void
leave_out_this_time (MattraReportSigners *self)
{
  GPtrArray *items = mattra_order_list_get_items (MATTRA_ORDER_LIST (self->list));

  g_hash_table_remove_all (self->left_out);
  for (guint i = 0; i < items->len; i++)
    {
      const MattraOrderItem *item = g_ptr_array_index (items, i);

      if (!item->checked)
        g_hash_table_add (self->left_out, g_strdup (item->id));
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
list_changed (MattraReportSigners *self)
{
  GPtrArray *items = mattra_order_list_get_items (MATTRA_ORDER_LIST (self->list));
  g_autoptr (GString) value = g_string_new (NULL);

  if (!mattra_session_may (self->session, MATTRA_ACTION_SETTINGS))
    {
      leave_out_this_time (self);
      return;
    }
  for (guint i = 0; i < items->len; i++)
    {
      const MattraOrderItem *item = g_ptr_array_index (items, i);

      if (item->checked)
        g_string_append_printf (value, "%s%s", value->len > 0 ? "," : "", item->id);
    }
  keep (self, MATTRA_SETTING_KIND_SIGNERS, value->len > 0 ? value->str : MATTRA_SETTING_NONE);
}

static void
reset (MattraReportSigners *self)
{
  keep (self, MATTRA_SETTING_KIND_SIGNERS, NULL);
}

static void
per_row_changed (MattraReportSigners *self)
{
  if (!self->filling)
    keep (self, MATTRA_SETTING_KIND_BLOCKS, adw_combo_row_get_selected (self->per_row) == 1 ? "1" : "2");
}

static void
date_line_changed (MattraReportSigners *self)
{
  MattraPlan *plan = mattra_session_get_plan (self->session);
  gboolean none_anywhere = g_strcmp0 (mattra_plan_get_setting (plan, MATTRA_SETTING_KIND_DATE_LINE),
                                      MATTRA_SETTING_NONE) == 0;

  /* Where no paper has the line, an empty setting is this one's own. */
  if (!self->filling)
    keep (self, MATTRA_SETTING_KIND_DATE_LINE,
          !gtk_switch_get_active (GTK_SWITCH (self->date_line)) ? MATTRA_SETTING_NONE : none_anywhere ? "" : NULL);
}

/* The group */

static void
mattra_report_signers_dispose (GObject *object)
{
  g_clear_object (&MATTRA_REPORT_SIGNERS (object)->session);
  G_OBJECT_CLASS (mattra_report_signers_parent_class)->dispose (object);
}

static void
mattra_report_signers_finalize (GObject *object)
{
  MattraReportSigners *self = MATTRA_REPORT_SIGNERS (object);

  g_free (self->kind);
  g_hash_table_unref (self->left_out);
  G_OBJECT_CLASS (mattra_report_signers_parent_class)->finalize (object);
}

static void
mattra_report_signers_class_init (MattraReportSignersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_report_signers_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_report_signers_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MATTRA_TYPE_REPORT_SIGNERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
add_reset (MattraReportSigners *self)
{
  self->reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_tooltip_text (self->reset, _("Have Everybody Sign Who Has a Role and Is in Office"));
  gtk_widget_add_css_class (self->reset, "flat");
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->reset);
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (reset), self, G_CONNECT_SWAPPED);
}

static void
add_look (MattraReportSigners *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _("Two Side by Side"));
  gtk_string_list_append (words, _("One Below the Other"));
  self->per_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->per_row), _("Signature Blocks"));
  adw_combo_row_set_model (self->per_row, G_LIST_MODEL (words));
  self->date_line = gtk_switch_new ();
  self->date_row = adw_action_row_new ();
  gtk_widget_set_valign (self->date_line, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date_row), _("Line for the Day"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->date_row), self->date_line);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->date_row), self->date_line);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->per_row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->date_row);
  g_signal_connect_object (self->per_row, "notify::selected", G_CALLBACK (per_row_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date_line, "notify::active", G_CALLBACK (date_line_changed), self, G_CONNECT_SWAPPED);
}

static void
mattra_report_signers_init (MattraReportSigners *self)
{
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->list = mattra_order_list_new (_("Signed By"), FALSE, 0);
  gtk_widget_set_margin_top (self->list, 12);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Signed By"));
  add_reset (self);
  add_look (self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list);
  g_signal_connect_object (self->list, "changed", G_CALLBACK (list_changed), self, G_CONNECT_SWAPPED);
}

static void
add_person (MattraReportSigners *self,
            GPtrArray           *items,
            const MattraSigner  *signer,
            gboolean             signs)
{
  g_autofree char *both = g_strjoin (" · ", signer->role && *signer->role ? signer->role : "–", signer->post, NULL);
  gboolean left_out = g_hash_table_contains (self->left_out, signer->id);

  g_ptr_array_add (items, mattra_order_item_new (signer->id, signer->name ? signer->name : "", both, signs && !left_out,
                                                 0));
}

/* Those who sign, in their order, then everybody else. */
static GPtrArray *
list_people (MattraReportSigners     *self,
             MattraPlan              *plan,
             const MattraPrintChoice *choice)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_order_item_free);
  g_autoptr (GPtrArray) signers = mattra_print_choice_list_signers (choice, plan);
  GPtrArray *all = mattra_plan_get_signers (plan);

  for (guint i = 0; i < signers->len; i++)
    add_person (self, items, g_ptr_array_index (signers, i), TRUE);
  for (guint i = 0; i < all->len && mattra_session_may (self->session, MATTRA_ACTION_SETTINGS); i++)
    if (!g_ptr_array_find (signers, g_ptr_array_index (all, i), NULL))
      add_person (self, items, g_ptr_array_index (all, i), FALSE);
  return items;
}

static void
show_look (MattraReportSigners *self,
           MattraPlan          *plan)
{
  gboolean pairs = (mattra_report_get_parts (self->kind) & MATTRA_REPORT_HAS_PAIRS) != 0;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->per_row, g_strcmp0 (get_kept (self, plan, MATTRA_SETTING_KIND_BLOCKS), "1") == 0);
  gtk_switch_set_active (GTK_SWITCH (self->date_line),
                         g_strcmp0 (get_kept (self, plan, MATTRA_SETTING_KIND_DATE_LINE), MATTRA_SETTING_NONE) != 0);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->per_row), pairs);
  gtk_widget_set_visible (self->date_row, pairs);
  mattra_setting_lock (GTK_WIDGET (self->per_row), self->session);
  mattra_setting_lock (self->date_row, self->session);
}

/**
 * mattra_report_signers_show:
 * @self: the group
 * @session: the session
 * @choice: what is printed: one kind
 *
 * Shows who signs on the day of the report: posts change hands.
 */
void
mattra_report_signers_show (MattraReportSigners     *self,
                            MattraSession           *session,
                            const MattraPrintChoice *choice)
{
  MattraPlan *plan;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *setting = NULL;

  g_return_if_fail (MATTRA_IS_REPORT_SIGNERS (self) && MATTRA_IS_SESSION (session) && choice != NULL);

  g_set_object (&self->session, session);
  plan = mattra_session_get_plan (session);
  if (g_strcmp0 (self->kind, choice->options.kind) != 0)
    g_hash_table_remove_all (self->left_out);
  g_free (self->kind);
  self->kind = g_strdup (choice->options.kind);
  items = list_people (self, plan, choice);
  mattra_order_list_set_items (MATTRA_ORDER_LIST (self->list), items);
  mattra_order_list_set_fixed (MATTRA_ORDER_LIST (self->list), !mattra_session_may (session, MATTRA_ACTION_SETTINGS));
  gtk_widget_set_visible (self->list, items->len > 0);
  setting = mattra_report_setting_name (plan, self->kind, MATTRA_SETTING_KIND_SIGNERS);
  gtk_widget_set_sensitive (self->reset, mattra_plan_get_setting (plan, setting) != NULL
                                           && mattra_session_may (session, MATTRA_ACTION_SETTINGS));
  show_look (self, plan);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), items->len > 0
    ? _("As kept under people and posts for the day of the report")
    : _("Nobody is named for this day: the paper leaves room for names and signatures by hand"));
  gtk_widget_set_visible (GTK_WIDGET (self), (mattra_report_get_parts (self->kind) & MATTRA_REPORT_HAS_SIGNERS) != 0);
}

/**
 * mattra_report_signers_leave_out:
 * @self: the group
 * @choice: what is printed
 *
 * Adds to the choice who is left out this time.
 */
void
mattra_report_signers_leave_out (MattraReportSigners *self,
                                 MattraPrintChoice   *choice)
{
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (MATTRA_IS_REPORT_SIGNERS (self) && choice != NULL);

  g_hash_table_iter_init (&iter, self->left_out);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (choice->unsigned_by, g_strdup (id));
}

/**
 * mattra_report_signers_set_left_out:
 * @self: the group
 * @choice: what is printed
 *
 * Takes over who is left out this time. The group shows it when it is shown for the kind of @choice.
 */
void
mattra_report_signers_set_left_out (MattraReportSigners     *self,
                                    const MattraPrintChoice *choice)
{
  g_return_if_fail (MATTRA_IS_REPORT_SIGNERS (self) && choice != NULL);

  g_hash_table_remove_all (self->left_out);
  for (guint i = 0; i < choice->unsigned_by->len; i++)
    g_hash_table_add (self->left_out, g_strdup (g_ptr_array_index (choice->unsigned_by, i)));
  g_free (self->kind);
  self->kind = g_strdup (choice->options.kind);
}

/**
 * mattra_report_signers_get_list:
 * @self: the group
 *
 * Returns: (transfer none): the list
 */
MattraOrderList *
mattra_report_signers_get_list (MattraReportSigners *self)
{
  g_return_val_if_fail (MATTRA_IS_REPORT_SIGNERS (self), NULL);

  return MATTRA_ORDER_LIST (self->list);
}
