/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-organisation.h"

#define MUNICIPALITY "เทศบาล"
#define CHIEF "นายก"
#define MAYOR "นายกเทศมนตรี"
#define PERMANENT_SECRETARY "ปลัด"
#define HEAD "หัวหน้า"
#define DIRECTOR "ผู้อำนวยการ"

/**
 * mattra_organisation_chief_post:
 * @self: an office
 *
 * Writes the post of the chief executive as papers address it: นายกองค์การบริหารส่วนตำบลหินตั้ง, นายกเทศมนตรีตำบลหินตั้ง,
 * นายกองค์การบริหารส่วนจังหวัดขอนแก่น (domain.md 4.2).
 *
 * Returns: (transfer full): the post
 */
char *
mattra_organisation_chief_post (const MattraOrganisation *self)
{
  const char *name;

  g_return_val_if_fail (self != NULL, NULL);

  name = self->name ? self->name : "";
  if (g_str_has_prefix (name, MUNICIPALITY))
    return g_strconcat (MAYOR, name + sizeof MUNICIPALITY - 1, NULL);
  return g_strconcat (CHIEF, name, NULL);
}

/**
 * mattra_organisation_secretary_post:
 * @self: an office
 *
 * Writes the post of the permanent secretary (ปลัด), the highest official below the chief executive.
 *
 * Returns: (transfer full): the post
 */
char *
mattra_organisation_secretary_post (const MattraOrganisation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strconcat (PERMANENT_SECRETARY, self->name ? self->name : "", NULL);
}

/**
 * mattra_organisation_division_post:
 * @division: name of a division
 *
 * Writes the post of a division's head: หัวหน้าสำนักปลัด, ผู้อำนวยการกองคลัง, ผู้อำนวยการสำนักช่าง, หัวหน้าหน่วยตรวจสอบภายใน
 * (domain.md 4.2).
 *
 * Returns: (transfer full): the post
 */
char *
mattra_organisation_division_post (const char *division)
{
  static const char *const directed[] = { "กอง", "สำนัก", "โรงเรียน", "ศูนย์" };

  g_return_val_if_fail (division != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (directed); i++)
    if (g_str_has_prefix (division, directed[i]) && !g_str_has_prefix (division, "สำนักปลัด")
        && !g_str_has_prefix (division, "สำนักงานปลัด"))
      return g_strconcat (DIRECTOR, division, NULL);
  return g_strconcat (HEAD, division, NULL);
}
