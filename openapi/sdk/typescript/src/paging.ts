/** What every page of a list has. */
export interface Page<Element> {
  items: Element[];
  next_cursor?: string | null;
}

/** Where a page starts: at the beginning when empty. */
export interface From {
  cursor?: string;
}

/**
 * The pages of a list, from its beginning or from a cursor.
 *
 * A list ends. So does a walk along a feed (`listEvents`, `listInbox`) when nothing more is there yet; the cursor to come back with is
 * that of the last page.
 */
export async function* pages<Result extends Page<unknown>>(
  list: (from: From) => Promise<Result>,
  cursor?: string,
): AsyncGenerator<Result, void, undefined> {
  for (;;) {
    const page = await list(cursor === undefined ? {} : { cursor });
    yield page;
    const following = page.next_cursor ?? undefined;
    if (page.items.length === 0 || following === undefined || following === cursor) return;
    cursor = following;
  }
}

/**
 * The elements of a list, fetched page by page as they are needed.
 *
 *     for await (const request of elements((from) => recourse.requests.listRequests({ query: { overdue: true, ...from } }))) { … }
 */
export async function* elements<Element>(
  list: (from: From) => Promise<Page<Element>>,
  cursor?: string,
): AsyncGenerator<Element, void, undefined> {
  for await (const page of pages(list, cursor)) yield* page.items;
}
