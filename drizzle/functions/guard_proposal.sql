-- A proposal is made undecided and decided once.
create or replace function handreiking.guard_proposal() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.decision is not null
    or tg_op = 'UPDATE' and (old.decision is not null or new.decision is null
      or old.subject_id is not null and new.subject_id is distinct from old.subject_id)
  then raise exception 'a proposal is decided once, after it was made' using errcode = 'HR080'; end if;
  return new;
end $$;
