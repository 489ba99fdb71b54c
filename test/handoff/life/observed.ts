import { askAsOwner } from "../../world/database.ts";
import type { State } from "./model.ts";
import type { Stage } from "./stage.ts";

/** A referral with all that stands around it, as only the owner of the database sees it. */
export interface Observed {
  id: string;
  helpQuestionId: string;
  state: State;
  moveId: string;
  offered: boolean;
  disclosed: boolean;
  keyed: boolean;
  basisLive: boolean;
  basisEnds: string | null;
  suspended: boolean;
  onOverride: boolean;
  introductionAt: string | null;
  heldUntil: string | null;
  confirmations: { side: string; confirmedBy: string; recordedBy: string }[];
  fetched: boolean;
  consentWithdrawn: boolean;
  obligation: { endedAs: string | null; ground: string | null; dueAt: string; chases: number } | null;
  owner: string | null;
  nextAction: string | null;
  nextActionOn: string | null;
  dueAt: string | null;
  lapseAt: string | null;
  wakeAt: string | null;
  entries: string[];
  senderTold: string[];
  recipientTold: string[];
}

const told = (party: string) => `(select coalesce(json_agg(type order by type), '[]') from handreiking.event
  where referral_id = referral.id and participant_id = referral.${party} and type like 'referral.%' and move_id is not null)`;

/** All referrals of the stage's helplines, as they were made. */
export const observe = async (stage: Pick<Stage, "world" | "helplineIds">): Promise<Observed[]> => {
  const found = await askAsOwner<{ seen: Observed }>(
    stage.world.database,
    `select json_build_object('id', referral.id, 'helpQuestionId', help_question_id, 'state', state,
      'moveId', move_id, 'introductionAt', introduction_at, 'heldUntil', held_until, 'offered', offered_at is not null,
      'disclosed', exists (select from handreiking.disclosure where referral_id = referral.id),
      'keyed', exists (select from keys.disclosure_key where referral_id = referral.id),
      'basisLive', coalesce(consent.withdrawn_at is null and consent.recipient_id = referral.recipient_id
        and consent.case_id = referral.case_id and consent.purpose = 'handoff', false)
        or coalesce(override.ended_at is null and override.recipient_id = referral.recipient_id
        and override.case_id = referral.case_id
        and (override.approved_at is not null or override.review_due_at is not null)
        and (override.objected_at is not null and override.objection_decided_at is null) = (suspended_at is not null)
        and (suspended_at is not null or coalesce(greatest(override.approved_at, override.objection_decided_at)
          >= (select max(at) from handreiking.refusal where case_id = override.case_id
            and recipient_id = override.recipient_id), not exists (select from handreiking.refusal
            where case_id = override.case_id and recipient_id = override.recipient_id))), false),
      'basisEnds', coalesce(consent.expires_at, override.stands_until),
      'suspended', suspended_at is not null, 'onOverride', override_id is not null,
      'confirmations', (select coalesce(json_agg(json_build_object('side', side, 'confirmedBy', confirmed_by,
        'recordedBy', recorded_by)), '[]') from handreiking.contact_confirmation where referral_id = referral.id),
      'fetched', fetched_at is not null, 'consentWithdrawn', consent.withdrawn_at is not null,
      'obligation', (select json_build_object('endedAs', ended_as, 'ground', ground, 'dueAt', due_at, 'chases', chases)
        from handreiking.obligation where referral_id = referral.id),
      'owner', question.owner_id, 'nextAction', question.next_action, 'nextActionOn', question.next_action_on,
      'dueAt', due_at, 'lapseAt', lapse_at, 'wakeAt', wake_at,
      'entries', (select coalesce(json_agg(action order by action), '[]') from handreiking.audit_event
        where subject_id = referral.id and action like 'referral.%'
          and action not in ('referral.nudged', 'referral.due', 'referral.overdue')),
      'senderTold', ${told("sender_id")}, 'recipientTold', ${told("recipient_id")}) as seen
    from handreiking.referral
      join handreiking.help_question as question on question.id = help_question_id
      left join handreiking.consent on consent.id = consent_id
      left join handreiking.override on override.id = override_id
    where sender_id in (${stage.helplineIds.map((id) => `'${id}'`).join(", ")})
    order by drafted_at, referral.id`,
  );
  return found.map(({ seen }) => seen);
};
