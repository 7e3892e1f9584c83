import type { Diagram } from '../../api/schema';
import type { Palette } from '../../components/palettes';
import { Listeners } from '../../Listeners';
import type { Content, Draft } from '../saving/drafts';
import { Saver } from '../saving/Saver';
import type { DiagramKind } from '../engine/DiagramKind';
import type { Drawer, Drawing, DrawingRequest } from '../engine/Drawing';
import { editAll, type EditStep } from './editAll';
import type { Engine } from '../engine/Engine';
import { isSameLayout, type Layout } from '../engine/Layout';
import type { Outline } from '../engine/Outline';
import { followed, successorOf, type Succession } from '../engine/Succession';
import type { Vocabulary } from '../engine/Vocabulary';
import { apply, changeBetween, shifted, withPlainBreaks, type TextChange } from '../text/TextChange';
import { selecting, type CaretWish, type DiagramState, type Range } from './DiagramState';
import type { Command } from '../engine/Command';
import type { ChangeOptions } from './ChangeOptions';
import { DrawnSource } from './DrawnSource';
import { changeOfWords, followedField, ownWords, type Detail, type DetailChange } from './Field';
import { firstState } from './firstState';
import { History, type Step } from './History';
import { LateDrawing } from './LateDrawing';
import { shownOf } from './shownOf';
import { Trial } from './Trial';

/** A diagram whose source has more letters is drawn in the background: what is typed appears at once, and its picture follows. */
const largest = 20_000;
/** Why something was not done that was meant for the picture of before. */
const changedMeanwhile = 'changedMeanwhile';

/**
 * An open diagram: its text and everything that follows from it. Each change, typed or made on the picture, is a change of the text;
 * it is drawn at once, can be taken back, and is saved.
 */
export class DiagramSession {
  readonly kind: DiagramKind;
  readonly vocabulary: Vocabulary;
  private state: DiagramState;
  private readonly history = new History();
  private readonly listeners = new Listeners();
  private readonly saver: Saver;
  private drawn: DrawnSource;
  private readonly late: LateDrawing | null;
  private readonly trial: Trial;
  private caretCount = 0;
  private fieldCount = 0;
  /** What was selected last in the source, or where the caret was. */
  private lastCaret: Range = { start: 0, end: 0 };

  constructor(
    readonly engine: Engine,
    diagram: Diagram,
    userId: string,
    private palette: Palette,
    drawer: Drawer | null = null,
    private readonly now: () => number = () => performance.now(),
  ) {
    const { kind, layout } = diagram;
    this.kind = kind;
    this.vocabulary = engine.vocabulary();
    this.trial = new Trial(engine, kind);
    this.late = drawer && new LateDrawing(drawer);
    const source = withPlainBreaks(diagram.source);
    const drawing = engine.draw({ kind, source, before: null, palette, layout });
    this.drawn = new DrawnSource(source, drawing.places);
    this.state = firstState(diagram, source, drawing);
    this.saver = new Saver(diagram, userId, {
      content: () => this.content(),
      show: (save) => this.set({ save }),
      take: (content) => this.replace(content),
      ask: (conflict) => this.set({ conflict }),
      lose: (loss) => this.set({ loss }),
    });
  }

  readonly subscribe = this.listeners.subscribe;

  readonly current = (): DiagramState => this.state;

  /** Begins to save, and brings back what earlier visits could not save. */
  open(): Promise<void> {
    return this.saver.open();
  }

  close(): void {
    this.late?.close();
    this.saver.close();
  }

  /** @returns Whether the server has now what was here at the time of the call, and what was merged into it. */
  save(): Promise<boolean> {
    return this.saver.save();
  }

  /** Has what is here made elsewhere; once that is done, it is neither saved nor kept here any more. */
  copyElsewhere<Made>(make: (draft: Draft) => Promise<Made>): Promise<Made> {
    return this.saver.copyElsewhere(make);
  }

  /** Takes what the server has made of it, as a step that can be taken back. */
  readonly adopt = (diagram: Diagram): void => this.saver.adopt(diagram);

