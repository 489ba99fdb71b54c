import { type ClientOptions, type Clock, createClient } from "../../src/client/index.ts";
import type { PublicKey } from "../../src/identity/clients/public-key.ts";
import { addClient } from "../../src/identity/index.ts";
import { permissions } from "../../src/permissions.ts";
import { keyPair } from "../world/keys.ts";
import { issuer, type Participant, type World } from "../world/world.ts";

export type Fetch = NonNullable<ClientOptions["fetch"]>;

/** A system of a participant, registered with a key of its own, and all that it sends. */
export async function systemOf(
  world: World,
  participant: Pick<Participant, "id">,
  publicKey?: PublicKey,
  scopes: (typeof permissions)[number][] = [...permissions],
  requiresDpop = false,
) {
  const pair = await keyPair();
  const { id: clientId } = await addClient(world.hand(participant.id), {
    name: "System",
    scopes,
    publicKey: publicKey ?? pair.publicKey,
    requiresDpop,
  });
  const sent: Request[] = [];
  const waits: number[] = [];
  const clock: Clock = {
    now: () => new Date(world.clock.time),
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  };
  const fetch: Fetch = (request) => world.app.request(request);

  function connect(options: Partial<ClientOptions> = {}) {
    const { fetch: way = fetch } = options;
    const noting: Fetch = (request) => {
      sent.push(request.clone());
      return way(request);
    };
    return createClient({
      baseUrl: issuer,
      clientId,
      privateKey: pair.privateJwk,
      clock,
      ...options,
      fetch: noting,
    });
  }

  const paths = () => sent.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
  return {
    clientId,
    /** A client of this system, on the world's clock unless told otherwise. */
    connect,
    sent,
    paths,
    signIns: () => paths().filter((path) => path === "POST /oauth/token").length,
    /** The pauses that were made between attempts, in milliseconds. */
    waits,
    fetch,
  };
}

/** The requests to the interface itself, in order. */
export const callsOf = (sent: readonly Request[]) =>
  sent.filter(({ url }) => new URL(url).pathname.startsWith("/v1/"));
