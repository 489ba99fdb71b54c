-- A request begins open. Its urgency only rises; once it has ended nothing of it changes but that what was told goes.
create or replace function handreiking.guard_request() returns trigger language plpgsql as $$
declare
  urgencies constant text[] := '{normal,urgent,acute}';
begin
  if tg_op = 'INSERT' then
    if new.state <> 'open' then raise exception 'a request begins open' using errcode = 'HR120'; end if;
    return new;
  end if;
  if array_position(urgencies, new.urgency) < array_position(urgencies, old.urgency) then
    raise exception 'urgency only rises' using errcode = 'HR121';
  end if;
  if old.state = 'ended' and (
    to_jsonb(old) - '{sealed,code_word,let_go_at}'::text[] <> to_jsonb(new) - '{sealed,code_word,let_go_at}'::text[]
    or old.let_go_at is not null or new.let_go_at is null)
  then raise exception 'a request that has ended stays as it is' using errcode = 'HR122'; end if;
  return new;
end $$;
