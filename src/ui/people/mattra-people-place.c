/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-people-place.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "mattra-office-field.h"

#define OFFICE "office:"

const MattraPeopleKind *const mattra_people_kinds[MATTRA_N_PEOPLE_KINDS] = {
  &mattra_people_divisions, &mattra_people_signers, &mattra_people_members, &mattra_people_papers,
  &mattra_people_indicators, &mattra_people_topics, &mattra_people_publications, &mattra_people_collecting,
  &mattra_people_requests,
};

/**
 * mattra_people_place_new:
 * @kind: what the rows are
 * @id: ULID of one
 *
 * Returns: (transfer full): the row as a place
 */
char *
mattra_people_place_new (const MattraPeopleKind *kind,
                         const char             *id)
{
  g_return_val_if_fail (kind != NULL && id != NULL, NULL);

  return g_strconcat (kind->place, ":", id, NULL);
}

/**
 * mattra_people_place_new_office:
 * @year: fiscal year of a plan
 *
 * Returns: (transfer full): office, papers, rounds and scores of the plan as a place; its fields have the keys of
 *   #MattraOfficeField
 */
char *
mattra_people_place_new_office (int year)
{
  return g_strdup_printf (OFFICE "%d", year);
}

/**
 * mattra_people_place_get_id:
 * @place: a place
 * @kind: what rows are
 *
 * Returns: (nullable): ULID of the row that it is, where it is one of this kind
 */
const char *
mattra_people_place_get_id (const char             *place,
                            const MattraPeopleKind *kind)
{
  gsize length;

  g_return_val_if_fail (place != NULL && kind != NULL, NULL);

  length = strlen (kind->place);
  return g_str_has_prefix (place, kind->place) && place[length] == ':' ? place + length + 1 : NULL;
}

/**
 * mattra_people_place_get_year:
 * @place: a place
 *
 * Returns: fiscal year of the plan whose office it is; 0 where it is a row
 */
int
mattra_people_place_get_year (const char *place)
{
  g_return_val_if_fail (place != NULL, 0);

  return g_str_has_prefix (place, OFFICE) ? atoi (place + strlen (OFFICE)) : 0;
}

/**
 * mattra_people_place_is_one:
 * @place: a place of whatever page
 *
 * Returns: whether it is one of the page of office, divisions and people
 */
gboolean
mattra_people_place_is_one (const char *place)
{
  g_return_val_if_fail (place != NULL, FALSE);

  for (guint i = 0; i < MATTRA_N_PEOPLE_KINDS; i++)
    if (mattra_people_place_get_id (place, mattra_people_kinds[i]))
      return TRUE;
  return g_str_has_prefix (place, OFFICE);
}

/* The row */

static const MattraPeopleKind *
find_row (const char *place,
          MattraPlan *plan,
          guint      *row)
{
  for (guint i = 0; i < MATTRA_N_PEOPLE_KINDS; i++)
    {
      const MattraPeopleKind *kind = mattra_people_kinds[i];
      const char *id = mattra_people_place_get_id (place, kind);

      for (*row = 0; id && *row < kind->n_rows (plan); (*row)++)
        if (g_str_equal (kind->get_id (plan, *row), id))
          return kind;
    }
  return NULL;
}

static const MattraPeopleColumn *
find_column (const MattraPeopleKind *kind,
             const char             *field)
{
  for (guint i = 0; kind->columns[i].field; i++)
    if (g_str_equal (kind->columns[i].field, field))
      return &kind->columns[i];
  return NULL;
}

static gboolean
find_field (const char        *place,
            const char        *field,
            MattraPlan        *plan,
            MattraOfficeField *found)
{
  return mattra_people_place_get_year (place) == mattra_plan_get_fiscal_year (plan)
         && mattra_office_field_read (found, field);
}

/**
 * mattra_people_place_dup_words:
 * @place: a place
 * @field: a field of it
 * @plan: a plan
 *
 * Returns: (transfer full) (nullable): the place in words, with western digits; %NULL where the plan does not have it
 */
char *
mattra_people_place_dup_words (const char *place,
                               const char *field,
                               MattraPlan *plan)
{
  const MattraPeopleKind *kind = NULL;
  const MattraPeopleColumn *column = NULL;
  MattraOfficeField found;
  g_autofree char *name = NULL;
  guint row;

  g_return_val_if_fail (place != NULL && field != NULL && plan != NULL, NULL);

  if (find_field (place, field, plan, &found))
    return mattra_office_field_dup_words (&found, plan, MATTRA_DIGITS_WESTERN);
  kind = find_row (place, plan, &row);
  column = kind ? find_column (kind, field) : NULL;
  if (column == NULL)
    return NULL;
  name = kind->dup_text (plan, row, kind->name_field);
  return g_strdup_printf ("“%s”, %s", name ? name : "", _(column->title));
}

/**
 * mattra_people_place_dup_gone:
 * @place: a place that is in no plan any more
 * @field: a field of it
 *
 * Returns: (transfer full): the place in words
 */
char *
mattra_people_place_dup_gone (const char *place,
                              const char *field)
{
  g_return_val_if_fail (place != NULL && field != NULL, NULL);

  for (guint i = 0; i < MATTRA_N_PEOPLE_KINDS; i++)
    {
      const MattraPeopleColumn *column = find_column (mattra_people_kinds[i], field);
      const char *title = column ? _(column->title) : field;

      if (mattra_people_place_get_id (place, mattra_people_kinds[i]))
        return mattra_people_kinds[i]->dup_gone (title);
    }
  return g_strdup (_("a field of the office that is no longer there"));
}

/**
 * mattra_people_place_dup_text:
 * @place: a place
 * @field: a field of it
 * @plan: a plan
 *
 * Returns: (transfer full) (nullable): what the plan has there, with western digits
 */
char *
mattra_people_place_dup_text (const char *place,
                              const char *field,
                              MattraPlan *plan)
{
  const MattraPeopleKind *kind = NULL;
  MattraOfficeField found;
  guint row;

  g_return_val_if_fail (place != NULL && field != NULL && plan != NULL, NULL);

  if (find_field (place, field, plan, &found))
    return found.kind->dup_text (plan, &found, MATTRA_DIGITS_WESTERN);
  kind = find_row (place, plan, &row);
  return kind && find_column (kind, field) ? kind->dup_text (plan, row, field) : NULL;
}
