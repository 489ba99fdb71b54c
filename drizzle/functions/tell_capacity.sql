-- What was last told of a service's places, as HSDS has it: one service_capacity of the unit "place".
create or replace function handreiking.tell_capacity() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  place constant uuid := '4b2f0c86-7d1e-4a55-9c3b-6f0e8d2a1b57';
begin
  if new.available_places is null then
    delete from service_capacity where service_id = new.service_id and unit_id = place;
    return null;
  end if;
  insert into unit (id, name) values (place, 'plaats') on conflict do nothing;
  update service_capacity set available = new.available_places, updated = new.as_of
    where service_id = new.service_id and unit_id = place;
  if not found then
    insert into service_capacity (id, service_id, unit_id, available, updated)
      values (gen_random_uuid(), new.service_id, place, new.available_places, new.as_of);
  end if;
  return null;
end $$;
