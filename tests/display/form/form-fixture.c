/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "form-fixture.h"

#include "mattra-cell.h"
#include "mattra-edit.h"
#include "mattra-find.h"
#include "mattra-form-text.h"
#include "mattra-new.h"
#include "mattra-settings.h"
#include "own-folder.h"
#include "picture.h"
#include "seek.h"

#define YEAR 2567
#define DAY "2024-02-15"

/* The register */

static const struct
{
  guint place;
  const char *field;
  int division; /* -1: jointly */
  const char *text;
} cells[] = {
  { 0, "title", -1, "จัดทำคู่มือการปฏิบัติงาน" },
  { 0, "responsible", 0, "" },
  { 0, "period_text", -1, "1 ต.ค. 66 - 31 มี.ค. 67" },
  { 0, "steps", -1, "สำรวจงาน\nจัดทำคู่มือ\nเผยแพร่" },
  { 0, "results", -1, "สำรวจแล้ว ๑๒ งาน" },
  { 0, "extra:กลุ่มเป้าหมาย", -1, "บุคลากรทุกคน" },
  { 1, "title", -1, "ประกาศเจตนารมณ์ไม่รับของขวัญ" },
  { 1, "responsible", -1, "ทุกส่วนราชการ" },
  { 2, "title", -1, "รายงานการใช้รถราชการ" },
  { 2, "responsible", 0, "" },
  { 2, "steps", -1, "รายงานทุกเดือน" },
  { 2, "recurrence", -1, "6" },
  { 3, "title", -1, "จัดการเรื่องร้องเรียน" },
  { 3, "steps", -1, "รับเรื่อง\nรายงาน" },
  { 3, "results", 0, "รับเรื่อง ๒ เรื่อง" },
  { 3, "results", 1, "ไม่มีเรื่องร้องเรียน" },
};

static void
insert_measures (Form        *self,
                 MattraStore *store,
                 MattraPlan  *plan)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < FORM_N_MEASURES; i++)
    {
      g_autoptr (MattraMeasure) measure = mattra_measure_new ();

      mattra_measure_set_number (measure, (int) i + 1);
      mattra_measure_set_title (measure, "…");
      g_assert_true (mattra_store_insert_measure (store, mattra_plan_get_id (plan), measure, &error));
      g_assert_no_error (error);
      self->ids[i] = g_strdup (mattra_measure_get_id (measure));
    }
}

static char *
name_parties (MattraPlan *plan,
              guint       n)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "",
                            mattra_division_list_get (mattra_plan_get_divisions (plan), i)->name);
  return g_string_free (names, FALSE);
}

static void
set_stored (MattraStore *store,
            MattraPlan  *plan,
            const char  *measure,
            const char  *field,
            const char  *division,
            const char  *text)
{
  g_autoptr (GError) error = NULL;
  MattraEdit edit = { measure, field, text, MATTRA_ROUND_FIRST_HALF, division };

  g_assert_true (mattra_edit_apply (store, plan, &edit, NULL, &error));
  g_assert_no_error (error);
}

static void
fill (Form        *self,
      MattraStore *store,
      MattraPlan  *plan)
{
  const char *divisions[] = { self->first, self->second };
  g_autofree char *one = name_parties (plan, 1);
  g_autofree char *two = name_parties (plan, 2);

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    set_stored (store, plan, self->ids[cells[i].place], cells[i].field,
                cells[i].division < 0 ? NULL : divisions[cells[i].division], *cells[i].text ? cells[i].text : one);
  set_stored (store, plan, self->ids[3], "responsible", NULL, two);
}

