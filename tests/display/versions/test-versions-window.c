/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>
#include <unistd.h>

#include "mattra-bar.h"
#include "mattra-compare-view.h"
#include "mattra-edit.h"
#include "mattra-print-form.h"
#include "mattra-read-file.h"
#include "mattra-scan-dialog.h"
#include "mattra-seal-compare.h"
#include "mattra-seal-verify.h"
#include "mattra-seal.h"
#include "versions-fixture.h"

/* A year's work in the window: confirm, find the answers closed, correct, look at the versions, compare, attach. */

#define YEAR 2569

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

static MattraSession *
session_of (SampleDesk *self)
{
  return mattra_window_get_session (self->window);
}

static gboolean
is_open (SampleDesk *self)
{
  MattraPlan *plan = mattra_session_get_plan (session_of (self));

  return mattra_plan_get_round (plan, mattra_session_get_round (session_of (self)))->open;
}

typedef struct
{
  const char *target;
  const char *field;
  const char *value;
  MattraRound round;
} Change;

static gboolean
run_change (MattraStore  *store,
            MattraPlan   *plan,
            gpointer      data,
            GError      **error)
{
  const Change *change = data;
  const MattraEdit edit = { change->target, change->field, change->value, change->round, NULL };

  return mattra_edit_set (store, plan, &edit, error);
}

static void
change (SampleDesk *self,
        const char *target,
        const char *field,
        const char *value)
{
  Change wanted = { target, field, value, mattra_session_get_round (session_of (self)) };

  mattra_session_act_async (session_of (self), "set", NULL, run_change, &wanted, NULL, NULL, NULL);
  sample_desk_finish (self);
}

static void
test_seal (SampleDesk    *self,
           gconstpointer  data)
{
  GtkWidget *dialog = versions_begin_seal (self, "results");

  versions_wait_button (dialog, "C_onfirm");
  g_assert_nonnull (seek (dialog, GTK_TYPE_LABEL, "The answers of the round are closed then"));
  g_assert_false (gtk_widget_get_mapped (seek (dialog, ADW_TYPE_ENTRY_ROW, "Why It Is Corrected")));
  versions_wait_text (dialog, "mended");
  picture_save_both (dialog, "seal-look-en");
  g_assert_true (is_open (self));
  seek_click (dialog, "C_onfirm");
  versions_wait_text (dialog, "Version 1 Is Confirmed");
  picture_save_both (dialog, "seal-done-en");
  gtk_window_close (GTK_WINDOW (dialog));
  versions_wait_gone (MATTRA_TYPE_SEAL_DIALOG);
  sample_desk_finish (self);
  g_assert_cmpuint (versions_count (self), ==, 1);
  g_assert_false (is_open (self));
  versions_wait_text (GTK_WIDGET (self->window), "This round is closed");
  picture_save_both (GTK_WIDGET (self->window), "seal-closed-en");
}

/* As somebody has it who stands on a cell and wants to write there. */
static void
press_edit (MattraGrid *grid)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (grid));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_F2, 0, 0, &taken);
    }
  picture_settle ();
}

/* An answer of a closed round cannot be typed into, with a word why; what is planned can. */
static void
test_closed (SampleDesk    *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *field;
    gboolean open;
  } rows[] = {
    { "results", FALSE }, { "status", FALSE }, { "obstacles", FALSE }, { "recommendations", FALSE },
    { "title", TRUE },    { "steps", TRUE },   { "period_text", TRUE },
  };
  MattraGrid *grid = NULL;

  versions_seal (self, "results", NULL);
  grid = mattra_table_page_get_grid (sample_desk_table (self));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *measure = mattra_measure_list_get_id (mattra_table_page_get_list (sample_desk_table (self)), 1);

      g_test_message ("%s", rows[i].field);
      mattra_table_page_select (sample_desk_table (self), measure, rows[i].field);
      sample_desk_finish (self);
      press_edit (grid);
      g_assert_true (mattra_grid_is_editing (grid) == rows[i].open);
      if (rows[i].open)
        mattra_grid_cancel_edit (grid);
      else
        g_assert_nonnull (seek (GTK_WIDGET (grid), GTK_TYPE_LABEL, "The round is closed"));
    }
}

