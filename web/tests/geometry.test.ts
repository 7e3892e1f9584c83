import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statementAt, type InsertionPoint, type Statement } from '../src/canvas/kinds/sequence/outline';
import { geometryOf, loadEngine } from './engine';

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
  const outline = engine.outline(text);
  const geometry = geometryOf(engine.render(text, 'light'));
  const find = (words: string) => outline.statements.find((one) => one.text === words || one.sort === words) as Statement;
  const idOf = (name: string) => outline.participants.find((one) => one.name === name)?.id ?? -1;
  return { engine, outline, geometry, find, idOf };
}

test('a height below a statement is the place after it', async () => {
  const { outline, geometry, find } = await setUp();
  const below = (statement: Statement, distance = 1) => geometry.insertionPoint((geometry.top(statement) ?? 0) + distance, outline, null);
  const after = (words: string): InsertionPoint => {
    const { place, owner, operand, index } = find(words);
    return { place, owner, operand, index: index + 1 };
  };
  for (const words of ['one', 'two', 'three', 'p()', 'last']) assert.deepEqual(below(find(words)), after(words), words);
  assert.deepEqual(below(find('divider')), after('divider'));
  assert.deepEqual(geometry.insertionPoint(0, outline, null), { place: 0, owner: -1, operand: 0, index: 0 });
});

test('inside of a fragment the operand counts, and below it the place after it', async () => {
  const { outline, geometry, find } = await setUp();
  const [alternatives, three] = [find('alt'), find('three')];
  const top = geometry.top(alternatives) ?? 0;
  assert.deepEqual(geometry.insertionPoint(top + 2, outline, null), { place: 2, owner: alternatives.id, operand: 0, index: 0 });
  assert.deepEqual(geometry.insertionPoint((geometry.top(three) ?? 0) - 12, outline, null), {
    place: 2,
    owner: alternatives.id,
    operand: 1,
    index: 0,
  });
  const below = geometry.insertionPoint(geometry.bottom(alternatives) + 2, outline, null);
  assert.deepEqual(below, { place: 1, owner: find('m()').id, operand: 0, index: 2 });
  const parallel = find('par');
  assert.deepEqual(geometry.insertionPoint((geometry.top(parallel) ?? 0) + 2, outline, null), { place: 1, owner: parallel.id, operand: 0, index: 0 });
});

test('who was called acts within the call, others after it', async () => {
  const { outline, geometry, find, idOf } = await setUp('A -> B.m()\nA -> B: next\n');
  const call = find('m()');
  const y = (geometry.top(call) ?? 0) + 3;
  assert.deepEqual(geometry.insertionPoint(y, outline, idOf('B')), { place: 1, owner: call.id, operand: 0, index: 0 });
  assert.deepEqual(geometry.insertionPoint(y, outline, idOf('A')), { place: 0, owner: -1, operand: 0, index: 1 });
});

test('a statement that is moved does not count, nor what is in it', async () => {
  const { outline, geometry, find } = await setUp();
  const call = find('m()');
  const point = geometry.insertionPoint((geometry.top(find('two')) ?? 0) + 1, outline, null, call);
  assert.deepEqual(point, { place: 0, owner: -1, operand: 0, index: 0 });
});

test('whatever place a height is, a message can be inserted there, and then stands there', async () => {
  const { engine, outline, geometry } = await setUp();
  const bottom = Math.max(...outline.statements.map((one) => geometry.bottom(one))) + 20;
  for (let y = 60; y < bottom; y += 3) {
    const point = geometry.insertionPoint(y, outline, null);
    const result = engine.insertMessage(source, 'asynchCall', 'A', 'C', 'new', point);
    if ('error' in result) assert.equal(result.error, 'changesMore', `at ${y}`);
    else {
      assert.equal(result.edits.length, 1);
      const [edit] = result.edits;
      const text = source.slice(0, edit?.start) + (edit?.text ?? '') + source.slice(edit?.end);
      const inserted = engine.outline(text).statements.find((one) => one.text === 'new');
      assert.deepEqual(
        [inserted?.place, inserted?.owner, inserted?.operand, inserted?.index],
        [point.place, point.owner, point.operand, point.index],
        `at ${y}`,
      );
    }
  }
});

test('the pointer finds elements before lifelines, and frames by their borders', async () => {
  const { outline, geometry, find, idOf } = await setUp();
  const message = geometry.box(`s${find('one').id}`);
  assert.ok(message);
  assert.deepEqual(geometry.hit({ x: (message?.x ?? 0) + 20, y: (message?.y ?? 0) + 4 }, outline), { kind: 'element', id: `s${find('one').id}` });
  const frame = geometry.box(`s${find('alt').id}`);
  assert.deepEqual(geometry.hit({ x: (frame?.x ?? 0) + 2, y: (frame?.y ?? 0) + 60 }, outline), { kind: 'element', id: `s${find('alt').id}` });
  const line = geometry.lifelines.find((one) => one.participant === idOf('A'));
  assert.deepEqual(geometry.hit({ x: (line?.x ?? 0) + 3, y: (line?.top ?? 0) + 10 }, outline), { kind: 'lifeline', participant: idOf('A') });
  assert.equal(geometry.hit({ x: 5, y: 5 }, outline), null);
  assert.equal(geometry.nearestLifeline((line?.x ?? 0) + 10)?.participant, idOf('A'));
});

test('the caret is in the innermost statement', async () => {
  const { outline, find } = await setUp();
  assert.equal(statementAt(outline, source.indexOf('two'))?.id, find('two').id);
  assert.equal(statementAt(outline, source.indexOf('if ('))?.id, find('alt').id);
  assert.equal(statementAt(outline, source.length), null);
});
