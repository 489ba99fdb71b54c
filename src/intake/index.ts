import type { Permission } from "../permissions.ts";
import type { Operation } from "../platform/http/operation.ts";
import type { NextStep, TodoSource } from "../platform/todo.ts";
import { planningTaskKinds, planningTodos } from "./appointments/todos.ts";
import { conversationOperations } from "./conversations/index.ts";
import { conversationTaskKinds, conversationTodos } from "./conversations/todos.ts";
import exportCaseOperation from "./export/export-case.ts";
import getMailboxOperation from "./mail/get-mailbox.ts";
import takeMailOperation from "./mail/take-mail.ts";
import { mailTaskKinds, mailTodos } from "./mail/todos.ts";
import { planningOperations } from "./planning.ts";
import { requestOperations } from "./requests/operations.ts";
import { requestTaskKinds, requestTodos } from "./requests/todos.ts";

export { takeMail } from "./mail/take-mail.ts";
export { letGoOfRequests } from "./requests/let-go-of-requests.ts";
export { intakeAgain } from "./restore/again.ts";
export { rewrapKeys } from "./rewrap-keys.ts";
export { conversations } from "./schema.ts";

export const operations: readonly Operation[] = [
  ...requestOperations,
  takeMailOperation,
  getMailboxOperation,
  ...planningOperations,
  ...conversationOperations,
  exportCaseOperation,
];

export const taskKinds = {
  ...requestTaskKinds,
  ...mailTaskKinds,
  ...planningTaskKinds,
  ...conversationTaskKinds,
} as const satisfies Record<string, NextStep>;

export const todos = [
  ...requestTodos,
  ...mailTodos,
  ...planningTodos,
  ...conversationTodos,
] as const satisfies readonly TodoSource<Permission, keyof typeof taskKinds>[];
