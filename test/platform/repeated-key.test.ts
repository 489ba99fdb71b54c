import { expect, test } from "vitest";
import { findRepeatedKey } from "../../src/platform/http/repeated-key.ts";

test.each([
  ['{"a":1,"a":2}', []],
  ['{"a":{"b":1,"b":1}}', ["a"]],
  ['{"a":[0,{"b":1},{"c":[{"d":1,"d":1}]}]}', ["a", 2, "c", 0]],
  ['[[1,2],{"":1,"":2}]', [1]],
  ['{"\\u0061":1,"a":2}', []],
  ['{"a\\"":1,"a\\u0022":2}', []],
  ['{"\\\\":1,"\\u005c":2}', []],
  ['{"__proto__":1,"__proto__":2}', []],
  ['{"a" : {} , "b" : [] , "a" : 0}', []],
])("%s names a key twice at %j", (body, place) => {
  expect(findRepeatedKey(body)).toEqual(place);
});

test.each([
  "{}",
  "0",
  '"a"',
  '{"a":{"a":{"a":1}}}',
  '[{"a":1},{"a":1}]',
  '{"a":"\\"a\\":1,\\"a\\":2"}',
  '{"a":"{","b":"\\\\","c":["a","a"]}',
  '{"a":["b","b",{"b":1}],"b":"a"}',
  '{"a":1,"A":2,"á":3}',
])("%s names each key once", (body) => {
  expect(findRepeatedKey(body)).toBeUndefined();
});
