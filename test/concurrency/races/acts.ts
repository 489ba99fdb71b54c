import type { Person } from "../../world/world.ts";
import { anyOf, introductionOf, offerOf, overrideTerms, type Scene } from "./scene.ts";

export type Basis = "consent" | "override" | "pending";
export type ReferralState = "draft" | "offered" | "accepted" | "scheduled";

export interface Request {
  by: Person;
  method: string;
  path: string;
  body?: object;
}

type Requesting = (scene: Scene) => Request;

/** What can be done at the same time as anything else. Those of one kind take turns. */
export interface Act {
  kind: string;
  name: string;
  request: Requesting;
  /** The state of the referral that it is about; absent where any will do. */
  on?: ReferralState;
  /** What that referral rests on; absent where either will do. */
  basis?: Basis;
  /** It needs an override that waits for its approval. */
  pending?: true;
  /** It needs an objection that waits for its decision. */
  objected?: true;
  /** Once it has answered 200, De Brug is told of none of the scene's callers who they are. */
  closes?: (scene: Scene) => boolean;
  /** What makes the network whole again. */
  undo?: Requesting;
}

/** The clock looks, so many hours after everything was made. */
export interface Look {
  kind: "clock";
  name: string;
  after: number;
}

const always = () => true;
const onConsent = ({ basis }: Scene) => basis === "consent";
const onOverride = ({ basis }: Scene) => basis === "override";
const isOne = ({ referrals }: Scene) => Object.keys(referrals).length === 1;

const eva = ({ cast }: Scene) => cast.world.eva;
const noor = ({ cast }: Scene) => cast.world.noor;
const ilse = (scene: Scene) => scene.ilse;
const privacy = ({ cast }: Scene) => cast.privacy;
const coordinator = ({ cast }: Scene) => cast.coordinator;
const administrator = (scene: Scene) => scene.administrator;

const sends =
  (method: string) =>
  (by: (scene: Scene) => Person, path: (scene: Scene) => string, body?: (scene: Scene) => object) =>
  (scene: Scene): Request => ({
    by: by(scene),
    method,
    path: path(scene),
    ...(body && { body: body(scene) }),
  });
const [post, put, get, remove] = ["POST", "PUT", "GET", "DELETE"].map(sends) as [
  ReturnType<typeof sends>,
  ReturnType<typeof sends>,
  ReturnType<typeof sends>,
  ReturnType<typeof sends>,
];

const of = (state: ReferralState, what: string) => (scene: Scene) =>
  `${scene.referrals[state]?.path}/${what}`;
const ofOverride = (what: string) => (scene: Scene) => `/overrides/${scene.overrideId}/${what}`;
const participant = ({ cast: { world } }: Scene) => `/participants/${world.bridge.id}/suspension`;
const client = ({ cast: { world } }: Scene) => `/clients/${world.bridge.clientId}/suspension`;
const member = (scene: Scene) => `/members/${noor(scene).memberId}/suspension`;
const suspended = (is: boolean) => () => ({ suspended: is });

const withdrawConsent = post(eva, ({ consentId }) => `/consents/${consentId}/withdrawal`);
const withdrawReferral = post(eva, (scene) => `${anyOf(scene).path}/withdrawal`);
const recordOverride = post(
  eva,
  ({ caseId }) => `/cases/${caseId}/overrides`,
  ({ cast }) => overrideTerms(cast),
);
const approve = post(ilse, ({ pendingId }) => `/overrides/${pendingId}/approval`);
const offer = post(eva, of("draft", "offer"), offerOf);
const accept = post(noor, of("offered", "acceptance"), () => ({ name: "Noor", contact: "030-1234567" }));
const introduce = post(eva, of("accepted", "introduction"), introductionOf);
const fetchIt = get(noor, of("scheduled", "disclosure"));
const review = (upheld: boolean) => post(ilse, ofOverride("review"), () => ({ upheld }));
const object = post(eva, ofOverride("objection"));
const honor = post(ilse, ofOverride("objection-decision"), () => ({ honored: true }));
const erase = post(
  privacy,
  ({ caseId }) => `/cases/${caseId}/erasure`,
  () => ({ reason: "caller-request" }),
);
const suspend = (path: (scene: Scene) => string, by: (scene: Scene) => Person) => ({
  request: put(by, path, suspended(true)),
  undo: put(by, path, suspended(false)),
  closes: always,
});
const suspendMember = { request: put(administrator, member), undo: remove(administrator, member) };

export const acts: readonly (Act | Look)[] = [
  { kind: "refusal", name: "withdrawConsent", request: withdrawConsent, closes: onConsent },
  { kind: "refusal", name: "withdrawReferral", request: withdrawReferral, basis: "consent", closes: isOne },
  { kind: "override", name: "recordOverride", request: recordOverride },
  { kind: "approval", name: "approveOverride", request: approve, pending: true },
  { kind: "offer", name: "offerReferral", request: offer, on: "draft" },
  { kind: "acceptance", name: "acceptReferral", request: accept, on: "offered" },
  { kind: "introduction", name: "fixIntroduction", request: introduce, on: "accepted" },
  { kind: "fetch", name: "fetchDisclosure", request: fetchIt, on: "scheduled" },
  { kind: "review", name: "refuseReview", request: review(false), basis: "override", closes: onOverride },
  { kind: "review", name: "upholdReview", request: review(true), basis: "override" },
  { kind: "objection", name: "objectToOverride", request: object, basis: "override" },
  {
    kind: "objection",
    name: "honorObjection",
    request: honor,
    basis: "override",
    objected: true,
    closes: onOverride,
  },
  { kind: "erasure", name: "eraseCase", request: erase, closes: always },
  { kind: "suspension", name: "suspendParticipant", ...suspend(participant, coordinator) },
  { kind: "suspension", name: "suspendMember", ...suspendMember, closes: always },
  { kind: "suspension", name: "suspendClient", ...suspend(client, administrator) },
  { kind: "clock", name: "tick after a day", after: 30 },
  { kind: "clock", name: "tick after two days", after: 49 },
  { kind: "clock", name: "tick after eight days", after: 200 },
];

export const kinds = [...new Set(acts.map(({ kind }) => kind))];

/** The act of a kind whose turn it is. */
export function actOf(kind: string, turn: number): Act | Look {
  const found = acts.filter((act) => act.kind === kind);
  const act = found[turn % found.length];
  if (!act) throw new Error(`no act of ${kind}`);
  return act;
}

export const isLook = (act: Act | Look): act is Look => "after" in act;
