/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-division.h"

#include <string.h>

#include "mattra-party-reader.h"
#include "mattra-text.h"

G_DEFINE_BOXED_TYPE (MattraDivision, mattra_division, mattra_division_copy, mattra_division_free)

#define SUBDISTRICT (1 << MATTRA_ORGANISATION_SUBDISTRICT)
#define MUNICIPALITY (1 << MATTRA_ORGANISATION_MUNICIPALITY)
#define PROVINCE (1 << MATTRA_ORGANISATION_PROVINCE)

/* The usual divisions (domain notes, 4.1). Names on one line are one division that offices write
 * in different ways; they are looked up with spaces ignored. The order is that of the offices' own
 * lists. */
static const struct
{
  guint kinds;
  const char *name;
  const char *short_name;
  const char *aliases;
} usual[] = {
  { SUBDISTRICT | MUNICIPALITY | PROVINCE, "สำนักปลัด", "สำนักปลัด",
    "สำนักปลัดฯ|สำนักงานปลัด|สำนักงานปลัดฯ|สนง.ปลัด|สป." },
  { PROVINCE, "สำนักงานเลขานุการองค์การบริหารส่วนจังหวัด", "สำนักงานเลขานุการ",
    "สำนักงานเลขานุการ อบจ.|สำนักเลขานุการ|สำนักงานเลขานุการฯ|สำนักเลขานุการ อบจ." },
  { MUNICIPALITY | PROVINCE, "กองยุทธศาสตร์และงบประมาณ", "กองยุทธศาสตร์ฯ",
    "กองยุทธศาสตร์|กองยุทธฯ|กองวิชาการและแผนงาน|กองวิชาการฯ|กองวิชาการ|กองแผนและงบประมาณ|"
    "สำนักยุทธศาสตร์และงบประมาณ" },
  { SUBDISTRICT | MUNICIPALITY | PROVINCE, "กองคลัง", "กองคลัง",
    "กองการคลัง|สำนักคลัง|สำนักการคลัง|ส่วนการคลัง|กค." },
  { SUBDISTRICT | MUNICIPALITY | PROVINCE, "กองช่าง", "กองช่าง",
    "กองการช่าง|สำนักช่าง|สำนักการช่าง|ส่วนโยธา|กองโยธา|กช." },
  { SUBDISTRICT | PROVINCE, "กองการศึกษา ศาสนาและวัฒนธรรม", "กองการศึกษาฯ",
    "กองการศึกษา|สำนักการศึกษา|สำนักการศึกษา ศาสนาและวัฒนธรรม|ส่วนการศึกษา|"
    "ส่วนการศึกษา ศาสนาและวัฒนธรรม|กองศึกษา|กศ." },
  { MUNICIPALITY, "กองการศึกษา", "กองการศึกษา",
    "กองการศึกษาฯ|กองการศึกษา ศาสนาและวัฒนธรรม|สำนักการศึกษา|ส่วนการศึกษา|กองศึกษา|กศ." },
  { SUBDISTRICT | MUNICIPALITY, "กองสาธารณสุขและสิ่งแวดล้อม", "กองสาธารณสุขฯ",
    "กองสาธารณสุข|สำนักสาธารณสุข|สำนักสาธารณสุขและสิ่งแวดล้อม|ส่วนสาธารณสุข|"
    "ส่วนสาธารณสุขและสิ่งแวดล้อม|กสธ." },
  { PROVINCE, "กองสาธารณสุข", "กองสาธารณสุข",
    "กองสาธารณสุขฯ|กองสาธารณสุขและสิ่งแวดล้อม|สำนักสาธารณสุข|กสธ." },
  { SUBDISTRICT | MUNICIPALITY, "กองสวัสดิการสังคม", "กองสวัสดิการฯ",
    "กองสวัสดิการ|กองสวัสดิการสังคมฯ|กองสวัสดิการและสังคม|ส่วนสวัสดิการสังคม|สำนักสวัสดิการสังคม|กสค." },
  { SUBDISTRICT, "กองส่งเสริมการเกษตร", "กองส่งเสริมการเกษตร",
    "กองส่งเสริมการเกษตรฯ|กองการเกษตร|กองเกษตร|ส่วนส่งเสริมการเกษตร" },
  { PROVINCE, "กองพัสดุและทรัพย์สิน", "กองพัสดุฯ", "กองพัสดุ" },
  { MUNICIPALITY, "กองการประปา", "กองการประปา", "กองประปา" },
  { MUNICIPALITY, "กองการแพทย์", "กองการแพทย์", "สำนักการแพทย์" },
  { MUNICIPALITY | PROVINCE, "กองการเจ้าหน้าที่", "กองการเจ้าหน้าที่", "กองเจ้าหน้าที่|กอง จนท." },
  { SUBDISTRICT | MUNICIPALITY | PROVINCE, "หน่วยตรวจสอบภายใน", "หน่วยตรวจสอบภายใน",
    "หน่วยงานตรวจสอบภายใน|หน่วยตรวจสอบฯ|หน่วยตรวจสอบภายในฯ|ตรวจสอบภายใน|งานตรวจสอบภายใน|ตสน." },
};

