type Message = { readonly kind: 'token'; readonly token: string } | { readonly kind: 'signedIn' | 'signedOut' };

/** What the tabs of a browser tell one another about the session. */
export class SessionChannel {
  onToken: (token: string) => void = () => undefined;
  onSignedIn: () => void = () => undefined;
  onSignedOut: () => void = () => undefined;
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('zenuml-session');

  constructor() {
    this.channel?.addEventListener('message', (event: MessageEvent<Message>) => this.hear(event.data));
  }

  share(token: string): void {
    this.send({ kind: 'token', token });
  }

  sayHello(): void {
    this.send({ kind: 'signedIn' });
  }

  sayGoodbye(): void {
    this.send({ kind: 'signedOut' });
  }

  /** Runs the work while no other tab runs such work (Web Locks). */
  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    if (!('locks' in navigator)) return work();
    return navigator.locks.request('zenuml-refresh', work) as Promise<Result>;
  }

  private send(message: Message): void {
    this.channel?.postMessage(message);
  }

  private hear(message: Message): void {
    if (message.kind === 'token') this.onToken(message.token);
    else if (message.kind === 'signedIn') this.onSignedIn();
    else if (message.kind === 'signedOut') this.onSignedOut();
    // What a newer tab may say is nothing that this one knows.
  }
}
