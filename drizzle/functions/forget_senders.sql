-- Who mailed is no longer to be known again once what they told is gone.
create or replace function handreiking.forget_senders() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  update mail set sender_print = null, id_print = null where request_id = new.id;
  return null;
end $$;
