import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../audit/index.ts";
import {
  addChange,
  findParticipant,
  orProposal,
  type Proposal,
  participantNotFound,
  proposalProblems,
  propose,
  takesTwo,
} from "../identity/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { type Accepted, json, operation } from "../platform/http/operation.ts";
import { fail, problems } from "../platform/http/problem.ts";
import { Id } from "../platform/text/text.ts";
import { organizationNotFound } from "./problems.ts";
import { organizationParticipants, organizations } from "./schema.ts";

const Link = z
  .strictObject({
    participantId: Id.openapi({
      description: "The participant that answers for the organization",
      example: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10",
    }),
  })
  .openapi("OrganizationLink");

const Linked = z
  .object({
    organizationId: Id.openapi({
      description: "The organization",
      example: "0d9c8b7a-6f5e-4d3c-9b2a-1f0e9d8c7b66",
    }),
    participantId: Id.openapi({
      description: "Who answers for it",
      example: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10",
    }),
  })
  .openapi("LinkedOrganization");
type Linked = z.input<typeof Linked>;

const route = createRoute({
  operationId: "linkOrganization",
  method: "put",
  path: "/organizations/{organizationId}/participant",
  tags: ["Network"],
  summary: "Link an organization to a participant",
  description:
    "Says which participant answers for an organization of the directory: referrals to its services go there. Imports and edits of the directory leave the link alone. Where another participant answers for it already, handoffs would go elsewhere: then it waits for a second person.",
  security: needs("network:write"),
  request: {
    params: z.object({ organizationId: Id.openapi({ example: "0d9c8b7a-6f5e-4d3c-9b2a-1f0e9d8c7b66" }) }),
    body: json(Link, "Who answers for it"),
  },
  responses: {
    200: json(Linked, "The link"),
    ...orProposal,
    ...problems(organizationNotFound, participantNotFound, permissionMissing, ...proposalProblems),
  },
});

export function linkOrganization(
  ctx: Context,
  organizationId: string,
  participantId: string,
): Promise<Linked | Accepted<Proposal>> {
  permit(ctx, "network:write");
  return transact(ctx, async (tx) => {
    const linked = await claimLink(tx, organizationId);
    if (!(await findParticipant(tx, participantId))) fail(participantNotFound);
    if (linked === participantId) return { organizationId, participantId };
    if (linked !== undefined && (await takesTwo(tx, ctx)))
      return propose(tx, ctx, {
        kind: "link-organization",
        subjectId: organizationId,
        content: { participantId },
        before: { participantId: linked },
      });
    return applyOrganizationLink(tx, ctx, organizationId, participantId);
  });
}

/** Who answers for an organization, its link locked; undefined where nobody does. */
async function claimLink(tx: Database, organizationId: string): Promise<string | undefined> {
  const [known] = await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!known) fail(organizationNotFound);
  const [linked] = await tx
    .select()
    .from(organizationParticipants)
    .where(eq(organizationParticipants.organizationId, organizationId))
    .for("update");
  return linked?.participantId;
}

async function applyOrganizationLink(
  tx: Database,
  ctx: Context,
  organizationId: string,
  participantId: string,
): Promise<Linked> {
  await tx
    .insert(organizationParticipants)
    .values({ organizationId, participantId })
    .onConflictDoUpdate({ target: organizationParticipants.organizationId, set: { participantId } });
  await record(tx, ctx, {
    action: "organization.linked",
    subjectId: organizationId,
    subjectParticipantId: participantId,
  });
  return { organizationId, participantId };
}

addChange("link-organization", Link, Linked, async ({ tx, ctx, subjectId, compare }, { participantId }) => {
  compare({ participantId: await claimLink(tx, subjectId) });
  if (!(await findParticipant(tx, participantId))) fail(participantNotFound);
  return applyOrganizationLink(tx, ctx, subjectId, participantId);
});

export default operation(route, (ctx, { params, body }) =>
  linkOrganization(ctx, params.organizationId, body.participantId),
);
