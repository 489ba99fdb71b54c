-- In whose place a member acts at a moment: their own, and that of each colleague for whom they stand in then.
create or replace function handreiking.stands_for(member uuid, moment timestamptz) returns uuid[]
  language sql stable set search_path = handreiking, pg_temp as $$
  select array_prepend(member, coalesce(array_agg(member_id), '{}')) from cover
  where covered_by = member and starts_at <= moment and ends_at > moment and coalesce(ended_at > moment, true)
$$;
