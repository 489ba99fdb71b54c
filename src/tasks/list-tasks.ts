import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { problems } from "../platform/http/problem.ts";
import { findTodos } from "./find-todos.ts";
import { pressesMore } from "./order.ts";
import { presentTask, Task } from "./wire.ts";

/** A day holds no more. */
const most = 200;

const Tasks = z
  .object({
    items: z.array(Task).openapi({ description: "The most pressing first" }),
    more: z.boolean().openapi({ description: `Whether there are more than ${most}`, example: false }),
  })
  .openapi("Tasks");

const route = createRoute({
  operationId: "listTasks",
  method: "get",
  path: "/tasks",
  tags: ["Tasks"],
  summary: "List what is to be done",
  description:
    "A worker's day in one order of urgency: first where somebody may be in danger, then what is late, measured by the time that was given for it, then what is due first; each with why, and the operation that does it. A counsellor sees the callers whose cases are theirs, their appointments, and what is a colleague's on leave whom they cover, a partner what was offered to it and what it owes, a coordinator what is overdue (by id and state only), a privacy officer what was asked for twice in vain.",
  security: needs("tasks"),
  responses: { 200: json(Tasks, "What is to be done"), ...problems(permissionMissing) },
});

export function listTasks(ctx: Context): Promise<z.input<typeof Tasks>> {
  permit(ctx, "tasks");
  return transact(ctx, async (tx) => {
    const now = ctx.now();
    const todos = (await findTodos(tx, ctx)).toSorted(pressesMore(now));
    return {
      items: todos.slice(0, most).map((todo) => presentTask(todo, now)),
      more: todos.length > most,
    };
  });
}

export default operation(route, (ctx) => listTasks(ctx));
