/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mattra-window.h"
#include "picture.h"

G_BEGIN_DECLS

/* The program with a copy of the sample register, for pictures of all it shows. They are for looking at; a test fails
 * where a screen does not come, is too large for a small screen, or GTK warns. */

typedef struct
{
  char *folder;
  char *path;
  MattraApplication *application;
  const char *language;
  MattraWindow *window;
} PicturesFixture;

typedef struct
{
  const char *name;
  void (*run) (PicturesFixture *self);
  const char *language; /* only in this one; NULL for both */
} PicturesTest;

/* A large window, and the smallest that everything has to be usable in. */
typedef enum
{
  PICTURES_WIDE,
  PICTURES_NARROW,
  PICTURES_N_SIZES,
} PicturesSize;

int        pictures_run           (int                 *argc,
                                   char              ***argv,
                                   const PicturesTest  *tests,
                                   guint                n_tests);
void       pictures_open          (PicturesFixture     *self,
                                   const char          *path,
                                   gboolean             read_only);
void       pictures_open_sample   (PicturesFixture     *self,
                                   gboolean             read_only);
void       pictures_show_division (PicturesFixture     *self,
                                   guint                place);
void       pictures_resize        (PicturesFixture     *self,
                                   GtkWindow           *window,
                                   PicturesSize         size);
void       pictures_take          (PicturesFixture     *self,
                                   GtkWidget           *window,
                                   const char          *screen,
                                   PicturesSize         size);
void       pictures_take_one      (PicturesFixture     *self,
                                   GtkWidget           *window,
                                   const char          *screen,
                                   PicturesSize         size);
gboolean   pictures_act           (PicturesFixture     *self,
                                   const char          *action);
GtkWindow *pictures_find_dialog   (PicturesFixture     *self);
GtkWidget *pictures_find          (GtkWidget           *below,
                                   GType                type);

G_END_DECLS
