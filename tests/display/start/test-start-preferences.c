/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-preferences.h"

#include "mattra-digits.h"
#include "mattra-settings.h"
#include "picture.h"
#include "seek.h"

static GtkWidget *
present (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *window;

  mattra_preferences_present (NULL);
  window = g_list_model_get_item (windows, g_list_model_get_n_items (windows) - 1);
  g_object_unref (window);
  g_assert_true (MATTRA_IS_PREFERENCES (window));
  picture_settle ();

  return window;
}

static void
choose (GtkWidget  *window,
        const char *row,
        guint       place)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (seek (window, ADW_TYPE_COMBO_ROW, row)), place);
}

/* What is set is kept at once, and the theme is seen at once. */
static void
test_kept (void)
{
  g_autoptr (GSettings) settings = mattra_settings_new ();
  g_autofree char *person = NULL;
  GtkWidget *window = present ();

  choose (window, "Digits", 1);
  g_assert_cmpint (g_settings_get_enum (settings, "digits"), ==, 1);
  choose (window, "Language", 2);
  g_assert_cmpint (g_settings_get_enum (settings, "language"), ==, MATTRA_LANGUAGE_ENGLISH);
  choose (window, "Theme", 2);
  g_assert_cmpint (g_settings_get_enum (settings, "color-scheme"), ==, MATTRA_SCHEME_DARK);
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  gtk_editable_set_text (GTK_EDITABLE (seek (window, ADW_TYPE_ENTRY_ROW, "Your Name")), "สมใจ");
  person = g_settings_get_string (settings, "person");
  g_assert_cmpstr (person, ==, "สมใจ");
  gtk_switch_set_active (GTK_SWITCH (seek (window, GTK_TYPE_SWITCH, NULL)), FALSE);
  g_assert_false (g_settings_get_boolean (settings, "notifications"));
  gtk_window_destroy (GTK_WINDOW (window));

  window = present ();
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (seek (window, ADW_TYPE_COMBO_ROW, "Language"))), ==, 2);
  choose (window, "Theme", 1);
  g_assert_false (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Days before the last one: typed as somebody does, and then Enter. No English window has Thai digits of its own. */
static void
test_numbers (void)
{
  static const struct
  {
    const char *typed;
    int days;
    const char *thai;
    const char *western;
  } rows[] = {
    { "๔๕", 45, "๔๕", "45" }, { "7", 7, "๗", "7" },       { " ๙ ", 9, "๙", "9" }, { "๙๙๙", 180, "๑๘๐", "180" },
    { "x", 180, "๑๘๐", "180" }, { "", 180, "๑๘๐", "180" }, { "-๓", 180, "๑๘๐", "180" }, { "0", 0, "๐", "0" },
  };
  g_autoptr (GSettings) settings = mattra_settings_new ();
  GtkWidget *window = NULL;
  g_autoptr (GPtrArray) buttons = NULL;
  GtkSpinButton *days = NULL;

  g_settings_reset (settings, "digits");
  g_settings_set_boolean (settings, "notifications", TRUE);
  g_settings_set_boolean (settings, "remind-due-soon", TRUE);
  g_settings_set_int (settings, "remind-from", 8 * 60 + 5);
  picture_set_language ("th");
  window = present ();
  buttons = seek_all (window, GTK_TYPE_SPIN_BUTTON, NULL);
  g_assert_cmpuint (buttons->len, ==, 4);
  days = g_ptr_array_index (buttons, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (days), rows[i].typed);
      gtk_spin_button_update (days);
      g_assert_cmpint (g_settings_get_int (settings, "remind-due-days"), ==, rows[i].days);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (days)), ==, rows[i].thai);
      g_settings_set_enum (settings, "digits", MATTRA_DIGITS_WESTERN);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (days)), ==, rows[i].western);
      g_settings_set_enum (settings, "digits", MATTRA_DIGITS_THAI);
    }
  g_assert_cmpstr (gtk_editable_get_text (g_ptr_array_index (buttons, 2)), ==, "๐๘");
  g_assert_cmpstr (gtk_editable_get_text (g_ptr_array_index (buttons, 3)), ==, "๐๕");
  gtk_window_destroy (GTK_WINDOW (window));
  picture_set_language ("en");
  window = present ();
  days = GTK_SPIN_BUTTON (seek (window, GTK_TYPE_SPIN_BUTTON, NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (days)), ==, "0");
  g_settings_reset (settings, "remind-from");
  g_settings_reset (settings, "remind-due-days");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_pictures (void)
{
  static const char *const languages[] = { "th", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strconcat ("preferences-", languages[i], NULL);
      GtkWidget *window;

      picture_set_language (languages[i]);
      window = present ();
      picture_save_both (window, name);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

int
main (int   argc,
      char *argv[])
{
  picture_init (&argc, &argv);

  g_test_add_func ("/start/preferences/kept", test_kept);
  g_test_add_func ("/start/preferences/numbers", test_numbers);
  g_test_add_func ("/start/preferences/pictures", test_pictures);

  return g_test_run ();
}
