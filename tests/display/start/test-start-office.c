/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-office-form.h"

#include <glib/gstdio.h>

#include "fixture.h"
#include "mattra-office-picture.h"
#include "mattra-office-signing.h"
#include "mattra-office-text.h"
#include "mattra-report.h"
#include "people-desk.h"
#include "picture.h"
#include "seek.h"

static const char *
setting (People     *self,
         const char *name)
{
  return mattra_plan_get_setting (mattra_session_get_plan (self->session), name);
}

/* A picture file of the given size, cut after so many bytes where @length is not 0. */
static GFile *
write_picture (const char *name,
               const char *type,
               int         side,
               gsize       length)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, side, 1 + side / 2);
  g_autofree char *path = g_build_filename (g_get_home_dir (), name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x802020ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &size, type, &error, NULL);
  g_assert_no_error (error);
  g_file_set_contents (path, bytes, (gssize) (length ? length : size), &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
write_entry (People     *self,
             guint       place,
             const char *title,
             const char *text)
{
  g_autoptr (GPtrArray) rows = seek_all (self->page, ADW_TYPE_ENTRY_ROW, title);
  GtkWidget *row = g_ptr_array_index (rows, place);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
  people_finish (self);
}

static gboolean
is_wrong (People     *self,
          const char *title)
{
  return gtk_widget_has_css_class (seek (self->page, ADW_TYPE_ENTRY_ROW, title), "error");
}

/* That of the first half: those before are of the signatures. */
static GtkSwitch *
first_switch (People *self)
{
  g_autoptr (GPtrArray) switches = seek_all (self->page, GTK_TYPE_SWITCH, NULL);

  return g_ptr_array_index (switches, 2);
}

static void
test_office (People        *self,
             gconstpointer  data)
{
  MattraPlanRound *round;

  people_show (self, "office");
  write_entry (self, 0, "Province", "ขอนแก่น");
  g_assert_cmpstr (mattra_plan_get_organisation (mattra_session_get_plan (self->session))->province, ==, "ขอนแก่น");
  write_entry (self, 0, "Full Name", " ");
  g_assert_true (is_wrong (self, "Full Name"));
  write_entry (self, 0, "Full Name", "เทศบาลตำบลทดสอบ");
  g_assert_cmpint (mattra_plan_get_organisation (mattra_session_get_plan (self->session))->kind, ==,
                   MATTRA_ORGANISATION_MUNICIPALITY);

  write_entry (self, 1, "Due", "๑๐ ต.ค. ๒๕๖๗");
  round = mattra_plan_get_round (mattra_session_get_plan (self->session), MATTRA_ROUND_FULL_YEAR);
  g_assert_cmpint (mattra_date_compare (round->answers_due, mattra_date_make (2024, 10, 10)), ==, 0);
  write_entry (self, 0, "Due", "สักวัน");
  g_assert_true (is_wrong (self, "Due"));

  gtk_switch_set_active (first_switch (self), FALSE);
  people_finish (self);
  g_assert_false (mattra_plan_get_round (mattra_session_get_plan (self->session), MATTRA_ROUND_FIRST_HALF)->open);

  write_entry (self, 0, "๑. ", "๘๗.๕");
  write_entry (self, 0, "๒. ", "101");
  g_assert_true (is_wrong (self, "๒. "));
  g_assert_cmpfloat (((MattraIndicatorScore *) g_ptr_array_index (
                       mattra_plan_get_scores (mattra_session_get_plan (self->session)), 0))->score, ==, 87.5);
}

static MattraOfficeText *
text_row (People  *self,
          guint    place)
{
  g_autoptr (GPtrArray) rows = seek_all (self->page, MATTRA_TYPE_OFFICE_TEXT, NULL);

  return g_ptr_array_index (rows, place);
}

/* Title and preface are kept when one leaves them, each by a name of its own, and may be left empty. */
static void
test_report (People        *self,
             gconstpointer  data)
{
  people_show (self, "office");
  mattra_people_page_show_setting (MATTRA_PEOPLE_PAGE (self->page), MATTRA_SETTING_PREFACE);
  mattra_office_text_set_text (text_row (self, 1), "ย่อหน้าแรก\nย่อหน้าที่สอง \n");
  gtk_widget_grab_focus (GTK_WIDGET (text_row (self, 0)));
  people_finish (self);
  g_assert_cmpstr (setting (self, MATTRA_SETTING_PREFACE), ==, "ย่อหน้าแรก\nย่อหน้าที่สอง");
  g_assert_cmpstr (mattra_session_get_undo_name (self->session), ==, "Change preface of the report");
  mattra_office_text_set_text (text_row (self, 0), "รายงานผล");
  g_signal_emit_by_name (text_row (self, 0), "apply");
  people_finish (self);
  g_assert_cmpstr (setting (self, MATTRA_SETTING_TITLE), ==, "รายงานผล");
  mattra_session_undo (self->session);
  people_finish (self);
  g_assert_null (setting (self, MATTRA_SETTING_TITLE));
  mattra_office_text_set_text (text_row (self, 1), "");
  mattra_office_form_commit (MATTRA_OFFICE_FORM (seek (self->page, MATTRA_TYPE_OFFICE_FORM, NULL)));
  people_finish (self);
  g_assert_null (setting (self, MATTRA_SETTING_PREFACE));
}

/* What is typed into one field outlives the writing of another, and is kept when one goes on. */
static void
test_leave (People        *self,
            gconstpointer  data)
{
  GtkWidget *district, *province;

  people_show (self, "office");
  district = seek (self->page, ADW_TYPE_ENTRY_ROW, "District");
  province = seek (self->page, ADW_TYPE_ENTRY_ROW, "Province");
  gtk_widget_grab_focus (district);
  gtk_editable_set_text (GTK_EDITABLE (district), "เมือง");
  write_entry (self, 0, "Web Site", "www.example.go.th");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (district)), ==, "เมือง");
  gtk_widget_grab_focus (province);
  people_finish (self);
  g_assert_cmpstr (mattra_plan_get_organisation (mattra_session_get_plan (self->session))->district, ==, "เมือง");
}

