/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-report-texts.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "mattra-report-place.h"
#include "mattra-setting-act.h"

#define POINTS "points_"

/* For how many frames a row stands still before one looks at it. */
#define FRAMES_AT_REST 3

struct _MattraReportTexts
{
  AdwPreferencesGroup parent_instance;

  MattraSession *session;
  char *kind;
  char *plan;
  GPtrArray *rows;      /* of MattraSettingText */
  GPtrArray *added;     /* widgets of the group */
  GtkWidget *cover;     /* the switch; NULL where there is none */
  GtkWidget *cover_text;
  GtkWidget *analysis;
  char **draft;         /* place, field and text that come back once they are shown; or NULL */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (MattraReportTexts, mattra_report_texts, ADW_TYPE_PREFERENCES_GROUP)

static const struct
{
  const char *setting;
  const char *title;
  MattraFormTextKind kind;
  gboolean has_placeholders;
} known[] = {
  { MATTRA_SETTING_KIND_TITLE, N_("Title"), MATTRA_FORM_LINES, TRUE },
  { MATTRA_SETTING_KIND_OFFICE, N_("Office That Writes"), MATTRA_FORM_LINE, FALSE },
  { MATTRA_SETTING_KIND_SUBJECT, N_("Subject"), MATTRA_FORM_LINE, TRUE },
  { MATTRA_SETTING_KIND_PREFACE, N_("Text, Each Paragraph a Line"), MATTRA_FORM_LINES, TRUE },
  { "duties", N_("Duties of the Committee, Each a Line"), MATTRA_FORM_LINES, TRUE },
  { MATTRA_SETTING_KIND_COVER, N_("Lines of the Cover; an Empty One Before Those at the Bottom"), MATTRA_FORM_LINES, TRUE },
  { "classes", N_("Least Points and Name of Each Class, the Highest First"), MATTRA_FORM_LINES, FALSE },
};

/**
 * mattra_report_texts_dup_title:
 * @plan: a plan
 * @setting: one of a kind of report, such as %MATTRA_SETTING_KIND_PREFACE
 *
 * Returns: (transfer full) (nullable): what the text is called, by the name of the indicator where it is about points;
 *   %NULL where no text is so named
 */
char *
mattra_report_texts_dup_title (MattraPlan *plan,
                               const char *setting)
{
  GPtrArray *scores;
  int indicator;

  g_return_val_if_fail (MATTRA_IS_PLAN (plan) && setting != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].setting, setting))
      return g_strdup (_(known[i].title));
  if (!g_str_has_prefix (setting, POINTS))
    return NULL;
  scores = mattra_plan_get_scores (plan);
  indicator = atoi (setting + strlen (POINTS));
  for (guint i = 0; i < scores->len; i++)
    {
      const MattraIndicatorScore *score = g_ptr_array_index (scores, i);

      if (score->indicator == indicator)
        return g_strdup_printf ("%d. %s", indicator, score->name);
    }
  return g_strdup_printf ("%d", indicator);
}

static GtkWidget *
new_row (MattraReportTexts *self,
         const char        *setting)
{
  g_autofree char *title = mattra_report_texts_dup_title (mattra_session_get_plan (self->session), setting);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].setting, setting))
      return mattra_setting_text_new (title, known[i].kind, known[i].has_placeholders);
  return mattra_setting_text_new (title, MATTRA_FORM_LINE, FALSE);
}

/* What is typed */

static char *
dup_field (MattraReportTexts *self,
           MattraSettingText *row)
{
  return mattra_report_place_dup_field (self->kind, g_object_get_data (G_OBJECT (row), "setting"));
}

static void
text_drafted (MattraSettingText *row,
              const char        *text,
              MattraReportTexts *self)
{
  g_autofree char *place = mattra_report_place_new (self->plan);
  g_autofree char *field = dup_field (self, row);

  if (self->session)
    mattra_session_tell_typed (self->session, place, field, text, FALSE);
}

/* Acts */

