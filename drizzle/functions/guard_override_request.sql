-- Whoever is asked to decide could: not its maker, and a counsellor who can act.
create or replace function handreiking.guard_override_request() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from override where id = new.override_id and participant_id = new.participant_id
      and ended_at is null and made_by is distinct from new.member_id)
    or new.member_id is not null and not exists (select from member where id = new.member_id
      and suspended_at is null and 'counsellor' = any (roles))
  then raise exception 'nobody who could decide on it' using errcode = 'HR133'; end if;
  return new;
end $$;
