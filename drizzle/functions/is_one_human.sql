-- Whether two members are known by one passkey or one subject of a provider; asked about a member of one's own.
create or replace function handreiking.is_one_human(one uuid, other uuid) returns boolean language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select exists (select from person_mark as mine join person_mark as theirs using (mark)
    where mine.member_id = one and theirs.member_id = other)
    and exists (select from member where id in (one, other) and participant_id = actor_participant())
$$;
