import type { Layout } from '../engine/Layout';
import { inverse, type TextChange } from '../text/TextChange';

/** A step that can be taken back: of the text, of the positions, or of both. */
export type Step = { readonly text: TextChange | null; readonly layout: { readonly before: Layout; readonly after: Layout } | null };

/** How long a pause in typing ends a step, in milliseconds. */
const pause = 1000;

/** What was done, without limit, and what was taken back. Typing in one go is one step. */
export class History {
  private done: Step[] = [];
  private undone: Step[] = [];
  private lastTyped = -Infinity;

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /**
   * @param isTyping Whether it may be joined with the step before.
   * @param now In milliseconds.
   */
  record(step: Step, isTyping: boolean, now: number): void {
    this.undone = [];
    const last = this.done[this.done.length - 1];
    const joined = isTyping && last && now - this.lastTyped < pause ? join(last, step) : null;
    if (joined) this.done[this.done.length - 1] = joined;
    else this.done.push(step);
    this.lastTyped = isTyping ? now : -Infinity;
  }

  /** Adds to the last step what came of it for the positions. */
  amend(layout: NonNullable<Step['layout']>): void {
    const last = this.done[this.done.length - 1];
    if (last) this.done[this.done.length - 1] = { text: last.text, layout: { before: last.layout?.before ?? layout.before, after: layout.after } };
  }

  /** The step that takes the last one back. */
  undo(): Step | null {
    const step = this.done.pop();
    if (!step) return null;
    this.undone.push(step);
    this.lastTyped = -Infinity;
    return reversed(step);
  }

  redo(): Step | null {
    const step = this.undone.pop();
    if (!step) return null;
    this.done.push(step);
    this.lastTyped = -Infinity;
    return step;
  }
}

function reversed(step: Step): Step {
  return {
    text: step.text && inverse(step.text),
    layout: step.layout && { before: step.layout.after, after: step.layout.before },
  };
}

/** Two steps of typing as one: what is typed or deleted right where the last character was. Lines stay apart. */
function join(last: Step, next: Step): Step | null {
  const [a, b] = [last.text, next.text];
  if (!a || !b || /\n/.test(a.inserted + b.inserted)) return null;
  const text = joinTexts(a, b);
  const layout = last.layout && next.layout ? { before: last.layout.before, after: next.layout.after } : (last.layout ?? next.layout);
  return text && { text, layout };
}

function joinTexts(a: TextChange, b: TextChange): TextChange | null {
  if (a.removed === '' && b.removed === '' && b.start === a.start + a.inserted.length) {
    return { start: a.start, removed: '', inserted: a.inserted + b.inserted };
  }
  if (a.inserted !== '' || b.inserted !== '') return null;
  if (b.start + b.removed.length === a.start) return { start: b.start, removed: b.removed + a.removed, inserted: '' };
  if (b.start === a.start) return { start: a.start, removed: a.removed + b.removed, inserted: '' };
  return null;
}
