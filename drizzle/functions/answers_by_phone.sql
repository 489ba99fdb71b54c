-- Who has no login of any kind answers by telephone, and others write it down.
create or replace function handreiking.answers_by_phone(party uuid) returns boolean language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select exists (select from participant where id = party and reach = 'phone')
    and not exists (select from member where participant_id = party)
    and not exists (select from client where participant_id = party)
$$;
