/**
 * What an entry says was taken away, or given back where an act can be undone. Those of one line are the states of one
 * thing: the last of them holds.
 */
export const families = [
  ["consent-withdrawn"],
  ["refused"],
  ["referral-ended"],
  ["override-ended", "override-refused", "objection-honored"],
  ["override-objected", "objection-overruled"],
  ["identity-released"],
  ["obligation-raised"],
  ["obligation-met"],
  ["code-spent"],
  ["case-erased"],
  ["request-erased"],
  ["request-ended"],
  ["appointment-ended"],
  ["contact-forgotten"],
  ["code-word-ended"],
  ["code-word-spent"],
  ["request-word-spent"],
  ["case-owner"],
  ["case-access-ended", "case-access-given"],
  ["cover-ended"],
  ["participant-key-revoked"],
  ["client-key-revoked"],
  ["participant-suspended", "participant-readmitted"],
  ["member-suspended", "member-reinstated"],
  ["client-suspended", "client-readmitted"],
  ["member-roles"],
  ["client-terms"],
  ["partnership"],
  ["two-persons"],
  ["proposal-rejected"],
  ["session-ended"],
  ["passkey-revoked"],
  ["invitation-ended"],
  ["calendar-revoked"],
  ["web-form"],
  ["provider-ended"],
  ["identity-unlinked"],
  ["article-withdrawn"],
] as const;

export type EntryKind = (typeof families)[number][number];

export const entryKinds: readonly EntryKind[] = families.flat();

const familyOf = new Map<EntryKind, number>(families.flatMap((kinds, n) => kinds.map((kind) => [kind, n])));

export interface Entry {
  number: number;
  id: string;
  kind: EntryKind;
  subjectId: string;
  /** Whose record it is: on whose behalf the act is done again. */
  participantId: string;
  /** The other party, or the other record that it is about. */
  otherId: string | null;
  /** What holds since, in codes: roles, scopes, a reason. */
  codes: readonly string[];
  at: Date;
}

/** The thing whose state an entry tells. */
const thingOf = ({ kind, subjectId, otherId }: Entry): string =>
  kind.startsWith("case-access") || kind === "refused"
    ? `${familyOf.get(kind)} ${subjectId} ${otherId}`
    : `${familyOf.get(kind)} ${subjectId}`;

/** The entries that still hold: of each thing the last, in the order of their numbers. */
export function lastStates(entries: readonly Entry[]): Entry[] {
  const last = new Map<string, Entry>();
  for (const entry of entries) last.set(thingOf(entry), entry);
  return entries.filter((entry) => last.get(thingOf(entry)) === entry);
}
