/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_MEASURE_FORM (mattra_measure_form_get_type ())

/* One measure on a page, beside the table or in its place; at least 300 px wide. What is changed is
 * committed when its field is left. It scrolls by itself.
 *
 * Signals:
 *   navigate (int delta)       the measure before (-1) or after (+1) the one shown is asked for
 *   draft (char *measure, char *field, int round, char *division, char *text)
 *                              the text of a field as typed; text is NULL when it is being committed or was
 *                              given up, and comes again where it was refused
 *   kept (char *measure, char *field, int round, char *division, char *text)
 *                              a text that is not committed, and no longer shown: it waits for its place
 *   close ()                   the form is to be put away
 */
G_DECLARE_FINAL_TYPE (MattraMeasureForm, mattra_measure_form, MATTRA, MEASURE_FORM, AdwBin)

GtkWidget  *mattra_measure_form_new           (MattraSession     *session,
                                               GSettings         *settings);
const char *mattra_measure_form_get_measure   (MattraMeasureForm *self);
void        mattra_measure_form_set_measure   (MattraMeasureForm *self,
                                               const char        *measure);
void        mattra_measure_form_focus_field   (MattraMeasureForm *self,
                                               const char        *field);
void        mattra_measure_form_set_draft     (MattraMeasureForm *self,
                                               const char        *field,
                                               const char        *division,
                                               const char        *text);
void        mattra_measure_form_commit        (MattraMeasureForm *self);

G_END_DECLS
