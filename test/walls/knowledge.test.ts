import { describe, expect } from "vitest";
import { anArticle, editorOf, published } from "../knowledge/make.ts";
import { sharingTest as test, type World } from "../world/world.ts";
import { rawHand } from "./hand.ts";
import { asParticipant, outcome } from "./raw.ts";

const now = "'2026-01-05T09:00:00Z'";
const attempt = ({ platform }: World, as: string | undefined, ...statements: string[]) =>
  outcome(asParticipant(platform.db, as, ...statements));

const publication = (id: string, participantId: string, author = "", by = "", number = 1) =>
  `insert into handreiking.article_publication values
    ('${id}', ${number}, 'network', '${participantId}', '${author}', '${by}', ${now})`;

describe("articles, by raw statements of the service's login", () => {
  test("are published by nobody alone, and shown only as published", async ({ world }) => {
    const { id } = await anArticle(world);
    const { helpline, eva } = world;
    const editor = await editorOf(world);
    const show = `update handreiking.article set audience = 'network', shown = 1 where id = '${id}'`;
    expect(await attempt(world, helpline.id, show)).toBe("23503");
    const alone = publication(id, helpline.id, eva.memberId, eva.memberId);
    expect(await attempt(world, helpline.id, alone, show)).toBe("23514");
    const pretended = publication(id, helpline.id, editor.memberId, eva.memberId);
    expect(await attempt(world, helpline.id, pretended, show)).toBe("23503");
    const audience = `update handreiking.article set audience = 'public' where id = '${id}'`;
    expect(await attempt(world, helpline.id, audience)).toBe("23514");
    const byTwo = publication(id, helpline.id, eva.memberId, editor.memberId);
    expect(await attempt(world, world.elsewhere.id, byTwo)).toBe("42501");
    expect(await attempt(world, helpline.id, byTwo, show)).toBe("HR127");
    await world.signIn(editor);
    const hand = rawHand(id, editor.memberId, eva.memberId);
    expect(await attempt(world, helpline.id, hand, byTwo, show)).toBe("committed");
    const wider = `update handreiking.article set audience = 'public' where id = '${id}'`;
    expect(await attempt(world, helpline.id, wider)).toBe("23503");
    const back = `update handreiking.article set audience = 'helpline', shown = null where id = '${id}'`;
    expect(await attempt(world, helpline.id, back)).toBe("HR151");
  });

  test("keep their versions as they were written", async ({ world }) => {
    const { id } = await published(world);
    for (const statement of [
      `update handreiking.article_version set markdown = 'X' where article_id = '${id}'`,
      `delete from handreiking.article_version where article_id = '${id}'`,
      `update handreiking.article set participant_id = '${world.bridge.id}' where id = '${id}'`,
      `update handreiking.article_publication set published_by = author_id where article_id = '${id}'`,
      `delete from handreiking.article where id = '${id}'`,
    ])
      expect(await attempt(world, world.helpline.id, statement), statement).toBe("42501");
    const again = `insert into handreiking.article_version select (version).* from (
      select version from handreiking.article_version as version where article_id = '${id}') as known`;
    expect(await attempt(world, world.helpline.id, again)).toBe("23505");
    const next = `update handreiking.article set newest = 2 where id = '${id}'`;
    expect(await attempt(world, world.helpline.id, next)).toBe("23503");
    const far = `update handreiking.article set review_on = '2027-01-06' where id = '${id}'`;
    expect(await attempt(world, world.helpline.id, far)).toBe("23514");
  });

  test("stay withdrawn", async ({ world }) => {
    const { id, path } = await published(world);
    await world.as(world.eva).post(`${path}/withdrawal`);
    const back = `update handreiking.article set withdrawn_at = null where id = '${id}'`;
    expect(await attempt(world, world.helpline.id, back)).toBe("HR150");
  });

  test("are read as their audience says, version and words alike", async ({ world }) => {
    const [draft, network, open] = [
      await anArticle(world),
      await published(world, "network"),
      await published(world, "public"),
    ];
    const edit = (path: string) =>
      world
        .as(world.eva)
        .get(path)
        .then(({ headers }) =>
          world
            .as(world.eva)
            .send("PATCH", path, { title: "Nieuw" }, { "if-match": headers.get("etag") ?? "" }),
        );
    await edit(network.path);
    const seen = async (participantId: string | undefined, table: string, column: string) => {
      const found = await asParticipant(
        world.platform.db,
        participantId,
        `select distinct ${column} as id, ${table === "article" ? 0 : "number"} as number from handreiking.${table}
          where ${column} in ('${draft.id}', '${network.id}', '${open.id}')`,
      );
      return found.map(({ id, number }) => `${id} ${number}`).sort();
    };
    for (const table of ["article_version", "article_word"]) {
      const both = [`${network.id} 1`, `${open.id} 1`].sort();
      expect(await seen(world.bridge.id, table, "article_id")).toEqual(both);
      expect(await seen(undefined, table, "article_id")).toEqual([`${open.id} 1`]);
      const own = [`${draft.id} 1`, `${network.id} 1`, `${network.id} 2`, `${open.id} 1`].sort();
      expect(await seen(world.helpline.id, table, "article_id")).toEqual(own);
    }
    expect(await seen(world.bridge.id, "article", "id")).toEqual([`${network.id} 0`, `${open.id} 0`].sort());
    expect(await seen(undefined, "article", "id")).toEqual([`${open.id} 0`]);
  });

  test("get feedback in the giver's own name on what it reads, answered by their helpline, once", async ({
    world,
  }) => {
    const { id } = await published(world);
    const draft = await anArticle(world);
    const { helpline, bridge, elsewhere, eva } = world;
    const give = (as: string, article = id, giver = as, answer = "null, null, null, null") =>
      attempt(
        world,
        as,
        `insert into handreiking.article_feedback values (gen_random_uuid(), '${article}', 1, '${helpline.id}',
          '${giver}', 'wrong', null, ${now}, ${answer})`,
      );
    expect(await give(bridge.id)).toBe("committed");
    expect(await give(bridge.id, id, elsewhere.id)).toBe("42501");
    expect(await give(bridge.id, draft.id)).toBe("42501");
    expect(await give(bridge.id, id, bridge.id, `'taken-over', null, '${eva.memberId}', ${now}`)).toBe(
      "42501",
    );
    const answer = (more = "") =>
      `update handreiking.article_feedback set answer = 'taken-over', answered_by = '${eva.memberId}',
        answered_at = ${now} ${more} where article_id = '${id}' returning id`;
    expect(await asParticipant(world.platform.db, bridge.id, answer())).toEqual([]);
    expect(await attempt(world, helpline.id, answer(", opinion = 'helpful'"))).toBe("42501");
    expect(await attempt(world, helpline.id, answer())).toBe("committed");
    expect(await attempt(world, helpline.id, answer())).toBe("HR152");
  });
});
