import getWebFormOperation from "../web-form/get-web-form.ts";
import keepWebFormOperation from "../web-form/keep-web-form.ts";
import requestCallbackOperation from "../web-form/request-callback.ts";
import changeRequestOperation from "./change-request.ts";
import checkRequestCodeWordOperation from "./check-request-code-word.ts";
import endRequestOperation from "./end-request.ts";
import eraseRequestOperation from "./erase-request.ts";
import getRequestOperation from "./get-request.ts";
import listOverdueRequestsOperation from "./list-overdue-requests.ts";
import listRequestsOperation from "./list-requests.ts";
import lookUpRequestOperation from "./look-up-request.ts";
import openCaseForRequestOperation from "./open-case-for-request.ts";
import raiseUrgencyOperation from "./raise-urgency.ts";
import takeRequestOperation from "./take-request.ts";

export const requestOperations = [
  requestCallbackOperation,
  takeRequestOperation,
  listRequestsOperation,
  getRequestOperation,
  lookUpRequestOperation,
  checkRequestCodeWordOperation,
  changeRequestOperation,
  raiseUrgencyOperation,
  endRequestOperation,
  openCaseForRequestOperation,
  eraseRequestOperation,
  listOverdueRequestsOperation,
  getWebFormOperation,
  keepWebFormOperation,
] as const;
