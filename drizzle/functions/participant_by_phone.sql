-- The participant that stands for the organization of a service outside the network.
create or replace function handreiking.participant_by_phone(wanted uuid, new_id uuid, moment timestamptz) returns uuid
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
declare
  known organization;
  answering uuid;
begin
  select organization.* into strict known from organization
    join service on service.organization_id = organization.id where service.id = wanted
    for update of organization;
  select participant_id into answering from organization_participant where organization_id = known.id;
  if answering is not null then return answering; end if;
  insert into participant (id, name, reach, joined_at) values (new_id, known.name, 'phone', moment);
  insert into organization_participant (organization_id, participant_id) values (known.id, new_id);
  return new_id;
end $$;
