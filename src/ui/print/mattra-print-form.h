/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-print-choice.h"
#include "mattra-session.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_PRINT_FORM (mattra_print_form_get_type ())

/* Which report is wanted: kind or several, round, division, digits, page numbers, date, texts, columns, signers. The plan
 * keeps them for each kind, each change an act; the kind is remembered for the user from one time to the next.
 *
 * Signals:
 *   changed ()     something else is wanted, or what is written as date cannot be read
 */
G_DECLARE_FINAL_TYPE (MattraPrintForm, mattra_print_form, MATTRA, PRINT_FORM, AdwBin)

void               mattra_print_form_set_session (MattraPrintForm     *self,
                                                  MattraSession       *session);
MattraPrintChoice *mattra_print_form_get_choice  (MattraPrintForm     *self);
void               mattra_print_form_set_choice  (MattraPrintForm     *self,
                                                  const MattraPrintChoice *choice);
const char        *mattra_print_form_get_kind    (MattraPrintForm     *self);
void               mattra_print_form_set_kind    (MattraPrintForm     *self,
                                                  const char          *kind);
MattraRound        mattra_print_form_get_round   (MattraPrintForm     *self);
gboolean           mattra_print_form_is_readable (MattraPrintForm     *self);
void               mattra_print_form_commit      (MattraPrintForm     *self);
void               mattra_print_form_remember    (MattraPrintForm     *self);
void               mattra_print_form_set_draft   (MattraPrintForm     *self,
                                                  const char          *place,
                                                  const char          *field,
                                                  const char          *text);

G_END_DECLS
