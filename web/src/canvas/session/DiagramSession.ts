import type { Diagram } from '../../api/schema';
import type { Palette } from '../../components/palettes';
import { Listeners } from '../../Listeners';
import { carried } from './carried';
import type { Drawer, Drawing } from '../engine/Drawing';
import type { DiagramState, Range } from './DiagramState';
import type { Content } from '../saving/drafts';
import { Engine } from '../engine/Engine';
import { History, type Layout, type Step } from './History';
import { participantOf, statementAt, statementOf, type EditResult, type Outline } from '../kinds/sequence/outline';
import { Saver } from '../saving/Saver';
import { SourceOffsets } from '../text/SourceOffsets';
import type { Vocabulary } from '../source/words';
import { applyAll, apply, changeBetween, shifted, withPlainBreaks, type TextChange } from '../text/TextChange';

/** A diagram whose source has more letters is drawn in the background: what is typed appears at once, and its picture follows. */
const largest = 20_000;
/** How long the keys have to rest before the picture of a large diagram is put into the page, in milliseconds. */
const rest = 250;

/**
 * An open diagram: its text and everything that follows from it. Each change, typed or made on the picture, is a change of the text;
 * it is drawn at once, can be taken back, and is saved.
 */
export class DiagramSession {
  readonly vocabulary: Vocabulary;
  private state: DiagramState;
  private readonly history = new History();
  private readonly listeners = new Listeners();
  private readonly saver: Saver;
  /** Of the source that was drawn last; that may be an earlier one. */
  private offsets: SourceOffsets;
  private drawnSource: string;
  /** What has been typed since; null when the picture is that of the source. */
  private sinceDrawn: TextChange | null = null;
  private timer: number | undefined;
  private caretCount = 0;
  /** What was selected last in the source, or where the caret was. */
  private lastCaret: Range = { start: 0, end: 0 };

  constructor(
    private readonly engine: Engine,
    diagram: Diagram,
    userId: string,
    private palette: Palette,
    private readonly drawer: Drawer | null = null,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.vocabulary = engine.vocabulary();
    const { name, layout } = diagram;
    const source = withPlainBreaks(diagram.source);
    this.offsets = new SourceOffsets(source);
    this.drawnSource = source;
    this.state = {
      name,
      source,
      layout,
      ...engine.draw(source, palette),
      selected: null,
      editing: null,
      caret: null,
      canUndo: false,
      canRedo: false,
      save: { name: 'saved' },
      conflict: null,
    };
    this.saver = new Saver(diagram, userId, {
      content: () => this.content(),
      show: (save) => this.set({ save }),
      take: (content) => this.replace(content),
      ask: (conflict) => this.set({ conflict }),
    });
  }

  readonly subscribe = this.listeners.subscribe;

  readonly current = (): DiagramState => this.state;

  /** Begins to save, and brings back what earlier visits could not save. */
  open(): Promise<void> {
    return this.saver.open();
  }

  close(): void {
    window.clearTimeout(this.timer);
    this.drawer?.close();
    this.saver.close();
  }

  /** @returns Whether the server has now what was here at the time of the call, and what was merged into it. */
  save(): Promise<boolean> {
    return this.saver.save();
  }

  keepMine(): void {
    const theirs = this.state.conflict;
    this.set({ conflict: null });
    if (theirs) this.saver.overwrite(theirs);
  }

  keepTheirs(): void {
    const theirs = this.state.conflict;
    this.set({ conflict: null });
    if (theirs) this.saver.adopt(theirs);
  }

  setPalette(palette: Palette): void {
    if (palette === this.palette) return;
    this.palette = palette;
    this.catchUp();
    this.set({ picture: this.engine.render(this.state.source, palette) });
  }

  /** The picture in the colours of paper. */
  printable(): string {
    return this.engine.render(this.state.source, 'light');
  }

  rename(name: string): void {
    if (name === this.state.name) return;
    this.set({ name });
    this.saver.changed();
  }

