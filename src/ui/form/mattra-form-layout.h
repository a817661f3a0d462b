/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-form-cell.h"

G_BEGIN_DECLS

/**
 * MattraFormPart:
 * @MATTRA_FORM_PART_HEAD: what the measure is
 * @MATTRA_FORM_PART_MORE: what comes below the answers
 * @MATTRA_FORM_PART_ANSWER: what each answer has
 *
 * Parts of the form.
 */
typedef enum
{
  MATTRA_FORM_PART_HEAD,
  MATTRA_FORM_PART_MORE,
  MATTRA_FORM_PART_ANSWER,
} MattraFormPart;

GtkWidget *mattra_form_layout_new_cell  (MattraSession  *session,
                                         const char     *field);
GtkWidget *mattra_form_layout_build     (MattraSession  *session,
                                         MattraFormPart  part,
                                         GPtrArray      *cells);
gboolean   mattra_form_layout_is_wanted (MattraPlan     *plan,
                                         MattraMeasure  *measure,
                                         const char     *field);
GPtrArray *mattra_form_layout_divisions (MattraPlan     *plan,
                                         MattraMeasure  *measure,
                                         MattraRound     round);

G_END_DECLS
