import {
  type ConsentRow,
  consentTexts,
  type HelpQuestionChangeRow,
  type HelpQuestionRow,
} from "../../cases/index.ts";
import type { EmergencyRow, OverrideRow } from "../schema.ts";
import type { CaseRows } from "./store.ts";
import type { CaseExport } from "./wire.ts";

type Names = CaseRows["names"];
const nameOf = (names: Names, id: string) => names.get(id) ?? "";

export const presentQuestion = (
  row: HelpQuestionRow,
  words: string | undefined,
  changes: readonly HelpQuestionChangeRow[],
): CaseExport["helpQuestions"][number] => ({
  domain: row.domain,
  topics: row.topics,
  ...(words && { ownWords: words }),
  addedAt: row.addedAt.toISOString(),
  ...(row.endedAt && row.endReason && { endedAt: row.endedAt.toISOString(), endReason: row.endReason }),
  history: changes
    .filter(({ helpQuestionId }) => helpQuestionId === row.id)
    .map(({ at, nextAction, nextActionOn }) => ({
      at: at.toISOString(),
      ...(nextAction && nextActionOn && { nextAction, nextActionOn }),
    })),
});

export const presentConsent = (row: ConsentRow, names: Names): CaseExport["consents"][number] => ({
  recipient: nameOf(names, row.recipientId),
  subject: row.subject,
  purpose: row.purpose,
  categories: row.categories,
  capacity: row.capacity,
  method: row.method,
  text: textOf(row),
  givenAt: row.givenAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  ...(row.withdrawnAt && { withdrawnAt: row.withdrawnAt.toISOString() }),
});

const textOf = (row: ConsentRow): string[] =>
  consentTexts.find(
    (text) =>
      text.version === row.textVersion &&
      text.purpose === row.purpose &&
      text.language === row.textLanguage &&
      text.capacity === row.capacity &&
      text.relations.includes(row.relation),
  )?.paragraphs ?? [];

export const presentHandOver = ({
  at,
  kind,
  reason,
}: CaseRows["handOvers"][number]): CaseExport["handOvers"][number] => ({
  at: at.toISOString(),
  kind,
  reason,
});

export const presentOverride = (
  row: OverrideRow,
  necessity: string,
  names: Names,
): CaseExport["overrides"][number] => ({
  recipient: nameOf(names, row.recipientId),
  subject: row.subject,
  categories: row.categories,
  ground: row.ground,
  necessity,
  callerTold: row.callerTold,
  madeAt: row.madeAt.toISOString(),
  ...(row.objectedAt && { objectedAt: row.objectedAt.toISOString() }),
  ...(row.endedAt && { endedAt: row.endedAt.toISOString() }),
});

export const presentEmergency = (
  row: EmergencyRow,
  said: { words: string; newSince?: string } | undefined,
): CaseExport["emergencies"][number] => ({
  told: row.told,
  toldAt: row.toldAt.toISOString(),
  categories: row.categories,
  whose: row.whose,
  danger: row.danger,
  words: said?.words ?? "",
  ...(said?.newSince && { newSince: said.newSince }),
  tried: row.tried,
  recordedAt: row.recordedAt.toISOString(),
  ...(row.reviewedAt && row.finding && { reviewedAt: row.reviewedAt.toISOString(), finding: row.finding }),
});

export function presentHandoff(
  { referral: row, service, obligation }: CaseRows["offered"][number],
  names: Names,
): CaseExport["handoffs"][number] {
  return {
    recipient: nameOf(names, row.recipientId),
    service,
    offeredAt: (row.offeredAt ?? row.draftedAt).toISOString(),
    state: row.state,
    ...(row.endedAt && { endedAt: row.endedAt.toISOString() }),
    summary: {
      domain: row.domain,
      topics: row.topics,
      relation: row.relation,
      ageBand: row.ageBand,
      ageBandOf: row.ageBandOf,
      language: row.language,
      ...(row.province && { province: row.province }),
      safetyFlags: row.safetyFlags,
    },
    ...(row.introductionAt &&
      row.introductionChannel && {
        introduction: { at: row.introductionAt.toISOString(), channel: row.introductionChannel },
      }),
    ...(row.scheduledAt &&
      row.disclosedCategories && {
        disclosed: {
          categories: row.disclosedCategories,
          since: row.scheduledAt.toISOString(),
          ...(row.fetchedAt && { learnedAt: row.fetchedAt.toISOString() }),
        },
      }),
    ...(row.outcome && { outcome: row.outcome }),
    ...(obligation && {
      deletion: {
        askedAt: obligation.raisedAt.toISOString(),
        ...(obligation.endedAt && { answeredAt: obligation.endedAt.toISOString() }),
        ...(obligation.endedAs && { answer: obligation.endedAs }),
        ...(obligation.ground && { ground: obligation.ground }),
        ...(obligation.retainedUntil && { retainedUntil: obligation.retainedUntil }),
      },
    }),
  };
}

export const presentLook = (row: CaseRows["looks"][number], names: Names): CaseExport["looks"][number] => ({
  at: row.at.toISOString(),
  organization: nameOf(names, row.participantId),
  by: row.actorKind,
  action: row.action,
});
