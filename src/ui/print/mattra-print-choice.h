/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-report.h"

G_BEGIN_DECLS

/**
 * MattraPrintChoice:
 * @options: what is to be printed; its strings belong to the choice
 * @unsigned_by: (element-type utf8): ULIDs of people who are left out of the signature blocks
 *
 * What the user wants on paper.
 */
typedef struct
{
  MattraReportOptions options;
  GPtrArray *unsigned_by;
} MattraPrintChoice;

MattraPrintChoice *mattra_print_choice_new          (const char              *kind,
                                                     MattraRound              round,
                                                     const char              *division);
MattraPrintChoice *mattra_print_choice_copy         (const MattraPrintChoice *self);
void               mattra_print_choice_free         (MattraPrintChoice       *self);
void               mattra_print_choice_leave_out    (const MattraPrintChoice *self,
                                                     MattraPlan              *plan);
GPtrArray         *mattra_print_choice_list_signers (const MattraPrintChoice *self,
                                                     MattraPlan              *plan);
char              *mattra_print_choice_make_name    (const MattraPrintChoice *self,
                                                     MattraPlan              *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraPrintChoice, mattra_print_choice_free)

G_END_DECLS
