import type { Context, Database } from "./context.ts";

/** Something that is somebody's to do: ids and codes only. */
export interface Todo<Kind extends string = string> {
  kind: Kind;
  subjectId: string;
  /** Why it is theirs now: a code. */
  why: string;
  dueAt: Date;
}

/** The operation that does it: its id, method and address, with the subject's id for `{id}`. */
export type NextStep = readonly [operationId: string, method: string, href: string];

/** What a feature has for people to do: shown to whoever holds the permission. */
export interface TodoSource<Permission extends string = string, Kind extends string = string> {
  permission: Permission;
  list(tx: Database, ctx: Context): Promise<Todo<Kind>[]>;
}
