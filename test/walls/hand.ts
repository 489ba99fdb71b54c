/** A second person's hand in raw SQL, with the newest session of that member: they have signed in before. */
export const rawHand = (
  subjectId: string,
  memberId: string | undefined,
  ...firstIds: (string | undefined)[]
) =>
  `insert into handreiking.countersignature (id, participant_id, subject_id, first_ids, member_id, session_id, at)
    select gen_random_uuid(), participant_id, '${subjectId}', '{${firstIds}}', member_id, id, started_at
    from handreiking.session where member_id = '${memberId}' order by started_at desc limit 1`;
