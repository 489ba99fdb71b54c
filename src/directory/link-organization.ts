import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../audit/index.ts";
import { findParticipant, participantNotFound } from "../identity/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/db.ts";
import { json, operation } from "../platform/operation.ts";
import { fail, problems } from "../platform/problem.ts";
import { Id } from "../platform/text.ts";
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
    "Says which participant answers for an organization of the directory: referrals to its services go there. Imports and edits of the directory leave the link alone.",
  security: needs("network:write"),
  request: {
    params: z.object({ organizationId: Id.openapi({ example: "0d9c8b7a-6f5e-4d3c-9b2a-1f0e9d8c7b66" }) }),
    body: json(Link, "Who answers for it"),
  },
  responses: {
    200: json(Linked, "The link"),
    ...problems(organizationNotFound, participantNotFound, permissionMissing),
  },
});

export function linkOrganization(
  ctx: Context,
  organizationId: string,
  participantId: string,
): Promise<Linked> {
  permit(ctx, "network:write");
  return transact(ctx, async (tx) => {
    const [known] = await tx
      .select({ id: organizations.id })
      .from(organizations)
      .where(eq(organizations.id, organizationId));
    if (!known) fail(organizationNotFound);
    if (!(await findParticipant(tx, participantId))) fail(participantNotFound);
    const [linked] = await tx
      .select()
      .from(organizationParticipants)
      .where(eq(organizationParticipants.organizationId, organizationId));
    if (linked?.participantId === participantId) return { organizationId, participantId };
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
  });
}

export default operation(route, (ctx, { params, body }) =>
  linkOrganization(ctx, params.organizationId, body.participantId),
);
