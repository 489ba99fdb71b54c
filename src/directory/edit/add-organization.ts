import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { getOrganization, readOrganization } from "../get-organization.ts";
import { OrganizationDetail } from "../organization-wire.ts";
import { notYourEntry } from "../problems.ts";
import { addEntry } from "./edit-entry.ts";
import { NewOrganization } from "./wire.ts";

const route = createRoute({
  operationId: "addOrganization",
  method: "post",
  path: "/organizations",
  tags: ["Directory"],
  summary: "Add an organization",
  description:
    "Adds an organization to the directory: the network's coordinators do this, and link it to who answers for it.",
  security: needs("directory:write"),
  request: { body: json(NewOrganization, "What the directory is to say of it") },
  responses: {
    201: tagged(OrganizationDetail, "The organization"),
    ...problems(notYourEntry, permissionMissing),
  },
});

export function addOrganization(
  ctx: Context,
  input: z.output<typeof NewOrganization>,
): Promise<z.input<typeof OrganizationDetail>> {
  permit(ctx, "directory:write");
  return transact(ctx, async (tx) => readOrganization(tx, await addEntry(tx, ctx, "organization", input)));
}

export default operation(route, (ctx, { body }) => addOrganization(ctx, body), getOrganization);
