-- A consent that is recorded or withdrawn has its audit entry.
create or replace function handreiking.check_consent_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where subject_id = new.id and participant_id = new.participant_id
      and action = case when new.withdrawn_at is null then 'consent.recorded' else 'consent.withdrawn' end)
  then raise exception 'a consent without its audit entry' using errcode = 'HR014'; end if;
  return null;
end $$;
