import { eq, sql } from "drizzle-orm";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context } from "../../platform/context.ts";
import { rows, transact } from "../../platform/database/transact.ts";
import { type Checkpoint, readCheckpoint } from "../checkpoints/checkpoint.ts";
import { auditCheckpoints } from "../schema.ts";
import { readSealed } from "./sealed.ts";
import { ChainVerifier, type VerifiedChain } from "./verify-chain.ts";

export interface AuditReport {
  sound: boolean;
  chains: VerifiedChain[];
  /** What is wrong with the checkpoints that were handed in, by their places. */
  checkpoints: { place: number; what: string }[];
}

interface Asked {
  /** Only this participant's chain. */
  participantId?: string | undefined;
  /** Checkpoints that were kept elsewhere, as their statements. */
  statements: readonly string[];
}

/** Checks every chain, or one, against itself and against what was kept of it. */
export async function verifyAudit(ctx: Context, { participantId, statements }: Asked): Promise<AuditReport> {
  const known = await listChains(ctx);
  const asked = participantId ? known.filter((chain) => chain === participantId) : known;
  const read = await Promise.all(statements.map((one) => readCheckpoint(ctx.signing, one)));
  const checkpoints = read.flatMap((checkpoint, at) => {
    const what = faultOf(checkpoint, asked);
    return what ? [{ place: at + 1, what }] : [];
  });
  if (asked.length === 0) checkpoints.push({ place: 0, what: "no such participant" });
  const kept = read.filter((checkpoint) => checkpoint !== undefined);
  const chains: VerifiedChain[] = [];
  for (const each of asked)
    chains.push(await verifyOne({ ...ctx, actor: { ...ctx.actor, participantId: each } }, kept));
  const sound = checkpoints.length === 0 && chains.every((chain) => !chain.break);
  return { sound, chains, checkpoints };
}

function faultOf(checkpoint: Checkpoint | undefined, asked: readonly string[]): string | undefined {
  if (!checkpoint) return "is not signed by a key of this service";
  return asked.includes(checkpoint.chain) ? undefined : "is a checkpoint of another chain";
}

async function listChains({ db }: Context): Promise<string[]> {
  const found = await rows<{ chain: string }>(
    db,
    sql`select id as chain from handreiking.participant order by joined_at, id`,
  );
  return found.map(({ chain }) => chain);
}

/** What NEN 7513 asks for at least, whatever was agreed since. */
const leastYears = 5;

async function verifyOne(ctx: Context, kept: readonly Checkpoint[]): Promise<VerifiedChain> {
  const chain = ctx.actor.participantId;
  const own = await transact(ctx, (tx) =>
    tx
      .select({ statement: auditCheckpoints.statement })
      .from(auditCheckpoints)
      .where(eq(auditCheckpoints.participantId, chain)),
  );
  const stored = await Promise.all(own.map(({ statement }) => readCheckpoint(ctx.signing, statement)));
  const checkpoints = [...kept, ...stored].filter((one) => one?.chain === chain) as Checkpoint[];
  const verifier = new ChainVerifier({
    chain,
    checkpoints,
    removableBefore: calendarLater(ctx.now(), { years: -leastYears }),
  });
  for await (const entries of readSealed(ctx, chain)) if (!verifier.add(entries)) break;
  return verifier.end();
}
