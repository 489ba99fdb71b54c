import { readFileSync } from "node:fs";

/** What of JSON Schema the document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  example?: unknown;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  schema: Schema;
}

type Content = Record<string, { schema?: Schema }>;

export interface Described {
  operationId: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body: Content | undefined;
  bodyRequired: boolean;
  responses: Record<string, { content?: Content }>;
  open: boolean;
}

interface Document {
  paths: Record<string, Record<string, Method>>;
  components: { schemas: Record<string, Schema> };
}
interface Method extends Pick<Described, "operationId" | "responses"> {
  parameters?: Parameter[];
  requestBody?: { content: Content; required?: boolean };
  security?: unknown[];
}

// The committed document, which test/tree/drift.test.ts holds to the code.
const document: Document = JSON.parse(readFileSync("openapi/handreiking.json", "utf8"));

/** Every operation, as an integrator reads of it. */
export const described: readonly Described[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, parameters, requestBody, responses, security }]) => ({
    operationId,
    method: method.toUpperCase(),
    path,
    parameters: parameters ?? [],
    body: requestBody?.content,
    bodyRequired: requestBody?.required ?? false,
    responses,
    open: security?.length === 0,
  })),
);

/** The schema itself where it is a reference, and one schema where it is several that must all hold. */
export function resolve(schema: Schema): Schema {
  if (schema.$ref) {
    const named = document.components.schemas[schema.$ref.replace("#/components/schemas/", "")];
    if (!named) throw new Error(`the document refers to ${schema.$ref}, which is not there`);
    return resolve(named);
  }
  if (!schema.allOf) return schema;
  const { allOf, ...own } = schema;
  const parts = [...allOf, own].map(resolve);
  const properties = Object.assign({}, ...parts.map((part) => part.properties));
  const required = parts.flatMap((part) => part.required ?? []);
  return Object.assign({}, ...parts, { required }, Object.keys(properties).length > 0 && { properties });
}

/** The alternatives of a schema; itself where there are none. */
export const variantsOf = (schema: Schema): Schema[] => schema.oneOf ?? schema.anyOf ?? [schema];

export const typesOf = ({ type, properties, items }: Schema): string[] => {
  if (type) return [type].flat();
  if (properties) return ["object"];
  return items ? ["array"] : [];
};
