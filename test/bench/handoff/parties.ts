import type { Sql } from "postgres";
import type { Platform } from "../../../src/platform/context.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { type Joined, join } from "../installation.ts";

export interface Parties {
  helpline: Joined;
  partner: Joined;
  /** A service that the partner answers for. */
  serviceId: string;
}

/** A helpline with a counsellor, and a partner with a service and a system; `admin` is a superuser's. */
export async function admitParties(platform: Platform, admin: Sql): Promise<Parties> {
  const scopes = ["directory:read", "network:read", "cases", "referrals:send"] as const;
  const sending = { name: "Helplijn", sends: true, scopes: [...scopes], role: "counsellor" as const };
  const helpline = await join(platform, sending);
  const partner = await join(platform, { name: "De Brug", sends: false, scopes: ["referrals:receive"] });
  const [organizationId, serviceId] = [randomIds(), randomIds()];
  await admin`insert into handreiking.organization (id, name, description, country, last_modified)
    values (${organizationId}, 'De Brug', 'De Brug', 'NL', now())`;
  await admin`insert into handreiking.service (id, organization_id, name, description, status, domain, audiences,
      channels, cost, last_modified)
    values (${serviceId}, ${organizationId}, 'Hulp', 'Hulp', 'active', 'care', '{harmed}', '{phone}', 'free', now())`;
  await admin`insert into handreiking.organization_participant (organization_id, participant_id)
    values (${organizationId}, ${partner.participantId})`;
  return { helpline, partner, serviceId };
}
