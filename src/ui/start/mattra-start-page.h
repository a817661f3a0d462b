/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MATTRA_TYPE_START_PAGE (mattra_start_page_get_type ())

/* What is seen before a register is open: new, open, the registers of late, the sample, a table. Files
 * dropped on it are opened, or imported where they are no registers.
 *
 * Signals:
 *   new ()          a new register is wanted
 *   open (path)     a register is to be opened; NULL: one that the user shall choose
 *   import (path)   a table is to be imported; NULL: one that the user shall choose or paste
 */
G_DECLARE_FINAL_TYPE (MattraStartPage, mattra_start_page, MATTRA, START_PAGE, AdwBin)

GtkWidget *mattra_start_page_new (void);

G_END_DECLS