/* A correction names the version before, and asks for its reason. */
static void
test_correct (SampleDesk    *self,
              gconstpointer  data)
{
  GtkWidget *dialog = NULL;
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (MattraStore) store = NULL;
  g_autofree char *path = versions_path (self, "office.mattra");

  versions_seal (self, "results", NULL);
  change (self, "plan", "full_year_state", "open");
  g_assert_true (is_open (self));
  change (self, "3", "results", "เผยแพร่ครบทุกโครงการ");
  dialog = versions_begin_seal (self, "results");
  versions_wait_text (dialog, "The new one corrects it");
  g_assert_false (gtk_widget_is_sensitive (seek (dialog, GTK_TYPE_BUTTON, "C_onfirm")));
  gtk_editable_set_text (GTK_EDITABLE (seek (dialog, ADW_TYPE_ENTRY_ROW, "Why It Is Corrected")), "  ");
  g_assert_false (gtk_widget_is_sensitive (seek (dialog, GTK_TYPE_BUTTON, "C_onfirm")));
  gtk_editable_set_text (GTK_EDITABLE (seek (dialog, ADW_TYPE_ENTRY_ROW, "Why It Is Corrected")), "ผลไม่ครบ");
  picture_save_both (dialog, "seal-correct-en");
  seek_click (dialog, "C_onfirm");
  versions_wait_text (dialog, "Version 2 Is Confirmed");
  gtk_window_close (GTK_WINDOW (dialog));
  sample_desk_finish (self);
  store = mattra_store_open (path, TRUE, NULL);
  seals = mattra_store_list_seals (store, NULL, NULL);
  g_assert_cmpint (((MattraSeal *) g_ptr_array_index (seals, 1))->corrects, ==, 1);
  g_assert_cmpstr (((MattraSeal *) g_ptr_array_index (seals, 1))->reason, ==, "ผลไม่ครบ");
}

/* Whom the choice leaves out is neither shown as a signer nor on the paper. */
static void
test_left_out (SampleDesk    *self,
               gconstpointer  data)
{
  g_autoptr (MattraPrintChoice) choice = mattra_print_choice_new ("results", MATTRA_ROUND_FULL_YEAR, NULL);
  g_autoptr (GPtrArray) signers = mattra_print_choice_list_signers (choice, mattra_session_get_plan (session_of (self)));
  const MattraSigner *left = g_ptr_array_index (signers, 0);
  g_autofree char *id = g_strdup (left->id);
  const MattraSigner *kept = g_ptr_array_index (signers, 1);
  g_autofree char *path = versions_path (self, "office.mattra");
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (MattraStore) store = NULL;
  GtkWidget *dialog = NULL;

  g_ptr_array_add (choice->unsigned_by, g_strdup (left->id));
  dialog = GTK_WIDGET (mattra_seal_dialog_present (GTK_WINDOW (self->window), session_of (self), choice));
  versions_wait_button (dialog, "C_onfirm");
  versions_wait_text (dialog, kept->name);
  g_assert_false (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (seek (dialog, ADW_TYPE_ACTION_ROW, "Signed By"))),
                          left->name));
  seek_click (dialog, "C_onfirm");
  versions_wait_text (dialog, "Version 1 Is Confirmed");
  gtk_window_close (GTK_WINDOW (dialog));
  sample_desk_finish (self);
  store = mattra_store_open (path, TRUE, NULL);
  seals = mattra_store_list_seals (store, NULL, NULL);
  g_assert_nonnull (strstr (((MattraSeal *) g_ptr_array_index (seals, 0))->options, id));
}

/* Several papers are one version; the same again is its correction. */
static void
test_set (SampleDesk    *self,
          gconstpointer  data)
{
  GtkWidget *dialog = versions_begin_seal (self, "memo");
  GtkWidget *row = NULL;
  g_autofree char *path = versions_path (self, "office.mattra");
  g_autoptr (GPtrArray) seals = NULL;
  g_autoptr (MattraStore) store = NULL;

  versions_wait_button (dialog, "C_onfirm");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (seek (dialog, ADW_TYPE_EXPANDER_ROW, NULL)), TRUE);
  row = seek (seek (dialog, ADW_TYPE_EXPANDER_ROW, NULL), ADW_TYPE_ACTION_ROW, "signatures");
  g_assert_nonnull (row);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))), TRUE);
  picture_save (dialog, "seal-set-en");
  seek_click (dialog, "C_onfirm");
  versions_wait_text (dialog, "Version 1 Is Confirmed");
  gtk_window_close (GTK_WINDOW (dialog));
  sample_desk_finish (self);
  store = mattra_store_open (path, TRUE, NULL);
  seals = mattra_store_list_seals (store, NULL, NULL);
  g_assert_cmpstr (((MattraSeal *) g_ptr_array_index (seals, 0))->kind, ==, "memo,signature-sheet");
  g_assert_true (is_open (self));
}

