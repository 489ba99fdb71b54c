import { html } from "hono/html";
import type { DocumentedOperation, Reference } from "./documented.ts";
import { exampleOf } from "./example.ts";
import type { Html } from "./markdown.ts";

/** One request and its answer, as they go over the line. */
export function exchange(reference: Reference, operation: DocumentedOperation): Html {
  const answer = operation.answers[0];
  return html`<div class="exchange">
${message(`Example request to ${operation.summary}`, "Request", requestText(reference, operation))}
${answer && message(`Example answer to ${operation.summary}`, "Answer", answerText(reference, answer))}
</div>`;
}

export const message = (label: string, title: string, text: string): Html =>
  html`<figure aria-label="${label}"><figcaption>${title}</figcaption><pre>${text}</pre></figure>`;

function requestText({ document }: Reference, operation: DocumentedOperation): string {
  const { method, path, parameters, permissions, body } = operation;
  const sampleOf = (name: string) => {
    const schema = parameters.find((parameter) => parameter.name === name)?.schema ?? {};
    return encodeURIComponent(String(exampleOf(document, schema, name)));
  };
  const target = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => sampleOf(name));
  const query = parameters
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .map(({ name }) => `${name}=${sampleOf(name)}`);
  const headers = parameters.filter((parameter) => parameter.in === "header");
  const lines = [
    `${method} ${target}${query.length > 0 ? `?${query.join("&")}` : ""}`,
    ...(permissions.length > 0 ? [permissions[0]?.length ? "Authorization: Bearer …" : "Cookie: …"] : []),
    ...headers.map(({ name, schema = {} }) => `${name}: ${exampleOf(document, schema, name)}`),
    ...(body?.schema ? [`Content-Type: ${body.media}`, "", bodyText(exampleOf(document, body.schema))] : []),
  ];
  return lines.join("\n");
}

function answerText(
  { document }: Reference,
  { status, schema }: DocumentedOperation["answers"][number],
): string {
  return schema
    ? `${status}\nContent-Type: application/json\n\n${json(exampleOf(document, schema))}`
    : status;
}

/** A body that is no JSON stands as it is sent. */
const bodyText = (example: unknown) => (typeof example === "string" ? example : json(example));

const json = (value: unknown) => JSON.stringify(value, null, 2) ?? "";
