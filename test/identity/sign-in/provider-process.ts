import { createServer } from "node:http";
import Provider, { type ClientMetadata } from "oidc-provider";

/** Who signs in there next, and with what claims. */
export interface Account {
  sub: string;
  [claim: string]: unknown;
}

export interface Asked {
  clients?: ClientMetadata[];
  account?: Account;
}

let account: Account = { sub: "nobody" };
const accounts = new Map<string, Account>();
let clients: ClientMetadata[] = [];

const server = createServer((request, response) => {
  const [, , uid] = (request.url ?? "").split("/");
  if (!request.url?.startsWith("/interaction/") || !uid) return provider.callback()(request, response);
  accounts.set(account.sub, account);
  const { acr, amr } = account as { acr?: string; amr?: string[] };
  const login = { accountId: account.sub, ...(acr && { acr }), ...(amr && { amr }) };
  return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
});

let provider: Provider;

function open(issuer: string): void {
  provider = new Provider(issuer, {
    clients,
    acrValues: ["strong", "weak"],
    clientAuthMethods: ["private_key_jwt", "none"],
    claims: { openid: ["sub", "acr", "amr", "groups", "name"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => accounts.get(sub) ?? { sub } }),
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({
        clientId: String(oidc.client?.clientId),
        accountId: String(oidc.session?.accountId),
      });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  });
}

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  process.on("message", (asked: Asked) => {
    if (asked.account) account = asked.account;
    if (asked.clients) {
      clients = asked.clients;
      open(issuer);
    }
    process.send?.({ done: true });
  });
  process.send?.({ issuer });
});
process.once("disconnect", () => process.exit());
