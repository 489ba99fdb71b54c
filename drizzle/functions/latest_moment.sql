-- The latest time that what clears away believes: the database's own, and the minutes that clocks differ.
create or replace function handreiking.latest_moment() returns timestamptz language sql volatile
  set search_path = handreiking, pg_temp as $$
  select clock_timestamp() + interval '5 minutes'
$$;
