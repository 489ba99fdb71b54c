import { leaksOf } from "../handoff/leaks.ts";
import type { Answer, Person, World } from "../world/world.ts";

/**
 * Everybody who asks something in a journey, by name, and every answer that they got: so that it can be said at the
 * end in which answers a personal value stood, and that it stood in no other.
 */
export function witness(world: World, people: Record<string, Person | undefined>) {
  const told: { to: string; operationId: string; text: string }[] = [];
  const keep = (to: string, { status, body, headers }: Answer) => {
    const { operationId = "" } = world.logged.at(-1) ?? {};
    told.push({ to, operationId, text: JSON.stringify([status, body, [...headers]]) });
  };
  const as = (name: string, how?: "in person") => {
    const named = people[name];
    const send = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
      const person = named && how ? await world.signIn(named) : named;
      const answer = await world.send(person, method, path, body, headers);
      keep(name, answer);
      return answer;
    };
    return {
      get: (path: string) => send("GET", path),
      post: (path: string, body?: unknown) => send("POST", path, body),
      put: (path: string, body?: unknown, headers?: Record<string, string>) =>
        send("PUT", path, body, headers),
    };
  };
  /** Who was told which of the values in the answer to what: "eva getRequest". */
  const whoWasTold = (values: readonly string[]): string[] => [
    ...new Set(
      told
        .filter(({ text }) => leaksOf(values, text).length > 0)
        .map(({ to, operationId }) => `${to} ${operationId}`),
    ),
  ];
  return { as, whoWasTold, answers: () => told.length };
}

export type Witness = ReturnType<typeof witness>;
