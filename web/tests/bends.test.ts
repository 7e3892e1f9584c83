import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DiagramKind } from '../src/canvas/engine/DiagramKind';
import { clientOf } from '../src/canvas/kinds/clientOf';
import { ledLine, turnsOutOf, type LineEnds } from '../src/canvas/kinds/class/bends';
import { menuOf } from '../src/canvas/picture/menu';
import type { Box, Point } from '../src/canvas/picture/Geometry';
import { noModifiers } from '../src/canvas/picture/tools/Modifiers';
import { DiagramSession } from '../src/canvas/session/DiagramSession';
import { diagramOf } from './diagrams';
import { loadEngine } from './engine';
import { partsOf } from './parts';

const at = (...numbers: number[]): Point[] => numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : []));
/** One above the other: 100 wide and 40 high, 100 apart. */
const ends: LineEnds = { first: { x: 0, y: 0, width: 100, height: 40 }, last: { x: 0, y: 140, width: 100, height: 40 } };
const piece = (index: number) => ({ kind: 'piece', index }) as const;

test('a straight line is moved along both boxes, and led out of their sides beside them', () => {
  const line = at(50, 40, 50, 140);
  assert.deepEqual(ledLine(line, piece(0), { x: 70, y: 90 }, false, ends), at(50, 40, 70, 90, 50, 140));
  assert.deepEqual(ledLine(line, piece(0), { x: 53, y: 90 }, false, ends), at(50, 40, 50, 90, 50, 140), 'in line with the middles');
  assert.deepEqual(ledLine(line, piece(0), { x: 160, y: 90 }, false, ends), at(50, 40, 160, 20, 160, 160, 50, 140));
});

test('a piece between two turns is moved across its direction, and the turns go along', () => {
  const line = at(50, 40, 50, 90, 200, 90, 200, 140);
  const far = { ...ends, last: { x: 150, y: 140, width: 100, height: 40 } };
  assert.deepEqual(ledLine(line, piece(1), { x: 0, y: 70 }, false, far), at(50, 40, 50, 70, 200, 70, 200, 140));
  assert.deepEqual(ledLine(line, piece(0), { x: 20, y: 0 }, false, far), at(50, 40, 20, 90, 200, 90, 200, 140));
  assert.deepEqual(ledLine(line, piece(0), { x: -30, y: 0 }, false, far), at(50, 40, -30, 20, -30, 90, 200, 90, 200, 140));
  assert.deepEqual(ledLine(line, piece(2), { x: 52, y: 0 }, false, far), at(50, 40, 50, 90, 50, 160, 200, 140), 'in line with the first piece');
});

test('a slanted line gets a turn, which can be put elsewhere', () => {
  const turned = ledLine(at(0, 0, 100, 100), piece(0), { x: 80, y: 20 }, true, { first: null, last: null });
  assert.deepEqual(turned, at(0, 0, 80, 20, 100, 100));
  assert.deepEqual(ledLine(turned, { kind: 'turn', index: 1 }, { x: 10, y: 90 }, true, ends), at(0, 0, 10, 90, 100, 100));
});

/** A diagram with a relation A/B that is selected, and dragged from the middle of its longest piece. */
async function setUp(kind: DiagramKind, text: string) {
  const session = new DiagramSession(await loadEngine('classifiers'), { ...diagramOf(text), kind }, 'u', 'light');
  const client = clientOf(kind);
  const parts = partsOf(session, {});
  const line = () =>
    parts
      .geometry()
      ?.partsOf('A/B')
      .find((one) => one.part === 'relationship')
      ?.strokes?.().lines[0] ?? [];
  const drag = (x: number, y: number) => {
    session.select('A/B');
    const points = line();
    const [a, b] = [points[0], points[1]];
    if (!a || !b) throw new Error('no line');
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const gesture = client.tools(parts).grasp(middle, noModifiers);
    assert.equal(gesture?.name, 'bend');
    const before = session.current().origin;
    gesture?.move({ x: middle.x + x / 2, y: middle.y + y / 2 }, noModifiers);
    // The picture begins elsewhere when the line reaches beyond it.
    const { origin } = session.current();
    gesture?.move({ x: middle.x + x + origin.x - before.x, y: middle.y + y + origin.y - before.y }, noModifiers);
    gesture?.finish?.();
  };
  return { session, client, parts, line, drag };
}

const classes = 'class A\nclass B // kept\nA --> B\n';

test('a relation is led another way by dragging, which undo takes back, and straightened again', async () => {
  const { session, parts, client, line, drag } = await setUp('class', classes);
  const before = line();
  drag(200, 0);
  assert.equal(session.current().source, classes);
  assert.equal(line().length, 4, 'out of a side, down, and into a side');
  assert.ok(session.current().layout['A/B']?.automatic !== true);
  session.undo();
  assert.deepEqual(line(), before);
  session.redo();
  assert.equal(line().length, 4);
  session.select('A/B');
  menuOf(client, parts)
    .find((one) => one.label === 'Straighten')
    ?.action();
  assert.deepEqual(line(), before);
});

