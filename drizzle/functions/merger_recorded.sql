-- A movement that was merged into another has the merger on record.
create or replace function handreiking.merger_recorded() returns trigger language plpgsql as $$
begin
  if new.merged_into is not null and not exists (
    select from handreiking.movement_merger where movement_id = new.id) then
    raise exception 'a merger is on record' using errcode = 'check_violation';
  end if;
  return null;
end $$;
