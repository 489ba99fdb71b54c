import { comparedName } from "../../../src/signals/movements/compared-name.ts";
import { asParticipant } from "../../walls/raw.ts";
import type { World } from "../../world/world.ts";

/**
 * A year of the helpline in rows of its own: 60 cases, 45 of them charted, 31 signals that count, questions and
 * requests, and beside them what must not be counted: another year's, another participant's, what nobody reviewed.
 */
export async function fillYear(world: World, year = 2025): Promise<void> {
  const ilse = await world.member(world.helpline, "counsellor");
  await world.signIn(ilse);
  await asParticipant(world.platform.db, world.helpline.id, ...rowsOf(world, String(ilse.memberId), year));
  await asParticipant(world.platform.db, world.elsewhere.id, ...strangersRows(world, year));
}

/** An id of a kind and a number, that other rows of the same year can name. */
const idsOf = (participantId: string) => (kind: number, number: string) =>
  `('${participantId.slice(0, 8)}-000${kind}-4000-8000-' || lpad((${number})::text, 12, '0'))::uuid`;
const middleOf = (year: number) => `'${year}-06-01T12:00:00Z'::timestamptz`;

function rowsOf({ helpline, bridge, eva }: World, ilse: string, year: number): string[] {
  const inYear = middleOf(year);
  const id = idsOf(helpline.id);
  const [own, by] = [`'${helpline.id}'::uuid`, `'${eva.memberId}'::uuid`];
  return [
    // The last five are of another year, by an hour.
    `insert into handreiking."case" (id, participant_id, code, relation, owner_id, language, opened_at)
      select ${id(1, "n")}, ${own}, 'c' || n,
        case when n <= 40 then 'harmed' when n <= 57 then 'relative' when n <= 60 then 'professional' else 'harmed' end,
        ${by}, 'nl', case when n <= 60 then ${inYear} else '${year}-12-31T23:30:00Z'::timestamptz end
      from generate_series(1, 65) n`,
    `insert into handreiking.callback_request (id, participant_id, reference, door, state, urgency, language, topics,
        reachable, sealed, code_word_failures, revision, received_at)
      select ${id(2, "n")}, ${own}, 'r' || n, case when n <= 50 then 'phone' else 'mail' end, 'open',
        case when n <= 40 then 'normal' else 'urgent' end, 'nl', '{}', true, '', 0, gen_random_uuid(), ${inYear}
      from generate_series(1, 70) n`,
    // Twenty became cases.
    `update handreiking.callback_request set state = 'ended', ended_at = ${inYear}, end_reason = 'became-case',
        sealed = null, let_go_at = ${inYear}, case_id = ${id(1, "substr(reference, 2)::int")}
      where reference in (select 'r' || n from generate_series(1, 20) n) and participant_id = ${own}`,
    `insert into handreiking.conversation (id, participant_id, case_id, counsellor_id, started_at, minutes, channel,
        topics, outcome, recorded_at)
      select ${id(3, "n")}, ${own}, ${id(1, "n")}, ${by}, ${inYear} + interval '2 days', 30, 'phone',
        case when n <= 30 then array['coercion', 'fraud', 'manipulation'] else array['threat'] end, 'listened', ${inYear}
      from generate_series(1, 45) n`,
    `insert into handreiking.movement (id, participant_id, code, kind, basis, size_band, sealed, name_fingerprint,
        registered_by, registered_at)
      select ${id(4, "n")}, ${own}, 'm' || n, 'religious', 'religious', 'unknown', '', '${comparedName("m")}' || n,
        ${by}, ${inYear}
      from generate_series(1, 31) n`,
    `insert into handreiking.movement_merger values (gen_random_uuid(), ${own}, ${id(4, "31")}, ${id(4, "30")}, ${by}, now())`,
    `update handreiking.movement set merged_into = ${id(4, "30")} where id = ${id(4, "31")}`,
    // Twenty from conversations; the last two do not count, for nobody looked, or somebody did twice.
    `insert into handreiking.signal (id, participant_id, movement_id, kinds, nature, going_on, source_relation,
        reliability, conversation_id, reported_by_id, expires_at, registered_by, registered_at)
      select ${id(5, "n")}, ${own}, ${id(4, "least(n, 31)")}, '{coercion}', 'both', true,
        case when n <= 20 then 'harmed' else 'partner' end, 'seen', case when n <= 20 then ${id(3, "n")} end,
        case when n > 20 then '${bridge.id}'::uuid end, ${inYear} + interval '1 year', ${by}, ${inYear}
      from generate_series(1, 33) n`,
    `insert into handreiking.countersignature (id, participant_id, subject_id, first_ids, member_id, session_id, at)
      select gen_random_uuid(), ${own}, ${id(5, "n")}, array[${by}], member_id, session.id, started_at
      from handreiking.session cross join generate_series(1, 32) n where member_id = '${ilse}'`,
    `insert into handreiking.signal_review (id, participant_id, signal_id, registered_by, reviewed_by, verdict, reviewed_at)
      select gen_random_uuid(), ${own}, ${id(5, "n")}, ${by}, '${ilse}', 'counts', ${inYear}
      from generate_series(1, 32) n`,
    `insert into handreiking.signal_review (id, participant_id, signal_id, registered_by, reviewed_by, verdict, reviewed_at)
      select gen_random_uuid(), ${own}, ${id(5, "32")}, ${by}, '${ilse}', 'does-not-count', ${inYear} + interval '1 day'`,
    `insert into handreiking.help_question (id, participant_id, case_id, domain, topics, owner_id, added_at, changed_at,
        ended_at, end_reason)
      select ${id(6, "n")}, ${own}, ${id(1, "n")}, case when n <= 40 then 'care' else 'legal' end, '{coercion}', ${by},
        ${inYear}, ${inYear}, case when n <= 40 then ${inYear} end, case when n <= 20 then 'advised' when n <= 40 then 'listened' end
      from generate_series(1, 60) n`,
  ];
}

const strangersRows = ({ elsewhere, stranger }: World, year: number): string[] => [
  `insert into handreiking."case" (id, participant_id, code, relation, owner_id, language, opened_at)
    select ${idsOf(elsewhere.id)(1, "n")}, '${elsewhere.id}', 'c' || n, 'harmed', '${stranger.memberId}', 'nl', ${middleOf(year)}
    from generate_series(1, 20) n`,
];
