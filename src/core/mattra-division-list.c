/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-division.h"

#include <string.h>

#include "mattra-party-reader.h"

/* A table has few distinct parties; a hostile one gets no more memory than this. */
#define MAX_REMEMBERED 4096
#define MAX_REMEMBERED_BYTES 512

/* A name that texts are searched for. */
typedef struct
{
  char *folded;
  gsize length;
  int position;  /* of the division in the list, -1 where only usual elsewhere */
  gboolean short_form; /* so short that it counts only as a whole text */
} Name;

/* What a text was read as. */
typedef struct
{
  GPtrArray *parts;
  GPtrArray *divisions;
  gboolean known;
} Reading;

struct _MattraDivisionList
{
  GObject parent_instance;

  GPtrArray *divisions;
  GHashTable *positions; /* ULID to position + 1 */
  GHashTable *names;     /* folded name, short name or alias to Name */
  GPtrArray *by_length;  /* the same names, longest first */
  GHashTable *readings;  /* text to Reading */
};

G_DEFINE_FINAL_TYPE (MattraDivisionList, mattra_division_list, G_TYPE_OBJECT)

static void
name_free (Name *self)
{
  g_free (self->folded);
  g_free (self);
}

static void
reading_free (Reading *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->divisions, g_ptr_array_unref);
  g_free (self);
}

static void
mattra_division_list_finalize (GObject *object)
{
  MattraDivisionList *self = MATTRA_DIVISION_LIST (object);

  g_clear_pointer (&self->readings, g_hash_table_unref);
  g_clear_pointer (&self->by_length, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_clear_pointer (&self->divisions, g_ptr_array_unref);

  G_OBJECT_CLASS (mattra_division_list_parent_class)->finalize (object);
}

static void
mattra_division_list_class_init (MattraDivisionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mattra_division_list_finalize;
}

static void
mattra_division_list_init (MattraDivisionList *self)
{
  self->divisions = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_division_free);
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) name_free);
  self->by_length = g_ptr_array_new ();
  self->readings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) reading_free);
}

/* Below these lengths a name inside a longer text would be found by chance (สป., กค.). */
static gboolean
is_short_form (const char *folded)
{
  return g_utf8_strlen (folded, -1) < (g_str_has_prefix (folded, "กอง") ? 5 : 7);
}

/* A name that two divisions claim belongs to the first who came. */
static void
add_folded (MattraDivisionList *self,
            const char         *folded,
            int                 position)
{
  Name *entry;

  if (*folded == '\0' || g_hash_table_contains (self->names, folded))
    return;

  entry = g_new0 (Name, 1);
  entry->folded = g_strdup (folded);
  entry->length = strlen (entry->folded);
  entry->position = position;
  entry->short_form = is_short_form (entry->folded);
  g_hash_table_insert (self->names, entry->folded, entry);
  g_ptr_array_add (self->by_length, entry);
}

static void
add_name (MattraDivisionList *self,
          const char         *name,
          int                 position)
{
  g_autofree char *folded = name != NULL ? mattra_party_fold (name) : NULL;

  if (folded != NULL)
    add_folded (self, folded, position);
}

static void
add_own_names (MattraDivisionList *self)
{
  for (guint i = 0; i < self->divisions->len; i++)
    add_name (self, mattra_division_list_get (self, i)->name, i);

  for (guint i = 0; i < self->divisions->len; i++)
    {
      const MattraDivision *division = mattra_division_list_get (self, i);

      add_name (self, division->short_name, i);
      for (guint j = 0; j < division->aliases->len; j++)
        add_name (self, g_ptr_array_index (division->aliases, j), i);
    }
}

/* The first division of the list that goes by one of the names; -1 for none. */
static int
find_family (MattraDivisionList *self,
             GPtrArray          *family)
{
  int position = -1;

  for (guint i = 0; i < family->len; i++)
    {
      const Name *name = g_hash_table_lookup (self->names, g_ptr_array_index (family, i));

      if (name != NULL && name->position >= 0 && (position < 0 || name->position < position))
        position = name->position;
    }

  return position;
}

/* Folded once for all lists: each plan that is loaded asks for them. */
static GPtrArray *
get_families (void)
{
  static gsize folded = 0;

  if (g_once_init_enter (&folded))
    {
      GPtrArray *families = mattra_division_new_families ();

      for (guint i = 0; i < families->len; i++)
        {
          GPtrArray *family = g_ptr_array_index (families, i);

          for (guint j = 0; j < family->len; j++)
            {
              g_autofree char *name = g_ptr_array_index (family, j);

              g_ptr_array_index (family, j) = mattra_party_fold (name);
            }
        }
      g_once_init_leave (&folded, (gsize) families);
    }
  return (GPtrArray *) folded;
}

