-- Which participant an invitation belongs to: for the network's operator, who may void it.
create or replace function handreiking.find_home_of_invitation(wanted uuid) returns uuid language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select participant_id from invitation where id = wanted and actor_is_operator()
$$;
