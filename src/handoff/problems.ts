import { defineProblem } from "../platform/problem.ts";

export const caseNotFound = defineProblem("case-not-found", 404, "No such case");
export const caseNotShared = defineProblem(
  "case-not-shared",
  403,
  "This case is a colleague's",
  "Only its owner and the colleagues named in it read a case.",
);
export const colleagueNotFound = defineProblem(
  "colleague-not-found",
  409,
  "No such colleague",
  "A case can be shared only with members of your own participant.",
);
export const helpQuestionNotFound = defineProblem("help-question-not-found", 404, "No such help question");
export const helpQuestionEnded = defineProblem(
  "help-question-ended",
  409,
  "The help question has ended",
  "Add a new help question for a new need.",
);
export const consentNotFound = defineProblem("consent-not-found", 404, "No such consent");
export const consentNotTheirs = defineProblem(
  "consent-not-theirs",
  409,
  "This caller cannot give this consent",
);
export const consentDoesNotCover = defineProblem(
  "consent-does-not-cover",
  409,
  "The offer cannot rest on this consent",
);
export const consentPurposeMismatch = defineProblem(
  "consent-purpose-mismatch",
  409,
  "Recipient and purpose disagree",
  "A follow-up is the helpline's own; a handoff and feedback are another participant's.",
);
export const consentTooLong = defineProblem(
  "consent-too-long",
  409,
  "A consent ends in the future, within a year",
  "Choose an earlier expiry, or leave it out: then it is three months.",
);
export const referralNotFound = defineProblem("referral-not-found", 404, "No such referral");
export const referralNotOpen = defineProblem(
  "referral-not-open",
  409,
  "The referral cannot make this move now",
  "Read the referral: it has moved on, has ended, or holds another answer to this move already.",
);
export const serviceTakesNoHandoffs = defineProblem(
  "service-takes-no-handoffs",
  409,
  "This service takes no referrals",
  "It is closed, or its organization does not receive referrals through this network now. Search for services with receivesHandoffs.",
);
export const acuteIsAPhoneCall = defineProblem(
  "acute-is-a-phone-call",
  409,
  "Acute need is a phone call, not a referral",
  "Nobody may wait for an answer here. Phone the service now; in danger, phone 112.",
);
export const participantSendsNone = defineProblem(
  "participant-sends-none",
  403,
  "Your participant does not send referrals",
  "Its partnership with the network does not include sending.",
);
export const recipientByPhone = defineProblem(
  "recipient-by-phone",
  409,
  "This partner is reached by telephone",
  "It has no login to answer an offer with. Hand over by telephone.",
);