  /** Ends a conflict. */
  keep(version: 'mine' | 'theirs'): void {
    const theirs = this.state.conflict;
    this.set({ conflict: null });
    if (theirs) this.saver[version === 'mine' ? 'overwrite' : 'adopt'](theirs);
  }

  setPalette(palette: Palette): void {
    if (palette === this.palette) return;
    this.palette = palette;
    this.catchUp();
    const { layout } = this.state;
    this.take(this.state.source, this.draw(this.state.source, layout), { layout });
  }

  /** The picture in the colours of paper. */
  printable(): string {
    return this.engine.picture(this.kind, this.state.source, 'light', this.state.layout);
  }

  rename(name: string): void {
    if (name === this.state.name) return;
    this.set({ name });
    this.saver.changed();
  }

  /** What somebody has typed. */
  type(source: string): void {
    const change = changeBetween(this.state.source, source);
    if (change) this.change(change, { isTyping: true, isDeselecting: true });
  }

  /** Opens the field for words of an element. */
  openField(id: string, detail: Detail & { readonly words?: string } = ownWords): void {
    const element = this.state.outline.element(id);
    if (element) this.set({ editing: { words: element.words, ...detail, id, count: ++this.fieldCount } });
  }

  /**
   * Closes the field, and gives the element its words, unless they are the old ones.
   *
   * @returns Why it could not be done; null when it was.
   */
  closeField(words: string | null, changeOfDetail: DetailChange = () => null): string | null {
    const opened = this.state.editing;
    const isChanged = opened !== null && words !== null && words !== opened.words;
    if (isChanged) this.catchUp();
    const { editing, outline } = this.state;
    this.set({ editing: null });
    if (!isChanged) return null;
    const element = editing && outline.element(editing.id);
    const steps = element && (editing.number === 0 ? changeOfWords(element, words) : changeOfDetail(element, editing, words));
    return steps ? this.edit([...steps], { selects: element.id }) : changedMeanwhile;
  }

  /** Replaces the whole source, as one step. */
  setSource(source: string): void {
    this.setLines({ source: withPlainBreaks(source), range: { start: 0, end: 0 } }, false);
  }

  /** Replaces a stretch of the source and puts the caret after it. */
  insert(range: Range, text: string): void {
    const { source } = this.state;
    const place = range.start + text.length;
    this.setLines({ source: source.slice(0, range.start) + text + source.slice(range.end), range: { start: place, end: place } });
  }

  /** Replaces the whole source, as one step, and selects a range of it. */
  setLines({ source, range }: { source: string; range: Range }, isFocused = true): void {
    const change = changeBetween(this.state.source, source);
    if (change) this.change(change, { isTyping: false, isDeselecting: true, caret: range, isFocused });
  }

  /**
   * Does to the diagram what commands say, as the engine makes them a change of the source: one step, or none of them.
   *
   * @param options.puts Where elements are put with it, by their ids of before.
   * @param options.selects The element that is selected afterwards, by its id of before; or what comes with the commands.
   * @returns Why it was not done; null when it was.
   */
  edit(steps: EditStep | EditStep[], options: { puts?: Layout; selects?: string; selectsNew?: boolean | 'all' } = {}): string | null {
    if (!this.catchUp()) return changedMeanwhile;
    const edited = editAll(this.engine, this.kind, this.state.source, Array.isArray(steps) ? steps : [steps]);
    if ('error' in edited) return edited.error;
    const { successions, created } = edited;
    const change = changeBetween(this.state.source, edited.source);
    if (change) this.change(change, { isTyping: false, successions });
    if (options.puts) this.put(followed(options.puts, successions), change !== null);
    if (options.selects !== undefined) this.select(successorOf(options.selects, successions));
    if (options.selectsNew) this.select(options.selectsNew === 'all' ? created : (created[0] ?? null));
    return null;
  }

  /**
   * Puts elements where somebody wants them to stand, and nowhere else.
   *
   * @param isSameStep Whether they have come with the last step, and belong to it.
   */
  put(positions: Layout, isSameStep = false): void {
    if (!this.catchUp()) return;
    const before = this.state.layout;
    if (!isSameStep) return this.setLayout({ ...this.drawn.remembered(before), ...positions });
    const after = { ...before, ...positions };
    this.history.amend({ before, after });
    this.show(this.state.source, { layout: after });
  }

