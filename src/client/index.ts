import { algorithmOf, type PrivateKey } from "./assertion.ts";
import type {
  Answer,
  Arguments,
  Call,
  CallOptions,
  CallSettings,
  ItemOf,
  PagedPath,
  PageOptions,
  PathOf,
  Schemas,
  Versioned,
} from "./calls.ts";
import { type Clock, systemClock } from "./clock.ts";
import { iterateFeed, iteratePages } from "./iterate.ts";
import type { Persistence } from "./persist.ts";
import { createPossession, type PossessionKeys } from "./possession.ts";
import { createCall, type LooseCall, type LooseOptions, typed } from "./send.ts";
import { createSignIn } from "./sign-in.ts";

export type { PrivateKey } from "./assertion.ts";
export type {
  Answer,
  Call,
  CallOptions,
  CallSettings,
  ItemOf,
  PagedPath,
  PageOptions,
  PathOf,
  PostSettings,
  Schemas,
  Versioned,
} from "./calls.ts";
export type { Clock } from "./clock.ts";
export type { components, paths } from "./contract.ts";
export { DisclosureFault, type DisclosureFaultCode } from "./disclosure/fault.ts";
export type { OwnKey, PinnedKey } from "./disclosure/keys.ts";
export { type DisclosureExpected, type OpenedDisclosure, openDisclosure } from "./disclosure/open.ts";
export type { DataCategory, Disclosed } from "./disclosure/payload.ts";
export {
  type Basis,
  type DisclosureToSeal,
  type SealedDisclosure,
  sealDisclosure,
} from "./disclosure/seal.ts";
export { createSpokenCode } from "./disclosure/spoken-code.ts";
export type { PossessionKeys } from "./possession.ts";
export { type Fault, HandreikingProblem } from "./problem.ts";
export {
  type ReceiptIssuer,
  ReceiptRefused,
  receiptStatus,
  type VerifiedReceipt,
  verifyReceipt,
} from "./receipt.ts";
export { SignInFailed } from "./sign-in.ts";

/** A name of what a client may ask for, as `createClient` takes them. */
export type Scope = Schemas["NewClient"]["scopes"][number];

/** Who signs in where. */
export interface ClientOptions {
  /** The service's public address, an origin without a slash at the end: it has to name itself exactly so. */
  baseUrl: string;
  /** The id that the service gave this client. */
  clientId: string;
  privateKey: PrivateKey;
  /** The member for whom the client acts, by id: signed into every assertion. Without it the client acts by itself. */
  onBehalfOf?: string | undefined;
  /** What to ask for; without it everything that the client, and the member, may have. */
  scopes?: readonly Scope[] | undefined;
  /**
   * Binds every token to a key, so that nobody else can use it (DPoP, RFC 9449): `true` for a key that this client
   * makes and that never leaves it, or a key pair of your own. The service may require it of a client.
   */
  dpop?: boolean | PossessionKeys | undefined;
  /** Sends the requests, in place of the global fetch. */
  fetch?: ((request: Request) => Response | Promise<Response>) | undefined;
  /** Tells the time and waits, in place of the system's clock: for tests. */
  clock?: Clock | undefined;
}

/**
 * The service for one client, and for the member for whom it acts. Calls sign in by themselves, repeat what the network
 * lost, and throw HandreikingProblem for a refusal, SignInFailed without a token, and the error of fetch when the
 * service could not be reached.
 */
