import { lookup } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { isLoopbackUrl, isPublicAddress } from "./address.ts";
import { type FetchOutside, OutsideFault, patience, permitted, readAnswer } from "./outside.ts";

/**
 * Requests that leave Node. The address is checked as written, and again as resolved, when it is connected to:
 * a name may resolve to an address of this network, or to another one the second time.
 */
export const fetchFromNode =
  (loopback: boolean): FetchOutside =>
  async (input, init = {}) => {
    const url = permitted(input, loopback);
    const own = loopback && isLoopbackUrl(url);
    const answer = await ask(url, init, own ? {} : { lookup: lookupPublic });
    const bytes = await readAnswer(answer);
    const headers = new Headers();
    for (const [name, values = []] of Object.entries(answer.headersDistinct))
      for (const value of values) headers.append(name, value);
    return new Response(bytes.length > 0 ? bytes : null, { status: answer.statusCode ?? 502, headers });
  };

function ask(url: URL, init: RequestInit, options: { lookup?: LookupFunction }): Promise<IncomingMessage> {
  const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, {
    ...options,
    method: init.method ?? "GET",
    headers: Object.fromEntries(new Headers(init.headers)),
    agent: false,
    signal: AbortSignal.timeout(patience),
  });
  return new Promise((resolve, reject) => {
    request.once("response", resolve);
    request.once("error", (error) =>
      reject(error instanceof OutsideFault ? error : new OutsideFault("NoAnswer")),
    );
    request.end(init.body == null ? undefined : String(init.body));
  });
}

const lookupPublic: LookupFunction = (hostname, options, answer) =>
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error || !first) answer(error ?? new OutsideFault("NoAnswer"), "");
    else if (!found.every(({ address }) => isPublicAddress(address)))
      answer(new OutsideFault("AddressRefused"), "");
    else if (options.all) answer(null, found);
    else answer(null, first.address, first.family);
  });
