import { sql } from "drizzle-orm";
import { actingMember, type Permission } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { NextStep, Todo, TodoSource } from "../../platform/todo.ts";
import type { DangerSign } from "../codes.ts";
import { isAcute } from "./danger.ts";

export const conversationTaskKinds = {
  "go-through-steps": ["getStepList", "GET", "/v1/conversations/{id}/step-list"],
} as const satisfies Record<string, NextStep>;
type Kind = keyof typeof conversationTaskKinds;

interface Told {
  id: string;
  signs: DangerSign[];
  dueAt: string;
  since: string;
}

/** Danger signs whose steps were not gone through, in the cases of the acting member. */
async function listOpenSteps(tx: Database, ctx: Context): Promise<Todo<Kind>[]> {
  const open = await rows<Told>(
    tx,
    sql`select talk.id, talk.danger_signs as signs, steps_due_at as "dueAt", recorded_at as since
      from handreiking.conversation as talk join handreiking."case" as file on file.id = talk.case_id
      where talk.participant_id = ${ctx.actor.participantId}::uuid and file.owner_id = ${actingMember(ctx)}::uuid
        and steps_due_at is not null and not exists (select from handreiking.reporting_step
          where conversation_id = talk.id and step = 'decide')`,
  );
  return open.map(({ id, signs, dueAt, since }) => ({
    kind: "go-through-steps",
    subjectId: id,
    why: isAcute(signs) ? "acute-danger" : "danger-signs",
    dueAt: new Date(dueAt),
    since: new Date(since),
    acute: isAcute(signs),
  }));
}

export const conversationTodos = [
  { permission: "cases", personal: true, list: listOpenSteps },
] as const satisfies readonly TodoSource<Permission, Kind>[];
