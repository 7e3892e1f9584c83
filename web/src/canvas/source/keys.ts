import type { KeyboardEvent } from 'react';
import type { DiagramSession } from '../session/DiagramSession';
import type { Range } from '../session/DiagramState';
import { edgeOfLine, indentLines, indentationAfter } from './indentation';

/**
 * What a key does in the source besides what it does in every text field: indent, keep the indentation, close a block.
 *
 * @returns undefined for keys that do nothing of their own.
 */
export function actionOf(event: KeyboardEvent<HTMLTextAreaElement>, session: DiagramSession): (() => void) | undefined {
  const field = event.currentTarget;
  const range: Range = { start: field.selectionStart, end: field.selectionEnd };
  const { source } = session.current();
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const isEmpty = range.start === range.end;
  if (event.key === 'Tab' && isPlain)
    return () => (isEmpty && !event.shiftKey ? session.insert(range, '  ') : session.setLines(indentLines(source, range, event.shiftKey)));
  if (event.key === 'Enter' && isPlain && !event.shiftKey) return () => session.insert(range, `\n${indentationAfter(source, range.start)}`);
  const edge = event.key === '}' && isEmpty ? edgeOfLine(source, range.start) : null;
  return edge === null ? undefined : () => session.insert({ start: edge, end: range.end }, '}');
}
