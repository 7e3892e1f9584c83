import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { texts } from '../../texts';
import type { DiagramSession } from '../session/DiagramSession';
import type { DiagramState } from '../session/DiagramState';
import { CompletionList } from './CompletionList';
import { SourceLines } from './SourceLines';
import { actionOf } from './keys';
import type { WordsOf } from './words';
import { useCompletions } from './useCompletions';
import { useCaret, useFieldHeight, useFieldHistory, useRevealed } from './useSourceField';

/**
 * The source as text: a plain text field, with colours, line numbers and marks drawn behind it. So everything that people and
 * their aids know of text fields works here.
 */
export function SourceEditor({ session, state, wordsOf }: { session: DiagramSession; state: DiagramState; wordsOf: WordsOf }): JSX.Element {
  const area = useRef<HTMLTextAreaElement>(null);
  const [scroll, setScroll] = useState({ top: 0, left: 0, height: 800 });
  const isLeaving = useRef(false);
  const { source, caret, selected, outline, names } = state;
  const marked = useMemo(() => (selected ? session.rangeOf(selected, outline) : null), [selected, session, outline]);
  const { list, look, accept, close, takeKey } = useCompletions(session, names);
  useCaret(area, source, caret, close);
  useRevealed(area, source, marked);
  useFieldHistory(area, session);
  useFieldHeight(
    area,
    useCallback((height) => setScroll((before) => ({ ...before, height })), []),
  );

  function keyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    // An input method takes the keys until its word is done.
    if (event.nativeEvent.isComposing || takeKey(event)) return;
    // Tab indents, but for whoever has pressed Escape it leaves the field.
    const leaves = event.key === 'Tab' && isLeaving.current;
    if (event.key === 'Escape') isLeaving.current = true;
    if (leaves) return;
    if (event.key !== 'Escape' && event.key !== 'Shift') isLeaving.current = false;
    const { selectionStart } = event.currentTarget;
    const action = event.key === ' ' && event.ctrlKey ? () => look(source, selectionStart, true) : actionOf(event, session);
    if (!action) return;
    event.preventDefault();
    action();
  }

  return (
    <div className="source-editor">
      <SourceLines session={session} state={state} wordsOf={wordsOf} marked={marked} scroll={scroll} />
      <textarea
        ref={area}
        className="source-text"
        value={source}
        aria-label={texts.canvas.source}
        aria-describedby="source-hint"
        aria-autocomplete="list"
        {...(list ? { 'aria-controls': 'completions', 'aria-activedescendant': `completion-${list.chosen}` } : {})}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        onChange={({ target }) => {
          session.type(target.value);
          look(target.value, target.selectionStart, false);
        }}
        onKeyDown={keyDown}
        onSelect={({ currentTarget }) => {
          const { selectionStart, selectionEnd } = currentTarget;
          if (list && selectionStart !== list.end) close();
          if (document.activeElement === currentTarget) session.selectAt({ start: selectionStart, end: selectionEnd });
        }}
        onScroll={({ currentTarget }) => {
          const { scrollTop, scrollLeft, clientHeight } = currentTarget;
          setScroll({ top: scrollTop, left: scrollLeft, height: clientHeight });
          close();
        }}
        onBlur={close}
      />
      <p id="source-hint" className="visually-hidden">
        {texts.canvas.leaveHint}
      </p>
      {list && area.current && <CompletionList list={list} source={source} field={area.current} scroll={scroll} onChoose={accept} />}
    </div>
  );
}
