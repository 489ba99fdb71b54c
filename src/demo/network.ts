import { exportJWK, generateKeyPair } from "jose";
import { createClient, type HandreikingClient, type Scope } from "../client/index.ts";
import { linkOrganization, listOrganizations, seedDirectory } from "../directory/index.ts";
import type { Service } from "../host/node.ts";
import { addMember, admitParticipant, findOperator, NewParticipant } from "../identity/index.ts";
import { permissions } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { ownersHand } from "../platform/database/owner.ts";
import { type OwnKeys, publishKeys } from "./keys.ts";
import type { Teller } from "./tell.ts";

/** Somebody in the story, who works through the own system of their organization. */
export interface Person {
  organization: string;
  participantId: string;
  /** That system, acting for this person. */
  handreiking: HandreikingClient;
  keys: OwnKeys;
}

/** Eva is a counsellor at a helpline; Noor and Sam take referrals in at two partners. */
export interface Network {
  eva: Person;
  noor: Person;
  sam: Person;
}

interface Joining {
  organization: string;
  sends: boolean;
  person: string;
  role: "counsellor" | "partner";
  scopes: Scope[];
}

const everyone: Scope[] = ["directory:read", "network:read", "members", "events:read"];
const partnerScopes: Scope[] = [...everyone, "referrals:receive"];
const helplineScopes: Scope[] = [...everyone, "cases", "referrals:send"];
const partner = { sends: false, role: "partner", scopes: partnerScopes } as const;

/** Loads the starter directory and admits three participants, each with a system and keys made on the spot. */
export async function formNetwork(service: Service, tell: Teller): Promise<Network> {
  const operatorId = await findOperator(service.platform.db);
  const asJobOf = (participantId: string): Context => ({
    ...service.platform,
    // As at the server's terminal: there are not two people anywhere in this network yet.
    db: ownersHand(service.platform.db),
    actor: { kind: "job", id: operatorId, participantId, permissions: new Set(permissions) },
  });
  const operator = asJobOf(operatorId);
  const { organizations, services } = await seedDirectory(operator);
  tell.plain(`The starter directory is loaded: ${organizations} organizations with ${services} services.`);
  tell.plain(
    "Three organizations join; the system of each publishes the keys to seal to it and to know it by:",
  );

  async function join({ organization, sends, person, role, scopes }: Joining): Promise<Person> {
    const { privateKey, publicKey } = await generateKeyPair("EdDSA", { extractable: true });
    const newcomer = NewParticipant.parse({
      name: organization,
      reach: "api",
      twoPersons: false,
      partnership: { sends, receives: !sends },
      client: { name: `System of ${organization}`, scopes, publicKey: await exportJWK(publicKey) },
    });
    const { id: participantId, client } = await admitParticipant(operator, newcomer);
    const member = await addMember(asJobOf(participantId), { name: person, roles: [role] });
    const signingIn = {
      baseUrl: service.url,
      clientId: client?.id ?? "",
      privateKey: await exportJWK(privateKey),
    };
    const system = createClient({
      ...signingIn,
      fetch: (request) => fetchAndTell(request, newcomer.client?.name ?? "", tell),
    });
    const handreiking = createClient({
      ...signingIn,
      onBehalfOf: member.id,
      fetch: (request) => fetchAndTell(request, person, tell),
    });
    return { participantId, organization, handreiking, keys: await publishKeys(system) };
  }

  async function joinFromDirectory(organization: string, person: string): Promise<Person> {
    const joined = await join({ ...partner, organization, person });
    const { items } = await listOrganizations(operator, { pageSize: 100 });
    const listed = items.find(({ name }) => name === organization);
    if (!listed) throw new Error(`${organization} is not in the starter directory`);
    await linkOrganization(operator, listed.id, joined.participantId);
    return joined;
  }

  return {
    eva: await join({
      organization: "Helpline",
      sends: true,
      person: "Eva",
      role: "counsellor",
      scopes: helplineScopes,
    }),
    noor: await joinFromDirectory("Fier", "Noor"),
    sam: await joinFromDirectory("Slachtofferhulp Nederland", "Sam"),
  };
}

/** Method and path as they were sent, ids shortened; never a header or a body. */
async function fetchAndTell(request: Request, person: string, tell: Teller): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const response = await fetch(request);
  const path = (pathname + search).replaceAll(/([0-9a-f]{8})-[0-9a-f-]{27}/g, "$1…");
  if (!pathname.startsWith("/.well-known/"))
    tell.request(`${person}: ${request.method} ${path}`, response.status);
  return response;
}
