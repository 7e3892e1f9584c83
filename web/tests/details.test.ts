import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DiagramKind } from '../src/canvas/engine/DiagramKind';
import { clientOf } from '../src/canvas/kinds/clientOf';
import type { Leave } from '../src/canvas/picture/Details';
import { leaveField, moveField, openDetail } from '../src/canvas/picture/fields';
import type { Point } from '../src/canvas/picture/Geometry';
import { DiagramSession } from '../src/canvas/session/DiagramSession';
import type { Detail } from '../src/canvas/session/Field';
import { diagramOf } from './diagrams';
import { loadEngine, placeOfWords } from './engine';
import { partsOf } from './parts';

/** A diagram whose fields are opened by a double click and left by keys. */
async function setUp(kind: DiagramKind, text: string) {
  const session = new DiagramSession(await loadEngine(kind === 'sequence' ? 'sequence' : 'classifiers'), { ...diagramOf(text), kind }, 'u', 'light');
  const client = clientOf(kind);
  const open = (id: string, asked?: Detail) => {
    const element = session.current().outline.element(id);
    const detail = element && (asked ?? client.details.first(element));
    if (detail) openDetail(session, client, element, detail);
  };
  const parts = partsOf(session, { onEdit: open });
  const textAt = (words: string): Point => {
    const { x, y } = placeOfWords(session.current().picture, words);
    return { x: x + 1, y: y - 3 };
  };
  return {
    session,
    open,
    parts,
    client,
    doubleClick: (at: Point) => client.tools(parts).doubleClick(at),
    textAt,
    leave: (words: string | null, leave: Leave = 'enter') => leaveField(session, client, words, leave),
    move: (words: string, step: 1 | -1) => moveField(session, client, words, step),
    field: () => {
      const { editing } = session.current();
      return editing && { id: editing.id, number: editing.number, isNew: editing.isNew, words: editing.words };
    },
    source: () => session.current().source,
  };
}

const order = 'class Order {\n  +id : UUID\n  total() : Money\n  +placed : Date\n}\n';

test('a member is changed where it stands, though operations are drawn below attributes', async () => {
  const { doubleClick, textAt, field, leave, source } = await setUp('class', order);
  doubleClick(textAt('+ placed : Date'));
  assert.deepEqual(field(), { id: 'Order', number: 3, isNew: false, words: '+placed : Date' });
  assert.equal(leave('+placed : Instant', 'away'), null);
  assert.equal(source(), order.replace('Date', 'Instant'));
  assert.equal(field(), null);
  doubleClick(textAt('total() : Money'));
  assert.equal(field()?.number, 2);
  doubleClick(textAt('Order'));
  assert.equal(field()?.number, 0);
});

test('Enter goes on with a new member, an empty one ends that, and one that is emptied is gone', async () => {
  const { open, client, session, field, leave, source } = await setUp('class', 'class A\n');
  const element = session.current().outline.element('A');
  open('A', (element && client.details.added(element)) ?? undefined);
  assert.deepEqual(field(), { id: 'A', number: 1, isNew: true, words: '' });
  leave('x : Int');
  assert.deepEqual(field(), { id: 'A', number: 2, isNew: true, words: '' });
  leave('+go()');
  leave('');
  assert.equal(field(), null);
  assert.equal(source(), 'class A {\n  x : Int\n  +go()\n}\n');
  open('A', { number: 1, isNew: false });
  leave('', 'away');
  assert.equal(source(), 'class A {\n  +go()\n}\n');
  open('A', { number: 1, isNew: false });
  leave(null, 'away');
  assert.equal(field(), null);
});

test('several lines become members one after the other, as one step', async () => {
  const { open, field, leave, source, session } = await setUp('class', order);
  open('Order', { number: 2, isNew: false });
  leave('total() : Money\n  - a : Int\n\n  - b : Int\n');
  assert.equal(source(), 'class Order {\n  +id : UUID\n  total() : Money\n  - a : Int\n  - b : Int\n  +placed : Date\n}\n');
  assert.equal(field(), null, 'who changes a member is done with it');
  open('Order', { number: 2, isNew: false });
  leave('total() : Money', 'more');
  assert.deepEqual(field(), { id: 'Order', number: 3, isNew: true, words: '' }, 'Shift+Enter goes on with one more');
  leave(null);
  session.undo();
  assert.equal(source(), order);
});

