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
#include "sample-desk.h"
#include "seek.h"

/* The options of the report panel: each change is an act, shows on the pages, and is there again. */

static void
set_up (SampleDesk    *self,
        gconstpointer  data)
{
  sample_desk_init (self, (MattraApplication *) data);
}

static void
tear_down (SampleDesk    *self,
           gconstpointer  data)
{
  sample_desk_clear (self);
}

static GtkWidget *
find (SampleDesk *self,
      GType       type)
{
  GtkWidget *panel = seek (GTK_WIDGET (self->window), MATTRA_TYPE_REPORT_PANEL, NULL);

  return type == MATTRA_TYPE_REPORT_PANEL ? panel : seek (panel, type, NULL);
}

static MattraPrintForm *
find_form (SampleDesk *self)
{
  return MATTRA_PRINT_FORM (find (self, MATTRA_TYPE_PRINT_FORM));
}

static MattraSession *
get_session (SampleDesk *self)
{
  return mattra_window_get_session (self->window);
}

static const char *
get_setting (SampleDesk *self,
             const char *name)
{
  return mattra_plan_get_setting (mattra_session_get_plan (get_session (self)), name);
}

static MattraReportPages *
find_pages (SampleDesk *self)
{
  return mattra_page_view_get_pages (mattra_report_panel_get_view (MATTRA_REPORT_PANEL (find (self, MATTRA_TYPE_REPORT_PANEL))));
}

static gboolean
is_done (gpointer data)
{
  return mattra_report_pages_is_done (find_pages (data)) && mattra_report_pages_is_drawn (find_pages (data));
}

/* What a change led to is there: acts are written, the form and the pages have followed. */
static void
finish (SampleDesk *self)
{
  sample_desk_finish (self);
  picture_settle ();
  mattra_session_wait (get_session (self));
  picture_wait (is_done, self);
}

static void
open_options (SampleDesk *self,
              const char *kind)
{
  sample_desk_act (self, "report");
  mattra_report_panel_set_options_shown (MATTRA_REPORT_PANEL (find (self, MATTRA_TYPE_REPORT_PANEL)), TRUE);
  picture_settle ();
  mattra_print_form_set_kind (find_form (self), kind);
  finish (self);
}

static MattraSettingText *
find_text (SampleDesk *self,
           const char *setting)
{
  return mattra_report_texts_find (MATTRA_REPORT_TEXTS (find (self, MATTRA_TYPE_REPORT_TEXTS)), setting);
}

/* Typing is no act; leaving the field is one, which is taken back as one. */
static void
test_preface (SampleDesk    *self,
              gconstpointer  data)
{
  g_autofree char *proposed = NULL;
  g_autofree char *shown = NULL;
  MattraSettingText *row = NULL;

  open_options (self, "memo");
  row = find_text (self, "preface");
  proposed = mattra_setting_text_dup_text (row);
  g_assert_nonnull (strstr (proposed, "{ปีงบประมาณ}"));
  g_assert_true (gtk_widget_get_visible (seek (GTK_WIDGET (row), GTK_TYPE_LABEL, "as proposed")));
  mattra_setting_text_type (row, "เสนอ {ปีงบ}");
  g_assert_nonnull (seek (GTK_WIDGET (row), GTK_TYPE_LABEL, "“{ปีงบ}” is no placeholder; it prints as it stands"));
  finish (self);
  g_assert_null (get_setting (self, "memo/preface"));
  mattra_setting_text_type (row, "เสนอ {ปีงบประมาณ}");
  mattra_setting_text_commit (row);
  finish (self);
  g_assert_cmpstr (get_setting (self, "memo/preface"), ==, "เสนอ {ปีงบประมาณ}");
  g_assert_null (get_setting (self, "request/preface"));
  sample_desk_act (self, "undo");
  finish (self);
  g_assert_null (get_setting (self, "memo/preface"));
  shown = mattra_setting_text_dup_text (find_text (self, "preface"));
  g_assert_cmpstr (shown, ==, proposed);
  sample_desk_act (self, "redo");
  finish (self);
  gtk_widget_activate_action (GTK_WIDGET (find_text (self, "preface")), "text.reset", NULL);
  finish (self);
  g_assert_null (get_setting (self, "memo/preface"));
}

