import type { Database } from "../../platform/context.ts";
import { findFaults } from "../../platform/http/faults.ts";
import { readJson, repeated } from "../../platform/http/json.ts";
import { fail, invalidRequest } from "../../platform/http/problem.ts";
import { findPostcode } from "../postcodes.ts";
import { read } from "../search/understand.ts";
import type { Collection } from "./collections.ts";
import type { Asked } from "./filters.ts";
import { type ParameterName, type Query, querySchema } from "./parameters.ts";

/** The parameters of a request, from its query and, for POST, its JSON body, which comes first. */
export async function readQuery(request: Request, names: readonly ParameterName[]): Promise<Query> {
  const inQuery = queryOf(new URL(request.url).searchParams);
  const { value: body, repeating } = request.method === "POST" ? await readJson(request) : {};
  if (repeating) fail(invalidRequest, { errors: [{ in: "body", pointer: "", detail: repeated }] });
  const schema = querySchema(names);
  if (body === undefined) return parse(schema, "query", inQuery);
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    const errors = [{ in: "body" as const, pointer: "", detail: "must be an object of parameters" }];
    return fail(invalidRequest, { errors });
  }
  parse(schema, "query", inQuery);
  return parse(schema, "body", { ...inQuery, ...body });
}

function parse(schema: ReturnType<typeof querySchema>, part: "query" | "body", values: object): Query {
  const result = schema.safeParse(values);
  if (!result.success) return fail(invalidRequest, { errors: findFaults(part, result.error) });
  // The schemas of the named parameters made it.
  return result.data as unknown as Query;
}

/** A repeated parameter becomes a list, which no schema takes. */
const queryOf = (search: URLSearchParams) =>
  Object.fromEntries(
    [...new Set(search.keys())].map((key) => {
      const values = search.getAll(key);
      return [key, values.length > 1 ? values : values[0]];
    }),
  );

/** Adds what the database and the postcodes make of the words and the place. */
export async function understandQuery(tx: Database, collection: Collection, query: Query): Promise<Asked> {
  const area = query.postcode === undefined ? undefined : findPostcode(query.postcode);
  if (query.postcode !== undefined && !area) {
    const detail = "must be a Dutch postcode that exists";
    fail(invalidRequest, { errors: [{ in: "query", pointer: "postcode", detail }] });
  }
  if (!collection.ranked || !query.search) return { query, area };
  return { query, area, understood: await read(tx, query.search) };
}
