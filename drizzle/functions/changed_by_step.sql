-- Which columns of a referral an update changes beyond what every step may change.
create or replace function handreiking.changed_by_step(was jsonb, becomes jsonb) returns text[] language sql immutable
  set search_path = handreiking, pg_temp as $$
  select array_agg(key) from jsonb_each(becomes - '{state,last_step,move_id,moved_at,ended_at,due_at,nudge_at,overdue_at,lapse_at,stage,wake_at,ended,disclosed,needs_live,suspended,basis_purpose}'::text[])
    where value is distinct from was -> key
$$;
