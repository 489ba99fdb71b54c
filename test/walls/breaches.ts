import { sql } from "drizzle-orm";
import { actFor, rows } from "../../src/platform/database/transact.ts";
import { askAsOwner } from "../world/database.ts";
import type { World } from "../world/world.ts";
import { partiesOf, type TableClass } from "./parties.ts";
import { asParticipant, outcome } from "./raw.ts";

interface CatalogTable {
  /** Quoted, with its schema. */
  name: string;
  table: string;
  secured: boolean;
  /** As the policies' names begin. */
  classes: TableClass[] | null;
  /** What can be written, quoted. */
  columns: string[];
  /** Columns of the key that refer to no other table. */
  ownKey: string[];
}

export const findTables = (world: World) =>
  askAsOwner<CatalogTable>(
    world.database,
    `select format('%I.%I', nspname, relname) as name, relname as table, relrowsecurity as secured,
      (select array_agg(distinct regexp_replace(polname, '^(public|own|two_party|system).*$', '\\1'))
        from pg_policy where polrelid = c.oid) as classes,
      (select array_agg(quote_ident(attname) order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' and attidentity <> 'a') as columns,
      (select coalesce(array_agg(attname), '{}') from pg_attribute join pg_constraint k on k.conrelid = c.oid and contype = 'p'
        where attrelid = c.oid and attnum = any (conkey) and atttypid = 'uuid'::regtype and not exists (select
          from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and attnum = any (f.conkey))) as "ownKey"
    from pg_class c join pg_namespace n on n.oid = relnamespace
    where nspname in ('handreiking', 'keys') and relkind in ('r', 'p') order by relname`,
  );

/** Every right on every table: what then still stops the service's login is row-level security alone. */
export const grantEverything = (world: World) =>
  askAsOwner(
    world.database,
    "grant select, insert, update, delete on all tables in schema handreiking, keys to handreiking_app",
  );

type Asking = string | undefined;

/**
 * What the service's login can do in a table that its class does not allow, for one participant or for none
 * (`undefined`); empty if it is sound. A party keeps public rows of its own:
 * of those only the reading is looked at.
 */
export async function breachesOf(
  world: World,
  table: CatalogTable,
  asking: Asking,
  isParty = false,
): Promise<string[]> {
  if (!table.secured) return [`${table.table}: no row-level security`];
  const [tableClass = "system"] = table.classes ?? [];
  const theirs = await placesOf(world, table, conditionOf(table, tableClass, asking));
  const found = await asParticipant(
    world.platform.db,
    asking,
    `select ctid::text as place from ${table.name} order by ctid`,
  );
  const seen = found.map(({ place }) => String(place));
  const read = tableClass === "public" ? seen.length > 0 : seen.join() === theirs.join();
  return [
    ...(read ? [] : [`${table.table}: ${seen.length} rows are seen, and ${theirs.length} are theirs`]),
    ...(isParty && tableClass === "public" ? [] : await writesOf(world, table, asking, theirs)),
  ];
}

/** Which rows are theirs, to whoever sees all. A public table's are everybody's to read, and nobody's to write. */
function conditionOf({ table }: CatalogTable, tableClass: TableClass, asking: Asking): string {
  const id = asking ? `'${asking}'::uuid` : "null::uuid";
  const condition = { public: "false", system: "false", own: "participant_id = $" };
  const chosen = tableClass === "two_party" ? partiesOf[table] : condition[tableClass];
  return (chosen ?? "false").replaceAll("$", () => id);
}

async function placesOf(world: World, { name }: CatalogTable, condition: string): Promise<string[]> {
  const found = await askAsOwner<{ place: string }>(
    world.database,
    `select ctid::text as place from ${name} where ${condition} order by ctid`,
  );
  return found.map(({ place }) => place);
}

/** What could be written to rows of others: a copy of one of them, a change and a removal of any. */
async function writesOf(world: World, table: CatalogTable, asking: Asking, theirs: string[]) {
  const { name, columns, ownKey } = table;
  const all = await placesOf(world, table, "true");
  if (all.length === 0) return [`${table.table}: empty, so nothing can be tried`];
  const others = all.filter((place) => !theirs.includes(place)).slice(0, 200);
  const [one] = others;
  if (one === undefined) return [];
  const [foreign] = await askAsOwner<{ row: string }>(
    world.database,
    `select row_to_json(t)::text as row from ${name} t where ctid = '${one}'`,
  );
  const fresh = Object.fromEntries(ownKey.map((column) => [column, crypto.randomUUID()]));
  const copy = JSON.stringify({ ...JSON.parse(foreign?.row ?? "{}"), ...fresh }).replaceAll("'", "''");
  const [list, where] = [columns.join(", "), `where ctid = any ('{${others.map((place) => `"${place}"`)}}')`];
  const statements = {
    inserted: `insert into ${name} (${list}) overriding system value
      select ${list} from json_populate_record(null::${name}, '${copy}') returning 1`,
    changed: `update ${name} set ${columns[0]} = ${columns[0]} ${where} returning 1`,
    removed: `delete from ${name} ${where} returning 1`,
  };
  const told: string[] = [];
  for (const [what, statement] of Object.entries(statements)) {
    const done = await attempt(world, asking, statement);
    // HR: a trigger of the handoff's own, which is asked before the policy.
    if (!/^(0|42501|HR\d+)$/.test(done)) told.push(`${table.table}: ${what} (${done})`);
  }
  return told;
}

/** How many rows the statement touched, undone at once, or the SQLSTATE of its refusal. */
async function attempt({ platform }: World, asking: Asking, statement: string): Promise<string> {
  let touched: number | undefined;
  const refused = await outcome(
    platform.db.transaction(async (tx) => {
      if (asking) await actFor(tx, asking);
      touched = (await rows(tx, sql.raw(statement))).length;
      return tx.rollback();
    }),
  );
  return touched === undefined ? refused : String(touched);
}
