-- A merged movement never stands for itself again, and what was merged is on record.
create or replace function handreiking.keep_merger() returns trigger language plpgsql as $$
begin
  if old.merged_into is not null and new.merged_into is null then
    raise exception 'a movement that was merged stays merged' using errcode = 'check_violation';
  end if;
  return new;
end $$;
