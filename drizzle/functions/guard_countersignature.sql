-- A second person's hand: signed in at that moment with a session of exactly that member, and another human.
create or replace function handreiking.guard_countersignature() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  -- The session is held until the decision is committed: its end comes before or after it.
  perform from session where id = new.session_id and member_id = new.member_id
    and participant_id = new.participant_id and ended_at is null
    and started_at <= new.at and expires_at > new.at for share;
  if not found or not exists (
    select from member join participant on participant.id = member.participant_id
    where member.id = new.member_id and member.suspended_at is null and participant.suspended_at is null)
  then raise exception 'a second person is signed in' using errcode = 'HR125'; end if;
  if exists (select from unnest(new.first_ids) as first where is_one_human(new.member_id, first))
  then raise exception 'one human is no second person' using errcode = 'HR126'; end if;
  return new;
end $$;
