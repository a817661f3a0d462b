/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-date.h"

G_BEGIN_DECLS

gboolean mattra_read_date (const char *text,
                           MattraDate *date);

G_END_DECLS