  /** Shows what it would look like if elements were put somewhere, and a command done with that; null for as it is. */
  preview(positions: Layout | null, command: Command | null = null): void {
    if (!this.catchUp()) return;
    const layout = positions ? { ...this.drawn.remembered(this.state.layout), ...positions } : this.state.layout;
    this.set({ ...this.trial.picture(this.state.source, layout, this.palette, command), isPreview: positions !== null });
  }

  /** @returns Why a command can't be done; null when it can. */
  refusal(command: Command): string | null {
    return this.trial.refusal(this.state.source, command);
  }

  /** Where elements are drawn that can be put elsewhere. */
  get positions(): Layout {
    return this.drawn.positions;
  }

  /** Forgets where elements stood and were put: of some, or of all. */
  arrange(ids: ReadonlyArray<string> | null): void {
    this.catchUp();
    const kept = ids === null ? [] : Object.entries(this.drawn.remembered(this.state.layout)).filter(([one]) => !ids.includes(one));
    this.setLayout(Object.fromEntries(kept));
  }

  private setLayout(after: Layout): void {
    this.history.record({ text: null, layout: { before: this.state.layout, after } }, false, this.now());
    this.show(this.state.source, { layout: after });
  }

  readonly undo = (): void => this.replay(this.history.undo());

  readonly redo = (): void => this.replay(this.history.redo());

  /** Selects these elements, and no others. */
  select(ids: string | null | ReadonlyArray<string>): void {
    const wanted = ids === null ? [] : typeof ids === 'string' ? [ids] : ids;
    this.set(selecting(wanted.filter((id) => this.state.outline.element(id))));
  }

  /** Selects the element that the caret is in, or the beginning of what is selected in the source. */
  selectAt(range: Range): void {
    this.lastCaret = range;
    // The elements are those of an earlier source: what is selected is told when the picture follows.
    if (this.drawn.isEarlier) return;
    this.select(this.state.outline.elementAt(this.drawn.byte(range.start))?.id ?? null);
  }

  /** Where an element stands in the source; null for those that nothing declares. */
  rangeOf(id: string, outline: Outline = this.state.outline): Range | null {
    const element = outline.element(id);
    return element?.start === undefined || element.end === undefined ? null : this.range(element.start, element.end);
  }

  /** @param start In bytes, as the engine says it. */
  range(start: number, end: number): Range {
    return { start: this.drawn.unit(start), end: this.drawn.unit(end) };
  }

  /** Puts the caret into the source. */
  showInSource(range: Range): void {
    this.set({ caret: this.wish(range, true) });
  }

  private readonly wish = (range: Range, isFocused: boolean): CaretWish => ({ ...range, count: ++this.caretCount, isFocused });

  private content(): Content {
    const { name, source, layout } = this.state;
    return { name, source, layout };
  }

  /** Takes what came from elsewhere, as a step that can be taken back. */
  private replace(content: Content): void {
    this.set({ name: content.name });
    const change = changeBetween(this.state.source, withPlainBreaks(content.source));
    if (!change) return isSameLayout(content.layout, this.state.layout) ? undefined : this.setLayout(content.layout);
    this.lastCaret = { start: shifted(this.lastCaret.start, change), end: shifted(this.lastCaret.end, change) };
    this.change(change, { isTyping: false, caret: this.lastCaret, layout: content.layout });
  }

  private change(change: TextChange, options: ChangeOptions): void {
    const before = this.state.layout;
    const layout = options.layout && { before, after: options.layout };
    this.history.record({ text: change, layout: layout ?? null }, options.isTyping, this.now());
    const caret = options.caret && this.wish(options.caret, options.isFocused ?? false);
    const rest = {
      ...(options.isDeselecting ? selecting([]) : {}),
      ...(caret ? { caret } : {}),
      ...(layout ? { layout: layout.after } : {}),
    };
    this.show(apply(this.state.source, change), rest, options.successions);
  }

