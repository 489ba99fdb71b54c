-- Who is signed in with a token, before any participant is set: no row once the session has ended, was idle since
-- `since`, or its member or participant is suspended.
create or replace function handreiking.find_session(hash text, moment timestamptz, since timestamptz)
  returns table (session_id uuid, participant_id uuid, member_id uuid, operator boolean, roles text[], seen_at timestamptz)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select session.id, session.participant_id, session.member_id, participant.operator, member.roles, session.seen_at
  from session
    join member on member.id = session.member_id and member.participant_id = session.participant_id
    join participant on participant.id = session.participant_id
  where session.token_hash = find_session.hash and session.ended_at is null
    and session.expires_at > moment and session.seen_at > since
    and member.suspended_at is null and participant.suspended_at is null
$$;