/* What สำนักปลัด is called in full in each kind of office, and the ways that is written. */
static const struct
{
  const char *name;
  const char *aliases;
} head_office[] = {
  [MATTRA_ORGANISATION_OTHER] = { "สำนักปลัด", "" },
  [MATTRA_ORGANISATION_SUBDISTRICT] = {
    "สำนักปลัด", "สำนักปลัด อบต.|สำนักงานปลัด อบต.|สำนักปลัดองค์การบริหารส่วนตำบล|"
                 "สำนักงานปลัดองค์การบริหารส่วนตำบล" },
  [MATTRA_ORGANISATION_MUNICIPALITY] = {
    "สำนักปลัดเทศบาล", "สำนักปลัด|สำนักงานปลัดเทศบาล|สำนักปลัดเทศบาลฯ" },
  [MATTRA_ORGANISATION_PROVINCE] = {
    "สำนักปลัดองค์การบริหารส่วนจังหวัด", "สำนักปลัด|สำนักปลัด อบจ.|สำนักงานปลัด อบจ.|"
                                         "สำนักงานปลัดองค์การบริหารส่วนจังหวัด" },
};

/* How the name of an office begins, in full and abbreviated; folded, without full stops. */
static const struct
{
  const char *beginning;
  MattraOrganisationKind kind;
} organisation_names[] = {
  { "องค์การบริหารส่วนตำบล", MATTRA_ORGANISATION_SUBDISTRICT },
  { "อบต", MATTRA_ORGANISATION_SUBDISTRICT },
  { "องค์การบริหารส่วนจังหวัด", MATTRA_ORGANISATION_PROVINCE },
  { "อบจ", MATTRA_ORGANISATION_PROVINCE },
  { "เทศบาล", MATTRA_ORGANISATION_MUNICIPALITY },
  { "สำนักงานเทศบาล", MATTRA_ORGANISATION_MUNICIPALITY },
  { "ทต", MATTRA_ORGANISATION_MUNICIPALITY },
  { "ทม", MATTRA_ORGANISATION_MUNICIPALITY },
  { "ทน", MATTRA_ORGANISATION_MUNICIPALITY },
};

/**
 * mattra_organisation_kind_of:
 * @name: (nullable): name of an office, in full or abbreviated (อบต.หินตั้ง, ทต.บ้านไผ่)
 *
 * Tells the kind of a local government from the beginning of its name.
 *
 * Returns: the kind, %MATTRA_ORGANISATION_OTHER where the name tells none
 */
MattraOrganisationKind
mattra_organisation_kind_of (const char *name)
{
  g_autofree char *folded = NULL;

  if (name == NULL)
    return MATTRA_ORGANISATION_OTHER;

  folded = mattra_text_fold_compare (name);
  for (guint i = 0; i < G_N_ELEMENTS (organisation_names); i++)
    {
      const char *beginning = organisation_names[i].beginning;
      gsize length = strlen (beginning);
      /* Two letters are an abbreviation only with their full stop: a name may begin with ทม. */
      gboolean short_form = length == strlen ("ทต");

      if (g_str_has_prefix (folded, beginning) && (!short_form || folded[length] == '.'))
        return organisation_names[i].kind;
    }

  return MATTRA_ORGANISATION_OTHER;
}

/**
 * mattra_organisation_kind_to_string:
 * @kind: a kind of local government
 *
 * The name under which the register keeps @kind.
 *
 * Returns: (transfer none): "other", "subdistrict", "municipality" or "province"
 */
