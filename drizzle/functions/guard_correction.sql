-- A correction is decided once; what was proposed never changes.
create or replace function handreiking.guard_correction() returns trigger language plpgsql as $$
begin
  if old.state <> 'proposed'
    or to_jsonb(old) - '{state,decided_by,decided_at,refusal_reason}'::text[]
      <> to_jsonb(new) - '{state,decided_by,decided_at,refusal_reason}'::text[]
  then raise exception 'a correction can only be decided, once' using errcode = 'HR031'; end if;
  return new;
end $$;
