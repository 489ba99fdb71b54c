-- What instances lease of each caller's quota, behind functions; keys of repeated requests are forgotten after their day.
CREATE TABLE "handreiking"."quota" (
	"rate" text NOT NULL,
	"counted" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"taken" integer NOT NULL,
	CONSTRAINT "quota_rate_counted_ends_at_pk" PRIMARY KEY("rate","counted","ends_at")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."quota" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "system" ON "handreiking"."quota" AS PERMISSIVE FOR ALL TO "handreiking_app" USING (false) WITH CHECK (false);--> statement-breakpoint
-- by hand
-- Lost at a crash, which costs one window's count; in return a lease writes no log.
alter table handreiking.quota set unlogged;
--> statement-breakpoint
create function handreiking.lease_quota(named text, who text, window_ends timestamptz, wanted integer, quota integer,
    out granted integer, out taken integer)
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
begin
  insert into quota as kept values (named, who, window_ends, 0) on conflict do nothing;
  select kept.taken into taken from quota as kept
    where kept.rate = named and kept.counted = who and kept.ends_at = window_ends for update;
  granted := greatest(0, least(wanted, lease_quota.quota - taken));
  if granted = 0 then return; end if;
  taken := taken + granted;
  update quota as kept set taken = lease_quota.taken
    where kept.rate = named and kept.counted = who and kept.ends_at = window_ends;
end $$;
--> statement-breakpoint
create function handreiking.forget_quotas(moment timestamptz) returns void language sql security definer
  set search_path = handreiking, pg_temp as $$
  delete from quota where ends_at <= moment
$$;
--> statement-breakpoint
-- Across participants, which the service's login sees one by one.
create function handreiking.forget_idempotency_keys(kept_until timestamptz) returns void language sql security definer
  set search_path = handreiking, pg_temp as $$
  delete from idempotency_record where at < kept_until
$$;
--> statement-breakpoint
revoke execute on function handreiking.lease_quota(text, text, timestamptz, integer, integer),
  handreiking.forget_quotas(timestamptz), handreiking.forget_idempotency_keys(timestamptz) from public;
--> statement-breakpoint
grant execute on function handreiking.lease_quota(text, text, timestamptz, integer, integer),
  handreiking.forget_quotas(timestamptz), handreiking.forget_idempotency_keys(timestamptz) to handreiking_app;
