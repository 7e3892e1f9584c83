/** Random numbers and texts that can be had again: the seed is told when a test fails. */
export function random(seed: number = Number(process.env['WEB_TEST_SEED'] ?? 1)) {
  let state = seed;
  // Mulberry32, public domain.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const letters = ['a', 'b', '\n', ' ', 'é', '漢', '👩‍🚀', '{', '}'];
  const text = (most: number): string =>
    Array.from({ length: Math.floor(next() * most) }, () => letters[Math.floor(next() * letters.length)] ?? '').join('');
  return { seed, next, text };
}
