/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-date-chooser.h"
#include "picture.h"
#include "seek.h"

static GtkWidget *
open_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  picture_settle ();
  return window;
}

static MattraDate
date_of (const char *iso)
{
  MattraDate date;

  g_assert_true (mattra_date_parse_iso (iso, &date));
  return date;
}

static void
count (MattraDateChooser *chooser,
       int               *n)
{
  (*n)++;
}

static void
test_keys (void)
{
  static const struct
  {
    const char *from;
    guint keyval;
    GdkModifierType state;
    const char *to;
    const char *title;
    const char *fiscal_year;
  } cases[] = {
    { "2024-02-28", GDK_KEY_Right, 0, "2024-02-29", "กุมภาพันธ์ ๒๕๖๗", "ปีงบประมาณ ๒๕๖๗" },
    { "2024-02-29", GDK_KEY_Right, 0, "2024-03-01", "มีนาคม ๒๕๖๗", "ปีงบประมาณ ๒๕๖๗" },
    { "2023-02-28", GDK_KEY_Right, 0, "2023-03-01", "มีนาคม ๒๕๖๖", "ปีงบประมาณ ๒๕๖๖" },
    { "2024-02-29", GDK_KEY_Page_Down, GDK_SHIFT_MASK, "2025-02-28", "กุมภาพันธ์ ๒๕๖๘", "ปีงบประมาณ ๒๕๖๘" },
    { "2024-02-29", GDK_KEY_Page_Up, GDK_SHIFT_MASK, "2023-02-28", "กุมภาพันธ์ ๒๕๖๖", "ปีงบประมาณ ๒๕๖๖" },
    { "2024-01-31", GDK_KEY_Page_Down, 0, "2024-02-29", "กุมภาพันธ์ ๒๕๖๗", "ปีงบประมาณ ๒๕๖๗" },
    { "2022-12-31", GDK_KEY_Right, 0, "2023-01-01", "มกราคม ๒๕๖๖", "ปีงบประมาณ ๒๕๖๖" },
    { "2022-01-01", GDK_KEY_Left, 0, "2021-12-31", "ธันวาคม ๒๕๖๔", "ปีงบประมาณ ๒๕๖๕" },
    { "2022-09-30", GDK_KEY_Right, 0, "2022-10-01", "ตุลาคม ๒๕๖๕", "ปีงบประมาณ ๒๕๖๖" },
    { "2022-10-01", GDK_KEY_Left, 0, "2022-09-30", "กันยายน ๒๕๖๕", "ปีงบประมาณ ๒๕๖๕" },
    { "2022-10-03", GDK_KEY_Up, 0, "2022-09-26", "กันยายน ๒๕๖๕", "ปีงบประมาณ ๒๕๖๕" },
    { "2022-10-30", GDK_KEY_Down, 0, "2022-11-06", "พฤศจิกายน ๒๕๖๕", "ปีงบประมาณ ๒๕๖๖" },
    { "2024-02-10", GDK_KEY_Home, 0, "2024-02-01", "กุมภาพันธ์ ๒๕๖๗", "ปีงบประมาณ ๒๕๖๗" },
    { "2024-02-10", GDK_KEY_End, 0, "2024-02-29", "กุมภาพันธ์ ๒๕๖๗", "ปีงบประมาณ ๒๕๖๗" },
    { "2024-02-10", GDK_KEY_Home, GDK_CONTROL_MASK, "2026-11-23", "พฤศจิกายน ๒๕๖๙", "ปีงบประมาณ ๒๕๗๐" },
    { "2156-09-30", GDK_KEY_Right, 0, "2156-09-30", "กันยายน ๒๖๙๙", "ปีงบประมาณ ๒๖๙๙" },
  };
  GtkWidget *chooser = mattra_date_chooser_new (date_of ("2026-11-23"));
  GtkWidget *window = open_window (chooser);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *to = NULL;

      mattra_date_chooser_set_date (MATTRA_DATE_CHOOSER (chooser), date_of (cases[i].from));
      g_assert_true (mattra_date_chooser_press_key (MATTRA_DATE_CHOOSER (chooser), cases[i].keyval, cases[i].state));
      to = mattra_date_to_iso (mattra_date_chooser_get_date (MATTRA_DATE_CHOOSER (chooser)));
      g_assert_cmpstr (to, ==, cases[i].to);
      g_assert_nonnull (seek (chooser, GTK_TYPE_LABEL, cases[i].title));
      g_assert_nonnull (seek (chooser, GTK_TYPE_LABEL, cases[i].fiscal_year));
    }
  g_assert_false (mattra_date_chooser_press_key (MATTRA_DATE_CHOOSER (chooser), GDK_KEY_Return, 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The first of a month stands under its day of the week, in weeks from Sunday on. */
static void
test_weeks (void)
{
  static const struct
  {
    const char *first;
    int column;
  } months[] = {
    { "2022-10-01", 6 }, /* Saturday */
    { "2023-10-01", 0 }, /* Sunday */
    { "2024-02-01", 4 }, /* Thursday */
    { "2022-08-01", 1 }, /* Monday */
  };
  GtkWidget *chooser = mattra_date_chooser_new (date_of ("2026-11-23"));
  GtkWidget *window = open_window (chooser);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      GtkWidget *day, *grid;
      int column, row;

      mattra_date_chooser_set_date (MATTRA_DATE_CHOOSER (chooser), date_of (months[i].first));
      gtk_widget_grab_focus (chooser);
      day = gtk_root_get_focus (GTK_ROOT (window));
      grid = gtk_widget_get_parent (day);
      gtk_grid_query_child (GTK_GRID (grid), day, &column, &row, NULL, NULL);
      g_assert_cmpint (column, ==, months[i].column);
      g_assert_cmpint (row, ==, 1);
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (day)), ==, "๑");
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_names (void)
{
  GtkWidget *chooser = mattra_date_chooser_new (date_of ("2024-02-29"));
  GtkWidget *window = open_window (chooser);
  GtkWidget *day;

  gtk_widget_grab_focus (chooser);
  day = gtk_root_get_focus (GTK_ROOT (window));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "วันพฤหัสบดี ๒๙ กุมภาพันธ์ ๒๕๖๗");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  mattra_date_chooser_set_digits (MATTRA_DATE_CHOOSER (chooser), MATTRA_DIGITS_WESTERN);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "วันพฤหัสบดี 29 กุมภาพันธ์ 2567");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A month of the fiscal year keeps the day where it has it; stepping by the fiscal year, too. */
