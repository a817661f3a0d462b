/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-measure-form.h"

#include "mattra-form-cell.h"
#include "mattra-measure.h"

G_BEGIN_DECLS

/* A register with four measures, and a form over it in a window of its own:
 * 1 of one division, with steps and results; 2 of all divisions; 3 recurs six times a round, by the first
 * division; 4 of the first two divisions, each with an answer of its own. */
#define FORM_N_MEASURES 4

typedef struct
{
  char *folder;
  char *path;
  char *ids[FORM_N_MEASURES];
  char *first;      /* ULID of the first division */
  char *second;
  GSettings *settings;
  MattraSession *session;
  GtkWidget *window;
  MattraMeasureForm *form;
  GString *drafts;  /* "field=text;" as the form told them, "field!;" where done */
  int navigated;
  guint closed;
} Form;

typedef struct
{
  const char *name;
  void (*run) (Form          *self,
               gconstpointer  data);
  const char *how;  /* for form_set_up() */
} FormTest;

int             form_run        (int             *argc,
                                 char          ***argv,
                                 const char      *path,
                                 const FormTest  *tests,
                                 guint            n_tests);
void            form_set_up     (Form            *self,
                                 gconstpointer    data);
void            form_tear_down  (Form            *self,
                                 gconstpointer    data);
void            form_show       (Form            *self,
                                 guint            place);
void            form_finish     (Form            *self);
MattraFormCell *form_cell       (Form            *self,
                                 const char      *field,
                                 guint            nth);
GtkTextView    *form_view       (Form            *self,
                                 const char      *field,
                                 guint            nth);
char           *form_text       (Form            *self,
                                 const char      *field,
                                 guint            nth);
char           *form_note       (Form            *self,
                                 const char      *field,
                                 guint            nth);
void            form_type       (Form            *self,
                                 const char      *field,
                                 guint            nth,
                                 const char      *text);
gboolean        form_press      (GtkWidget       *widget,
                                 guint            keyval,
                                 GdkModifierType  modifiers);
void            form_leave      (Form            *self);
char           *form_stored     (Form            *self,
                                 guint            place,
                                 const char      *field,
                                 const char      *division);
void            form_set_other  (Form            *self,
                                 guint            place,
                                 const char      *field,
                                 const char      *division,
                                 const char      *text);
MattraMeasure  *form_load       (Form            *self,
                                 guint            place);

G_END_DECLS
