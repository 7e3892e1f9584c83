import type { Range } from '../session/DiagramState';

/** One level, as the engine writes it. */
const unit = '  ';

/** The white space that a line after this place begins with. */
export function indentationAfter(source: string, caret: number): string {
  const line = source.slice(source.lastIndexOf('\n', caret - 1) + 1, caret);
  const own = /^[ \t]*/.exec(line)?.[0] ?? '';
  return /\{\s*$/.test(line) ? own + unit : own;
}

/** Where the line's indentation is one level less, if nothing else stands before the caret: there a closing brace belongs. */
export function edgeOfLine(source: string, caret: number): number | null {
  const start = source.lastIndexOf('\n', caret - 1) + 1;
  const before = source.slice(start, caret);
  return before !== '' && /^[ \t]+$/.test(before) ? Math.max(caret - unit.length, start) : null;
}

/** All lines that a range touches, one level further in or out. */
export function indentLines(source: string, range: Range, isOut: boolean): { source: string; range: Range } {
  const start = source.lastIndexOf('\n', range.start - 1) + 1;
  const before = source.slice(start, range.end);
  const changed = isOut ? before.replace(/^(?: {1,2}|\t)/gm, '') : before.replace(/^(?=.)/gm, unit);
  return { source: source.slice(0, start) + changed + source.slice(range.end), range: { start, end: start + changed.length } };
}
