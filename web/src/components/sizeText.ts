const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** A number of bytes as people say it, in powers of a thousand: 812 bytes, 1.2 MB. */
export function sizeText(bytes: number): string {
  let [value, unit] = [bytes, 0];
  // What would be rounded to 1000 is one of the next.
  while (value >= 999.5 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  const digits = value < 9.95 && unit > 0 ? 1 : 0;
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: digits }).format(value)} ${unit === 0 && value === 1 ? 'byte' : units[unit]}`;
}