typedef struct
{
  MattraSettingText *row;
  char *place;
  char *field;
  char *text;
} Sent;

/* What has no row any more would be known to nobody. */
static void
refuse (MattraSession *session,
        const Sent    *sent)
{
  if (gtk_widget_get_parent (GTK_WIDGET (sent->row)) != NULL)
    mattra_setting_text_refuse (sent->row, sent->text);
  else if (sent->text)
    mattra_session_tell_typed (session, sent->place, sent->field, sent->text, TRUE);
}

static void
text_written (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Sent *sent = user_data;

  if (!mattra_session_finish (MATTRA_SESSION (source), result, NULL, NULL))
    refuse (MATTRA_SESSION (source), sent);
  g_object_unref (sent->row);
  g_free (sent->place);
  g_free (sent->field);
  g_free (sent->text);
  g_free (sent);
}

static void
text_committed (MattraSettingText *row,
                const char        *text,
                MattraReportTexts *self)
{
  const char *setting = g_object_get_data (G_OBJECT (row), "setting");
  g_autofree char *place = mattra_report_place_new (self->plan);
  g_autofree char *field = dup_field (self, row);
  Sent *sent;

  if (self->session == NULL || !mattra_session_may (self->session, MATTRA_ACTION_SETTINGS))
    return;
  if (g_strcmp0 (self->plan, mattra_plan_get_id (mattra_session_get_plan (self->session))) != 0)
    {
      /* Another year is shown by now: the text is offered, and goes back to its own. */
      if (text)
        mattra_session_tell_typed (self->session, place, field, text, TRUE);
      return;
    }
  sent = g_new0 (Sent, 1);
  sent->place = g_steal_pointer (&place);
  sent->field = g_steal_pointer (&field);
  sent->row = g_object_ref (row);
  sent->text = g_strdup (text);
  mattra_setting_act (self->session, "set-report-text", self->kind, setting, text, text_written, sent);
}

static void
cover_written (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (MattraReportTexts) self = user_data;

  if (mattra_session_finish (MATTRA_SESSION (source), result, NULL, NULL) || self->cover == NULL)
    return;
  self->filling = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->cover), !gtk_switch_get_active (GTK_SWITCH (self->cover)));
  self->filling = FALSE;
}

static void
cover_switched (MattraReportTexts *self)
{
  gboolean wanted = gtk_switch_get_active (GTK_SWITCH (self->cover));

  gtk_widget_set_visible (self->cover_text, wanted);
  if (!self->filling)
    mattra_setting_act (self->session, "set-report-text", self->kind, MATTRA_SETTING_KIND_COVER,
                        wanted ? NULL : MATTRA_SETTING_NONE, cover_written, g_object_ref (self));
}

/* Rows */

static void
add (MattraReportTexts *self,
     GtkWidget         *widget)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), widget);
  g_ptr_array_add (self->added, widget);
}

static void
add_cover_switch (MattraReportTexts *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->cover = gtk_switch_new ();
  gtk_widget_set_valign (self->cover, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (self->cover), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("With a Cover"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->cover);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->cover);
  g_signal_connect_object (self->cover, "notify::active", G_CALLBACK (cover_switched), self, G_CONNECT_SWAPPED);
  add (self, row);
}

static void
add_analysis (MattraReportTexts *self)
{
  self->analysis = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->analysis), _("Analysis of Last Year’s Scores"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->analysis), _("Classes, and what is to be developed"));
  add (self, self->analysis);
}

static void
add_text (MattraReportTexts      *self,
          const MattraReportText *text)
{
  GtkWidget *row = new_row (self, text->setting);
  gboolean of_analysis = g_str_equal (text->setting, "classes") || g_str_has_prefix (text->setting, POINTS);

  g_object_set_data_full (G_OBJECT (row), "setting", g_strdup (text->setting), g_free);
  g_signal_connect_object (row, "commit", G_CALLBACK (text_committed), self, 0);
  g_signal_connect_object (row, "draft", G_CALLBACK (text_drafted), self, 0);
  g_ptr_array_add (self->rows, row);
  if (g_str_equal (text->setting, MATTRA_SETTING_KIND_COVER))
    {
      add_cover_switch (self);
      self->cover_text = row;
    }
  if (of_analysis && self->analysis == NULL)
    add_analysis (self);
  if (of_analysis)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self->analysis), row);
  else
    add (self, row);
}

