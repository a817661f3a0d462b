/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-form-text.h"

G_BEGIN_DECLS

/* Buttons in the head of a field with which one chooses what else is typed. */

void mattra_form_tool_add_calendar (MattraFormText *field);
void mattra_form_tool_add_words    (MattraFormText *field);

G_END_DECLS
