-- Whether a member may make an override that acts at once: none of theirs waits for a review or went without one, and
-- the last that was reviewed was upheld, or a coordinator has said since that they may. Locks the member, so that two
-- at once see each other.
create or replace function handreiking.may_act_alone(member_wanted uuid) returns boolean
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
declare
  since timestamptz;
begin
  perform from member where id = member_wanted and participant_id = actor_participant() for no key update;
  if not found then return false; end if;
  select coalesce(max(at), '-infinity') into since from override_release where member_id = member_wanted;
  return not exists (select from override
      where made_by = member_wanted and review_due_at is not null and reviewed_at is null and made_at >= since)
    and not exists (select from override as refused
      where made_by = member_wanted and reviewed_at >= since and not upheld and not exists (
        select from override as later where later.made_by = member_wanted and later.reviewed_at > refused.reviewed_at));
end $$;
