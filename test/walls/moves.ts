import { randomIds } from "../../src/platform/ids.ts";
import type { World } from "../world/world.ts";
import { asParticipant, outcome } from "./raw.ts";

export interface RawStep {
  step?: string;
  /** Further columns. */
  set?: string;
  at?: Date;
  entry?: boolean;
}

/** Raw statements of a step as the service takes it: the referral, its audit entry and both parties' events. */
export function rawStep(
  { helpline, bridge, clock }: World,
  by: string,
  { id, recipientId = bridge.id }: { id: string; recipientId?: string },
  state: string,
  { step = state, set, at = clock.time, entry = true }: RawStep = {},
): string[] {
  const moveId = randomIds();
  const moment = at.toISOString();
  return [
    `update handreiking.referral set state = '${state}', last_step = '${step}', move_id = '${moveId}',
      moved_at = '${moment}'${set ? `, ${set}` : ""} where id = '${id}'`,
    ...(entry ? [rawEntry(by, helpline.id, `referral.${step}`, id, at, moveId)] : []),
    ...[helpline.id, recipientId].map(
      (party) => `insert into handreiking.event
        (id, participant_id, type, subject_id, at, move_id, referral_id, sender_id, recipient_id)
        values ('${randomIds()}', '${party}', 'referral.${step}', '${id}', '${moment}', '${moveId}', '${id}',
          '${helpline.id}', '${recipientId}')`,
    ),
  ];
}

/** A raw audit entry in the chain of `by` about a record of `owner`. */
export const rawEntry = (
  by: string,
  owner: string,
  action: string,
  subjectId: string,
  at: Date,
  id = randomIds(),
) => `insert into handreiking.audit_event
  (id, participant_id, subject_participant_id, actor_kind, actor_id, action, subject_id, at)
  values ('${id}', '${by}', '${owner}', 'member', '${randomIds()}', '${action}', '${subjectId}', '${at.toISOString()}')`;

/** What becomes of raw statements of a participant. */
export const attempt = (world: World, by: string, ...statements: string[]) =>
  outcome(asParticipant(world.platform.db, by, ...statements));

/** The columns of a referral's ending. */
export const endedNow = ({ clock }: World) =>
  `ended_at = '${clock.time.toISOString()}', due_at = null, nudge_at = null, overdue_at = null, lapse_at = null, wake_at = null`;
