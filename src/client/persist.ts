import type { Clock } from "./clock.ts";

/** How often one request is sent in all, and the milliseconds before the second time; twice as many each time after. */
const attempts = 4;
const firstPause = 250;
/** Milliseconds: an attempt unanswered for longer counts as failed; a server that asks for a longer pause is believed. */
const patience = 30_000;

export interface Persistence {
  fetch: (request: Request) => Response | Promise<Response>;
  clock: Clock;
}

/**
 * Sends what `prepare` makes until there is an answer. Sent again is what the network lost and what the service was too
 * busy for, after the pause that it asks for (Retry-After, RFC 9110, section 10.2.3); so it has to be safe to repeat.
 */
export async function persist(
  { fetch, clock }: Persistence,
  prepare: () => Request | Promise<Request>,
  signal?: AbortSignal,
): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const last = attempt === attempts;
    const pause = firstPause * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
    signal?.throwIfAborted();
    const request = limited(await prepare(), signal);
    try {
      const response = await read(await fetch(request));
      const asked = (await isBusy(response)) ? (pauseAskedBy(response, clock) ?? pause) : undefined;
      if (last || asked === undefined || asked > patience) return response;
      await clock.wait(asked, signal);
    } catch (error) {
      if (last || signal?.aborted) throw error;
      await clock.wait(pause, signal);
    }
  }
}

function limited(request: Request, signal: AbortSignal | undefined): Request {
  const limit = AbortSignal.timeout(patience);
  return new Request(request, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
}

/** With its body, so that a connection that breaks halfway counts as a failed attempt. */
async function read(response: Response): Promise<Response> {
  if (response.body === null) return response;
  const { status, headers } = response;
  return new Response(await response.arrayBuffer(), { status, headers });
}

const busyStatuses = new Set([429, 502, 503, 504]);

async function isBusy(response: Response): Promise<boolean> {
  if (response.status !== 409) return busyStatuses.has(response.status);
  const { type } = await response
    .clone()
    .json()
    .catch(() => ({}));
  return type === "/problems/idempotency-key-busy";
}

/** Milliseconds; the header holds seconds or a date. */
function pauseAskedBy(response: Response, clock: Clock): number | undefined {
  const value = response.headers.get("retry-after");
  if (value === null) return undefined;
  const pause = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - clock.now().getTime();
  return Number.isNaN(pause) ? undefined : Math.max(0, pause);
}
