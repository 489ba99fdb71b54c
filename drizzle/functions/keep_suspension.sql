-- From when to when a participant was suspended follows from its suspension, whoever writes that.
create or replace function handreiking.keep_suspension() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  update participant_suspension
    set readmitted_at = greatest(suspended_at, coalesce(new.suspended_at,
      case when new.readmitted_at is distinct from old.readmitted_at then new.readmitted_at end, clock_timestamp()))
    where participant_id = new.id and readmitted_at is null;
  if new.suspended_at is not null then
    insert into participant_suspension (participant_id, suspended_at) values (new.id, new.suspended_at)
      on conflict (participant_id, suspended_at) do update set readmitted_at = null;
  end if;
  return null;
end $$;