test('what is led between elements that are moved together goes along, and by keys it is led, too', async () => {
  const { session, client, line, drag } = await setUp('class', classes);
  drag(200, 0);
  const shape = (points: ReadonlyArray<Point>) => points.map(({ x, y }) => [x - (points[0]?.x ?? 0), y - (points[0]?.y ?? 0)]);
  const before = shape(line());
  client.move?.(session, ['A', 'B'], { x: 1, y: 1, isShort: false });
  assert.deepEqual(shape(line()), before);
  const [, turn] = line();
  client.move?.(session, ['A/B'], { x: 1, y: 0, isShort: false });
  assert.equal((line()[1]?.x ?? 0) - (turn?.x ?? 0), 10);
});

test('a line of a use case diagram turns where it is dragged to', async () => {
  const { line, drag } = await setUp('usecase', 'actor A\nusecase B\nA --> B\n');
  assert.equal(line().length, 2);
  drag(0, 60);
  assert.equal(line().length, 3);
  drag(10, 10);
  assert.equal(line().length, 4, 'each of its pieces has turns of its own');
});

test('what leaves a box away from what it leads to goes past the box', () => {
  const box = { x: 0, y: 0, width: 100, height: 40 };
  const beside = { x: 300, y: 0, width: 100, height: 40 };
  const below = { x: 0, y: 200, width: 100, height: 40 };
  assert.deepEqual(turnsOutOf(box, { x: 98, y: 15 }, beside), at(124, 15), 'straight');
  assert.deepEqual(turnsOutOf(box, { x: 2, y: 15 }, beside), at(-24, 15, -24, -24), 'over it');
  assert.deepEqual(turnsOutOf(box, { x: 2, y: 25 }, beside), at(-24, 25, -24, 64), 'or below');
  assert.deepEqual(turnsOutOf(box, { x: 2, y: 15 }, below), at(-24, 15, -24, 220), 'to the height of the other one');
  assert.deepEqual(turnsOutOf(box, { x: 60, y: 1 }, below), at(60, -24, 124, -24));
  assert.deepEqual(turnsOutOf(box, { x: 60, y: 39 }, below), at(60, 64));
});

/** Whether a piece of a line runs through the inside of a box. */
function strikes(line: ReadonlyArray<Point>, box: Box): boolean {
  return line.slice(1).some((b, index) => {
    const a = line[index] ?? b;
    const [left, right, top, bottom] = [Math.min(a.x, b.x), Math.max(a.x, b.x), Math.min(a.y, b.y), Math.max(a.y, b.y)];
    return left < box.x + box.width - 2 && right > box.x + 2 && top < box.y + box.height - 2 && bottom > box.y + 2;
  });
}

for (const arrow of ['-->', '-right->']) {
  test(`an end is led to each side of its box, and never through it (${arrow})`, async () => {
    for (const id of ['A', 'B']) {
      for (const [shareX, shareY] of [
        [0.05, 0.5],
        [0.95, 0.5],
        [0.5, 0.05],
        [0.5, 0.95],
      ] as const) {
        const { session, client, parts, line } = await setUp('class', `class A\nclass B\nA ${arrow} B\n`);
        session.select('A/B');
        const boxOf = (one: string) => parts.geometry()?.partsOf(one)[0]?.box ?? { x: 0, y: 0, width: 0, height: 0 };
        const end = line()[id === 'A' ? 0 : line().length - 1];
        if (!end) throw new Error('no line');
        const gesture = client.tools(parts).grasp(end, noModifiers);
        assert.equal(gesture?.name, 'connect');
        const box = boxOf(id);
        gesture?.move({ x: box.x + box.width * shareX, y: box.y + box.height * shareY }, noModifiers);
        gesture?.finish?.();
        const where = `${id} at ${shareX}, ${shareY}: ${JSON.stringify(line())}`;
        const now = boxOf(id);
        const ends = [line()[0], line()[line().length - 1]];
        const side = { x: now.x + now.width * Math.round(shareX * 2) * 0.5, y: now.y + now.height * Math.round(shareY * 2) * 0.5 };
        const isThere = (one?: Point) => one !== undefined && (shareX === 0.5 ? Math.abs(one.y - side.y) <= 1 : Math.abs(one.x - side.x) <= 1);
        assert.ok(ends.some(isThere), `it ends at that side: ${where}`);
        assert.ok(!strikes(line(), now) && !strikes(line(), boxOf(id === 'A' ? 'B' : 'A')), `through a box: ${where}`);
      }
    }
  });
}
