-- One link of a chain from the one before it; run over rows in order, all their links.
create or replace function handreiking.audit_link(before bytea, entry bytea) returns bytea language sql immutable strict
  return sha256(before || entry);