static gboolean
set_website (MattraStore  *store,
             MattraPlan   *plan,
             gpointer      data,
             GError      **error)
{
  return mattra_store_set_organisation_field (store, "website", "www.other.example", error);
}

/* What the register refuses stays typed through news of others, and is written when it is tried again; a switch
 * shows what the register has. */
static void
test_refused (People        *self,
              gconstpointer  data)
{
  GtkWidget *district;

  people_show (self, "office");
  district = seek (self->page, ADW_TYPE_ENTRY_ROW, "District");
  /* Indices over what cannot be computed: neither the name nor another state can be written. */
  fixture_run_sql (self->path, "CREATE INDEX refuse ON organisation (abs (CASE WHEN district = 'เมือง'"
                               " THEN -9223372036854775807 - 1 ELSE 0 END));"
                               "CREATE INDEX refuse_state ON round (abs (CASE WHEN state = 'closed'"
                               " THEN -9223372036854775807 - 1 ELSE 0 END))");
  write_entry (self, 0, "District", "เมือง");
  g_assert_true (gtk_switch_get_active (first_switch (self)));
  gtk_switch_set_active (first_switch (self), FALSE);
  people_finish (self);
  fixture_run_sql (self->path, "DROP INDEX refuse; DROP INDEX refuse_state");
  g_assert_true (gtk_switch_get_active (first_switch (self)));
  mattra_session_act_async (self->session, "set-office", NULL, set_website, NULL, NULL, NULL, NULL);
  people_finish (self);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (district)), ==, "เมือง");
  g_signal_emit_by_name (district, "apply");
  people_finish (self);
  g_assert_cmpstr (mattra_plan_get_organisation (mattra_session_get_plan (self->session))->district, ==, "เมือง");
}

static MattraOfficePicture *
picture_row (People *self,
             guint   place)
{
  g_autoptr (GPtrArray) rows = seek_all (self->page, MATTRA_TYPE_OFFICE_PICTURE, NULL);

  return g_ptr_array_index (rows, place);
}

static const MattraOrganisation *
office (People *self)
{
  return mattra_plan_get_organisation (mattra_session_get_plan (self->session));
}

static void
drop_value (MattraOfficePicture *row,
            GType                type,
            gpointer             what)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (row));
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, type);
  if (type == GDK_TYPE_FILE_LIST)
    g_value_set_boxed (&value, what);
  else
    g_value_set_object (&value, what);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }
  g_assert_true (taken);
}

/* Reading the file, and after it the act, and after it what is seen. */
static void
finish_picture (People *self)
{
  for (guint i = 0; i < 3; i++)
    people_finish (self);
}

static void
take_picture (People     *self,
              const char *name,
              const char *type)
{
  g_autoptr (GFile) file = write_picture (name, type, 120, 0);

  mattra_office_picture_take_file (picture_row (self, 0), file);
  finish_picture (self);
  g_file_delete (file, NULL, NULL);
}

