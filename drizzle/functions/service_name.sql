-- The name of a service for whoever has a referral to it, also when it is deleted since.
create or replace function handreiking.service_name(service uuid) returns text language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select name from service as entry where entry.id = service_name.service
$$;