static void
create_register (Form *self)
{
  g_autoptr (MattraPlan) made = mattra_new_plan ("องค์การบริหารส่วนตำบลทดสอบ", YEAR);
  g_autoptr (MattraPlan) plan = NULL;
  g_autoptr (MattraStore) store = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = own_folder_new ();
  self->path = g_build_filename (self->folder, "form.mattra", NULL);
  g_assert_true (mattra_store_create (self->path, made, &error));
  g_assert_no_error (error);
  store = mattra_store_open (self->path, FALSE, &error);
  g_assert_no_error (error);
  mattra_store_set_person (store, "สมใจ ใจดี");
  plan = mattra_store_load_plan (store, YEAR, &error);
  g_assert_no_error (error);
  self->first = g_strdup (mattra_division_list_get (mattra_plan_get_divisions (plan), 0)->id);
  self->second = g_strdup (mattra_division_list_get (mattra_plan_get_divisions (plan), 1)->id);
  insert_measures (self, store, plan);
  fill (self, store, plan);
}

/* The window */

static void
note_session (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  ((Form *) user_data)->session = mattra_session_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
has_session (gpointer data)
{
  return ((Form *) data)->session != NULL;
}

static void
open_session (Form     *self,
              gboolean  read_only)
{
  MattraDate day = MATTRA_DATE_NONE;

  self->session = NULL;
  mattra_session_open_async (self->path, read_only, NULL, note_session, self);
  picture_wait (has_session, self);
  mattra_date_parse_iso (DAY, &day);
  mattra_clock_set_fixed (mattra_session_get_clock (self->session), day);
  mattra_session_set_round (self->session, MATTRA_ROUND_FIRST_HALF);
  mattra_session_set_person (self->session, "สมชาย ตั้งใจ");
  mattra_session_wait (self->session);
}

static void
note_draft (MattraMeasureForm *form,
            const char        *measure,
            const char        *field,
            int                round,
            const char        *division,
            const char        *text,
            Form              *self)
{
  g_assert_nonnull (measure);
  g_assert_cmpint (round, ==, mattra_cell_is_answer (field) ? MATTRA_ROUND_FIRST_HALF : MATTRA_ROUND_NONE);
  if (text)
    g_string_append_printf (self->drafts, "%s=%s;", field, text);
  else
    g_string_append_printf (self->drafts, "%s!;", field);
}

static void
note_navigate (MattraMeasureForm *form,
               int                delta,
               Form              *self)
{
  self->navigated += delta;
}

static void
note_close (MattraMeasureForm *form,
            Form              *self)
{
  self->closed++;
}

static void
open_window (Form *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *form = mattra_measure_form_new (self->session, self->settings);

  self->form = MATTRA_MEASURE_FORM (form);
  g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &self->form);
  g_signal_connect (form, "draft", G_CALLBACK (note_draft), self);
  g_signal_connect (form, "navigate", G_CALLBACK (note_navigate), self);
  g_signal_connect (form, "close", G_CALLBACK (note_close), self);
  gtk_widget_set_vexpand (form, TRUE);
  self->window = adw_window_new ();
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), gtk_entry_new ());
  gtk_box_append (GTK_BOX (box), form);
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 420, 760);
  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle ();
}

/* @data: a string "read-only", or NULL. */
void
form_set_up (Form          *self,
             gconstpointer  data)
{
  *self = (Form) { NULL };
  self->settings = mattra_settings_new ();
  self->drafts = g_string_new (NULL);
  create_register (self);
  open_session (self, data != NULL);
  open_window (self);
}

static gboolean
is_gone (gpointer data)
{
  return ((Form *) data)->form == NULL;
}

void
form_tear_down (Form          *self,
                gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  mattra_session_wait (self->session);
  /* Neither session nor history keeps a closed form alive. */
  picture_wait (is_gone, self);
  mattra_session_close (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  picture_settle ();
  own_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->first);
  g_free (self->second);
  for (guint i = 0; i < FORM_N_MEASURES; i++)
    g_free (self->ids[i]);
  g_string_free (self->drafts, TRUE);
}

/* Hands */

