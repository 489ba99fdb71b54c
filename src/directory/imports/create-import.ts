import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { problems } from "../../platform/http/problem.ts";
import { type Streamed, streamedOperation } from "../../platform/http/streamed.ts";
import { getImport } from "./get-import.ts";
import { receive } from "./receive.ts";
import { DirectoryImport, importSource, presentImport } from "./wire.ts";

const flag = (description: string) =>
  z
    .enum(["true", "false"])
    .default("false")
    .transform((value) => value === "true")
    .openapi({ type: "boolean", description, example: false });

const HsdsRecord = z.looseObject({}).openapi("HsdsRecord", {
  description: "A record of HSDS 3.1 with what hangs on it, nested or flat; `resource` may name its table",
  example: { resource: "organization", id: "haven", name: "Stichting Haven", description: "Helpt." },
});

const route = createRoute({
  operationId: "createImport",
  method: "post",
  path: "/imports",
  tags: ["Directory"],
  summary: "Send records to the directory",
  description:
    "Takes records of HSDS 3.x as they arrive, up to 256 MiB unless the service is set otherwise, and answers as soon as all have arrived; the import then waits its turn. Rows are added and changed by id, none is removed: all of them or, unless `keepValid`, none. What became of it is told by the import and its findings.",
  security: needs("directory:curate"),
  request: {
    query: z.strictObject({
      source: importSource,
      keepValid: flag("Whether what is right is taken although something is refused"),
      dryRun: flag("Whether it only tells what would happen"),
    }),
    body: {
      description: "A list of records, a document, a page of another directory's answer, or a record a line",
      required: true,
      content: {
        "application/json": { schema: z.union([z.array(HsdsRecord), HsdsRecord]) },
        "application/x-ndjson": {
          schema: z.string().openapi({ description: "An HsdsRecord a line" }),
        },
      },
    },
  },
  responses: {
    202: {
      description: "All has arrived",
      headers: {
        Location: {
          description: "Where to read what becomes of it",
          schema: { type: "string" as const, example: "/v1/imports/3f6a0a52-6c0f-4d5e-9a3e-0d4a3c1b2a10" },
        },
      },
      content: { "application/json": { schema: DirectoryImport } },
    },
    ...problems(permissionMissing),
  },
});

export async function createImport(
  ctx: Context,
  { query, body, key }: Pick<Streamed<typeof route>, "query" | "body" | "key">,
): Promise<z.input<typeof DirectoryImport>> {
  permit(ctx, "directory:curate");
  return presentImport(await receive(ctx, query, body, key));
}

export default streamedOperation(route, createImport, getImport, ({ id }) => `/v1/imports/${id}`);
