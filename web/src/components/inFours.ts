/** A key in groups of four, as it is read and typed. */
export function inFours(key: string): string {
  return key.replace(/(.{4})(?=.)/g, '$1 ');
}
