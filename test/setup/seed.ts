import { seedDirectory } from "../../src/directory/index.ts";
import { makeKeys } from "../../src/host/node.ts";
import { findOperator } from "../../src/identity/index.ts";
import { systemClock } from "../../src/platform/clock.ts";
import type { Context, Database } from "../../src/platform/context.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { createSecrets, fromBase64Url } from "../../src/platform/keys/crypto.ts";
import { createSigning } from "../../src/platform/keys/signing.ts";
import { createVault } from "../../src/platform/keys/vault.ts";

/** Loads the starter directory, as `handreiking seed` does. */
export async function seed(db: Database): Promise<void> {
  const keys = await makeKeys();
  const participantId = await findOperator(db);
  const ctx: Context = {
    db,
    now: systemClock,
    newId: randomIds,
    secrets: createSecrets(fromBase64Url(keys.SECRET) ?? new Uint8Array()),
    signing: await createSigning("http://127.0.0.1", keys.SIGNING_KEYS),
    vault: await createVault(keys.KEY_ENCRYPTION_KEYS),
    actor: { kind: "job", id: participantId, participantId, permissions: new Set() },
  };
  await seedDirectory(ctx);
}