static void
clear (MattraReportTexts *self)
{
  mattra_report_texts_commit (self);
  for (guint i = 0; i < self->added->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->added, i));
  g_ptr_array_set_size (self->added, 0);
  g_ptr_array_set_size (self->rows, 0);
  self->cover = self->cover_text = self->analysis = NULL;
}

static gboolean
has_rows_of (MattraReportTexts         *self,
             const MattraReportChoices *choices)
{
  if (g_strcmp0 (self->kind, choices->kind) != 0 || g_strcmp0 (self->plan, choices->plan) != 0
      || self->rows->len != choices->texts->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (!g_str_equal (g_object_get_data (g_ptr_array_index (self->rows, i), "setting"),
                      ((const MattraReportText *) g_ptr_array_index (choices->texts, i))->setting))
      return FALSE;
  return TRUE;
}

static void
build (MattraReportTexts         *self,
       const MattraReportChoices *choices)
{
  clear (self);
  g_free (self->kind);
  g_free (self->plan);
  self->kind = g_strdup (choices->kind);
  self->plan = g_strdup (choices->plan);
  for (guint i = 0; i < choices->texts->len; i++)
    add_text (self, g_ptr_array_index (choices->texts, i));
}

static void
mattra_report_texts_dispose (GObject *object)
{
  g_clear_object (&MATTRA_REPORT_TEXTS (object)->session);
  G_OBJECT_CLASS (mattra_report_texts_parent_class)->dispose (object);
}

static void
mattra_report_texts_finalize (GObject *object)
{
  MattraReportTexts *self = MATTRA_REPORT_TEXTS (object);

  g_free (self->kind);
  g_free (self->plan);
  g_strfreev (self->draft);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->added);
  G_OBJECT_CLASS (mattra_report_texts_parent_class)->finalize (object);
}

static void
mattra_report_texts_class_init (MattraReportTextsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_report_texts_dispose;
  G_OBJECT_CLASS (klass)->finalize = mattra_report_texts_finalize;
}

static void
mattra_report_texts_init (MattraReportTexts *self)
{
  self->rows = g_ptr_array_new ();
  self->added = g_ptr_array_new ();
}

/* A cover that was switched off, and an analysis that is folded, are in view. */
static void
uncover (MattraReportTexts *self,
         MattraSettingText *row)
{
  if (GTK_WIDGET (row) == self->cover_text)
    {
      self->filling = TRUE;
      gtk_switch_set_active (GTK_SWITCH (self->cover), TRUE);
      self->filling = FALSE;
    }
  if (self->analysis && gtk_widget_is_ancestor (GTK_WIDGET (row), self->analysis))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->analysis), TRUE);
}

/* Where a row stood in the frame before, in pixels, and for how many frames it has stood there. */
typedef struct
{
  double y;
  int height; /* of what it is seen in */
  guint n_frames;
} Rest;

