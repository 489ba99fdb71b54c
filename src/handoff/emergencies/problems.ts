import { defineProblem } from "../../platform/http/problem.ts";

export const emergencyNotFound = defineProblem("emergency-not-found", 404, "No such emergency call");
export const ownEmergency = defineProblem(
  "own-emergency",
  409,
  "Somebody else looks at it",
  "Whoever wrote an emergency call down does not review it. Every other counsellor of your helpline can.",
);
export const emergencyReviewed = defineProblem(
  "emergency-reviewed",
  409,
  "The emergency call was reviewed before",
  "Read it to see what was found. That stays as it is.",
);