const char *
mattra_organisation_kind_to_string (MattraOrganisationKind kind)
{
  static const char *const names[] = {
    [MATTRA_ORGANISATION_OTHER] = "other",
    [MATTRA_ORGANISATION_SUBDISTRICT] = "subdistrict",
    [MATTRA_ORGANISATION_MUNICIPALITY] = "municipality",
    [MATTRA_ORGANISATION_PROVINCE] = "province",
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}

/**
 * mattra_division_new:
 * @name: full name
 *
 * Makes a division without short name and aliases.
 *
 * Returns: (transfer full): the division
 */
MattraDivision *
mattra_division_new (const char *name)
{
  MattraDivision *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (MattraDivision, 1);
  self->name = g_strdup (name);
  self->aliases = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * mattra_division_copy:
 * @self: a division
 *
 * Copies a division with its ULID and aliases.
 *
 * Returns: (transfer full): the copy
 */
MattraDivision *
mattra_division_copy (const MattraDivision *self)
{
  MattraDivision *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = mattra_division_new (self->name);
  copy->id = g_strdup (self->id);
  copy->sort_key = g_strdup (self->sort_key);
  copy->short_name = g_strdup (self->short_name);
  for (guint i = 0; i < self->aliases->len; i++)
    g_ptr_array_add (copy->aliases, g_strdup (g_ptr_array_index (self->aliases, i)));

  return copy;
}

/**
 * mattra_division_get_short_name:
 * @self: a division
 *
 * Returns: (transfer none): what it is called where there is little room: its short name, or its name where it has none
 */
const char *
mattra_division_get_short_name (const MattraDivision *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->short_name != NULL ? self->short_name : self->name;
}

/**
 * mattra_division_free:
 * @self: (transfer full): a division
 *
 * Frees a division.
 */
void
mattra_division_free (MattraDivision *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->sort_key);
  g_free (self->name);
  g_free (self->short_name);
  g_ptr_array_unref (self->aliases);
  g_free (self);
}

static void
add_aliases (MattraDivision *division,
             const char     *aliases)
{
  g_auto (GStrv) names = g_strsplit (aliases, "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0' && g_strcmp0 (names[i], division->name) != 0)
      g_ptr_array_add (division->aliases, g_strdup (names[i]));
}

static MattraDivision *
make_usual (guint                  position,
            MattraOrganisationKind kind)
{
  const char *name = position == 0 ? head_office[kind].name : usual[position].name;
  MattraDivision *division = mattra_division_new (name);

  division->short_name = g_strdup (usual[position].short_name);
  if (position == 0)
    add_aliases (division, head_office[kind].aliases);
  add_aliases (division, usual[position].aliases);

  return division;
}

/**
 * mattra_division_new_usual:
 * @kind: a kind of local government
 *
 * Makes the divisions that an office of @kind usually has, with the short names and other spellings
 * that tables use for them. Source: domain notes, 4.1. For %MATTRA_ORGANISATION_OTHER there are none.
 *
 * Returns: (transfer full) (element-type MattraDivision): the divisions, without ULIDs
 */
GPtrArray *
mattra_division_new_usual (MattraOrganisationKind kind)
{
  GPtrArray *divisions;

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (head_office), NULL);

  divisions = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_division_free);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (kind != MATTRA_ORGANISATION_OTHER && (usual[i].kinds & (1u << kind)) != 0)
      g_ptr_array_add (divisions, make_usual (i, kind));

  return divisions;
}

static void
add_family_names (GPtrArray  *family,
                  const char *names)
{
  g_auto (GStrv) parts = g_strsplit (names, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (family, g_strdup (parts[i]));
}

/**
 * mattra_division_new_families:
 *
 * Gathers, for each usual division of any kind of office, all names it goes by.
 *
 * Returns: (transfer full) (element-type GPtrArray): an array of names for each division
 */
GPtrArray *
mattra_division_new_families (void)
{
  GPtrArray *families = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      GPtrArray *family = g_ptr_array_new_with_free_func (g_free);

      add_family_names (family, usual[i].name);
      add_family_names (family, usual[i].short_name);
      add_family_names (family, usual[i].aliases);
      for (guint j = 0; i == 0 && j < G_N_ELEMENTS (head_office); j++)
        {
          add_family_names (family, head_office[j].name);
          add_family_names (family, head_office[j].aliases);
        }
      g_ptr_array_add (families, family);
    }

  return families;
}
