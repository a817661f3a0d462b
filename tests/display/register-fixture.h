/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "mattra-session.h"

G_BEGIN_DECLS

/* A register of a few measures made from a table, its session on a fixed day, and a window. */
typedef struct
{
  char *folder;
  char *path;
  MattraSession *session;
  GtkWidget *window;
} RegisterFixture;

/* Head of a table of six columns: number, measure, method, responsible, period, result. */
#define REGISTER_FIXTURE_HEAD "ที่\tมาตรการ\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tผลการดำเนินการ\n"

void register_fixture_init   (RegisterFixture *self,
                              const char      *rows,
                              const char      *day);
void register_fixture_clear  (RegisterFixture *self);
void register_fixture_show   (RegisterFixture *self,
                              GtkWidget       *content,
                              int              width,
                              int              height);
void register_fixture_finish (RegisterFixture *self);
void register_fixture_set    (RegisterFixture *self,
                              const char      *measure,
                              const char      *field,
                              const char      *value);
char *register_fixture_cell  (RegisterFixture *self,
                              const char      *measure,
                              const char      *field);

G_END_DECLS
