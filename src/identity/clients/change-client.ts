import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { IfMatch, refuseOutdated } from "../../platform/http/entity-tag.ts";
import { type Accepted, mergePatch, operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { orProposal, proposalProblems, propose, takesTwo } from "../proposals/propose.ts";
import type { Proposal } from "../proposals/wire.ts";
import { clients } from "../schema.ts";
import { clientNotFound } from "./problems.ts";
import { claimClient, listKeysOf } from "./store.ts";
import { Client, ClientChange, ClientPath, type ClientRow, presentClient, standingClient } from "./wire.ts";

const route = createRoute({
  operationId: "changeClient",
  method: "patch",
  path: "/clients/{clientId}",
  tags: ["Network"],
  summary: "Change a client",
  description:
    "Changes a system's name, what it may ask for, or how it has to sign in. It bites on the next request: a scope taken away is gone from tokens in hand, and where bound tokens are required a bearer token is refused. More scopes, or less to prove, take a second person where your participant wants two.",
  security: needs("members"),
  request: {
    params: ClientPath,
    headers: IfMatch,
    body: mergePatch(ClientChange, "What is to be otherwise"),
  },
  responses: {
    200: tagged(Client, "The client"),
    ...orProposal,
    ...problems(clientNotFound, permissionMissing, ...proposalProblems),
  },
});

export function changeClient(
  ctx: Context,
  clientId: string,
  change: ClientChange,
  ifMatch: string,
): Promise<Client | Accepted<Proposal>> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => {
    const before = await claimClient(tx, ctx, clientId);
    const keys = await listKeysOf(tx, clientId);
    await refuseOutdated(ifMatch, Client, presentClient(before, keys));
    if (givesMore(before, change) && (await takesTwo(tx, ctx)))
      return propose(tx, ctx, {
        kind: "change-client",
        subjectId: clientId,
        content: change,
        before: standingClient(before),
      });
    return presentClient(await applyClientChange(tx, ctx, before, change), keys);
  });
}

/** Whether it may then ask for more, or has to prove less. */
const givesMore = (before: ClientRow, { scopes = [], requiresDpop, profile }: ClientChange): boolean =>
  scopes.some((scope) => !before.scopes.includes(scope)) ||
  (before.requiresDpop && requiresDpop === false) ||
  (before.profile === "fapi" && profile === "nl-gov");

/** The client as it is then; one that was so already is left alone. */
export async function applyClientChange(
  tx: Database,
  ctx: Context,
  before: ClientRow,
  change: ClientChange,
): Promise<ClientRow> {
  const wanted = {
    name: change.name ?? before.name,
    scopes: change.scopes ? [...new Set(change.scopes)] : before.scopes,
    requiresDpop: change.requiresDpop ?? before.requiresDpop,
    profile: change.profile ?? before.profile,
  };
  const after = { ...before, ...wanted };
  if (JSON.stringify(after) === JSON.stringify(before)) return before;
  await tx.update(clients).set(wanted).where(eq(clients.id, before.id));
  await record(tx, ctx, { action: "client.changed", subjectId: before.id });
  return after;
}

export default operation(route, (ctx, { params, body, ifMatch }) =>
  changeClient(ctx, params.clientId, body, ifMatch),
);
