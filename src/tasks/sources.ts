import * as handoff from "../handoff/index.ts";
import * as intake from "../intake/index.ts";
import * as knowledge from "../knowledge/index.ts";
import type { Permission } from "../permissions.ts";
import type { TodoSource } from "../platform/todo.ts";
import * as signals from "../signals/index.ts";

const features = [handoff, intake, signals, knowledge] as const;

/** All that can be somebody's to do, and with which operation. */
export const taskKinds = {
  ...handoff.taskKinds,
  ...intake.taskKinds,
  ...signals.taskKinds,
  ...knowledge.taskKinds,
};
export type TaskKind = keyof typeof taskKinds;

export const sources: readonly TodoSource<Permission, TaskKind>[] = features.flatMap(({ todos }) => [
  ...todos,
]);
