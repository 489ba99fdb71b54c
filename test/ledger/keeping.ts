import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../src/app.ts";
import { createKeeper, deriveLedgerKey, type LedgerKeys, restoreLedger } from "../../src/ledger/index.ts";
import { createDirectoryTarget } from "../../src/ledger/node.ts";
import type { RestoreOptions } from "../../src/ledger/restore.ts";
import type { Target } from "../../src/ledger/target/target.ts";
import type { Database, Platform } from "../../src/platform/context.ts";
import { issuer, type Person, type World } from "../world/world.ts";
import type { Restorable } from "./backup.ts";

export const newFolder = () => mkdtempSync(join(tmpdir(), "ledger-"));

export const newKeys = async (): Promise<LedgerKeys> => [
  await deriveLedgerKey(crypto.getRandomValues(new Uint8Array(32))),
];

export interface Switched extends Target {
  /** Whether the target can be reached. */
  down: boolean;
}

/** A folder that can be out of reach. */
export function aTarget(folder = newFolder()): Switched {
  const target = createDirectoryTarget(folder);
  const reached =
    <A extends unknown[], T>(ask: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      if (switched.down) throw new Error("out of reach");
      return ask(...given);
    };
  const switched: Switched = {
    down: false,
    place: target.place,
    list: reached(target.list),
    read: reached(target.read),
    create: reached(target.create),
    remove: reached(target.remove),
  };
  return switched;
}

/** One instance of the service on a database, with a keeper of its own. */
export function anInstance(world: World, db: Database, target: Target, keys: LedgerKeys, patience = 2_000) {
  const platform: Platform = { ...world.platform, db };
  const keeper = createKeeper(platform, { target, keys, days: 14, patience });
  const app = createApp({ ...platform, ledger: keeper }, { rates: {} });
  const ask = async (person: Person | undefined, method: string, path: string, body?: unknown) => {
    const answer = await app.request(`${issuer}/v1${path}`, {
      method,
      headers: {
        ...(person && (await world.credentialsOf(person))),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: /^[[{]/.test(text) ? JSON.parse(text) : text };
  };
  return { keeper, app, ask };
}

/** Applies the ledger to a restored database, as its owner. */
export const restoring = (
  world: World,
  restored: Restorable,
  target: Target,
  keys: LedgerKeys,
  options: RestoreOptions = {},
) => restored.asOwner((db) => restoreLedger({ ...world.platform, db }, { db, target, keys }, options));
