import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { calculateJwkThumbprint } from "jose";
import { longestReceiptHours } from "../cases/index.ts";
import { EnvironmentFault, type NodeEnvironment } from "../host/env.ts";
import { makeKeys } from "../host/node.ts";
import { addAhead, rotateKeys, type SigningKey } from "../platform/keys/rotate-keys.ts";

/**
 * Gives the service a new signing key, or only makes it known (`ahead`). Answers what to tell: the new SIGNING_KEYS
 * where the environment holds them, else that the embedded database's own were written.
 */
export async function rotateSigningKeys(env: NodeEnvironment, now: Date, ahead: boolean): Promise<string> {
  if (env.SIGNING_KEYS) return `SIGNING_KEYS=${JSON.stringify(await rotated(env.SIGNING_KEYS, now, ahead))}`;
  const path = join(env.DATA_DIR ?? "", "keys.json");
  if (env.DATABASE_URL || !env.DATA_DIR || !existsSync(path))
    throw new EnvironmentFault("SIGNING_KEYS: there are none to rotate, here or in DATA_DIR");
  const kept = JSON.parse(readFileSync(path, "utf8"));
  const keys = { ...kept, SIGNING_KEYS: await rotated(kept.SIGNING_KEYS, now, ahead) };
  // Whole or not at all: the file holds every key of the installation.
  writeFileSync(`${path}.new`, JSON.stringify(keys), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return "The new signing keys are written; a service that runs takes them when it is started again.";
}

async function rotated(keys: readonly object[], now: Date, ahead: boolean): Promise<SigningKey[]> {
  const [made] = (await makeKeys()).SIGNING_KEYS;
  // The environment's schema, or makeKeys, made these.
  const named = await Promise.all(([made, ...keys] as SigningKey[]).map(withKid));
  const [first, ...before] = named as [SigningKey, ...SigningKey[]];
  return ahead ? addAhead(before, first) : rotateKeys(before, first, now, longestReceiptHours);
}

const withKid = async (key: SigningKey): Promise<SigningKey> => ({
  ...key,
  kid: await calculateJwkThumbprint(key),
});
