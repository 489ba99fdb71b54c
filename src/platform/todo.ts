import type { Context, Database } from "./context.ts";

/** Something that is somebody's to do: ids and codes only. */
export interface Todo<Kind extends string = string> {
  kind: Kind;
  subjectId: string;
  /** Why it is theirs now: a code. */
  why: string;
  dueAt: Date;
  /** When it became theirs, where that is known: lateness is measured against the time that was given. */
  since?: Date;
  /** Whether somebody may be in danger. */
  acute?: boolean;
}

/** The operation that does it: its id, method and address, with the subject's id for `{id}`. */
export type NextStep = readonly [operationId: string, method: string, href: string];

/** What a feature has for people to do: shown to whoever holds the permission. */
export interface TodoSource<Permission extends string = string, Kind extends string = string> {
  permission: Permission;
  /** Whether it lists what is the acting member's own: a colleague who covers their leave sees it too. */
  personal?: true;
  list(tx: Database, ctx: Context): Promise<Todo<Kind>[]>;
}
