/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-flow.h"
#include "mattra-layout.h"

G_BEGIN_DECLS

/* The pages as the painter reads them. Nobody outside this room includes this file. */
struct _MattraLayout
{
  MattraDocument *document;
  MattraFlow     *flow;
};

G_END_DECLS
