import { benchAudit } from "./audit.ts";
import { benchFlood } from "./flood/index.ts";
import { benchHandoff } from "./handoff/index.ts";
import { benchSearch } from "./search.ts";
import { benchStatistics } from "./statistics/index.ts";

const [name, ...sizes] = process.argv.slice(2);
const write = (line: string) => process.stdout.write(`${line}\n`);

if (name === "search")
  await benchSearch(sizes.length > 0 ? sizes.map(Number) : [2_000, 20_000, 200_000], write);
else if (name === "handoff")
  await benchHandoff(sizes.length > 0 ? sizes.map(Number) : [10_000, 1_000_000], write);
else if (name === "flood") await benchFlood(write);
else if (name === "audit")
  for (const size of sizes.length > 0 ? sizes : [1_000_000]) await benchAudit(Number(size), write);
else if (name === "statistics")
  for (const size of sizes.length > 0 ? sizes : [100_000]) await benchStatistics(Number(size), write);
else {
  write(
    "npm run bench -- flood\nnpm run bench -- search [SERVICES …]\nnpm run bench -- handoff [REFERRALS …]\nnpm run bench -- audit [ENTRIES …]\nnpm run bench -- statistics [CASES …]",
  );
  process.exitCode = 2;
}
