import type { Person } from "../../world/world.ts";
import type { Action } from "./commands.ts";
import type { Model } from "./model.ts";
import { picked } from "./rules.ts";
import { consentFor, type Stage, sealed, told } from "./stage.ts";

export interface Request {
  by: Person;
  method: string;
  path: string;
  body?: object;
}

/** The request that an action is; undefined where there is nothing yet that it could be about. */
export function requestOf(
  stage: Stage,
  model: Model,
  action: Action,
): Promise<Request | undefined> | Request | undefined {
  switch (action.kind) {
    case "draft":
    case "agree":
    case "override":
    case "refuse":
      return ofQuestion(stage, action);
    case "release":
      return releasing(stage, action.question % 3);
    case "withdrawConsent": {
      const consent = picked(model.consents, action.consent);
      const id = picked(stage.consentIds, action.consent);
      if (!consent || !id) return undefined;
      return post(stage.writer(consent.question, action.writer), `/consents/${id}/withdrawal`);
    }
    case "approve":
    case "object":
    case "withdrawOverride":
    case "review":
    case "decide":
      return ofOverride(stage, model, action);
    default:
      return ofReferral(stage, model, action);
  }
}

const post = (by: Person, path: string, body?: object): Request => ({
  by,
  method: "POST",
  path,
  ...(body && { body }),
});

function ofQuestion(
  stage: Stage,
  action: Extract<Action, { kind: "draft" | "agree" | "override" | "refuse" }>,
): Request {
  const question = action.question % 3;
  const { owner, colleague } = stage.of(question);
  const { caseId, questionId } = stage.question(question);
  const { id: recipientId, serviceId } = stage.recipient(action.partner);
  switch (action.kind) {
    case "draft":
      return post(owner, "/referrals", {
        helpQuestionId: questionId,
        serviceId,
        ageBand: "26-64",
        ageBandOf: "caller",
        urgency: "normal",
      });
    case "agree":
      return post(owner, `/cases/${caseId}/consents`, {
        ...consentFor(action.purpose),
        recipientId,
        expiresAt: action.ends?.toISOString(),
      });
    case "refuse":
      return post(stage.writer(question, action.writer), `/cases/${caseId}/refusals`, { recipientId });
    default:
      return post(owner, `/cases/${caseId}/overrides`, {
        recipientId,
        subject: "caller",
        categories: ["contact"],
        ground: action.ground,
        consultedId: colleague.memberId,
        callerTold: "not-told-danger",
        afterRefusal: false,
        necessity: "In danger.",
        expiresAt: action.ends?.toISOString(),
      });
  }
}

/** A coordinator does it signed in. */
async function releasing(stage: Stage, question: number): Promise<Request> {
  const { owner, coordinator } = stage.of(question);
  return post(await stage.world.signIn(coordinator), `/members/${owner.memberId}/override-release`);
}

const decisions = {
  approve: "approval",
  object: "objection",
  withdrawOverride: "withdrawal",
  review: "review",
  decide: "objection-decision",
};

/** Decided by a second person, who is signed in. */
const inPerson: ReadonlySet<string> = new Set(["approve", "review", "decide"]);

async function ofOverride(
  stage: Stage,
  model: Model,
  action: Extract<Action, { override: number }>,
): Promise<Request | undefined> {
  const override = picked(model.overrides, action.override);
  const id = picked(stage.overrideIds, action.override);
  if (!override || !id) return undefined;
  const writer = stage.writer(override.question, action.writer);
  const by = inPerson.has(action.kind) ? await stage.world.signIn(writer) : writer;
  const path = `/overrides/${id}/${decisions[action.kind]}`;
  if (action.kind === "review") return post(by, path, { upheld: action.yes });
  return action.kind === "decide" ? post(by, path, { honored: action.yes }) : post(by, path);
}

type OfReferral = Extract<Action, { referral: number }>;

