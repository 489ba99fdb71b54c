import type { components, paths } from "./contract.ts";

/** The shapes of the contract by name: `Schemas["ReceivedReferral"]`. */
export type Schemas = components["schemas"];

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** The paths of the contract that know a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths];

type OperationOf<P extends PathOf<M>, M extends Method> = paths[P][M];

type ParametersOf<O> = O extends { parameters: infer P } ? Pick<P, keyof P & ("path" | "query")> : never;
type ParamsOption<O> =
  Record<never, never> extends ParametersOf<O> ? { params?: ParametersOf<O> } : { params: ParametersOf<O> };

type Content<B> = { content: { "application/json": B } };
type BodyOption<O> = O extends { requestBody: Content<infer B> }
  ? { body: B }
  : O extends { requestBody?: infer R }
    ? { body?: NonNullable<R> extends Content<infer B> ? B : never }
    : { body?: never };

/** What a call may be told besides the contract's own parameters. */
export interface CallSettings {
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** What only a POST may be told. */
export interface PostSettings extends CallSettings {
  /**
   * Makes this request the same as an earlier one with this key, for 24 hours: give your own where the key must outlive
   * your process. Without it every call has a new one, kept while it is repeated.
   */
  idempotencyKey?: string | undefined;
}

/** The ETag that an edit is of: needed where the contract asks for it, left out where there is no record yet. */
type VersionOption<O> = O extends { parameters: { header: { "if-match": string } } }
  ? { ifMatch: string }
  : O extends { parameters: { header?: { "if-match"?: string } } }
    ? { ifMatch?: string | undefined }
    : Record<never, never>;

type RequestOptions<P extends PathOf<M>, M extends Method> = ParamsOption<OperationOf<P, M>> &
  VersionOption<OperationOf<P, M>> &
  BodyOption<OperationOf<P, M>>;

/** The options of one call: `params.path`, `params.query` and `body` as the contract has them, and settings. */
export type CallOptions<P extends PathOf<M>, M extends Method> = RequestOptions<P, M> &
  (M extends "post" ? PostSettings : CallSettings);

/** What a call answers: the body of the contract's success, undefined where it has none. */
export type Answer<P extends PathOf<M>, M extends Method> =
  OperationOf<P, M> extends { responses: infer R }
    ? {
        [S in keyof R & (200 | 201 | 202 | 204)]: R[S] extends Content<infer B> ? B : undefined;
      }[keyof R & (200 | 201 | 202 | 204)]
    : never;

/** One argument, which may be left out when nothing in it is needed. */
export type Arguments<O> = Record<never, never> extends O ? [options?: O] : [options: O];

/** A typed call: it answers the data, and throws HandreikingProblem when the service refuses. */
export type Call<M extends Method> = <P extends PathOf<M>>(
  path: P,
  ...options: Arguments<CallOptions<P, M>>
) => Promise<Answer<P, M>>;

/** What is read, and the ETag that an edit of it names. */
export interface Versioned<T> {
  record: T;
  etag: string | undefined;
}

type PagedBy<M extends Method> = {
  [P in PathOf<M>]: "nextCursor" extends keyof Answer<P, M> ? P : never;
}[PathOf<M>];

/** The paths whose answers are pages: the lists, and the search. */
export type PagedPath = PagedBy<"get"> | PagedBy<"post">;

/** The options of the first page; the others follow from it. */
export type PageOptions<P extends PagedPath> = CallSettings &
  (P extends PagedBy<"get">
    ? RequestOptions<P, "get">
    : P extends PagedBy<"post">
      ? RequestOptions<P, "post">
      : never);

type ItemsOf<A> = A extends { items: (infer I)[] } ? I : never;

/** One entry of a page. */
export type ItemOf<P extends PagedPath> =
  P extends PagedBy<"get">
    ? ItemsOf<Answer<P, "get">>
    : P extends PagedBy<"post">
      ? ItemsOf<Answer<P, "post">>
      : never;
