/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-seal-verify.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mattra-draft-search.h"
#include "mattra-error.h"
#include "mattra-seal-compare.h"

/* A file that shares so much with a version, byte for byte, was made from it, and so was one that is little more than
 * the version's beginning. Two versions share nothing but how each file begins. */
#define KIN_NUMERATOR 9
#define KIN_DENOMINATOR 10

/* How long a command may look for what a draft was made of. */
#define SEARCH_SECONDS 20

typedef struct
{
  MattraStore *store;
  GBytes *pdf;
  MattraTailFunc is_signed;
  guint seconds;
  GPtrArray *seals; /* of MattraSeal */
  GArray *marks;    /* of MattraDraftMark */
  MattraVerdict *verdict;
} Verification;

/**
 * mattra_verdict_free:
 * @self: (transfer full) (nullable): a verdict
 *
 * Frees a verdict.
 */
void
mattra_verdict_free (MattraVerdict *self)
{
  if (self == NULL)
    return;
  g_free (self->how);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_free (self);
}

static void
verification_clear (Verification *self)
{
  g_clear_pointer (&self->seals, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->verdict, mattra_verdict_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Verification, verification_clear)

static void
decide (Verification      *self,
        MattraVerdictKind  kind,
        char              *how)
{
  self->verdict->kind = kind;
  g_free (self->verdict->how);
  self->verdict->how = how;
}

/* Confirmed versions */

static gboolean
find_year (Verification  *self,
           const char    *plan,
           GError       **error)
{
  g_autoptr (GPtrArray) years = mattra_store_list_years (self->store, error);

  self->verdict->several_years = years != NULL && years->len > 1;
  for (guint i = 0; years != NULL && i < years->len; i++)
    {
      int year = GPOINTER_TO_INT (g_ptr_array_index (years, i));
      g_autoptr (MattraPlan) loaded = mattra_store_load_plan (self->store, year, error);

      if (loaded == NULL)
        return FALSE;
      if (g_strcmp0 (mattra_plan_get_id (loaded), plan) == 0)
        self->verdict->fiscal_year = year;
    }
  return years != NULL;
}

static int
compare_lengths (gconstpointer one,
                 gconstpointer other)
{
  const MattraSeal *a = *(const MattraSeal *const *) one;
  const MattraSeal *b = *(const MattraSeal *const *) other;

  return (a->pdf_length > b->pdf_length) - (a->pdf_length < b->pdf_length);
}

/* The version that the file begins with. The file is read once, however many versions there are: the shortest first,
 * each a further piece of it. */
static const MattraSeal *
find_beginning (const Verification *self)
{
  g_autoptr (GPtrArray) by_length = g_ptr_array_new ();
  g_autoptr (GChecksum) read = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size;
  const guint8 *data = g_bytes_get_data (self->pdf, &size);
  gsize at = 0;

  for (guint i = 0; i < self->seals->len; i++)
    g_ptr_array_add (by_length, g_ptr_array_index (self->seals, i));
  g_ptr_array_sort (by_length, compare_lengths);
  for (guint i = 0; i < by_length->len; i++)
    {
      const MattraSeal *seal = g_ptr_array_index (by_length, i);
      g_autoptr (GChecksum) sum = NULL;

      if (seal->pdf_length <= 0 || (gsize) seal->pdf_length > size)
        continue;
      g_checksum_update (read, data + at, (gssize) ((gsize) seal->pdf_length - at));
      at = (gsize) seal->pdf_length;
      sum = g_checksum_copy (read);
      if (g_str_equal (g_checksum_get_string (sum), seal->pdf))
        return seal;
    }
  return NULL;
}

static char *
describe_appended (gsize n)
{
  return g_strdup_printf (ngettext ("%zu byte was appended that is no signature",
                                    "%zu bytes were appended that are no signature", n), n);
}

/* The version's bytes are all there; what follows are signatures, or something that does not belong there. */
static gboolean
judge_tail (Verification      *self,
            const MattraSeal  *seal,
            GError           **error)
{
  MattraVerdict *verdict = self->verdict;
  g_autofree char *how = NULL;

  verdict->n_appended = g_bytes_get_size (self->pdf) - (gsize) seal->pdf_length;
  if (verdict->n_appended > 0 && (self->is_signed == NULL || !self->is_signed (self->pdf, seal->pdf_length, &how)))
    {
      decide (self, MATTRA_VERDICT_ALTERED,
              how ? g_steal_pointer (&how) : describe_appended (verdict->n_appended));
      return TRUE;
    }
  decide (self, MATTRA_VERDICT_VERSION, NULL);
  verdict->differences = mattra_seal_compare (self->store, verdict->fiscal_year, seal, NULL, error);
  return verdict->differences != NULL;
}

/* Where a file leaves the version that it was: how many bytes agree in their places, and the first that does not. */
static gsize
count_agreeing (GBytes *one,
                GBytes *other,
                gsize  *first)
{
  gsize n_one;
  gsize n_other;
  const guint8 *a = g_bytes_get_data (one, &n_one);
  const guint8 *b = g_bytes_get_data (other, &n_other);
  gsize n = MIN (n_one, n_other);
  gsize agreeing = 0;

  *first = n;
  for (gsize i = 0; i < n; i++)
    {
      agreeing += a[i] == b[i];
      if (a[i] != b[i] && *first == n)
        *first = i;
    }
  return agreeing;
}

static gboolean
has_mark_of (const Verification *self,
             const MattraSeal   *seal)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (g_str_equal (g_array_index (self->marks, MattraDraftMark, i).fingerprint, seal->fingerprint))
      return TRUE;
  return FALSE;
}

