-- Entries of the ledger are numbered and put into segments, and never changed otherwise.
create or replace function handreiking.guard_ledger() returns trigger language plpgsql as $$
begin
  if to_jsonb(old) - '{seq,segment}'::text[] <> to_jsonb(new) - '{seq,segment}'::text[]
  then raise exception 'entries of the ledger do not change' using errcode = 'HR160'; end if;
  return new;
end $$;
