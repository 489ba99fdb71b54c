import type postgres from "postgres";

/** A code out of a list by the row's number: the first ones more often. */
const drawn = (codes: readonly string[], salt: number) =>
  `(array[${codes.map((code) => `'${code}'`)}])[1 + floor(${codes.length} * pow((abs(hashint8(n + ${salt}))::float8 / 2147483648.0), 1.6))::int]`;
const id = (kind: number, number = "n") =>
  `('00000000-000${kind}-4000-8000-' || lpad((${number})::text, 12, '0'))::uuid`;
const inYear = "('2025-01-02T10:00:00Z'::timestamptz + make_interval(hours => (n % 8600)::int))";
const kinds = [
  "manipulation",
  "coercion",
  "spiritual-abuse",
  "fraud",
  "sexual-violence",
  "threat",
  "child-abuse",
];

/**
 * A year of a helpline with so many cases, and requests, conversations, questions, handoffs and reviewed signals to
 * match: always the same. `owner` is a superuser's, for neither guards nor foreign keys look at them.
 */
export async function fillStatistics(
  owner: postgres.Sql,
  participantId: string,
  cases: number,
): Promise<void> {
  const own = `'${participantId}'::uuid`;
  const many = (share: number) => `generate_series(1, ${Math.round(cases * share)}) as n`;
  const statements = [
    "set session_replication_role = replica",
    `insert into handreiking."case" (id, participant_id, code, relation, owner_id, language, opened_at)
      select ${id(1)}, ${own}, 'S' || n, ${drawn(["harmed", "relative", "professional"], 1)}, ${own}, 'nl', ${inYear}
      from ${many(1)}`,
    `insert into handreiking.callback_request (id, participant_id, reference, door, state, urgency, language, topics,
        reachable, code_word_failures, revision, received_at, case_id, ended_at, end_reason, let_go_at)
      select ${id(2)}, ${own}, 'S' || n, ${drawn(["phone", "mail", "web", "chat"], 2)}, 'ended',
        ${drawn(["normal", "urgent", "acute"], 3)}, 'nl', '{}', true, 0, gen_random_uuid(), ${inYear},
        case when n <= ${cases} then ${id(1)} end, ${inYear},
        case when n <= ${cases} then 'became-case' else 'not-reached' end, ${inYear}
      from ${many(2)}`,
    `insert into handreiking.conversation (id, participant_id, case_id, counsellor_id, started_at, minutes, channel,
        topics, outcome, recorded_at)
      select ${id(3)}, ${own}, ${id(1, `1 + n % ${cases}`)}, ${own}, ${inYear} + make_interval(hours => (n % 200)::int), 30,
        'phone', array[${drawn(kinds, 4)}, ${drawn(kinds, 5)}], 'listened', ${inYear}
      from ${many(1.2)}`,
    `insert into handreiking.movement (id, participant_id, code, kind, basis, size_band, sealed, name_fingerprint,
        registered_by, registered_at)
      select ${id(4)}, ${own}, 'S' || n, ${drawn(["spiritual", "therapeutic", "commercial", "other"], 6)},
        ${drawn(["religious", "secular"], 7)}, ${drawn(["under-25", "25-99", "100-999", "1000-plus", "unknown"], 8)}, '',
        'S' || n, ${own}, ${inYear}
      from ${many(0.02)}`,
    `insert into handreiking.signal (id, participant_id, movement_id, kinds, nature, going_on, source_relation,
        reliability, conversation_id, expires_at, registered_by, registered_at)
      select ${id(5)}, ${own}, ${id(4, `1 + n % ${Math.round(cases * 0.02)}`)}, array[${drawn(kinds, 9)}],
        ${drawn(["psychological", "both", "possibly-criminal"], 10)}, true, 'harmed',
        ${drawn(["own-experience", "seen", "heard", "document", "unclear"], 11)}, ${id(3)}, ${inYear} + interval '1 year',
        ${own}, ${inYear}
      from ${many(0.6)}`,
    `insert into handreiking.signal_review (id, participant_id, signal_id, registered_by, reviewed_by, verdict, reviewed_at)
      select ${id(6)}, ${own}, ${id(5)}, ${own}, gen_random_uuid(), case when n % 20 = 0 then 'does-not-count' else 'counts' end,
        ${inYear}
      from ${many(0.6)}`,
    `insert into handreiking.help_question (id, participant_id, case_id, domain, topics, owner_id, added_at, changed_at,
        ended_at, end_reason)
      select ${id(7)}, ${own}, ${id(1, `1 + n % ${cases}`)}, ${drawn(["care", "legal", "investigation"], 12)}, '{coercion}',
        ${own}, ${inYear}, ${inYear}, ${inYear}, ${drawn(["advised", "listened", "referred", "unanswered", "solved-otherwise"], 13)}
      from ${many(1.4)}`,
    `insert into handreiking.referral (id, sender_id, recipient_id, case_id, help_question_id, service_id, drafted_by,
        state, last_step, move_id, moved_at, consent_id, basis_expires_at, domain, topics, relation, age_band,
        age_band_of, language, urgency, safety_flags, drafted_at, offered_at, terms, decline_reason, ended_at, stage)
      select ${id(8)}, ${own}, gen_random_uuid(), ${id(1)}, ${id(7)}, ${own}, ${own}, state, state, gen_random_uuid(),
        ${inYear}, ${own}, ${inYear} + interval '1 year', ${drawn(["care", "legal", "investigation"], 14)}, '{coercion}',
        'harmed', '26-64', 'caller', 'nl', 'normal', '{}', ${inYear}, ${inYear}, '{}'::jsonb,
        case when state = 'declined' then 'no-capacity' end, ${inYear}, 'running'
      from ${many(0.5)}, lateral (select ${drawn(["withdrawn", "declined", "lapsed"], 15)} as state) as ended`,
    "set session_replication_role = origin",
    "analyze",
  ];
  for (const statement of statements) await owner.unsafe(statement);
}
