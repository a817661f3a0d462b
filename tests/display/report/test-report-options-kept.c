/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "mattra-print-form.h"
#include "mattra-report-columns.h"
#include "mattra-report-panel.h"
#include "mattra-report-signers.h"
#include "mattra-report-texts.h"
#include "picture.h"
#include "seek.h"
#include "window-desk.h"

/* Where the options of a report are kept: in the plan, for each year its own, after the window is closed; in a register
 * that cannot be written nowhere. */

#define NEXT_YEAR 2570

static GtkWidget *
find (Desk  *self,
      GType  type)
{
  GtkWidget *panel = seek (GTK_WIDGET (self->window), MATTRA_TYPE_REPORT_PANEL, NULL);

  return panel == NULL || type == MATTRA_TYPE_REPORT_PANEL ? panel : seek (panel, type, NULL);
}

static MattraPrintForm *
find_form (Desk *self)
{
  return MATTRA_PRINT_FORM (find (self, MATTRA_TYPE_PRINT_FORM));
}

static GtkWidget *
find_row (Desk       *self,
          const char *title)
{
  return seek (GTK_WIDGET (find_form (self)), ADW_TYPE_ACTION_ROW, title);
}

static GtkWidget *
find_switch (Desk       *self,
             const char *title)
{
  return seek (find_row (self, title), GTK_TYPE_SWITCH, NULL);
}

static MattraSettingText *
find_text (Desk       *self,
           const char *setting)
{
  return mattra_report_texts_find (MATTRA_REPORT_TEXTS (find (self, MATTRA_TYPE_REPORT_TEXTS)), setting);
}

static MattraOrderList *
find_columns (Desk *self)
{
  return mattra_report_columns_get_list (MATTRA_REPORT_COLUMNS (find (self, MATTRA_TYPE_REPORT_COLUMNS)));
}

static MattraOrderList *
find_signers (Desk *self)
{
  return mattra_report_signers_get_list (MATTRA_REPORT_SIGNERS (find (self, MATTRA_TYPE_REPORT_SIGNERS)));
}

static const MattraOrderItem *
get_item (MattraOrderList *list,
          guint            position)
{
  return g_ptr_array_index (mattra_order_list_get_items (list), position);
}

static const char *
get_setting (Desk       *self,
             const char *name)
{
  return mattra_plan_get_setting (mattra_session_get_plan (desk_session (self)), name);
}

static MattraReportPages *
find_pages (Desk *self)
{
  MattraReportPanel *panel = MATTRA_REPORT_PANEL (find (self, MATTRA_TYPE_REPORT_PANEL));

  return mattra_page_view_get_pages (mattra_report_panel_get_view (panel));
}

static gboolean
is_done (gpointer data)
{
  return mattra_report_pages_is_done (find_pages (data));
}

static void
finish (Desk *self)
{
  desk_wait (self);
  mattra_session_wait (desk_session (self));
  picture_wait (is_done, self);
}

static void
open_options (Desk     *self,
              gboolean  read_only)
{
  GtkWidget *panel = NULL;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1366, 768);
  gtk_window_present (GTK_WINDOW (self->window));
  desk_open (self, read_only);
  panel = find (self, MATTRA_TYPE_REPORT_PANEL);
  if (panel == NULL || !gtk_widget_get_mapped (panel))
    desk_act (self, "report");
  mattra_report_panel_set_options_shown (MATTRA_REPORT_PANEL (find (self, MATTRA_TYPE_REPORT_PANEL)), TRUE);
  picture_settle ();
  mattra_print_form_set_kind (find_form (self), "results");
  finish (self);
}

static void
set_digits (Desk  *self,
            guint  selected)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (self, "Digits")), selected);
  finish (self);
}

static MattraDigits
get_digits (Desk *self)
{
  g_autoptr (MattraPrintChoice) choice = mattra_print_form_get_choice (find_form (self));

  return choice->options.digits;
}

static void
write_text (Desk       *self,
            const char *setting,
            const char *text)
{
  mattra_setting_text_type (find_text (self, setting), text);
  mattra_setting_text_commit (find_text (self, setting));
  finish (self);
}

static void
assert_text (Desk       *self,
             const char *setting,
             const char *text)
{
  g_autofree char *shown = mattra_setting_text_dup_text (find_text (self, setting));

  g_assert_cmpstr (shown, ==, text);
}

static void
scroll_to_signers (Desk *self)
{
  GtkWidget *scrolled = seek (GTK_WIDGET (find_form (self)), GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  double y = 0;

  gtk_widget_translate_coordinates (find (self, MATTRA_TYPE_REPORT_SIGNERS), scrolled, 0, 0, NULL, &y);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y - 12);
  picture_settle ();
}

