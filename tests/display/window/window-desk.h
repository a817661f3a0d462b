/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-window.h"

G_BEGIN_DECLS

/* A window of the program over a copy of the sample register, in a process of its own. */
typedef struct
{
  MattraApplication *application;
  char *folder;
  char *path;
  MattraWindow *window;
} Desk;

typedef struct
{
  const char *name;
  void (*run) (Desk          *self,
               gconstpointer  data);
} DeskTest;

/* A screen of its own, which goes. */
typedef struct
{
  GPid server;
  int output;
} DeskScreen;

void               desk_init        (int              *argc,
                                     char           ***argv);
int                desk_run         (const char       *path,
                                     const DeskTest   *tests,
                                     guint             n_tests);
MattraApplication *desk_get_program (void);
void               desk_copy_sample (Desk             *self);
void               desk_remove      (Desk             *self);
void               desk_set_up      (Desk             *self,
                                     gconstpointer     data);
void               desk_tear_down   (Desk             *self,
                                     gconstpointer     data);
void               desk_new_window  (Desk             *self);
void               desk_open        (Desk             *self,
                                     gboolean          read_only);
void               desk_close       (Desk             *self);
void               desk_wait        (Desk             *self);
MattraTablePage   *desk_table       (Desk             *self);
MattraGrid        *desk_grid        (Desk             *self);
MattraSession     *desk_session     (Desk             *self);
char              *desk_dup_id      (Desk             *self,
                                     guint             row);
char              *desk_dup_text    (Desk             *self,
                                     guint             row,
                                     const char       *field);
void               desk_type        (Desk             *self,
                                     guint             row,
                                     const char       *field,
                                     const char       *text);
GtkWindow         *desk_find_dialog (Desk             *self);
void               desk_act         (Desk             *self,
                                     const char       *action);
void               desk_let_pass    (guint             ms);

/* What others write */
void               desk_write_elsewhere (Desk         *self,
                                     MattraStore      *store,
                                     const char       *title);
void               desk_wait_for_title (Desk          *self,
                                     const char       *title);

/* What was typed and not written */
MattraBar         *desk_bar         (Desk             *self);
const char        *desk_words       (Desk             *self);
gboolean           desk_offers      (gpointer          desk);
gboolean           desk_offers_nothing (gpointer       desk);
gboolean           desk_is_on_disk  (const char       *text);
void               desk_wait_on_disk (const char      *text,
                                     gboolean          there);
GPid               desk_start_other (Desk            *self,
                                     const char       *option,
                                     const char       *display);
void               desk_stand_still (void) G_GNUC_NORETURN;
char              *desk_start_screen (DeskScreen      *self);
void               desk_lose_screen (DeskScreen       *self,
                                     GPid              other);

G_END_DECLS
