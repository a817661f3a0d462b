/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-measure-form.h"

#include "mattra-form-cell.h"

G_BEGIN_DECLS

struct _MattraMeasureForm
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkScrolledWindow *scrolled;
  AdwBin *head;
  GtkLabel *origin;
  GtkBox *carried;
  GtkLabel *round;
  GtkLabel *closed;
  GtkBox *answers;
  AdwBin *talk;
  AdwBin *more;
  GtkBox *extras;

  MattraSession *session;
  GSettings *settings;
  char *measure;           /* ULID of the one that is wanted */
  MattraMeasure *loaded;
  char **changed;          /* fields that were changed since the measure came from another year */
  int origin_year;         /* that year; 0 where the plan came from none */
  gboolean is_new;         /* the plan came from another year, the measure did not */
  guint serial;            /* of the newest question to the register */
  GPtrArray *cells;        /* MattraFormCell, those of answers aside */
  char *answer_keys;       /* which answers there are */
  GPtrArray *kept;         /* Kept: texts that wait for their cells */
  GtkWidget *history;
  char *wanted_field;      /* to be focused when the measure is there */
};

/* A text that was typed and is not committed. */
typedef struct
{
  MattraFormPlace place;
  char *text;
  gboolean focus; /* it was asked for: the focus goes there */
} MattraFormKept;

typedef void (*MattraFormCellFunc) (MattraMeasureForm *self,
                          MattraFormCell    *cell);

/* Its fields: mattra-form-fields.c */
void               mattra_measure_form_kept_free     (gpointer               data);
MattraTableContext mattra_measure_form_get_context   (MattraMeasureForm     *self);
void               mattra_measure_form_for_each_of   (MattraMeasureForm     *self,
                                                      GPtrArray             *cells,
                                                      MattraFormCellFunc     func);
void               mattra_measure_form_for_each_cell (MattraMeasureForm     *self,
                                                      MattraFormCellFunc     func);
void               mattra_measure_form_keep          (MattraMeasureForm     *self,
                                                      const MattraFormPlace *place,
                                                      const char            *text,
                                                      gboolean               focus);
void               mattra_measure_form_focus_cell    (MattraMeasureForm     *self,
                                                      MattraFormCell        *cell);
void               mattra_measure_form_put_back      (MattraMeasureForm     *self,
                                                      MattraFormCell        *cell);
void               mattra_measure_form_keep_cell     (MattraMeasureForm     *self,
                                                      MattraFormCell        *cell);
void               mattra_measure_form_drop_history  (MattraMeasureForm     *self);
void               mattra_measure_form_add_cell      (MattraMeasureForm     *self,
                                                      MattraFormCell        *cell);
void               mattra_measure_form_show_cell     (MattraMeasureForm     *self,
                                                      MattraFormCell        *cell,
                                                      const char            *division,
                                                      const char            *whose);
const char        *mattra_measure_form_find_ticking  (MattraMeasureForm     *self,
                                                      GPtrArray             *divisions);
const char        *mattra_measure_form_name_whose    (MattraMeasureForm     *self,
                                                      const char            *division);

/* What comes from another year: mattra-form-carried.c */
void               mattra_measure_form_show_origin   (MattraMeasureForm     *self);
void               mattra_measure_form_show_carried  (MattraMeasureForm     *self);
char              *mattra_measure_form_dup_waiting   (MattraMeasureForm     *self);

/* The page of a measure: mattra-form-page.c */
void               mattra_measure_form_show_page     (MattraMeasureForm     *self);
void               mattra_measure_form_focus_wanted  (MattraMeasureForm     *self);

/* mattra-measure-form.c */
void               mattra_measure_form_reload        (MattraMeasureForm     *self);

G_END_DECLS
