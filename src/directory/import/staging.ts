import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { EntityName } from "./entities/index.ts";
import type { StagedRow } from "./read-element.ts";
import { type Findings, type Place, placeOf } from "./report.ts";

const batch = 2_000;
/** The advisory lock of whoever brings records in: a number of its own. */
export const importLock = sql.raw("778124613");

/** Where a file's rows wait until all of it is read: gone with the transaction. */
export async function openStaging(tx: Database): Promise<void> {
  await tx.execute(sql`set local statement_timeout = '5min'`);
  // One at a time: the second waits until the first is in the directory or undone.
  await tx.execute(sql`select pg_advisory_xact_lock(${importLock})`);
  await tx.execute(sql`create temporary table if not exists staged (
    entity text, id uuid, "row" integer not null, file text, record jsonb not null, primary key (entity, id)) on commit drop`);
  await tx.execute(sql`create temporary table if not exists touched (entity text, id uuid) on commit drop`);
  await tx.execute(sql`truncate pg_temp.staged, pg_temp.touched`);
}

/** Gathers rows into batches. A record that comes again adds to what was said of it before. */
export class Stage {
  private waiting = new Map<string, StagedRow>();
  private readonly tx: Database;
  private readonly findings: Findings;

  constructor(tx: Database, findings: Findings) {
    this.tx = tx;
    this.findings = findings;
  }

  async add(arriving: readonly StagedRow[]): Promise<void> {
    for (const next of arriving) {
      const key = `${next.entity} ${next.id}`;
      const before = this.waiting.get(key);
      const field = before && differing(before.record, next.record);
      if (field !== undefined) this.tell({ ...next, field });
      this.waiting.set(key, before ? { ...before, record: { ...before.record, ...next.record } } : next);
    }
    if (this.waiting.size >= batch) await this.flush();
  }

  /** After the last rows, so that the database can plan what follows. */
  async end(): Promise<void> {
    await this.flush();
    await this.tx.execute(sql`analyze pg_temp.staged`);
  }

  private async flush(): Promise<void> {
    const arriving = JSON.stringify([...this.waiting.values()]);
    this.waiting = new Map();
    const again = await rows<Place & { entity: EntityName; field: string }>(
      this.tx,
      sql`with arriving as materialized (
          select * from jsonb_to_recordset(${arriving}::text::jsonb)
            as arriving (entity text, id uuid, "row" integer, file text, record jsonb)),
        put as (
          insert into pg_temp.staged as staged (entity, id, "row", file, record) select entity, id, "row", file, record from arriving
          on conflict (entity, id) do update set record = staged.record || excluded.record)
        select entity, arriving."row", arriving.file, (
            select min(key) from jsonb_each(arriving.record) where staged.record -> key <> value) as field
        from arriving join pg_temp.staged using (entity, id)
        where staged.record || arriving.record <> arriving.record || staged.record`,
    );
    for (const one of again) this.tell(one);
  }

  private tell({ entity, row, file, field }: Place & { entity: EntityName; field: string }) {
    const reason = "is said of the record again and differs: the later is taken";
    this.findings.add({
      ...placeOf({ row, file }),
      entity,
      field,
      valueClass: "text",
      kind: "repair",
      reason,
    });
  }
}

const differing = (before: StagedRow["record"], next: StagedRow["record"]) =>
  Object.keys(next).find(
    (field) => field in before && JSON.stringify(before[field]) !== JSON.stringify(next[field]),
  );

export async function countStaged(tx: Database): Promise<Partial<Record<EntityName, number>>> {
  const counts = await rows<{ entity: EntityName; count: number }>(
    tx,
    sql`select entity, count(*)::integer as count from pg_temp.staged group by entity order by entity`,
  );
  return Object.fromEntries(counts.map(({ entity, count }) => [entity, count]));
}