/* What offices usually call a division that is in the list, whatever it is called there; and the
 * names of divisions that are not in the list, for these too are known whole. */
static void
add_usual_names (MattraDivisionList *self)
{
  GPtrArray *families = get_families ();

  for (int absent = 0; absent < 2; absent++)
    for (guint i = 0; i < families->len; i++)
      {
        GPtrArray *family = g_ptr_array_index (families, i);
        int position = find_family (self, family);

        for (guint j = 0; (position < 0) == (absent != 0) && j < family->len; j++)
          add_folded (self, g_ptr_array_index (family, j), position);
      }
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const Name *one = *(const Name *const *) a;
  const Name *other = *(const Name *const *) b;

  return (other->length > one->length) - (other->length < one->length);
}

/**
 * mattra_division_list_new:
 * @divisions: (transfer none) (element-type MattraDivision): divisions in their order; they are copied
 *
 * Makes the list of a plan's divisions. A full name comes before another division's short name or
 * alias; else what two divisions claim belongs to the first of them. What offices usually call a
 * division of the list is understood too, if no other division of the list is called so.
 *
 * Returns: (transfer full): the list
 */
MattraDivisionList *
mattra_division_list_new (GPtrArray *divisions)
{
  MattraDivisionList *self;

  g_return_val_if_fail (divisions != NULL, NULL);

  self = g_object_new (MATTRA_TYPE_DIVISION_LIST, NULL);
  for (guint i = 0; i < divisions->len; i++)
    {
      MattraDivision *division = mattra_division_copy (g_ptr_array_index (divisions, i));

      g_ptr_array_add (self->divisions, division);
      if (division->id != NULL)
        g_hash_table_insert (self->positions, division->id, GUINT_TO_POINTER (i + 1));
    }
  add_own_names (self);
  add_usual_names (self);
  g_ptr_array_sort (self->by_length, compare_lengths);

  return self;
}

/**
 * mattra_division_list_copy:
 * @self: divisions of a plan
 *
 * Copies divisions for another year: they have no keys yet, the register gives them.
 *
 * Returns: (transfer full): divisions that are named the same
 */
MattraDivisionList *
mattra_division_list_copy (MattraDivisionList *self)
{
  g_autoptr (GPtrArray) divisions = g_ptr_array_new_with_free_func ((GDestroyNotify) mattra_division_free);

  g_return_val_if_fail (MATTRA_IS_DIVISION_LIST (self), NULL);

  for (guint i = 0; i < mattra_division_list_get_size (self); i++)
    {
      MattraDivision *division = mattra_division_copy (mattra_division_list_get (self, i));

      g_clear_pointer (&division->id, g_free);
      g_ptr_array_add (divisions, division);
    }
  return mattra_division_list_new (divisions);
}

/**
 * mattra_division_list_get_size:
 * @self: a list of divisions
 *
 * Counts the divisions.
 *
 * Returns: how many there are
 */
guint
mattra_division_list_get_size (MattraDivisionList *self)
{
  g_return_val_if_fail (MATTRA_IS_DIVISION_LIST (self), 0);

  return self->divisions->len;
}

/**
 * mattra_division_list_get:
 * @self: a list of divisions
 * @position: place in the list, from 0
 *
 * Gets a division.
 *
 * Returns: (transfer none) (nullable): the division, %NULL after the end
 */
const MattraDivision *
mattra_division_list_get (MattraDivisionList *self,
                          guint               position)
{
  g_return_val_if_fail (MATTRA_IS_DIVISION_LIST (self), NULL);

  return position < self->divisions->len ? g_ptr_array_index (self->divisions, position) : NULL;
}

/**
 * mattra_division_list_find_id:
 * @self: a list of divisions
 * @id: (nullable): a ULID
 *
 * Finds a division by its ULID.
 *
 * Returns: (transfer none) (nullable): the division, %NULL if there is none
 */
const MattraDivision *
mattra_division_list_find_id (MattraDivisionList *self,
                              const char         *id)
{
  int position = mattra_division_list_position (self, id);

  return position >= 0 ? g_ptr_array_index (self->divisions, position) : NULL;
}

/**
 * mattra_division_list_find_name:
 * @self: a list of divisions
 * @name: a name, short name or alias
 *
 * Finds a division by one of its names, white space and the like ignored.
 *
 * Returns: (transfer none) (nullable): the division, %NULL if there is none
 */
