-- The chain of a participant's audit entries: each link is the hash of the one before and the entry.
create or replace aggregate handreiking.audit_links(bytea) (sfunc = handreiking.audit_link, stype = bytea, initcond = '');
