/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-seal-dialog.h"
#include "mattra-versions-window.h"
#include "picture.h"
#include "sample-desk.h"
#include "seek.h"

G_BEGIN_DECLS

/* What one does with confirmed versions, in the program's window over the sample. */

GtkWidget *versions_find        (GType                type);
GtkWidget *versions_wait        (GType                type);
void       versions_wait_gone   (GType                type);
void       versions_wait_button (GtkWidget           *window,
                                 const char          *label);
void       versions_wait_text   (GtkWidget           *window,
                                 const char          *text);
void       versions_tell        (const char          *text);
GtkWidget *versions_begin_seal  (SampleDesk          *self,
                                 const char          *kind);
void       versions_seal        (SampleDesk          *self,
                                 const char          *kind,
                                 const char          *reason);
GtkWidget *versions_show        (SampleDesk          *self,
                                 int                  number);
void       versions_drop        (GtkWidget           *widget,
                                 const char          *path);
char      *versions_path        (SampleDesk          *self,
                                 const char          *name);
guint      versions_count       (SampleDesk          *self);

G_END_DECLS
