-- Whether a conversation is one of the case.
create or replace function handreiking.is_conversation_of(wanted uuid, of_case uuid) returns boolean
  language sql stable set search_path = handreiking, pg_temp as $$
  select exists (select from conversation where id = wanted and case_id = of_case)
$$;