static void
choose_kind (GtkWidget  *dialog,
             const char *kind)
{
  mattra_print_form_set_kind (MATTRA_PRINT_FORM (seek (dialog, MATTRA_TYPE_PRINT_FORM, NULL)), kind);
  versions_wait_button (dialog, "_Continue");
  seek_click (dialog, "_Continue");
  versions_wait_button (dialog, "C_onfirm");
}

/* The version's own file, given to the register again. */
static void
assert_verified (SampleDesk *self,
                 const char *kinds)
{
  g_autofree char *path = versions_path (self, "office.mattra");
  g_autofree char *output = versions_path (self, "set.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (MattraStore) store = mattra_store_open (path, TRUE, &error);
  g_autoptr (GPtrArray) seals = mattra_store_list_seals (store, NULL, &error);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (MattraVerdict) verdict = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (seals->len, ==, 1);
  g_assert_cmpstr (((MattraSeal *) g_ptr_array_index (seals, 0))->kind, ==, kinds);
  mattra_seal_write (store, g_ptr_array_index (seals, 0), output, &error);
  g_assert_no_error (error);
  pdf = mattra_read_file (output, MATTRA_BLOB_MAX, &error);
  g_assert_no_error (error);
  verdict = mattra_seal_verify_file (store, pdf, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (verdict->kind, ==, MATTRA_VERDICT_VERSION);
  g_assert_cmpuint (verdict->differences->len, ==, 0);
}

/* The papers that the office keeps as one file, chosen in the form: each once, also where one of them was marked as a
 * further paper before; the version has both names, and says what stands in the register. */
static void
test_kept_set (SampleDesk    *self,
               gconstpointer  data)
{
  const char *kinds = "memo,signature-sheet";
  GtkWidget *dialog = NULL;
  GtkWidget *window = NULL;
  GtkWidget *row = NULL;
  g_autofree char *names = NULL;

  change (self, "plan", "set/kinds", kinds);
  dialog = versions_begin_seal (self, "memo");
  versions_wait_button (dialog, "C_onfirm");
  row = seek (seek (dialog, ADW_TYPE_EXPANDER_ROW, NULL), ADW_TYPE_ACTION_ROW, "signatures");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))), TRUE);
  seek_click (dialog, "_Back");
  choose_kind (dialog, MATTRA_REPORT_SET);
  names = g_strdup_printf ("%s + %s · ", mattra_report_kind_title ("memo"), mattra_report_kind_title ("signature-sheet"));
  versions_wait_text (dialog, names);
  g_assert_false (gtk_widget_get_mapped (seek (dialog, ADW_TYPE_EXPANDER_ROW, "Further Papers")));
  picture_save_both (dialog, "seal-kept-set-en");
  seek_click (dialog, "C_onfirm");
  versions_wait_text (dialog, "Version 1 Is Confirmed");
  gtk_window_close (GTK_WINDOW (dialog));
  sample_desk_finish (self);
  assert_verified (self, kinds);
  window = versions_show (self, 0);
  versions_wait_text (window, names);
  mattra_versions_window_show_version (MATTRA_VERSIONS_WINDOW (window), 1);
  versions_wait_text (window, names);
  gtk_widget_activate_action (window, "versions.compare", NULL);
  versions_wait_text (window, "Version 1 and today: nothing differs");
  gtk_window_close (GTK_WINDOW (window));
  versions_wait_gone (MATTRA_TYPE_VERSIONS_WINDOW);
}

/* A set without papers is no report yet: one comes to where they are chosen. */
static void
test_empty_set (SampleDesk    *self,
                gconstpointer  data)
{
  g_autoptr (MattraPrintChoice) choice = mattra_print_choice_new ("", MATTRA_ROUND_FULL_YEAR, NULL);
  GtkWidget *dialog = GTK_WIDGET (mattra_seal_dialog_present (GTK_WINDOW (self->window), session_of (self), choice));

  picture_settle ();
  g_assert_true (gtk_widget_get_mapped (seek (dialog, MATTRA_TYPE_PRINT_FORM, NULL)));
  gtk_window_close (GTK_WINDOW (dialog));
  versions_wait_gone (MATTRA_TYPE_SEAL_DIALOG);
}

