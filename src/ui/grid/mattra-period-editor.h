/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-text-editor.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_PERIOD_EDITOR (mattra_period_editor_get_type ())

/* The editor of a span of time, typed as people write it and kept so, or chosen from a calendar
 * (Alt+Down). */
G_DECLARE_FINAL_TYPE (MattraPeriodEditor, mattra_period_editor, MATTRA, PERIOD_EDITOR, MattraTextEditor)

G_END_DECLS
