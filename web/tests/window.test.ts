import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PictureWindow, stretchAround } from '../src/canvas/picture/PictureWindow';
import { drawingOf, loadEngine } from './engine';

const messages = Array.from({ length: 1200 }, (_, index) => `Alice -> Bob: m${index}`);
const source = `title All of it\nCarol.work() {\n${messages.join('\n')}\n}\nif (x) {\n  Alice -> Bob: last\n}\n`;

async function setUp() {
  const { picture, pieces } = drawingOf(await loadEngine(), source);
  assert.ok(pieces);
  const all = pieces && new PictureWindow(picture, pieces);
  const idsIn = (svg: string) => [...svg.matchAll(/<g data-id="([^"]*)" data-part="([^"]*)"/g)].map(([, id, part]) => `${id} ${part}`);
  return { picture, pieces, all, idsIn };
}

test('a large picture has pieces, a small one is whole', async () => {
  const { picture, pieces, idsIn } = await setUp();
  const count = idsIn(picture).length;
  assert.equal(pieces?.starts.length, count + 1);
  assert.equal(pieces?.extents.length, 2 * count);
  assert.equal(drawingOf(await loadEngine(), 'A -> B: x\n').pieces, null);
});

test('in the page is what reaches into the stretch, lifelines and long executions too', async () => {
  const { picture, all, idsIn } = await setUp();
  const part = idsIn(all?.within({ top: 10_000, bottom: 10_800 }) ?? '');
  const shown = part.filter((one) => one.endsWith(' message')).length;
  assert.ok(shown > 20 && shown < 60, `${shown}`);
  for (const one of ['Alice lifeline', 'Bob lifeline', ':caller/Carol execution']) assert.ok(part.includes(one), one);
  for (const one of ['Alice/Bob message', ':title title', 'Alice header', ':alt fragment']) assert.ok(!part.includes(one), one);
  assert.equal(all?.within({ top: -1000, bottom: 1_000_000 }), picture);
});

test('wherever one looks, all that is there is in the page', async () => {
  const { pieces, picture, all, idsIn } = await setUp();
  const whole = idsIn(picture);
  for (let top = 0; top < 40_000; top += 1777) {
    const seen = { top, bottom: top + 700 };
    const part = new Set(idsIn(all?.within(stretchAround(seen)) ?? ''));
    whole.forEach((id, index) => {
      const isSeen = (pieces?.extents[2 * index] ?? 0) <= seen.bottom && (pieces?.extents[2 * index + 1] ?? 0) >= seen.top;
      if (isSeen) assert.ok(part.has(id), `${id} at ${top}`);
    });
  }
});

test('a small step of the wheel changes nothing in the page', () => {
  assert.deepEqual(stretchAround({ top: 1000, bottom: 1800 }), stretchAround({ top: 1500, bottom: 2300 }));
  assert.deepEqual(stretchAround({ top: 0, bottom: 0 }), { top: -1, bottom: 3 });
});

test('how far down an element is is known though it is not in the page', async () => {
  const { all } = await setUp();
  const isMain = (part: string) => part === 'message';
  const [first, last] = [all?.stretchOf('Alice/Bob', isMain), all?.stretchOf('Alice/Bob#1200', isMain)];
  assert.ok(first && last && last.top - first.top > 20_000);
  assert.equal(all?.stretchOf('Nobody', isMain), null);
});
