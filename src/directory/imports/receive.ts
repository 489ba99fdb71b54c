import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import type { Context, IdempotencyKey } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { directoryImports, importParts } from "../schema.ts";

export interface ReceiveOptions {
  source: string;
  keepValid: boolean;
  dryRun: boolean;
}

/** Keeps a body as it arrives, each piece in a transaction of its own. Broken off, it leaves nothing. */
export async function receive(
  ctx: Context,
  options: ReceiveOptions,
  body: AsyncIterable<Uint8Array>,
  key: Omit<IdempotencyKey, "body"> | undefined,
) {
  const [id, { participantId }] = [ctx.newId(), ctx.actor];
  await transact(ctx, (tx) =>
    tx.insert(directoryImports).values({
      id,
      participantId,
      source: options.source,
      keepValid: options.keepValid,
      dryRun: options.dryRun,
      state: "receiving",
      size: 0,
      attempts: 0,
      receivedAt: ctx.now(),
    }),
  );
  try {
    const { size, digest } = await keepParts(ctx, id, body);
    const print = () => ctx.secrets.fingerprint("idempotency", digest, JSON.stringify(options));
    const keyed = key ? { ...ctx, idempotencyKey: { ...key, body: print() } } : ctx;
    return await transact(keyed, async (tx) => {
      const [received] = await tx
        .update(directoryImports)
        .set({ state: "received", size })
        .where(eq(directoryImports.id, id))
        .returning();
      await record(tx, ctx, { action: "import.received", subjectId: id });
      // The transaction's own row, which nobody else can have taken.
      return received as NonNullable<typeof received>;
    });
  } catch (error) {
    await transact(ctx, (tx) => tx.delete(directoryImports).where(eq(directoryImports.id, id)));
    throw error;
  }
}

async function keepParts(ctx: Context, importId: string, body: AsyncIterable<Uint8Array>) {
  const { participantId } = ctx.actor;
  let [place, size, digest] = [0, 0, ""];
  for await (const bytes of inParts(body)) {
    await transact(ctx, (tx) => tx.insert(importParts).values({ importId, participantId, place, bytes }));
    place++;
    size += bytes.length;
    digest = await digestAfter(digest, bytes);
  }
  return { size, digest };
}

const partSize = 256 * 1024;

/** Pieces of one size, however the bytes arrived: the same body has the same pieces. */
export async function* inParts(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let part = new Uint8Array(partSize);
  let filled = 0;
  for await (const chunk of body)
    for (let at = 0; at < chunk.length; ) {
      const taken = chunk.subarray(at, at + partSize - filled);
      part.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled < partSize) continue;
      yield part;
      part = new Uint8Array(partSize);
      filled = 0;
    }
  if (filled > 0) yield part.slice(0, filled);
}

/** A digest over all pieces so far: Web Crypto has none that takes them one by one. */
async function digestAfter(before: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const own = hex(await crypto.subtle.digest("SHA-256", bytes));
  return hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${before} ${own}`)));
}

const hex = (buffer: ArrayBuffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