static char *
describe_damage (gsize size,
                 gsize length,
                 gsize first)
{
  if (first == size && size < length)
    return g_strdup_printf (_("it was cut off: %zu of %zu bytes are there"), size, length);
  return g_strdup_printf (_("its bytes differ from byte %zu on"), first + 1);
}

/* Whether the file was once this version. */
static gboolean
judge_kin (Verification      *self,
           const MattraSeal  *seal,
           gboolean          *is_kin,
           GError           **error)
{
  g_autoptr (GBytes) sealed = mattra_store_load_blob (self->store, seal->pdf, error);
  gsize size = g_bytes_get_size (self->pdf);
  gsize first = 0;
  gsize agreeing;

  if (sealed == NULL)
    return FALSE;
  agreeing = count_agreeing (self->pdf, sealed, &first);
  *is_kin = has_mark_of (self, seal)
            || agreeing / KIN_NUMERATOR >= MAX (size, (gsize) seal->pdf_length) / KIN_DENOMINATOR
            || (first / KIN_NUMERATOR >= size / KIN_DENOMINATOR && first > (gsize) seal->pdf_length / KIN_DENOMINATOR);
  if (*is_kin)
    decide (self, MATTRA_VERDICT_ALTERED, describe_damage (size, seal->pdf_length, first));
  return TRUE;
}

static gboolean
name_version (Verification      *self,
              const MattraSeal  *seal,
              GError           **error)
{
  self->verdict->number = seal->number;
  return find_year (self, seal->plan, error);
}

static gboolean
judge_versions (Verification  *self,
                gboolean      *judged,
                GError       **error)
{
  const MattraSeal *beginning = find_beginning (self);

  *judged = beginning != NULL;
  if (beginning != NULL)
    return name_version (self, beginning, error) && judge_tail (self, beginning, error);
  for (guint i = 0; i < self->seals->len; i++)
    {
      const MattraSeal *seal = g_ptr_array_index (self->seals, i);

      if (!judge_kin (self, seal, judged, error))
        return FALSE;
      if (*judged)
        return name_version (self, seal, error);
    }
  return TRUE;
}

/* Drafts */

