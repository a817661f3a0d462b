/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-table-page.h"

G_BEGIN_DECLS

/**
 * MattraSidePanel:
 *
 * What can stand beside the table.
 */
typedef enum
{
  MATTRA_SIDE_NONE,
  MATTRA_SIDE_FORM,
  MATTRA_SIDE_CHECKS,
  MATTRA_SIDE_REPORT,
} MattraSidePanel;

#define MATTRA_TYPE_REGISTER_SIDE (mattra_register_side_get_type ())

/* What stands beside the table, one thing at a time; on a narrow window it takes the table's place.
 *
 * Signals:
 *   changed ()     something else stands there
 */
G_DECLARE_FINAL_TYPE (MattraRegisterSide, mattra_register_side, MATTRA, REGISTER_SIDE, GObject)

MattraRegisterSide *mattra_register_side_new       (MattraSession      *session,
                                                    GSettings          *settings,
                                                    MattraTablePage    *table,
                                                    GtkPaned           *paned);
gboolean            mattra_register_side_get_shown (MattraRegisterSide *self,
                                                    MattraSidePanel     panel);
void                mattra_register_side_set_shown (MattraRegisterSide *self,
                                                    MattraSidePanel     panel,
                                                    gboolean            shown);
GtkWidget          *mattra_register_side_get_panel (MattraRegisterSide *self,
                                                    MattraSidePanel     panel);
void                mattra_register_side_fold      (MattraRegisterSide *self,
                                                    int                 width);
void                mattra_register_side_give_way (MattraRegisterSide *self);
void                mattra_register_side_commit    (MattraRegisterSide *self);

G_END_DECLS
