import { and, eq, sql } from "drizzle-orm";
import { findOperator } from "../../identity/index.ts";
import { asJob } from "../../permissions.ts";
import type { Context, Database, Platform } from "../../platform/context.ts";
import { rows, transact } from "../../platform/database/transact.ts";
import { importDirectory } from "../import/import-directory.ts";
import type { ImportReport } from "../import/report.ts";
import { importLock } from "../import/staging.ts";
import { directoryImports, importFindings } from "../schema.ts";
import { dropParts, readParts } from "./store.ts";

const mostAttempts = 3;
/** A body that has not arrived whole by then broke off with its process. */
const arrivesWithin = 60 * 60 * 1000;

/** Brings in all imports that wait, the oldest first. Where another process is at it, it goes on with them. */
export async function runImports(platform: Platform): Promise<void> {
  const ctx = asJob(platform, await findOperator(platform.db));
  while (await runNext(ctx));
}

async function runNext(ctx: Context): Promise<boolean> {
  const importId = await transact(ctx, (tx) => claim(tx, ctx));
  if (importId === undefined) return false;
  try {
    return await transact(ctx, (tx) => run(tx, ctx, importId));
  } catch {
    await transact(ctx, (tx) => end(tx, ctx, importId, { state: "failed" }));
    return true;
  }
}

/** One that waits, or that was begun by a process that is gone: a living one holds its row. */
async function claim(tx: Database, ctx: Context): Promise<string | undefined> {
  const [free] = await rows<{ free: boolean }>(
    tx,
    sql`select pg_try_advisory_xact_lock(${importLock}) as free`,
  );
  if (!free?.free) return undefined;
  await giveUp(tx, ctx);
  const next = sql`(select id from handreiking.directory_import where state in ('received', 'running')
    order by received_at, id for update skip locked limit 1)`;
  const [claimed] = await tx
    .update(directoryImports)
    .set({ state: "running", startedAt: ctx.now(), attempts: sql`attempts + 1` })
    .where(eq(directoryImports.id, next))
    .returning({ id: directoryImports.id });
  return claimed?.id;
}

/** What never arrived whole, and what was begun time and again without an end. */
async function giveUp(tx: Database, ctx: Context): Promise<void> {
  const latest = new Date(ctx.now().getTime() - arrivesWithin).toISOString();
  const lost = await rows<{ id: string }>(
    tx,
    sql`select id from handreiking.directory_import
      where state = 'receiving' and received_at < ${latest}::timestamptz
        or state = 'running' and attempts >= ${mostAttempts}
      for update skip locked`,
  );
  for (const { id } of lost) await end(tx, ctx, id, { state: "failed" });
}

/** The directory changes, and the row tells it, in one transaction. */
async function run(tx: Database, ctx: Context, importId: string): Promise<boolean> {
  const [free] = await rows<{ free: boolean }>(
    tx,
    sql`select pg_try_advisory_xact_lock(${importLock}) as free`,
  );
  if (!free?.free) return false;
  const [held] = await tx
    .select()
    .from(directoryImports)
    .where(and(eq(directoryImports.id, importId), eq(directoryImports.state, "running")))
    .for("update", { skipLocked: true });
  if (!held) return false;
  const report = await importDirectory({ ...ctx, db: tx }, readParts(tx, importId), {
    source: held.source,
    keepValid: held.keepValid,
    dryRun: held.dryRun,
    subjectId: importId,
  });
  await keepFindings(tx, ctx, importId, report);
  await end(tx, ctx, importId, {
    state: report.outcome === "refused" ? "refused" : "finished",
    elements: report.elements,
    records: report.records as Record<string, number>,
    changed: report.changed,
    repairs: report.repairs,
    refusals: report.refusals,
    findingsLeftOut: report.entriesLeftOut,
  });
  return true;
}

type Ending = Partial<typeof directoryImports.$inferInsert> & { state: "finished" | "refused" | "failed" };

async function end(tx: Database, ctx: Context, importId: string, ending: Ending): Promise<void> {
  await tx
    .update(directoryImports)
    .set({ ...ending, finishedAt: ctx.now() })
    .where(eq(directoryImports.id, importId));
  await dropParts(tx, importId);
}

async function keepFindings(tx: Database, ctx: Context, importId: string, { entries }: ImportReport) {
  if (entries.length === 0) return;
  const { participantId } = ctx.actor;
  await tx.insert(importFindings).values(
    entries.map(({ row, entity, field, valueClass, kind, reason }, place) => ({
      importId,
      participantId,
      place,
      row,
      entity,
      field,
      valueClass,
      kind,
      reason,
    })),
  );
}
