/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "mattra-drafts.h"
#include "mattra-print-dialog.h"
#include "mattra-print-form.h"
#include "mattra-report-choices.h"
#include "mattra-report-panel.h"
#include "mattra-report-place.h"
#include "mattra-report-texts.h"
#include "picture.h"
#include "seek.h"
#include "window-desk.h"

/* What is typed into the options of a report, beside the table or in the window that prints, survives the end of the
 * program as it does elsewhere. */

#define OPTION "--type-into-report"

typedef struct
{
  const char *name;
  const char *kind;
  const char *setting;
  const char *text;
  const char *words;   /* of the bar */
  gboolean in_dialog;
  gboolean screen;     /* it is the screen that goes */
  const char *picture;
} Case;

static const Case cases[] = {
  { "preface", "results", "preface", "คำนำพิมพ์ค้าง\nย่อหน้าที่สอง", "”, Text, Each Paragraph a Line)", FALSE, FALSE,
    "en-draft-report" },
  { "display-lost", "results", "title", "ชื่อพิมพ์ค้าง", "”, Title)", FALSE, TRUE, NULL },
  { "cover", "results", "cover", "ปกพิมพ์ค้าง", "”, Lines of the Cover", FALSE, FALSE, NULL },
  { "classes", "measures", "classes", "85 ดีพิมพ์ค้าง", "”, Least Points and Name of Each Class", FALSE, FALSE, NULL },
  { "dialog", "order", "duties", "หน้าที่พิมพ์ค้าง", "”, Duties of the Committee, Each a Line)", TRUE, FALSE, NULL },
};

static MattraPlan *
get_plan (Desk *self)
{
  return mattra_session_get_plan (desk_session (self));
}

/* What the plan has of its own. */
static const char *
get_stored (Desk       *self,
            const Case *tested)
{
  g_autofree char *name = mattra_report_setting_name (get_plan (self), tested->kind, tested->setting);

  return mattra_plan_get_setting (get_plan (self), name);
}

static GtkWidget *
find_panel (Desk *self)
{
  return seek (GTK_WIDGET (self->window), MATTRA_TYPE_REPORT_PANEL, NULL);
}

/* Where the options are: the panel, or the dialog while there is one. */
static GtkWidget *
find_top (Desk *self)
{
  GtkWindow *dialog = desk_find_dialog (self);

  return dialog ? GTK_WIDGET (dialog) : find_panel (self);
}

static MattraSettingText *
find_text (Desk       *self,
           const Case *tested)
{
  GtkWidget *texts = seek (find_top (self), MATTRA_TYPE_REPORT_TEXTS, NULL);

  return mattra_report_texts_find (MATTRA_REPORT_TEXTS (texts), tested->setting);
}

typedef struct
{
  Desk *desk;
  const Case *tested;
} Awaited;

static gboolean
has_text (gpointer data)
{
  const Awaited *awaited = data;

  return find_text (awaited->desk, awaited->tested) != NULL;
}

static gboolean
has_typed (gpointer data)
{
  const Awaited *awaited = data;
  MattraSettingText *row = find_panel (awaited->desk) ? find_text (awaited->desk, awaited->tested) : NULL;
  g_autofree char *text = row ? mattra_setting_text_dup_text (row) : NULL;

  return g_strcmp0 (text, awaited->tested->text) == 0;
}

static void
type (Desk       *self,
      const Case *tested)
{
  Awaited awaited = { self, tested };

  desk_act (self, tested->in_dialog ? "print" : "report");
  if (!tested->in_dialog)
    mattra_report_panel_set_options_shown (MATTRA_REPORT_PANEL (find_panel (self)), TRUE);
  picture_settle ();
  mattra_print_form_set_kind (MATTRA_PRINT_FORM (seek (find_top (self), MATTRA_TYPE_PRINT_FORM, NULL)), tested->kind);
  desk_wait (self);
  picture_wait (has_text, &awaited);
  gtk_widget_grab_focus (GTK_WIDGET (find_text (self, tested)));
  mattra_setting_text_type (find_text (self, tested), tested->text);
}

/* A program that types and never comes to write. */
static void
type_for_ever (const char *name,
               const char *path)
{
  Desk self = { desk_get_program (), NULL, g_strdup (path), NULL };

  desk_new_window (&self);
  desk_open (&self, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (g_str_equal (cases[i].name, name))
      type (&self, &cases[i]);
  desk_stand_still ();
}

/* The first line; the others are kept in another form. */
static char *
dup_line (const Case *tested)
{
  return g_strndup (tested->text, strcspn (tested->text, "\n"));
}

static void
lose (Desk       *self,
      const Case *tested)
{
  g_autofree char *option = g_strconcat (OPTION "=", tested->name, NULL);
  g_autofree char *line = dup_line (tested);
  DeskScreen screen = { 0 };
  g_autofree char *display = tested->screen ? desk_start_screen (&screen) : NULL;
  GPid pid = desk_start_other (self, option, display);

  if (tested->screen)
    {
      desk_wait_on_disk (line, TRUE);
      desk_lose_screen (&screen, pid);
      return;
    }
  desk_wait_on_disk (line, TRUE);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
}

/* The pages stay in view above the options. */
static gboolean
has_pages (gpointer data)
{
  MattraReportPanel *panel = MATTRA_REPORT_PANEL (find_panel (data));

  return gtk_widget_get_height (GTK_WIDGET (mattra_report_panel_get_view (panel))) > 0
         && gtk_paned_get_position (GTK_PANED (seek (GTK_WIDGET (panel), GTK_TYPE_PANED, NULL))) > 0;
}

/* The text is seen, and one can type on. */
static gboolean
is_in_view (gpointer data)
{
  const Awaited *awaited = data;
  GtkWidget *row = GTK_WIDGET (find_text (awaited->desk, awaited->tested));
  GtkWidget *scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (awaited->desk->window));
  double y = 0;

  gtk_widget_translate_coordinates (row, scrolled, 0, 0, NULL, &y);
  return gtk_widget_get_mapped (row) && focus && gtk_widget_is_ancestor (focus, row) && y >= 0
         && y < gtk_widget_get_height (scrolled);
}

