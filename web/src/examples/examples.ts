import checkout from './checkout.zen';
import cache from './cache.zen';
import signIn from './sign-in.zen';

/** A project for people who want to see first what can be done. */
export const examples = {
  project: 'Examples',
  diagrams: [
    { name: 'Sign in with a provider', source: signIn },
    { name: 'Checkout', source: checkout },
    { name: 'Read through a cache', source: cache },
  ],
};