/* What a register that cannot be written has to change is dim; who signs, digits and day are chosen for this time. */
static void
test_read_only (Desk          *self,
                gconstpointer  data)
{
  static const struct { const char *title; gboolean writable; } rows[] = {
    { "Digits", TRUE }, { "Round", TRUE }, { "Division", TRUE }, { "With a Cover", FALSE },
    { "Signature Blocks", FALSE }, { "Line for the Day", FALSE },
  };
  g_autoptr (MattraPrintChoice) choice = NULL;
  g_autoptr (GPtrArray) buttons = NULL;
  g_autofree char *first = NULL;

  open_options (self, TRUE);
  g_assert_true (mattra_session_get_read_only (desk_session (self)));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (gtk_widget_is_sensitive (find_row (self, rows[i].title)), ==, rows[i].writable);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (find_text (self, "preface"))));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (find_columns (self))));
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (find_signers (self))));
  buttons = seek_all (GTK_WIDGET (find_signers (self)), GTK_TYPE_BUTTON, NULL);
  g_assert_cmpuint (buttons->len, >, 0);
  for (guint i = 0; i < buttons->len; i++)
    g_assert_false (gtk_widget_is_sensitive (g_ptr_array_index (buttons, i)));
  scroll_to_signers (self);
  picture_save_both (GTK_WIDGET (self->window), "report-options-read-only-en");

  first = g_strdup (get_item (find_signers (self), 0)->id);
  mattra_order_list_check (find_signers (self), first, FALSE);
  finish (self);
  set_digits (self, 1);
  choice = mattra_print_form_get_choice (find_form (self));
  g_assert_cmpuint (choice->unsigned_by->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (choice->unsigned_by, 0), ==, first);
  g_assert_cmpint (choice->options.digits, ==, MATTRA_DIGITS_WESTERN);
  g_assert_null (get_setting (self, "results/signers"));
  g_assert_null (get_setting (self, "results/digits"));
  g_assert_false (get_item (find_signers (self), 0)->checked);
}

/* The next time everybody signs again. */
static void
test_this_time (Desk          *self,
                gconstpointer  data)
{
  g_autofree char *first = NULL;

  open_options (self, TRUE);
  first = g_strdup (get_item (find_signers (self), 0)->id);
  mattra_order_list_check (find_signers (self), first, FALSE);
  finish (self);
  desk_close (self);
  desk_new_window (self);
  open_options (self, TRUE);
  g_assert_cmpstr (get_item (find_signers (self), 0)->id, ==, first);
  g_assert_true (get_item (find_signers (self), 0)->checked);
}

static gboolean
has_preface (gpointer data)
{
  return g_strcmp0 (get_setting (data, "results/preface"), "จากที่อื่น") == 0;
}

/* Somebody else's text comes to a window that only reads; what was chosen there for this time stays. */
static void
test_written_elsewhere (Desk          *self,
                        gconstpointer  data)
{
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (MattraPrintChoice) choice = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;

  open_options (self, TRUE);
  first = g_strdup (get_item (find_signers (self), 0)->id);
  mattra_order_list_check (find_signers (self), first, FALSE);
  set_digits (self, 1);
  store = mattra_store_open (self->path, FALSE, &error);
  g_assert_no_error (error);
  mattra_store_set_setting (store, mattra_plan_get_id (mattra_session_get_plan (desk_session (self))), "results/preface",
                            "จากที่อื่น", &error);
  g_assert_no_error (error);
  mattra_session_look (desk_session (self));
  picture_wait (has_preface, self);
  finish (self);
  assert_text (self, "preface", "จากที่อื่น");
  choice = mattra_print_form_get_choice (find_form (self));
  g_assert_cmpint (choice->options.digits, ==, MATTRA_DIGITS_WESTERN);
  g_assert_cmpuint (choice->unsigned_by->len, ==, 1);
}

static gboolean
insert_next (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  g_autoptr (MattraPlan) next = mattra_plan_new (NEXT_YEAR);

  return mattra_store_insert_plan (store, next, error);
}

static gboolean
shows_next (gpointer data)
{
  return mattra_plan_get_fiscal_year (mattra_session_get_plan (desk_session (data))) == NEXT_YEAR;
}

static gboolean
shows_first (gpointer data)
{
  return !shows_next (data);
}

static void
show_year (Desk     *self,
           gboolean  next)
{
  mattra_session_set_year (desk_session (self), next ? NEXT_YEAR : NEXT_YEAR - 1);
  picture_wait (next ? shows_next : shows_first, self);
  finish (self);
}