  /** What somebody has typed. */
  type(source: string): void {
    const change = changeBetween(this.state.source, source);
    if (change) this.change(change, { isTyping: true, selected: null });
  }

  /** Opens the field for the words of an element. */
  openField(id: string): void {
    const words = participantOf(this.state.outline, id)?.name ?? statementOf(this.state.outline, id)?.text;
    if (words !== undefined) this.set({ editing: { id, words } });
  }

  /**
   * Closes the field, and gives the element its words, unless they are the old ones.
   *
   * @returns Why it could not be done; null when it was.
   */
  closeField(words: string | null): string | null {
    const { editing } = this.state;
    this.set({ editing: null });
    if (!editing || words === null || words === editing.words) return null;
    const number = Number(editing.id.slice(1));
    return this.edit(
      (engine, source) =>
        editing.id.startsWith('p') ? engine.renameParticipant(source, number, words.trim()) : engine.changeText(source, number, words),
      () => editing.id,
    );
  }

  /** Replaces the whole source, as one step. */
  setSource(source: string): void {
    const change = changeBetween(this.state.source, withPlainBreaks(source));
    if (change) this.change(change, { isTyping: false, selected: null, caret: { start: 0, end: 0 } });
  }

  /** Replaces a stretch of the source and puts the caret after it. */
  insert(range: Range, text: string): void {
    const change = { start: range.start, removed: this.state.source.slice(range.start, range.end), inserted: text };
    const place = range.start + text.length;
    this.change(change, { isTyping: false, selected: null, caret: { start: place, end: place }, isFocused: true });
  }

  /** Replaces the whole source, as one step, and selects a range of it. */
  setLines({ source, range }: { source: string; range: Range }): void {
    const change = changeBetween(this.state.source, source);
    if (change) this.change(change, { isTyping: false, selected: null, caret: range, isFocused: true });
  }

  /**
   * Makes an edit by the engine.
   *
   * @param selected Which element is to be selected afterwards, in the new outline.
   * @returns Why it was not made; null when it was.
   */
  edit(make: (engine: Engine, source: string) => EditResult, selected?: (outline: Outline) => string | null): string | null {
    this.catchUp();
    const result = make(this.engine, this.state.source);
    if ('error' in result) return result.error;
    const edits = result.edits.map((edit) => ({ start: this.offsets.toUnits(edit.start), end: this.offsets.toUnits(edit.end), text: edit.text }));
    const change = changeBetween(this.state.source, applyAll(this.state.source, edits));
    if (change) this.change(change, { isTyping: false, isDrawnAtOnce: true });
    if (selected) this.select(selected(this.state.outline));
    return null;
  }

  undo(): void {
    this.replay(this.history.undo());
  }

  redo(): void {
    this.replay(this.history.redo());
  }

  select(id: string | null): void {
    const exists = id === null || this.rangeOf(id) !== null || id.startsWith('p');
    this.set({ selected: exists ? id : null });
  }

  /** Selects the statement that the caret is in, or the beginning of what is selected in the source. */
  selectAt(range: Range): void {
    this.lastCaret = range;
    // The statements are those of an earlier source: what is selected is told when the picture follows.
    if (this.sinceDrawn) return;
    const statement = statementAt(this.state.outline, this.offsets.toBytes(range.start));
    this.set({ selected: statement ? `s${statement.id}` : null });
  }

  /** Where a statement stands in the source; null for other elements. */
  rangeOf(id: string, outline: Outline = this.state.outline): Range | null {
    const statement = statementOf(outline, id);
    return statement ? this.range(statement.start, statement.end) : null;
  }

  /** @param start In bytes, as the engine says it. */
  range(start: number, end: number): Range {
    return { start: this.place(start), end: this.place(end) };
  }

  private place(byte: number): number {
    const unit = this.offsets.toUnits(byte);
    return this.sinceDrawn ? shifted(unit, this.sinceDrawn) : unit;
  }

