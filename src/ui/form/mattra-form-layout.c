/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-form-layout.h"

#include <string.h>

#include "mattra-cell.h"
#include "mattra-form-choice.h"
#include "mattra-form-steps.h"
#include "mattra-form-tool.h"
#include "mattra-table-columns.h"

#define NUMBER_WIDTH 76

/* How a field is changed. */
typedef enum
{
  LINE,
  LINES,
  ITEMS,
  CHOICE,
  STEPS,
} Kind;

static const struct
{
  const char *field;
  Kind kind;
  MattraFormPart part;
  gboolean rare; /* it stands there only where it is filled, or a column of the office */
} fields[] = {
  { "number", LINE, MATTRA_FORM_PART_HEAD, FALSE },
  { "title", LINE, MATTRA_FORM_PART_HEAD, FALSE },
  { "section", LINE, MATTRA_FORM_PART_HEAD, FALSE },
  { "responsible", LINES, MATTRA_FORM_PART_HEAD, FALSE },
  { "period_text", LINE, MATTRA_FORM_PART_HEAD, FALSE },
  { "ita_indicator", CHOICE, MATTRA_FORM_PART_HEAD, FALSE },
  { "steps", STEPS, MATTRA_FORM_PART_HEAD, FALSE },
  { "status", CHOICE, MATTRA_FORM_PART_ANSWER, FALSE },
  { "results", ITEMS, MATTRA_FORM_PART_ANSWER, FALSE },
  { "obstacles", ITEMS, MATTRA_FORM_PART_ANSWER, FALSE },
  { "recommendations", ITEMS, MATTRA_FORM_PART_ANSWER, FALSE },
  { "evidence", ITEMS, MATTRA_FORM_PART_ANSWER, FALSE },
  { "recurrence", LINE, MATTRA_FORM_PART_MORE, FALSE },
  { "topic", LINE, MATTRA_FORM_PART_MORE, TRUE },
  { "indicators", ITEMS, MATTRA_FORM_PART_MORE, TRUE },
  { "follow_up", ITEMS, MATTRA_FORM_PART_MORE, TRUE },
  { "budget", ITEMS, MATTRA_FORM_PART_MORE, TRUE },
  { "note", ITEMS, MATTRA_FORM_PART_MORE, FALSE },
};

static GtkWidget *
new_of_kind (MattraSession *session,
             Kind           kind)
{
  switch (kind)
    {
    case LINE:
      return mattra_form_text_new (session, MATTRA_FORM_LINE);
    case LINES:
      return mattra_form_text_new (session, MATTRA_FORM_LINES);
    case CHOICE:
      return mattra_form_choice_new (session);
    case STEPS:
      return mattra_form_steps_new_field (session, TRUE);
    case ITEMS:
    default:
      return mattra_form_text_new (session, MATTRA_FORM_ITEMS);
    }
}

static GtkWidget *
named (GtkWidget  *cell,
       const char *field)
{
  gtk_widget_set_name (cell, field);
  if (g_str_equal (field, "period_text"))
    mattra_form_tool_add_calendar (MATTRA_FORM_TEXT (cell));
  if (g_str_equal (field, "responsible"))
    mattra_form_tool_add_words (MATTRA_FORM_TEXT (cell));
  return cell;
}

/**
 * mattra_form_layout_new_cell:
 * @session: the session
 * @field: a field; its name becomes that of the widget
 *
 * Returns: (transfer floating): what the field is changed with
 */
GtkWidget *
mattra_form_layout_new_cell (MattraSession *session,
                             const char    *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].field, field))
      return named (new_of_kind (session, fields[i].kind), field);
  if (g_str_has_prefix (field, MATTRA_CELL_CARRIED))
    return named (new_of_kind (session, LINES), field);
  return named (new_of_kind (session, ITEMS), field);
}

/* The number stands before the title, as in the table. */
static void
append (GtkWidget *box,
        GtkWidget *cell)
{
  GtkWidget *line = gtk_widget_get_last_child (box);

  if (g_str_equal (gtk_widget_get_name (cell), "number"))
    {
      line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
      gtk_widget_set_size_request (cell, NUMBER_WIDTH, -1);
      gtk_widget_set_hexpand (cell, FALSE);
      gtk_box_append (GTK_BOX (line), cell);
      gtk_box_append (GTK_BOX (box), line);
    }
  else if (g_str_equal (gtk_widget_get_name (cell), "title"))
    {
      gtk_widget_set_hexpand (cell, TRUE);
      gtk_box_append (GTK_BOX (line), cell);
    }
  else
    gtk_box_append (GTK_BOX (box), cell);
}

/**
 * mattra_form_layout_build:
 * @session: the session
 * @part: a part of the form
 * @cells: (element-type MattraFormCell): where its cells are put
 *
 * Returns: (transfer floating): the part
 */
GtkWidget *
mattra_form_layout_build (MattraSession  *session,
                          MattraFormPart  part,
                          GPtrArray      *cells)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].part == part)
      {
        GtkWidget *cell = mattra_form_layout_new_cell (session, fields[i].field);

        append (box, cell);
        g_ptr_array_add (cells, cell);
      }
  return box;
}

/**
 * mattra_form_layout_is_wanted:
 * @plan: the plan
 * @measure: a measure
 * @field: a field
 *
 * Returns: whether the field stands in the form of the measure
 */
gboolean
mattra_form_layout_is_wanted (MattraPlan    *plan,
                              MattraMeasure *measure,
                              const char    *field)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].field, field) && !fields[i].rare)
      return TRUE;
  if (mattra_table_field_is_of_office (plan, field)
      || (g_str_equal (field, "topic") && mattra_plan_find_analysis (plan, TRUE, 1) != NULL))
    return TRUE;
  text = mattra_cell_dup_exactly (plan, measure, field, MATTRA_ROUND_NONE, NULL);
  return *text != '\0';
}

/**
 * mattra_form_layout_divisions:
 * @plan: the plan
 * @measure: a measure
 * @round: a round
 *
 * Returns: (transfer container) (element-type MattraDivision): the divisions that answer to the measure, or
 *   have answered, in the order of the plan
 */
GPtrArray *
mattra_form_layout_divisions (MattraPlan    *plan,
                              MattraMeasure *measure,
                              MattraRound    round)
{
  MattraDivisionList *divisions = mattra_plan_get_divisions (plan);
  GPtrArray *answering = g_ptr_array_new ();

  for (guint i = 0; i < mattra_division_list_get_size (divisions); i++)
    {
      const MattraDivision *division = mattra_division_list_get (divisions, i);

      if (division->id
          && (mattra_measure_involves (measure, division->id)
              || mattra_cell_says_something (mattra_measure_find_answer (measure, round, division->id))))
        g_ptr_array_add (answering, (gpointer) division);
    }
  return answering;
}
