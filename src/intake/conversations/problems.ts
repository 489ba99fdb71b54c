import { defineProblem } from "../../platform/http/problem.ts";

export const conversationNotFound = defineProblem("conversation-not-found", 404, "No such conversation");
export const appointmentOfAnother = defineProblem(
  "appointment-of-another",
  409,
  "The appointment is not this case's",
  "Name one that was planned for this case, or for the request that it came from.",
);
export const noDangerSigns = defineProblem(
  "no-danger-signs",
  409,
  "No danger signs were charted in this conversation",
  "The steps follow a conversation with danger signs.",
);
export const stepOutOfTurn = defineProblem(
  "step-out-of-turn",
  409,
  "The step before this one was not decided",
  "Decide it first, or say why it is not possible.",
);
