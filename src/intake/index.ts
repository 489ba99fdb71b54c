import type { Permission } from "../permissions.ts";
import type { Operation } from "../platform/operation.ts";
import type { NextStep, TodoSource } from "../platform/todo.ts";
import getMailboxOperation from "./mail/get-mailbox.ts";
import takeMailOperation from "./mail/take-mail.ts";
import { mailTaskKinds, mailTodos } from "./mail/todos.ts";
import { requestOperations } from "./requests/operations.ts";
import { requestTaskKinds, requestTodos } from "./requests/todos.ts";

export { takeMail } from "./mail/take-mail.ts";
export { letGoOfRequests } from "./requests/let-go-of-requests.ts";
export { rewrapKeys } from "./rewrap-keys.ts";
export { conversations } from "./schema.ts";

export const operations: readonly Operation[] = [
  ...requestOperations,
  takeMailOperation,
  getMailboxOperation,
];

export const taskKinds = { ...requestTaskKinds, ...mailTaskKinds } as const satisfies Record<
  string,
  NextStep
>;

export const todos = [...requestTodos, ...mailTodos] as const satisfies readonly TodoSource<
  Permission,
  keyof typeof taskKinds
>[];
