import classifiers from 'wasm/uml-classifiers.wasm';
import sequence from 'wasm/uml-sequence.wasm';
import { palettes, type Palette } from '../../components/palettes';
import type { Command } from './Command';
import { diagramKinds, type DiagramKind } from './DiagramKind';
import type { Drawing, DrawingRequest } from './Drawing';
import type { EditResult } from './EditResult';
import { fieldsOf, type Layout } from './Layout';
import { Outline } from './Outline';
import { startsOf } from './pieces';
import { followed } from './Succession';
import type { Vocabulary } from './Vocabulary';

/** The functions of the WebAssembly module (Sources/UMLWeb). Counts are bytes of UTF-8. */
type Exports = {
  readonly memory: WebAssembly.Memory;
  allocate(count: number): number;
  release(pointer: number): void;
  resultPointer(): number;
  resultLength(): number;
  vocabulary(): void;
  open(kind: number, source: number, count: number): void;
  place(fields: number, count: number): void;
  places(): void;
  picture(theme: number): void;
  extents(): void;
  diagnostics(): void;
  outline(): void;
  successions(): void;
  edit(command: number, count: number): void;
};

/** The module for each kind: a page loads only what its diagram needs. */
const addresses: Readonly<Record<DiagramKind, string>> = { sequence, class: classifiers, usecase: classifiers };

/** A picture of more letters is put into the page in pieces: some 800 messages. */
const largestWhole = 400_000;

/** The C library's own functions for its standard error; the engine never comes to use them. */
const refusals = { fd_write: () => 8, fd_close: () => 0, fd_seek: () => 8 };

/** The diagram engine: the same as on the server, so the same text gives the same picture. It reads a text once for all that is asked of it. */
export class Engine {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();
  private placed: string | null = null;
  private opened: { readonly kind: DiagramKind; readonly source: string } | null = null;

  private constructor(private readonly exports: Exports) {}

  /** By addresses. */
  private static readonly loading = new Map<string, Promise<Engine>>();

  static load(kind: DiagramKind): Promise<Engine> {
    const address = addresses[kind];
    const known = this.loading.get(address);
    if (known) return known;
    const engine = WebAssembly.instantiateStreaming(fetch(address), { wasi_snapshot_preview1: refusals }).then(
      ({ instance }) => new Engine(instance.exports as unknown as Exports),
      (error: unknown) => {
        // The next attempt is to start afresh.
        this.loading.delete(address);
        throw error;
      },
    );
    this.loading.set(address, engine);
    return engine;
  }

  /** An engine of a module that is here already, for tests. */
  static of(instance: WebAssembly.Instance): Engine {
    return new Engine(instance.exports as unknown as Exports);
  }

  vocabulary(): Vocabulary {
    this.exports.vocabulary();
    return JSON.parse(this.answer());
  }

  draw(request: DrawingRequest): Drawing {
    const { kind, source, before, palette } = request;
    if (before !== null) this.open(kind, before);
    const isNew = this.open(kind, source);
    const successions = before !== null && isNew ? this.ask(this.exports.successions) : '[]';
    const layout = request.isLayoutNew ? request.layout : followed(request.layout, request.successions ?? JSON.parse(successions));
    const outline = this.ask(this.exports.outline);
    return {
      ...this.sketch(kind, source, palette, layout),
      diagnostics: JSON.parse(this.ask(this.exports.diagnostics)),
      outline,
      names: new Outline(outline).elements.filter((one) => one.isName).map((one) => one.words),
      successions,
      layout,
    };
  }

  /** Only what is seen: for somebody who moves something, and so changes it many times a second. */
  sketch(kind: DiagramKind, source: string, palette: Palette, layout: Layout): Pick<Drawing, 'picture' | 'pieces' | 'places'> {
    const picture = this.picture(kind, source, palette, layout);
    const pieces = picture.length > largestWhole ? { starts: startsOf(picture), extents: this.extents() } : null;
    return { picture, pieces, places: JSON.parse(this.ask(this.exports.places)) };
  }

  private place(layout: Layout): void {
    const fields = fieldsOf(layout);
    // What was shown while something was dragged is what it comes to when it is let go.
    if (fields === this.placed) return;
    this.withText(fields, (pointer, count) => this.exports.place(pointer, count));
    this.placed = fields;
  }

  private extents(): Int32Array {
    this.exports.extents();
    const start = this.exports.resultPointer();
    return new Int32Array(this.exports.memory.buffer.slice(start, start + this.exports.resultLength()));
  }

  picture(kind: DiagramKind, source: string, palette: Palette, layout: Layout): string {
    this.open(kind, source);
    this.place(layout);
    return this.pictureOf(palette);
  }

  /** What a command makes of a text, which stays as it is. */
  edit(kind: DiagramKind, source: string, command: Command): EditResult {
    this.open(kind, source);
    this.withText(Object.values(command).join('\0'), (pointer, count) => this.exports.edit(pointer, count));
    return JSON.parse(this.answer());
  }

  /** @returns Whether another text was open. */
  private open(kind: DiagramKind, source: string): boolean {
    if (this.opened?.kind === kind && this.opened.source === source) return false;
    this.withText(source, (pointer, count) => this.exports.open(numberOf(diagramKinds, kind), pointer, count));
    this.opened = { kind, source };
    return true;
  }

  private pictureOf(palette: Palette): string {
    this.exports.picture(numberOf(palettes, palette));
    return this.answer();
  }

  private ask(question: () => void): string {
    question();
    return this.answer();
  }

  /** Hands a text to the module. */
  private withText(text: string, work: (pointer: number, count: number) => void): void {
    const bytes = this.encoder.encode(text);
    const pointer = this.exports.allocate(bytes.length);
    new Uint8Array(this.exports.memory.buffer, pointer, bytes.length).set(bytes);
    work(pointer, bytes.length);
    this.exports.release(pointer);
  }

  private answer(): string {
    return this.decoder.decode(new Uint8Array(this.exports.memory.buffer, this.exports.resultPointer(), this.exports.resultLength()));
  }
}

/** By which the engine knows one of the names that it has, too. */
function numberOf<Name>(names: ReadonlyArray<Name>, name: Name): number {
  const number = names.indexOf(name);
  if (number < 0) throw new RangeError(`The engine knows no ${String(name)}.`);
  return number;
}
