import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import { dayOf } from "../../platform/calendar.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, invalidRequest, problems, unexpectedFailure } from "../../platform/http/problem.ts";
import { beginEdit } from "../edit/begin-edit.ts";
import { EntryRef, entryGone, entryMissing, findOwnKeeper } from "../keeper.ts";
import { notYourEntry } from "../problems.ts";
import { verifications } from "../schema.ts";
import { findVerification } from "./store.ts";
import { checkedOn, method, presentVerification, Verification } from "./wire.ts";

const NewVerification = z
  .strictObject({ entry: EntryRef, checkedOn, method })
  .openapi("NewVerification", { description: "Which entry was found right, when and how" });

const route = createRoute({
  operationId: "verifyEntry",
  method: "post",
  path: "/verifications",
  tags: ["Directory quality"],
  summary: "Say that an entry was checked and found right",
  description:
    "Records that an organization, service or location was checked on a day and found right. A service's `verification` then tells the newest such day; `lastModifiedAt` stays. Whoever answers for the organization may confirm its own entries, and is shown to have done so itself. If something was wrong, edit the entry or propose a correction first.",
  security: needs("directory:write"),
  request: { body: json(NewVerification, "What was checked") },
  responses: {
    201: json(Verification, "The verification"),
    ...problems(...entryMissing, ...entryGone, notYourEntry, permissionMissing),
  },
});

export function verifyEntry(
  ctx: Context,
  { entry, checkedOn, method }: z.output<typeof NewVerification>,
): Promise<Verification> {
  permit(ctx, "directory:write");
  const at = ctx.now();
  if (checkedOn > dayOf(at) || checkedOn < "1990")
    fail(invalidRequest, {
      errors: [{ in: "body", pointer: "/checkedOn", detail: "must be a day from 1990 to today" }],
    });
  return transact(ctx, async (tx) => {
    const keeper = await findOwnKeeper(tx, ctx, entry);
    await beginEdit(tx, ctx);
    const id = ctx.newId();
    await tx.insert(verifications).values({
      id,
      entryKind: entry.kind,
      entryId: entry.id,
      checkedOn,
      method,
      participantId: ctx.actor.participantId,
      at,
    });
    await record(tx, ctx, {
      action: "entry.verified",
      subjectId: id,
      ...(keeper.participantId && { subjectParticipantId: keeper.participantId }),
      at,
    });
    return {
      id,
      entry,
      checkedOn,
      method,
      participantId: ctx.actor.participantId,
      selfConfirmed: keeper.participantId === ctx.actor.participantId,
      recordedAt: at.toISOString(),
    };
  });
}

async function replay(ctx: Context, id: string): Promise<Verification> {
  const found = await transact(ctx, (tx) => findVerification(tx, id));
  return presentVerification(found ?? fail(unexpectedFailure));
}

export default operation(route, (ctx, { body }) => verifyEntry(ctx, body), replay);
