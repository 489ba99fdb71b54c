/**
 * What clears away believes the database's clock alone. The clock of tests stands years away from it, so that it is
 * believed here, but in the tests of just that.
 */
export const believeAnyTime = `create or replace function handreiking.latest_moment() returns timestamptz
  language sql volatile set search_path = handreiking, pg_temp as $$ select 'infinity'::timestamptz $$`;
