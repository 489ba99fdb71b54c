import type { Permission } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import type { NextStep, Todo, TodoSource } from "../../platform/todo.ts";
import { dueAt, overdueAt } from "./due.ts";
import { listLongestUnplanned, listRows } from "./store.ts";

export const requestTaskKinds = {
  "see-to-request": ["getRequest", "GET", "/v1/callback-requests/{id}"],
  "overdue-request": ["listOverdueRequests", "GET", "/v1/overdue-callback-requests"],
} as const satisfies Record<string, NextStep>;
type Kind = keyof typeof requestTaskKinds;

/** A day's list holds no more. */
const most = 201;

/** Requests for which no appointment stands: whoever takes requests sees to them. */
async function listOpen(tx: Database, ctx: Context): Promise<Todo<Kind>[]> {
  const rows = await listRows(tx, ctx, "open", undefined, most);
  return rows.map(({ id, urgency, receivedAt }) => ({
    kind: "see-to-request",
    subjectId: id,
    why: urgency,
    dueAt: dueAt(receivedAt, urgency),
    since: receivedAt,
    acute: urgency === "acute",
  }));
}

/** Those that nobody planned in time, for the coordinator. */
export async function listOverdue(tx: Database, ctx: Context) {
  const now = ctx.now();
  const rows = await listLongestUnplanned(tx, ctx, most);
  return rows
    .map((row) => ({ row, overdueAt: overdueAt(row.receivedAt, row.urgency) }))
    .filter((each) => each.overdueAt <= now);
}

export const requestTodos = [
  { permission: "requests", list: listOpen },
  {
    permission: "overdue:read",
    list: async (tx, ctx) =>
      (await listOverdue(tx, ctx)).map(({ row, overdueAt }) => ({
        kind: "overdue-request",
        subjectId: row.id,
        why: "unplanned",
        dueAt: overdueAt,
      })),
  },
] as const satisfies readonly TodoSource<Permission, Kind>[];
