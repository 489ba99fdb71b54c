-- Attempts to reach a caller are counted from one on, for an appointment that stands, up to the number agreed.
create or replace function handreiking.guard_attempt() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare tried int;
begin
  perform 1 from appointment where id = new.appointment_id and state = 'planned' for update;
  if not found then raise exception 'the appointment has ended' using errcode = 'HR210'; end if;
  select count(*) into tried from contact_attempt where appointment_id = new.appointment_id;
  if new.number <> tried + 1 or new.number
      > coalesce((select attempts from planning_rule where participant_id = new.participant_id), 3)
  then raise exception 'nobody is tried more often than agreed' using errcode = 'HR211'; end if;
  return new;
end $$;
