import { openQuestion } from "../handoff/make.ts";
import { askAsOwner } from "../world/database.ts";
import type { Person, World } from "../world/world.ts";

export const written = {
  language: "nl",
  title: "Dwingende controle",
  summary: "Hoe iemand de baas wordt over het leven van een ander.",
  topics: ["psychological-abuse"],
  markdown: "Dwingende controle is een **patroon**, geen incident.",
};

interface Made {
  id: string;
  path: string;
}

/** An article of the helpline's, written by Eva or by `by`. */
export async function anArticle(world: World, given = {}, by: Person = world.eva): Promise<Made> {
  const { status, body } = await world.as(by).post("/articles", { ...written, ...given });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { id: body.id, path: `/articles/${body.id}` };
}

const editors = new WeakMap<World, Person>();

/** A coordinator of the helpline, who publishes what others wrote. */
export async function editorOf(world: World): Promise<Person> {
  const known = editors.get(world) ?? (await world.member(world.helpline, "coordinator"));
  editors.set(world, known);
  return known;
}

export async function publish(world: World, path: string, audience: string): Promise<void> {
  const editor = world.as(await world.signIn(await editorOf(world)));
  const { body: read } = await editor.get(path);
  const { status, body } = await editor.post(`${path}/publication`, { version: read.version, audience });
  if (status !== 200) throw new Error(JSON.stringify(body));
}

/** An article of the helpline's that others read. */
export async function published(
  world: World,
  audience: "network" | "public" = "network",
  given = {},
): Promise<Made> {
  const made = await anArticle(world, given);
  await publish(world, made.path, audience);
  return made;
}

export const tagOf = async (world: World, path: string) => ({
  "if-match": (await world.as(world.eva).get(path)).headers.get("etag") ?? "",
});

/** A conversation in a case of `by`, charted by `topics`. */
export async function aConversation(world: World, topics: string[], by: Person = world.eva) {
  const { caseId } = await openQuestion(world, by);
  const [row] = await askAsOwner<{ id: string }>(
    world.database,
    `insert into handreiking.conversation (id, participant_id, case_id, counsellor_id, started_at, minutes, channel,
        topics, outcome, recorded_at)
      select gen_random_uuid(), participant_id, id, owner_id, '2026-01-05T08:00:00Z', 30, 'phone',
        '{${topics}}', 'listened', '2026-01-05T09:00:00Z' from handreiking."case" where id = '${caseId}'
      returning id`,
  );
  return { id: row?.id ?? "", caseId };
}
