import { benchSearch } from "./search.ts";

const [name, ...sizes] = process.argv.slice(2);
const write = (line: string) => process.stdout.write(`${line}\n`);

if (name === "search")
  await benchSearch(sizes.length > 0 ? sizes.map(Number) : [2_000, 20_000, 200_000], write);
else {
  write("npm run bench -- search [SERVICES …]");
  process.exitCode = 2;
}
