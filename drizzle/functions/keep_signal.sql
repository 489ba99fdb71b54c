-- A note only goes; with its conversation at the latest.
create or replace function handreiking.keep_signal() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if num_nonnulls(new.conversation_id, new.reported_by_id) <> 1 then
      raise exception 'a signal comes from a conversation or from a partner' using errcode = 'check_violation';
    end if;
  elsif new.note is not null and new.note is distinct from old.note then
    raise exception 'a note of a signal is never changed' using errcode = 'check_violation';
  elsif old.conversation_id is not null and new.conversation_id is null then
    new.note = null;
  end if;
  return new;
end $$;
