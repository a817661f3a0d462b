/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-import.h"
#include "mattra-table.h"

G_BEGIN_DECLS

/* For the readers of this room only: the parts of an import while it is being read. */
struct _MattraImport
{
  GObject parent_instance;

  MattraImportDocument document;
  GPtrArray *columns;   /* MattraImportColumn */
  GPtrArray *heads;     /* MattraImportHead */
  GPtrArray *measures;  /* MattraMeasure */
  GArray *lines;        /* int: where each measure begins */
  GPtrArray *repairs;   /* MattraRepair */
  GPtrArray *questions; /* MattraQuestion */
  GPtrArray *preface;   /* utf8 */
  GPtrArray *notes;     /* utf8 */
};

MattraRepair *mattra_import_add_repair   (MattraImport     *self,
                                          MattraRepairKind  kind,
                                          const MattraCell *cell,
                                          const char       *message);
void          mattra_import_add_question (MattraImport     *self,
                                          const MattraCell *cell,
                                          const char       *field,
                                          const char       *text,
                                          const char       *message,
                                          const char       *suggest);
void          mattra_import_add_head     (MattraImport     *self,
                                          MattraField       field,
                                          const char       *label);
void          mattra_import_take_measure (MattraImport     *self,
                                          MattraMeasure    *measure,
                                          int               line);
void          mattra_import_add_column   (MattraImport     *self,
                                          const char       *field,
                                          const char       *label,
                                          guint             position);

G_END_DECLS
