import { OpenAPIHono } from "@hono/zod-openapi";
import { permissionMeanings } from "./permissions.ts";
import { apiVersion } from "./platform/http/middleware.ts";
import type { Operation } from "./platform/http/operation.ts";
import type { Rates } from "./platform/rate-limit/rate.ts";
import { type RateName, rateMeanings } from "./rates.ts";

/** The OpenAPI 3.1 document of all operations, for the service at `publicUrl` that takes requests at `rates`. */
export function createDocument(operations: readonly Operation[], publicUrl: string, rates: Rates) {
  const app = new OpenAPIHono();
  for (const { route } of operations) app.openAPIRegistry.registerPath(route);
  app.openAPIRegistry.registerComponent("securitySchemes", "oauth2", {
    type: "oauth2",
    description: signIn,
    flows: { clientCredentials: { tokenUrl: `${publicUrl}/oauth/token`, scopes: permissionMeanings } },
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "__Host-handreiking-session",
    description: people,
  });
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Handreiking",
      version: apiVersion,
      description: `${about}\n\n${tellRates(rates)}`,
      license: {
        name: "EUPL-1.2",
        url: "https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12",
      },
      contact: {
        name: "Handreiking maintainers",
        url: "https://handreiking.example",
        email: "api@handreiking.example",
      },
    },
    servers: [{ url: `${publicUrl}/v1` }],
    tags: [
      {
        name: "Directory",
        description: "Find the right partner: services, organizations and the topics they are filed under.",
      },
      {
        name: "Directory quality",
        description:
          "Keep the directory right: what was checked and is due, corrections, room, doubles and callers' words.",
      },
      {
        name: "Network",
        description: "Who takes part: participants, their agreements, their people, systems and keys.",
      },
      {
        name: "Callback requests",
        description:
          "The first contact: somebody asks to be called back, by phone, mail, chat or a helpline's web form.",
      },
      {
        name: "Cases",
        description:
          "One pseudonymous person's file at a helpline: help questions, consents, and what is sealed under its own key.",
      },
      {
        name: "Planning",
        description: "When counsellors work, when callers are safe, and the appointments that fit both.",
      },
      {
        name: "Conversations",
        description:
          "What was talked about, charted in codes, and the steps of the reporting code after danger signs.",
      },
      {
        name: "Referrals",
        description: "The warm handoff: one help question offered to one service, from draft to outcome.",
      },
      {
        name: "Introductions",
        description:
          "The moment at which caller, counsellor and partner speak, and the disclosure of who the caller is.",
      },
      {
        name: "Overrides",
        description: "Disclosing without the caller's consent: a decision that two members answer for.",
      },
      {
        name: "Emergencies",
        description:
          "Emergency calls that were made: written down afterwards, and looked at by another member.",
      },
      {
        name: "Obligations",
        description: "What a recipient still owes once a handoff has ended: to delete what it holds.",
      },
      {
        name: "Knowledge",
        description:
          "What the network knows: articles that helplines write, a second person publishes, and readers correct.",
      },
      {
        name: "Signals",
        description:
          "What is told of movements and groups: registered in codes by one member, reviewed by another.",
      },
      {
        name: "Statistics",
        description: "A helpline's yearly figures, released once no small number can be computed from them.",
      },
      { name: "Tasks", description: "A worker's day: what is due, why, and the operation that does it." },
      { name: "Numbers", description: "How soon handoffs are answered, and what becomes of them." },
      { name: "Events", description: "What happened, in order, for one participant." },
      { name: "Audit", description: "Who did what, when and why, for the privacy officer." },
    ],
  });
}

const tellRates = (rates: Rates) => `How many requests are taken, and of whom:

${Object.entries(rates)
  .map(
    ([name, { quota, seconds }]) =>
      `- \`${name}\`: ${quota} in ${seconds} seconds of ${rateMeanings[name as RateName]}`,
  )
  .join("\n")}

The \`RateLimit\` header says what is left. Beyond it the answer is 429, with a \`Retry-After\`.`;

const about = `The partner directory and warm-handoff service of a referral network.

A counsellor finds a partner (\`searchServices\`), records what the caller agreed to (\`recordConsent\`), drafts and offers a referral (\`createReferral\`, \`offerReferral\`). The partner acknowledges and accepts it (\`acknowledgeReferral\`, \`acceptReferral\`). Once the introduction is fixed with the caller (\`fixIntroduction\`) the partner can fetch who they are (\`fetchDisclosure\`), sealed so that this service cannot read it; both sides confirm the contact (\`confirmContact\`). When the caller withdraws consent (\`withdrawConsent\`), every referral resting on it ends in the same moment, nothing is left to fetch, and the partner owes an answer to what it kept (\`meetObligation\`).

What you may rely on:

- Another organization's records do not exist for you: they answer 404, as an unknown id does. So does a draft addressed to you.
- Until an introduction is fixed a partner sees codes only: no name, no free text. Nothing ever links two referrals to one person.
- The same move with the same content again answers 200 and changes nothing; with other content it answers 409.
- A POST that creates or moves takes an \`Idempotency-Key\`: repeat a request whose answer you did not get with the same key.
- Times are UTC. Lists are pages: follow \`nextCursor\` until it is absent. \`listEvents\` never skips an event.
- A refusal is a problem document (RFC 9457) whose \`type\` you can switch on; a wrong request is told all its faults at once. Nothing that you sent is repeated in it.`;

const signIn = `Systems sign in at \`/oauth/token\` with \`grant_type=client_credentials\` and a client assertion (\`private_key_jwt\`, RFC 7523), and receive an access token for five minutes. The assertion is a JWT, signed with the client's key and naming it in \`kid\`, with these claims:

- \`iss\` and \`sub\`: the client's id
- \`aud\`: this service's issuer, as the only value
- \`iat\` and \`exp\`: at most 300 seconds apart
- \`jti\`: new for every assertion
- \`on_behalf_of\`: the id of the member for whom the client acts; needed for \`cases\` and \`referrals:send\`

With a proof of possession in the header \`DPoP\` (RFC 9449) the token is bound to the key that made it: it is then sent as \`Authorization: DPoP …\`, with a new proof for each request. A client may be registered to need this; any client can do it. Proofs are taken once, for a minute from their \`iat\`.

Addresses and algorithms stand in the metadata at \`/.well-known/oauth-authorization-server\` (RFC 8414). The typed client \`handreiking/client\` does all of this.`;

const people = `People sign in at \`/sign-in\`, at their own organization's identity provider or, where it has none, by a passkey (\`inviteMember\`), and receive a session as a cookie that no script reads. Each request may then do what the member's roles allow at that moment. A request that changes something has to come from a page of this service: its \`Origin\` or \`Sec-Fetch-Site\` header says so. A session ends when nothing was asked for half an hour, after twelve hours, by \`endSession\`, and at once when member or participant is suspended.`;
