-- The service's role, who the actor is, and how Dutch words are read: what the tables' policies and indexes stand on.

-- Roles belong to the whole server: another database may have made it.
do $$ begin
  create role handreiking_app nologin;
exception when duplicate_object then null; end $$;
--> statement-breakpoint
create schema if not exists handreiking;
--> statement-breakpoint
grant usage on schema handreiking to handreiking_app;
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint
create extension if not exists unaccent;
--> statement-breakpoint
create text search configuration handreiking.dutch (copy = pg_catalog.dutch);
--> statement-breakpoint
alter text search configuration handreiking.dutch
  alter mapping for hword, hword_part, word with unaccent, dutch_stem;
--> statement-breakpoint
-- The participant on whose behalf the transaction runs; null, and so no row, when none was set.
create function handreiking.actor_participant() returns uuid language sql stable
  return nullif(current_setting('handreiking.participant', true), '')::uuid;
--> statement-breakpoint
-- In PL/pgSQL, whose body is read at its first call: the table comes later.
create function handreiking.actor_is_operator() returns boolean language plpgsql stable security definer
  set search_path = handreiking, pg_temp as $$
begin
  return exists (select from participant
    where id = actor_participant() and operator and suspended_at is null);
end $$;