/* Lets the store's thread finish, and what it says arrive: that may ask the thread again. */
void
form_finish (Form *self)
{
  for (guint i = 0; i < 3; i++)
    {
      mattra_session_wait (self->session);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

/* Runs each test with a register and a form of its own, as PATH/NAME. */
int
form_run (int            *argc,
          char         ***argv,
          const char     *path,
          const FormTest *tests,
          guint           n_tests)
{
  picture_init (argc, argv);
  picture_set_language ("en");
  for (guint i = 0; i < n_tests; i++)
    {
      g_autofree char *whole = g_strconcat (path, "/", tests[i].name, NULL);

      g_test_add (whole, Form, tests[i].how, form_set_up, tests[i].run, form_tear_down);
    }
  return g_test_run ();
}

void
form_show (Form  *self,
           guint  place)
{
  mattra_measure_form_set_measure (self->form, self->ids[place]);
  form_finish (self);
}

/* The nth field of that name, from the top; it must be there. */
MattraFormCell *
form_cell (Form       *self,
           const char *field,
           guint       nth)
{
  g_autoptr (GPtrArray) found = seek_all (GTK_WIDGET (self->form), MATTRA_TYPE_FORM_CELL, NULL);

  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (gtk_widget_get_name (g_ptr_array_index (found, i)), field) && nth-- == 0)
      return g_ptr_array_index (found, i);
  g_error ("There is no field “%s” in the form", field);
}

GtkTextView *
form_view (Form       *self,
           const char *field,
           guint       nth)
{
  return mattra_form_text_get_view (MATTRA_FORM_TEXT (form_cell (self, field, nth)));
}

char *
form_text (Form       *self,
           const char *field,
           guint       nth)
{
  return mattra_form_text_view_dup_text (form_view (self, field, nth));
}

/* What is said below the field. */
char *
form_note (Form       *self,
           const char *field,
           guint       nth)
{
  GtkWidget *note = gtk_widget_get_last_child (GTK_WIDGET (form_cell (self, field, nth)));

  return g_strdup (gtk_widget_get_visible (note) ? gtk_label_get_text (GTK_LABEL (note)) : "");
}

/* Types into the field in place of what stands there, and stays in it. */
void
form_type (Form       *self,
           const char *field,
           guint       nth,
           const char *text)
{
  GtkTextView *view = form_view (self, field, nth);

  if (!gtk_widget_get_visible (GTK_WIDGET (view)))
    mattra_form_text_edit (MATTRA_FORM_TEXT (form_cell (self, field, nth)));
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (view)));
  mattra_form_text_view_type (view, text);
}

/* Sends a key to the controllers of the widget and of those around it, until one uses it. */
gboolean
form_press (GtkWidget       *widget,
            guint            keyval,
            GdkModifierType  modifiers)
{
  for (; widget; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
          gboolean used = FALSE;

          if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
            g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &used);
          if (used)
            return TRUE;
        }
    }
  return FALSE;
}

/* The focus goes elsewhere. */
void
form_leave (Form *self)
{
  gtk_widget_grab_focus (seek (self->window, GTK_TYPE_TEXT, NULL));
  form_finish (self);
}

/* The register, as a window or program beside this one has it */

MattraMeasure *
form_load (Form  *self,
           guint  place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = mattra_store_open (self->path, TRUE, &error);
  g_autoptr (MattraPlan) plan = NULL;
  MattraMeasure *measure = NULL;

  g_assert_no_error (error);
  plan = mattra_store_load_plan (store, YEAR, &error);
  g_assert_no_error (error);
  measure = mattra_find_measure (store, plan, self->ids[place], &error);
  g_assert_no_error (error);
  return measure;
}

char *
form_stored (Form       *self,
             guint       place,
             const char *field,
             const char *division)
{
  g_autoptr (MattraMeasure) measure = form_load (self, place);

  return mattra_cell_dup_exactly (mattra_session_get_plan (self->session), measure, field,
                                  MATTRA_ROUND_FIRST_HALF, division);
}

void
form_set_other (Form       *self,
                guint       place,
                const char *field,
                const char *division,
                const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = mattra_store_open (self->path, FALSE, &error);
  g_autoptr (MattraPlan) plan = NULL;

  g_assert_no_error (error);
  plan = mattra_store_load_plan (store, YEAR, &error);
  set_stored (store, plan, self->ids[place], field, division, text);
  mattra_session_look (self->session);
  picture_settle ();
  form_finish (self);
}
