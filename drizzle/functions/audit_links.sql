create or replace aggregate handreiking.audit_links(bytea) (sfunc = handreiking.audit_link, stype = bytea, initcond = '');
