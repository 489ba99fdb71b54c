import type { Operation } from "../../platform/http/operation.ts";
import addToConversation from "./add-to-conversation.ts";
import getConversation from "./get-conversation.ts";
import listConversations from "./list-conversations.ts";
import recordConversation from "./record-conversation.ts";
import getStepList from "./steps/get-step-list.ts";
import recordStep from "./steps/record-step.ts";

export const conversationOperations: readonly Operation[] = [
  recordConversation,
  listConversations,
  getConversation,
  addToConversation,
  getStepList,
  recordStep,
];