static void
test_clicks (void)
{
  GtkWidget *chooser = mattra_date_chooser_new (date_of ("2023-10-31"));
  GtkWidget *window = open_window (chooser);
  int n_moved = 0, n_chosen = 0;
  GtkWidget *day;

  g_signal_connect (chooser, "moved", G_CALLBACK (count), &n_moved);
  g_signal_connect (chooser, "chosen", G_CALLBACK (count), &n_chosen);
  seek_click (chooser, "ก.พ.");
  g_assert_cmpint (mattra_date_compare (mattra_date_chooser_get_date (MATTRA_DATE_CHOOSER (chooser)),
                                        date_of ("2024-02-29")), ==, 0);
  seek_click (chooser, "ก.ย.");
  g_assert_cmpint (mattra_date_compare (mattra_date_chooser_get_date (MATTRA_DATE_CHOOSER (chooser)),
                                        date_of ("2024-09-29")), ==, 0);
  g_assert_cmpint (n_moved, ==, 2);
  g_assert_cmpint (n_chosen, ==, 0);
  gtk_widget_grab_focus (chooser);
  day = gtk_root_get_focus (GTK_ROOT (window));
  g_signal_emit_by_name (day, "clicked");
  g_assert_cmpint (n_chosen, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_pictures (void)
{
  static const struct
  {
    const char *language;
    double text;
    const char *name;
  } looks[] = {
    { "th", 1.0, "grid-date-chooser" },
    { "en", 1.0, "grid-date-chooser-en" },
    { "th", 2.0, "grid-date-chooser-200" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      GtkWidget *chooser, *window;

      picture_set_language (looks[i].language);
      picture_set_text (looks[i].text);
      chooser = mattra_date_chooser_new (date_of ("2024-02-14"));
      mattra_date_chooser_set_date (MATTRA_DATE_CHOOSER (chooser), date_of ("2024-02-29"));
      window = open_window (chooser);
      picture_save_both (window, looks[i].name);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  picture_set_text (1.0);
}

int
main (int   argc,
      char *argv[])
{
  picture_init (&argc, &argv);

  g_test_add_func ("/grid/date-chooser/keys", test_keys);
  g_test_add_func ("/grid/date-chooser/weeks", test_weeks);
  g_test_add_func ("/grid/date-chooser/names", test_names);
  g_test_add_func ("/grid/date-chooser/clicks", test_clicks);
  g_test_add_func ("/grid/date-chooser/pictures", test_pictures);

  return g_test_run ();
}
