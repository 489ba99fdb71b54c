-- What was deleted from the directory is not found by its text.
create or replace function handreiking.leave_deleted_out() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  is_deleted boolean;
begin
  case tg_table_name
    when 'service' then select deleted_at is not null into is_deleted from service where id = new.id;
    when 'location' then select deleted_at is not null into is_deleted from location where id = new.id;
    else select deleted_at is not null into is_deleted from organization where id = new.id;
  end case;
  if is_deleted then return null; end if;
  return new;
end $$;
