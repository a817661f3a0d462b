/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-register-side.h"

#include "mattra-checks-view.h"
#include "mattra-measure-form.h"
#include "mattra-report-panel.h"

/* Below this width, in pixels, what stands beside the table takes its place. */
#define FOLDS_BELOW 740
/* How wide it is until the user draws the line elsewhere; paper has half of the window. */
#define WIDTH 400
#define REPORT_PART 0.5

struct _MattraRegisterSide
{
  GObject parent_instance;

  MattraSession *session;
  GSettings *settings;
  MattraTablePage *table;
  GtkPaned *paned;
  GtkStack *stack;
  MattraSidePanel shown;
  int width;
  gboolean placed;      /* the line between has its place */
};

G_DEFINE_FINAL_TYPE (MattraRegisterSide, mattra_register_side, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * Panel:
 * @build: makes it, when it is first wanted
 * @show: (nullable): it comes into view, or the cursor stands on another measure
 * @focus: it gets the focus
 * @commit: (nullable): commits what is typed in it
 *
 * A thing beside the table.
 */
typedef struct
{
  const char *name;
  GtkWidget *(*build)  (MattraRegisterSide *self);
  void       (*show)   (MattraRegisterSide *self,
                        GtkWidget          *panel);
  void       (*focus)  (MattraRegisterSide *self,
                        GtkWidget          *panel);
  void       (*commit) (GtkWidget          *panel);
} Panel;

/* The form of the measure on which the cursor stands */

static void
hide_form (MattraRegisterSide *self)
{
  mattra_register_side_set_shown (self, MATTRA_SIDE_FORM, FALSE);
}

static void
step_measure (MattraRegisterSide *self,
              int                 delta)
{
  mattra_table_page_step (self->table, delta);
}

static GtkWidget *
build_form (MattraRegisterSide *self)
{
  GtkWidget *form = mattra_measure_form_new (self->session, self->settings);

  g_signal_connect_object (form, "close", G_CALLBACK (hide_form), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "navigate", G_CALLBACK (step_measure), self, G_CONNECT_SWAPPED);
  return form;
}

static void
show_form (MattraRegisterSide *self,
           GtkWidget          *form)
{
  mattra_measure_form_set_measure (MATTRA_MEASURE_FORM (form), mattra_table_page_get_measure (self->table));
}

static void
focus_form (MattraRegisterSide *self,
            GtkWidget          *form)
{
  const char *field = mattra_table_page_get_field (self->table);

  mattra_measure_form_focus_field (MATTRA_MEASURE_FORM (form), field ? field : "title");
}

static void
commit_form (GtkWidget *form)
{
  mattra_measure_form_commit (MATTRA_MEASURE_FORM (form));
}

static gboolean is_narrow (MattraRegisterSide *self);

/* What is about the plan as a whole leads to its column. */
static void
go_to (MattraRegisterSide *self,
       const char         *measure,
       const char         *field)
{
  const char *there = measure ? measure : mattra_measure_list_get_id (mattra_table_page_get_list (self->table), 0);

  if (there == NULL)
    return;
  if (is_narrow (self))
    mattra_register_side_set_shown (self, MATTRA_SIDE_CHECKS, FALSE);
  mattra_table_page_go_to (self->table, there, field);
}

/* Title and preface of the report stand on a page of their own. */
static void
go_to_setting (MattraRegisterSide *self,
               const char         *setting)
{
  gtk_widget_activate_action (GTK_WIDGET (self->paned), "win.show-setting", "s", setting);
}

static GtkWidget *
build_checks (MattraRegisterSide *self)
{
  GtkWidget *checks = mattra_checks_view_new (self->session);

  g_signal_connect_object (checks, "go-to-setting", G_CALLBACK (go_to_setting), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (checks, "go-to", G_CALLBACK (go_to), self, G_CONNECT_SWAPPED);
  return checks;
}

static void
focus_checks (MattraRegisterSide *self,
              GtkWidget          *checks)
{
  gtk_widget_grab_focus (checks);
}

/* The report as it is printed */

static void
hide_report (MattraRegisterSide *self)
{
  mattra_register_side_set_shown (self, MATTRA_SIDE_REPORT, FALSE);
}

static void
go_to_printed (MattraRegisterSide *self,
               const char         *measure,
               const char         *field)
{
  if (is_narrow (self))
    hide_report (self);
  mattra_table_page_go_to (self->table, measure, field);
}

static GtkWidget *
build_report (MattraRegisterSide *self)
{
  GtkWidget *panel = mattra_report_panel_new (self->session);

  g_signal_connect_object (panel, "close", G_CALLBACK (hide_report), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "go-to", G_CALLBACK (go_to_printed), self, G_CONNECT_SWAPPED);
  return panel;
}

static void
commit_report (GtkWidget *panel)
{
  mattra_report_panel_commit (MATTRA_REPORT_PANEL (panel));
}

static void
focus_report (MattraRegisterSide *self,
              GtkWidget          *panel)
{
  gtk_widget_grab_focus (GTK_WIDGET (mattra_report_panel_get_view (MATTRA_REPORT_PANEL (panel))));
}

static const Panel panels[] = {
  [MATTRA_SIDE_NONE] = { NULL, NULL, NULL, NULL, NULL },
  [MATTRA_SIDE_FORM] = { "form", build_form, show_form, focus_form, commit_form },
  [MATTRA_SIDE_CHECKS] = { "checks", build_checks, NULL, focus_checks, NULL },
  [MATTRA_SIDE_REPORT] = { "report", build_report, NULL, focus_report, commit_report },
};

/* Folding */

static gboolean
is_narrow (MattraRegisterSide *self)
{
  return self->width > 0 && self->width < FOLDS_BELOW;
}

static void
place_line (MattraRegisterSide *self)
{
  if (self->placed || is_narrow (self) || self->width == 0)
    return;
  gtk_paned_set_position (self->paned, self->shown == MATTRA_SIDE_REPORT ? (int) (self->width * (1 - REPORT_PART))
                                                                         : self->width - WIDTH);
  self->placed = TRUE;
}

static void
fold (MattraRegisterSide *self)
{
  gboolean side = self->shown != MATTRA_SIDE_NONE;

  if (side)
    place_line (self);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), side);
  gtk_widget_set_visible (gtk_paned_get_start_child (self->paned), !(side && is_narrow (self)));
}

