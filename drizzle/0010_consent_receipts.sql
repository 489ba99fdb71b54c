-- Receipts of consents: a pseudonym for each consent that is proved to others, and its status for whoever holds it.
CREATE TABLE "handreiking"."consent_receipt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"consent_id" uuid NOT NULL,
	"first_issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_receipt_once" UNIQUE("consent_id")
);
--> statement-breakpoint
ALTER TABLE "handreiking"."consent_receipt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handreiking"."consent_receipt" ADD CONSTRAINT "consent_receipt_consent" FOREIGN KEY ("consent_id") REFERENCES "handreiking"."consent"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "own" ON "handreiking"."consent_receipt" AS PERMISSIVE FOR ALL TO "handreiking_app" USING ("handreiking"."consent_receipt"."participant_id" = (select handreiking.actor_participant())) WITH CHECK ("handreiking"."consent_receipt"."participant_id" = (select handreiking.actor_participant()));--> statement-breakpoint
-- by hand
-- How the consent of a receipt stands, for whoever knows the receipt's id; nothing else of it.
create function handreiking.find_consent_receipt(receipt uuid)
  returns table (withdrawn_at timestamptz, expires_at timestamptz)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select consent.withdrawn_at, consent.expires_at
  from consent_receipt
    join consent on consent.id = consent_receipt.consent_id
      and consent.participant_id = consent_receipt.participant_id
  where consent_receipt.id = receipt
$$;
--> statement-breakpoint
revoke execute on function handreiking.find_consent_receipt(uuid) from public;
--> statement-breakpoint
grant execute on function handreiking.find_consent_receipt(uuid) to handreiking_app;
--> statement-breakpoint
grant select, insert on handreiking.consent_receipt to handreiking_app;
