-- An emergency call is written down undecided, reviewed once, and otherwise stays as it is.
create or replace function handreiking.guard_emergency() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.reviewed_by is not null
    or tg_op = 'UPDATE' and (old.reviewed_by is not null
      or to_jsonb(old) - '{reviewed_by,reviewed_at,finding}'::text[]
        <> to_jsonb(new) - '{reviewed_by,reviewed_at,finding}'::text[])
  then raise exception 'an emergency call stays as it was told' using errcode = 'HR131'; end if;
  return new;
end $$;
