-- The entry that a part is part of; of one that names none itself, as its first version says.
create or replace function handreiking.root_of(part text, part_id uuid) returns handreiking.directory_root language plpgsql
  stable set search_path = handreiking, pg_temp as $$
declare
  root directory_root;
  owner record;
begin
  if part = 'contact' then
    select service_id, location_id, organization_id, null::uuid as contact_id, service_at_location_id into owner
      from contact where contact.id = part_id;
  elsif part = 'phone' then
    select service_id, location_id, organization_id, contact_id, service_at_location_id into owner
      from phone where phone.id = part_id;
  else
    select root_entity, root_id into root from directory_version
      where record_id = part_id and directory_version.entity = part order by position limit 1;
    return root;
  end if;
  if owner.service_at_location_id is not null and owner.service_id is null then
    select 'service', service_id into root from service_at_location where id = owner.service_at_location_id;
  elsif owner.service_id is not null then root := row('service', owner.service_id);
  elsif owner.location_id is not null then root := row('location', owner.location_id);
  elsif owner.organization_id is not null then root := row('organization', owner.organization_id);
  elsif owner.contact_id is not null then root := root_of('contact', owner.contact_id);
  end if;
  return root;
end $$;
