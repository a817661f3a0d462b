/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-check-item.h"
#include "mattra-check-row.h"
#include "mattra-checks-view.h"
#include "mattra-edit.h"
#include "mattra-settings.h"
#include "picture.h"
#include "register-fixture.h"
#include "seek.h"

/* Two measures that need nothing, one without result, one whose period is a question, one of nobody. */
#define ROWS                                                                                     \
  "1\tแนวทางการใช้งบประมาณ\tประชุมชี้แจง\tกองคลัง\tต.ค. 65 - ก.ย. 66\tดำเนินการแล้ว\n"                      \
  "2\tการจัดซื้อจัดจ้าง\tเผยแพร่แผน\tกองคลัง\tต.ค. 65 - ก.ย. 66\t\n"                                    \
  "3\tการให้บริการประชาชน\tจัดทำคู่มือ\tสำนักปลัด\tพ.ย. 65 และ ก.พ. 66\tจัดทำแล้ว\n"                         \
  "4\tการรับเรื่องร้องเรียน\tจัดช่องทาง\tบริษัทสมชาย\tต.ค. 65 - ก.ย. 66\tเปิดช่องทางแล้ว\n"                   \
  "5\tการประเมินความเสี่ยง\tประเมิน\tสำนักปลัด\tต.ค. 65 - ก.ย. 66\tประเมินแล้ว\n"
#define CLEAN "1\tแนวทางการใช้งบประมาณ\tประชุมชี้แจง\tกองคลัง\tต.ค. 65 - ก.ย. 66\tดำเนินการแล้ว\n"

typedef struct
{
  RegisterFixture base;
  GtkWidget *view;
  char *led_to; /* "measure field" of the last go-to */
} Fixture;

static void
note_go_to (Fixture    *self,
            const char *measure,
            const char *field)
{
  g_free (self->led_to);
  self->led_to = g_strdup_printf ("%s %s", measure ? measure : "-", field ? field : "-");
}

static gboolean
is_ready (gpointer data)
{
  return mattra_checks_view_is_ready (data);
}

static void
finish (Fixture *self)
{
  mattra_session_wait (self->base.session);
  picture_wait (is_ready, self->view);
  picture_settle ();
}

static void
show (Fixture *self,
      int      width,
      int      height)
{
  self->view = mattra_checks_view_new (self->base.session);
  g_object_add_weak_pointer (G_OBJECT (self->view), (gpointer *) &self->view);
  g_signal_connect_swapped (self->view, "go-to", G_CALLBACK (note_go_to), self);
  register_fixture_show (&self->base, self->view, width, height);
  finish (self);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->led_to = NULL;
  picture_set_language ("en");
  register_fixture_init (&self->base, data, "2023-10-15");
  show (self, 380, 700);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  register_fixture_clear (&self->base);
  /* Neither a check under way nor the session keeps a closed page alive. */
  g_assert_null (self->view);
  g_free (self->led_to);
}

static GListModel *
items (Fixture *self)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (seek (self->view, GTK_TYPE_LIST_VIEW, NULL))));
}

/* "severity:count", "kind:count", and the check's name for each finding. */
static char *
describe (Fixture *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items (self)); i++)
    {
      g_autoptr (MattraCheckItem) item = g_list_model_get_item (items (self), i);

      if (item->level == MATTRA_CHECK_SEVERITY)
        g_string_append_printf (text, "| %d:%u ", (int) item->severity, item->count);
      else if (item->level == MATTRA_CHECK_KIND)
        g_string_append_printf (text, "%s:%u ", item->check, item->count);
      else
        g_string_append (text, "+ ");
    }
  return g_string_free (text, FALSE);
}

static void
assert_list (Fixture    *self,
             const char *expected)
{
  g_autofree char *described = describe (self);

  g_assert_cmpstr (described, ==, expected);
}

static guint
find_item (Fixture          *self,
           MattraCheckLevel  level,
           const char       *check)
{
  for (guint i = 0; i < g_list_model_get_n_items (items (self)); i++)
    {
      g_autoptr (MattraCheckItem) item = g_list_model_get_item (items (self), i);

      if (item->level == level && g_strcmp0 (item->check, check) == 0)
        return i;
    }
  g_assert_not_reached ();
}

static void
activate (Fixture          *self,
          MattraCheckLevel  level,
          const char       *check)
{
  g_signal_emit_by_name (seek (self->view, GTK_TYPE_LIST_VIEW, NULL), "activate", find_item (self, level, check));
  picture_settle ();
}

#define ALL "| 2:1 no_result:1 + | 1:2 question_open:1 + unknown_party:1 + "