const MattraDivision *
mattra_division_list_find_name (MattraDivisionList *self,
                                const char         *name)
{
  g_autofree char *folded = NULL;
  const Name *found;

  g_return_val_if_fail (MATTRA_IS_DIVISION_LIST (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  folded = mattra_party_fold (name);
  found = g_hash_table_lookup (self->names, folded);

  return found != NULL && found->position >= 0 ? g_ptr_array_index (self->divisions, found->position) : NULL;
}

/**
 * mattra_division_list_position:
 * @self: a list of divisions
 * @id: (nullable): a ULID
 *
 * Finds where a division stands in the order.
 *
 * Returns: the place from 0, -1 if there is no such division
 */
int
mattra_division_list_position (MattraDivisionList *self,
                               const char         *id)
{
  g_return_val_if_fail (MATTRA_IS_DIVISION_LIST (self), -1);

  return id != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, id)) - 1 : -1;
}

/* Whether a name of the list or a usual one stands at a place and may end there. */
static gboolean
is_name_at (const Name            *name,
            const MattraPartyText *text,
            gsize                  at)
{
  const char *key = text->key->str + at;
  gsize end = at + name->length;

  if (strncmp (key, name->folded, name->length) != 0)
    return FALSE;
  if (name->short_form && mattra_party_text_gap (text, at) == MATTRA_GAP_NONE && at > 0 &&
      strchr (",;/(", key[-1]) == NULL)
    return FALSE;

  return mattra_party_ends_at (text, end) || g_str_has_prefix (key + name->length, "ฯ");
}

static const Name *
find_name_at (MattraDivisionList    *self,
              const MattraPartyText *text,
              gsize                  at)
{
  for (guint i = 0; i < self->by_length->len; i++)
    if (is_name_at (g_ptr_array_index (self->by_length, i), text, at))
      return g_ptr_array_index (self->by_length, i);

  return NULL;
}

static gsize
known_at (gpointer               data,
          const MattraPartyText *text,
          gsize                  at)
{
  const Name *name = find_name_at (data, text, at);
  MattraScope scope;
  gsize collective = mattra_party_match_collective (text, at, &scope);

  return MAX (name != NULL ? name->length : 0, collective);
}

static void
mark_scope (MattraDivisionList *self,
            MattraScope         scope,
            gboolean           *marks)
{
  for (guint i = 0; i < self->divisions->len; i++)
    {
      g_autofree char *folded = mattra_party_fold (mattra_division_list_get (self, i)->name);

      if (mattra_party_scope_holds (scope, folded))
        marks[i] = TRUE;
    }
}

/* What a text names. */
typedef struct
{
  gboolean *divisions; /* by position */
  gboolean named;      /* a name, of a division in the list or elsewhere */
  gboolean collective;
  gboolean below; /* ทุกงาน and the like */
  gboolean known;
} Marks;

static void
mark_collective (MattraDivisionList *self,
                 MattraScope         scope,
                 Marks              *marks)
{
  marks->collective = TRUE;
  marks->known = TRUE;
  if (scope == MATTRA_SCOPE_BELOW)
    marks->below = TRUE;
  else
    mark_scope (self, scope, marks->divisions);
}

/* Marks what is named at a place; gives the bytes read, 0 where nothing is named. */
static gsize
mark_named_at (MattraDivisionList    *self,
               const MattraPartyText *text,
               gsize                  at,
               Marks                 *marks)
{
  const Name *name = find_name_at (self, text, at);
  MattraScope scope;
  gsize collective = mattra_party_match_collective (text, at, &scope);

  if (collective > 0 && (name == NULL || collective >= name->length))
    {
      mark_collective (self, scope, marks);
      return collective;
    }
  if (name == NULL)
    return 0;

  marks->named = TRUE;
  if (name->position >= 0)
    {
      marks->divisions[name->position] = TRUE;
      marks->known = TRUE;
    }

  return name->length;
}

/* "กองพัฒนาฯ": the one division whose name begins so, if there is just one. */
static void
mark_abbreviated (MattraDivisionList    *self,
                  const MattraPartyText *text,
                  Marks                 *marks)
{
  const char *end = strstr (text->key->str, "ฯ");
  gsize length = end != NULL ? (gsize) (end - text->key->str) : 0;
  guint n = 0;
  guint position = 0;

  if (length == 0 || (end[strlen ("ฯ")] != '\0' && !mattra_party_ends_at (text, length + strlen ("ฯ"))))
    return;

  for (guint i = 0; i < self->divisions->len; i++)
    {
      g_autofree char *folded = mattra_party_fold (mattra_division_list_get (self, i)->name);

      if (strncmp (folded, text->key->str, length) == 0)
        {
          position = i;
          n++;
        }
    }
  if (n == 1)
    {
      marks->divisions[position] = TRUE;
      marks->known = TRUE;
    }
}

