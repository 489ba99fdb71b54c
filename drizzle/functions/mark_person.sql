-- By what a member is known as a human. It stays when a link or a passkey goes: whoever was both is one person.
create or replace function handreiking.mark_person() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  known jsonb := to_jsonb(new);
begin
  insert into person_mark (member_id, mark)
    select new.member_id, encode(sha256(convert_to(case tg_table_name
      when 'passkey' then 'passkey ' || (known ->> 'public_key')
      else 'provider ' || jsonb_build_array(known -> 'issuer', known -> 'subject')::text end, 'UTF8')), 'hex')
    where tg_table_name = 'passkey' or known ->> 'subject' is not null
    on conflict do nothing;
  return null;
end $$;
