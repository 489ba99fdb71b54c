import * as platform from "../platform/http/problem.ts";

/** What the service refuses with by itself, whatever the operation; no operation tells some of these. */
export const serviceProblems: readonly platform.ProblemDefinition[] = [
  platform.invalidRequest,
  platform.unauthenticated,
  platform.routeNotFound,
  platform.methodNotAllowed,
  platform.notAcceptable,
  platform.idempotencyKeyBusy,
  platform.conflict,
  platform.bodyTooLarge,
  platform.targetTooLong,
  platform.unsupportedMediaType,
  platform.idempotencyKeyReused,
  platform.tooManyRequests,
  platform.unexpectedFailure,
  platform.busy,
  platform.databaseBehind,
  platform.tooSlow,
];

const codes = new Set(serviceProblems.map(({ code }) => code));

export const isOfService = (code: string | undefined): boolean => code !== undefined && codes.has(code);
