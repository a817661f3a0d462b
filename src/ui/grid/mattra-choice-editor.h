/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-cell-editor.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_CHOICE_EDITOR (mattra_choice_editor_get_type ())

/* The editor of cells that hold one of some words: arrows or the first letters find the word, Enter or
 * a click takes it. */
G_DECLARE_FINAL_TYPE (MattraChoiceEditor, mattra_choice_editor, MATTRA, CHOICE_EDITOR, MattraCellEditor)

G_END_DECLS
