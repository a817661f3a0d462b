/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-new-register.h"

#include <string.h>

#include "mattra-store.h"
#include "picture.h"
#include "seek.h"

typedef struct
{
  GtkWidget *dialog;
  char *created;
} Fixture;

static void
note_created (MattraNewRegister *dialog,
              const char        *path,
              Fixture           *self)
{
  g_free (self->created);
  self->created = g_strdup (path);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->created = NULL;
  self->dialog = mattra_new_register_new (NULL);
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
  g_signal_connect (self->dialog, "created", G_CALLBACK (note_created), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  picture_settle ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  if (self->dialog)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  g_free (self->created);
}

static void
write_row (Fixture    *self,
           const char *title,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (seek (self->dialog, ADW_TYPE_ENTRY_ROW, title)), text);
}

/* Whoever opens it writes the office's name at once. */
static void
test_focus (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->dialog));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, seek (self->dialog, ADW_TYPE_ENTRY_ROW, "Full Name")));
}

static const char *
shown_path (Fixture *self)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (seek (self->dialog, ADW_TYPE_ACTION_ROW, "File")));
}

static gboolean
is_closed (gpointer data)
{
  return ((Fixture *) data)->dialog == NULL;
}

static MattraPlan *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = mattra_store_open (path, TRUE, &error);
  g_autoptr (GPtrArray) years = NULL;
  MattraPlan *plan;

  g_assert_no_error (error);
  years = mattra_store_list_years (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (years->len, ==, 1);
  plan = mattra_store_load_plan (store, GPOINTER_TO_INT (g_ptr_array_index (years, 0)), &error);
  g_assert_no_error (error);

  return plan;
}

/* Without a name the dialog says what is missing and where, and writes nothing. */
static void
test_error (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *name = seek (self->dialog, ADW_TYPE_ENTRY_ROW, "Full Name");

  seek_click (self->dialog, "C_reate");
  picture_settle ();
  g_assert_true (gtk_widget_has_css_class (name, "error"));
  picture_save (self->dialog, "new-register-error");
  write_row (self, "Full Name", "เ");
  g_assert_false (gtk_widget_has_css_class (name, "error"));
  g_assert_null (self->created);
}

/* The name says the kind, the kind the divisions; what was ticked off and renamed is so in the register. */
static void
test_create (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  MattraDivisionList *divisions;

  write_row (self, "Full Name", "องค์การบริหารส่วนจังหวัดทดสอบ");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (seek (self->dialog, ADW_TYPE_COMBO_ROW, "Kind"))), ==, 2);
  write_row (self, "Full Name", "  องค์การบริหารส่วนตำบลทดสอบ ");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (seek (self->dialog, ADW_TYPE_COMBO_ROW, "Kind"))), ==, 0);
  write_row (self, "Province", "ขอนแก่น");
  g_assert_nonnull (strstr (shown_path (self), "อบต.ทดสอบ 25"));

  rows = seek_all (self->dialog, ADW_TYPE_ENTRY_ROW, "Division");
  g_assert_cmpuint (rows->len, >=, 3);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (seek (g_ptr_array_index (rows, 0), GTK_TYPE_CHECK_BUTTON, NULL)), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (g_ptr_array_index (rows, 1)), "สำนักคลัง");
  seek_click (self->dialog, "C_reate");
  picture_wait (is_closed, self);

  g_assert_true (g_str_has_prefix (self->created, g_get_home_dir ()));
  plan = load (self->created);
  g_assert_cmpstr (mattra_plan_get_organisation (plan)->name, ==, "องค์การบริหารส่วนตำบลทดสอบ");
  g_assert_cmpstr (mattra_plan_get_organisation (plan)->province, ==, "ขอนแก่น");
  divisions = mattra_plan_get_divisions (plan);
  g_assert_cmpuint (mattra_division_list_get_size (divisions), ==, rows->len - 1);
  g_assert_cmpstr (mattra_division_list_get (divisions, 0)->name, ==, "สำนักคลัง");
}

/* What the next one of the same office and year is called is another file. */
static void
test_never_over (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *taken = NULL;

  write_row (self, "Full Name", "เทศบาลตำบลซ้ำ");
  taken = g_strdup (shown_path (self));
  /* Somebody else writes a file there while the dialog is open. */
  g_assert_true (g_file_set_contents (taken, "mine", -1, NULL));
  seek_click (self->dialog, "C_reate");
  picture_settle ();
  picture_settle ();
  g_assert_null (self->created);
  g_assert_true (g_file_get_contents (taken, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  write_row (self, "Full Name", "เทศบาลตำบลซ้ำ ");
  g_assert_cmpstr (shown_path (self), !=, taken);
}

static void
test_pictures (Fixture       *self,
               gconstpointer  data)
{
  static const char *const languages[] = { "th", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strconcat ("new-register-", languages[i], NULL);

      tear_down (self, NULL);
      picture_set_language (languages[i]);
      set_up (self, NULL);
      gtk_editable_set_text (GTK_EDITABLE (seek (self->dialog, ADW_TYPE_ENTRY_ROW, NULL)), "องค์การบริหารส่วนตำบลหินตั้ง");
      picture_save_both (self->dialog, name);
    }
  picture_set_text (2.0);
  picture_save (self->dialog, "new-register-200");
  picture_set_text (1.0);
}

int
main (int   argc,
      char *argv[])
{
  picture_init (&argc, &argv);

  g_test_add ("/start/new-register/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/start/new-register/error", Fixture, NULL, set_up, test_error, tear_down);
  g_test_add ("/start/new-register/create", Fixture, NULL, set_up, test_create, tear_down);
  g_test_add ("/start/new-register/never-over", Fixture, NULL, set_up, test_never_over, tear_down);
  g_test_add ("/start/new-register/pictures", Fixture, NULL, set_up, test_pictures, tear_down);

  return g_test_run ();
}