function ofReferral(stage: Stage, model: Model, action: OfReferral): Promise<Request> | Request | undefined {
  const referral = picked(model.referrals, action.referral);
  const id = picked(stage.referralIds, action.referral);
  if (!referral || !id) return undefined;
  const path = `/referrals/${id}`;
  const { owner } = stage.of(referral.question);
  const { noor } = stage.world;
  const sideOf = (side: "helpline" | "recipient") => (side === "helpline" ? owner : noor);
  switch (action.kind) {
    case "offer": {
      const ids = action.on === "consent" ? stage.consentIds : stage.overrideIds;
      const basis = picked(ids, action.basis);
      if (!basis) return undefined;
      return post(owner, `${path}/offer`, { [`${action.on}Id`]: basis });
    }
    case "acknowledge":
      return post(noor, `${path}/acknowledgement`, { function: `${action.variant}` });
    case "accept":
      return post(noor, `${path}/acceptance`, { name: "Noor", contact: `${action.variant}` });
    case "decline":
      return post(noor, `${path}/declination`, { reason: action.variant ? "safety" : "no-capacity" });
    case "propose":
      return {
        by: noor,
        method: "PUT",
        path: `${path}/proposed-times`,
        body: { times: [action.at?.toISOString()] },
      };
    case "fetch":
      return { by: noor, method: "GET", path: `${path}/disclosure` };
    case "fix":
      return fixing(stage, referral.question, id, action);
    case "reschedule": {
      const body = { at: action.at?.toISOString(), channel: "video" };
      return { by: owner, method: "PUT", path: `${path}/introduction`, body };
    }
    case "miss":
      return post(sideOf(action.side), `${path}/missed-introductions`);
    case "confirm":
      return action.side === "recipient"
        ? post(noor, `${path}/contact-confirmation`, { confirmedBy: "partner" })
        : confirming(stage, referral.question, id, action);
    case "report":
      return post(sideOf(action.side), `${path}/outcome`, { outcome: action.variant ? "helped" : "partly" });
    case "hold":
      return post(owner, `${path}/hold`, { until: action.until?.toISOString() });
    case "withdraw":
      return post(stage.writer(referral.question, "colleague"), `${path}/withdrawal`);
    case "continue":
      return post(owner, `${path}/continuation`, { serviceId: stage.recipient(action.partner).serviceId });
    case "spoken":
      return post(
        stage.writer(referral.question, action.writer),
        `${path}/spoken-answers`,
        spokenBody(action),
      );
    default:
      return post(sideOf(action.side), `/obligations/${id}/fulfilment`, {
        endedAs: action.as,
        function: "intake",
        ...(action.as === "retained" && { ground: "legal-claim", retainedUntil: "2030-01-01" }),
      });
  }
}

/** Signed in: it may be the second person of two of one helpline. */
async function confirming(
  stage: Stage,
  question: number,
  id: string,
  { writer, by }: Extract<Action, { kind: "confirm" }>,
): Promise<Request> {
  const signedIn = await stage.world.signIn(stage.writer(question, writer));
  return post(signedIn, `/referrals/${id}/contact-confirmation`, { confirmedBy: by });
}

const spokenBody = ({ said, variant }: Extract<Action, { kind: "spoken" }>) => ({
  answer: said,
  by: { name: `Noor ${variant}`, function: "intake", ...(said === "accepted" && { contact: "030-1234567" }) },
  ...(said === "declined" && { reason: variant ? "safety" : "no-capacity" }),
});

async function fixing(
  stage: Stage,
  question: number,
  id: string,
  { spoken, at }: Extract<Action, { kind: "fix" | "reschedule" }>,
): Promise<Request> {
  const disclosure = spoken ? told : await sealed(id, { consentId: id });
  const body = { at: at?.toISOString(), channel: "video", disclosure };
  return post(stage.of(question).owner, `/referrals/${id}/introduction`, body);
}
