-- Versions stay as they are; a change is numbered once.
create or replace function handreiking.guard_history() returns trigger language plpgsql as $$
begin
  raise exception 'the history of the directory does not change' using errcode = 'HR180';
end $$;
