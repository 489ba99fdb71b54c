-- A coordinator of the same participant, who can sign in, and not the member.
create or replace function handreiking.guard_override_release() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if tg_op <> 'INSERT' or not exists (select from member where id = new.released_by
    and participant_id = new.participant_id and suspended_at is null and 'coordinator' = any (roles))
  then raise exception 'a coordinator releases' using errcode = 'HR107'; end if;
  perform from member where id = new.member_id for no key update;
  return new;
end $$;
