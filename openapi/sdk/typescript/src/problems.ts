import type { Problem, ProblemCode, ProblemField } from './generated/types.gen.js';

/** The service refused a call, and says why: `code` for programs; `title`, `detail` and `remedy` of the problem for people. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly problem: Problem,
    readonly response: Response,
  ) {
    const detail = problem.detail ? `: ${problem.detail}` : '';
    const fields = (problem.errors ?? []).map((field) => `\n  ${field.pointer}: ${field.message}`).join('');
    super(`${problem.title} (${problem.status} ${problem.code})${detail}${fields}\n${problem.remedy}`);
  }

  /** The stable word to decide on. A newer service may have words that are not in the list. */
  get code(): ProblemCode {
    return this.problem.code;
  }

  /** The status of the answer. */
  get status(): number {
    return this.problem.status;
  }

  /** The fields that were not accepted. */
  get fields(): ProblemField[] {
    return this.problem.errors ?? [];
  }

  /** Seconds after which the same call may be made again, where the service says so. */
  get retryAfter(): number | undefined {
    const seconds = this.response.headers.get('retry-after');
    return seconds !== null && /^\d+$/.test(seconds) ? Number(seconds) : undefined;
  }
}

/** The client's id and secret were not accepted, or not for what was asked (RFC 6749). */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';

  constructor(
    readonly error: string,
    description?: string,
  ) {
    super(description ? `${error}: ${description}` : error);
  }
}

/** An answer that is not of this API, such as that of a proxy. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';

  constructor(readonly response: Response) {
    super(`${response.url} answered ${response.status}, which is not documented`);
  }
}

/** What an answer without success says, as an error. Without an answer the cause itself is the error. */
export function asError(said: unknown, response: Response | undefined): unknown {
  if (response === undefined) return said;
  const media = response.headers.get('content-type')?.split(';')[0]?.trim();
  if (media === 'application/problem+json') return new ProblemError(said as Problem, response);
  const { error, error_description } = (typeof said === 'object' && said !== null ? said : {}) as Record<string, unknown>;
  if (typeof error === 'string') return new TokenRefused(error, typeof error_description === 'string' ? error_description : undefined);
  return new UnexpectedAnswer(response);
}
