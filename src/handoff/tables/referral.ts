import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ageBands, dataCategories, languages, provinces, relations, subjects } from "../../cases/index.ts";
import { cases, codesOnly, helpQuestions } from "../../cases/schema.ts";
import { domains, services } from "../../directory/schema.ts";
import { members, participantKeys, participants } from "../../identity/schema.ts";
import {
  bothPartiesTable,
  bytes,
  handreiking,
  list,
  set,
  systemTable,
  time,
  twoPartyTable,
} from "../../platform/database/table.ts";
import {
  declineReasons,
  disclosureMethods,
  introductionChannels,
  outcomes,
  safetyFlags,
  sides,
  urgencies,
} from "../codes.ts";
import { type Terms, urgingStages } from "../referrals/deadlines.ts";
import { endedStates, liveStates, referralStates, steps } from "../referrals/referral.ts";

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
    /** The last move: what it was, its audit entry, and when. */
    lastStep: text("last_step", { enum: steps }).notNull(),
    moveId: uuid("move_id").notNull(),
    movedAt: time("moved_at").notNull(),
    /** The referral that this one continues with another service. */
    continuesId: uuid("continues_id"),

    consentId: uuid("consent_id"),
    overrideId: uuid("override_id"),
    /** Until when the basis carries it if nobody does what is due: a copy that the recipient's moves can compare with. */
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

    /**
     * By how many milliseconds what one cause ends at one time is told later to this recipient than to another of the
     * same case. Nobody is shown it.
     */
    toldApart: integer("told_apart").notNull().default(sql`floor(random() * 5000)::int`),

    draftedAt: time("drafted_at").notNull(),
    offeredAt: time("offered_at"),
    /** The response times as agreed when it was offered. */
    terms: jsonb("terms").$type<Terms>(),
    acknowledgedAt: time("acknowledged_at"),
    acknowledgedByFunction: text("acknowledged_by_function"),
    acknowledgedByName: text("acknowledged_by_name"),
    acceptedAt: time("accepted_at"),
    acceptedByName: text("accepted_by_name"),
    acceptedByContact: text("accepted_by_contact"),
    declineReason: text("decline_reason", { enum: declineReasons }),
    betterServiceId: uuid("better_service_id").references(() => services.id),
    /** The times that the recipient proposed for the introduction. */
    proposedTimes: timestamp("proposed_times", { withTimezone: true }).array(),
    scheduledAt: time("scheduled_at"),
    introductionAt: time("introduction_at"),
    introductionChannel: text("introduction_channel", { enum: introductionChannels }),
    /** How often the introduction was fixed and then missed. */
    missedTimes: integer("missed_times").notNull().default(0),
    /** When that was last said: a time fixed before then was missed once, however often it is said. */
    missedAt: time("missed_at"),
    /** Whose data categories were disclosed last: codes, kept for the caller's right to know. */
    disclosedCategories: text("disclosed_categories", { enum: dataCategories }).array(),
    /** When the recipient first fetched, or was told, who the caller is. */
    fetchedAt: time("fetched_at"),
    connectedAt: time("connected_at"),
    outcome: text("outcome", { enum: outcomes }),
    outcomeBy: text("outcome_by", { enum: sides }),
    heldUntil: time("held_until"),
    /** Since when it waits: the caller refused, and another member decides on that. */
    suspendedAt: time("suspended_at"),
    /** How many seconds of the present deadline it waited so, and gets back. */
    givenBack: integer("given_back").notNull().default(0),
    endedAt: time("ended_at"),
    /** Since when its recipient sees it no more: it had ended long enough ago. */
    forgottenAt: time("forgotten_at"),

    /** The next deadline of a live referral, and how far its passing has been told. */
    dueAt: time("due_at"),
    nudgeAt: time("nudge_at"),
    overdueAt: time("overdue_at"),
    lapseAt: time("lapse_at"),
    stage: text("stage", { enum: urgingStages }).notNull(),
    /** When the clock has to look at it next. */
    wakeAt: time("wake_at"),

    ended: boolean("ended")
      .notNull()
      .generatedAlwaysAs(sql`state in (${list(endedStates)})`),
    /** The states in which the recipient may fetch who the caller is. */
    disclosed: boolean("disclosed").notNull().generatedAlwaysAs(sql`state in ('scheduled', 'connected')`),
    // True while the referral rests on its basis, else null: then the keys onto consent and override ask nothing.
    needsLive: boolean("needs_live").generatedAlwaysAs(
      sql`case when state in (${list(liveStates)}) then true end`,
    ),
    /** Whether a live one is suspended; null once it is not live. */
    suspended: boolean("suspended").generatedAlwaysAs(
      sql`case when state in (${list(liveStates)}) then suspended_at is not null end`,
    ),
    basisPurpose: text("basis_purpose").notNull().generatedAlwaysAs(sql`'handoff'`),
  },
  (t) => [
    unique("referral_parties").on(t.id, t.senderId, t.recipientId),
    unique("referral_disclosed").on(t.id, t.senderId, t.recipientId, t.disclosed),
    uniqueIndex("referral_one_disclosure").on(t.helpQuestionId).where(sql`disclosed`),
    // One service is asked once at a time.
    uniqueIndex("referral_one_offer").on(t.helpQuestionId, t.serviceId).where(sql`needs_live`),
    unique("referral_told_apart").on(t.caseId, t.toldApart),
    index("referral_inbox").on(t.recipientId, t.offeredAt, t.id).where(sql`offered_at is not null`),
    index("referral_outbox").on(t.senderId, t.draftedAt, t.id),
    index("referral_of_consent").on(t.consentId),
    index("referral_of_override").on(t.overrideId).where(sql`override_id is not null`),
    index("referral_of_question").on(t.helpQuestionId),
    index("referral_to_wake").on(t.wakeAt).where(sql`wake_at is not null`),
    foreignKey({
      name: "referral_continues",
      columns: [t.continuesId, t.senderId],
      foreignColumns: [t.id, t.senderId],
    }),
    unique("referral_sender").on(t.id, t.senderId),
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
    check("referral_apart", sql`told_apart between 0 and 4999`),
    // Acute is a phone call.
    check("referral_not_acute", sql`urgency in ('normal', 'urgent')`),
    check(
      "referral_basis",
      sql`case when offered_at is null then num_nonnulls(consent_id, override_id, basis_expires_at) = 0 else num_nonnulls(consent_id, override_id) = 1 and basis_expires_at is not null end`,
    ),
    check("referral_basis_in_force", sql`needs_live is null or moved_at < basis_expires_at`),
    check(
      "referral_suspended",
      sql`given_back >= 0 and (suspended_at is null or override_id is not null and state in (${list(liveStates)}, 'withdrawn'))`,
    ),
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
    check(
      "referral_step",
      sql`last_step in (${list(steps)}) and case when last_step = 'drafted' then state = 'draft' when last_step in (${list(referralStates)}) then last_step = state else state in (${list(liveStates)}) end`,
    ),
    check("referral_terms", sql`(terms is not null) = (offered_at is not null)`),
    check(
      "referral_scheduled",
      sql`num_nonnulls(scheduled_at, introduction_at, introduction_channel, disclosed_categories) in (0, 4) and (state not in ('scheduled', 'connected', 'completed') or scheduled_at is not null) and introduction_channel in (${list(introductionChannels)}) and disclosed_categories <@ ${set(dataCategories)}`,
    ),
    check(
      "referral_missed",
      sql`missed_times between 0 and 3 and (missed_times < 3 or state <> 'scheduled')`,
    ),
    check("referral_connected", sql`state not in ('connected', 'completed') or connected_at is not null`),
    check(
      "referral_completed",
      sql`(state = 'completed') = (outcome is not null) and (outcome is null) = (outcome_by is null) and outcome in (${list(outcomes)}) and outcome_by in (${list(sides)})`,
    ),
    check("referral_stage", sql`stage in (${list(urgingStages)})`),
    check("referral_awake", sql`(wake_at is null) = (state in (${list(endedStates)}))`),
    ...twoPartyTable(t),
  ],
);

