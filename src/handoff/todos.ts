import { type SQL, sql } from "drizzle-orm";
import { coverTaskKinds, listCoverTodos } from "../cases/index.ts";
import { actingMember, type Permission } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { rows } from "../platform/database/transact.ts";
import type { NextStep, Todo, TodoSource } from "../platform/todo.ts";
import type { Side } from "./codes.ts";
import { emergencyTaskKinds, listEmergencyTodos, listOverdueEmergencies } from "./emergencies/todos.ts";
import { listOverrideRequestTodos, overrideRequestTaskKinds } from "./overrides/requests/todos.ts";
import { listPartnerTodos, partnerTaskKinds } from "./partner-todos.ts";
import { listQuestionTodos, questionTaskKinds } from "./question-todos.ts";
import { dueGivenBack } from "./referrals/standstill.ts";
import { type ReadSuspension, readSuspensions, suspensionsOf } from "./referrals/suspensions.ts";

/** What a handoff can ask of somebody, and the operation that does it. */
export const taskKinds = {
  "acknowledge-referral": ["acknowledgeReferral", "POST", "/v1/referrals/{id}/acknowledgement"],
  "answer-referral": ["acceptReferral", "POST", "/v1/referrals/{id}/acceptance"],
  "confirm-contact": ["confirmContact", "POST", "/v1/referrals/{id}/contact-confirmation"],
  "meet-obligation": ["meetObligation", "POST", "/v1/obligations/{id}/fulfilment"],
  "offer-draft": ["offerReferral", "POST", "/v1/referrals/{id}/offer"],
  "phone-partner": ["recordSpokenAnswer", "POST", "/v1/referrals/{id}/spoken-answers"],
  "ask-partner": ["getReferral", "GET", "/v1/referrals/{id}"],
  "fix-introduction": ["fixIntroduction", "POST", "/v1/referrals/{id}/introduction"],
  ...partnerTaskKinds,
  "reschedule-introduction": ["rescheduleIntroduction", "PUT", "/v1/referrals/{id}/introduction"],
  "follow-up": ["reportOutcome", "POST", "/v1/referrals/{id}/outcome"],
  "approve-override": ["approveOverride", "POST", "/v1/overrides/{id}/approval"],
  "review-override": ["reviewOverride", "POST", "/v1/overrides/{id}/review"],
  "decide-objection": ["decideObjection", "POST", "/v1/overrides/{id}/objection-decision"],
  ...overrideRequestTaskKinds,
  ...emergencyTaskKinds,
  "release-override-maker": ["releaseOverrideMaker", "POST", "/v1/members/{id}/override-release"],
  ...questionTaskKinds,
  "overdue-referral": ["getOverdueReferral", "GET", "/v1/overdue-referrals/{id}"],
  "accept-case": ["acceptHandOver", "POST", "/v1/hand-overs/{id}/acceptance"],
  ...coverTaskKinds,
  "hand-over-case": ["handOverCase", "POST", "/v1/cases/{id}/hand-overs"],
  "unanswered-obligation": ["listObligations", "GET", "/v1/obligations?direction=owed"],
} as const satisfies Record<string, NextStep>;
type Kind = keyof typeof taskKinds;

interface Told {
  kind: Kind;
  subjectId: string;
  why: string;
  dueAt: string;
  since?: string | null;
  /** What a suspension of the recipient gives back, and of what counted since when. */
  from?: string | null;
  suspensions?: ReadSuspension[] | null;
}

const listTodos = async (tx: Database, question: SQL): Promise<Todo<Kind>[]> =>
  (await rows<Told>(tx, question)).map(({ since, from, suspensions, dueAt, ...told }) => ({
    ...told,
    dueAt: dueGivenBack(new Date(dueAt), from ? new Date(from) : null, readSuspensions(suspensions ?? null)),
    ...(since && { since: new Date(since) }),
  }));

/** Whether a side has confirmed the contact of a referral. */
const saidBy = (side: Side) => sql`exists (select from handreiking.contact_confirmation as said
  where said.referral_id = referral.id and said.side = ${side})`;

/** Whether the introduction that stands was missed: then only the counsellor, with the caller, fixes another time. */
const wasMissed = sql`coalesce(missed_at >= introduction_at, false)`;

/** Since when counts what the recipient has a part in, as `countedFrom` says it, and when it was suspended. */
const givingBack = sql`case when state in ('offered', 'acknowledged') then offered_at when state = 'accepted' then accepted_at
    when state = 'scheduled' then introduction_at end as "from", ${suspensionsOf(sql`recipient_id`)} as suspensions`;

