/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-edit.h"
#include "mattra-find-bar.h"
#include "mattra-replace-text.h"
#include "mattra-replace-window.h"
#include "picture.h"
#include "register-fixture.h"
#include "seek.h"

#define PERIOD "\tต.ค. 65 - ก.ย. 66\t"
#define ROWS                                                                                                  \
  "1\tแนวทางใช้งบประมาณของกองคลัง\tกองคลังประชุมชี้แจง\tกองคลัง" PERIOD "ประชุมเมื่อ 5 มกราคม 2566\n"                      \
  "2\tการจัดซื้อจัดจ้าง\tเผยแพร่แผน\tกองช่าง" PERIOD "เผยแพร่เมื่อ ๕ มกราคม ๒๕๖๖\n"                                     \
  "3\tการบริการประชาชน\tจัดทำคู่มือ\tทุกส่วนราชการ" PERIOD "\n"

typedef struct
{
  RegisterFixture base;
  MattraMeasureList *list;
  GtkWidget *bar;
  GString *path;  /* "number:field " of each cell one was led to */
  guint n_closed;
} Fixture;

/* As a table does: the cursor goes there and says so. */
static void
follow (Fixture    *self,
        const char *measure,
        const char *field)
{
  guint position = 0;

  g_assert_true (mattra_measure_list_find (self->list, measure, &position));
  g_string_append_printf (self->path, "%u:%s ", position + 1, field);
  mattra_find_bar_set_cell (MATTRA_FIND_BAR (self->bar), measure, field, field);
}

static void
note_close (Fixture *self)
{
  self->n_closed++;
}

static gboolean
is_ready (gpointer data)
{
  return mattra_find_bar_is_ready (data);
}

static void
finish (Fixture *self)
{
  mattra_session_wait (self->base.session);
  picture_wait (is_ready, self->bar);
  picture_settle ();
}

static void
show (Fixture *self,
      int      width)
{
  self->bar = mattra_find_bar_new (self->base.session, self->list);
  g_object_add_weak_pointer (G_OBJECT (self->bar), (gpointer *) &self->bar);
  g_signal_connect_swapped (self->bar, "go-to", G_CALLBACK (follow), self);
  g_signal_connect_swapped (self->bar, "close", G_CALLBACK (note_close), self);
  register_fixture_show (&self->base, self->bar, width, 300);
  mattra_find_bar_open (MATTRA_FIND_BAR (self->bar), NULL);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  picture_set_language ("en");
  register_fixture_init (&self->base, ROWS, "2023-10-15");
  self->path = g_string_new (NULL);
  self->n_closed = 0;
  self->list = mattra_measure_list_new (self->base.session);
  mattra_session_wait (self->base.session);
  show (self, 700);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->list);
  register_fixture_clear (&self->base);
  g_assert_null (self->bar);
  g_string_free (self->path, TRUE);
}

/* The fields of the bar */

static GtkEditable *
find_entry (Fixture *self)
{
  return GTK_EDITABLE (seek (self->bar, GTK_TYPE_SEARCH_ENTRY, NULL));
}

static GtkEditable *
replace_entry (Fixture *self)
{
  return GTK_EDITABLE (seek (self->bar, GTK_TYPE_ENTRY, NULL));
}

static void
choose (Fixture *self,
        guint    which, /* 0: columns, 1: measures */
        guint    choice)
{
  g_autoptr (GPtrArray) drop_downs = seek_all (self->bar, GTK_TYPE_DROP_DOWN, NULL);

  gtk_drop_down_set_selected (g_ptr_array_index (drop_downs, which), choice);
}

static void
fold (Fixture *self,
      gboolean active)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (seek (self->bar, GTK_TYPE_CHECK_BUTTON, NULL)), active);
}

static void
type (Fixture    *self,
      const char *text)
{
  gtk_editable_set_text (find_entry (self), text);
  finish (self);
}

static guint
n_hits (Fixture *self)
{
  guint n = 0;

  g_object_get (self->bar, "n-hits", &n, NULL);
  return n;
}