/* A picture is chosen, dropped and pasted, seen, taken away, and undone. */
static void
test_picture (People        *self,
              gconstpointer  data)
{
  g_autoptr (GFile) file = write_picture ("g.jpeg", "jpeg", 200, 0);
  GSList files = { file, NULL };
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 40, 40);
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *chosen = NULL;

  gdk_pixbuf_fill (pixbuf, 0x206020ff);
  texture = gdk_texture_new_for_pixbuf (pixbuf);
  people_show (self, "office");
  take_picture (self, "e.png", "png");
  g_assert_nonnull (office (self)->emblem);
  g_assert_true (mattra_office_picture_has_picture (picture_row (self, 0)));
  g_assert_cmpstr (mattra_session_get_undo_name (self->session), ==, "Change picture");
  chosen = g_strdup (office (self)->emblem);
  drop_value (picture_row (self, 1), GDK_TYPE_FILE_LIST, &files);
  finish_picture (self);
  g_assert_nonnull (office (self)->garuda);
  drop_value (picture_row (self, 0), GDK_TYPE_TEXTURE, texture);
  finish_picture (self);
  g_assert_cmpstr (office (self)->emblem, !=, chosen);
  mattra_session_undo (self->session);
  finish_picture (self);
  g_assert_cmpstr (office (self)->emblem, ==, chosen);

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (self->page), texture);
  seek_click (GTK_WIDGET (picture_row (self, 1)), "_Paste");
  finish_picture (self);
  g_assert_true (mattra_office_picture_has_picture (picture_row (self, 1)));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->page), "no picture");
  seek_click (GTK_WIDGET (picture_row (self, 1)), "_Paste");
  finish_picture (self);
  g_assert_nonnull (strstr (mattra_office_picture_get_refusal (picture_row (self, 1)), "clipboard"));
  seek_click (GTK_WIDGET (picture_row (self, 0)), "_Remove");
  finish_picture (self);
  g_assert_null (office (self)->emblem);
  g_assert_false (mattra_office_picture_has_picture (picture_row (self, 0)));
  g_file_delete (file, NULL, NULL);
}

/* What cannot be printed is refused in the row, and the picture that was there stays. */
static void
test_bad_pictures (People        *self,
                   gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *type; /* NULL for a folder */
    int side;
    gsize length;
    const char *said;
  } rows[] = {
    { "cut.png", "png", 120, 90, "damaged" },
    { "cut.jpeg", "jpeg", 120, 400, "damaged" },
    { "icon.ico", "ico", 32, 0, "neither PNG nor JPEG" },
    { "large.png", "png", 6001, 0, "points large" },
    { "folder.png", NULL, 0, 0, "is no file" },
  };
  g_autofree char *before = NULL;
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere.png");
  g_autoptr (GFile) web = g_file_new_for_uri ("http://www.example.go.th/emblem.png");

  people_show (self, "office");
  take_picture (self, "e.png", "png");
  before = g_strdup (office (self)->emblem);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_build_filename (g_get_home_dir (), rows[i].name, NULL);
      g_autoptr (GFile) file = rows[i].type ? write_picture (rows[i].name, rows[i].type, rows[i].side, rows[i].length)
                                            : g_file_new_for_path (path);

      if (rows[i].type == NULL)
        g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
      mattra_office_picture_take_file (picture_row (self, 0), file);
      finish_picture (self);
      g_assert_nonnull (strstr (mattra_office_picture_get_refusal (picture_row (self, 0)), rows[i].said));
      g_assert_cmpstr (office (self)->emblem, ==, before);
      g_file_delete (file, NULL, NULL);
    }
  mattra_office_picture_take_file (picture_row (self, 0), nowhere);
  finish_picture (self);
  g_assert_nonnull (strstr (mattra_office_picture_get_refusal (picture_row (self, 0)), "/nowhere.png"));
  mattra_office_picture_take_file (picture_row (self, 0), web);
  g_assert_nonnull (strstr (mattra_office_picture_get_refusal (picture_row (self, 0)), "not on this computer"));
  picture_save_both (self->window, "people-picture-refused-en");
  take_picture (self, "e.jpeg", "jpeg");
  g_assert_null (mattra_office_picture_get_refusal (picture_row (self, 0)));
  g_assert_cmpstr (office (self)->emblem, !=, before);
}

static void
test_signing (People        *self,
              gconstpointer  data)
{
  GtkWidget *group;
  g_autoptr (GPtrArray) switches = NULL;

  people_show (self, "office");
  group = seek (self->page, MATTRA_TYPE_OFFICE_SIGNING, NULL);
  switches = seek_all (group, GTK_TYPE_SWITCH, NULL);
  g_assert_true (gtk_switch_get_active (g_ptr_array_index (switches, 0)));
  gtk_switch_set_active (g_ptr_array_index (switches, 0), FALSE);
  gtk_switch_set_active (g_ptr_array_index (switches, 1), FALSE);
  people_finish (self);
  g_assert_cmpstr (setting (self, MATTRA_SETTING_KIND_BLOCKS), ==, "1");
  g_assert_cmpstr (setting (self, MATTRA_SETTING_KIND_DATE_LINE), ==, "none");
  mattra_session_undo (self->session);
  people_finish (self);
  g_assert_null (setting (self, MATTRA_SETTING_KIND_DATE_LINE));
  gtk_widget_grab_focus (g_ptr_array_index (switches, 1));
  picture_settle ();
  picture_save_both (self->window, "people-signing-en");
  g_assert_true (gtk_switch_get_active (g_ptr_array_index (switches, 1)));
}

int
main (int   argc,
      char *argv[])
{
  picture_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/start/office/" name, People, NULL, people_set_up, func, people_tear_down)
  ADD ("office", test_office);
  ADD ("report", test_report);
  ADD ("leave", test_leave);
  ADD ("refused", test_refused);
  ADD ("picture", test_picture);
  ADD ("bad-pictures", test_bad_pictures);
  ADD ("signing", test_signing);

  return g_test_run ();
}
