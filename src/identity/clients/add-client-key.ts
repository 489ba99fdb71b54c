import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { type Accepted, json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Time } from "../../platform/text/text.ts";
import { orProposal, proposalProblems, propose, proposedAgain, takesTwo } from "../proposals/propose.ts";
import type { Proposal } from "../proposals/wire.ts";
import { insertKey, thumbprintOf } from "./insert-key.ts";
import { clientKeyKnown, clientKeyLifeUnfit, clientKeyUnfit, clientNotFound } from "./problems.ts";
import { PublicKey } from "./public-key.ts";
import { claimClient, findClientKey, listKeysOf } from "./store.ts";
import { ClientKey, ClientPath, type ClientRow, presentClientKey, standingClient } from "./wire.ts";

export const NewClientKey = z
  .strictObject({
    publicKey: PublicKey,
    expiresAt: Time.optional().openapi({
      description: "Within two years; without it the key is good until it is revoked",
      example: "2027-01-05T09:00:00Z",
    }),
  })
  .openapi("NewClientKey");
export type NewClientKey = z.output<typeof NewClientKey>;

const route = createRoute({
  operationId: "addClientKey",
  method: "post",
  path: "/clients/{clientId}/keys",
  tags: ["Network"],
  summary: "Add a client's key",
  description:
    "Registers one more key that a system may sign with. To rotate without a pause, add the next key, let the system sign with it, and then revoke the old one: both are good meanwhile.",
  security: needs("members"),
  request: { params: ClientPath, body: json(NewClientKey, "The key") },
  responses: {
    201: json(ClientKey, "The key"),
    ...orProposal,
    ...problems(
      clientNotFound,
      permissionMissing,
      clientKeyUnfit,
      clientKeyKnown,
      clientKeyLifeUnfit,
      ...proposalProblems,
    ),
  },
});

export function addClientKey(
  ctx: Context,
  clientId: string,
  input: NewClientKey,
): Promise<ClientKey | Accepted<Proposal>> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => {
    const client = await claimClient(tx, ctx, clientId);
    if (await takesTwo(tx, ctx))
      return propose(tx, ctx, {
        kind: "add-client-key",
        subjectId: clientId,
        content: input,
        before: standingClient(client),
      });
    return applyNewClientKey(tx, ctx, client, input);
  });
}

/** `client`: held, so that no other key is added meanwhile. */
export async function applyNewClientKey(
  tx: Database,
  ctx: Context,
  client: ClientRow,
  { publicKey, expiresAt }: NewClientKey,
): Promise<ClientKey> {
  const ends = expiresAt ? new Date(expiresAt) : null;
  if (ends && (ends <= ctx.now() || ends > calendarLater(ctx.now(), { months: 24 })))
    fail(clientKeyLifeUnfit);
  const name = publicKey.kid ?? (await thumbprintOf(publicKey));
  const material = materialOf(publicKey);
  for (const { kid, jwk } of await listKeysOf(tx, client.id))
    if (kid === name || materialOf(jwk as PublicKey) === material) fail(clientKeyKnown);
  const key = await insertKey(tx, ctx, client, publicKey, ends);
  await record(tx, ctx, { action: "client-key.added", subjectId: key.id, at: key.addedAt });
  return presentClientKey(key);
}

/** What makes it this key, and the database refuses twice of a client. */
const materialOf = (key: PublicKey) => (key.kty === "RSA" ? key.n : key.x);

export function presentClientKeyAgain(ctx: Context, keyId: string): Promise<ClientKey> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => presentClientKey(await findClientKey(tx, ctx, keyId)));
}

function presentAgain(ctx: Context, id: string): Promise<ClientKey | Accepted<Proposal>> {
  permit(ctx, "members");
  return transact(
    ctx,
    async (tx) => (await proposedAgain(tx, ctx, id)) ?? presentClientKey(await findClientKey(tx, ctx, id)),
  );
}

export default operation(
  route,
  (ctx, { params, body }) => addClientKey(ctx, params.clientId, body),
  presentAgain,
);