/* What is late is so on a day: the version says on which. */
static void
test_late (SampleDesk    *self,
           gconstpointer  data)
{
  MattraDate today = mattra_clock_get_today (mattra_session_get_clock (session_of (self)));
  g_autofree char *day = mattra_date_format (today, MATTRA_DATE_SHORT, MATTRA_DIGITS_WESTERN);
  g_autofree char *words = g_strdup_printf ("as of %s", day);
  GtkWidget *window = NULL;

  versions_seal (self, "late", NULL);
  window = versions_show (self, 1);
  versions_wait_text (window, words);
  picture_save (window, "versions-late-en");
  gtk_window_close (GTK_WINDOW (window));
  versions_wait_gone (MATTRA_TYPE_VERSIONS_WINDOW);
}

/* The panel's choice is what is confirmed, with whom it leaves out. */
static void
test_panel (SampleDesk    *self,
            gconstpointer  data)
{
  GtkWidget *dialog = NULL;

  sample_desk_act (self, "report");
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "seal", NULL);
  dialog = versions_wait (MATTRA_TYPE_SEAL_DIALOG);
  versions_wait_button (dialog, "C_onfirm");
  seek_click (dialog, "_Back");
  versions_wait_button (dialog, "_Continue");
  picture_save (dialog, "seal-form-en");
  gtk_window_close (GTK_WINDOW (dialog));
  versions_wait_gone (MATTRA_TYPE_SEAL_DIALOG);
  g_assert_cmpuint (versions_count (self), ==, 0);
}

/* The list, one version, what has changed since, and the way to the cell. */
static void
test_versions (SampleDesk    *self,
               gconstpointer  data)
{
  GtkWidget *window = NULL;
  GtkWidget *view = NULL;
  GtkWidget *list = NULL;

  versions_seal (self, "results", NULL);
  change (self, "3", "title", "เปิดเผยแผนการใช้จ่าย");
  change (self, "plan", "full_year_state", "open");
  change (self, "5", "results", "ประเมินแล้วทุกคน");
  versions_seal (self, "results", "ผลไม่ครบ");
  versions_seal (self, "measures", NULL);
  window = versions_show (self, 0);
  versions_wait_text (window, "Version 3");
  versions_wait_text (window, "Corrects version 1");
  picture_save_both (window, "versions-list-en");
  mattra_versions_window_show_version (MATTRA_VERSIONS_WINDOW (window), 1);
  versions_wait_text (window, "Was corrected by version 2");
  picture_save_both (window, "versions-one-en");
  gtk_widget_activate_action (window, "versions.compare", NULL);
  versions_wait_text (window, "Version 1 and today: 2 cells differ");
  view = seek (window, MATTRA_TYPE_COMPARE_VIEW, NULL);
  g_assert_nonnull (seek (view, GTK_TYPE_LABEL, "Measure 3"));
  g_assert_nonnull (seek (view, GTK_TYPE_LABEL, "+ ประเมินแล้วทุกคน"));
  picture_save_both (window, "versions-compare-en");
  list = seek (view, GTK_TYPE_LIST_VIEW, NULL);
  g_signal_emit_by_name (list, "activate", 0);
  sample_desk_finish (self);
  g_assert_cmpstr (mattra_table_page_get_field (sample_desk_table (self)), ==, "title");
  gtk_widget_activate_action (window, "versions.back", NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (seek (window, ADW_TYPE_COMBO_ROW, "Compare With")), 1);
  gtk_widget_activate_action (window, "versions.compare", NULL);
  versions_wait_text (window, "Version 1 and version 2: 2 cells differ");
  gtk_window_close (GTK_WINDOW (window));
  versions_wait_gone (MATTRA_TYPE_VERSIONS_WINDOW);
}

