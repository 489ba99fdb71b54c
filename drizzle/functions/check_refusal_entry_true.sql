-- An audit entry about a refusal or a release has the record that it tells of.
create or replace function handreiking.check_refusal_entry_true() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if new.action = 'refusal.recorded' and not exists (select from refusal
      where id = new.subject_id and at = new.at and participant_id = new.participant_id)
    or new.action = 'override-release.recorded' and not exists (select from override_release
      where id = new.subject_id and at = new.at and participant_id = new.participant_id)
  then raise exception 'an audit entry without its change' using errcode = 'HR012'; end if;
  return null;
end $$;
