import { createClient, HandreikingProblem, SignInFailed } from "handreiking/client";

/** What a page of a partner's own software shows; `key` never leaves the browser that made it. */
export async function openOffers(clientId: string, key: CryptoKey, kid: string): Promise<string[]> {
  const handreiking = createClient({
    baseUrl: location.origin,
    clientId,
    privateKey: { key, kid },
    fetch: window.fetch,
  });
  const lines: string[] = [];
  try {
    const query = { direction: "received", state: "offered" } as const;
    for await (const { id, summary } of handreiking.pages("/referrals", { params: { query } }))
      lines.push(`${id}: ${summary?.topics.join(", ") ?? ""}`);
  } catch (error) {
    if (error instanceof HandreikingProblem) lines.push(`${error.code}: ${error.detail}`);
    else if (error instanceof SignInFailed) lines.push(error.message);
    else throw error;
  }
  return lines;
}
