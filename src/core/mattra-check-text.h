/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The checks that read running text. For mattra_check_plan() alone. */

char *mattra_check_find_old_date       (const char *text,
                                        int         fiscal_year,
                                        int         analysed_year);
char *mattra_check_proper_name         (const char *organisation);
char *mattra_check_find_misspelt_name  (const char *text,
                                        const char *proper_name);
char *mattra_check_fold_recommendation (const char *text);

G_END_DECLS