/* What one year's report is told is not told to another's; the form follows the year. */
static void
test_years (Desk          *self,
            gconstpointer  data)
{
  g_autofree char *proposed = NULL;
  g_autofree char *column = NULL;

  open_options (self, FALSE);
  column = g_strdup (get_item (find_columns (self), 0)->id);
  mattra_session_act_async (desk_session (self), "new-plan", NULL, insert_next, NULL, NULL, NULL, NULL);
  finish (self);
  show_year (self, FALSE);
  write_text (self, "preface", "ของปีแรก");
  set_digits (self, 1);
  mattra_order_list_check (find_columns (self), column, FALSE);
  finish (self);

  show_year (self, TRUE);
  g_assert_null (get_setting (self, "results/preface"));
  proposed = mattra_setting_text_dup_text (find_text (self, "preface"));
  g_assert_nonnull (strstr (proposed, "{ปีงบประมาณ}"));
  g_assert_cmpint (get_digits (self), ==, MATTRA_DIGITS_THAI);
  g_assert_true (get_item (find_columns (self), 0)->checked);
  write_text (self, "preface", "ของปีถัดไป");

  show_year (self, FALSE);
  assert_text (self, "preface", "ของปีแรก");
  g_assert_cmpint (get_digits (self), ==, MATTRA_DIGITS_WESTERN);
  g_assert_null (strstr (get_setting (self, "results/columns"), column));
  show_year (self, TRUE);
  assert_text (self, "preface", "ของปีถัดไป");
}

/* All of it is there again in a new window. */
static void
test_reopened (Desk          *self,
               gconstpointer  data)
{
  g_autofree char *column = NULL;
  g_autofree char *signer = NULL;
  g_autoptr (GPtrArray) movers = NULL;

  open_options (self, FALSE);
  write_text (self, "preface", "เสนอ {ปีงบประมาณ}");
  set_digits (self, 1);
  gtk_switch_set_active (GTK_SWITCH (find_switch (self, "With a Cover")), FALSE);
  gtk_switch_set_active (GTK_SWITCH (find_switch (self, "Line for the Day")), FALSE);
  finish (self);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (self, "Signature Blocks")), 1);
  finish (self);
  movers = seek_all (GTK_WIDGET (find_columns (self)), GTK_TYPE_BUTTON, NULL);
  g_assert_false (gtk_widget_is_sensitive (g_ptr_array_index (movers, 0)));
  g_assert_true (gtk_widget_is_sensitive (g_ptr_array_index (movers, 1)));
  column = g_strdup (get_item (find_columns (self), 0)->id);
  g_signal_emit_by_name (g_ptr_array_index (movers, 1), "clicked");
  finish (self);
  g_assert_cmpstr (get_item (find_columns (self), 1)->id, ==, column);
  g_clear_pointer (&column, g_free);
  column = g_strdup (get_item (find_columns (self), 2)->id);
  mattra_order_list_move (find_columns (self), column, 0);
  finish (self);
  signer = g_strdup (get_item (find_signers (self), 1)->id);
  mattra_order_list_move (find_signers (self), signer, 0);
  finish (self);
  desk_close (self);

  desk_new_window (self);
  open_options (self, FALSE);
  assert_text (self, "preface", "เสนอ {ปีงบประมาณ}");
  g_assert_cmpint (get_digits (self), ==, MATTRA_DIGITS_WESTERN);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (find_switch (self, "With a Cover"))));
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (find_switch (self, "Line for the Day"))));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (self, "Signature Blocks"))), ==, 1);
  g_assert_cmpstr (get_item (find_columns (self), 0)->id, ==, column);
  g_assert_cmpstr (get_item (find_signers (self), 0)->id, ==, signer);
}

/* What is being typed when the window is closed is written, as in the table. */
static void
test_closed_while_typing (Desk          *self,
                          gconstpointer  data)
{
  open_options (self, FALSE);
  mattra_setting_text_type (find_text (self, "preface"), "ยังพิมพ์อยู่");
  desk_close (self);
  desk_new_window (self);
  open_options (self, FALSE);
  assert_text (self, "preface", "ยังพิมพ์อยู่");
}

int
main (int    argc,
      char **argv)
{
  static const DeskTest tests[] = {
    { "read-only", test_read_only },
    { "this-time", test_this_time },
    { "written-elsewhere", test_written_elsewhere },
    { "years", test_years },
    { "reopened", test_reopened },
    { "closed-while-typing", test_closed_while_typing },
  };

  desk_init (&argc, &argv);
  return desk_run ("/report/options-kept", tests, G_N_ELEMENTS (tests));
}
