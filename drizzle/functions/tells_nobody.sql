-- The network's numbers withhold what is small, also once the operator takes off its own; reads that are cached are found out.
-- Whether a count, and what is left of it without what whoever reads it knows of already, is none or ten and more.
create or replace function handreiking.tells_nobody(count integer, known bigint) returns boolean
  language sql immutable set search_path = handreiking, pg_temp as $$
  select count not between 1 and 9 and count - known not between 1 and 9
$$;
