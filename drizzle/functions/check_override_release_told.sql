-- A coordinator who lets a counsellor act alone again leaves an audit entry.
create or replace function handreiking.check_override_release_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and action = 'override-release.recorded' and at = new.at)
  then raise exception 'a release without its audit entry' using errcode = 'HR108'; end if;
  return null;
end $$;
