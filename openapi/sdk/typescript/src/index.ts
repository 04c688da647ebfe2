/** A client of Recourse: data-protection rights in bulk. */
export * from './generated/types.gen.js';
export { lines, ndjson } from './lines.js';
export { elements, pages, type From, type Page } from './paging.js';
export { ProblemError, TokenRefused, UnexpectedAnswer } from './problems.js';
export { Recourse, type Credentials, type Settings } from './recourse.js';
