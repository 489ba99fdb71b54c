-- Whose calendar an address is; nobody's where it was revoked, or where its member or participant may not act.
create or replace function handreiking.find_calendar(hash text) returns table (participant_id uuid, counsellor_id uuid)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select feed.participant_id, feed.counsellor_id from calendar_feed as feed
    join member on member.id = feed.counsellor_id join participant on participant.id = feed.participant_id
  where feed.token_hash = hash and not feed.revoked and member.suspended_at is null and participant.suspended_at is null
$$;
