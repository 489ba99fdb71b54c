-- A deleted entry is hidden, not removed: what refers to it goes on, and an import does not bring it back.
create or replace function handreiking.delete_entry(kind text, entry uuid, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
begin
  if not actor_is_operator() and not actor_answers_for(
      case kind when 'organization' then entry end, case kind when 'service' then entry end,
      case kind when 'location' then entry end)
  then raise exception 'only who answers for an entry deletes it' using errcode = 'HR181'; end if;
  if kind = 'service' then
    update service set deleted_at = moment, last_modified = moment, status = 'defunct'
      where id = entry and deleted_at is null;
    if not found then return false; end if;
    delete from service_search where service_id = entry;
    return true;
  elsif kind = 'location' then
    if exists (select from service_at_location where location_id = entry)
    then raise exception 'a place where a service is given stays' using errcode = 'HR182'; end if;
    update location set deleted_at = moment where id = entry and deleted_at is null;
  elsif kind = 'organization' then
    if exists (select from service where organization_id = entry and deleted_at is null)
      or exists (select from location where organization_id = entry and deleted_at is null)
    then raise exception 'an organization with entries stays' using errcode = 'HR182'; end if;
    update organization set deleted_at = moment, last_modified = moment where id = entry and deleted_at is null;
  end if;
  return found;
end $$;
