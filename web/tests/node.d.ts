// What the tests use of Node and jsdom, whose own types Debian does not have.

declare module 'node:assert/strict' {
  type Assert = {
    equal(actual: unknown, expected: unknown, message?: string): void;
    deepEqual(actual: unknown, expected: unknown, message?: string): void;
    ok(value: unknown, message?: string): void;
    match(text: string, pattern: RegExp): void;
    rejects(promise: Promise<unknown>, error?: RegExp): Promise<void>;
  };
  const assert: Assert;
  export default assert;
}

declare module 'node:test' {
  export function test(name: string, body: () => void | Promise<void>): void;
  export function after(body: () => void): void;
  export function beforeEach(body: () => void | Promise<void>): void;
}

declare module 'node:fs' {
  export function readFileSync(path: string): Uint8Array;
}

declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options: { url: string; pretendToBeVisual: boolean });
    readonly window: Window & typeof globalThis;
  }
}

declare const process: { readonly env: Readonly<Record<string, string | undefined>> };
declare function setImmediate(run: () => void): void;
declare const Buffer: { byteLength(text: string): number };
