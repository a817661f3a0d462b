/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-bar.h"
#include "mattra-register-side.h"
#include "mattra-register-views.h"
#include "mattra-session.h"
#include "mattra-table-page.h"

G_BEGIN_DECLS

#define MATTRA_TYPE_REGISTER_PAGE (mattra_register_page_get_type ())

/* A register in its window: header, sidebar, table and what stands beside it. It folds by its own
 * width: first the sidebar, then the form takes the place of the table.
 *
 * Properties (all notify): show-sidebar, show-search, show-form, show-checks, show-report,
 *   view (name of the one that is shown, as MATTRA_VIEW_TABLE)
 * Signals:
 *   open-again ()    the user wants to write although somebody else has the register open
 */
G_DECLARE_FINAL_TYPE (MattraRegisterPage, mattra_register_page, MATTRA, REGISTER_PAGE, GtkWidget)

GtkWidget       *mattra_register_page_new          (MattraSession      *session,
                                                    GSettings          *settings);
MattraTablePage *mattra_register_page_get_table    (MattraRegisterPage *self);
MattraRegisterSide *mattra_register_page_get_side  (MattraRegisterPage *self);
void             mattra_register_page_focus        (MattraRegisterPage *self);
MattraBar       *mattra_register_page_get_draft_bar (MattraRegisterPage *self);
MattraBar       *mattra_register_page_get_copy_bar (MattraRegisterPage *self);
MattraBar       *mattra_register_page_get_whoami_bar (MattraRegisterPage *self);
void             mattra_register_page_find         (MattraRegisterPage *self);
void             mattra_register_page_find_next    (MattraRegisterPage *self,
                                                    gboolean            backwards);
void             mattra_register_page_commit       (MattraRegisterPage *self);

G_END_DECLS
