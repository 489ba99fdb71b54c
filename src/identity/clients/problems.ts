import { defineProblem } from "../../platform/http/problem.ts";

export const clientNotFound = defineProblem("client-not-found", 404, "No such client");
export const clientKeyNotFound = defineProblem("client-key-not-found", 404, "No such key");
export const clientKeyUnfit = defineProblem(
  "client-key-unfit",
  409,
  "The key cannot be used",
  "It is no point of its curve, or is for RS256 while the client's profile is not `nl-gov`.",
);
export const clientKeyKnown = defineProblem(
  "client-key-known",
  409,
  "The client has or had a key of that name, or this very key",
  "A key that was revoked or has expired does not come back: make a new one, under a name of its own.",
);
export const clientKeyLifeUnfit = defineProblem(
  "client-key-life-unfit",
  409,
  "A key ends in the future, within two years",
  "Choose an earlier end, or leave it out: then it is good until it is revoked.",
);
