/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-print-choice.h"
#include "mattra-session.h"

G_BEGIN_DECLS

gboolean mattra_print_is_request   (const MattraPrintChoice *choice);
void     mattra_print_offer_record (GtkWindow               *parent,
                                    MattraSession           *session,
                                    const MattraPrintChoice *choice);
void     mattra_print_record       (MattraSession           *session,
                                    const MattraPrintChoice *choice);

G_END_DECLS
