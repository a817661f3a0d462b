/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What tests of the window share: the program's look without the program, and pictures of windows. */

typedef gboolean (*PictureCondition) (gpointer data);

void picture_init         (int              *argc,
                           char           ***argv);
void picture_set_language (const char       *language);
void picture_set_text     (double            scale);
void picture_wait         (PictureCondition  condition,
                           gpointer          data);
void picture_settle       (void);
void picture_save         (GtkWidget        *window,
                           const char       *name);
void picture_save_both    (GtkWidget        *window,
                           const char       *name);

G_END_DECLS