/**
 * mattra_register_side_fold:
 * @self: what stands beside the table
 * @width: what there is for both, in pixels
 *
 * Shows the table or not, by the width.
 */
void
mattra_register_side_fold (MattraRegisterSide *self,
                           int                 width)
{
  g_return_if_fail (MATTRA_IS_REGISTER_SIDE (self));

  self->width = width;
  fold (self);
}

/* Showing */

/**
 * mattra_register_side_get_shown:
 * @self: what stands beside the table
 * @panel: one of the things
 *
 * Returns: whether it stands there
 */
gboolean
mattra_register_side_get_shown (MattraRegisterSide *self,
                                MattraSidePanel     panel)
{
  g_return_val_if_fail (MATTRA_IS_REGISTER_SIDE (self), FALSE);

  return self->shown == panel;
}

/**
 * mattra_register_side_get_panel:
 * @self: what stands beside the table
 * @panel: one of the things
 *
 * Returns: (transfer none): it; made, if it was not there yet
 */
GtkWidget *
mattra_register_side_get_panel (MattraRegisterSide *self,
                                MattraSidePanel     panel)
{
  GtkWidget *widget = NULL;

  g_return_val_if_fail (MATTRA_IS_REGISTER_SIDE (self), NULL);
  g_return_val_if_fail (panel > MATTRA_SIDE_NONE && panel < G_N_ELEMENTS (panels), NULL);

  widget = gtk_stack_get_child_by_name (self->stack, panels[panel].name);
  if (widget == NULL)
    {
      widget = panels[panel].build (self);
      gtk_stack_add_named (self->stack, widget, panels[panel].name);
    }
  return widget;
}

