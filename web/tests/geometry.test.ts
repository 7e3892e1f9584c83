import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outline } from '../src/canvas/engine/Outline';
import { commands } from '../src/canvas/kinds/sequence/commands';
import { participantsOf, start, statementsOf, type InsertionPoint, type Statement } from '../src/canvas/kinds/sequence/outline';
import { SequencePlaces } from '../src/canvas/kinds/sequence/SequencePlaces';
import { Geometry } from '../src/canvas/picture/Geometry';
import { drawingOf, geometryOf, loadEngine } from './engine';

const source = `A -> B.m() {
  B -> C: one
  if (x) {
    B -> C: two
  } else {
    C -> B: three
  }
}
par {
  A.p()
  C.q()
}
== later ==
A -> B: last
`;

async function setUp(text = source) {
  const engine = await loadEngine();
  const drawing = drawingOf(engine, text);
  const outline = new Outline(drawing.outline);
  const whole = geometryOf(drawing.picture);
  const places = new SequencePlaces(whole, outline);
  const statements = statementsOf(outline);
  const find = (words: string) => statements.find((one) => one.words === words || one.sort === words) as Statement;
  const idOf = (name: string) => participantsOf(outline).find((one) => one.words === name)?.id ?? '';
  return { engine, whole, outline, places, statements, find, idOf };
}

test('a height below a statement is the place after it', async () => {
  const { places, find } = await setUp();
  const below = (statement: Statement, distance = 1) => places.insertionPoint((places.top(statement) ?? 0) + distance, null);
  const after = (words: string): InsertionPoint => {
    const { place, owner, operand, index } = find(words);
    return { place, owner, operand, index: index + 1 };
  };
  for (const words of ['one', 'two', 'three', 'p()', 'last']) assert.deepEqual(below(find(words)), after(words), words);
  assert.deepEqual(below(find('divider')), after('divider'));
  assert.deepEqual(places.insertionPoint(0, null), start);
});

test('inside of a fragment the operand counts, and below it the place after it', async () => {
  const { places, find } = await setUp();
  const [alternatives, three] = [find('alt'), find('three')];
  const top = places.top(alternatives) ?? 0;
  assert.deepEqual(places.insertionPoint(top + 2, null), { place: 'operand', owner: alternatives.id, operand: 0, index: 0 });
  assert.deepEqual(places.insertionPoint((places.top(three) ?? 0) - 12, null), {
    place: 'operand',
    owner: alternatives.id,
    operand: 1,
    index: 0,
  });
  const below = places.insertionPoint(places.bottom(alternatives) + 2, null);
  assert.deepEqual(below, { place: 'block', owner: find('m()').id, operand: 0, index: 2 });
  const parallel = find('par');
  assert.deepEqual(places.insertionPoint((places.top(parallel) ?? 0) + 2, null), { place: 'block', owner: parallel.id, operand: 0, index: 0 });
});

test('the operand counts too when those above it are not in the page', async () => {
  const many = Array.from({ length: 12 }, (_, index) => `  A -> B: m${index}\n`).join('');
  for (const [first, second] of [
    ['if (x)', 'else'],
    ['try', 'catch (e)'],
  ]) {
    const { whole, outline, places, find } = await setUp(`${first} {\n${many}} ${second} {\n  C -> B: three\n}\n`);
    const [inFirst, inSecond] = [places.top(find('m11')) ?? 0, places.top(find('three')) ?? 0];
    const top = places.top(find('m6')) ?? 0;
    const shown = new Geometry(() => whole.parts.filter(({ box }) => box.y + box.height >= top));
    const windowed = new SequencePlaces(shown, outline);
    for (const y of [inFirst + 4, inSecond - 12, inSecond + 4])
      assert.deepEqual(windowed.insertionPoint(y, null), places.insertionPoint(y, null), `${y}`);
    assert.equal(windowed.insertionPoint(inSecond - 12, null).operand, 1);
  }
});

test('who was called acts within the call, others after it', async () => {
  const { places, find, idOf } = await setUp('A -> B.m()\nA -> B: next\n');
  const call = find('m()');
  const y = (places.top(call) ?? 0) + 3;
  assert.deepEqual(places.insertionPoint(y, idOf('B')), { place: 'block', owner: call.id, operand: 0, index: 0 });
  assert.deepEqual(places.insertionPoint(y, idOf('A')), { ...start, index: 1 });
});

test('a statement that is moved does not count, nor what is in it', async () => {
  const { places, find } = await setUp();
  const call = find('m()');
  const point = places.insertionPoint((places.top(find('two')) ?? 0) + 1, null, [call]);
  assert.deepEqual(point, start);
});

test('whatever place a height is, a message can be inserted there, and then stands there', async () => {
  const { engine, places, statements } = await setUp();
  const bottom = Math.max(...statements.map((one) => places.bottom(one))) + 20;
  for (let y = 60; y < bottom; y += 3) {
    const point = places.insertionPoint(y, null);
    const result = engine.edit('sequence', source, commands.insertMessage('asynchCall', 'A', 'C', 'new', point));
    if ('error' in result) assert.equal(result.error, 'changesMore', `at ${y}`);
    else {
      assert.equal(result.changes.length, 1);
      const [edit] = result.changes;
      const text = source.slice(0, edit?.start) + (edit?.text ?? '') + source.slice(edit?.end);
      const [id = ''] = result.created;
      const inserted = new Outline(drawingOf(engine, text).outline).element(id) as Statement;
      assert.equal(inserted.words, 'new');
      const owner = result.successions.find(([old]) => old === point.owner)?.[1] ?? point.owner;
      assert.deepEqual(
        [inserted.place, inserted.owner, inserted.operand, inserted.index],
        [point.place, owner, point.operand, point.index],
        `at ${y}`,
      );
    }
  }
});

test('the pointer finds elements before lifelines, and frames by their borders', async () => {
  const { places, find, idOf } = await setUp();
  const message = places.box(find('one').id);
  assert.ok(message);
  assert.deepEqual(places.hit({ x: (message?.x ?? 0) + 20, y: (message?.y ?? 0) + 4 }), { kind: 'element', id: find('one').id });
  const frame = places.box(find('alt').id);
  assert.deepEqual(places.hit({ x: (frame?.x ?? 0) + 2, y: (frame?.y ?? 0) + 60 }), { kind: 'element', id: find('alt').id });
  const line = places.lifelines.find((one) => one.id === idOf('A'));
  assert.deepEqual(places.hit({ x: (line?.x ?? 0) + 3, y: (line?.top ?? 0) + 10 }), { kind: 'lifeline', id: idOf('A') });
  assert.equal(places.hit({ x: 5, y: 5 }), null);
  assert.equal(places.nearestLifeline((line?.x ?? 0) + 10)?.id, idOf('A'));
});

test('the caret is in the innermost element', async () => {
  const { outline, find } = await setUp();
  assert.equal(outline.elementAt(source.indexOf('two'))?.id, find('two').id);
  assert.equal(outline.elementAt(source.indexOf('if ('))?.id, find('alt').id);
  assert.equal(outline.elementAt(source.length), null);
});
