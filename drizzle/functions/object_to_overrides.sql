-- Every override that stands for this recipient is objected to in the same moment: 24 hours to decide, four where
-- something urgent rests on it.
create or replace function handreiking.object_to_overrides() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform from override where case_id = new.case_id and recipient_id = new.recipient_id order by id for update;
  update override set objected_at = new.at, objection_decided_at = null, objection_decided_by = null,
      decide_by = new.at + case when exists (select from referral
        where override_id = override.id and needs_live and urgency = 'urgent')
        then interval '4 hours' else interval '24 hours' end
    where case_id = new.case_id and recipient_id = new.recipient_id and live and not disputed
      and stands_until > new.at;
  return null;
end $$;
