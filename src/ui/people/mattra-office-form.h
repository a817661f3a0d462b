/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-digits.h"
#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_OFFICE_FORM (mattra_office_form_get_type ())

/* The office itself, title and preface of its papers, the rounds of the plan with the days on which answers
 * are due, and the scores that the measures follow from. A field is kept when one leaves it, by its tick or by
 * Enter; Escape gives up what was typed into it.
 *
 * Signals:
 *   draft (year, key, text)   what is being typed into a field of the plan of a year, by its
 *                             mattra_office_field_dup_key(); %NULL once it is kept or given up
 *   kept (year, key, text)    a text that was typed and has no field any more
 */
G_DECLARE_FINAL_TYPE (MattraOfficeForm, mattra_office_form, MATTRA, OFFICE_FORM, AdwBin)

GtkWidget *mattra_office_form_new    (MattraSession    *session,
                                      MattraDigits      digits);
void       mattra_office_form_focus  (MattraOfficeForm *self,
                                      const char       *name);
void       mattra_office_form_set_draft (MattraOfficeForm *self,
                                         const char       *key,
                                         const char       *text);
void       mattra_office_form_commit (MattraOfficeForm *self);

G_END_DECLS
