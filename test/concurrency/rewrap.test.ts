import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { makeKeys } from "../../src/host/node.ts";
import { createVault, type KeyEncryptionKey } from "../../src/platform/keys/vault.ts";
import { fillCase, openQuestion } from "../handoff/make.ts";
import { ownDatabase, ownerUrl } from "../world/database.ts";
import { createWorld, issuer, type World } from "../world/world.ts";

/** `handreiking keys rewrap` as a process of its own, with the keys in a file. */
async function rewrap(world: World, keys: readonly KeyEncryptionKey[]) {
  const file = join(mkdtempSync(join(tmpdir(), "handreiking-")), "keys.json");
  writeFileSync(file, JSON.stringify(keys));
  const { stdout } = await promisify(execFile)(process.execPath, ["src/commands/cli.ts", "keys", "rewrap"], {
    env: {
      ...process.env,
      DATABASE_URL: world.database.url,
      MIGRATE_DATABASE_URL: ownerUrl(world.database),
      PUBLIC_URL: issuer,
      SECRET: world.keys.SECRET,
      SIGNING_KEYS: JSON.stringify(world.keys.SIGNING_KEYS),
      KEY_ENCRYPTION_KEYS: "",
      KEY_ENCRYPTION_KEYS_FILE: file,
    },
  });
  return JSON.parse(stdout);
}

test("keys are rewrapped while the service runs, and one that is not configured is named", async () => {
  const world = await createWorld(await ownDatabase());
  const { caseId } = await openQuestion(world);
  await fillCase(world, caseId);
  const [old, young] = [world.keys.KEY_ENCRYPTION_KEYS, (await makeKeys()).KEY_ENCRYPTION_KEYS];
  await expect(rewrap(world, young)).rejects.toThrow(
    `the key-encryption key ${old[0]?.kid} is not configured`,
  );

  const app = createApp({ ...world.platform, vault: await createVault([...young, ...old]) }, { rates: {} });
  const headers = { authorization: `Bearer ${await world.tokenOf(world.eva)}` };
  let done = false;
  const rewrapping = rewrap(world, [...young, ...old]).finally(() => {
    done = true;
  });
  let read = 0;
  while (!done) {
    const { status } = await app.request(`${issuer}/v1/cases/${caseId}/contact`, { headers });
    expect(status).toBe(200);
    read++;
  }
  expect(read).toBeGreaterThan(0);
  const { cases, kekId } = await rewrapping;
  expect({ kekId, some: cases > 0 }).toEqual({ kekId: young[0]?.kid, some: true });
  expect((await world.as(world.eva).get(`/cases/${caseId}/contact`)).status).toBe(500);

  await rewrap(world, [...old, ...young]);
  expect((await world.as(world.eva).get(`/cases/${caseId}/contact`)).status).toBe(200);
});
