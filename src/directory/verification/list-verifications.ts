import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { EntryRef, entryGone, entryMissing, findKeeper } from "../keeper.ts";
import { listVerificationRows } from "./store.ts";
import { presentVerification, Verification } from "./wire.ts";

const Verifications = pageOf(Verification).openapi("Verifications");

const VerificationQuery = PageQuery.extend({
  entryKind: EntryRef.shape.kind,
  entryId: EntryRef.shape.id,
});

const route = createRoute({
  operationId: "listVerifications",
  method: "get",
  path: "/verifications",
  tags: ["Directory quality"],
  summary: "List when an entry was checked",
  description: "Every time that an entry was checked and found right, the latest first.",
  security: needs("directory:read"),
  request: { query: VerificationQuery },
  responses: {
    200: json(Verifications, "A page of verifications"),
    ...problems(...entryMissing, ...entryGone, permissionMissing),
  },
});

export async function listVerifications(
  ctx: Context,
  { pageSize, cursor, entryKind, entryId }: z.output<typeof VerificationQuery>,
): Promise<z.input<typeof Verifications>> {
  permit(ctx, "directory:read");
  const entry = { kind: entryKind, id: entryId };
  const position = await openCursor(ctx, "verifications", entry, cursor);
  const found = await transact(ctx, async (tx) => {
    await findKeeper(tx, entry);
    return listVerificationRows(tx, entry, position, pageSize + 1);
  });
  const { rows, ...next } = await cutPage(ctx, "verifications", entry, pageSize, found, (row) => [
    row.checkedOn,
    row.id,
  ]);
  return { items: rows.map(presentVerification), ...next };
}

export default operation(route, (ctx, { query }) => listVerifications(ctx, query));
