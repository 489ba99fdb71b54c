import { defineProblem } from "../platform/http/problem.ts";

export const movementNotFound = defineProblem("movement-not-found", 404, "No such movement");
export const movementKnown = defineProblem(
  "movement-known",
  409,
  "A movement of this name is registered already",
  "Look it up by its name, and register the signal on it.",
);
export const movementMerged = defineProblem(
  "movement-merged",
  409,
  "This movement turned out to be another",
  "Take the movement that it was merged into.",
);
export const signalNotFound = defineProblem("signal-not-found", 404, "No such signal");
export const conversationNotFound = defineProblem("conversation-not-found", 404, "No such conversation");
export const partnerNotFound = defineProblem(
  "partner-not-found",
  409,
  "No such partner",
  "A signal is told by another participant of the network.",
);
export const ownSignal = defineProblem(
  "own-signal",
  403,
  "Somebody else reviews it",
  "A signal counts once a second person has looked at it.",
);
export const releaseNotFound = defineProblem(
  "statistics-release-not-found",
  404,
  "No such release of statistics",
);
export const yearNotClosed = defineProblem(
  "year-not-closed",
  409,
  "The year is not over",
  "Figures are made of whole years of the network's calendar.",
);
export const statisticsNotSafe = defineProblem(
  "statistics-not-safe",
  409,
  "These figures would tell a small count",
  "Nothing was released. A figure of fewer than ten could be computed from what would be published.",
);
export const statisticsElsewhere = defineProblem(
  "statistics-elsewhere",
  501,
  "Figures are made on another server",
  "This instance has no solver: ask one that runs on Node, or use the command.",
);
