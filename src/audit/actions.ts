/** What each kind of record is dealt with for: the only purposes there are. A kind that is not here cannot be audited. */
const purposeOfCaseKind = {
  case: "helping",
  "help-question": "helping",
  contact: "helping",
  "safe-contact": "helping",
  "code-word": "helping",
  note: "helping",
  notes: "helping",
  consent: "handing-over",
  override: "handing-over",
  refusal: "handing-over",
  "override-request": "handing-over",
  emergency: "protection",
  referral: "handing-over",
  "referral-summary": "handing-over",
  disclosure: "handing-over",
  obligation: "handing-over",
  received: "letting-go",
  "access-log": "answering-caller",
  conversation: "helping",
  "case-hand-over": "helping",
} as const;

const purposeOfKind = {
  referrals: "handing-over",
  organization: "directory",
  service: "directory",
  location: "directory",
  entry: "directory",
  capacity: "directory",
  correction: "directory",
  duplicate: "directory",
  synonym: "directory",
  directory: "directory",
  import: "directory",
  "verification-round": "directory",
  participant: "administration",
  partnership: "administration",
  member: "administration",
  client: "administration",
  "client-key": "administration",
  "identity-provider": "administration",
  passkey: "administration",
  session: "administration",
  proposal: "administration",
  "two-persons": "administration",
  "participant-key": "administration",
  keys: "administration",
  audit: "oversight",
  "audit-checkpoint": "oversight",
  "override-release": "oversight",
  "audit-segment": "letting-go",
  request: "protection",
  cover: "administration",
  "callback-request": "helping",
  appointment: "helping",
  availability: "administration",
  "web-form": "administration",
  calendar: "administration",
  mailbox: "helping",
  movement: "counting",
  signal: "counting",
  statistics: "counting",
  article: "sharing-knowledge",
} as const;

/** What does not follow from the kind alone. */
const purposeOfAction: Readonly<Record<string, Purpose>> = {
  "case.exported": "answering-caller",
  "case.erased": "letting-go",
  "contact.deleted": "letting-go",
  "callback-request.erased": "letting-go",
  "callback-request.forgotten": "letting-go",
};

export const purposes = [
  "helping",
  "handing-over",
  "answering-caller",
  "letting-go",
  "directory",
  "administration",
  "oversight",
  "protection",
  "counting",
  "sharing-knowledge",
] as const;
export type Purpose = (typeof purposes)[number];

/** What was done with something of a case: the entry names the case. As record and past participle: `referral.accepted`. */
export type CaseAction = `${keyof typeof purposeOfCaseKind}.${string}`;
export type OtherAction = `${keyof typeof purposeOfKind}.${string}`;
export type Action = CaseAction | OtherAction;

const purposeByKind: Readonly<Record<string, Purpose>> = { ...purposeOfCaseKind, ...purposeOfKind };

/** Why it was done. */
export function purposeOf(action: Action): Purpose {
  const [kind = ""] = action.split(".");
  const purpose = purposeOfAction[action] ?? purposeByKind[kind];
  if (!purpose) throw new Error("an action of an unknown kind cannot be audited");
  return purpose;
}

const participles: Readonly<Record<string, readonly string[]>> = {
  create: [
    "added-to",
    "arranged",
    "step-decided",
    "added",
    "admitted",
    "invited",
    "started",
    "drafted",
    "made",
    "opened",
    "planned",
    "proposed",
    "received",
    "recorded",
    "registered",
    "released",
    "reviewed",
    "written",
    "feedback-given",
  ],
  read: [
    "exported",
    "listed",
    "looked-up",
    "matched",
    "not-matched",
    "locked",
    "previewed",
    "read",
    "receipt-issued",
  ],
  delete: ["deleted", "dismissed", "erased", "forgotten", "note-expired", "removed"],
  execute: ["chased", "due", "nudged", "overdue", "rewrapped"],
};

export const dealings = ["create", "read", "update", "delete", "execute"] as const;
export type Dealing = (typeof dealings)[number];

/** What kind of dealing it was, by the letters that NEN 7513 takes from DICOM: C, R, U, D and E. */
export function dealingOf(action: string): Dealing {
  if (action === "request.refused") return "execute";
  const [, participle = ""] = action.split(".");
  return dealings.find((dealing) => participles[dealing]?.includes(participle)) ?? "update";
}
