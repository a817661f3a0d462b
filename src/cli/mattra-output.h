/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-plan.h"

G_BEGIN_DECLS

void     mattra_output_text   (const char    *text);
void     mattra_output_line   (const char    *format,
                               ...) G_GNUC_PRINTF (1, 2);
void     mattra_output_error  (const GError  *error,
                               const char    *command);
void     mattra_output_notice (const char    *text);
char    *mattra_output_dup_time (const char  *at_utc);
const char *mattra_output_division (MattraPlan *plan,
                               const char    *division);
gboolean mattra_output_failed (void);
gboolean mattra_output_finish (GError       **error);

G_END_DECLS
