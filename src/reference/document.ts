/*
 * What the page reads of an OpenAPI 3.1 document and its JSON Schema.
 */

export interface OpenApiDocument {
  openapi: string;
  info: {
    title: string;
    version: string;
    description?: string;
    license?: { name: string };
    contact?: { name?: string; email?: string };
  };
  servers?: readonly { url: string }[];
  tags?: readonly Tag[];
  paths?: Readonly<Record<string, PathItem>>;
  components?: {
    schemas?: Readonly<Record<string, Schema>>;
    securitySchemes?: Readonly<Record<string, SecurityScheme>>;
  };
}

export interface Tag {
  name: string;
  description?: string;
}

export const methods = ["get", "post", "put", "patch", "delete"] as const;
export type Method = (typeof methods)[number];

type PathItem = { readonly [M in Method]?: OperationObject };

export interface OperationObject {
  operationId?: string;
  tags?: readonly string[];
  summary?: string;
  description?: string;
  deprecated?: boolean;
  security?: readonly Readonly<Record<string, readonly string[]>>[];
  parameters?: readonly (Parameter | Pointer)[];
  requestBody?: Body | Pointer;
  responses?: Readonly<Record<string, Answer | Pointer>>;
}

interface Pointer {
  $ref: string;
}

export interface Parameter {
  name: string;
  in: string;
  description?: string;
  required?: boolean;
  schema?: Schema;
}

interface Body {
  description?: string;
  content?: Content;
}

interface Answer {
  description?: string;
  headers?: Readonly<Record<string, { description?: string; schema?: Schema }>>;
  content?: Content;
}

export type Content = Readonly<Record<string, { schema?: Schema }>>;

export interface SecurityScheme {
  type?: string;
  description?: string;
  flows?: { clientCredentials?: { tokenUrl?: string; scopes?: Readonly<Record<string, string>> } };
}

export interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  format?: string;
  description?: string;
  deprecated?: boolean;
  const?: unknown;
  enum?: readonly unknown[];
  default?: unknown;
  example?: unknown;
  examples?: readonly unknown[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number | boolean;
  exclusiveMaximum?: number | boolean;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
}