/* The data are known; the file must be what they make, byte by byte. */
static void
judge_draft_bytes (Verification *self,
                   MattraDraft  *draft)
{
  MattraVerdict *verdict = self->verdict;
  gsize length = g_bytes_get_size (draft->pdf);
  gsize size = g_bytes_get_size (self->pdf);
  g_autofree char *how = NULL;
  gsize first = 0;

  verdict->differences = g_steal_pointer (&draft->differences);
  count_agreeing (self->pdf, draft->pdf, &first);
  if (first < length)
    decide (self, MATTRA_VERDICT_ALTERED, describe_damage (size, length, first));
  else if (size > length && (self->is_signed == NULL || !self->is_signed (self->pdf, length, &how)))
    decide (self, MATTRA_VERDICT_ALTERED, how ? g_steal_pointer (&how) : describe_appended (size - length));
  else
    decide (self, draft->today ? MATTRA_VERDICT_DRAFT : MATTRA_VERDICT_CHANGED, NULL);
  verdict->n_appended = size > length ? size - length : 0;
}

static gboolean
judge_draft (Verification  *self,
             GError       **error)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      g_auto (MattraDraft) draft = { FALSE };

      if (!mattra_draft_search (self->store, self->pdf, &g_array_index (self->marks, MattraDraftMark, i),
                                self->seconds, &draft, error))
        return FALSE;
      if (!draft.found)
        continue;
      self->verdict->fiscal_year = draft.fiscal_year;
      judge_draft_bytes (self, &draft);
      return TRUE;
    }
  decide (self, MATTRA_VERDICT_UNKNOWN,
          g_strdup (self->marks->len > 0
                      ? _("it was made by Mattra, but of data that this register does not hold and did not lately hold:"
                          " it belongs to another register, was altered, or is an old draft")
                      : _("it was not made by Mattra, or what it is known by was taken out")));
  return TRUE;
}

static gboolean
check_pdf (GBytes  *pdf,
           GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  if (size > 5 && memcmp (data, "%PDF-", 5) == 0)
    return TRUE;
  g_set_error_literal (error, MATTRA_ERROR, MATTRA_ERROR_INVALID, _("The file is no PDF"));
  return FALSE;
}

/**
 * mattra_seal_verify_file:
 * @store: a register
 * @pdf: a file
 * @is_signed: (nullable) (scope call): tells whether what follows a whole PDF are valid signatures and nothing else;
 *   %NULL where nothing may follow
 * @error: why it could not be told: %MATTRA_ERROR_INVALID for what is no PDF
 *
 * Tells what a PDF is to a register (ตรวจสอบว่าตรงกับทะเบียน): a confirmed version, with the cells that say something
 * else today; a draft of what stands there or stood there lately; one of these that was altered, and how; or unknown.
 *
 * Returns: (transfer full) (nullable): the verdict
 */
MattraVerdict *
mattra_seal_verify_file (MattraStore     *store,
                         GBytes          *pdf,
                         MattraTailFunc   is_signed,
                         GError         **error)
{
  return mattra_seal_verify_within (store, pdf, is_signed, SEARCH_SECONDS, error);
}

/**
 * mattra_seal_verify_within:
 * @store: a register
 * @pdf: a file
 * @is_signed: (nullable) (scope call): as for mattra_seal_verify_file()
 * @seconds: how long the data of a draft may be looked for in what stood there before
 * @error: return location
 *
 * Does as mattra_seal_verify_file(), for who has to wait for it.
 *
 * Returns: (transfer full) (nullable): the verdict
 */
MattraVerdict *
mattra_seal_verify_within (MattraStore     *store,
                           GBytes          *pdf,
                           MattraTailFunc   is_signed,
                           guint            seconds,
                           GError         **error)
{
  g_auto (Verification) self = { store, pdf, is_signed, seconds };
  gboolean judged = FALSE;

  g_return_val_if_fail (MATTRA_IS_STORE (store) && pdf != NULL, NULL);

  self.verdict = g_new0 (MattraVerdict, 1);
  self.seals = mattra_store_list_seals (store, NULL, error);
  self.marks = mattra_draft_mark_find (pdf);
  if (self.seals == NULL || !judge_versions (&self, &judged, error))
    return NULL;
  if (!judged && (!check_pdf (pdf, error) || !judge_draft (&self, error)))
    return NULL;
  return g_steal_pointer (&self.verdict);
}
