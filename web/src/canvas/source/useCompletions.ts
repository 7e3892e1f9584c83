import { useCallback, useState, type KeyboardEvent } from 'react';
import type { DiagramSession } from '../session/DiagramSession';
import { completions, type Completions } from './completion';

export type ChosenCompletions = Completions & { readonly chosen: number };

export type CompletionControls = {
  readonly list: ChosenCompletions | null;
  /** @param isAsked Whether somebody wants a list even where nothing has been typed. */
  readonly look: (source: string, caret: number, isAsked: boolean) => void;
  readonly accept: (word: string | undefined) => void;
  readonly close: () => void;
  /** @returns Whether the key was for the list. */
  readonly takeKey: (event: KeyboardEvent) => boolean;
};

/** The list of what the word before the caret may become. */
export function useCompletions(session: DiagramSession, names: ReadonlyArray<string>): CompletionControls {
  const [list, setList] = useState<ChosenCompletions | null>(null);
  const close = useCallback(() => setList(null), []);

  function look(source: string, caret: number, isAsked: boolean): void {
    const found = completions(source, caret, names, session.vocabulary, isAsked);
    setList(found && { ...found, chosen: 0 });
  }

  function accept(word: string | undefined): void {
    if (list && word) session.insert({ start: list.start, end: list.end }, word);
    close();
  }

  function takeKey(event: KeyboardEvent): boolean {
    if (!list || event.ctrlKey || event.metaKey || event.altKey) return false;
    const count = list.words.length;
    if (event.key === 'ArrowDown') setList({ ...list, chosen: (list.chosen + 1) % count });
    else if (event.key === 'ArrowUp') setList({ ...list, chosen: (list.chosen + count - 1) % count });
    else if (event.key === 'Tab' || event.key === 'Enter') accept(list.words[list.chosen]);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return { list, look, accept, close, takeKey };
}
