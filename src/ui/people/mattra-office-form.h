/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-digits.h"
#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_OFFICE_FORM (mattra_office_form_get_type ())

/* The office itself, the rounds of the plan with the days on which answers are due, and the scores that
 * the measures follow from. A field is kept when its tick or Enter is pressed. */
G_DECLARE_FINAL_TYPE (MattraOfficeForm, mattra_office_form, MATTRA, OFFICE_FORM, AdwBin)

GtkWidget *mattra_office_form_new (MattraSession *session,
                                   MattraDigits   digits);

G_END_DECLS
