/* SPDX-FileCopyrightText: The Mattra authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mattra-check-items.h"

#include <glib/gi18n-lib.h>

#include "mattra-check-words.h"
#include "mattra-table-columns.h"

/* A kind with more findings than this is closed at first: others stand below it. */
#define MANY 30

/* With more rows to take away or put in than this, the whole list is put anew. */
#define MAX_STEPS 60

/* All findings of a kind; the findings are in the order of the check. */
typedef struct
{
  const char *check;
  MattraSeverity severity;
  GPtrArray *findings;
  const char *proposal; /* what they all propose; NULL where they differ */
} Group;

static void
group_free (Group *group)
{
  g_ptr_array_unref (group->findings);
  g_free (group);
}

static Group *
find_group (GPtrArray           *groups,
            const MattraFinding *finding)
{
  Group *group = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (group->severity == finding->severity && g_str_equal (group->check, finding->check))
        return group;
    }
  group = g_new0 (Group, 1);
  group->check = finding->check;
  group->severity = finding->severity;
  group->findings = g_ptr_array_new ();
  group->proposal = finding->proposal;
  g_ptr_array_add (groups, group);
  return group;
}

static int
compare_severity (gconstpointer a,
                  gconstpointer b)
{
  const Group *one = *(const Group *const *) a;
  const Group *other = *(const Group *const *) b;

  return (int) other->severity - (int) one->severity;
}

/* A question is each finding's own, even where it is the only one. */
static gboolean
is_shared (const Group         *group,
           const MattraFinding *finding)
{
  return finding->question == NULL && g_strcmp0 (group->proposal, finding->proposal) == 0;
}

/* The heaviest first, else as the check found them. */
static GPtrArray *
group_findings (GPtrArray *findings)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);

  for (guint i = 0; i < findings->len; i++)
    {
      MattraFinding *finding = g_ptr_array_index (findings, i);
      Group *group = find_group (groups, finding);

      if (!is_shared (group, finding))
        group->proposal = NULL;
      g_ptr_array_add (group->findings, finding);
    }
  g_ptr_array_sort (groups, compare_severity);
  return groups;
}

static guint
count_severity (GPtrArray      *groups,
                MattraSeverity  severity)
{
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = g_ptr_array_index (groups, i);

      if (group->severity == severity)
        n += group->findings->len;
    }
  return n;
}

/* Equal findings in one cell are one row. */
static void
add_item (GPtrArray       *items,
          GHashTable      *keys,
          MattraCheckItem *item)
{
  mattra_check_item_make_key (item);
  if (g_hash_table_add (keys, item->key))
    g_ptr_array_add (items, item);
  else
    g_object_unref (item);
}

static void
add_severity (GPtrArray      *items,
              GHashTable     *keys,
              MattraSeverity  severity,
              guint           count)
{
  static const char *const heads[] = {
    [MATTRA_SEVERITY_NOTICE] = N_("Notices"),
    [MATTRA_SEVERITY_REVIEW] = N_("To Be Reviewed"),
    [MATTRA_SEVERITY_FAULT] = N_("To Be Mended"),
  };
  MattraCheckItem *item = mattra_check_item_new (MATTRA_CHECK_SEVERITY, severity, NULL, _(heads[severity]));

  item->count = count;
  add_item (items, keys, item);
}

static char *
write_detail (const char   *proposal,
              MattraDigits  digits)
{
  return proposal != NULL && *proposal != '\0' ? mattra_check_say (proposal, digits) : NULL;
}

/* Title and preface of the report are no column, though one is called title too. */
static gboolean
is_of_document (const MattraFinding *finding)
{
  return finding->measure == NULL && finding->field != NULL
         && (g_str_equal (finding->field, MATTRA_SETTING_TITLE)
             || g_str_equal (finding->field, MATTRA_SETTING_PREFACE));
}

/* The column to be led to. */
static const char *
find_field (const MattraFinding *finding)
{
  if (finding->field == NULL || is_of_document (finding))
    return NULL;
  return mattra_table_field_of_label (finding->field);
}

static void
add_finding (GPtrArray           *items,
             GHashTable          *keys,
             const MattraFinding *finding,
             gboolean             with_proposal,
             MattraDigits         digits)
{
  g_autofree char *text = mattra_check_say (finding->message, digits);
  MattraCheckItem *item = mattra_check_item_new (MATTRA_CHECK_FINDING, finding->severity, finding->check, text);

  item->place = finding->title != NULL && *finding->title != '\0' ? g_strdup (finding->title) : NULL;
  item->detail = with_proposal ? write_detail (finding->proposal, digits) : NULL;
  item->measure = g_strdup (finding->measure);
  item->field = g_strdup (find_field (finding));
  item->setting = is_of_document (finding) ? g_strdup (finding->field) : NULL;
  item->question = g_strdup (finding->question);
  add_item (items, keys, item);
}

