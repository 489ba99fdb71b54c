import type { Permission } from "../permissions.ts";
import type { Operation } from "../platform/operation.ts";
import type { NextStep, TodoSource } from "../platform/todo.ts";

export { conversations } from "./schema.ts";

export const operations: readonly Operation[] = [];

export const taskKinds = {} as const satisfies Record<string, NextStep>;

export const todos = [] as const satisfies readonly TodoSource<Permission, keyof typeof taskKinds>[];
