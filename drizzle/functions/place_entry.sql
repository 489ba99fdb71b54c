-- Whose entry it is, and that there is such an entry: before the policies look.
create or replace function handreiking.place_entry() returns trigger language plpgsql as $$
begin
  if new.entry_kind = 'service' then
    select organization_id into strict new.organization_id from handreiking.service where id = new.entry_id;
  elsif new.entry_kind = 'location' then
    select organization_id into strict new.organization_id from handreiking.location where id = new.entry_id;
  else
    select id into strict new.organization_id from handreiking.organization where id = new.entry_id;
  end if;
  return new;
end $$;
