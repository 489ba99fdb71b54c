import { expect, test } from "vitest";
import { pageOf } from "../../../src/directory/hsds/page.ts";

test.each([
  [0, 1, [], { total_pages: 0, first_page: true, last_page: true, empty: true }],
  [3, 1, ["a", "b"], { total_pages: 2, first_page: true, last_page: false, empty: false }],
  [3, 2, ["c"], { total_pages: 2, first_page: false, last_page: true, empty: false, size: 1 }],
  [3, 9, [], { total_pages: 2, first_page: false, last_page: true, empty: true, page_number: 9 }],
])("%d records, page %d of two each", (total, page, contents, expected) =>
  expect(pageOf(contents, total, page, 2)).toMatchObject({ ...expected, total_items: total, contents }),
);