static void
test_groups (Fixture       *self,
             gconstpointer  data)
{
  guint n = 0;

  assert_list (self, ALL);
  g_object_get (self->view, "n-findings", &n, NULL);
  g_assert_cmpuint (n, ==, 3);
  activate (self, MATTRA_CHECK_KIND, "question_open");
  assert_list (self, "| 2:1 no_result:1 + | 1:2 question_open:1 unknown_party:1 + ");
  activate (self, MATTRA_CHECK_KIND, "question_open");
  assert_list (self, ALL);
}

static void
test_go_to (Fixture       *self,
            gconstpointer  data)
{
  static const struct
  {
    const char *check;
    const char *field;
  } rows[] = {
    { "no_result", "results" }, { "question_open", "period_text" }, { "unknown_party", "responsible" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MattraCheckItem) item = NULL;
      g_autofree char *expected = NULL;

      activate (self, MATTRA_CHECK_FINDING, rows[i].check);
      item = g_list_model_get_item (items (self), find_item (self, MATTRA_CHECK_FINDING, rows[i].check));
      expected = g_strdup_printf ("%s %s", item->measure, rows[i].field);
      g_assert_cmpstr (self->led_to, ==, expected);
      g_assert_true (item->chosen);
    }
}

/* The list follows the register, and rows that say the same stay the same. */
static void
test_follow (Fixture       *self,
             gconstpointer  data)
{
  guint place = find_item (self, MATTRA_CHECK_FINDING, "unknown_party");
  g_autoptr (MattraCheckItem) before = g_list_model_get_item (items (self), place);
  g_autoptr (MattraCheckItem) after = NULL;

  register_fixture_set (&self->base, "2", "results", "เผยแพร่แล้ว");
  finish (self);
  assert_list (self, "| 1:2 question_open:1 + unknown_party:1 + ");
  after = g_list_model_get_item (items (self), find_item (self, MATTRA_CHECK_FINDING, "unknown_party"));
  g_assert_true (before == after);
  mattra_session_undo (self->base.session);
  finish (self);
  assert_list (self, ALL);
  mattra_session_set_round (self->base.session, MATTRA_ROUND_FIRST_HALF);
  finish (self);
  g_assert_null (strstr (seek (self->view, ADW_TYPE_WINDOW_TITLE, NULL) ? adw_window_title_get_subtitle (
                           ADW_WINDOW_TITLE (seek (self->view, ADW_TYPE_WINDOW_TITLE, NULL))) : "", "12"));
}

/* A hidden page checks nothing; shown, it is up to date. */
static void
test_hidden (Fixture       *self,
             gconstpointer  data)
{
  gtk_widget_set_visible (self->view, FALSE);
  register_fixture_set (&self->base, "2", "results", "เผยแพร่แล้ว");
  register_fixture_finish (&self->base);
  assert_list (self, ALL);
  gtk_widget_set_visible (self->view, TRUE);
  finish (self);
  assert_list (self, "| 1:2 question_open:1 + unknown_party:1 + ");
}

/* The one button that is shown: only a question can be settled. */
static GtkWidget *
find_settle (Fixture *self)
{
  g_autoptr (GPtrArray) buttons = seek_all (self->view, GTK_TYPE_BUTTON, "Settled");
  GtkWidget *shown = NULL;

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (buttons, i)))
      {
        g_assert_null (shown);
        shown = g_ptr_array_index (buttons, i);
      }
  g_assert_nonnull (shown);
  return shown;
}

static void
test_settle (Fixture       *self,
             gconstpointer  data)
{
  g_signal_emit_by_name (find_settle (self), "clicked");
  finish (self);
  assert_list (self, "| 2:1 no_result:1 + | 1:1 unknown_party:1 + | 0:1 period_unread:1 + ");
  g_assert_cmpstr (mattra_session_get_undo_name (self->base.session), ==, "Settle question");
  mattra_session_undo (self->base.session);
  finish (self);
  assert_list (self, ALL);
}

/* English words have no Thai digits, whatever tables have; what somebody wrote is as he wrote it. */
static void
test_digits (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *digits;
    const char *text;
  } rows[] = {
    { "thai", "A question of the import about measure 3 is open: “พ.ย. 65 และ ก.พ. 66”." },
    { "western", "A question of the import about measure 3 is open: “พ.ย. 65 และ ก.พ. 66”." },
  };
  g_autoptr (GSettings) settings = mattra_settings_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MattraCheckItem) item = NULL;

      g_assert_true (g_settings_set_string (settings, "digits", rows[i].digits));
      finish (self);
      item = g_list_model_get_item (items (self), find_item (self, MATTRA_CHECK_FINDING, "question_open"));
      g_assert_cmpstr (item->text, ==, rows[i].text);
    }
  g_settings_reset (settings, "digits");
}