/**
 * An ending that its help question could not be told of yet, for somebody of the sender was at the question: whoever
 * ends a referral waits for nobody. Written and taken away by the database alone.
 */
export const untoldEndings = handreiking.table(
  "untold_ending",
  {
    referralId: uuid("referral_id")
      .primaryKey()
      .references(() => referrals.id, { onDelete: "cascade" }),
    helpQuestionId: uuid("help_question_id").notNull(),
    endedAt: time("ended_at").notNull(),
  },
  (t) => [index("untold_ending_of_question").on(t.helpQuestionId), ...systemTable()],
);

/** That the introduction took place, said by one person of each side. */
export const contactConfirmations = handreiking.table(
  "contact_confirmation",
  {
    referralId: uuid("referral_id").notNull(),
    senderId: uuid("sender_id").notNull(),
    recipientId: uuid("recipient_id").notNull(),
    side: text("side", { enum: sides }).notNull(),
    /** Who said so: a professional of the recipient, the caller, or a counsellor. */
    confirmedBy: text("confirmed_by", { enum: ["partner", "caller", "counsellor"] }).notNull(),
    /** Who wrote it down: a member, or the recipient's system. */
    recordedBy: uuid("recorded_by").notNull(),
    at: time("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.referralId, t.side] }),
    foreignKey({
      name: "contact_confirmation_referral",
      columns: [t.referralId, t.senderId, t.recipientId],
      foreignColumns: [referrals.id, referrals.senderId, referrals.recipientId],
    }),
    check(
      "contact_confirmation_side",
      sql`case side when 'recipient' then confirmed_by = 'partner' when 'helpline' then confirmed_by in ('caller', 'counsellor') else false end`,
    ),
    ...bothPartiesTable(t.senderId, t.recipientId),
  ],
);

/** Who the caller is, as it was sealed for the recipient. There is none but of a scheduled or connected referral. */
export const disclosures = handreiking.table(
  "disclosure",
  {
    referralId: uuid("referral_id").primaryKey(),
    senderId: uuid("sender_id").notNull(),
    recipientId: uuid("recipient_id").notNull(),
    method: text("method", { enum: disclosureMethods }).notNull(),
    categories: text("categories", { enum: dataCategories }).array().notNull(),
    /** The thumbprint of the recipient's key; null for a spoken code or a spoken disclosure. */
    recipientKid: text("recipient_kid"),
    /** The JWE, encrypted once more under the referral's own key; null where it was spoken. */
    sealed: bytes("sealed"),
    /** Who was told, where it was spoken: a name and a function of the recipient. */
    toldName: text("told_name"),
    toldFunction: text("told_function"),
    sealedBy: uuid("sealed_by").notNull(),
    sealedAt: time("sealed_at").notNull(),
    /** When what was sealed under a one-time code was fetched: then it must be sealed anew. */
    spentAt: time("spent_at"),
    needsDisclosed: boolean("needs_disclosed").notNull().generatedAlwaysAs(sql`true`),
  },
  (t) => [
    foreignKey({
      name: "disclosure_sealer",
      columns: [t.sealedBy, t.senderId],
      foreignColumns: [members.id, members.participantId],
    }),
    foreignKey({
      name: "disclosure_key",
      columns: [t.recipientId, t.recipientKid],
      foreignColumns: [participantKeys.participantId, participantKeys.kid],
    }),
    check(
      "disclosure_method",
      sql`case method when 'key' then num_nonnulls(sealed, recipient_kid) = 2 and told_name is null when 'code' then sealed is not null and num_nonnulls(recipient_kid, told_name) = 0 when 'spoken' then num_nonnulls(sealed, recipient_kid) = 0 and num_nonnulls(told_name, told_function) = 2 else false end`,
    ),
    check("disclosure_categories", sql`cardinality(categories) > 0 and categories <@ ${set(dataCategories)}`),
    ...bothPartiesTable(t.senderId, t.recipientId),
  ],
);

export type ReferralRow = typeof referrals.$inferSelect;
export type ConfirmationRow = typeof contactConfirmations.$inferSelect;
export type DisclosureRow = typeof disclosures.$inferSelect;
