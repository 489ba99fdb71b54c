-- No key is made for what is not there.
create or replace function handreiking.guard_request_key() returns trigger language plpgsql as $$
begin
  if exists (select from handreiking.callback_request where id = new.request_id and let_go_at is not null) then
    raise exception 'nothing is left that a key would open' using errcode = 'HR123';
  end if;
  return new;
end $$;
