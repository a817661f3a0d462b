/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-measure-form-private.h"

#include <glib/gi18n-lib.h>

#include "mattra-cell.h"
#include "mattra-form-answer.h"
#include "mattra-form-history.h"
#include "mattra-form-scroll.h"
#include "mattra-form-steps.h"

void
mattra_measure_form_kept_free (gpointer data)
{
  MattraFormKept *kept = data;

  mattra_form_place_clear (&kept->place);
  g_free (kept->text);
  g_free (kept);
}

MattraTableContext
mattra_measure_form_get_context (MattraMeasureForm *self)
{
  return (MattraTableContext) {
    .plan = mattra_session_get_plan (self->session),
    .round = mattra_session_get_round (self->session),
    .division = NULL,
    .today = mattra_clock_get_today (mattra_session_get_clock (self->session)),
    .digits = (MattraDigits) g_settings_get_enum (self->settings, "digits"),
    .actor = mattra_session_get_actor (self->session),
  };
}

/* Cells */

void
mattra_measure_form_for_each_of (MattraMeasureForm  *self,
                                 GPtrArray          *cells,
                                 MattraFormCellFunc  func)
{
  for (guint i = 0; i < cells->len; i++)
    func (self, g_ptr_array_index (cells, i));
}

void
mattra_measure_form_for_each_cell (MattraMeasureForm  *self,
                                   MattraFormCellFunc  func)
{
  GtkWidget *answer = gtk_widget_get_first_child (GTK_WIDGET (self->answers));

  mattra_measure_form_for_each_of (self, self->cells, func);
  for (; answer; answer = gtk_widget_get_next_sibling (answer))
    mattra_measure_form_for_each_of (self, mattra_form_answer_get_cells (MATTRA_FORM_ANSWER (answer)), func);
}

void
mattra_measure_form_keep (MattraMeasureForm     *self,
                          const MattraFormPlace *place,
                          const char            *text,
                          gboolean               focus)
{
  MattraFormKept *kept = g_new0 (MattraFormKept, 1);

  mattra_form_place_copy (&kept->place, place);
  kept->text = g_strdup (text);
  kept->focus = focus;
  g_ptr_array_add (self->kept, kept);
}

/* Of a round and a division are only the fields of an answer. */
static gboolean
is_kept_for (const MattraFormKept  *kept,
             const MattraFormPlace *place)
{
  if (place->field == NULL || mattra_cell_is_answer (place->field))
    return mattra_form_place_equal (&kept->place, place);
  return g_strcmp0 (kept->place.measure, place->measure) == 0
         && g_strcmp0 (kept->place.field, place->field) == 0;
}

/* A field that was just shown finds its place within a few frames: texts tell their height one after another. */
#define FRAMES_TO_SETTLE 12

static gboolean
scroll_to_cell (GtkWidget     *cell,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  GtkWidget *form = gtk_widget_get_ancestor (cell, MATTRA_TYPE_MEASURE_FORM);
  GtkAdjustment *adjustment = NULL;
  GtkWidget *page = NULL;
  graphene_rect_t bounds;

  if (form == NULL)
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (MATTRA_MEASURE_FORM (form)->scrolled);
  page = gtk_scrolled_window_get_child (MATTRA_MEASURE_FORM (form)->scrolled);
  if (gtk_widget_compute_bounds (cell, page, &bounds))
    {
      double y = (double) bounds.origin.y + gtk_adjustment_get_value (adjustment);

      gtk_adjustment_clamp_page (adjustment, y, y + (double) bounds.size.height);
    }
  return gdk_frame_clock_get_frame_counter (clock) < *(gint64 *) user_data + FRAMES_TO_SETTLE;
}

void
mattra_measure_form_focus_cell (MattraMeasureForm *self,
                                MattraFormCell    *cell)
{
  GtkWidget *focus = mattra_form_cell_get_focus (cell);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gint64 *now = NULL;

  if (!gtk_widget_get_visible (focus) || !gtk_widget_grab_focus (focus))
    gtk_widget_child_focus (GTK_WIDGET (cell), GTK_DIR_TAB_FORWARD);
  if (clock == NULL)
    return;
  now = g_new (gint64, 1);
  *now = gdk_frame_clock_get_frame_counter (clock);
  gtk_widget_add_tick_callback (GTK_WIDGET (cell), scroll_to_cell, now, g_free);
}

/* The latest of the texts that wait for the cell goes into it; those before it were typed over. */
void
mattra_measure_form_put_back (MattraMeasureForm *self,
                              MattraFormCell    *cell)
{
  MattraFormKept *latest = NULL;

  for (guint i = self->kept->len; i > 0; i--)
    {
      MattraFormKept *kept = g_ptr_array_index (self->kept, i - 1);

      if (!is_kept_for (kept, mattra_form_cell_get_place (cell)))
        continue;
      g_ptr_array_steal_index (self->kept, i - 1);
      if (latest)
        mattra_measure_form_kept_free (kept);
      else
        latest = kept;
    }
  if (latest == NULL)
    return;
  mattra_form_cell_put_draft (cell, latest->text);
  if (latest->focus)
    mattra_measure_form_focus_cell (self, cell);
  mattra_measure_form_kept_free (latest);
}

