/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mattra_register_name_propose (const char *organisation,
                                    int         fiscal_year);

G_END_DECLS
