-- What stands of an entry at the target, and what the chain is hashed over.
create or replace function handreiking.ledger_text(entry handreiking.ledger_entry) returns text language sql stable
  set search_path = handreiking, pg_temp as $$
  select jsonb_build_array(entry.seq, entry.id, entry.kind, entry.subject_id, entry.participant_id, entry.other_id,
    entry.codes, (extract(epoch from entry.at) * 1000000)::bigint)::text
$$;
