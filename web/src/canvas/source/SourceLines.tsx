import { memo, useMemo } from 'react';
import type { Vocabulary } from '../engine/Vocabulary';
import type { DiagramSession } from '../session/DiagramSession';
import type { DiagramState, Range } from '../session/DiagramState';
import { lineHeight } from './lineHeight';
import { piecesOf, type Mark } from './pieces';
import type { WordsOf } from './words';

type Props = {
  session: DiagramSession;
  state: DiagramState;
  wordsOf: WordsOf;
  marked: Range | null;
  scroll: { readonly top: number; readonly left: number; readonly height: number };
};

/** The lines in view with their numbers, colours and marks, behind the text field, which shows its letters in no colour. */
export function SourceLines({ session, state, wordsOf, marked, scroll }: Props): JSX.Element {
  const { source, diagnostics } = state;
  const starts = useMemo(() => lineStarts(source), [source]);
  const marks = useMemo<ReadonlyArray<Mark>>(
    () => diagnostics.map((one) => ({ ...session.range(one.start, one.end), className: `problem-${one.severity}` })),
    [diagnostics, session],
  );
  const problemLines = useMemo(() => new Map([...diagnostics].reverse().map((one) => [one.line - 1, one.severity])), [diagnostics]);
  const first = Math.max(Math.floor(scroll.top / lineHeight) - 2, 0);
  const last = Math.min(Math.ceil((scroll.top + scroll.height) / lineHeight) + 2, starts.length);
  const lines = [];
  for (let line = first; line < last; line++) {
    const start = starts[line] ?? 0;
    const end = (starts[line + 1] ?? source.length + 1) - 1;
    lines.push({ line, start, text: source.slice(start, end), problem: problemLines.get(line) });
  }
  return (
    <>
      <div className="source-gutter" aria-hidden="true">
        <div style={{ transform: `translateY(${-scroll.top}px)` }}>
          {lines.map(({ line, problem }) => (
            <span key={line} className={problem ? `line-number line-${problem}` : 'line-number'} style={{ top: line * lineHeight }}>
              {line + 1}
            </span>
          ))}
        </div>
      </div>
      <div className="source-colors" aria-hidden="true">
        <div style={{ transform: `translate(${-scroll.left}px, ${-scroll.top}px)` }}>
          {lines.map(({ line, start, text }) => (
            <Line
              key={line}
              top={line * lineHeight}
              text={text}
              vocabulary={session.vocabulary}
              wordsOf={wordsOf}
              marks={within(marks, start, text)}
              marked={marked && rangeWithin(marked, start, text)}
            />
          ))}
        </div>
      </div>
    </>
  );
}

type LineProps = { top: number; text: string; vocabulary: Vocabulary; wordsOf: WordsOf; marks: ReadonlyArray<Mark>; marked: Range | null };

const Line = memo(
  function Line({ top, text, vocabulary, wordsOf, marks, marked }: LineProps): JSX.Element {
    const all = marked ? [...marks, { ...marked, className: 'marked' }] : marks;
    return (
      <div className="source-line" style={{ top }}>
        {piecesOf(wordsOf(text, vocabulary), all).map((piece, index) => (
          <span key={index} className={piece.className}>
            {piece.text}
          </span>
        ))}
      </div>
    );
  },
  (a, b) => a.top === b.top && a.text === b.text && JSON.stringify([a.marks, a.marked]) === JSON.stringify([b.marks, b.marked]),
);

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let place = source.indexOf('\n'); place >= 0; place = source.indexOf('\n', place + 1)) starts.push(place + 1);
  return starts;
}

/** The marks that touch a line, in units of the line. A mark without length is shown at the unit that it stands before. */
function within(marks: ReadonlyArray<Mark>, start: number, text: string): Mark[] {
  const end = start + text.length;
  return marks
    .filter((mark) => mark.start <= end && (mark.end > start || mark.start >= start))
    .map((mark) => {
      const from = Math.max(mark.start - start, 0);
      const to = Math.min(mark.end - start, text.length);
      return { start: from, end: Math.max(to, from + 1), className: mark.className };
    });
}

function rangeWithin(range: Range, start: number, text: string): Range | null {
  if (range.end <= start || range.start > start + text.length) return null;
  return { start: Math.max(range.start - start, 0), end: Math.min(range.end - start, text.length) };
}
