/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-table-page.h"
#include "session-fixture.h"

G_BEGIN_DECLS

/* The page of measures over the register of session-fixture.h, in a window. */
typedef struct
{
  SessionFixture fixture;
  MattraSession *session;
  GtkWidget *window;
  MattraTablePage *page;
  MattraGrid *grid;
  MattraMeasureList *list;
} Table;

void     table_init         (Table            *self,
                             guint             n_more);
void     table_clear        (Table            *self);
void     table_settle       (Table            *self);
guint    table_n_rows       (Table            *self);
char    *table_text         (Table            *self,
                             guint             row,
                             const char       *field);
int      table_number       (Table            *self,
                             guint             row);
char    *table_where        (Table            *self);
void     table_go           (Table            *self,
                             guint             row,
                             const char       *field);
void     table_press        (Table            *self,
                             guint             keyval,
                             GdkModifierType   modifiers);
void     table_type         (Table            *self,
                             const char       *text);
void     table_act          (Table            *self,
                             const char       *action);
void     table_undo         (Table            *self);
void     table_show         (Table            *self,
                             int               division);
const char *table_division  (Table            *self,
                             guint             index);
void     table_set_clipboard (Table           *self,
                             const char       *text);
char    *table_read_clipboard (Table          *self);
GtkWindow *table_find_dialog (Table           *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

G_END_DECLS
