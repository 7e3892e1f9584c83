import type { Copied } from '../../picture/KindClient';
import type { DiagramSession } from '../../session/DiagramSession';
import type { Range } from '../../session/DiagramState';
import { statementOf } from './outline';

/** Statements as they are written, with their comments, without the indentation of their place. @returns Null if none is selected. */
export function copied(session: DiagramSession, ids: ReadonlyArray<string>): Copied | null {
  const { outline, source } = session.current();
  const chosen = ids.flatMap((id) => statementOf(outline, id) ?? []).sort((one, other) => one.start - other.start);
  const outermost = chosen.filter((one) => !chosen.some((other) => other !== one && other.start <= one.start && other.end >= one.end));
  const texts = outermost.flatMap(({ id }) => {
    const range = session.rangeOf(id);
    return range ? [withoutIndentation(source, withComments(source, range))] : [];
  });
  return texts.length === 0 ? null : { text: `${texts.join('\n')}\n`, ids: outermost.map((one) => one.id) };
}

/**
 * Puts statements behind the selected one, or at the end; they are selected then.
 *
 * @returns Why it could not be done; null when it was.
 */
export function paste(session: DiagramSession, text: string): string | null {
  const { engine, kind } = session;
  const { source, selection } = session.current();
  const { diagnostics, outline } = engine.draw({ kind, source: text, before: null, palette: 'light', layout: {} });
  if (outline === '{"elements":[]}' || diagnostics.some((one) => one.severity === 'error')) return 'nothingToPaste';
  const last = selection[selection.length - 1];
  const range = last !== undefined && statementOf(session.current().outline, last) ? session.rangeOf(last) : null;
  const lineEnd = range ? source.indexOf('\n', range.end) : -1;
  const place = lineEnd < 0 ? source.length : lineEnd + 1;
  const indentation = range ? indentationAt(source, range.start) : '';
  const lines = text.trimEnd().split('\n');
  const gap = place > 0 && source[place - 1] !== '\n' ? '\n' : '';
  const pasted = `${gap}${lines.map((line) => (line === '' ? '' : indentation + line)).join('\n')}\n`;
  session.setLines({ source: source.slice(0, place) + pasted + source.slice(place), range: { start: place, end: place } }, false);
  session.catchUp();
  const isNew = ({ start, end }: Range) => start >= place && end <= place + pasted.length;
  const { elements } = session.current().outline;
  session.select(elements.flatMap(({ id }) => (isNew(session.rangeOf(id) ?? { start: -1, end: 0 }) ? [id] : [])));
  return null;
}

/** From the first line of comments above to the comment behind. */
function withComments(source: string, { start, end }: Range): Range {
  let first = lineStart(source, start);
  while (first > 0 && /^[ \t]*\/\//.test(source.slice(lineStart(source, first - 1), first))) first = lineStart(source, first - 1);
  const lineEnd = source.indexOf('\n', end) < 0 ? source.length : source.indexOf('\n', end);
  const isAlone = source.slice(lineStart(source, start), start).trim() === '';
  const isLast = /^[ \t;]*(?:\/\/.*)?$/.test(source.slice(end, lineEnd));
  return { start: isAlone ? first : start, end: isLast ? lineEnd : end };
}

function lineStart(source: string, place: number): number {
  return source.lastIndexOf('\n', place - 1) + 1;
}

/** The blanks with which the line of a place begins. */
function indentationAt(source: string, place: number): string {
  return /^[ \t]*/.exec(source.slice(lineStart(source, place), place))?.[0] ?? '';
}

function withoutIndentation(source: string, { start, end }: Range): string {
  const text = source.slice(start, end);
  const indentation = /^[ \t]*/.exec(text)?.[0] || indentationAt(source, start);
  return text
    .split('\n')
    .map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line))
    .join('\n');
}