/* Pages follow the register only while they are seen; and paper wants another width than a form. */
static void
note_shown (MattraRegisterSide *self,
            MattraSidePanel     before)
{
  if (before == MATTRA_SIDE_REPORT || self->shown == MATTRA_SIDE_REPORT)
    {
      mattra_report_panel_set_shown (MATTRA_REPORT_PANEL (mattra_register_side_get_panel (self, MATTRA_SIDE_REPORT)),
                                     self->shown == MATTRA_SIDE_REPORT);
      self->placed = FALSE;
    }
}

static void
hide (MattraRegisterSide *self)
{
  MattraSidePanel before = self->shown;

  self->shown = MATTRA_SIDE_NONE;
  note_shown (self, before);
  fold (self);
}

/* The table keeps the focus, so that one goes on through the measures; where it goes, the panel gets it. A list
 * of checks is gone through itself. */
static void
show (MattraRegisterSide *self,
      MattraSidePanel     panel)
{
  GtkWidget *widget = mattra_register_side_get_panel (self, panel);
  MattraSidePanel before = self->shown;

  self->shown = panel;
  note_shown (self, before);
  gtk_stack_set_visible_child (self->stack, widget);
  if (panels[panel].show)
    panels[panel].show (self, widget);
  fold (self);
  if (is_narrow (self) || panel == MATTRA_SIDE_CHECKS)
    panels[panel].focus (self, widget);
}

/**
 * mattra_register_side_set_shown:
 * @self: what stands beside the table
 * @panel: one of the things
 * @shown: whether it shall stand there
 *
 * Shows it in place of what stood there, or hides it.
 */
void
mattra_register_side_set_shown (MattraRegisterSide *self,
                                MattraSidePanel     panel,
                                gboolean            shown)
{
  g_return_if_fail (MATTRA_IS_REGISTER_SIDE (self) && panel != MATTRA_SIDE_NONE);

  if ((self->shown == panel) == shown)
    return;
  mattra_register_side_commit (self);
  if (shown)
    show (self, panel);
  else
    hide (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mattra_register_side_give_way:
 * @self: what stands beside the table
 *
 * Goes, if it stands in the place of the table.
 */
void
mattra_register_side_give_way (MattraRegisterSide *self)
{
  g_return_if_fail (MATTRA_IS_REGISTER_SIDE (self));

  if (self->shown != MATTRA_SIDE_NONE && is_narrow (self))
    mattra_register_side_set_shown (self, self->shown, FALSE);
}

/**
 * mattra_register_side_commit:
 * @self: what stands beside the table
 *
 * Commits what is typed there.
 */
void
mattra_register_side_commit (MattraRegisterSide *self)
{
  g_return_if_fail (MATTRA_IS_REGISTER_SIDE (self));

  if (panels[self->shown].commit)
    panels[self->shown].commit (mattra_register_side_get_panel (self, self->shown));
}

static void
measure_changed (MattraRegisterSide *self)
{
  if (self->shown != MATTRA_SIDE_NONE && panels[self->shown].show)
    panels[self->shown].show (self, mattra_register_side_get_panel (self, self->shown));
}

static void
mattra_register_side_dispose (GObject *object)
{
  MattraRegisterSide *self = MATTRA_REGISTER_SIDE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mattra_register_side_parent_class)->dispose (object);
}

static void
mattra_register_side_class_init (MattraRegisterSideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mattra_register_side_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MATTRA_TYPE_REGISTER_SIDE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
mattra_register_side_init (MattraRegisterSide *self)
{
}

/**
 * mattra_register_side_new:
 * @session: the session
 * @settings: the user's settings
 * @table: the table
 * @paned: what the table stands in, with a stack at its end; it lives longer than this
 *
 * Returns: (transfer full): what stands beside the table, nothing at first
 */
MattraRegisterSide *
mattra_register_side_new (MattraSession   *session,
                          GSettings       *settings,
                          MattraTablePage *table,
                          GtkPaned        *paned)
{
  MattraRegisterSide *self = g_object_new (MATTRA_TYPE_REGISTER_SIDE, NULL);

  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  self->table = table;
  self->paned = paned;
  self->stack = GTK_STACK (gtk_paned_get_end_child (paned));
  g_signal_connect_object (table, "measure-changed", G_CALLBACK (measure_changed), self, G_CONNECT_SWAPPED);
  return self;
}
