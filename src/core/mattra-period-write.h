/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-date.h"

G_BEGIN_DECLS

char *mattra_period_reword (const char   *text,
                            int           fiscal_year,
                            MattraDate    start,
                            MattraDate    end,
                            MattraDigits  script);

G_END_DECLS