static void
add_group (GPtrArray       *items,
           GHashTable      *keys,
           const Group     *group,
           MattraCheckOpen *open,
           MattraDigits     digits)
{
  MattraCheckItem *head = mattra_check_item_new (MATTRA_CHECK_KIND, group->severity, group->check,
                                                 mattra_check_kind_text (group->check));
  gpointer wanted = NULL;

  head->count = group->findings->len;
  head->detail = write_detail (group->proposal, digits);
  head->open = g_hash_table_lookup_extended (open, group->check, NULL, &wanted)
               ? GPOINTER_TO_INT (wanted) : group->findings->len <= MANY;
  add_item (items, keys, head);
  for (guint i = 0; head->open && i < group->findings->len; i++)
    add_finding (items, keys, g_ptr_array_index (group->findings, i), group->proposal == NULL, digits);
}

/**
 * mattra_check_items_make:
 * @findings: (element-type MattraFinding): findings of a check
 * @open: which kinds the user opened or closed
 * @digits: script of the numbers
 *
 * Sorts findings by severity and kind, with a head above each.
 *
 * Returns: (transfer full) (element-type MattraCheckItem): the rows of a list
 */
GPtrArray *
mattra_check_items_make (GPtrArray       *findings,
                         MattraCheckOpen *open,
                         MattraDigits     digits)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) groups = NULL;

  g_return_val_if_fail (findings != NULL && open != NULL, items);

  groups = group_findings (findings);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = g_ptr_array_index (groups, i);
      const Group *before = i > 0 ? g_ptr_array_index (groups, i - 1) : NULL;

      if (before == NULL || before->severity != group->severity)
        add_severity (items, keys, group->severity, count_severity (groups, group->severity));
      add_group (items, keys, group, open, digits);
    }
  return items;
}

/* Taking over */

static MattraCheckItem *
peek (GListStore *store,
      guint       position)
{
  g_autoptr (MattraCheckItem) item = g_list_model_get_item (G_LIST_MODEL (store), position);

  return item;
}

static GHashTable *
index_items (GPtrArray *items)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (index, ((MattraCheckItem *) g_ptr_array_index (items, i))->key);
  return index;
}

static void
put_all (GListStore *store,
         GPtrArray  *items)
{
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata, items->len);
}

/* Rows that are no longer there go; FALSE where these are too many. */
static gboolean
drop_gone (GListStore *store,
           GPtrArray  *items)
{
  g_autoptr (GHashTable) index = index_items (items);
  guint n = 0;

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (store)); i > 0; i--)
    if (!g_hash_table_contains (index, peek (store, i - 1)->key))
      {
        if (++n > MAX_STEPS)
          return FALSE;
        g_list_store_remove (store, i - 1);
      }
  return TRUE;
}

static void
update_item (MattraCheckItem *old,
             MattraCheckItem *now)
{
  mattra_check_item_set_count (old, now->count);
  mattra_check_item_set_open (old, now->open);
}

/* What stays is in the order in which it was, unless measures were moved. */
static gboolean
put_new (GListStore *store,
         GPtrArray  *items)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      MattraCheckItem *item = g_ptr_array_index (items, i);
      MattraCheckItem *there = i < g_list_model_get_n_items (G_LIST_MODEL (store)) ? peek (store, i) : NULL;

      if (there != NULL && g_str_equal (there->key, item->key))
        update_item (there, item);
      else if (++n > MAX_STEPS)
        return FALSE;
      else
        g_list_store_insert (store, i, item);
    }
  return g_list_model_get_n_items (G_LIST_MODEL (store)) == items->len;
}

/**
 * mattra_check_items_take:
 * @store: the rows that are shown
 * @items: (element-type MattraCheckItem): those that shall be
 *
 * Makes the list show other rows and leaves alone those that say the same, so that it stays where the user
 * is looking.
 */
void
mattra_check_items_take (GListStore *store,
                         GPtrArray  *items)
{
  g_return_if_fail (G_IS_LIST_STORE (store) && items != NULL);

  if (!drop_gone (store, items) || !put_new (store, items))
    put_all (store, items);
}
