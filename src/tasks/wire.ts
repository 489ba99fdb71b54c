import { z } from "@hono/zod-openapi";
import { Id } from "../platform/text/text.ts";
import type { Found } from "./find-todos.ts";
import { type TaskKind, taskKinds } from "./sources.ts";

export const Task = z
  .object({
    kind: z.enum(Object.keys(taskKinds) as [TaskKind, ...TaskKind[]]).openapi({
      description: "What is to be done",
      example: "acknowledge-referral",
    }),
    subjectId: Id.openapi({
      description: "The record that it is about",
      example: "d2f6b8a0-1c3e-4f57-9b8d-7e6a5c4b3f22",
    }),
    why: z.string().openapi({
      description: "Why it is yours now, as a code: the state of the record, or what happened to it",
      example: "offered",
    }),
    dueAt: z.iso.datetime().openapi({ description: "By when", example: "2026-01-06T09:00:00.000Z" }),
    since: z.iso.datetime().optional().openapi({
      description: "Since when it waits; absent where that is not known",
      example: "2026-01-05T09:00:00.000Z",
    }),
    overdue: z.boolean().openapi({ description: "Whether that has passed", example: false }),
    acute: z.boolean().openapi({
      description: "Whether somebody may be in danger: it comes before all else",
      example: false,
    }),
    coveringFor: Id.optional().openapi({
      description: "The colleague on leave in whose place you do it; absent for what is your own",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    next: z
      .object({
        operationId: z.string().openapi({ example: "acknowledgeReferral" }),
        method: z.string().openapi({ example: "POST" }),
        href: z.string().openapi({
          example: "/v1/referrals/d2f6b8a0-1c3e-4f57-9b8d-7e6a5c4b3f22/acknowledgement",
        }),
      })
      .openapi({ description: "The operation that does it" }),
  })
  .openapi("Task", { description: "One thing to do: ids and codes only" });
export type Task = z.input<typeof Task>;

export function presentTask(
  { kind, subjectId, why, dueAt, since, acute, coveringFor }: Found,
  now: Date,
): Task {
  const [operationId, method, href] = taskKinds[kind];
  return {
    kind,
    subjectId,
    why,
    dueAt: dueAt.toISOString(),
    ...(since && { since: since.toISOString() }),
    overdue: dueAt <= now,
    acute: acute === true,
    ...(coveringFor && { coveringFor }),
    next: { operationId, method, href: href.replace("{id}", subjectId) },
  };
}
