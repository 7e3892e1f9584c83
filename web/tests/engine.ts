import { readFileSync } from 'node:fs';
import type { Drawing } from '../src/canvas/engine/Drawing';
import { Engine } from '../src/canvas/engine/Engine';
import type { Palette } from '../src/components/palettes';
import { Geometry, type Box, type Point } from '../src/canvas/picture/Geometry';
import type { Text } from '../src/canvas/picture/Strokes';

/** The engine as the browser has it, out of the built module. */
export async function loadEngine(name: 'sequence' | 'classifiers' = 'sequence'): Promise<Engine> {
  const refusals = { fd_write: () => 8, fd_close: () => 0, fd_seek: () => 8 };
  const { instance } = await WebAssembly.instantiate(readFileSync(`.build/wasm/uml-${name}.wasm`), { wasi_snapshot_preview1: refusals });
  return Engine.of(instance);
}

/** What the engine says of a source for the first time. */
export function drawingOf(engine: Engine, source: string, palette: Palette = 'light'): Drawing {
  return engine.draw({ kind: 'sequence', source, before: null, palette, layout: {} });
}

/** The geometry of a picture by the numbers in it: there is no layout outside of a browser. */
export function geometryOf(picture: string): Geometry {
  return new Geometry(() =>
    [...picture.matchAll(/<g data-id="([^"]*)" data-part="([^"]*)"[^>]* transform="translate\((\S+) (\S+)\)">\n([\s\S]*?)<\/g>/g)].map((group) => {
      const [, id = '', part = '', left, top, shapes = ''] = group;
      const origin = { x: Number(left), y: Number(top) };
      const xs: number[] = [];
      const ys: number[] = [];
      const add = (x: number, y: number) => (xs.push(x), ys.push(y));
      const lines = linesIn(shapes, origin);
      for (const { x, y } of lines.flat()) add(x, y);
      for (const [, x, y, width, height] of shapes.matchAll(/<rect x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)) {
        add(origin.x + Number(x), origin.y + Number(y));
        add(origin.x + Number(x) + Number(width), origin.y + Number(y) + Number(height));
      }
      const texts = textsIn(shapes, origin);
      for (const { box } of texts) add(box.x, box.y + box.height - 10);
      const box = boxAround(xs, ys);
      return { id, part, box, strokes: () => ({ lines, texts }) };
    }),
  );
}

function boxAround(xs: ReadonlyArray<number>, ys: ReadonlyArray<number>): Box {
  if (xs.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Where words are written: their baseline's beginning, or its middle. */
export function placeOfWords(picture: string, words: string): Point {
  const at = new RegExp(`<text[^>]* x="(\\S+)" y="(\\S+)"[^>]*>${words.replace(/[.*+()]/g, '\\$&')}<`).exec(picture);
  const [left, top] = [...picture.slice(0, at?.index).matchAll(/translate\((\S+) (\S+)\)/g)].pop()?.slice(1) ?? [];
  if (!at || !left || !top) throw new Error(`no text ${words}`);
  return { x: Number(left) + Number(at[1]), y: Number(top) + Number(at[2]) };
}

function linesIn(shapes: string, origin: Point): ReadonlyArray<ReadonlyArray<Point>> {
  return [...shapes.matchAll(/ d="([^"]*)"/g)].map(([, d = '']) =>
    [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: origin.x + Number(x), y: origin.y + Number(y) })),
  );
}

function textsIn(shapes: string, origin: Point): ReadonlyArray<Text> {
  return [...shapes.matchAll(/<text([^>]*)>/g)].map(([, attributes = '']) => {
    const number = (name: string) => Number(new RegExp(` ${name}="(-?[\\d.]+)"`).exec(attributes)?.[1] ?? 0);
    const width = number('textLength');
    const x = origin.x + number('x') - (attributes.includes('text-anchor="middle"') ? width / 2 : 0);
    return { box: { x, y: origin.y + number('y') - number('font-size'), width, height: number('font-size') }, detail: number('data-detail') };
  });
}