/* Offered, put back, kept as one act that can be undone. */
static void
test_lost (Desk          *self,
           gconstpointer  data)
{
  const Case *tested = data;
  Awaited awaited = { self, tested };
  g_autofree char *line = dup_line (tested);
  g_autofree char *before = NULL;

  lose (self, tested);
  desk_open (self, FALSE);
  before = g_strdup (get_stored (self, tested));
  g_assert_cmpstr (before, !=, tested->text);
  picture_wait (desk_offers, self);
  g_assert_nonnull (strstr (desk_words (self), line));
  g_assert_nonnull (strstr (desk_words (self), tested->words));
  if (tested->picture)
    picture_save_both (GTK_WIDGET (self->window), tested->picture);
  seek_click (GTK_WIDGET (desk_bar (self)), "_Put Back");
  picture_wait (has_typed, &awaited);
  picture_wait (has_pages, self);
  picture_settle ();
  picture_wait (is_in_view, &awaited);
  g_assert_true (desk_offers_nothing (self));
  g_assert_true (desk_is_on_disk (line));
  g_assert_cmpstr (get_stored (self, tested), ==, before);
  if (tested->picture)
    picture_save_both (GTK_WIDGET (self->window), "en-draft-report-back");
  desk_act (self, "report");
  desk_wait (self);
  g_assert_cmpstr (get_stored (self, tested), ==, tested->text);
  desk_wait_on_disk (line, FALSE);
  mattra_session_undo (desk_session (self));
  desk_wait (self);
  g_assert_cmpstr (get_stored (self, tested), ==, before);
}

/* What is given up needs no offer. */
static void
test_given_up (Desk          *self,
               gconstpointer  data)
{
  const Case *tested = &cases[0];
  g_autofree char *line = dup_line (tested);
  g_autofree char *before = NULL;

  desk_open (self, FALSE);
  type (self, tested);
  desk_wait_on_disk (line, TRUE);
  mattra_setting_text_type (find_text (self, tested), "");
  before = mattra_setting_text_dup_text (find_text (self, tested));
  g_assert_cmpstr (before, ==, "");
  mattra_setting_text_commit (find_text (self, tested));
  desk_wait (self);
  desk_wait_on_disk (line, FALSE);
  g_assert_true (desk_offers_nothing (self));
}

/* What is being typed in the window that prints is written when it closes. */
static void
test_dialog_closed (Desk          *self,
                    gconstpointer  data)
{
  const Case *tested = &cases[G_N_ELEMENTS (cases) - 1];

  desk_open (self, FALSE);
  type (self, tested);
  desk_wait_on_disk (tested->text, TRUE);
  gtk_window_close (desk_find_dialog (self));
  desk_wait (self);
  g_assert_cmpstr (get_stored (self, tested), ==, tested->text);
  desk_wait_on_disk (tested->text, FALSE);
}

/* Of a plan that the register does not have the text can still be copied. */
static void
test_gone (Desk          *self,
           gconstpointer  data)
{
  MattraDrafts *drafts = mattra_drafts_new (self->path);
  g_autofree char *place = mattra_report_place_new ("01J00000000000000000000000");
  g_autoptr (MattraTyped) typed = mattra_typed_new (place, "results/preface", MATTRA_ROUND_NONE, NULL, TRUE,
                                                    "ไม่มีที่อยู่");

  mattra_drafts_keep (drafts, typed);
  mattra_drafts_flush (drafts);
  g_object_unref (drafts);
  desk_open (self, FALSE);
  picture_wait (desk_offers, self);
  g_assert_nonnull (strstr (desk_words (self), "a text of a report that is no longer there"));
  seek_click (GTK_WIDGET (desk_bar (self)), "_Discard");
  desk_wait_on_disk ("ไม่มีที่อยู่", FALSE);
}

int
main (int    argc,
      char **argv)
{
  desk_init (&argc, &argv);
  if (argc == 3 && g_str_has_prefix (argv[1], OPTION "="))
    type_for_ever (argv[1] + strlen (OPTION "="), argv[2]);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/window/report-drafts/lost/%s", cases[i].name);

      g_test_add (path, Desk, &cases[i], desk_set_up, test_lost, desk_tear_down);
    }
  g_test_add ("/window/report-drafts/given-up", Desk, NULL, desk_set_up, test_given_up, desk_tear_down);
  g_test_add ("/window/report-drafts/dialog-closed", Desk, NULL, desk_set_up, test_dialog_closed, desk_tear_down);
  g_test_add ("/window/report-drafts/gone", Desk, NULL, desk_set_up, test_gone, desk_tear_down);
  return g_test_run ();
}
