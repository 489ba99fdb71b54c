-- Systems signing in: proofs of possession used once, each client's own settings, and what a client's key may be.
CREATE TABLE "handreiking"."used_proof" (
	"participant_id" uuid NOT NULL,
	"jkt" text NOT NULL,
	"jti" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "used_proof_participant_id_jkt_jti_pk" PRIMARY KEY("participant_id","jkt","jti")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."used_proof" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."client" ADD COLUMN "requires_dpop" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "handreiking"."client" ADD COLUMN "profile" text DEFAULT 'fapi' NOT NULL;--> statement-breakpoint
CREATE INDEX "used_proof_expires" ON "handreiking"."used_proof" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "client_key_material" ON "handreiking"."client_key" USING btree ("client_id",coalesce(jwk->>'x', jwk->>'n'));--> statement-breakpoint
CREATE INDEX "used_assertion_expires" ON "handreiking"."used_assertion" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "handreiking"."client_key" ADD CONSTRAINT "client_key_kind" CHECK (case jwk->>'kty'
        when 'OKP' then jwk->>'crv' = 'Ed25519' and length(jwk->>'x') = 43
        when 'EC' then jwk->>'crv' = 'P-256' and length(jwk->>'x') = 43 and length(jwk->>'y') = 43
        when 'RSA' then jwk->>'e' = 'AQAB' and length(jwk->>'n') between 342 and 683
        else false end is true);--> statement-breakpoint
ALTER TABLE "handreiking"."client_key" ADD CONSTRAINT "client_key_public" CHECK (not jwk ?| '{d,p,q,dp,dq,qi,oth,k}');--> statement-breakpoint
ALTER TABLE "handreiking"."client_key" ADD CONSTRAINT "client_key_life" CHECK (expires_at > added_at);--> statement-breakpoint
ALTER TABLE "handreiking"."client" ADD CONSTRAINT "client_profile" CHECK (profile in ('fapi', 'nl-gov'));--> statement-breakpoint
ALTER TABLE "handreiking"."client" ADD CONSTRAINT "client_scopes" CHECK (cardinality(scopes) > 0);--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."used_proof" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."used_proof"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."used_proof"."participant_id" = (select handreiking.actor_participant()));
--> statement-breakpoint
-- by hand
-- Who a client is, before any participant is set: what the signature is checked with and what it may then be given.
-- The roles are null where it has no such member.
drop function handreiking.find_client_key(uuid, text, timestamptz);
--> statement-breakpoint
create function handreiking.find_client(client uuid, named text, acting_member uuid, moment timestamptz)
  returns table (participant_id uuid, operator boolean, key_id uuid, jwk jsonb, scopes text[], requires_dpop boolean,
    profile text, roles text[])
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select client.participant_id, participant.operator, client_key.id, client_key.jwk, client.scopes,
    client.requires_dpop, client.profile, member.roles
  from client
    join participant on participant.id = client.participant_id
    join client_key on client_key.client_id = client.id
    left join member on member.id = acting_member and member.participant_id = client.participant_id
      and member.suspended_at is null
  where client.id = find_client.client and client_key.kid = named
    and client_key.revoked_at is null and coalesce(client_key.expires_at > moment, true)
    and client.suspended_at is null and participant.suspended_at is null
$$;
--> statement-breakpoint
-- What the bearer of a token may do now: no row once participant, client, key or member is suspended.
drop function handreiking.find_actor(uuid, uuid, uuid, timestamptz);
--> statement-breakpoint
create function handreiking.find_actor(client uuid, key uuid, acting_member uuid, moment timestamptz)
  returns table (participant_id uuid, operator boolean, scopes text[], roles text[], requires_dpop boolean)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select client.participant_id, participant.operator, client.scopes, member.roles, client.requires_dpop
  from client
    join participant on participant.id = client.participant_id
    join client_key on client_key.client_id = client.id
    left join member on member.id = acting_member and member.participant_id = client.participant_id
      and member.suspended_at is null
  where client.id = find_actor.client and client_key.id = key
    and client_key.revoked_at is null and coalesce(client_key.expires_at > moment, true)
    and client.suspended_at is null and participant.suspended_at is null
    and (acting_member is null or member.id is not null)
$$;
--> statement-breakpoint
-- Of all participants at once, and nothing but what has expired.
create function handreiking.clear_used(moment timestamptz) returns void language sql security definer
  set search_path = handreiking, pg_temp as $$
  delete from used_assertion where expires_at < moment;
  delete from used_proof where expires_at < moment;
$$;
--> statement-breakpoint
revoke execute on function handreiking.find_client(uuid, text, uuid, timestamptz),
  handreiking.find_actor(uuid, uuid, uuid, timestamptz), handreiking.clear_used(timestamptz) from public;
--> statement-breakpoint
grant execute on function handreiking.find_client(uuid, text, uuid, timestamptz),
  handreiking.find_actor(uuid, uuid, uuid, timestamptz), handreiking.clear_used(timestamptz) to handreiking_app;
--> statement-breakpoint
grant select, insert on handreiking.used_proof to handreiking_app;
