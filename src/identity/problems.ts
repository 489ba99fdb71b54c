import { defineProblem } from "../platform/http/problem.ts";

export const participantNotFound = defineProblem("participant-not-found", 404, "No such participant");
export const phoneHasNoLogin = defineProblem(
  "phone-has-no-login",
  409,
  "A participant reached by telephone has no members and no clients",
  "Choose another reach, or leave out administrator and client.",
);
export const operatorStays = defineProblem(
  "operator-stays",
  409,
  "The network's operator cannot be suspended",
);
export const sessionNotFound = defineProblem("session-not-found", 404, "You have no such session");
export const memberNotFound = defineProblem("member-not-found", 404, "No such member");
export const notYourself = defineProblem(
  "not-yourself",
  409,
  "Nobody suspends themselves",
  "Ask another administrator.",
);
export const lastAdministrator = defineProblem(
  "last-administrator",
  409,
  "Nobody else is an administrator",
  "Make somebody else one first: without one nobody could manage the members any more.",
);
export const identityProviderNotFound = defineProblem(
  "identity-provider-not-found",
  404,
  "Your participant has no identity provider",
);
export const memberIdentityNotFound = defineProblem(
  "member-identity-not-found",
  404,
  "Nobody has said who this member is to your provider",
);
export const identityTaken = defineProblem(
  "identity-taken",
  409,
  "Another member has this at your provider",
  "Two members cannot be one person to the provider: change or unlink the other one first.",
);
export const participantKeyNotFound = defineProblem("participant-key-not-found", 404, "No such key");
export const keyUnfit = defineProblem(
  "key-unfit",
  409,
  "The key does not fit its use",
  "Seal to X25519 or P-256; sign with Ed25519 or P-256.",
);
export const keyKnown = defineProblem(
  "key-known",
  409,
  "This key was added before",
  "A key that was revoked or has expired does not come back: make a new one.",
);
export const keyLifeUnfit = defineProblem(
  "key-life-unfit",
  409,
  "A key ends in the future, within two years",
  "Choose an earlier end, or leave it out: then it is one year.",
);
