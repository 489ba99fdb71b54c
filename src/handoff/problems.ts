import { defineProblem } from "../platform/http/problem.ts";

export const overdueReferralNotFound = defineProblem(
  "overdue-referral-not-found",
  404,
  "No such overdue referral",
);
export const consentDoesNotCover = defineProblem(
  "consent-does-not-cover",
  409,
  "The offer cannot rest on this consent",
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
export const recipientAnswersItself = defineProblem(
  "recipient-answers-itself",
  409,
  "This partner answers for itself",
  "Only what a partner without a login says on the telephone is recorded for it.",
);
export const questionAlreadyDisclosed = defineProblem(
  "question-already-disclosed",
  409,
  "The caller is known to another partner for this help question",
  "One introduction at a time: end the other referral first.",
);
export const introductionTooLate = defineProblem(
  "introduction-too-late",
  409,
  "An introduction is fixed for the coming 60 days",
  "Choose a time from now on, within 60 days.",
);
export const disclosureUnfit = defineProblem(
  "disclosure-unfit",
  409,
  "The sealed disclosure does not fit the referral",
);
export const disclosureNotYet = defineProblem(
  "disclosure-not-yet",
  409,
  "Nothing is disclosed yet",
  "Who the caller is, you learn once the introduction is fixed.",
);
export const serviceAlreadyAsked = defineProblem(
  "service-already-asked",
  409,
  "This service is asked already",
  "Another referral of the same help question to this service is open. Wait for its answer, or withdraw it first.",
);
export const recipientSuspended = defineProblem(
  "recipient-suspended",
  409,
  "The recipient is suspended",
  "Nothing about the caller is disclosed to an organization that cannot take part now. Its deadlines stand still. Try another service, or wait.",
);
export const disclosureKeyRevoked = defineProblem(
  "disclosure-key-revoked",
  410,
  "It was sealed to a key that you revoked",
  "What was sealed for you is given out to nobody any more. The helpline has been told: once it has sealed it anew, to a key of yours that is good, fetch again.",
);
export const disclosureGone = defineProblem(
  "disclosure-gone",
  410,
  "There is nothing to fetch any more",
  "The handoff has ended, or a disclosure under a one-time code was fetched once. Ask the helpline.",
);
export const contactNotTwoPersons = defineProblem(
  "contact-not-two-persons",
  409,
  "Two persons confirm a contact",
  "Who wrote down the partner's word cannot confirm it for the helpline too. Let the caller or a colleague do so.",
);
export const introductionNotYet = defineProblem(
  "introduction-not-yet",
  409,
  "The introduction has not taken place yet",
  "Confirm or report it from the time on for which it is fixed.",
);
export const feedbackNotAgreed = defineProblem(
  "feedback-not-agreed",
  409,
  "The caller has not agreed that you report back",
  "What came of it is then the caller's own to tell.",
);
export const alreadyHeld = defineProblem(
  "already-held",
  409,
  "A referral is held once",
  "It has been held before. Withdraw it, or let its deadline run.",
);
export const holdTooLong = defineProblem(
  "hold-too-long",
  409,
  "A referral is held for 30 days at most",
  "Choose a day from now on, within 30 days.",
);
export const referralStillOpen = defineProblem(
  "referral-still-open",
  409,
  "The referral has not ended",
  "Only a referral that was declined, withdrawn or has lapsed is continued with another service.",
);
export const obligationNotFound = defineProblem("obligation-not-found", 404, "No such obligation");
export const obligationMet = defineProblem(
  "obligation-met",
  409,
  "The obligation has been met in another way",
  "It holds another answer already.",
);
export const openedAfterAll = defineProblem(
  "opened-after-all",
  409,
  "It was opened",
  "What was fetched is deleted, or kept on a legal ground.",
);

export const overrideNotFound = defineProblem("override-not-found", 404, "No such override");
export const overrideMakerNotFound = defineProblem(
  "override-maker-not-found",
  404,
  "No such member of your participant",
);
export const overrideTooLong = defineProblem(
  "override-too-long",
  409,
  "An override ends in the future, within 90 days",
  "Choose an earlier end, or leave it out: then it is 30 days.",
);
export const overrideEnded = defineProblem("override-ended", 409, "The override has ended");
export const overrideNotInForce = defineProblem(
  "override-not-in-force",
  409,
  "The offer cannot rest on this override",
  "It is another case's or another recipient's, waits for another member, or has ended.",
);
export const secondMemberNeeded = defineProblem(
  "second-member-needed",
  409,
  "Another member decides this",
  "Whoever made an override neither approves, nor reviews, nor decides on an objection to it.",
);
export const specialDataRefused = defineProblem(
  "special-data-refused",
  409,
  "The caller refused, and it is theirs to refuse",
  "After a capable caller's refusal a vital interest does not carry health, belief or criminal data. Leave these out, or say in `whose` that the caller cannot consent or that it is another person's life. A duty to report has a ground of its own.",
);
export const nothingToDecide = defineProblem(
  "nothing-to-decide",
  409,
  "There is nothing to decide",
  "It was decided before, or never asked.",
);
export const objectionNeeded = defineProblem(
  "objection-needed",
  409,
  "This handoff does not rest on a consent",
  "Record the caller's objection to the override: the handoff waits from then on, and another member decides.",
);
export const quarterOpen = defineProblem(
  "quarter-open",
  409,
  "This quarter is not over yet",
  "The network is counted by whole quarters, once they are over.",
);
