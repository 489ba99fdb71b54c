import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { record } from "./record.ts";

/**
 * Writes that somebody was refused what they asked for, in a transaction of its own: the refusal took the other back.
 * `named`: the records that the request's path names.
 */
export function recordRefusal(ctx: Context, named: Record<string, string>): Promise<void> {
  const { idempotencyKey: _, ...unkeyed } = ctx;
  const [subjectId = ctx.actor.participantId] = Object.values(named).filter((id) => uuid.test(id));
  return transact(unkeyed, (tx) =>
    record(tx, unkeyed, {
      action: "request.refused",
      subjectId,
      caseId: named.caseId,
      outcome: "refused",
    }),
  );
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
