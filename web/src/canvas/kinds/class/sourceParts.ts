/** Lines that say something of the diagram as a whole, not of an element of it. */
const whole =
  /^\s*(?:@(?:start|end)\w+|title\b|caption\b|header\b|footer\b|scale\b|left to right|top to bottom|skinparam\b|hide\b|show\b|remove\b|restore\b|!)/;
/** The first lines of such that go on to a last one. */
const blocks: ReadonlyArray<readonly [first: RegExp, last: RegExp]> = [
  [/^\s*(?:(?:left|right|center)\s+)?legend\b/, /^\s*end\s?legend/],
  [/^\s*(?:title|caption|header|footer)\s*$/, /^\s*end\s?(?:title|caption|header|footer)/],
  [/^\s*skinparam\b.*\{\s*$/, /^\s*\}/],
  [/^\s*<style>/, /^\s*<\/style>/],
];
const comment = /^\s*'/;

/** A source with nothing but elements, their relations, and the comments above them. */
export function withoutFrame(source: string): string {
  const lines: string[] = [];
  let last: RegExp | null = null;
  for (const line of source.split('\n')) {
    if (last) {
      if (last.test(line)) last = null;
      continue;
    }
    last = blocks.find(([first]) => first.test(line))?.[1] ?? null;
    if (last || whole.test(line)) continue;
    lines.push(line);
  }
  return `${withoutLooseComments(lines).join('\n').trim()}\n`;
}

/** A comment above nothing is about something else. */
function withoutLooseComments(lines: ReadonlyArray<string>): ReadonlyArray<string> {
  let isAboveSomething = false;
  const kept = [...lines].reverse().filter((line) => {
    if (comment.test(line)) return isAboveSomething;
    isAboveSomething = line.trim() !== '';
    return true;
  });
  return kept.reverse();
}

/** The short names that a source gives: `class "A long name" as A`. */
export function aliasesOf(source: string): ReadonlyArray<string> {
  const plain = source.replace(/"[^"\n]*"/g, '""');
  return [...new Set([...plain.matchAll(/\bas\s+([\p{L}_][\p{L}\p{N}_]*)/gu)].map(([, alias = '']) => alias))];
}

/** The same source with another short name, wherever it stands outside of quotes. */
export function withAlias(source: string, old: string, alias: string): string {
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])${old}(?![\\p{L}\\p{N}_])`, 'gu');
  return source
    .split(/("[^"\n]*")/)
    .map((part, index) => (index % 2 === 0 ? part.replace(word, alias) : part))
    .join('');
}
