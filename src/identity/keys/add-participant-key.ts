import { createRoute, z } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import { calculateJwkThumbprint } from "jose";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { type Accepted, json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Time } from "../../platform/text/text.ts";
import { keyKnown, keyLifeUnfit, keyUnfit } from "../problems.ts";
import { orProposal, proposalProblems, propose, proposedAgain, takesTwo } from "../proposals/propose.ts";
import type { Proposal } from "../proposals/wire.ts";
import { participantKeys } from "../schema.ts";
import { keyUse, ParticipantKey, presentParticipantKey, SealingKey } from "./wire.ts";

export const NewParticipantKey = z
  .strictObject({
    use: keyUse,
    publicKey: SealingKey,
    expiresAt: Time.optional().openapi({
      description: "Within two years; without it in one",
      example: "2027-01-05T09:00:00Z",
    }),
  })
  .openapi("NewParticipantKey");
type NewParticipantKey = z.output<typeof NewParticipantKey>;

const route = createRoute({
  operationId: "addParticipantKey",
  method: "post",
  path: "/participant-keys",
  tags: ["Network"],
  summary: "Add a key for disclosures",
  description:
    "Publishes the public half of a key of your own participant: for others to seal to, or to know your seal by. Add the next one before an old one expires: both are good meanwhile. The private half never leaves you, and without it nothing that was sealed to it can be opened.",
  security: needs("members"),
  request: { body: json(NewParticipantKey, "The key") },
  responses: {
    201: json(ParticipantKey, "The key, with its thumbprint"),
    ...orProposal,
    ...problems(permissionMissing, keyUnfit, keyKnown, keyLifeUnfit, ...proposalProblems),
  },
});

export function addParticipantKey(
  ctx: Context,
  input: NewParticipantKey,
): Promise<ParticipantKey | Accepted<Proposal>> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => {
    if (!(await takesTwo(tx, ctx))) return applyParticipantKey(tx, ctx, input);
    await checkKey(tx, ctx, input);
    return propose(tx, ctx, { kind: "add-participant-key", content: input });
  });
}

export async function applyParticipantKey(
  tx: Database,
  ctx: Context,
  input: NewParticipantKey,
): Promise<ParticipantKey> {
  const { participantId } = ctx.actor;
  const { use, publicKey: jwk } = input;
  const row = {
    id: ctx.newId(),
    participantId,
    use,
    jwk,
    revokedAt: null,
    ...(await checkKey(tx, ctx, input)),
  };
  await tx.insert(participantKeys).values(row);
  await record(tx, ctx, { action: "participant-key.added", subjectId: row.id, at: row.addedAt });
  return presentParticipantKey(row);
}

/** What the key is known by, and from when to when; refuses one that is unfit or known already. */
async function checkKey(tx: Database, ctx: Context, { use, publicKey, expiresAt }: NewParticipantKey) {
  if (publicKey.crv === (use === "enc" ? "Ed25519" : "X25519")) fail(keyUnfit);
  const addedAt = ctx.now();
  const ends = expiresAt ? new Date(expiresAt) : calendarLater(addedAt, { months: 12 });
  if (ends <= addedAt || ends > calendarLater(addedAt, { months: 24 })) fail(keyLifeUnfit);
  const kid = await calculateJwkThumbprint(publicKey);
  const [known] = await tx
    .select({ id: participantKeys.id })
    .from(participantKeys)
    .where(and(eq(participantKeys.participantId, ctx.actor.participantId), eq(participantKeys.kid, kid)));
  if (known) fail(keyKnown);
  return { kid, addedAt, expiresAt: ends };
}

function presentAgain(ctx: Context, id: string): Promise<ParticipantKey | Accepted<Proposal>> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => {
    const proposed = await proposedAgain(tx, ctx, id);
    if (proposed) return proposed;
    const [row] = await tx.select().from(participantKeys).where(eq(participantKeys.id, id));
    return presentParticipantKey(row ?? fail(keyKnown));
  });
}

export default operation(route, (ctx, { body }) => addParticipantKey(ctx, body), presentAgain);
