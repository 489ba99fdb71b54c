import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import {
  IfMatchOnceThere,
  refuseOutdated,
  versionNotNamed,
  versionOutdated,
} from "../../platform/http/entity-tag.ts";
import { type Accepted, json, operation, tagged } from "../../platform/http/operation.ts";
import { fail, invalidRequest, problems } from "../../platform/http/problem.ts";
import { orProposal, proposalProblems, propose, takesTwo } from "../proposals/propose.ts";
import type { Proposal } from "../proposals/wire.ts";
import { identityProviders } from "../schema.ts";
import { dropSignIns, findIdentityProvider } from "./store.ts";
import { IdentityProvider, isIssuer, presentIdentityProvider } from "./wire.ts";

const route = createRoute({
  operationId: "keepIdentityProvider",
  method: "put",
  path: "/identity-provider",
  tags: ["Network"],
  summary: "Say where your members sign in",
  description:
    "Sets the OpenID Connect provider of your own participant, or replaces it. Register this service there with the redirect address `/sign-in/{participantId}/callback` of its own origin, with your participant's id. Sessions go on; whoever was paired with another issuer is paired anew. Whoever runs the provider can sign in as any of your members: choose it as you would choose who holds the keys of the building.",
  security: needs("members"),
  request: { headers: IfMatchOnceThere, body: json(IdentityProvider, "The provider") },
  responses: {
    200: tagged(IdentityProvider, "The provider"),
    ...orProposal,
    ...problems(permissionMissing, ...proposalProblems),
  },
});

export function keepIdentityProvider(
  ctx: Context,
  provider: IdentityProvider,
  ifMatch: string,
): Promise<IdentityProvider | Accepted<Proposal>> {
  permit(ctx, "members");
  refuseForeignAddress(ctx, provider.issuer);
  const { participantId } = ctx.actor;
  return transact(ctx, async (tx) => {
    const before = await findIdentityProvider(tx, participantId);
    if (before) {
      if (ifMatch === "") fail(versionNotNamed);
      await refuseOutdated(ifMatch, IdentityProvider, presentIdentityProvider(before));
    } else if (ifMatch !== "") fail(versionOutdated);
    if (await takesTwo(tx, ctx))
      return propose(tx, ctx, {
        kind: "keep-identity-provider",
        subjectId: participantId,
        content: provider,
        before: before ? presentIdentityProvider(before) : {},
      });
    return applyIdentityProvider(tx, ctx, provider);
  });
}

export async function applyIdentityProvider(
  tx: Database,
  ctx: Context,
  provider: IdentityProvider,
): Promise<IdentityProvider> {
  const { participantId } = ctx.actor;
  const row = { participantId, ...asKept(provider) };
  await tx
    .insert(identityProviders)
    .values(row)
    .onConflictDoUpdate({ target: identityProviders.participantId, set: asKept(provider) });
  await dropSignIns(tx, ctx);
  await record(tx, ctx, { action: "identity-provider.kept", subjectId: participantId });
  return presentIdentityProvider(row);
}

/** The rules of what this service asks of other servers, as far as an address tells. */
function refuseForeignAddress({ signing }: Context, issuer: string): void {
  if (isIssuer(issuer, signing.issuer.startsWith("http:"))) return;
  const detail = "must be an https URL on port 443 at a public address, without a query";
  fail(invalidRequest, { errors: [{ in: "body", pointer: "/issuer", detail }] });
}

const asKept = (provider: IdentityProvider) => ({
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientAuthentication: provider.clientAuthentication,
  scopes: provider.scopes,
  memberClaim: provider.memberClaim,
  requiredAcr: provider.requiredAcr,
  requiredAmr: provider.requiredAmr,
  roleClaim: provider.roleClaim ?? null,
  roleMapping: provider.roleMapping,
  addsMembers: provider.addsMembers,
});

export default operation(route, (ctx, { body, ifMatch }) => keepIdentityProvider(ctx, body, ifMatch));
