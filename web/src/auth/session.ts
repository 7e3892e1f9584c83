import axios from 'axios';
import { statusOf } from '../api/errors';
import type { Providers, TokenResponse, UserCreate, UserResponse } from '../api/schema';
import { Listeners } from '../Listeners';
import { SessionChannel } from './SessionChannel';

export type SessionState =
  | { readonly name: 'starting' }
  | { readonly name: 'unreachable' }
  | { readonly name: 'signedOut' }
  | { readonly name: 'signedIn'; readonly user: UserResponse };

/** What came of a refresh. Only `refused` ends the session: a network that is away does not. */
export type Refreshed = 'refreshed' | 'refused' | 'unreachable';

/** Before an unreachable server is asked again, in milliseconds. */
const pause = 3000;

/** A flag, not a secret: whether it is worth asking the server for a session when the page opens. */
const hint = 'zenuml-was-signed-in';
/** A flag: that the session is to be ended on the server. */
const pending = 'zenuml-sign-out-pending';

/**
 * The session of this browser. The refresh token is in a cookie that no script can read; the access token is here, in memory.
 *
 * The tabs of a browser share both: one of them refreshes, under a lock, and tells the others.
 */
export class Session {
  accessToken: string | null = null;
  private state: SessionState = { name: 'starting' };
  private readonly listeners = new Listeners();
  private refreshing: Promise<Refreshed> | null = null;
  // Requests of this class must not go through the interceptors of the API client, which call this class.
  private readonly http = axios.create({ timeout: 20_000, headers: { 'X-Token-Transport': 'cookie' } });

  constructor(private readonly channel: SessionChannel) {
    channel.onToken = (token) => (this.accessToken = token);
    channel.onSignedOut = () => this.leave();
    channel.onSignedIn = () => void this.start();
  }

  readonly subscribe = this.listeners.subscribe;

  readonly current = (): SessionState => this.state;

  /** Whoever is signed in is called otherwise now. */
  know(user: UserResponse): void {
    if (this.state.name === 'signedIn') this.set({ name: 'signedIn', user });
  }

  /** The server has begun to ask everybody for a second factor while somebody without one was signed in. */
  requireSecondFactor(): void {
    if (this.state.name === 'signedIn' && this.state.user.second_factor === 'off') this.know({ ...this.state.user, second_factor: 'required' });
  }

  /** Finds out who is signed in, when the page opens. */
  async start(): Promise<void> {
    if (localStorage.getItem(pending)) return this.finishSigningOut();
    if (!localStorage.getItem(hint)) return this.set({ name: 'signedOut' });
    const outcome = await this.refresh(null);
    if (outcome === 'refreshed') await this.welcome();
    else if (outcome === 'unreachable') this.retry();
  }

  /**
   * Gets a new access token, once for all who wait for one.
   *
   * @param used The token that was refused. If there is another one by now, nothing has to be done.
   */
  refresh(used: string | null): Promise<Refreshed> {
    if (used && this.accessToken && this.accessToken !== used) return Promise.resolve('refreshed');
    this.refreshing ??= this.channel.alone(() => this.refreshOnce(used)).finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  private async refreshOnce(used: string | null): Promise<Refreshed> {
    // While this tab waited for its turn, another one may have done it.
    if (used && this.accessToken && this.accessToken !== used) return 'refreshed';
    try {
      const tokens = (await this.http.post<TokenResponse>('/api/auth/refresh')).data;
      this.take(tokens);
      return 'refreshed';
    } catch (error) {
      const status = statusOf(error);
      if (status !== 401 && status !== 403) return 'unreachable';
      this.leave();
      return 'refused';
    }
  }

  async providers(): Promise<Providers> {
    return (await this.http.get<Providers>('/api/auth/providers')).data;
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.enter(await this.http.post<TokenResponse>('/api/auth/login', { email, password }));
  }

  /** The second step of a sign-in. @param ticket Out of the answer to the first one. */
  async finishSignIn(ticket: string, code: string): Promise<void> {
    await this.enter(await this.http.post<TokenResponse>('/api/auth/second-factor/sign-in', { ticket, code }));
  }

  async register(account: UserCreate): Promise<void> {
    await this.enter(await this.http.post<TokenResponse>('/api/auth/register', account));
  }

  /** Sends the browser to Google. */
  async startGoogle(): Promise<void> {
    window.location.assign((await this.http.get<{ url: string }>('/api/auth/google')).data.url);
  }

  async finishGoogle(code: string, state: string): Promise<void> {
    await this.enter(await this.http.post<TokenResponse>('/api/auth/google/callback', { code, state }));
  }

  /**
   * Ends the session, on the server and in all tabs. If the server can't be reached it ends here, and on the server as soon as that is
   * possible: before anybody is let in again by the cookie, which no script can remove.
   */
  async signOut(): Promise<void> {
    try {
      await this.logOut();
    } catch (error) {
      if (statusOf(error) !== 401) {
        localStorage.setItem(pending, '1');
        throw error;
      }
    } finally {
      this.leave();
      this.channel.sayGoodbye();
    }
  }

  /** With a token that is good: one that has run out ends nothing. */
  private async logOut(): Promise<void> {
    const send = () => this.http.post('/api/auth/logout', undefined, { headers: { Authorization: `Bearer ${this.accessToken ?? ''}` } });
    try {
      await send();
    } catch (error) {
      if (statusOf(error) !== 401) throw error;
      const outcome = await this.refresh(this.accessToken);
      if (outcome === 'unreachable') throw new Error('The session could not be ended');
      if (outcome === 'refreshed') await send();
    }
  }

  /** Ends what could not be ended before. */
  private async finishSigningOut(): Promise<void> {
    const outcome = await this.refresh(null);
    if (outcome === 'unreachable') return this.retry();
    try {
      if (outcome === 'refreshed') await this.logOut();
      localStorage.removeItem(pending);
      this.leave();
    } catch {
      this.retry();
    }
  }

  /** The account is gone, or the session was ended from elsewhere. */
  leave(): void {
    this.accessToken = null;
    localStorage.removeItem(hint);
    this.set({ name: 'signedOut' });
  }

  private async enter(response: { data: TokenResponse }): Promise<void> {
    // The new cookie has taken the place of the old one.
    localStorage.removeItem(pending);
    this.take(response.data);
    await this.welcome();
    this.channel.sayHello();
  }

  private take(tokens: TokenResponse): void {
    this.accessToken = tokens.access_token;
    localStorage.setItem(hint, '1');
    this.channel.share(tokens.access_token);
  }

  private async welcome(): Promise<void> {
    try {
      const headers = { Authorization: `Bearer ${this.accessToken ?? ''}` };
      this.set({ name: 'signedIn', user: (await this.http.get<UserResponse>('/api/auth/me', { headers })).data });
    } catch {
      this.retry();
    }
  }

  /** A server that starts, or has too many requests, is asked again in a moment. */
  private retry(): void {
    this.set({ name: 'unreachable' });
    window.setTimeout(() => this.state.name === 'unreachable' && void this.start(), pause);
  }

  private set(state: SessionState): void {
    this.state = state;
    this.listeners.notify();
  }
}

export const session = new Session(new SessionChannel());