static void
mark_all_named (MattraDivisionList    *self,
                const MattraPartyText *text,
                Marks                 *marks)
{
  const char *key = text->key->str;

  for (gsize at = 0; at < text->key->len;)
    {
      gsize length = mark_named_at (self, text, at, marks);

      at += length > 0 ? length : (gsize) (g_utf8_next_char (key + at) - (key + at));
    }

  if (marks->below && !marks->named)
    mark_scope (self, MATTRA_SCOPE_BELOW, marks->divisions);
  if (!marks->named && !marks->collective)
    mark_abbreviated (self, text, marks);
  if (!marks->named)
    marks->known = marks->known || mattra_party_is_post (key) || mattra_party_is_section (key);
}

static void
read_divisions (MattraDivisionList    *self,
                const MattraPartyText *text,
                Reading               *reading)
{
  g_autofree gboolean *divisions = g_new0 (gboolean, self->divisions->len + 1);
  Marks marks = { .divisions = divisions };

  mark_all_named (self, text, &marks);
  reading->known = marks.known;
  reading->divisions = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->divisions->len; i++)
    if (divisions[i] && mattra_division_list_get (self, i)->id != NULL)
      g_ptr_array_add (reading->divisions, g_strdup (mattra_division_list_get (self, i)->id));
}

static Reading *
read_text (MattraDivisionList *self,
           const char         *text)
{
  g_autoptr (MattraPartyText) folded = mattra_party_text_new (text);
  Reading *reading = g_new0 (Reading, 1);

  reading->parts = mattra_party_split (folded, known_at, self);
  read_divisions (self, folded, reading);

  return reading;
}

/* Reads a text, or remembers how it was read: tables repeat few parties many times. */
static const Reading *
get_reading (MattraDivisionList *self,
             const char         *text)
{
  Reading *reading = g_hash_table_lookup (self->readings, text);

  if (reading != NULL)
    return reading;

  if (g_hash_table_size (self->readings) >= MAX_REMEMBERED || strlen (text) > MAX_REMEMBERED_BYTES)
    g_hash_table_remove_all (self->readings);
  reading = read_text (self, text);
  g_hash_table_insert (self->readings, g_strdup (text), reading);

  return reading;
}

static gpointer
copy_text (gconstpointer text,
           gpointer      data)
{
  return g_strdup (text);
}

/**
 * mattra_division_list_match:
 * @self: a list of divisions
 * @party: a responsible party as written
 *
 * Finds the divisions that a party stands for: those it names by name, usual spelling or alias, alone
 * or after a post or section (ผู้อำนวยการกองคลัง, งานพัสดุ กองคลัง), and those that a collective name in
 * it means: ทุกส่วนราชการ all, ทุกกอง and ทุกสำนัก/กอง those whose names begin so. Committees, posts
 * alone and "the relevant" divisions match none. Divisions without ULID cannot be given and are left out.
 *
 * Returns: (transfer full) (element-type utf8): ULIDs of the divisions in the order of the list
 */
GPtrArray *
mattra_division_list_match (MattraDivisionList *self,
                            const char         *party)
{
  g_return_val_if_fail (MATTRA_IS_DIVISION_LIST (self), NULL);
  g_return_val_if_fail (party != NULL, NULL);

  return g_ptr_array_copy (get_reading (self, party)->divisions, copy_text, NULL);
}

/**
 * mattra_division_list_split:
 * @self: a list of divisions
 * @text: a cell of responsible parties
 *
 * Splits a cell into its parties. Known names (of the list, usual ones, collective ones) are matched
 * whole first, the longest before others, spaces ignored; then come the separators: comma, semicolon,
 * line end, slash, a number or bullet, และ after a space and before a party or between two known names, and
 * spaces where every part is a known name. A section with its division (งานการเจ้าหน้าที่/สำนักปลัดฯ) and
 * a post with its division stay one. Rule: exchange notes, rule 7.
 *
 * Returns: (transfer full) (element-type utf8): the parties as written, without numbers and bullets
 */
GPtrArray *
mattra_division_list_split (MattraDivisionList *self,
                            const char         *text)
{
  g_return_val_if_fail (MATTRA_IS_DIVISION_LIST (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return g_ptr_array_copy (get_reading (self, text)->parts, copy_text, NULL);
}

/**
 * mattra_division_list_is_known:
 * @self: a list of divisions
 * @party: a responsible party as written
 *
 * Whether a party is understood: it matches a division of the list, or it is a collective name, a
 * post, a committee or a section, which need not match any. A division that the list lacks is not.
 *
 * Returns: whether the party is understood
 */
gboolean
mattra_division_list_is_known (MattraDivisionList *self,
                               const char         *party)
{
  g_return_val_if_fail (MATTRA_IS_DIVISION_LIST (self), FALSE);
  g_return_val_if_fail (party != NULL, FALSE);

  return get_reading (self, party)->known;
}
