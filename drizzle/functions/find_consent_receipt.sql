-- How the consent of a receipt stands, for whoever knows the receipt's id; nothing else of it.
create or replace function handreiking.find_consent_receipt(receipt uuid)
  returns table (withdrawn_at timestamptz, expires_at timestamptz)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select consent.withdrawn_at, consent.expires_at
  from consent_receipt
    join consent on consent.id = consent_receipt.consent_id
      and consent.participant_id = consent_receipt.participant_id
  where consent_receipt.id = receipt
$$;