/** What a recipient's people have to do. */
const listRecipientTodos = (tx: Database, ctx: Context): Promise<Todo<Kind>[]> =>
  listTodos(
    tx,
    sql`select case state when 'offered' then 'acknowledge-referral' when 'acknowledged' then 'answer-referral'
        else 'confirm-contact' end as kind, id as "subjectId", state as why, due_at as "dueAt",
        moved_at as since, ${givingBack}
      from handreiking.referral
      where recipient_id = ${ctx.actor.participantId}::uuid and needs_live and not suspended
        and basis_expires_at > ${ctx.now().toISOString()}::timestamptz
        and coalesce(held_until <= ${ctx.now().toISOString()}::timestamptz, true)
        and (state in ('offered', 'acknowledged') or state = 'scheduled'
          and introduction_at <= ${ctx.now().toISOString()}::timestamptz
          and not ${wasMissed} and not ${saidBy("recipient")})
      union all
      select 'meet-obligation', referral_id, 'raised', due_at, raised_at, null, null from handreiking.obligation
      where recipient_id = ${ctx.actor.participantId}::uuid and ended_at is null`,
  );

/** What a counsellor has to do for the callers whose cases are theirs. */
function listCounsellorTodos(tx: Database, ctx: Context): Promise<Todo<Kind>[]> {
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  const byPhone = sql`handreiking.answers_by_phone(recipient_id)`;
  return listTodos(
    tx,
    sql`with own as (
        select id from handreiking."case" where participant_id = ${ctx.actor.participantId}::uuid
          and owner_id = ${actingMember(ctx)}::uuid),
      sent as (
        select referral.*, case
          when state = 'draft' then 'offer-draft'
          when state in ('offered', 'acknowledged') and ${byPhone} then 'phone-partner'
          when state in ('offered', 'acknowledged') and stage in ('due', 'overdue') then 'ask-partner'
          when state = 'accepted' then 'fix-introduction'
          when state = 'scheduled' and ${wasMissed} then 'reschedule-introduction'
          when state = 'scheduled' and introduction_at <= ${now} and not ${saidBy("helpline")} then 'confirm-contact'
          when state = 'scheduled' and introduction_at <= ${now} and ${byPhone} then 'phone-partner'
          when state = 'scheduled' and introduction_at <= ${now} and stage in ('due', 'overdue') then 'ask-partner'
          when state = 'connected' and due_at <= ${now} then 'follow-up' end as kind
        from handreiking.referral where case_id in (select id from own) and not ended
          and suspended_at is null
          and coalesce(basis_expires_at > ${now}, true)
          -- What is to be done of a suspended partner is told by itself.
          and (state in ('draft', 'connected') or not exists (select from handreiking.participant as partner
            where partner.id = recipient_id and partner.suspended_at is not null)))
      select kind, id as "subjectId", case kind when 'reschedule-introduction' then 'missed' else state end as why,
        coalesce(due_at, lapse_at) as "dueAt", moved_at as since, ${givingBack} from sent
      where kind is not null and coalesce(held_until <= ${now}, true)
      union all
      select 'meet-obligation', referral_id, 'phone-partner', obligation.due_at, raised_at, null, null
      from handreiking.obligation join handreiking.referral on referral.id = referral_id
      where referral.case_id in (select id from own) and obligation.ended_at is null
        and handreiking.answers_by_phone(obligation.recipient_id)`,
  );
}

/** What takes a second counsellor: never the one who made it. Whoever was consulted on it decides on an objection first. */
function listSecondTodos(tx: Database, ctx: Context): Promise<Todo<Kind>[]> {
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  return listTodos(
    tx,
    sql`select case when disputed then 'decide-objection'
          when needs_approval and approved_at is null then 'approve-override' else 'review-override' end as kind,
        id as "subjectId",
        case when disputed and consulted_id = ${actingMember(ctx)}::uuid then 'consulted' else ground end as why,
        stands_until as "dueAt", case when disputed then objected_at else made_at end as since
      from handreiking.override
      where participant_id = ${ctx.actor.participantId}::uuid and made_by <> ${actingMember(ctx)}::uuid
        and ended_at is null and stands_until > ${now}
        and (disputed or needs_approval and approved_at is null
          or review_due_at is not null and reviewed_at is null)`,
  );
}

