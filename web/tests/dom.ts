// A page to test in, before anything is imported that needs one.
import { JSDOM } from 'jsdom';
import { after } from 'node:test';

const page = new JSDOM('<!doctype html><div id="root"></div>', { url: 'https://uml.example.com/', pretendToBeVisual: true });
const { window } = page;
window.matchMedia = () => ({ matches: false, addEventListener: () => undefined }) as unknown as MediaQueryList;
const names = ['document', 'localStorage', 'sessionStorage', 'Element', 'HTMLElement', 'Node', 'Event'] as const;
Object.assign(globalThis, { window }, Object.fromEntries(names.map((name) => [name, window[name]])));
Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });
// Tabs are pretended by each test that has some.
Reflect.deleteProperty(globalThis, 'BroadcastChannel');
// Its timers, of notices that would go after a while, must not keep the process waiting.
after(() => window.close());
