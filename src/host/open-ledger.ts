import { join } from "node:path";
import { createS3Target, deriveLedgerKey, type LedgerKeys, type Target } from "../ledger/index.ts";
import { createDirectoryTarget } from "../ledger/node.ts";
import type { NodeEnvironment } from "./env.ts";

export interface OpenLedger {
  target: Target;
  keys: LedgerKeys;
  days: number;
}

/** Where the environment says that the ledger is kept. `secret`: what its key comes from where it has none of its own. */
export async function openLedger(
  env: NodeEnvironment,
  secret: Uint8Array<ArrayBuffer>,
): Promise<OpenLedger | undefined> {
  const target = openTarget(env);
  if (!target) return undefined;
  const [first, ...others] = await Promise.all((env.LEDGER_KEY ?? [secret]).map(deriveLedgerKey));
  if (!first) throw new Error("a ledger needs a key");
  return { target, keys: [first, ...others], days: env.LEDGER_DAYS };
}

function openTarget(env: NodeEnvironment): Target | undefined {
  const bucket = bucketOf(env);
  if (bucket) return createS3Target(bucket);
  // In the folder of the embedded database unless said: a copy of that folder is a backup of both.
  const beside = env.DATABASE_URL || !env.DATA_DIR ? undefined : join(env.DATA_DIR, "ledger");
  const folder = env.LEDGER_DIR ?? beside;
  return folder === undefined ? undefined : createDirectoryTarget(folder);
}

function bucketOf({
  LEDGER_S3_URL: url,
  LEDGER_S3_REGION: region = "auto",
  LEDGER_S3_ACCESS_KEY_ID: accessKeyId,
  LEDGER_S3_SECRET_ACCESS_KEY: secretAccessKey,
}: NodeEnvironment) {
  return url && accessKeyId && secretAccessKey ? { url, region, accessKeyId, secretAccessKey } : undefined;
}
