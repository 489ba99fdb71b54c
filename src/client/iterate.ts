import type { Schemas } from "./calls.ts";
import type { LooseCall, LooseOptions } from "./send.ts";

/** Every entry from the first page on; the cursor travels where the other options do, in the query or in the body. */
export async function* iteratePages<T>(
  call: LooseCall,
  path: string,
  options: LooseOptions = {},
): AsyncGenerator<T, void, undefined> {
  let next: { cursor?: string } = {};
  do {
    const { body, params } = options;
    const asked = body
      ? { ...options, body: { ...body, ...next } }
      : { ...options, params: { ...params, query: { ...params?.query, ...next } } };
    const { data } = await call(body ? "post" : "get", path, asked);
    const page = data as { items: T[]; nextCursor?: string };
    yield* page.items;
    next = page.nextCursor === undefined ? {} : { cursor: page.nextCursor };
  } while (next.cursor !== undefined);
}

/** The feeds of the contract, by what an entry of each is. */
interface Feeds {
  "/events": Schemas["Event"];
  "/directory-changes": Schemas["DirectoryChange"];
}

/** Every entry of a feed after `after`, until there are no more. */
export async function* iterateFeed<F extends keyof Feeds>(
  call: LooseCall,
  feed: F,
  after: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Feeds[F], void, undefined> {
  let more = true;
  while (more) {
    const options = { params: { query: { after, pageSize: 100 } }, signal };
    const { data } = await call("get", feed, options);
    const page = data as { items: Feeds[F][]; after: number; more: boolean };
    yield* page.items;
    ({ after, more } = page);
  }
}
