import { createRoute, z } from "@hono/zod-openapi";
import { eq, sql } from "drizzle-orm";
import { record } from "../audit/index.ts";
import {
  addChange,
  orProposal,
  type Proposal,
  proposalProblems,
  propose,
  takesTwo,
} from "../identity/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { rows, transact } from "../platform/database/transact.ts";
import { type Accepted, json, operation } from "../platform/http/operation.ts";
import { fail, problems } from "../platform/http/problem.ts";
import { Id } from "../platform/text/text.ts";
import { beginEdit } from "./edit/begin-edit.ts";
import { touch } from "./edit/write-entry.ts";
import { entryDeleted, organizationNotFound, serviceNotFound } from "./problems.ts";
import { organizations, services } from "./schema.ts";

const organizationId = Id.openapi({
  description: "The organization that gives the service from now on",
  example: "0d9c8b7a-6f5e-4d3c-9b2a-1f0e9d8c7b66",
});
const Move = z.strictObject({ organizationId }).openapi("ServiceMove");
const Moved = z
  .object({
    serviceId: Id.openapi({ description: "The service", example: "8b1c1e9a-2f0c-5d3a-9d53-0a7e6c3f1b42" }),
    organizationId,
  })
  .openapi("MovedService");
type Moved = z.input<typeof Moved>;

const route = createRoute({
  operationId: "moveService",
  method: "put",
  path: "/services/{serviceId}/organization",
  tags: ["Network"],
  summary: "Move a service to another organization",
  description:
    "Says which organization of the directory gives the service. Where another participant answers for that one, handoffs to the service would go elsewhere: then it waits for a second person. Imports leave such a service where it is.",
  security: needs("network:write"),
  request: {
    params: z.object({ serviceId: Id.openapi({ example: "8b1c1e9a-2f0c-5d3a-9d53-0a7e6c3f1b42" }) }),
    body: json(Move, "Where it goes"),
  },
  responses: {
    200: json(Moved, "Where it is"),
    ...orProposal,
    ...problems(serviceNotFound, entryDeleted, organizationNotFound, permissionMissing, ...proposalProblems),
  },
});

export function moveService(
  ctx: Context,
  serviceId: string,
  wanted: string,
): Promise<Moved | Accepted<Proposal>> {
  permit(ctx, "network:write");
  return transact(ctx, async (tx) => {
    await beginEdit(tx, ctx);
    const from = await claimService(tx, serviceId);
    await requireStanding(tx, wanted);
    if (from === wanted) return { serviceId, organizationId: wanted };
    if ((await reroutes(tx, from, wanted)) && (await takesTwo(tx, ctx)))
      return propose(tx, ctx, {
        kind: "move-service",
        subjectId: serviceId,
        content: { organizationId: wanted },
        before: { organizationId: from },
      });
    return applyServiceMove(tx, ctx, serviceId, wanted);
  });
}

/** The organization of a service, which is locked. */
async function claimService(tx: Database, serviceId: string): Promise<string> {
  const [found] = await tx
    .select({ organizationId: services.organizationId, deletedAt: services.deletedAt })
    .from(services)
    .where(eq(services.id, serviceId))
    .for("update");
  if (!found) return fail(serviceNotFound);
  return found.deletedAt ? fail(entryDeleted) : found.organizationId;
}

async function requireStanding(tx: Database, organization: string): Promise<void> {
  const [found] = await tx
    .select({ deletedAt: organizations.deletedAt })
    .from(organizations)
    .where(eq(organizations.id, organization));
  if (!found || found.deletedAt) fail(organizationNotFound);
}

/** Whether other people than before answer for what goes from one organization to another. */
async function reroutes(tx: Database, from: string, wanted: string): Promise<boolean> {
  const answering = (organization: string) => sql`(select participant_id
    from handreiking.organization_participant where organization_id = ${organization}::uuid)`;
  const [found] = await rows<{ elsewhere: boolean }>(
    tx,
    sql`select ${answering(from)} is distinct from ${answering(wanted)} as elsewhere`,
  );
  return found?.elsewhere ?? true;
}

async function applyServiceMove(
  tx: Database,
  ctx: Context,
  serviceId: string,
  wanted: string,
): Promise<Moved> {
  await tx.update(services).set({ organizationId: wanted }).where(eq(services.id, serviceId));
  await touch(tx, ctx, "service", serviceId);
  await record(tx, ctx, { action: "service.moved", subjectId: serviceId });
  return { serviceId, organizationId: wanted };
}

addChange("move-service", Move, Moved, async ({ tx, ctx, subjectId, compare }, move) => {
  await beginEdit(tx, ctx);
  compare({ organizationId: await claimService(tx, subjectId) });
  await requireStanding(tx, move.organizationId);
  return applyServiceMove(tx, ctx, subjectId, move.organizationId);
});

export default operation(route, (ctx, { params, body }) =>
  moveService(ctx, params.serviceId, body.organizationId),
);