/** What a colleague gives: a case that was handed over, and their leave to cover. */
async function listGivenTodos(tx: Database, ctx: Context): Promise<Todo<Kind>[]> {
  const given = await listTodos(
    tx,
    sql`select 'accept-case' as kind, given.id as "subjectId", given.reason as why,
        given.returnable_until as "dueAt", given.at as since
      from handreiking.case_take_over as given join handreiking."case" as file on file.id = given.case_id
      where given.participant_id = ${ctx.actor.participantId}::uuid and given.kind = 'handed-over'
        and given.answer is null and given.to_member_id = ${actingMember(ctx)}::uuid
        and file.owner_id = given.to_member_id and not exists (select from handreiking.case_take_over as later
          where later.case_id = given.case_id and later.at > given.at)`,
  );
  return [...given, ...(await listCoverTodos(tx, ctx))];
}

/** Who acted at once and was not reviewed in time, or not upheld: they do not act alone until a coordinator says so. */
const listReleaseTodos = (tx: Database, ctx: Context): Promise<Todo<Kind>[]> =>
  listTodos(
    tx,
    sql`select distinct on (made_by) 'release-override-maker' as kind, made_by as "subjectId",
        case when reviewed_at is null then 'unreviewed' else 'refused' end as why,
        coalesce(reviewed_at, review_due_at) as "dueAt", made_at as since
      from handreiking.override as acted
      where participant_id = ${ctx.actor.participantId}::uuid and made_by <> ${actingMember(ctx)}::uuid
        and review_due_at is not null
        and (reviewed_at is null and (ended_at is not null or review_due_at <= ${ctx.now().toISOString()}::timestamptz)
          or not upheld and not exists (select from handreiking.override as later
            where later.made_by = acted.made_by and later.reviewed_at > acted.reviewed_at))
        and not exists (select from handreiking.override_release as release
          where release.member_id = acted.made_by
            and release.at > coalesce(acted.reviewed_at, acted.made_at))
      order by made_by, made_at`,
  );

/** What has been overdue too long for one counsellor: by id and state, and never more. */
const listCoordinatorTodos = (tx: Database, ctx: Context): Promise<Todo<Kind>[]> =>
  listTodos(
    tx,
    sql`select 'overdue-referral' as kind, id as "subjectId", state as why, due_at as "dueAt"
      from handreiking.referral
      where sender_id = ${ctx.actor.participantId}::uuid and needs_live and stage = 'overdue'
      union
      select 'overdue-referral', id, state, due_at from handreiking.overdue_referrals()`,
  );

/** Cases that go on while their owner can act no more: by id, for a coordinator to hand over unread. */
const listAssignerTodos = (tx: Database, ctx: Context): Promise<Todo<Kind>[]> =>
  listTodos(
    tx,
    sql`select 'hand-over-case' as kind, file.id as "subjectId", 'owner-suspended' as why,
        member.suspended_at as "dueAt"
      from handreiking."case" as file join handreiking.member on member.id = file.owner_id
      where file.participant_id = ${ctx.actor.participantId}::uuid and member.suspended_at is not null
        and (handreiking.case_goes_on(file.id, 'infinity')
          or exists (select from handreiking.help_question where case_id = file.id and ended_at is null)
          or exists (select from handreiking.referral where case_id = file.id and not ended))`,
  );

/**
 * What a recipient owes and was asked for twice in vain; at once where the case is erased, so that no counsellor is left
 * to phone a partner without a login.
 */
const listPrivacyTodos = (tx: Database, ctx: Context): Promise<Todo<Kind>[]> =>
  listTodos(
    tx,
    sql`select 'unanswered-obligation' as kind, referral_id as "subjectId",
        case when chases >= 2 then 'asked-twice' else 'case-erased' end as why, due_at as "dueAt"
      from handreiking.obligation
      where sender_id = ${ctx.actor.participantId}::uuid and ended_at is null
        and (chases >= 2 or handreiking.answers_by_phone(recipient_id)
          and not exists (select from handreiking.referral where referral.id = obligation.referral_id))`,
  );

export const todos = [
  { permission: "referrals:receive", list: listRecipientTodos },
  { permission: "referrals:send", personal: true, list: listCounsellorTodos },
  { permission: "referrals:send", personal: true, list: listPartnerTodos },
  { permission: "cases", personal: true, list: listQuestionTodos },
  { permission: "referrals:send", list: listSecondTodos },
  { permission: "cases", list: listOverrideRequestTodos },
  { permission: "cases", list: listEmergencyTodos },
  { permission: "cases", list: listGivenTodos },
  { permission: "cases:assign", list: listAssignerTodos },
  { permission: "cases:assign", list: listReleaseTodos },
  { permission: "overdue:read", list: listCoordinatorTodos },
  { permission: "overdue:read", list: listOverdueEmergencies },
  { permission: "obligations:read", list: listPrivacyTodos },
] as const satisfies readonly TodoSource<Permission, Kind>[];
