/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-window.h"

G_BEGIN_DECLS

/* The program's window over a copy of the sample register. */
typedef struct
{
  char *folder;
  MattraWindow *window;
} SampleDesk;

MattraApplication *sample_desk_start  (int               *argc,
                                       char            ***argv);
void               sample_desk_init   (SampleDesk        *self,
                                       MattraApplication *application);
void               sample_desk_clear  (SampleDesk        *self);
void               sample_desk_finish (SampleDesk        *self);
void               sample_desk_act    (SampleDesk        *self,
                                       const char        *action);
MattraTablePage   *sample_desk_table  (SampleDesk        *self);
gboolean           sample_desk_has_focus (SampleDesk     *self,
                                       GtkWidget         *widget);

G_END_DECLS
