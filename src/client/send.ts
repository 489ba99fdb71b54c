import createFetchClient from "openapi-fetch";
import type { Call, Method } from "./calls.ts";
import type { paths } from "./contract.ts";
import { type Persistence, persist } from "./persist.ts";
import type { Possession } from "./possession.ts";
import { problemOf } from "./problem.ts";
import type { TokenSource } from "./token.ts";

export interface LooseOptions {
  params?: { path?: Record<string, unknown>; query?: Record<string, unknown> };
  body?: Record<string, unknown>;
  signal?: AbortSignal | undefined;
  idempotencyKey?: string | undefined;
  ifMatch?: string | undefined;
}

export interface LooseAnswer {
  data: unknown;
  etag: string | undefined;
}

/** A call before the contract's types: whoever makes one vouches that the contract has it. */
export type LooseCall = (method: Method, path: string, options?: LooseOptions) => Promise<LooseAnswer>;

/** The contract's types for `call`, which sends what they allow and answers what the service answered. */
export const typed = <M extends Method>(call: LooseCall, method: M): Call<M> =>
  ((path: string, options?: LooseOptions) =>
    call(method, path, options).then(({ data }) => data)) as unknown as Call<M>;

export interface CallCredentials {
  tokens: TokenSource;
  /** What the tokens are bound to. */
  possession: Possession | undefined;
}

/** Calls that are signed in, repeated where that helps, and throw refusals. */
export function createCall(baseUrl: string, network: Persistence, credentials: CallCredentials): LooseCall {
  const contract = createFetchClient<paths>({
    baseUrl: `${baseUrl}/v1`,
    redirect: "manual",
    headers: { accept: "application/json" },
    fetch: (request) => sendSignedIn(network, credentials, request),
  });
  return async (method, path, { idempotencyKey, ifMatch, ...options } = {}) => {
    const headers = {
      ...(method === "post" && { "idempotency-key": idempotencyKey ?? crypto.randomUUID() }),
      ...(ifMatch !== undefined && { "if-match": ifMatch }),
    };
    const init = { ...options, headers };
    const { data, error, response } = await contract.request(method, path as never, init as never);
    if (!response.ok) throw problemOf(error, response.status);
    return { data, etag: response.headers.get("etag") ?? undefined };
  };
}

async function sendSignedIn(
  network: Persistence,
  { tokens, possession }: CallCredentials,
  request: Request,
): Promise<Response> {
  const send = (token: string) => persist(network, () => withToken(request, token), request.signal);
  // Every attempt has a proof of its own: the service takes none twice.
  async function withToken(request: Request, token: string): Promise<Request> {
    const signed = request.clone();
    signed.headers.set("authorization", `${possession ? "DPoP" : "Bearer"} ${token}`);
    if (possession) signed.headers.set("dpop", await possession.prove(signed, network.clock.now(), token));
    return signed;
  }
  const token = await tokens();
  const response = await send(token);
  // A token can end early: its client, key or member was changed meanwhile.
  return response.status === 401 ? send(await tokens(token)) : response;
}