static void
test_empty (SampleDesk    *self,
            gconstpointer  data)
{
  GtkWidget *window = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (self->window), "versions", NULL);
  window = versions_wait (MATTRA_TYPE_VERSIONS_WINDOW);
  versions_wait_text (window, "Nothing Is Confirmed Yet");
  picture_save_both (window, "versions-none-en");
  seek_click (window, "_Confirm a Version…");
  versions_wait (MATTRA_TYPE_SEAL_DIALOG);
  gtk_window_close (GTK_WINDOW (versions_find (MATTRA_TYPE_SEAL_DIALOG)));
  gtk_window_close (GTK_WINDOW (window));
  versions_wait_gone (MATTRA_TYPE_VERSIONS_WINDOW);
}

static const struct
{
  const char *name;
  const char *bytes; /* NULL: the file vanishes */
  goffset length;    /* 0: that of the bytes */
  const char *told;  /* NULL: it is attached */
} scan_rows[] = {
  { "scan.pdf", "%PDF-1.4 scan", 0, NULL },
  { "picture.jpg", "\xff\xd8\xff\xe0 scan", 0, NULL },
  { "table.pdf", "PK\003\004", 0, "neither PDF nor JPEG" },
  { "gone.pdf", NULL, 0, "not there" },
  { "huge.pdf", "%PDF-1.4 scan", 60 * 1024 * 1024, "larger than" },
  { ".", NULL, 0, "is no file" },
};

/* The signed paper: dropped on the version, with who signed and when; wrong files are told and leave nothing. */
static void
test_scans (SampleDesk    *self,
            gconstpointer  data)
{
  GtkWidget *window = NULL;

  versions_seal (self, "measures", NULL);
  window = versions_show (self, 1);
  for (guint i = 0; i < G_N_ELEMENTS (scan_rows); i++)
    {
      g_autofree char *path = versions_path (self, scan_rows[i].name);
      g_autofree char *name = g_strdup_printf ("นายก %u", i);
      GtkWidget *dialog = NULL;

      if (scan_rows[i].bytes)
        g_assert_true (g_file_set_contents (path, scan_rows[i].bytes, -1, NULL));
      if (scan_rows[i].length > 0)
        g_assert_cmpint (truncate (path, scan_rows[i].length), ==, 0);
      versions_drop (window, path);
      dialog = versions_wait (MATTRA_TYPE_SCAN_DIALOG);
      gtk_editable_set_text (GTK_EDITABLE (seek (dialog, ADW_TYPE_ENTRY_ROW, "Signed By")), name);
      gtk_editable_set_text (GTK_EDITABLE (seek (dialog, ADW_TYPE_ENTRY_ROW, "Signed On")), "๑๐ เม.ย.");
      g_assert_false (gtk_widget_is_sensitive (seek (dialog, GTK_TYPE_BUTTON, "_Attach")));
      gtk_editable_set_text (GTK_EDITABLE (seek (dialog, ADW_TYPE_ENTRY_ROW, "Signed On")), "๑๐ เม.ย. ๒๕๖๙");
      if (i == 0)
        picture_save_both (dialog, "versions-scan-en");
      seek_click (dialog, "_Attach");
      if (scan_rows[i].told)
        {
          versions_tell (scan_rows[i].told);
          gtk_window_close (GTK_WINDOW (dialog));
          versions_wait_gone (MATTRA_TYPE_SCAN_DIALOG);
          g_assert_null (seek (window, ADW_TYPE_ACTION_ROW, name));
          continue;
        }
      versions_wait_gone (MATTRA_TYPE_SCAN_DIALOG);
      versions_wait_text (window, name);
    }
  picture_save (window, "versions-scans-en");
  gtk_window_close (GTK_WINDOW (window));
  versions_wait_gone (MATTRA_TYPE_VERSIONS_WINDOW);
}

int
main (int    argc,
      char **argv)
{
  MattraApplication *application = sample_desk_start (&argc, &argv);
  static const struct
  {
    const char *path;
    void (*run) (SampleDesk    *self,
                 gconstpointer  data);
  } tests[] = {
    { "/versions/window/seal", test_seal },         { "/versions/window/closed", test_closed },
    { "/versions/window/correct", test_correct },   { "/versions/window/set", test_set },
    { "/versions/window/left-out", test_left_out }, { "/versions/window/kept-set", test_kept_set },
    { "/versions/window/empty-set", test_empty_set }, { "/versions/window/late", test_late },
    { "/versions/window/panel", test_panel },       { "/versions/window/versions", test_versions },
    { "/versions/window/empty", test_empty },       { "/versions/window/scans", test_scans },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, SampleDesk, application, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