/* The round and the division of an answer go with it: those of the session may be others by now. */
static void
tell (MattraMeasureForm     *self,
      const char            *signal,
      const MattraFormPlace *place,
      const char            *text)
{
  gboolean of_answer = mattra_cell_is_answer (place->field);

  g_signal_emit_by_name (self, signal, place->measure, place->field,
                         (int) (of_answer ? place->round : MATTRA_ROUND_NONE),
                         of_answer ? place->division : NULL, text);
}

static void
draft_changed (MattraFormCell    *cell,
               const char        *text,
               MattraMeasureForm *self)
{
  tell (self, "draft", mattra_form_cell_get_place (cell), text);
}

/* What can't be committed when its cell turns to something else waits until that is shown again. */
void
mattra_measure_form_keep_cell (MattraMeasureForm *self,
                               MattraFormCell    *cell)
{
  const MattraFormPlace *place = mattra_form_cell_get_place (cell);
  g_autofree char *draft = mattra_form_cell_dup_draft (cell);

  if (draft == NULL)
    return;
  mattra_measure_form_keep (self, place, draft, FALSE);
  tell (self, "kept", place, draft);
}

/* So does a text that was refused when its place was no longer shown. */
static void
text_kept (MattraFormCell        *cell,
           const MattraFormPlace *place,
           const char            *text,
           MattraMeasureForm     *self)
{
  mattra_measure_form_keep (self, place, text, FALSE);
  tell (self, "kept", place, text);
}

static void
cell_settled (MattraFormCell    *cell,
              MattraMeasureForm *self)
{
  mattra_measure_form_reload (self);
}

void
mattra_measure_form_drop_history (MattraMeasureForm *self)
{
  if (self->history && gtk_widget_get_parent (self->history) == GTK_WIDGET (self))
    gtk_widget_unparent (self->history);
  g_clear_object (&self->history);
}

static void
open_history (MattraFormCell    *cell,
              GtkWidget         *anchor,
              MattraMeasureForm *self)
{
  MattraTableContext context = mattra_measure_form_get_context (self);

  mattra_form_cell_commit (cell);
  mattra_measure_form_drop_history (self);
  self->history = g_object_ref (mattra_form_history_open (self->session, &context,
                                                          mattra_form_cell_get_place (cell),
                                                          mattra_form_cell_get_title (cell), GTK_WIDGET (self),
                                                          anchor));
}

void
mattra_measure_form_add_cell (MattraMeasureForm *self,
                              MattraFormCell    *cell)
{
  g_signal_connect_object (cell, "draft", G_CALLBACK (draft_changed), self, 0);
  g_signal_connect_object (cell, "kept", G_CALLBACK (text_kept), self, 0);
  g_signal_connect_object (cell, "settled", G_CALLBACK (cell_settled), self, 0);
  g_signal_connect_object (cell, "history", G_CALLBACK (open_history), self, 0);
  mattra_form_scroll_follow (cell, self->scrolled);
}

/* The measure in its cells */

static MattraFormPlace
get_place (MattraMeasureForm *self,
           const char        *field,
           const char        *division)
{
  gboolean of_round = mattra_cell_is_answer (field) || g_str_equal (field, "steps");

  return (MattraFormPlace) {
    .measure = (char *) mattra_measure_get_id (self->loaded),
    .number = mattra_measure_get_number (self->loaded),
    .round = of_round ? mattra_session_get_round (self->session) : MATTRA_ROUND_NONE,
    .division = (char *) (of_round ? division : NULL),
    .field = (char *) field,
  };
}

void
mattra_measure_form_show_cell (MattraMeasureForm *self,
                               MattraFormCell    *cell,
                               const char        *division,
                               const char        *whose)
{
  MattraTableContext context = mattra_measure_form_get_context (self);
  MattraFormPlace place = get_place (self, gtk_widget_get_name (GTK_WIDGET (cell)), division);

  if (!mattra_form_place_equal (&place, mattra_form_cell_get_place (cell)))
    mattra_measure_form_keep_cell (self, cell);
  mattra_form_cell_show (cell, &context, &place, self->loaded, whose);
  if (g_str_equal (place.field, "steps"))
    mattra_form_steps_show (cell, &context, self->loaded);
  mattra_measure_form_put_back (self, cell);
}

/* Whose ticks stand with the steps themselves: those of the table's division, else the joint ones, or those
 * of the one division that answers. */
const char *
mattra_measure_form_find_ticking (MattraMeasureForm *self,
                                  GPtrArray         *divisions)
{
  MattraTableContext context = mattra_measure_form_get_context (self);
  const char *division = mattra_session_get_division (self->session);

  if (divisions->len <= 1)
    return mattra_cell_get_division (context.plan, self->loaded, "results", context.round, division);
  for (guint i = 0; i < divisions->len; i++)
    if (g_strcmp0 (((const MattraDivision *) g_ptr_array_index (divisions, i))->id, division) == 0)
      return division;
  return NULL;
}

const char *
mattra_measure_form_name_whose (MattraMeasureForm *self,
                                const char        *division)
{
  const MattraDivision *found = NULL;

  if (division)
    found = mattra_division_list_find_id (mattra_plan_get_divisions (mattra_session_get_plan (self->session)),
                                          division);
  return found ? mattra_division_get_short_name (found) : _("Jointly");
}
