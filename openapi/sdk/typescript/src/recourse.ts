import { createClient, createConfig } from './generated/client/index.js';
import { Operations } from './generated/sdk.gen.js';
import { asError } from './problems.js';

/** The id and the secret of a client, and the scopes its tokens are to have: all that it has when left out. */
export interface Credentials {
  clientId: string;
  clientSecret: string;
  scopes?: string[];
}

/** How calls are made. */
export interface Settings {
  /** Instead of the global `fetch`. */
  fetch?: typeof fetch;
  /** Sent with each call. */
  headers?: Record<string, string>;
}

/** A token is renewed this long before it expires, in milliseconds, so that none expires under way. */
const EARLIER = 30_000;
const TOKEN_PATH = '/oauth/token';

/**
 * A caller of one service.
 *
 * With credentials it gets tokens by itself and renews them; without, it can call what is open to anybody. Every call that changes
 * something carries an idempotency key, made here unless one is given: to be safe against a connection that breaks, give your own, and
 * repeat the call with it.
 */
export class Recourse extends Operations {
  constructor(baseUrl: string, credentials?: Credentials, settings: Settings = {}) {
    const client = createClient(createConfig({ baseUrl, throwOnError: true, ...settings }));
    super({ client });
    if (credentials !== undefined) {
      const tokens = new Tokens(this, credentials);
      client.setConfig({ auth: (scheme) => (scheme.scheme === 'basic' ? tokens.basic : tokens.bearer()) });
    }
    client.interceptors.request.use((request) => {
      const keyed = request.method !== 'POST' || request.headers.has('Idempotency-Key') || new URL(request.url).pathname.endsWith(TOKEN_PATH);
      if (!keyed) request.headers.set('Idempotency-Key', crypto.randomUUID());
      return request;
    });
    client.interceptors.error.use(asError);
  }
}

/** The token of one client, got when it is needed (OAuth 2.0 client credentials, RFC 6749). Calls at one time share one. */
class Tokens {
  readonly basic: string;
  private current: Promise<string> | undefined;
  private renewAt = 0;

  constructor(
    private readonly recourse: Operations,
    private readonly credentials: Credentials,
  ) {
    this.basic = `${credentials.clientId}:${credentials.clientSecret}`;
  }

  bearer(): Promise<string> {
    if (this.current === undefined || Date.now() >= this.renewAt) {
      this.renewAt = Number.POSITIVE_INFINITY;
      this.current = this.fetch().catch((error: unknown) => {
        this.current = undefined;
        throw error;
      });
    }
    return this.current;
  }

  private async fetch(): Promise<string> {
    const scope = this.credentials.scopes?.join(' ');
    const body = { grant_type: 'client_credentials', ...(scope ? { scope } : {}) };
    const token = await this.recourse.access.createToken({ body });
    this.renewAt = Date.now() + token.expires_in * 1000 - EARLIER;
    return token.access_token;
  }
}