static void
test_nothing (Fixture       *self,
              gconstpointer  data)
{
  assert_list (self, "");
  g_assert_true (gtk_widget_get_mapped (seek (self->view, ADW_TYPE_STATUS_PAGE, NULL)));
  g_assert_true (gtk_widget_get_mapped (seek (self->view, GTK_TYPE_BUTTON, "_Print…")));
  register_fixture_set (&self->base, "1", "results", "");
  finish (self);
  assert_list (self, "| 2:1 no_result:1 + ");
  g_assert_false (gtk_widget_get_mapped (seek (self->view, ADW_TYPE_STATUS_PAGE, NULL)));
}

/* A page that is closed while a check is under way. */
static void
test_close (Fixture       *self,
            gconstpointer  data)
{
  mattra_checks_view_refresh (MATTRA_CHECKS_VIEW (self->view));
  gtk_window_destroy (GTK_WINDOW (self->base.window));
  self->base.window = NULL;
  register_fixture_finish (&self->base);
  g_assert_null (self->view);
}

static void
test_pictures (Fixture       *self,
               gconstpointer  data)
{
  static const char *const languages[] = { "th", "en" };
  const char *state = g_str_equal (data, CLEAN) ? "none" : "list";

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strdup_printf ("checks-%s-%s", state, languages[i]);

      gtk_window_destroy (GTK_WINDOW (self->base.window));
      picture_set_language (languages[i]);
      show (self, 360, 700);
      picture_save_both (self->base.window, name);
    }
  picture_set_language ("en");
}

static gboolean
write_preface (MattraStore  *store,
               MattraPlan   *plan,
               gpointer      data,
               GError      **error)
{
  const MattraEdit edit = { "plan", "preface", "ประกาศเมื่อวันที่ 5 มกราคม 2560", MATTRA_ROUND_NONE, NULL };
  g_autoptr (MattraQuestion) question = mattra_question_new (MATTRA_QUESTION_ASKED, 4, "title", "ด้านการเงิน",
                                                             "Is this a title?", NULL);

  return mattra_edit_set (store, plan, &edit, error)
         && mattra_store_insert_question (store, mattra_plan_get_id (plan), NULL, question, error);
}

static void
note_setting (GtkWidget   *view,
              const char  *setting,
              char       **to)
{
  *to = g_strdup (setting);
}

/* What is about the document leads to no cell: a finding leads to the field of its text, a question is settled. */
static void
test_document (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (MattraCheckItem) preface = NULL;
  g_autoptr (MattraCheckItem) question = NULL;
  g_autofree char *setting = NULL;
  guint position = 0;

  mattra_session_act_async (self->base.session, "plan", NULL, write_preface, NULL, NULL, NULL, NULL);
  finish (self);
  position = find_item (self, MATTRA_CHECK_FINDING, "last_year_date");
  preface = g_list_model_get_item (items (self), position);
  g_assert_null (preface->field);
  g_signal_connect (self->view, "go-to-setting", G_CALLBACK (note_setting), &setting);
  g_signal_emit_by_name (seek (self->view, GTK_TYPE_LIST_VIEW, NULL), "activate", position);
  g_assert_cmpstr (setting, ==, "preface");
  g_signal_handlers_disconnect_by_func (self->view, note_setting, &setting);
  question = g_list_model_get_item (items (self), find_item (self, MATTRA_CHECK_FINDING, "question_open"));
  g_assert_null (question->measure);
  g_assert_null (question->field);
  picture_save (self->base.window, "checks-document");
  g_signal_emit_by_name (find_settle (self), "clicked");
  finish (self);
  g_assert_cmpstr (mattra_session_get_undo_name (self->base.session), ==, "Settle question");
  assert_list (self, "| 1:1 last_year_date:1 + ");
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);

#define ADD(name, rows, func) g_test_add ("/checks/view/" name, Fixture, rows, set_up, func, tear_down)
  ADD ("groups", ROWS, test_groups);
  ADD ("go-to", ROWS, test_go_to);
  ADD ("follow", ROWS, test_follow);
  ADD ("hidden", ROWS, test_hidden);
  ADD ("settle", ROWS, test_settle);
  ADD ("digits", ROWS, test_digits);
  ADD ("nothing", CLEAN, test_nothing);
  ADD ("document", CLEAN, test_document);
  ADD ("close", ROWS, test_close);
  ADD ("pictures", ROWS, test_pictures);
  ADD ("pictures-none", CLEAN, test_pictures);

  return g_test_run ();
}
