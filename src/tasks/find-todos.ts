import { listCovered } from "../cases/index.ts";
import type { Context, Database } from "../platform/context.ts";
import type { Todo } from "../platform/todo.ts";
import { sources, type TaskKind } from "./sources.ts";

export interface Found extends Todo<TaskKind> {
  /** The colleague on leave in whose place it is done. */
  coveringFor?: string;
}

const nameOf = ({ kind, subjectId }: Found) => `${kind} ${subjectId}`;

/** What the actor has to do, and what the colleagues whose leave they cover would have to; each thing once. */
export async function findTodos(tx: Database, ctx: Context): Promise<Found[]> {
  const { permissions } = ctx.actor;
  const held = sources.filter(({ permission }) => permissions.has(permission));
  const own: Found[] = (await Promise.all(held.map(({ list }) => list(tx, ctx)))).flat();
  const seen = new Set(own.map(nameOf));
  const found = [...own];
  const covered = permissions.has("cases") ? await listCovered(tx, ctx) : [];
  for (const memberId of covered) {
    const inTheirPlace = { ...ctx, actor: { ...ctx.actor, kind: "member", id: memberId } as const };
    for (const { personal, list } of held) {
      if (!personal) continue;
      for (const todo of await list(tx, inTheirPlace)) {
        const covering = { ...todo, coveringFor: memberId };
        if (!seen.has(nameOf(covering))) found.push(covering);
        seen.add(nameOf(covering));
      }
    }
  }
  return found;
}