export interface HandreikingClient {
  /** Reads: `GET("/services/{serviceId}", { params: { path: { serviceId } } })`. */
  GET: Call<"get">;
  /** Creates, moves or searches. Repeated attempts carry one Idempotency-Key, so that nothing is done twice. */
  POST: Call<"post">;
  /** Puts in place; the same once more changes nothing. */
  PUT: Call<"put">;
  /** Changes what the body names (a merge patch, RFC 7396) of the version that `ifMatch` names. */
  PATCH: Call<"patch">;
  /** Removes the version that `ifMatch` names. */
  DELETE: Call<"delete">;
  /** Reads as GET does, together with the ETag that an edit has to name: `{ record, etag }`. */
  version<P extends PathOf<"get">>(
    path: P,
    ...options: Arguments<CallOptions<P, "get">>
  ): Promise<Versioned<Answer<P, "get">>>;
  /**
   * Every entry of a list or a search, page after page as they are needed: `for await (const referral of
   * pages("/referrals", { params: { query: { direction: "received" } } }))`.
   */
  pages<P extends PagedPath>(
    path: P,
    ...options: Record<never, never> extends PageOptions<P>
      ? [options?: PageOptions<P>]
      : [options: PageOptions<P>]
  ): AsyncIterableIterator<ItemOf<P>>;
  /**
   * The participant's events after number `after` (0, or left out, for the beginning) until there are no more. Keep the
   * `number` of the last one that you have dealt with, and go on from it: none is skipped.
   */
  events(options?: { after?: number | undefined } & CallSettings): AsyncIterableIterator<Schemas["Event"]>;
  /**
   * What changed in the directory after number `after` (0, or left out, for the beginning) until there is no more. Keep
   * the `number` of the last one that you have dealt with, and go on from it: none is skipped.
   */
  directoryChanges(
    options?: { after?: number | undefined } & CallSettings,
  ): AsyncIterableIterator<Schemas["DirectoryChange"]>;
  /** The same client acting for another member, with a token of its own; the same member gets the same one. */
  actingFor(memberId: string): HandreikingClient;
}

/**
 * A client of the service at `baseUrl`; nothing is sent before the first call. Throws a TypeError for a key that is not
 * a private Ed25519 or P-256 key, and for a `baseUrl` that is not an https origin or on this machine.
 */
export function createClient(options: ClientOptions): HandreikingClient {
  const { baseUrl, clientId, privateKey, scopes, onBehalfOf, dpop, clock = systemClock } = options;
  const { fetch = (request: Request) => globalThis.fetch(request) } = options;
  requireOrigin(baseUrl);
  algorithmOf(privateKey);
  const network: Persistence = { fetch, clock };
  const possession = dpop ? createPossession(dpop === true ? undefined : dpop) : undefined;
  const tokensFor = createSignIn({ baseUrl, clientId, privateKey, scopes, possession }, network);
  const clients = new Map<string | undefined, HandreikingClient>();

  function clientFor(member: string | undefined): HandreikingClient {
    const kept = clients.get(member);
    if (kept) return kept;
    const call = createCall(baseUrl, network, { tokens: tokensFor(member), possession });
    const client: HandreikingClient = {
      GET: typed(call, "get"),
      POST: typed(call, "post"),
      PUT: typed(call, "put"),
      PATCH: typed(call, "patch"),
      DELETE: typed(call, "delete"),
      version: versionOf.bind(undefined, call) as HandreikingClient["version"],
      // As with `typed`: its own types are the interface's.
      pages: iteratePages.bind(undefined, call) as HandreikingClient["pages"],
      events: ({ after = 0, signal } = {}) => iterateFeed(call, "/events", after, signal),
      directoryChanges: ({ after = 0, signal } = {}) =>
        iterateFeed(call, "/directory-changes", after, signal),
      actingFor: clientFor,
    };
    clients.set(member, client);
    return client;
  }

  return clientFor(onBehalfOf);
}

const versionOf = async (call: LooseCall, path: string, options?: LooseOptions) => {
  const { data: record, etag } = await call("get", path, options);
  return { record, etag };
};

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** RFC 6750, section 5.3: a bearer token travels over TLS. */
function requireOrigin(baseUrl: string): void {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url?.origin !== baseUrl)
    throw new TypeError("baseUrl: must be an origin, such as https://handreiking.example");
  if (url.protocol !== "https:" && !loopback.has(url.hostname))
    throw new TypeError("baseUrl: must be https unless it is this machine");
}
