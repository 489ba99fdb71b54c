-- The only way to a disclosure's key: for its recipient, on an entry of this look that another transaction has
-- committed, in the minute after, once.
create or replace function handreiking.take_disclosure_key(handoff uuid, entry uuid, moment timestamptz)
  returns table (wrapped bytea, kek_id text) language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  found_referral referral;
  look audit_event;
  told disclosure;
begin
  select * into found_referral from referral where id = handoff for update;
  select * into told from disclosure where referral_id = handoff;
  select * into look from audit_event where id = entry and subject_id = handoff and action = 'disclosure.read'
    and participant_id = found_referral.recipient_id and subject_participant_id = found_referral.sender_id;
  if found_referral.recipient_id is distinct from actor_participant() or not found_referral.disclosed
    or moment < found_referral.moved_at or not basis_stands(handoff, moment)
    or look.id is null or look.at > moment or look.at < moment - interval '1 minute'
    -- A look at what was sealed before is none at this.
    or told.referral_id is null or told.sealed_at > look.at or told.spent_at is not null
    or told.recipient_kid is not null and not exists (select from participant_key
      where participant_id = told.recipient_id and kid = told.recipient_kid and revoked_at is null)
  then return; end if;
  update origin set used_at = clock_timestamp()
    where record_id = entry and kind = 'look' and used_at is null and transaction <> pg_current_xact_id()
      and at > clock_timestamp() - interval '1 minute';
  if not found then return; end if;
  update disclosure set spent_at = moment where referral_id = handoff and method = 'code';
  if found_referral.fetched_at is null then
    update referral set fetched_at = moment where id = handoff;
  end if;
  return query select disclosure_key.wrapped, disclosure_key.kek_id from keys.disclosure_key
    where referral_id = handoff;
end $$;
