import type { ProblemDefinition } from "../platform/http/problem.ts";
import {
  type Content,
  methods,
  type OpenApiDocument,
  type OperationObject,
  type Schema,
} from "./document.ts";
import type { DocumentedAnswer, DocumentedOperation, Reference } from "./documented.ts";
import { lookUp } from "./pointer.ts";
import { problemsOf, refusalsIn } from "./refusals.ts";
import { isOfService, serviceProblems } from "./service-problems.ts";

/** `definitions` add what helps to the problems that the document tells. */
export function referenceOf(document: OpenApiDocument, definitions: readonly ProblemDefinition[]): Reference {
  const base = pathOf(document.servers?.[0]?.url);
  const operations = operationsOf(document, base);
  const schemes = Object.values(document.components?.securitySchemes ?? {});
  const names = new Set([
    ...(document.tags ?? []).map((tag) => tag.name),
    ...operations.map(({ tag }) => tag),
  ]);
  const tags = [...names].map((name) => ({
    ...document.tags?.find((tag) => tag.name === name),
    name,
    operations: operations.filter(({ tag }) => tag === name),
  }));
  const problems = problemsOf(operations, [...serviceProblems, ...definitions]);
  return {
    document,
    base,
    tags: tags.filter((tag) => tag.operations.length > 0),
    operations: tags.flatMap((tag) => tag.operations),
    schemas: document.components?.schemas ?? {},
    permissions: Object.assign({}, ...schemes.map(({ flows }) => flows?.clientCredentials?.scopes)),
    problems,
    everywhere: {
      problems: problems.filter(({ code }) => isOfService(code)),
      headers: headersOfAll(operations),
    },
  };
}

const pathOf = (url = "/") => new URL(url, "https://localhost").pathname.replace(/\/$/, "");

function operationsOf(document: OpenApiDocument, base: string): DocumentedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [documented(document, operation, method, base + path)] : [];
    }),
  );
}

/** The same permission may be had in several ways: by a system's token, or signed in. */
const distinct = (permissions: readonly string[][]): string[][] => [
  ...new Map(permissions.map((scopes) => [scopes.join(" "), scopes])).values(),
];

function documented(
  document: OpenApiDocument,
  operation: OperationObject,
  method: string,
  path: string,
): DocumentedOperation {
  const { description, deprecated = false, security = [], parameters = [], requestBody } = operation;
  const id = operation.operationId ?? `${method} ${path}`.replaceAll(/\W+/g, "-");
  const answers = answersOf(document, operation);
  const body = requestBody && lookUp(document, requestBody);
  return {
    id,
    method: method.toUpperCase(),
    path,
    tag: operation.tags?.[0] ?? "Other",
    summary: operation.summary ?? id,
    deprecated,
    permissions: distinct(security.map((ways) => Object.values(ways).flat())),
    parameters: parameters.map((parameter) => lookUp(document, parameter)),
    answers: answers.filter(({ status }) => !isRefusal(status)),
    refusals: answers
      .filter(({ status }) => isRefusal(status))
      .flatMap((answer) => refusalsIn(Number(answer.status), answer.description)),
    ...(description && { description }),
    ...(body && {
      body: { ...(body.description && { description: body.description }), ...schemaOf(body.content) },
    }),
  };
}

const isRefusal = (status: string) => Number(status) >= 400;

function answersOf(document: OpenApiDocument, operation: OperationObject): DocumentedAnswer[] {
  return Object.entries(operation.responses ?? {}).map(([status, response]) => {
    const { description = "", headers = {}, content } = lookUp(document, response);
    return {
      status,
      description,
      headers: Object.entries(headers).map(([name, header]) => ({ name, ...header })),
      ...schemaOf(content),
    };
  });
}

function schemaOf(content: Content = {}): { schema?: Schema; media?: string } {
  const [media, described] = Object.entries(content)[0] ?? [];
  return media && described?.schema ? { schema: described.schema, media } : {};
}

function headersOfAll(operations: readonly DocumentedOperation[]): DocumentedAnswer["headers"] {
  const [first, ...others] = operations.flatMap(({ answers }) => answers);
  return (first?.headers ?? []).filter(({ name }) =>
    others.every(({ headers }) => headers.some((header) => header.name === name)),
  );
}
