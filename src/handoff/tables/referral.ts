import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { domains, services } from "../../directory/schema.ts";
import { members, participants } from "../../identity/schema.ts";
import { handreiking, time, twoPartyTable } from "../../platform/table.ts";
import {
  ageBands,
  declineReasons,
  languages,
  provinces,
  relations,
  safetyFlags,
  subjects,
  urgencies,
} from "../codes.ts";
import { endedStates, liveStates, referralStates } from "../referral.ts";
import { cases, helpQuestions } from "./case.ts";
import { codesOnly, list, set } from "./conditions.ts";

/** One help question offered to one service of one participant. */
export const referrals = handreiking.table(
  "referral",
  {
    id: uuid("id").primaryKey(),
    senderId: uuid("sender_id")
      .notNull()
      .references(() => participants.id),
    recipientId: uuid("recipient_id")
      .notNull()
      .references(() => participants.id),
    caseId: uuid("case_id").notNull(),
    helpQuestionId: uuid("help_question_id").notNull(),
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id),
    draftedBy: uuid("drafted_by").notNull(),
    state: text("state", { enum: referralStates }).notNull(),
    /** The audit entry of the last move. */
    moveId: uuid("move_id").notNull(),
    movedAt: time("moved_at").notNull(),

    consentId: uuid("consent_id"),
    overrideId: uuid("override_id"),
    /** When the basis ends by itself: a copy that the recipient's moves can compare with. */
    basisExpiresAt: time("basis_expires_at"),

    // The coded summary, as it was when drafted.
    domain: text("domain", { enum: domains }).notNull(),
    topics: text("topics").array().notNull(),
    relation: text("relation", { enum: relations }).notNull(),
    ageBand: text("age_band", { enum: ageBands }).notNull(),
    ageBandOf: text("age_band_of", { enum: subjects }).notNull(),
    language: text("language", { enum: languages }).notNull(),
    province: text("province", { enum: provinces }),
    urgency: text("urgency", { enum: urgencies }).notNull(),
    safetyFlags: text("safety_flags", { enum: safetyFlags }).array().notNull(),

    draftedAt: time("drafted_at").notNull(),
    offeredAt: time("offered_at"),
    acknowledgedAt: time("acknowledged_at"),
    acknowledgedByFunction: text("acknowledged_by_function"),
    acknowledgedByName: text("acknowledged_by_name"),
    acceptedAt: time("accepted_at"),
    acceptedByName: text("accepted_by_name"),
    acceptedByContact: text("accepted_by_contact"),
    declineReason: text("decline_reason", { enum: declineReasons }),
    betterServiceId: uuid("better_service_id").references(() => services.id),
    endedAt: time("ended_at"),
    /** The next deadline of a live referral. */
    dueAt: time("due_at"),
    /** When the offer is to be accepted or declined, as agreed when it was made. */
    answerDueAt: time("answer_due_at"),

    ended: boolean("ended")
      .notNull()
      .generatedAlwaysAs(sql`state in (${list(endedStates)})`),
    disclosed: boolean("disclosed").notNull().generatedAlwaysAs(sql`state in ('scheduled', 'connected')`),
    // True while the referral rests on its basis, else null: then the keys onto consent and override ask nothing.
    needsLive: boolean("needs_live").generatedAlwaysAs(
      sql`case when state in (${list(liveStates)}) then true end`,
    ),
    basisPurpose: text("basis_purpose").notNull().generatedAlwaysAs(sql`'handoff'`),
  },
  (t) => [
    unique("referral_parties").on(t.id, t.senderId, t.recipientId),
    uniqueIndex("referral_one_disclosure").on(t.helpQuestionId).where(sql`disclosed`),
    index("referral_inbox").on(t.recipientId, t.offeredAt, t.id).where(sql`offered_at is not null`),
    index("referral_outbox").on(t.senderId, t.draftedAt, t.id),
    index("referral_of_consent").on(t.consentId),
    index("referral_of_question").on(t.helpQuestionId),
    foreignKey({
      name: "referral_question",
      columns: [t.helpQuestionId, t.caseId, t.senderId],
      foreignColumns: [helpQuestions.id, helpQuestions.caseId, helpQuestions.participantId],
    }),
    foreignKey({
      name: "referral_relation",
      columns: [t.caseId, t.senderId, t.relation],
      foreignColumns: [cases.id, cases.participantId, cases.relation],
    }),
    foreignKey({
      name: "referral_drafter",
      columns: [t.draftedBy, t.senderId],
      foreignColumns: [members.id, members.participantId],
    }),
    check("referral_two_parties", sql`sender_id <> recipient_id`),
    check("referral_state", sql`state in (${list(referralStates)})`),
    check(
      "referral_codes",
      sql`domain in (${list(domains)}) and age_band in (${list(ageBands)}) and age_band_of in (${list(subjects)}) and language in (${list(languages)}) and (province is null or province in (${list(provinces)})) and safety_flags <@ ${set(safetyFlags)} and (decline_reason is null or decline_reason in (${list(declineReasons)}))`,
    ),
    check("referral_topics", codesOnly),
    // Acute is a phone call.
    check("referral_not_acute", sql`urgency in ('normal', 'urgent')`),
    check(
      "referral_basis",
      sql`case when offered_at is null then num_nonnulls(consent_id, override_id, basis_expires_at) = 0 else num_nonnulls(consent_id, override_id) = 1 and basis_expires_at is not null end`,
    ),
    check("referral_basis_in_force", sql`needs_live is null or moved_at < basis_expires_at`),
    check("referral_offered", sql`state in ('draft', 'withdrawn') or offered_at is not null`),
    check("referral_draft", sql`state <> 'draft' or offered_at is null`),
    check("referral_deadline", sql`(due_at is not null) = (needs_live is not null)`),
    check("referral_ended", sql`(ended_at is not null) = (state in (${list(endedStates)}))`),
    check(
      "referral_accepted",
      sql`num_nonnulls(accepted_at, accepted_by_name, accepted_by_contact) in (0, 3) and (state not in ('accepted', 'scheduled', 'connected', 'completed') or accepted_at is not null)`,
    ),
    check(
      "referral_acknowledged",
      sql`num_nonnulls(acknowledged_at, acknowledged_by_function) in (0, 2) and (state <> 'acknowledged' or acknowledged_at is not null)`,
    ),
    check("referral_declined", sql`(state = 'declined') = (decline_reason is not null)`),
    ...twoPartyTable(t.senderId, t.recipientId, t.offeredAt),
  ],
);

export type ReferralRow = typeof referrals.$inferSelect;
