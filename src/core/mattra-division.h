/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MattraOrganisationKind:
 * @MATTRA_ORGANISATION_OTHER: not one of the three; no usual divisions are known.
 * @MATTRA_ORGANISATION_SUBDISTRICT: องค์การบริหารส่วนตำบล (อบต.).
 * @MATTRA_ORGANISATION_MUNICIPALITY: เทศบาล.
 * @MATTRA_ORGANISATION_PROVINCE: องค์การบริหารส่วนจังหวัด (อบจ.).
 *
 * What kind of local government an office is; it decides which divisions are usual.
 */
typedef enum
{
  MATTRA_ORGANISATION_OTHER,
  MATTRA_ORGANISATION_SUBDISTRICT,
  MATTRA_ORGANISATION_MUNICIPALITY,
  MATTRA_ORGANISATION_PROVINCE,
} MattraOrganisationKind;

MattraOrganisationKind mattra_organisation_kind_of        (const char             *name);
const char            *mattra_organisation_kind_to_string (MattraOrganisationKind  kind);

/**
 * MattraDivision:
 * @id: (nullable): ULID; %NULL until the register gave one.
 * @sort_key: (nullable): fractional key that orders the divisions.
 * @name: full name, as it prints.
 * @short_name: (nullable): name for narrow places and for groups in a composed cell.
 * @aliases: (element-type utf8): other spellings that mean this division.
 *
 * A division (ส่วนราชการ) of an organisation in a plan's year.
 */
typedef struct
{
  char *id;
  char *sort_key;
  char *name;
  char *short_name;
  GPtrArray *aliases;
} MattraDivision;

#define MATTRA_TYPE_DIVISION (mattra_division_get_type ())

GType           mattra_division_get_type (void);
MattraDivision *mattra_division_new      (const char           *name);
MattraDivision *mattra_division_copy     (const MattraDivision *self);
const char     *mattra_division_get_short_name (const MattraDivision *self);
void            mattra_division_free     (MattraDivision       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MattraDivision, mattra_division_free)

GPtrArray      *mattra_division_new_usual (MattraOrganisationKind kind);

#define MATTRA_TYPE_DIVISION_LIST (mattra_division_list_get_type ())

/* The divisions of a plan in their order, and how the parties written in tables match them: by name,
 * by alias, by collective name (ทุกส่วนราชการ), by post and section. */
G_DECLARE_FINAL_TYPE (MattraDivisionList, mattra_division_list, MATTRA, DIVISION_LIST, GObject)

MattraDivisionList   *mattra_division_list_new       (GPtrArray          *divisions);
MattraDivisionList   *mattra_division_list_copy      (MattraDivisionList *self);
guint                 mattra_division_list_get_size  (MattraDivisionList *self);
const MattraDivision *mattra_division_list_get       (MattraDivisionList *self,
                                                      guint               position);
const MattraDivision *mattra_division_list_find_id   (MattraDivisionList *self,
                                                      const char         *id);
const MattraDivision *mattra_division_list_find_name (MattraDivisionList *self,
                                                      const char         *name);
int                   mattra_division_list_position  (MattraDivisionList *self,
                                                      const char         *id);
GPtrArray            *mattra_division_list_match     (MattraDivisionList *self,
                                                      const char         *party);
GPtrArray            *mattra_division_list_split     (MattraDivisionList *self,
                                                      const char         *text);
gboolean              mattra_division_list_is_known  (MattraDivisionList *self,
                                                      const char         *party);

G_END_DECLS
