import type { DiagramKind } from '../canvas/engine/DiagramKind';
import cache from './cache.zen';
import cash from './cash.puml';
import checkout from './checkout.zen';
import library from './library.puml';
import order from './order.puml';
import shop from './shop.puml';
import signIn from './sign-in.zen';
import tree from './tree.puml';
import university from './university.puml';

type Example = { readonly name: string; readonly kind: DiagramKind; readonly source: string };

/** A project for people who want to see first what can be done; what comes first is looked at most. */
export const examples: { readonly project: string; readonly diagrams: ReadonlyArray<Example> } = {
  project: 'Examples',
  diagrams: [
    { name: 'Sign in with a provider', kind: 'sequence', source: signIn },
    { name: 'An order', kind: 'class', source: order },
    { name: 'A web shop', kind: 'usecase', source: shop },
    { name: 'Checkout', kind: 'sequence', source: checkout },
    { name: 'A university', kind: 'class', source: university },
    { name: 'A library', kind: 'usecase', source: library },
    { name: 'Read through a cache', kind: 'sequence', source: cache },
    { name: 'Composite', kind: 'class', source: tree },
    { name: 'A cash machine', kind: 'usecase', source: cash },
  ],
};
