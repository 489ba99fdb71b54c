import { createRoute, z } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import { calculateJwkThumbprint } from "jose";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { json, operation } from "../../platform/operation.ts";
import { fail, problems } from "../../platform/problem.ts";
import { Time } from "../../platform/text.ts";
import { keyKnown, keyLifeUnfit, keyUnfit } from "../problems.ts";
import { participantKeys } from "../schema.ts";
import { keyUse, ParticipantKey, presentParticipantKey, SealingKey } from "./wire.ts";

const NewParticipantKey = z
  .strictObject({
    use: keyUse,
    publicKey: SealingKey,
    expiresAt: Time.optional().openapi({
      description: "Within two years; without it in one",
      example: "2027-01-05T09:00:00Z",
    }),
  })
  .openapi("NewParticipantKey");

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
    ...problems(permissionMissing, keyUnfit, keyKnown, keyLifeUnfit),
  },
});

export function addParticipantKey(
  ctx: Context,
  { use, publicKey, expiresAt }: z.output<typeof NewParticipantKey>,
): Promise<ParticipantKey> {
  permit(ctx, "members");
  const { participantId } = ctx.actor;
  if (publicKey.crv === (use === "enc" ? "Ed25519" : "X25519")) fail(keyUnfit);
  return transact(ctx, async (tx) => {
    const addedAt = ctx.now();
    const ends = expiresAt ? new Date(expiresAt) : calendarLater(addedAt, { months: 12 });
    if (ends <= addedAt || ends > calendarLater(addedAt, { months: 24 })) fail(keyLifeUnfit);
    const kid = await calculateJwkThumbprint(publicKey);
    const [known] = await tx
      .select({ id: participantKeys.id })
      .from(participantKeys)
      .where(and(eq(participantKeys.participantId, participantId), eq(participantKeys.kid, kid)));
    if (known) fail(keyKnown);
    const row = {
      id: ctx.newId(),
      participantId,
      use,
      kid,
      jwk: publicKey,
      addedAt,
      expiresAt: ends,
      revokedAt: null,
    };
    await tx.insert(participantKeys).values(row);
    await record(tx, ctx, { action: "participant-key.added", subjectId: row.id, at: addedAt });
    return presentParticipantKey(row);
  });
}

function presentAgain(ctx: Context, keyId: string): Promise<ParticipantKey> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => {
    const [row] = await tx.select().from(participantKeys).where(eq(participantKeys.id, keyId));
    return presentParticipantKey(row ?? fail(keyKnown));
  });
}

export default operation(route, (ctx, { body }) => addParticipantKey(ctx, body), presentAgain);