/* A placeholder goes where one writes; what is said again of it is of the kind alone. */
static void
test_insert (SampleDesk    *self,
             gconstpointer  data)
{
  MattraSettingText *row = NULL;
  g_autofree char *text = NULL;

  open_options (self, "order");
  row = find_text (self, "subject");
  mattra_setting_text_type (row, "ปี ");
  gtk_widget_activate_action (GTK_WIDGET (row), "text.insert", "s", "{ปีงบประมาณ}");
  text = mattra_setting_text_dup_text (row);
  g_assert_cmpstr (text, ==, "ปี {ปีงบประมาณ}");
  mattra_print_form_set_kind (find_form (self), "memo");
  finish (self);
  g_assert_cmpstr (get_setting (self, "order/subject"), ==, "ปี {ปีงบประมาณ}");
  g_assert_null (find_text (self, "duties"));
}

/* Columns: marks, order and widths are kept for the kind, and the usual ones come back. */
static void
test_columns (SampleDesk    *self,
              gconstpointer  data)
{
  MattraReportColumns *columns = NULL;
  MattraOrderList *list = NULL;
  GPtrArray *items = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint n_pages;

  open_options (self, "results");
  n_pages = mattra_report_pages_get_n_pages (find_pages (self));
  columns = MATTRA_REPORT_COLUMNS (find (self, MATTRA_TYPE_REPORT_COLUMNS));
  list = mattra_report_columns_get_list (columns);
  items = mattra_order_list_get_items (list);
  first = g_strdup (((MattraOrderItem *) g_ptr_array_index (items, 0))->id);
  second = g_strdup (((MattraOrderItem *) g_ptr_array_index (items, 1))->id);
  mattra_order_list_move (list, first, 1);
  finish (self);
  g_assert_true (g_str_has_prefix (get_setting (self, "results/columns"), second));
  mattra_order_list_check (list, first, FALSE);
  finish (self);
  g_assert_null (strstr (get_setting (self, "results/columns"), first));
  g_assert_null (get_setting (self, "measures/columns"));
  g_assert_cmpuint (mattra_report_pages_get_n_pages (find_pages (self)), <=, n_pages);
  sample_desk_act (self, "undo");
  finish (self);
  g_assert_nonnull (strstr (get_setting (self, "results/columns"), first));
  mattra_report_columns_reset (columns);
  finish (self);
  g_assert_null (get_setting (self, "results/columns"));
  g_assert_cmpstr (((MattraOrderItem *) g_ptr_array_index (items, 0))->id, ==, first);
}

static void
type_width (GtkWidget  *entry,
            const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_widths (SampleDesk    *self,
             gconstpointer  data)
{
  GtkWidget *entry = NULL;

  open_options (self, "results");
  entry = seek (find (self, MATTRA_TYPE_REPORT_COLUMNS), GTK_TYPE_ENTRY, NULL);
  type_width (entry, "๔๐.๕");
  finish (self);
  g_assert_true (g_str_has_prefix (get_setting (self, "results/widths"), "40.5 0"));
  entry = seek (find (self, MATTRA_TYPE_REPORT_COLUMNS), GTK_TYPE_ENTRY, NULL);
  type_width (entry, "wide");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  finish (self);
  g_assert_true (g_str_has_prefix (get_setting (self, "results/widths"), "40.5 0"));
  type_width (entry, "");
  finish (self);
  g_assert_null (get_setting (self, "results/widths"));
}

/* Who signs, in which order; nobody; and everybody again. */
static void
test_signers (SampleDesk    *self,
              gconstpointer  data)
{
  MattraOrderList *list = NULL;
  GPtrArray *items = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  open_options (self, "results");
  list = mattra_report_signers_get_list (MATTRA_REPORT_SIGNERS (find (self, MATTRA_TYPE_REPORT_SIGNERS)));
  items = mattra_order_list_get_items (list);
  first = g_strdup (((MattraOrderItem *) g_ptr_array_index (items, 0))->id);
  second = g_strdup (((MattraOrderItem *) g_ptr_array_index (items, 1))->id);
  mattra_order_list_move (list, second, 0);
  finish (self);
  g_assert_true (g_str_has_prefix (get_setting (self, "results/signers"), second));
  g_assert_null (get_setting (self, "memo/signers"));
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *id = g_strdup (((MattraOrderItem *) g_ptr_array_index (items, i))->id);

      mattra_order_list_check (list, id, FALSE);
    }
  finish (self);
  g_assert_cmpstr (get_setting (self, "results/signers"), ==, "none");
  seek_click (find (self, MATTRA_TYPE_REPORT_SIGNERS), "Have Everybody Sign Who Has a Role and Is in Office");
  finish (self);
  g_assert_null (get_setting (self, "results/signers"));
  g_assert_cmpstr (((MattraOrderItem *) g_ptr_array_index (items, 0))->id, ==, first);
}

