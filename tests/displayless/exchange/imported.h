/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "mattra-import.h"
#include "mattra-json.h"
#include "mattra-plan.h"

G_BEGIN_DECLS

MattraPlan *imported_plan_new  (MattraImport *import);
char       *imported_to_json   (MattraImport *import);

G_END_DECLS
