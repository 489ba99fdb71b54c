import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { editEntry } from "../edit/edit-entry.ts";
import { failMissing, findEntry } from "../edit/entry.ts";
import { entryGone } from "../keeper.ts";
import { correctionDecided, correctionNotFound, correctionOutdated, notYourEntry } from "../problems.ts";
import { decide } from "./decide.ts";
import { fieldsNow } from "./fields.ts";
import { getCorrection } from "./get-correction.ts";
import { type CorrectionRow, claimCorrection, isSame } from "./store.ts";
import { Correction, CorrectionPath, presentCorrection } from "./wire.ts";

const route = createRoute({
  operationId: "acceptCorrection",
  method: "post",
  path: "/corrections/{correctionId}/acceptance",
  tags: ["Directory quality"],
  summary: "Accept a correction",
  description:
    "Edits the entry as proposed, in the same moment, and tells the proposer. Refused if what was to be corrected has changed since it was proposed. An accepted correction makes the entry due for a check.",
  security: needs("directory:write"),
  request: { params: CorrectionPath },
  responses: {
    200: json(Correction, "The accepted correction"),
    ...problems(
      correctionNotFound,
      correctionDecided,
      correctionOutdated,
      notYourEntry,
      ...entryGone,
      permissionMissing,
    ),
  },
});

export function acceptCorrection(ctx: Context, correctionId: string): Promise<Correction> {
  permit(ctx, "directory:write");
  return transact(ctx, async (tx) => {
    const correction = await claimCorrection(tx, ctx, correctionId);
    if (correction.state === "accepted") return presentCorrection(correction);
    if (correction.state !== "proposed") fail(correctionDecided);
    const { entryKind, entryId, changes } = correction;
    await editEntry(tx, ctx, entryKind, entryId, changes, (locked) => refuseOutdated(locked, correction));
    return presentCorrection(await decide(tx, ctx, correction, { state: "accepted" }));
  });
}

async function refuseOutdated(
  tx: Database,
  { entryKind, entryId, changes, before }: CorrectionRow,
): Promise<void> {
  const entry = (await findEntry(tx, entryKind, entryId)) ?? (await failMissing(tx, entryKind, entryId));
  if (!(await isSame(tx, before, fieldsNow(entry, changes)))) fail(correctionOutdated);
}

export default operation(
  route,
  (ctx, { params }) => acceptCorrection(ctx, params.correctionId),
  getCorrection,
);
