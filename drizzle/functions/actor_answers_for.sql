-- Whether the actor's participant answers for every entry that is named; what the policies of the directory stand on.
create or replace function handreiking.actor_answers_for(organization uuid default null, service uuid default null,
    location uuid default null, place uuid default null, contact uuid default null, phone uuid default null)
  returns boolean language plpgsql stable security definer set search_path = handreiking, pg_temp as $$
declare
  answered integer;
begin
  if num_nonnulls(organization, service, location, place, contact, phone) = 0 then return false; end if;
  if contact is not null and not coalesce((
      select actor_answers_for(part.organization_id, part.service_id, part.location_id, part.service_at_location_id)
      from contact as part where part.id = actor_answers_for.contact), false) then return false; end if;
  if phone is not null and not coalesce((
      select actor_answers_for(part.organization_id, part.service_id, part.location_id, part.service_at_location_id,
        part.contact_id)
      from phone as part where part.id = actor_answers_for.phone), false) then return false; end if;
  select count(*) into answered from (
      select actor_answers_for.organization as id where actor_answers_for.organization is not null
      union all select entry.organization_id from service as entry where entry.id = actor_answers_for.service
      union all select entry.organization_id from location as entry where entry.id = actor_answers_for.location
      union all select entry.organization_id from service_at_location as part
        join service as entry on entry.id = part.service_id where part.id = actor_answers_for.place) as owner
    join organization_participant as link on link.organization_id = owner.id
  where link.participant_id = actor_participant();
  return answered = num_nonnulls(organization, service, location, place);
end $$;
