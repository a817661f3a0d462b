/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "mattra-grid-delegate.h"

G_BEGIN_DECLS

/**
 * MattraWordMark:
 * @shape: the shape beside a word; %MATTRA_SHAPE_NONE: no pill
 * @colour: (nullable) (transfer none): of the word and its pill; lives as long as the grid and changes
 *   with the theme
 *
 * How a word of a choice looks. Zeroed: as plain text.
 */
typedef struct
{
  MattraCellShape shape;
  const GdkRGBA *colour;
} MattraWordMark;

#define MATTRA_TYPE_PILL_LABEL (mattra_pill_label_get_type ())

/* A word as the cells show it: plain, or as a pill with its shape. */
G_DECLARE_FINAL_TYPE (MattraPillLabel, mattra_pill_label, MATTRA, PILL_LABEL, GtkWidget)

GtkWidget  *mattra_pill_label_new            (void);
void        mattra_pill_label_set_text       (MattraPillLabel      *self,
                                              const char           *text,
                                              const MattraWordMark *mark);
void        mattra_pill_label_set_attributes (MattraPillLabel      *self,
                                              PangoAttrList        *attributes);

G_END_DECLS
