/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"

G_BEGIN_DECLS

/* Texts of the reports of a plan, as drafts name them: the reports of the plan are what is typed into, kind and setting
 * a field. */

char       *mattra_report_place_new       (const char  *plan);
gboolean    mattra_report_place_is_one    (const char  *place);
const char *mattra_report_place_get_plan  (const char  *place);
char       *mattra_report_place_dup_field (const char  *kind,
                                           const char  *setting);
gboolean    mattra_report_place_read_field (const char *field,
                                           char       **kind,
                                           char       **setting);
char       *mattra_report_place_dup_words (const char  *place,
                                           const char  *field,
                                           MattraPlan  *plan);
char       *mattra_report_place_dup_text  (const char  *place,
                                           const char  *field,
                                           MattraPlan  *plan);

G_END_DECLS