  /** Puts the caret into the source. */
  showInSource(range: Range): void {
    this.set({ caret: { ...range, count: ++this.caretCount, isFocused: true } });
  }

  private content(): Content {
    const { name, source, layout } = this.state;
    return { name, source, layout };
  }

  /** Takes what came from elsewhere, as a step that can be taken back. */
  private replace(content: Content): void {
    this.set({ name: content.name });
    const change = changeBetween(this.state.source, withPlainBreaks(content.source));
    if (!change) return this.set({ layout: content.layout });
    this.lastCaret = { start: shifted(this.lastCaret.start, change), end: shifted(this.lastCaret.end, change) };
    this.change(change, { isTyping: false, caret: this.lastCaret, layout: content.layout });
  }

  private change(
    change: TextChange,
    options: { isTyping: boolean; selected?: string | null; caret?: Range; isFocused?: boolean; layout?: Layout; isDrawnAtOnce?: boolean },
  ): void {
    const before = this.state.layout;
    const layout = options.layout && { before, after: options.layout };
    this.history.record({ text: change, layout: layout ?? null }, options.isTyping, this.now());
    const caret = options.caret && { ...options.caret, count: ++this.caretCount, isFocused: options.isFocused ?? false };
    const rest = {
      ...(options.selected === undefined ? {} : { selected: options.selected }),
      ...(caret ? { caret } : {}),
      ...(layout ? { layout: layout.after } : {}),
    };
    this.show(apply(this.state.source, change), rest, options.isDrawnAtOnce);
  }

  private replay(step: Step | null): void {
    if (!step) return;
    const place = step.text ? step.text.start + step.text.inserted.length : 0;
    const caret = step.text ? { start: place, end: place, count: ++this.caretCount, isFocused: false } : this.state.caret;
    const layout = step.layout?.after ?? this.state.layout;
    this.show(step.text ? apply(this.state.source, step.text) : this.state.source, { caret, layout, selected: null });
  }

  private show(source: string, rest: Partial<DiagramState>, isDrawnAtOnce = false): void {
    const history = { canUndo: this.history.canUndo, canRedo: this.history.canRedo };
    if (this.drawer && source.length > largest && !isDrawnAtOnce) {
      this.sinceDrawn = changeBetween(this.drawnSource, source);
      this.set({ source, ...history, ...rest });
      this.drawLater();
    } else {
      this.take(source, this.engine.draw(source, this.palette), { ...history, ...rest });
    }
    this.saver.changed();
  }

  private drawLater(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const { source } = this.state;
      this.drawer?.draw(source, this.palette, (drawing) => {
        // Whoever has typed on meanwhile has asked again; what was drawn at once meanwhile may have other colours.
        if (this.sinceDrawn && source === this.state.source) this.take(source, drawing, {});
      });
    }, rest);
  }

  /** Draws at once what is still to be drawn. */
  private catchUp(): void {
    if (this.sinceDrawn) this.take(this.state.source, this.engine.draw(this.state.source, this.palette), {});
  }

  /** Takes a source with its drawing. Whatever is held of the text goes along with the change since the last one, or is let go. */
  private take(source: string, drawing: Drawing, rest: Partial<DiagramState>): void {
    const { outline, selected, editing } = this.state;
    const before = { outline, offsets: this.offsets };
    const change = changeBetween(this.drawnSource, source);
    window.clearTimeout(this.timer);
    this.sinceDrawn = null;
    this.drawnSource = source;
    this.offsets = new SourceOffsets(source);
    const now = { outline: drawing.outline, offsets: this.offsets };
    const follow = (id: string | undefined | null) => (id && change ? carried(id, before, now, change) : (id ?? null));
    const field = follow(editing?.id);
    this.set({
      source,
      ...drawing,
      selected: follow(selected),
      editing: editing && field ? { ...editing, id: field } : null,
      ...rest,
    });
  }

  private set(change: Partial<DiagramState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.notify();
  }
}