/* The focus brings a row into view, once the row and what is around it have their places. */
static gboolean
focus_at_rest (GtkWidget     *row,
               GdkFrameClock *clock,
               gpointer       data)
{
  Rest *rest = data;
  GtkWidget *scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  int height = scrolled ? gtk_widget_get_height (scrolled) : 0;
  double y = 0;

  if (height == 0 || gtk_widget_get_height (row) == 0
      || !gtk_widget_translate_coordinates (row, scrolled, 0, 0, NULL, &y))
    return G_SOURCE_CONTINUE;
  rest->n_frames = rest->height == height && (int) rest->y == (int) y ? rest->n_frames + 1 : 0;
  rest->y = y;
  rest->height = height;
  if (rest->n_frames < FRAMES_AT_REST)
    return G_SOURCE_CONTINUE;
  gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

/* A text comes back where it was typed. */
static void
put_back (MattraReportTexts *self)
{
  g_autofree char *kind = NULL;
  g_autofree char *setting = NULL;
  g_auto (GStrv) draft = NULL;
  MattraSettingText *row;

  if (self->draft == NULL || !mattra_report_place_read_field (self->draft[1], &kind, &setting)
      || !g_str_equal (kind, self->kind) || !g_str_equal (mattra_report_place_get_plan (self->draft[0]), self->plan))
    return;
  draft = g_steal_pointer (&self->draft);
  row = mattra_report_texts_find (self, setting);
  if (row == NULL)
    return;
  uncover (self, row);
  mattra_setting_text_type (row, draft[2]);
  gtk_widget_add_tick_callback (GTK_WIDGET (row), focus_at_rest, g_new0 (Rest, 1), g_free);
}

/**
 * mattra_report_texts_show:
 * @self: the texts
 * @session: the session
 * @choices: what the register has for a kind
 *
 * Shows the texts of a kind. What is being typed stays; of another kind it is committed first.
 */
void
mattra_report_texts_show (MattraReportTexts         *self,
                          MattraSession             *session,
                          const MattraReportChoices *choices)
{
  g_return_if_fail (MATTRA_IS_REPORT_TEXTS (self) && MATTRA_IS_SESSION (session) && choices != NULL);

  g_set_object (&self->session, session);
  if (!has_rows_of (self, choices))
    build (self, choices);
  self->filling = TRUE;
  for (guint i = 0; i < choices->texts->len; i++)
    {
      const MattraReportText *text = g_ptr_array_index (choices->texts, i);
      gboolean none = self->cover_text == g_ptr_array_index (self->rows, i)
                      && g_strcmp0 (text->own, MATTRA_SETTING_NONE) == 0;

      mattra_setting_text_show (g_ptr_array_index (self->rows, i), none ? NULL : text->own, text->proposed);
      if (self->cover_text == g_ptr_array_index (self->rows, i))
        gtk_switch_set_active (GTK_SWITCH (self->cover), !none);
    }
  self->filling = FALSE;
  mattra_setting_lock (GTK_WIDGET (self), session);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
  put_back (self);
}

/**
 * mattra_report_texts_commit:
 * @self: the texts
 *
 * Commits what is being typed.
 */
void
mattra_report_texts_commit (MattraReportTexts *self)
{
  g_return_if_fail (MATTRA_IS_REPORT_TEXTS (self));

  for (guint i = 0; i < self->rows->len; i++)
    mattra_setting_text_commit (g_ptr_array_index (self->rows, i));
}

/**
 * mattra_report_texts_find:
 * @self: the texts
 * @setting: one of a kind, such as %MATTRA_SETTING_KIND_PREFACE
 *
 * Returns: (transfer none) (nullable): its row
 */
MattraSettingText *
mattra_report_texts_find (MattraReportTexts *self,
                          const char        *setting)
{
  g_return_val_if_fail (MATTRA_IS_REPORT_TEXTS (self) && setting != NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (g_object_get_data (g_ptr_array_index (self->rows, i), "setting"), setting))
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

/**
 * mattra_report_texts_set_draft:
 * @self: the texts
 * @place: the reports of a plan
 * @field: one of their texts
 * @text: what was typed into it
 *
 * Goes on to type once the plan's texts of its kind are shown: the text stands in its row and is kept when one leaves
 * it.
 */
void
mattra_report_texts_set_draft (MattraReportTexts *self,
                               const char        *place,
                               const char        *field,
                               const char        *text)
{
  const char *draft[] = { place, field, text, NULL };

  g_return_if_fail (MATTRA_IS_REPORT_TEXTS (self) && place != NULL && field != NULL && text != NULL);

  g_strfreev (self->draft);
  self->draft = g_strdupv ((char **) draft);
}
