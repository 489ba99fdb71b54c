import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openEmbedded } from "../../src/platform/embedded.ts";
import { seed } from "./seed.ts";

/** Migrates and seeds once; every test file loads the result. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "handreiking-"));
  const { db, dump, close } = await openEmbedded(undefined);
  await seed(db);
  const path = join(folder, "snapshot.tar");
  writeFileSync(path, Buffer.from(await (await dump()).arrayBuffer()));
  await close();
  project.provide("snapshot", path);
  return () => rmSync(folder, { recursive: true, force: true });
}