  private replay(step: Step | null): void {
    if (!step) return;
    const place = step.text ? step.text.start + step.text.inserted.length : 0;
    const caret = step.text ? this.wish({ start: place, end: place }, false) : this.state.caret;
    const layout = step.layout ? { layout: step.layout.after } : {};
    this.show(step.text ? apply(this.state.source, step.text) : this.state.source, { caret, ...layout, ...selecting([]) });
  }

  /** @param successions Of a change that the engine has made: then it is drawn at once. */
  private show(source: string, rest: Partial<DiagramState>, successions?: ReadonlyArray<Succession>): void {
    const history = { canUndo: this.history.canUndo, canRedo: this.history.canRedo };
    // Positions that come with a text are by its ids, and can't wait for a picture by the ids of before.
    const waits = source.length > largest && !successions && (!rest.layout || isSameLayout(rest.layout, this.state.layout));
    if (this.late && waits) {
      this.drawn.typed(source);
      this.set({ source, ...history, ...rest });
      this.drawLater(this.late);
    } else {
      this.take(source, this.draw(source, rest.layout, successions), { ...history, ...rest }, successions);
    }
    this.saver.changed();
  }

  /** @param layout By the ids of the source; what stands somewhere stays there without it. */
  private draw(source: string, layout?: Layout, successions?: ReadonlyArray<Succession>): Drawing {
    return this.engine.draw(this.request(source, layout, successions));
  }

  private request(source: string, layout?: Layout, successions?: ReadonlyArray<Succession>): DrawingRequest {
    const { kind, palette } = this;
    const before = this.drawn.source;
    if (layout) return { kind, source, before, palette, layout, isLayoutNew: true };
    return { kind, source, before, palette, layout: this.drawn.remembered(this.state.layout), ...(successions ? { successions } : {}) };
  }

  private drawLater(late: LateDrawing): void {
    late.begin(
      () => this.request(this.state.source),
      (source, drawing) => {
        // Whoever has typed on meanwhile has asked again; what was drawn at once meanwhile may have other colours.
        if (this.drawn.isEarlier && source === this.state.source) this.take(source, drawing, {});
      },
    );
  }

  /**
   * Draws at once what is still to be drawn.
   *
   * @returns Whether what was seen before is still called the same: else a command that was made of it would mean something else.
   */
  catchUp(): boolean {
    if (!this.drawn.isEarlier) return true;
    const before = this.state.outline.elements;
    this.take(this.state.source, this.draw(this.state.source), {});
    const after = this.state.outline.elements;
    return before.length === after.length && before.every((element, index) => element.id === after[index]?.id);
  }

  /** Takes a source with its drawing. Whatever is held of an element goes along with it, or is let go. */
  private take(source: string, drawing: Drawing, rest: Partial<DiagramState>, known?: ReadonlyArray<Succession>): void {
    const { selection, editing } = this.state;
    const shown = shownOf(drawing);
    // There can be as many as the diagram has elements: they are read only where something is held.
    const isHeld = selection.length > 0 || editing !== null;
    const successions = known ?? (isHeld ? (JSON.parse(drawing.successions) as ReadonlyArray<Succession>) : []);
    this.late?.forget();
    this.drawn = new DrawnSource(source, drawing.places);
    this.set({
      source,
      ...shown,
      isPreview: false,
      ...selecting(selection.flatMap((id) => successorOf(id, successions) ?? [])),
      // Words that somebody else has changed meanwhile are not to be written over.
      editing: followedField(editing, successions, shown.outline),
      ...rest,
    });
    if (!rest.layout) this.followLayout(drawing.layout);
  }

  /** Positions are a part of the step that has made them: taken back, all stands again where it stood. */
  private followLayout(layout: Layout): void {
    const before = this.state.layout;
    if (layout === before) return;
    this.history.amend({ before, after: layout });
    if (isSameLayout(layout, before)) return;
    this.set({ layout });
    this.saver.changed();
  }

  private set(change: Partial<DiagramState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.notify();
  }
}
