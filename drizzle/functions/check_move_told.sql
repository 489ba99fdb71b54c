-- A move of a referral has its audit entry, and one event for each party that knows of it.
create or replace function handreiking.check_move_told() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from audit_event where id = new.move_id and subject_id = new.id
      and action = 'referral.' || new.last_step)
  then raise exception 'a move without its audit entry' using errcode = 'HR010'; end if;
  if (select count(*) from event where move_id = new.move_id and referral_id = new.id)
    <> (case when new.offered_at is null then 1 else 2 end)
  then raise exception 'a move without one event for each party' using errcode = 'HR011'; end if;
  return null;
end $$;