static gboolean
is_sensitive (GtkWidget  *in,
              const char *label)
{
  return gtk_widget_is_sensitive (seek (in, GTK_TYPE_BUTTON, label));
}

static gboolean
says (Fixture    *self,
      const char *text)
{
  GtkWidget *label = seek (self->bar, GTK_TYPE_LABEL, text);

  return label && gtk_widget_get_mapped (label);
}

/* What is found */

static void
test_hits (Fixture       *self,
           gconstpointer  data)
{
  static const struct
  {
    const char *text;
    gboolean fold;
    const char *column; /* NULL: all */
    const char *number; /* of the only measure in the list; NULL: all */
    guint n;
  } rows[] = {
    { "กองคลัง", TRUE, NULL, NULL, 3 },
    { "กองคลัง", TRUE, "steps", NULL, 1 },
    { "กองคลัง", TRUE, "results", NULL, 0 },
    { "กองคลัง", TRUE, NULL, "การจัดซื้อ", 0 },
    { "5 มกราคม 2566", TRUE, NULL, NULL, 2 },
    { "5 มกราคม 2566", FALSE, NULL, NULL, 1 },
    { "๕ มกราคม ๒๕๖๖", FALSE, NULL, NULL, 1 },
    { "5 มกราคม 2566", TRUE, NULL, "การจัดซื้อ", 1 },
    { "ไม่มีที่ใด", TRUE, NULL, NULL, 0 },
    { "", TRUE, NULL, NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      mattra_measure_list_set_search (self->list, rows[i].number ? rows[i].number : "");
      mattra_session_wait (self->base.session);
      fold (self, rows[i].fold);
      if (rows[i].column)
        mattra_find_bar_set_cell (MATTRA_FIND_BAR (self->bar), NULL, rows[i].column, rows[i].column);
      choose (self, 0, rows[i].column ? 1 : 0);
      type (self, rows[i].text);
      g_assert_cmpuint (n_hits (self), ==, rows[i].n);
      g_assert_true (says (self, "Not found") == (rows[i].n == 0 && *rows[i].text != '\0'));
      g_assert_true (is_sensitive (self->bar, "Replace _All…") == (rows[i].n > 0));
    }
}

/* In all measures more is found than in the list; one is led out of the list then. */
static void
test_scope (Fixture       *self,
            gconstpointer  data)
{
  mattra_session_set_division (self->base.session, "");
  mattra_session_wait (self->base.session);
  type (self, "กองคลัง");
  g_assert_cmpuint (n_hits (self), ==, 0);
  choose (self, 1, 1);
  finish (self);
  g_assert_cmpuint (n_hits (self), ==, 3);
  g_signal_handlers_disconnect_by_data (self->bar, self);
  mattra_find_bar_next (MATTRA_FIND_BAR (self->bar), FALSE);
  finish (self);
  g_assert_null (mattra_session_get_division (self->base.session));
}

/* Going from hit to hit */

static void
step (Fixture    *self,
      gboolean    backwards,
      const char *path)
{
  mattra_find_bar_next (MATTRA_FIND_BAR (self->bar), backwards);
  finish (self);
  g_assert_cmpstr (self->path->str, ==, path);
}

static void
test_step (Fixture       *self,
           gconstpointer  data)
{
  type (self, "กองคลัง");
  step (self, FALSE, "1:title ");
  g_assert_true (says (self, "1 of 3 cells") || says (self, "๑ of ๓ cells"));
  step (self, FALSE, "1:title 1:steps ");
  step (self, FALSE, "1:title 1:steps 1:responsible ");
  step (self, FALSE, "1:title 1:steps 1:responsible 1:title ");
  step (self, TRUE, "1:title 1:steps 1:responsible 1:title 1:responsible ");
}

/* One goes on from the cursor, not from the last hit. */
static void
test_cursor (Fixture       *self,
             gconstpointer  data)
{
  type (self, "ก");
  g_string_truncate (self->path, 0);
  mattra_find_bar_set_cell (MATTRA_FIND_BAR (self->bar), mattra_measure_list_get_id (self->list, 1), "status",
                            "Status");
  step (self, FALSE, "2:title ");
  mattra_find_bar_set_cell (MATTRA_FIND_BAR (self->bar), mattra_measure_list_get_id (self->list, 2), "status",
                            "Status");
  g_string_truncate (self->path, 0);
  mattra_find_bar_next (MATTRA_FIND_BAR (self->bar), FALSE);
  finish (self);
  g_assert_true (g_str_has_prefix (self->path->str, "3:"));
}

/* Enter before the hits are there goes to the first as soon as they are. */
static void
test_hasty (Fixture       *self,
            gconstpointer  data)
{
  gtk_editable_set_text (find_entry (self), "จัดทำคู่มือ");
  g_signal_emit_by_name (find_entry (self), "activate");
  finish (self);
  g_assert_cmpstr (self->path->str, ==, "3:steps ");
}

/* Replacing */

static void
assert_cell (Fixture    *self,
             const char *measure,
             const char *field,
             const char *expected)
{
  g_autofree char *text = register_fixture_cell (&self->base, measure, field);

  g_assert_cmpstr (text, ==, expected);
}

static void
undo (Fixture *self)
{
  mattra_session_undo (self->base.session);
  finish (self);
}

static void
test_replace (Fixture       *self,
              gconstpointer  data)
{
  gtk_editable_set_text (replace_entry (self), "สำนักคลัง");
  type (self, "กองคลัง");
  seek_click (self->bar, "_Replace");
  finish (self);
  g_assert_cmpstr (self->path->str, ==, "1:title ");
  g_assert_null (mattra_session_get_undo_name (self->base.session) ? strstr (
                   mattra_session_get_undo_name (self->base.session), "Replace") : NULL);
  seek_click (self->bar, "_Replace");
  finish (self);
  assert_cell (self, "1", "title", "แนวทางใช้งบประมาณของสำนักคลัง");
  assert_cell (self, "1", "steps", "กองคลังประชุมชี้แจง");
  g_assert_cmpstr (self->path->str, ==, "1:title 1:steps ");
  g_assert_cmpuint (n_hits (self), ==, 2);
  g_assert_cmpstr (mattra_session_get_undo_name (self->base.session), ==, "Replace “กองคลัง” by “สำนักคลัง”");
  undo (self);
  assert_cell (self, "1", "title", "แนวทางใช้งบประมาณของกองคลัง");
  g_assert_cmpuint (n_hits (self), ==, 3);
}

/* What becomes a text that holds what is looked for is not replaced twice. */
static void
test_longer (Fixture       *self,
             gconstpointer  data)
{
  gtk_editable_set_text (replace_entry (self), "กองคลังและพัสดุ");
  type (self, "กองคลัง");
  for (guint i = 0; i < 3; i++)
    {
      seek_click (self->bar, "_Replace");
      finish (self);
    }
  g_assert_cmpstr (self->path->str, ==, "1:title 1:steps 1:responsible ");
  assert_cell (self, "1", "title", "แนวทางใช้งบประมาณของกองคลังและพัสดุ");
  assert_cell (self, "1", "steps", "กองคลังและพัสดุประชุมชี้แจง");
}

static gboolean
is_preview_ready (gpointer data)
{
  return mattra_replace_window_is_ready (data);
}

static GtkWidget *
open_preview_by (Fixture    *self,
                 const char *label)
{
  g_autoptr (GList) windows = NULL;
  GtkWidget *preview = NULL;

  seek_click (self->bar, label);
  windows = gtk_window_list_toplevels ();
  for (GList *window = windows; window; window = window->next)
    if (MATTRA_IS_REPLACE_WINDOW (window->data))
      preview = window->data;
  g_assert_nonnull (preview);
  picture_wait (is_preview_ready, preview);
  picture_settle ();
  return preview;
}

static GtkWidget *
open_preview (Fixture *self)
{
  return open_preview_by (self, "Replace _All…");
}

static void
test_replace_all (Fixture       *self,
                  gconstpointer  data)
{
  GtkWidget *preview = NULL;

  gtk_editable_set_text (replace_entry (self), "สำนักคลัง");
  type (self, "กองคลัง");
  preview = open_preview (self);
  g_assert_nonnull (seek (preview, GTK_TYPE_LABEL, "To be replaced: 3 places in 3 cells")
                    ? seek (preview, GTK_TYPE_LABEL, "To be replaced: 3 places in 3 cells")
                    : seek (preview, GTK_TYPE_LABEL, "To be replaced: ๓ places in ๓ cells"));
  seek_click (preview, "_Replace");
  finish (self);
  assert_cell (self, "1", "title", "แนวทางใช้งบประมาณของสำนักคลัง");
  assert_cell (self, "1", "steps", "สำนักคลังประชุมชี้แจง");
  assert_cell (self, "1", "responsible", "สำนักคลัง");
  g_assert_cmpuint (n_hits (self), ==, 0);
  g_assert_cmpstr (mattra_session_get_undo_name (self->base.session), ==, "Replace “กองคลัง” by “สำนักคลัง”");
  undo (self);
  assert_cell (self, "1", "title", "แนวทางใช้งบประมาณของกองคลัง");
  assert_cell (self, "1", "steps", "กองคลังประชุมชี้แจง");
  assert_cell (self, "1", "responsible", "กองคลัง");
  g_assert_cmpuint (n_hits (self), ==, 3);
}

/* The word that was just typed is meant, though only the one before it was found yet. */
static void
test_hasty_all (Fixture       *self,
                gconstpointer  data)
{
  GtkWidget *preview = NULL;
  int end = (int) g_utf8_strlen ("กองคลัง", -1);

  gtk_editable_set_text (replace_entry (self), "สำนักคลัง");
  type (self, "กองคลัง");
  gtk_editable_insert_text (find_entry (self), "ประชุม", -1, &end);
  preview = open_preview (self);
  g_assert_nonnull (seek (preview, GTK_TYPE_LABEL, "“กองคลังประชุม” becomes “สำนักคลัง”"));
  gtk_window_close (GTK_WINDOW (preview));
  finish (self);
}

/* What is written elsewhere while one looks is shown before it is replaced. */
static void
test_preview_changes (Fixture       *self,
                      gconstpointer  data)
{
  GtkWidget *preview = NULL;

  gtk_editable_set_text (replace_entry (self), "สำนักคลัง");
  type (self, "กองคลัง");
  preview = open_preview (self);
  register_fixture_set (&self->base, "2", "steps", "กองคลังเผยแพร่");
  finish (self);
  picture_wait (is_preview_ready, preview);
  g_assert_nonnull (seek (preview, GTK_TYPE_LABEL, "To be replaced: 4 places in 4 cells"));
  g_assert_true (is_sensitive (preview, "_Replace"));
  seek_click (preview, "_Replace");
  finish (self);
  assert_cell (self, "2", "steps", "สำนักคลังเผยแพร่");
}

/* A register that cannot be read is not one in which nothing was found. */
static void
test_failure (Fixture       *self,
              gconstpointer  data)
{
  mattra_session_close (self->base.session);
  gtk_editable_set_text (find_entry (self), "กองคลัง");
  g_signal_emit_by_name (find_entry (self), "activate");
  finish (self);
  g_assert_false (says (self, "Not found"));
  g_assert_true (says (self, "is closed"));
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  type (self, "กองคลัง");
  gtk_window_close (GTK_WINDOW (open_preview (self)));
  finish (self);
  assert_cell (self, "1", "steps", "กองคลังประชุมชี้แจง");
}

/* Two divisions have answered: their common cell in the table of all can't be changed. */
static gboolean
answer_twice (MattraStore  *store,
              MattraPlan   *plan,
              gpointer      data,
              GError      **error)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  static const char *const answers[] = { "จัดทำคู่มือเล่มแรก", "จัดทำคู่มือเล่มหลัง" };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      const MattraEdit edit = { "3", "results", answers[i], MATTRA_ROUND_FULL_YEAR,
                                mattra_division_list_get (divisions, i)->id };

      if (!mattra_edit_set (store, plan, &edit, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_read_only_cell (Fixture       *self,
                     gconstpointer  data)
{
  GtkWidget *preview = NULL;

  mattra_session_act_async (self->base.session, "set", NULL, answer_twice, NULL, NULL, NULL, NULL);
  gtk_editable_set_text (replace_entry (self), "ทำคู่มือ");
  type (self, "จัดทำคู่มือ");
  g_assert_cmpuint (n_hits (self), ==, 2);
  step (self, FALSE, "3:steps ");
  g_assert_true (is_sensitive (self->bar, "_Replace"));
  step (self, FALSE, "3:steps 3:results ");
  g_assert_false (is_sensitive (self->bar, "_Replace"));
  g_assert_true (says (self, "Several divisions have answered here"));

  preview = open_preview (self);
  g_assert_nonnull (seek (preview, GTK_TYPE_LABEL, "Several divisions have answered here"));
  seek_click (preview, "_Replace");
  finish (self);
  assert_cell (self, "3", "steps", "ทำคู่มือ");
  g_assert_cmpuint (n_hits (self), ==, 1);
  preview = open_preview (self);
  g_assert_false (is_sensitive (preview, "_Replace"));
  gtk_window_close (GTK_WINDOW (preview));
}

/* A year in the other digits is found, and is not replaced: nobody knows in which digits. */
static void
test_other_digits (Fixture       *self,
                   gconstpointer  data)
{
  gtk_editable_set_text (replace_entry (self), "6 มกราคม 2566");
  type (self, "5 มกราคม 2566");
  step (self, FALSE, "1:results ");
  g_assert_true (is_sensitive (self->bar, "_Replace"));
  step (self, FALSE, "1:results 2:results ");
  g_assert_false (is_sensitive (self->bar, "_Replace"));
  g_assert_true (says (self, "in other letters"));
  seek_click (open_preview (self), "_Replace");
  finish (self);
  assert_cell (self, "1", "results", "ประชุมเมื่อ 6 มกราคม 2566");
  assert_cell (self, "2", "results", "เผยแพร่เมื่อ ๕ มกราคม ๒๕๖๖");
}

/* The count follows what others do meanwhile, and one stays on the hit one stands on. */
static void
test_changes (Fixture       *self,
              gconstpointer  data)
{
  type (self, "กองคลัง");
  step (self, FALSE, "1:title ");
  step (self, FALSE, "1:title 1:steps ");
  register_fixture_set (&self->base, "2", "steps", "กองคลังเผยแพร่");
  finish (self);
  g_assert_cmpuint (n_hits (self), ==, 4);
  step (self, FALSE, "1:title 1:steps 1:responsible ");
  step (self, FALSE, "1:title 1:steps 1:responsible 2:steps ");
  register_fixture_set (&self->base, "2", "steps", "เผยแพร่");
  finish (self);
  g_assert_cmpuint (n_hits (self), ==, 3);
}

static void
test_close (Fixture       *self,
            gconstpointer  data)
{
  g_signal_emit_by_name (find_entry (self), "stop-search");
  g_assert_cmpuint (self->n_closed, ==, 1);
  seek_click (self->bar, "Close (Esc)");
  g_assert_cmpuint (self->n_closed, ==, 2);
}

/* What a preview shows of a cell */
static void
test_markup (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *find;
    const char *replacement;
    const char *markup;
  } rows[] = {
    { "กองคลัง", "กอง", "สำนัก", "<s>กอง</s> <b>สำนัก</b>คลัง" },
    { "กองคลัง", "กอง", "", "<s>กอง</s>คลัง" },
    { "ก\nขค\nก", "ค", "ง", "ข<s>ค</s> <b>ง</b>" },
    { "a<b & a", "a", "<", "<s>a</s> <b>&lt;</b>&lt;b &amp; <s>a</s> <b>&lt;</b>" },
    { "ก\nข", "ก\nข", "ค", "<s>ก\nข</s> <b>ค</b>" },
    { "๒๕๖๖", "2566", "2567", "๒๕๖๖" },
    { "0123456789012345678901234567890123456789012345678901234567890", "890", "-",
      "01234567<s>890</s> <b>-</b>1234567<s>890</s> <b>-</b>1234567<s>890</s> <b>-</b>1234567<s>890</s> <b>-</b>"
      "1234567<s>890</s> <b>-</b>1234567<s>890</s> <b>-</b>" },
    { "01234567890123456789012345678901234567890123456789!", "!", "?",
      "…234567890123456789012345678901234567890123456789<s>!</s> <b>?</b>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *markup = mattra_replace_text_markup (rows[i].text, rows[i].find, rows[i].replacement);

      g_test_message ("row %u", i);
      g_assert_cmpstr (markup, ==, rows[i].markup);
    }
}

/* Also with text of twice the size the bar leaves a window of 640 pixels as it is. */
static void
test_fits (Fixture       *self,
           gconstpointer  data)
{
  static const char *const languages[] = { "th", "en" };

  picture_set_text (2.0);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strdup_printf ("find-bar-large-%s", languages[i]);
      int minimum = 0;

      gtk_window_destroy (GTK_WINDOW (self->base.window));
      picture_set_language (languages[i]);
      show (self, 640);
      type (self, "จัดทำคู่มือ");
      mattra_find_bar_set_cell (MATTRA_FIND_BAR (self->bar), NULL, "period_text", "ระยะเวลาดำเนินการ");
      choose (self, 0, 1);
      finish (self);
      picture_save (self->base.window, name);
      gtk_widget_measure (self->bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s: %d px", languages[i], minimum);
      g_assert_cmpint (minimum, <=, 640);
    }
  picture_set_text (1.0);
  picture_set_language ("en");
}

static void
test_pictures (Fixture       *self,
               gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *all; /* the button */
  } languages[] = { { "th", "แทนที่_ทั้งหมด…" }, { "en", "Replace _All…" } };

  mattra_session_act_async (self->base.session, "set", NULL, answer_twice, NULL, NULL, NULL, NULL);
  register_fixture_set (&self->base, "2", "steps", "จัดทำคู่มือการจัดซื้อและเผยแพร่แผน");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *bar = g_strdup_printf ("find-bar-%s", languages[i].name);
      g_autofree char *all = g_strdup_printf ("find-replace-all-%s", languages[i].name);
      GtkWidget *preview = NULL;

      gtk_window_destroy (GTK_WINDOW (self->base.window));
      picture_set_language (languages[i].name);
      show (self, 640);
      gtk_editable_set_text (replace_entry (self), "จัดพิมพ์คู่มือ");
      type (self, "จัดทำคู่มือ");
      mattra_find_bar_next (MATTRA_FIND_BAR (self->bar), TRUE);
      finish (self);
      picture_save_both (self->base.window, bar);
      preview = open_preview_by (self, languages[i].all);
      picture_save_both (preview, all);
      gtk_window_destroy (GTK_WINDOW (preview));
    }
  picture_set_language ("en");
}

int
main (int    argc,
      char **argv)
{
  picture_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/find/bar/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("hits", test_hits);
  ADD ("scope", test_scope);
  ADD ("step", test_step);
  ADD ("cursor", test_cursor);
  ADD ("hasty", test_hasty);
  ADD ("replace", test_replace);
  ADD ("longer", test_longer);
  ADD ("replace-all", test_replace_all);
  ADD ("hasty-all", test_hasty_all);
  ADD ("preview-changes", test_preview_changes);
  ADD ("failure", test_failure);
  ADD ("cancel", test_cancel);
  ADD ("read-only-cell", test_read_only_cell);
  ADD ("other-digits", test_other_digits);
  ADD ("changes", test_changes);
  ADD ("close", test_close);
  ADD ("markup", test_markup);
  ADD ("fits", test_fits);
  ADD ("pictures", test_pictures);

  return g_test_run ();
}
