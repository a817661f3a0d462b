/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-measure-list.h"

G_BEGIN_DECLS

struct _MattraMeasureRow
{
  GObject parent_instance;

  MattraMeasureKey key;
  MattraMeasure *measure;
  gboolean loading;
  gboolean stale; /* the register has it otherwise by now */
  GList link;     /* in the list's rows, the one used last first */
};

G_END_DECLS