/* Digits, day and cover are of the kind; the form shows them again when it comes back. */
static void
test_kept (SampleDesk    *self,
           gconstpointer  data)
{
  g_autoptr (MattraPrintChoice) choice = NULL;
  g_autoptr (MattraPrintChoice) other = NULL;
  GtkWidget *cover = NULL;
  guint n_pages;

  open_options (self, "results");
  n_pages = mattra_report_pages_get_n_pages (find_pages (self));
  adw_combo_row_set_selected (ADW_COMBO_ROW (seek (GTK_WIDGET (find_form (self)), ADW_TYPE_COMBO_ROW, "Digits")), 1);
  finish (self);
  g_assert_cmpstr (get_setting (self, "results/digits"), ==, "western");
  cover = seek (seek (GTK_WIDGET (find_form (self)), ADW_TYPE_ACTION_ROW, "With a Cover"), GTK_TYPE_SWITCH, NULL);
  gtk_switch_set_active (GTK_SWITCH (cover), FALSE);
  finish (self);
  g_assert_cmpstr (get_setting (self, "results/cover"), ==, "none");
  g_assert_cmpuint (mattra_report_pages_get_n_pages (find_pages (self)), ==, n_pages - 1);
  mattra_print_form_set_kind (find_form (self), "measures");
  finish (self);
  other = mattra_print_form_get_choice (find_form (self));
  g_assert_cmpint (other->options.digits, ==, MATTRA_DIGITS_THAI);
  mattra_print_form_set_kind (find_form (self), "results");
  finish (self);
  choice = mattra_print_form_get_choice (find_form (self));
  g_assert_cmpint (choice->options.digits, ==, MATTRA_DIGITS_WESTERN);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (seek (seek (GTK_WIDGET (find_form (self)), ADW_TYPE_ACTION_ROW,
                                                                 "With a Cover"), GTK_TYPE_SWITCH, NULL))));
}

/* Several papers in one file: none yet, two, in the other order, their pages through the file. */
static void
test_set (SampleDesk    *self,
          gconstpointer  data)
{
  MattraOrderList *list = NULL;

  sample_desk_act (self, "report");
  mattra_report_panel_set_options_shown (MATTRA_REPORT_PANEL (find (self, MATTRA_TYPE_REPORT_PANEL)), TRUE);
  finish (self);
  mattra_print_form_set_kind (find_form (self), "set");
  finish (self);
  g_assert_false (mattra_print_form_is_readable (find_form (self)));
  list = MATTRA_ORDER_LIST (seek (GTK_WIDGET (find_form (self)), MATTRA_TYPE_ORDER_LIST, NULL));
  mattra_order_list_check (list, "results", TRUE);
  mattra_order_list_check (list, "memo", TRUE);
  finish (self);
  g_assert_cmpstr (get_setting (self, "set/kinds"), ==, "results,memo");
  mattra_order_list_move (list, "memo", 0);
  finish (self);
  g_assert_cmpstr (mattra_print_form_get_kind (find_form (self)), ==, "memo,results");
  adw_combo_row_set_selected (ADW_COMBO_ROW (seek (GTK_WIDGET (find_form (self)), ADW_TYPE_COMBO_ROW, "Page Numbers")), 1);
  finish (self);
  g_assert_cmpstr (get_setting (self, "set/numbering"), ==, "continuous");
  g_assert_null (mattra_report_pages_get_failure (find_pages (self)));
  picture_save_both (GTK_WIDGET (self->window), "report-options-set-en");
}

