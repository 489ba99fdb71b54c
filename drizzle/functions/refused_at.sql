-- When the caller of a case last refused a recipient; null when never.
create or replace function handreiking.refused_at(wanted_case uuid, wanted_recipient uuid) returns timestamptz
  language sql stable set search_path = handreiking, pg_temp as $$
  select max(at) from refusal where case_id = wanted_case and recipient_id = wanted_recipient
$$;
