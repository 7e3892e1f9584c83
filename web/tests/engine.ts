import { readFileSync } from 'node:fs';
import type { Drawing } from '../src/canvas/engine/Drawing';
import { Engine } from '../src/canvas/engine/Engine';
import type { Palette } from '../src/components/palettes';
import { Geometry, type Point } from '../src/canvas/picture/Geometry';
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
    [...picture.matchAll(/<g data-id="([^"]*)" data-part="([^"]*)"[^>]*>\n([\s\S]*?)<\/g>/g)].map(([, id = '', part = '', shapes = '']) => {
      const xs: number[] = [];
      const ys: number[] = [];
      const add = (x: number, y: number) => (xs.push(x), ys.push(y));
      for (const [, d = ''] of shapes.matchAll(/ d="([^"]*)"/g)) {
        for (const [, x, y] of d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)) add(Number(x), Number(y));
      }
      for (const [, x, y, width, height] of shapes.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)) {
        add(Number(x), Number(y));
        add(Number(x) + Number(width), Number(y) + Number(height));
      }
      const texts = textsIn(shapes);
      for (const { box } of texts) add(box.x, box.y + box.height - 10);
      const [left, top] = [Math.min(...xs), Math.min(...ys)];
      const box =
        xs.length > 0 ? { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top } : { x: 0, y: 0, width: 0, height: 0 };
      return { id, part, box, strokes: () => ({ lines: linesIn(shapes), texts }) };
    }),
  );
}

function linesIn(shapes: string): ReadonlyArray<ReadonlyArray<Point>> {
  return [...shapes.matchAll(/ d="([^"]*)"/g)].map(([, d = '']) =>
    [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) })),
  );
}

function textsIn(shapes: string): ReadonlyArray<Text> {
  return [...shapes.matchAll(/<text([^>]*)>/g)].map(([, attributes = '']) => {
    const number = (name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(attributes)?.[1] ?? 0);
    const width = number('textLength');
    const x = number('x') - (attributes.includes('text-anchor="middle"') ? width / 2 : 0);
    return { box: { x, y: number('y') - number('font-size'), width, height: number('font-size') }, detail: number('data-detail') };
  });
}
