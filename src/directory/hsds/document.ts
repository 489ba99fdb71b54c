import { z } from "zod";
import { ProblemDetails } from "../../platform/http/problem.ts";
import { type Collection, collections } from "./collections.ts";
import { type ParameterName, parameters } from "./parameters.ts";
import { type JsonSchema, pageSchema, referenceTo, schemasOf } from "./schemas.ts";

/** The OpenAPI document of what is served at `issuer`/hsds; `open` when no token is needed. */
export function documentOf(issuer: string, open: boolean) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Handreiking: the directory as HSDS",
      version: "3.1",
      description: about,
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: `${issuer}/hsds` }],
    ...(!open && { security: [{ token: [] }] }),
    paths: {
      "/": { get: root },
      ...Object.fromEntries(collections.flatMap((each) => [listPath(each), onePath(each)])),
    },
    components: {
      schemas: {
        ...schemasOf(
          collections.flatMap((each) => [...each.shapes, each.single({ page: 1, format: "json" })]),
        ),
        page: pageSchema,
        problem: z.toJSONSchema(ProblemDetails),
      },
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([name, { documented, description }]) => [
          name,
          { name, in: "query", description, schema: documented },
        ]),
      ),
      ...(!open && { securitySchemes: { token: { type: "http", scheme: "bearer" } } }),
    },
  };
}

const about = `What the public organizations of this directory offer, as the Human Services Data Specification 3.1 has it, for reading.

- Parameters combine: a record matches all of them. One that is unknown or wrong is refused, and every fault is named.
- **A caller's own words do not belong in an address.** \`search\` is here because the standard has it; it is for words of the trade. Send what a caller said in a body, best to \`searchServices\`.
- A key without a value is left out; nothing is null.
- \`timezone\`, \`opens_at\` and \`closes_at\` carry the offset of the day of the answer: in winter another one than in summer.
- Of a confidential location neither the address nor the coordinates are shown, nor anything else that could tell where it is.`;

const json = (schema: JsonSchema) => ({ "application/json": { schema } });
const answer = (description: string, content: object) => ({ description, content });
const refusal = (description: string) =>
  answer(description, { "application/problem+json": { schema: referenceTo("problem") } });

const root = {
  operationId: "describeInterface",
  summary: "What this interface is",
  responses: {
    200: answer(
      "Its version and where its document is",
      json({
        type: "object",
        properties: {
          version: { type: "string", examples: ["3.1"] },
          profile: { type: "string", format: "uri" },
          openapi_url: { type: "string", format: "uri" },
        },
        required: ["version", "profile", "openapi_url"],
      }),
    ),
  },
};

const named = (names: readonly ParameterName[]) =>
  names.map((name) => ({ $ref: `#/components/parameters/${name}` }));

const pascal = (path: string) => path.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

function listPath({ path, title, parameters: names, shapes }: Collection) {
  const schemas = shapes.map(({ schema }) => referenceTo(schema));
  const record = schemas.length === 1 ? schemas[0] : { anyOf: schemas };
  const page = {
    allOf: [
      referenceTo("page"),
      { type: "object", properties: { contents: { type: "array", items: record } }, required: ["contents"] },
    ],
  };
  const responses = {
    200: answer("A page of them", { ...json(page), "application/x-ndjson": { schema: { type: "string" } } }),
    400: refusal("A parameter is unknown or wrong"),
  };
  const requestBody = {
    description: "The same parameters, where they should not stand in the address",
    content: json({
      type: "object",
      properties: Object.fromEntries(names.map((name) => [name, parameters[name].documented])),
    }),
  };
  const shared = { tags: [title], parameters: named(names), responses };
  return [
    `/${path}`,
    {
      get: { operationId: `list${pascal(path)}`, summary: `${title}, by page`, ...shared },
      post: {
        operationId: `find${pascal(path)}`,
        summary: `${title}, asked for in a body`,
        requestBody,
        ...shared,
      },
    },
  ] as const;
}

function onePath({ path, title, entry, parametersOfOne, single }: Collection) {
  const { schema } = single({ page: 1, format: "json" });
  const withServices = single({ page: 1, format: "json", full_service: true }).schema;
  const record =
    schema === withServices
      ? referenceTo(schema)
      : { anyOf: [referenceTo(schema), referenceTo(withServices)] };
  return [
    `/${path}/{id}`,
    {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } }],
      get: {
        operationId: `show${pascal(entry)}`,
        summary: "One of them, with all that is beneath it",
        tags: [title],
        parameters: named(parametersOfOne),
        responses: {
          200: answer("The record", json(record)),
          400: refusal("The id is no UUID, or a parameter is wrong"),
          404: refusal("No such record, or none that is public"),
        },
      },
    },
  ] as const;
}