/* A request without a division is made for each, without a word of a command's options. */
static void
test_each_division (SampleDesk    *self,
                    gconstpointer  data)
{
  g_autoptr (MattraPrintChoice) choice = NULL;
  AdwComboRow *division = NULL;

  open_options (self, "request");
  g_assert_null (mattra_report_pages_get_failure (find_pages (self)));
  g_assert_cmpuint (mattra_report_pages_get_n_pages (find_pages (self)), >, 4);
  mattra_print_form_set_kind (find_form (self), "results");
  finish (self);
  division = ADW_COMBO_ROW (seek (GTK_WIDGET (find_form (self)), ADW_TYPE_COMBO_ROW, "Division"));
  adw_combo_row_set_selected (division, 1);
  finish (self);
  choice = mattra_print_form_get_choice (find_form (self));
  g_assert_true (choice->options.each_division);
  g_assert_null (choice->options.division);
  g_assert_null (mattra_report_pages_get_failure (find_pages (self)));
}

static void
scroll_to (SampleDesk *self,
           GType       type)
{
  GtkWidget *widget = find (self, type);
  GtkWidget *scrolled = seek (GTK_WIDGET (find_form (self)), GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  double y = 0;

  gtk_widget_translate_coordinates (widget, scrolled, 0, 0, NULL, &y);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y - 12);
  picture_settle ();
}

static void
save_all (SampleDesk *self,
          const char *language)
{
  const struct
  {
    const char *kind;
    GType type;
    const char *name;
  } pictures[] = {
    { "results", MATTRA_TYPE_PRINT_FORM, "kind" },
    { "results", MATTRA_TYPE_REPORT_TEXTS, "texts" },
    { "results", MATTRA_TYPE_REPORT_COLUMNS, "columns" },
    { "results", MATTRA_TYPE_REPORT_SIGNERS, "signers" },
    { "order", MATTRA_TYPE_REPORT_TEXTS, "order" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *name = g_strdup_printf ("report-options-%s-%s", pictures[i].name, language);

      mattra_print_form_set_kind (find_form (self), pictures[i].kind);
      finish (self);
      scroll_to (self, pictures[i].type);
      picture_save_both (GTK_WIDGET (self->window), name);
    }
}

static void
test_pictures (SampleDesk    *self,
               gconstpointer  data)
{
  open_options (self, "results");
  save_all (self, "en");
}

/* In Thai, and where the window is narrow. */
static void
test_thai (gconstpointer data)
{
  SampleDesk desk = { NULL };

  sample_desk_init (&desk, (MattraApplication *) data);
  picture_set_language ("th");
  open_options (&desk, "results");
  save_all (&desk, "th");
  gtk_window_set_default_size (GTK_WINDOW (desk.window), 640, 700);
  finish (&desk);
  save_all (&desk, "narrow-th");
  picture_set_language ("en");
  sample_desk_clear (&desk);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (MattraApplication) application = sample_desk_start (&argc, &argv);

#define ADD(name, func) g_test_add ("/report/options/" name, SampleDesk, application, set_up, func, tear_down)
  ADD ("preface", test_preface);
  ADD ("insert", test_insert);
  ADD ("columns", test_columns);
  ADD ("widths", test_widths);
  ADD ("signers", test_signers);
  ADD ("kept", test_kept);
  ADD ("set", test_set);
  ADD ("each-division", test_each_division);
  ADD ("pictures", test_pictures);
  g_test_add_data_func ("/report/options/thai", application, test_thai);

  return g_test_run ();
}