test('Tab walks from the name over the members to a new one, and back', async () => {
  const { open, field, leave } = await setUp('class', 'class A {\n  x : Int\n}\n');
  open('A');
  leave('B', 'next');
  assert.deepEqual(field(), { id: 'B', number: 1, isNew: false, words: 'x : Int' });
  leave('x : Int', 'next');
  assert.equal(field()?.isNew, true);
  leave('', 'previous');
  assert.equal(field()?.number, 1);
  leave('x : Int', 'previous');
  assert.equal(field()?.number, 0);
  leave('B', 'previous');
  assert.equal(field(), null);
});

test('a member is moved with its field', async () => {
  const only = await setUp('class', order);
  const named = only.session.current().outline.element('Order');
  assert.ok(named && only.client.details.moved(named, { number: 0, isNew: false }, 1) === null, 'a name has no place among them');
  const { open, field, move, source } = await setUp('class', 'class A {\n  x : Int\n  y : Int\n}\n');
  open('A', { number: 1, isNew: false });
  move('z : Int', 1);
  assert.equal(source(), 'class A {\n  y : Int\n  z : Int\n}\n');
  assert.equal(field()?.words, 'z : Int');
  move('z : Int', 1);
  assert.equal(field()?.words, 'z : Int', 'there is nothing below it');
});

test('what stands at the ends of a relation is changed there, also where nothing stands yet', async () => {
  const { session, doubleClick, textAt, field, leave, source, client, parts } = await setUp('class', 'class A\nclass B\nA "1" *-- B : has\n');
  doubleClick(textAt('1'));
  assert.deepEqual(field(), { id: 'A/B', number: 1, isNew: false, words: '1' });
  leave('0..1', 'next');
  assert.deepEqual(field(), { id: 'A/B', number: 2, isNew: false, words: '' });
  leave('*', 'away');
  assert.equal(source(), 'class A\nclass B\nA "0..1" *-- "*" B : has\n');
  doubleClick(textAt('has'));
  assert.equal(field()?.number, 0);
  session.closeField(null);
  session.type('class A\nclass B\nA *-- B\n');
  const line = parts.geometry()?.partsOf('A/B')[0];
  const end = line?.strokes?.().lines[0]?.[1];
  if (!end) throw new Error('no line');
  doubleClick({ x: end.x, y: end.y - 8 });
  assert.deepEqual(field(), { id: 'A/B', number: 2, isNew: false, words: '' });
  const element = session.current().outline.element('A/B');
  const box = element && client.details.box(parts, element, { number: 2, isNew: false });
  assert.ok(box && Math.abs(box.x - end.x) < 2);
});

test('the words of a member that somebody else has changed meanwhile are not written over', async () => {
  const { session, open, leave, source } = await setUp('class', order);
  open('Order', { number: 1, isNew: false });
  session.type(order.replace('  +id', '  +first : Int\n  +id'));
  assert.equal(leave('+id : String'), 'changedMeanwhile');
  assert.equal(source(), order.replace('  +id', '  +first : Int\n  +id'));
});

test('the conditions of a fragment are changed where they stand', async () => {
  const text = 'if (paid) {\n  A -> B: thanks\n} else if (asked) {\n  A -> B: wait\n} else {\n  A -> B: no\n}\n';
  const { doubleClick, textAt, field, leave, source, session } = await setUp('sequence', text);
  doubleClick(textAt('\\[asked\\]'));
  assert.deepEqual(field(), {
    id: session.current().outline.elements.find((one) => one.role === 'statement')?.id,
    number: 2,
    isNew: false,
    words: 'asked',
  });
  leave('waiting', 'next');
  assert.equal(source(), text.replace('asked', 'waiting'));
  assert.equal(field()?.number, 3);
  leave('gone', 'previous');
  assert.equal(source(), text.replace('asked', 'waiting').replace('} else {', '} else if (gone) {'));
  assert.equal(field()?.words, 'waiting');
});
