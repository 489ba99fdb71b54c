-- A caller's refusal has its audit entry.
create or replace function handreiking.check_refusal_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and action = 'refusal.recorded' and at = new.at)
  then raise exception 'a refusal without its audit entry' using errcode = 'HR103'; end if;
  return null;
end $$;
