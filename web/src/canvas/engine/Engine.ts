import address from 'wasm/uml.wasm';
import { palettes, type Palette } from '../../components/palettes';
import type { Diagnostic } from '../../api/schema';
import type { Drawing } from './Drawing';
import type { Vocabulary } from '../source/words';
import {
  fragmentKinds,
  messageSorts,
  participantKinds,
  type EditResult,
  type InsertionPoint,
  type MessageSort,
  type Outline,
} from '../kinds/sequence/outline';

/** The functions of the WebAssembly module (Sources/UMLWeb). Offsets and counts are bytes of UTF-8. */
type Exports = {
  readonly memory: WebAssembly.Memory;
  allocate(count: number): number;
  release(pointer: number): void;
  resultPointer(): number;
  resultLength(): number;
  vocabulary(): void;
  render(source: number, count: number, theme: number): void;
  check(source: number, count: number): void;
  outline(source: number, count: number): void;
  open(source: number, count: number): void;
  renameParticipant(id: number, name: number, count: number): void;
  addParticipant(kind: number, name: number, count: number): void;
  removeParticipant(id: number): void;
  insertMessage(sort: number, place: number, owner: number, operand: number, index: number, words: number, count: number): void;
  changeText(id: number, words: number, count: number): void;
  changeSort(id: number, sort: number): void;
  move(id: number, place: number, owner: number, operand: number, index: number): void;
  wrap(first: number, last: number, kind: number, condition: number, count: number): void;
  unwrap(id: number): void;
  remove(id: number): void;
};

/** The C library's own functions for its standard error; the engine never comes to use them. */
const refusals = { fd_write: () => 8, fd_close: () => 0, fd_seek: () => 8 };

/** The diagram engine: the same as on the server, so the same text gives the same picture. */
export class Engine {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();

  private constructor(private readonly exports: Exports) {}

  private static loading: Promise<Engine> | null = null;

  static load(): Promise<Engine> {
    this.loading ??= WebAssembly.instantiateStreaming(fetch(address), { wasi_snapshot_preview1: refusals }).then(
      ({ instance }) => new Engine(instance.exports as unknown as Exports),
      (error: unknown) => {
        // The next attempt is to start afresh.
        this.loading = null;
        throw error;
      },
    );
    return this.loading;
  }

  /** An engine of a module that is here already, for tests. */
  static of(instance: WebAssembly.Instance): Engine {
    return new Engine(instance.exports as unknown as Exports);
  }

  render(source: string, palette: Palette): string {
    return this.withText(source, (pointer, count) => this.exports.render(pointer, count, numberOf(palettes, palette)));
  }

  check(source: string): ReadonlyArray<Diagnostic> {
    return JSON.parse(this.withText(source, (pointer, count) => this.exports.check(pointer, count)));
  }

  outline(source: string): Outline {
    return JSON.parse(this.withText(source, (pointer, count) => this.exports.outline(pointer, count)));
  }

  draw(source: string, palette: Palette): Drawing {
    return { picture: this.render(source, palette), diagnostics: this.check(source), outline: this.outline(source) };
  }

  renameParticipant(source: string, id: number, name: string): EditResult {
    return this.edit(source, name, (words, count) => this.exports.renameParticipant(id, words, count));
  }

  addParticipant(source: string, name: string): EditResult {
    return this.edit(source, name, (words, count) => this.exports.addParticipant(numberOf(participantKinds, 'participant'), words, count));
  }

  removeParticipant(source: string, id: number): EditResult {
    return this.edit(source, '', () => this.exports.removeParticipant(id));
  }

  insertMessage(source: string, sort: MessageSort, from: string, to: string, text: string, at: InsertionPoint): EditResult {
    return this.edit(source, [from, to, text].join('\0'), (words, count) =>
      this.exports.insertMessage(numberOf(messageSorts, sort), at.place, at.owner, at.operand, at.index, words, count),
    );
  }

  changeText(source: string, id: number, text: string): EditResult {
    return this.edit(source, text, (words, count) => this.exports.changeText(id, words, count));
  }

  changeSort(source: string, id: number, sort: MessageSort): EditResult {
    return this.edit(source, '', () => this.exports.changeSort(id, numberOf(messageSorts, sort)));
  }

  move(source: string, id: number, to: InsertionPoint): EditResult {
    return this.edit(source, '', () => this.exports.move(id, to.place, to.owner, to.operand, to.index));
  }

  wrap(source: string, id: number, kind: (typeof fragmentKinds)[number], condition: string): EditResult {
    return this.edit(source, condition, (words, count) => this.exports.wrap(id, id, numberOf(fragmentKinds, kind), words, count));
  }

  unwrap(source: string, id: number): EditResult {
    return this.edit(source, '', () => this.exports.unwrap(id));
  }

  remove(source: string, id: number): EditResult {
    return this.edit(source, '', () => this.exports.remove(id));
  }

  /** The words of the notation that mean something by themselves. */
  readonly vocabulary = (): Vocabulary => {
    this.exports.vocabulary();
    return JSON.parse(this.answer());
  };

  private edit(source: string, words: string, work: (words: number, count: number) => void): EditResult {
    this.withText(source, (pointer, count) => this.exports.open(pointer, count));
    return JSON.parse(this.withText(words, work));
  }

  /** Hands a text to the module, and takes its answer. */
  private withText(text: string, work: (pointer: number, count: number) => void): string {
    const bytes = this.encoder.encode(text);
    const pointer = this.exports.allocate(bytes.length);
    new Uint8Array(this.exports.memory.buffer, pointer, bytes.length).set(bytes);
    work(pointer, bytes.length);
    this.exports.release(pointer);
    return this.answer();
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
