import { searchServices, seedDirectory } from "../../../src/directory/index.ts";
import { makeKeys } from "../../../src/host/node.ts";
import { findOperator } from "../../../src/identity/index.ts";
import { permissions } from "../../../src/permissions.ts";
import { systemClock } from "../../../src/platform/clock.ts";
import type { Context, Database } from "../../../src/platform/context.ts";
import { openEmbedded } from "../../../src/platform/database/embedded.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { createSecrets, fromBase64Url } from "../../../src/platform/keys/crypto.ts";
import { createSigning } from "../../../src/platform/keys/signing.ts";
import { createVault } from "../../../src/platform/keys/vault.ts";
import { addDistractors } from "./distractors.ts";
import { type Judged, judged, nameOf } from "./judged.ts";
import { unseen } from "./unseen.ts";

export interface Figures {
  sentences: number;
  /** Mean of 1 / the rank of the first right answer among the first ten, 0 where there is none. */
  meanReciprocalRank: number;
  /** The share with a right answer among the first three. */
  inTopThree: number;
}

export interface Judgement {
  open: Figures;
  heldOut: Figures;
  unseen: Figures;
  /** Sentences of the open part whose first right answer is not the first: its rank, or 0. */
  missed: { words: string; rank: number; first: string[] }[];
  /** Milliseconds that the middle search took. */
  median: number;
}

/** Searches with every judged sentence, as `ctx`. */
export async function judge(ctx: Context): Promise<Judgement> {
  const ranks = await rank(ctx, judged);
  const open = ranks.filter(({ sentence }) => !sentence.heldOut);
  const times = ranks.map(({ took }) => took).sort((a, b) => a - b);
  return {
    open: figuresOf(open.map(({ rank }) => rank)),
    heldOut: figuresOf(ranks.filter(({ sentence }) => sentence.heldOut).map(({ rank }) => rank)),
    unseen: figuresOf((await rank(ctx, unseen)).map(({ rank }) => rank)),
    missed: open
      .filter(({ rank }) => rank !== 1)
      .map(({ sentence: { words }, rank, first }) => ({ words, rank, first })),
    median: times[Math.floor(times.length / 2)] ?? 0,
  };
}

interface Ranked {
  sentence: Judged;
  rank: number;
  first: string[];
  took: number;
}

async function rank(ctx: Context, sentences: readonly Judged[]): Promise<Ranked[]> {
  const ranks: Ranked[] = [];
  for (const sentence of sentences) {
    const started = performance.now();
    const { items } = await searchServices(ctx, { words: sentence.words, pageSize: 10 });
    const found = items.map(({ service }) => `${service.organization.name}: ${service.name}`);
    const right = new Set<string>(sentence.right.map(nameOf));
    const rank = found.findIndex((name) => right.has(name)) + 1;
    ranks.push({ sentence, rank, first: found.slice(0, 3), took: performance.now() - started });
  }
  return ranks;
}

function figuresOf(ranks: readonly number[]): Figures {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    sentences: ranks.length,
    meanReciprocalRank: mean(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank))),
    inTopThree: mean(ranks.map((rank) => (rank >= 1 && rank <= 3 ? 1 : 0))),
  };
}

/** A job of the operator, who may write the directory. */
export async function operatorContext(db: Database): Promise<Context> {
  const keys = await makeKeys();
  const participantId = await findOperator(db);
  return {
    db,
    now: systemClock,
    newId: randomIds,
    secrets: createSecrets(fromBase64Url(keys.SECRET) ?? new Uint8Array()),
    signing: await createSigning("http://127.0.0.1", keys.SIGNING_KEYS),
    vault: await createVault(keys.KEY_ENCRYPTION_KEYS),
    actor: { kind: "job", id: participantId, participantId, permissions: new Set(permissions) },
  };
}

if (import.meta.main) {
  const { db, close } = await openEmbedded(undefined);
  const ctx = await operatorContext(db);
  await seedDirectory(ctx);
  await addDistractors(ctx, 2000);
  const { missed, ...figures } = await judge(ctx);
  const lines = missed.map(({ words, rank, first }) => `${rank || "–"}  ${words}\n     ${first.join(" | ")}`);
  process.stdout.write(`${lines.join("\n")}\n${JSON.stringify(figures, null, 2)}\n`);
  await close();
}
