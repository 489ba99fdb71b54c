import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { TestProject } from "vitest/node";
import { openEmbedded } from "../../src/platform/database/embedded.ts";
import { believeAnyTime } from "./clock.ts";
import { once } from "./once.ts";
import { seed } from "./seed.ts";

/**
 * Migrates and seeds once; every test file loads the result. TEST_SNAPSHOT names a file that several runs share: the
 * first of them makes it.
 */
export default async function setup(project: TestProject) {
  const kept = process.env.TEST_SNAPSHOT;
  if (kept) {
    if (!existsSync(kept)) renameSync(join(await once("pglite", makeSnapshot), "snapshot.tar"), kept);
    project.provide("snapshot", kept);
    return;
  }
  const folder = await once("pglite", makeSnapshot);
  project.provide("snapshot", join(folder, "snapshot.tar"));
  return () => rmSync(folder, { recursive: true, force: true });
}

async function makeSnapshot(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "handreiking-"));
  const { db, dump, close } = await openEmbedded(undefined);
  await db.transaction(async (tx) => {
    await tx.execute(sql.raw("set local role none"));
    await tx.execute(sql.raw(believeAnyTime));
  });
  await seed(db);
  writeFileSync(join(folder, "snapshot.tar"), Buffer.from(await (await dump()).arrayBuffer()));
  await close();
  return folder;
}
