import { parseArgs } from "node:util";
import { runDemo } from "./run.ts";
import { playStory } from "./story/play.ts";

const usage = `npm run demo              plays a warm handoff on this machine, and stays up to be looked at
npm run demo -- --once    plays it and stops
`;

const { values } = parseArgs({
  options: { once: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
});

if (values.help) process.stdout.write(usage);
else await runDemo(playStory, values.once);
