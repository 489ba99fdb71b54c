/** One page as the standard's Page has it; `size` is what is on it. */
export function pageOf<T>(contents: readonly T[], total: number, page: number, perPage: number) {
  const pages = Math.ceil(total / perPage);
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}
