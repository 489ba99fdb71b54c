import { defineProblem } from "../platform/http/problem.ts";

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
export const colleagueCannotAct = defineProblem(
  "colleague-cannot-act",
  409,
  "This colleague cannot be given a case",
  "It takes a counsellor of your own participant who can sign in.",
);
export const colleagueReadsNot = defineProblem(
  "colleague-reads-not",
  409,
  "This colleague does not read the case",
  "Name them in the case first, or hand it over.",
);
export const conversationElsewhere = defineProblem(
  "conversation-elsewhere",
  409,
  "No such conversation in this case",
  "A help question names a conversation of its own case.",
);
export const handOverNotFound = defineProblem("hand-over-not-found", 404, "No such hand-over");
export const handOverAnswered = defineProblem(
  "hand-over-answered",
  409,
  "The hand-over has been answered in another way",
  "Or the case has moved on. Hand it over anew.",
);
export const handOverTooOld = defineProblem(
  "hand-over-too-old",
  409,
  "The case can no longer be given back",
  "Hand it over to a colleague instead.",
);
export const alreadyOwner = defineProblem(
  "already-owner",
  409,
  "The case is theirs already",
  "Name another colleague.",
);
export const coverNotFound = defineProblem("cover-not-found", 404, "No such cover");
export const coverNotYours = defineProblem(
  "cover-not-yours",
  403,
  "This leave is a colleague's",
  "Only who is on leave and the coordinator arrange its cover, and nobody names themself to stand in.",
);
export const helpQuestionNotFound = defineProblem("help-question-not-found", 404, "No such help question");
export const helpQuestionEnded = defineProblem(
  "help-question-ended",
  409,
  "The help question has ended",
  "Add a new help question for a new need.",
);
export const consentNotFound = defineProblem("consent-not-found", 404, "No such consent");
export const consentTooLong = defineProblem(
  "consent-too-long",
  409,
  "A consent ends in the future, within a year",
  "Choose an earlier expiry, or leave it out: then it is three months.",
);
export const consentTextUnknown = defineProblem(
  "consent-text-unknown",
  409,
  "There is no such text to read out",
  "The version is none of listConsentTexts for this purpose, language and capacity.",
);
export const consentReceiptNotFound = defineProblem(
  "consent-receipt-not-found",
  404,
  "No such consent receipt",
);
export const safeContactStale = defineProblem(
  "safe-contact-stale",
  409,
  "Check with the caller how they can be reached safely",
  "An introduction needs a safe contact instruction that was checked with the caller in the last seven days.",
);
export const caseOwnerOnly = defineProblem(
  "case-owner-only",
  403,
  "Only the owner of the case does this",
  "Ask the owner, or take the case over.",
);
export const contactNotFound = defineProblem(
  "contact-not-found",
  404,
  "The case holds no contact",
  "The caller is anonymous, or nobody has written it down yet.",
);
export const safeContactNotFound = defineProblem(
  "safe-contact-not-found",
  404,
  "The case holds no safe contact",
  "Ask the caller how they can be reached without harm, and write it down.",
);
export const codeWordNotFound = defineProblem(
  "code-word-not-found",
  404,
  "The case has no code word",
  "The owner agrees on one with the caller.",
);
export const codeWordLocked = defineProblem(
  "code-word-locked",
  409,
  "Too many wrong words",
  "No word is taken any more until the owner agrees on a new one with the caller.",
);
export const helpQuestionInUse = defineProblem(
  "help-question-in-use",
  409,
  "A referral of this help question is still open",
  "Withdraw it first, or wait for how it ends.",
);
export const consentNotTheirs = defineProblem(
  "consent-not-theirs",
  409,
  "This caller cannot give this consent",
);
export const consentPurposeMismatch = defineProblem(
  "consent-purpose-mismatch",
  409,
  "Recipient and purpose disagree",
  "A follow-up is the helpline's own; a handoff and feedback are another participant's.",
);
export const consentNotCurrent = defineProblem(
  "consent-not-current",
  409,
  "The consent has been withdrawn or has expired",
  "A receipt is issued only while the consent stands.",
);
export const introductionUnsafe = defineProblem(
  "introduction-unsafe",
  409,
  "The caller cannot be reached safely at that time",
  "Choose a time within the caller's own safe windows.",
);
