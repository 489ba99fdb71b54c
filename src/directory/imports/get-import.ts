import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { importNotFound } from "../problems.ts";
import { findImport } from "./store.ts";
import { DirectoryImport, presentImport } from "./wire.ts";

const route = createRoute({
  operationId: "getImport",
  method: "get",
  path: "/imports/{importId}",
  tags: ["Directory"],
  summary: "Read an import",
  description: "How far it is, and what it changed. It stays readable after it has ended.",
  security: needs("directory:curate"),
  request: {
    params: z.object({ importId: Id.openapi({ example: "3f6a0a52-6c0f-4d5e-9a3e-0d4a3c1b2a10" }) }),
  },
  responses: { 200: json(DirectoryImport, "The import"), ...problems(importNotFound, permissionMissing) },
});

export async function getImport(ctx: Context, importId: string): Promise<z.input<typeof DirectoryImport>> {
  permit(ctx, "directory:curate");
  const found = await transact(ctx, (tx) => findImport(tx, importId));
  return found ? presentImport(found) : fail(importNotFound);
}

export default operation(route, (ctx, { params }) => getImport(ctx, params.importId));
