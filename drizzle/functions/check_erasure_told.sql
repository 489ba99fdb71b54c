-- No erasure without its entry, which is not older than what it says.
create or replace function handreiking.check_erasure_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.case_id and participant_id = new.participant_id
    and action = 'case.erased' and at >= new.erased_at and at <= latest_moment() and xmin = pg_current_xact_id()::xid)
  then raise exception 'an erasure without its audit entry' using errcode = 'HR143'; end if;
  return null;
end $$;
