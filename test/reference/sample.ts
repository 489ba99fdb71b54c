import { z } from "@hono/zod-openapi";
import { createDocument } from "../../src/openapi.ts";
import { needs, permissionMissing } from "../../src/permissions.ts";
import { json, operation } from "../../src/platform/http/operation.ts";
import { PageQuery, pageOf } from "../../src/platform/http/pagination.ts";
import { defineProblem, problems } from "../../src/platform/http/problem.ts";
import { Id, line, Time } from "../../src/platform/text/text.ts";
import { standardRates } from "../../src/rates.ts";

const serviceNotFound = defineProblem("service-not-found", 404, "No such service");
const referralNotFound = defineProblem(
  "referral-not-found",
  404,
  "No such referral",
  "It does not exist, or not for you: a draft is its sender's alone.",
);
const referralMoved = defineProblem("referral-moved", 409, "The referral may not make this move any more");
export const definitions = [serviceNotFound, referralNotFound, referralMoved];

export const Service = z
  .object({
    id: Id,
    name: line(200).openapi({ description: "How the service is called", example: "Veilig Thuis Utrecht" }),
    domain: z.enum(["care", "investigation", "legal"]).openapi({ description: "Which kind of partner" }),
    phones: z.array(
      z.object({
        number: z.string().openapi({ description: "As in RFC 3966", example: "tel:+31-800-2000" }),
        hours: z.string().max(200).optional(),
      }),
    ),
    closedUntil: Time.nullable().openapi({ description: "Set while the service is closed for a time" }),
  })
  .openapi("Service", { description: "What one organization offers, as the directory has it." });

const Topic = z.object({ code: z.string(), narrower: z.array(z.string()).optional() }).openapi("Topic");

const Search = z
  .strictObject({
    words: line(300).openapi({ description: "What is typed during the call", example: "uitbuting werk" }),
    provinces: z
      .array(z.enum(["Utrecht", "Zeeland"]))
      .max(12)
      .optional(),
    near: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number() }).optional(),
  })
  .openapi("ServiceSearch");

const Basis = z.union([
  z.object({ kind: z.literal("consent"), consentId: Id }),
  z.object({ kind: z.literal("override"), overrideId: Id }),
]);

const Referral = z
  .object({
    id: Id,
    state: z.enum(["draft", "offered", "accepted"]).openapi({ description: "See `offerReferral`" }),
    service: Service,
    topics: z.array(Topic),
    basis: Basis,
    notes: z.record(z.string(), z.object({ text: z.string() })),
    offeredAt: Time.optional(),
  })
  .openapi("Referral");

const ReferralPath = z.object({ referralId: Id.openapi({ description: "The referral's id" }) });
const nothing = () => Promise.reject(new Error("not meant to be run"));
const replay = nothing;

export const operations = [
  operation(
    {
      operationId: "searchServices",
      method: "post",
      path: "/service-searches",
      tags: ["Directory"],
      summary: "Search services by words",
      description:
        "Finds services the way a counsellor thinks during a call.\n\n- Typing errors are forgiven.\n- Nothing of it is kept.",
      security: needs("directory:read"),
      request: { body: json(Search, "What is looked for") },
      responses: {
        200: json(pageOf(Service).openapi("ServicePage"), "The best matches"),
        ...problems(permissionMissing),
      },
    },
    nothing,
  ),
  operation(
    {
      operationId: "listServices",
      method: "get",
      path: "/services",
      tags: ["Directory"],
      summary: "List services",
      security: needs("directory:read"),
      request: {
        query: PageQuery.extend({
          domain: z
            .enum(["care", "investigation", "legal"])
            .openapi({ description: "Only of this kind", example: "care" }),
        }),
      },
      responses: { 200: json(pageOf(Service), "One page"), ...problems(permissionMissing) },
    },
    nothing,
  ),
  operation(
    {
      operationId: "getService",
      method: "get",
      path: "/services/{serviceId}",
      tags: ["Directory"],
      summary: "Read a service",
      security: [],
      request: { params: z.object({ serviceId: Id }) },
      responses: { 200: json(Service, "The service"), ...problems(serviceNotFound) },
    },
    nothing,
  ),
  operation(
    {
      operationId: "offerReferral",
      method: "post",
      path: "/referrals/{referralId}/offer",
      tags: ["Referrals"],
      summary: "Offer a referral",
      description:
        'From here on the recipient sees it. Told as `Referral`; `<script>alert(1)</script>` & "more" stays text.',
      security: [{ oauth2: ["cases", "referrals:send"] }],
      request: {
        params: ReferralPath,
        body: json(
          z.strictObject({ basis: Basis, by: z.email().default("a@b.example") }),
          "On what it rests",
        ),
      },
      responses: {
        200: json(Referral, "The offered referral"),
        ...problems(referralNotFound, referralMoved, permissionMissing),
      },
    },
    nothing,
    replay,
  ),
  operation(
    {
      operationId: "removeReferral",
      method: "delete",
      path: "/referrals/{referralId}",
      summary: "Remove a <b>draft</b>",
      security: needs("referrals:send"),
      request: { params: ReferralPath },
      responses: {
        204: { description: "It is gone" },
        404: { description: "Gone <script>already</script>" },
      },
    },
    nothing,
  ),
];

export const sampleDocument = () => createDocument(operations, "https://handreiking.example", standardRates);
