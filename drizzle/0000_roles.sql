-- The service's role, the two schemas, and how Dutch words are read: what all else stands on.

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
-- Wrapped data keys, in a schema of their own: backed up apart from what they open, and kept for a shorter time.
create schema keys;
--> statement-breakpoint
grant usage on schema keys to handreiking_app;
--> statement-breakpoint
-- Two appointments at once are excluded by an index over times.
create extension if not exists btree_gist;
