/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-text-editor.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_DATE_EDITOR (mattra_date_editor_get_type ())

/* The editor of a day: typed in any spelling, or chosen from a calendar (Alt+Down). What is committed
 * is the day as offices write it. */
G_DECLARE_FINAL_TYPE (MattraDateEditor, mattra_date_editor, MATTRA, DATE_EDITOR, MattraTextEditor)

gboolean mattra_date_editor_read (const char *text,
                                  MattraDate  today,
                                  MattraDate *date);

G_END_DECLS
