import { mkdtempSync, readdirSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { restoreFromLedger, tellLedger } from "../../src/commands/restore-ledger.ts";
import { readNodeEnvironment } from "../../src/host/env.ts";
import { openPlatform, openPlatformAsOwner, startService } from "../../src/host/node.ts";
import { addMember, findOperator } from "../../src/identity/index.ts";
import { suspendMember } from "../../src/identity/members/suspend-member.ts";
import { asJob } from "../../src/permissions.ts";

test("the service does not start on an embedded database that is older than the ledger, until it is restored", async () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), "handreiking-"));
  const env = readNodeEnvironment({ DATA_DIR, PORT: "0" });
  const opened = await openPlatformAsOwner(env, "http://127.0.0.1");
  const ctx = asJob(opened.platform, await findOperator(opened.platform.db));
  const { id } = await addMember(ctx, { name: "Somebody", roles: ["coordinator"] });
  await addMember(ctx, { name: "Somebody else", roles: ["administrator"] });
  await suspendMember(ctx, id);
  await opened.keeper?.keepNow();
  await opened.close();
  expect(readdirSync(join(DATA_DIR, "ledger"))).toEqual(["0000000000000001.ledger"]);
  // A database of before anything was taken away: a new one.
  renameSync(join(DATA_DIR, "database"), join(DATA_DIR, "lost"));

  await expect(startService(env, () => {})).rejects.toThrow(
    "the ledger: the database does not know line 1 of the ledger",
  );
  const older = await openPlatform(env, "http://127.0.0.1", () => {});
  expect(await tellLedger(older)).toEqual({ first: 1, last: 1, segments: 1 });
  await expect(restoreFromLedger(env, older, { through: 2 })).rejects.toThrow(
    "the ledger ends at line 1, before line 2",
  );
  const restored = await restoreFromLedger(env, older, {});
  expect(restored).toMatchObject({ lines: { read: 1, last: 1 }, applied: {}, unchanged: 1, failed: [] });
  await older.close();
  const service = await startService(env, () => {});
  expect(await (await fetch(`${service.url}/readyz`)).json()).toEqual({ status: "ready", ledger: "kept" });
  await service.close();
}, 900_000);
