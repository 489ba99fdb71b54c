import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import { findOperator } from "../../identity/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, invalidRequest, problems } from "../../platform/http/problem.ts";
import { type Entry, failMissing, findEntry, placeProperties } from "../edit/entry.ts";
import { entryGone, entryMissing, findKeeper, type Keeper, keeps } from "../keeper.ts";
import { corrections } from "../schema.ts";
import { fieldsNow } from "./fields.ts";
import { findCorrection } from "./store.ts";
import { Correction, NewCorrection, presentCorrection } from "./wire.ts";

const route = createRoute({
  operationId: "proposeCorrection",
  method: "post",
  path: "/corrections",
  tags: ["Directory quality"],
  summary: "Propose a correction of an entry",
  description:
    "Anybody in the network may say what an entry should be. Nothing changes until whoever answers for the entry, or the operator's coordinator, accepts it; the decision comes as an event `correction.accepted` or `correction.refused`. Say nothing about a person: an entry is public, and a correction is read by other organizations.",
  security: needs("directory:correct"),
  request: { body: json(NewCorrection, "What the entry should be") },
  responses: {
    201: json(Correction, "The proposed correction"),
    ...problems(...entryMissing, ...entryGone, permissionMissing),
  },
});

export function proposeCorrection(ctx: Context, proposed: NewCorrection): Promise<Correction> {
  permit(ctx, "directory:correct");
  const { kind, id: entryId, reason, sourceUrl = null } = proposed;
  const changes: Record<string, unknown> = proposed.changes;
  refuseNothing(changes);
  return transact(ctx, async (tx) => {
    const keeper = await findKeeper(tx, { kind, id: entryId });
    const entry = (await findEntry(tx, kind, entryId)) ?? (await failMissing(tx, kind, entryId));
    if (!keeps(ctx, keeper)) refuseHidden(entry, changes);
    const id = ctx.newId();
    await tx.insert(corrections).values({
      id,
      entryKind: kind,
      entryId,
      changes,
      before: fieldsNow(entry, changes),
      reason,
      sourceUrl,
      participantId: ctx.actor.participantId,
      proposedAt: ctx.now(),
      state: "proposed",
    });
    await tell(tx, ctx, id, keeper);
    return presentCorrection(await findCorrection(tx, ctx, id));
  });
}

async function tell(
  tx: Database,
  ctx: Context,
  id: string,
  { participantId }: Pick<Keeper, "participantId">,
) {
  const at = ctx.now();
  await record(tx, ctx, {
    action: "correction.proposed",
    subjectId: id,
    ...(participantId && { subjectParticipantId: participantId }),
    at,
  });
  const deciders = new Set([await findOperator(tx), ...(participantId ? [participantId] : [])]);
  await enqueue(tx, ctx, { type: "correction.proposed", subjectId: id, feeds: [...deciders], at });
}

function refuseNothing(changes: Record<string, unknown>): void {
  if (Object.values(changes).some((value) => value !== undefined)) return;
  fail(invalidRequest, {
    errors: [{ in: "body", pointer: "/changes", detail: "must change at least one field" }],
  });
}

/** Where a confidential place is only its organization knows: nobody else has anything to correct there. */
function refuseHidden(entry: Entry, changes: Record<string, unknown>): void {
  if (entry.confidential !== true) return;
  const hidden = [...placeProperties, "confidential"].filter((field) => changes[field] !== undefined);
  if (hidden.length === 0) return;
  const detail = "is kept by the organization itself, since the place is confidential: must be left out";
  fail(invalidRequest, {
    errors: hidden.map((field) => ({ in: "body", pointer: `/changes/${field}`, detail })),
  });
}

async function replay(ctx: Context, id: string): Promise<Correction> {
  return presentCorrection(await transact(ctx, (tx) => findCorrection(tx, ctx, id)));
}

export default operation(route, (ctx, { body }) => proposeCorrection(ctx, body), replay);
