import { defineProblem } from "../../platform/http/problem.ts";

export const proposalNotFound = defineProblem("proposal-not-found", 404, "No such proposal");
export const personNeeded = defineProblem(
  "person-needed",
  403,
  "It takes a person",
  "Two persons stand for this change: sign in, or let your system name the member for whom it asks.",
);
export const secondPersonMissing = defineProblem(
  "second-person-missing",
  409,
  "Nobody else of yours could confirm it",
  "Two persons stand for this change. Let the network's operator add the second one at the server.",
);
export const secondPersonNeeded = defineProblem(
  "second-person-needed",
  409,
  "Another person has to confirm it",
  "Whoever proposed it does not confirm it.",
);
export const proposerGone = defineProblem(
  "proposer-gone",
  409,
  "Whoever proposed it could not propose it any more",
  "They were suspended or lost the role. Propose it yourself, and let another person confirm it.",
);
export const proposalDecided = defineProblem(
  "proposal-decided",
  409,
  "The proposal was decided before",
  "Read it to see how.",
);
export const proposalExpired = defineProblem(
  "proposal-expired",
  409,
  "The proposal waited too long",
  "Propose it again.",
);
export const proposalOutdated = defineProblem(
  "proposal-outdated",
  409,
  "What it would change has changed since",
  "Nothing was changed. Look at what stands there now, and propose again.",
);
